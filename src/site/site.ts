/** The archive that this build shows, read once. */
import { type Door, openDoors } from './doors.ts';
import { handedOver } from './hand-over.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { type Archive, contentBytes, type Loaded, loadContent } from './load.ts';
import { hasGlossary } from './references/glossary.ts';
import { hasPortfolios } from './views/portfolios.ts';

let loaded: Loaded | undefined;
let held: Holdings | undefined;

/** The content folder of this build: named by GONGBAO_CONTENT, by default `content`. */
function content(): Loaded {
  const given = (globalThis as { [handedOver]?: Loaded })[handedOver];
  loaded ??= given ?? loadContent(process.env['GONGBAO_CONTENT'] || 'content');
  return loaded;
}

/** The archive of this build. */
export async function holdings(): Promise<Holdings> {
  held ??= holdingsOf(content().archive);
  return held;
}

/** A file of the content folder, as it is. */
export const contentFile = async (path: string): Promise<Uint8Array> => contentBytes(content().dir, path);

let shown: Promise<Door[]> | undefined;

/** The open doors that lead somewhere in this archive. */
export function shownDoors(): Promise<Door[]> {
  shown ??= holdings().then(doorsOf);
  return shown;
}

export function doorsOf(held: Holdings): Door[] {
  const empty: Partial<Record<string, boolean>> = {
    issues: held.issues.size === 0,
    glossary: !hasGlossary(held),
    portfolios: !hasPortfolios(held),
  };
  return openDoors().filter(({ id }) => !empty[id]);
}

/** True where the archive holds issues of a gazette, and not only texts by themselves. */
export const hasIssues = async (): Promise<boolean> => (await holdings()).issues.size > 0;

/** What an archive calls itself. */
export const archiveName = ({ site, issues }: Archive): string =>
  site.title || (issues.length > 0 ? '公报文库' : '法规文库');

/** What the archive of this build calls itself. */
export const siteName = async (): Promise<string> => archiveName((await holdings()).archive);
