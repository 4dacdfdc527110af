/**
 * What every format says of a text, decided once: which text it is, its state on the horizon, its life, and what of it
 * is not whole. A format prints these; none looks a fact up for itself.
 */

import type {
  Basis,
  Day,
  Disagreement,
  EverydayWord,
  Evidence,
  Issue,
  LegalEvent,
  LifeOfText,
  Reference,
  State,
  Status,
  Version,
  Work,
} from '../model.ts';
import type { Register } from '../names/index.ts';
import { textName } from '../names/index.ts';
import { type Gap, gapsOf } from '../status/life/gaps.ts';
import { knownTo } from '../status/life/horizon.ts';
import { lifeOf, textOn } from '../status/life/life.ts';
import { partsOn } from '../status/life/parts.ts';

/** The part of the archive that goes out. */
export interface Archived {
  site: { title?: string; source?: string; tags?: Readonly<Record<string, string>> };
  issues: readonly (Issue & { title?: string; publisher?: string; horizon: Day })[];
  works: readonly Work[];
  words: readonly EverydayWord[];
  register: Register<Work>;
  references: readonly Reference[];
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  lives: ReadonlyMap<string, LifeOfText>;
  disagreements: readonly Disagreement[];
  horizon?: Day;
}

/** Addresses of the site, as the bridge makes them; absolute where the site has an address of its own. */
export interface Addresses {
  home: string;
  /** Pages that are of no work, text or issue. */
  pages: readonly string[];
  work(id: string): string;
  version(work: string, day: Day): string;
  issue(id: string): string;
  comparison(work: string, older: Day, newer: Day): string;
  /** A file by its path in the published folder: `data/works.csv`. */
  file(path: string): string;
  /** The name of a version in an address. */
  versionName(day: Day): string;
}

/** The Chinese words for values of the model; they belong to the site. */
export interface Words {
  state(state: State, basis: Basis): string;
  kind(work: Pick<Work, 'kind' | 'title'>): string;
  origin(version: Version): string;
}

/** One text of a work with what the archive knows of it. */
export interface HeldText {
  work: Work;
  version: Version;
  /** State of this text on the last day of which the archive informs about the work. */
  status: Status;
  life: LifeOfText;
  gaps: readonly Gap[];
  references: readonly Reference[];
  /** Its name in addresses, and its address on the site. */
  name: string;
  address: string;
}

/** Where the site is to stand, and the bytes that it is made from. */
export interface Origin {
  site: string;
  base: string;
  /** Every file of the content folder with its SHA-256, by path. */
  sources: readonly { path: string; sha256: string }[];
}

export interface Holding {
  archive: Archived;
  name: string;
  works: ReadonlyMap<string, Work>;
  texts: readonly HeldText[];
  /** Instrument id → the text. */
  byInstrument: ReadonlyMap<string, HeldText>;
  /** Texts of a work, oldest first. */
  byWork: ReadonlyMap<string, readonly HeldText[]>;
  addresses: Addresses;
  words: Words;
  origin: Origin;
}

/** A file to be written into the published folder; a long one comes in pieces. */
export interface ExportFile {
  path: string;
  body: string | Uint8Array | Iterable<string>;
}

/** Everything that goes out, put together once for all formats. */
export function holdingOf(
  archive: Archived,
  name: string,
  addresses: Addresses,
  words: Words,
  origin: Origin,
): Holding {
  const references = Map.groupBy(archive.references, ({ from }) => textName(from.work, from.version));
  const texts = archive.works.flatMap((work) =>
    work.versions.map((version): HeldText => {
      const { status, life } = standingOf(archive, work, version.date || undefined);
      return {
        work,
        version,
        status,
        life,
        gaps: gapsOf(version),
        references: references.get(textName(work.id, version.date)) ?? [],
        name: addresses.versionName(version.date),
        address: addresses.version(work.id, version.date),
      };
    }),
  );
  return {
    archive,
    name,
    works: new Map(archive.works.map((work) => [work.id, work])),
    texts,
    byInstrument: new Map(printedLast(texts).map((text) => [text.version.instrument.id, text])),
    byWork: Map.groupBy(texts, ({ work }) => work.id),
    addresses,
    words,
    origin,
  };
}

/** A text that was worked out has the id of the print it was worked out from: what is said of the id is the print's. */
const printedLast = (texts: readonly HeldText[]): HeldText[] =>
  texts.toSorted(
    (a, b) => Number(a.version.origin === 'published') - Number(b.version.origin === 'published'),
  );

/** The text that an evidence, a decision or a carrier names: by the id of the text, or of the work. */
export const textOf = (holding: Holding, id: string): HeldText | undefined =>
  holding.byInstrument.get(id) ?? holding.byWork.get(id)?.at(-1);

/** Address of the place that says it; undefined where the archive does not hold it. */
export function evidenceAddress(holding: Holding, { instrument, eId }: Evidence): string | undefined {
  const text = textOf(holding, instrument);
  return text && (eId ? `${text.address}#${eId}` : text.address);
}

/** State on the horizon and every stretch of the life of a work, or of one of its texts. */
export function standingOf(
  archive: Archived,
  work: Work,
  version?: Day,
): { status: Status; life: LifeOfText } {
  const events = archive.events.get(work.id) ?? [];
  const known = knownTo(work, events);
  const day = known || archive.horizon;
  if (!day) {
    const reason = '本库未载任何日期，无从判断';
    return {
      status: { state: 'unknown', basis: 'none', reason, evidence: [], at: '', horizon: '' },
      life: [],
    };
  }
  const whole = version === undefined ? archive.lives.get(work.id) : undefined;
  const life = whole ?? lifeOf(work, events, work.horizon ?? '', version);
  return { status: { ...textOn(life, day), at: day, horizon: known }, life };
}

/** True where a part of the text has been repealed by the day of the status. */
export const repealedPart = (status: Status): boolean =>
  partsOn(status, status.at).some(({ state }) => state === 'repealed' || state === 'lapsed');
