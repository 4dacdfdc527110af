/** The archive in the form that search works on: documents with ids, normalised texts, and the table of versions. */
import { normalise } from './analysis.ts';
import { lineBreak } from './grams.ts';
import { titleHead } from './headings.ts';
import type { SearchDocument, SearchVersion, StoredDocument } from './types.ts';

/**
 * Versions by ordinal, with the ids of their documents. The ordinal of a version is the place of its whole document
 * among the whole documents: those of latest texts have the ids from 0, those of past texts the ids from `firstPast`.
 */
export interface VersionTable {
  versions: readonly FacetVersion[];
  /** Provisions of version `v` have the ids `[first[v], end[v])`. */
  first: Uint32Array;
  end: Uint32Array;
  /** Ordinal of the latest text of the same work. */
  latest: Uint32Array;
  /** Ordinal of the version that a document belongs to. */
  versionOf(id: number): number;
}

/** What filters ask of a version. */
export type FacetVersion = Pick<
  SearchVersion,
  'date' | 'kind' | 'issuer' | 'subject' | 'amended' | 'states' | 'standing'
>;

export interface Shape {
  /** Number of documents. */
  size: number;
  /** Ids below stand for whole documents (latest texts). */
  titles: number;
  /** Ids from here on belong to texts that later ones have replaced. */
  firstPast: number;
  /** Number of whole documents of past texts, from `firstPast`. */
  pastTitles: number;
}

export interface Corpus extends Shape {
  documents: readonly StoredDocument[];
  table: VersionTable;
}

/** Id of the whole document of a version. */
export function titleId(shape: Shape, ordinal: number): number {
  return ordinal < shape.titles ? ordinal : shape.firstPast + ordinal - shape.titles;
}

/** Ordinal of the version whose whole document has an id, or -1 for a provision. */
function titleOrdinal(shape: Shape, id: number): number {
  if (id < shape.titles) return id;
  const past = id - shape.firstPast;
  return past >= 0 && past < shape.pastTitles ? shape.titles + past : -1;
}

/** The parts of a document's text that are searched; derived, never stored. */
export function searchedText(document: SearchDocument): { head: string; body: string } {
  if (document.type !== 'title') {
    return { head: normalise(document.heading), body: normalise(document.text) };
  }
  const head = titleHead(document.version);
  const lines = document.text.split('\n').map(normalise);
  const more = lines.filter((line) => line !== '' && !head.includes(line));
  return { head, body: [head, ...more].join(lineBreak) };
}

/** Shape of documents in base order. */
export function shapeOf(documents: readonly SearchDocument[]): Shape {
  const isPast = ({ version }: SearchDocument): boolean => version.standing === 2;
  const count = (from: number): number => {
    let at = from;
    while (at < documents.length && documents[at]!.type === 'title') at++;
    return at - from;
  };
  const titles = documents.length > 0 && !isPast(documents[0]!) ? count(0) : 0;
  const found = documents.findIndex(isPast);
  const firstPast = found < 0 ? documents.length : found;
  return {
    size: documents.length,
    titles: Math.min(titles, firstPast),
    firstPast,
    pastTitles: count(firstPast),
  };
}

/** Lays the table of versions from the ordinals of all provisions in id order. */
export function versionTable(
  shape: Shape,
  versions: readonly FacetVersion[],
  runs: readonly (readonly [ordinal: number, first: number, end: number])[],
  latestOf: (ordinal: number) => number,
): VersionTable {
  const first = new Uint32Array(versions.length);
  const end = new Uint32Array(versions.length);
  for (const [ordinal, from, to] of runs) {
    first[ordinal] = from;
    end[ordinal] = to;
  }
  return {
    ...{ versions, first, end, latest: Uint32Array.from(versions, (_, ordinal) => latestOf(ordinal)) },
    versionOf(id) {
      const whole = titleOrdinal(shape, id);
      if (whole >= 0) return whole;
      let [low, high] = [0, runs.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (runs[middle]![1] <= id) low = middle;
        else high = middle - 1;
      }
      return runs[low]![0];
    },
  };
}

/** Takes in documents in base order (as `searchDocuments` gives them). */
export function createCorpus(list: readonly SearchDocument[]): Corpus {
  const shape = shapeOf(list);
  const ordinals = new Map<SearchVersion, number>();
  const versions: SearchVersion[] = [];
  for (const { version, type } of list) {
    if (type === 'title') {
      ordinals.set(version, versions.length);
      versions.push(version);
    }
  }
  const runs: [number, number, number][] = [];
  for (let id = 0; id < list.length; id++) {
    const { version, type } = list[id]!;
    if (type === 'title') continue;
    const ordinal = ordinals.get(version)!;
    const last = runs.at(-1);
    if (last && last[0] === ordinal) last[2] = id + 1;
    else runs.push([ordinal, id, id + 1]);
  }
  const latest = new Map<string, number>();
  for (const [ordinal, { work }] of versions.entries()) if (!latest.has(work)) latest.set(work, ordinal);
  const table = versionTable(
    shape,
    versions,
    runs,
    (ordinal) => latest.get(versions[ordinal]!.work) ?? ordinal,
  );
  const documents = list.map((document, id): StoredDocument => {
    const ordinal = ordinals.get(document.version)!;
    return {
      ...document,
      ...searchedText(document),
      ...{ id, first: table.first[ordinal]!, end: table.end[ordinal]! },
    };
  });
  return { ...shape, documents, table };
}
