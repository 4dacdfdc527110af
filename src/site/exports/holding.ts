/** What the site lends to the formats that go out: its addresses, and the words it has for states and kinds. */
import {
  type Addresses,
  type Holding,
  holdingOf,
  type Origin,
  type Words,
} from '../../domain/exports/holding.ts';
import { holdingsOf } from '../holdings.ts';
import type { Archive } from '../load.ts';
import { archiveName, doorsOf } from '../site.ts';
import { stateName } from '../status/words.ts';
import {
  compareUrl,
  dataUrl,
  dateName,
  disagreementsUrl,
  filePath,
  homeUrl,
  issueUrl,
  versionUrl,
  workUrl,
} from '../urls.ts';
import { kindName, originWords } from '../words.ts';

const words: Words = {
  state: (state, basis) => stateName(state, basis).word,
  kind: ({ kind, title }) => kindName(kind, title),
  origin: originWords,
};

/** Where the site stands: its public address, where known, and the folder that it is served from. */
export interface Place {
  site?: string | undefined;
  /** Only where the addresses of the site do not hold it already, as on the command line. */
  base?: string | undefined;
  /** Files of the content folder, where their bytes are to be told. */
  sources?: Origin['sources'] | undefined;
}

/** Absolute addresses where the site's own is known. */
function addressesOf({ site, base = '' }: Place, pages: readonly string[]): Addresses {
  const folder = base.replace(/\/+$/, '');
  const absolute = (path: string): string =>
    site ? new URL(`${folder}${path}`, site).href : `${folder}${path}`;
  return {
    home: absolute(homeUrl()),
    pages: pages.map(absolute),
    work: (id) => absolute(workUrl(id)),
    version: (work, day) => absolute(versionUrl(work, day)),
    issue: (id) => absolute(issueUrl(id)),
    comparison: (work, older, newer) => absolute(compareUrl(work, older, newer)),
    file: (path) => absolute(filePath(path)),
    versionName: dateName,
  };
}

/** Pages of their own: the first, and the doors that lead somewhere. */
const pagesOf = (archive: Archive): string[] => [
  homeUrl(),
  ...doorsOf(holdingsOf(archive)).map(({ href }) => href),
  dataUrl(),
  disagreementsUrl(),
];

/** The archive as the formats ask for it. */
export function exportHolding(archive: Archive, place: Place = {}): Holding {
  const { site = '', base = '', sources = [] } = place;
  const addresses = addressesOf(place, pagesOf(archive));
  return holdingOf(archive, archiveName(archive), addresses, words, { site, base, sources });
}
