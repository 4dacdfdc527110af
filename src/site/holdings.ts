/** The archive as the pages ask for it: by id, by file, in the order of print. */
import { createHash } from 'node:crypto';
import type {
  Day,
  Instrument,
  LegalEvent,
  LifeOfText,
  Original,
  Repair,
  SourceFile,
  Version,
  Work,
} from '../domain/model.ts';
import { dayOfWork, presentText as presentIn } from '../domain/status/life/present.ts';
import type { Archive } from './load.ts';
import { versionUrl, workUrl } from './urls.ts';

export interface Source {
  /** Its name in an address. */
  id: string;
  /** The issue that it is the text of. */
  issue?: string;
  /** The files that its text was taken from. */
  originals: readonly Original[];
  file: SourceFile;
  repairs: Repair[];
  /** Texts printed in the file, in its order. */
  versions: Version[];
}

export interface Holdings {
  archive: Archive;
  issues: Map<string, Archive['issues'][number]>;
  /** Works held, registered, and only mentioned. */
  works: Map<string, Work>;
  /** By work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** Work id → the text that its page shows. */
  present: ReadonlyMap<string, Version>;
  /** Decision id → the texts that it made, each with the text before it. */
  made: ReadonlyMap<string, readonly (readonly [before: Version, after: Version])[]>;
  /** Instrument id → its version. */
  versions: Map<string, Version>;
  /** Path of a source file → what it holds. */
  sources: Map<string, Source>;
}

/** Indexes of an archive, built once. */
export function holdingsOf(archive: Archive): Holdings {
  const sources = new Map<string, Source>();
  const ids = sourceIds(archive.sources.map(({ path }) => path));
  for (const { path, source, repairs, issue, originals = [] } of archive.sources) {
    sources.set(path, {
      id: ids.get(path)!,
      ...(issue ? { issue } : {}),
      originals,
      file: { path, text: source },
      repairs,
      versions: [],
    });
  }
  const versions = new Map<string, Version>();
  for (const work of archive.works) {
    for (const version of work.versions) {
      versions.set(version.instrument.id, version);
      if (version.origin === 'published') sources.get(version.source.path)?.versions.push(version);
    }
  }
  for (const { versions: held } of sources.values()) {
    held.sort((a, b) => startOf(a.instrument) - startOf(b.instrument));
  }
  const pairs = archive.works.flatMap(({ versions: [first, ...later] }) => {
    let before = first;
    return later.map((after): [Version, Version] => {
      const pair: [Version, Version] = [before!, after];
      before = after;
      return pair;
    });
  });
  const present = new Map<string, Version>();
  const holdings: Holdings = {
    archive,
    present,
    made: Map.groupBy(
      pairs.filter(([, { madeBy }]) => madeBy !== undefined),
      ([, { madeBy }]) => madeBy!,
    ),
    events: archive.events,
    issues: new Map(archive.issues.map((issue) => [issue.id, issue])),
    works: new Map(archive.works.map((work) => [work.id, work])),
    versions,
    sources,
  };
  for (const work of archive.works) {
    const version = presentIn(archive, work);
    if (version) present.set(work.id, version);
  }
  return holdings;
}

const startOf = (instrument: Instrument): number => instrument.position.start.offset;

/** The day for which the page of a work speaks. */
export const dayOfPage = ({ archive }: Holdings, work: Work): Day => dayOfWork(archive, work);

/** Which text a work has on which day, and in which state. */
export const lifeOfWork = ({ archive }: Holdings, { id }: Pick<Work, 'id'>): LifeOfText =>
  archive.lives.get(id)!;

/** The text that a work has on the day for which its page speaks; undefined where the archive knows it only by name. */
export function presentText(holdings: Holdings, { id }: Pick<Work, 'id'>): Version | undefined {
  return holdings.present.get(id);
}

/** Where a text stands: at the work's own address if it is the present one, else at that of its day. */
export function addressOf(holdings: Holdings, version: Version): string {
  return version === holdings.present.get(version.work)
    ? workUrl(version.work)
    : versionUrl(version.work, version.date);
}

/** A part of an address is a file name of at most 255 bytes on most systems; what is added to it needs some of them. */
const longest = 200;

/**
 * The names of source files in addresses: their paths without marks and ending.
 *
 * `issues/2020-12/gazette.md` → `issues-2020-12-gazette` · `works/a b/x.md`, `works/a-b/x.md` → `works-a-b-x-…` twice
 */
export const sourceIds = (paths: readonly string[]): ReadonlyMap<string, string> =>
  addressNames(paths, (path) => plainName(path.replace(/\.\w+$/, '')));

/**
 * Names that stand for words in an address: without marks. Words that only marks tell apart, and those that are too long
 * for a file name, get some digits of the whole.
 *
 * `样洲市人民政府` → the same · `城乡建设、环境保护` → `城乡建设-环境保护`
 */
export function addressNames(
  words: readonly string[],
  plainOf: (words: string) => string = plainName,
): ReadonlyMap<string, string> {
  const plain = new Map(words.map((each) => [each, plainOf(each)]));
  const alike = Map.groupBy(plain.keys(), (each) => plain.get(each)!.toLowerCase());
  return new Map(
    words.map((each) => {
      const name = plain.get(each)!;
      const unique = alike.get(name.toLowerCase())!.length === 1 && Buffer.byteLength(name) <= longest;
      return [
        each,
        unique && /[\p{L}\p{N}]/u.test(name) ? name : `${cutTo(name, longest)}-${digitsOf(each)}`,
      ];
    }),
  );
}

const plainName = (words: string): string => words.normalize('NFC').replace(/[^\p{L}\p{N}.-]+/gu, '-');

const digitsOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);

/** The first characters of a text that take no more than some bytes. */
function cutTo(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
