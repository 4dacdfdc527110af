/** Filters, their counts, and orders other than by relevance. */
import type { Day, InstrumentKind, State } from '../model.ts';
import { type Shape, titleId, type VersionTable } from './corpus.ts';
import type { SearchVersion } from './types.ts';

/** What a reader may narrow a search to. Absent: all. */
export interface Filters {
  work?: string;
  kind?: InstrumentKind;
  issuer?: string;
  /** State on the day of `at`. */
  state?: State;
  year?: string;
  /** Only texts that a decision has changed. */
  amended?: boolean;
  /** Only the latest text of each work, or only replaced texts. */
  text?: 'latest' | 'past';
}

export type Sort = 'relevance' | 'newest' | 'oldest' | 'document';

/** How many hits each choice would leave; by number, then by name. */
export interface Facets {
  kind: [InstrumentKind, number][];
  issuer: [string, number][];
  state: [State, number][];
  year: [string, number][];
  amended: number;
  past: number;
  /** Hits in each work, most first. */
  work: [string, number, title: string][];
}

/** State of a version on a day; `unknown` where nothing says. */
export function stateOn(version: SearchVersion, at: Day): State {
  const { states } = version;
  const span = states.findLast(({ from }) => from <= at);
  return span?.state ?? (states.length > 0 ? 'not-yet' : 'unknown');
}

/** True where a version is among what the filters leave. */
export function passes(version: SearchVersion, filters: Filters, at: Day): boolean {
  const { work, kind, issuer, state, year, amended, text } = filters;
  return (
    (work === undefined || version.work === work) &&
    (kind === undefined || version.kind === kind) &&
    (issuer === undefined || version.issuer === issuer) &&
    (year === undefined || version.date.startsWith(`${year}-`)) &&
    (amended === undefined || version.amended === amended) &&
    (text === undefined || (version.standing === 2) === (text === 'past')) &&
    (state === undefined || stateOn(version, at) === state)
  );
}

/** True where there is anything to filter by. */
export function hasFilters(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** Which documents the filters leave. */
export function filterOf(table: VersionTable, filters: Filters, at: Day): (id: number) => boolean {
  const verdicts = table.versions.map((version) => passes(version, filters, at));
  return (id) => verdicts[table.versionOf(id)] ?? false;
}

/** Counts hits by every filter. */
export function countFacets(table: VersionTable, ids: Iterable<number>, at: Day): Facets {
  const perVersion = new Map<number, number>();
  for (const id of ids) {
    const ordinal = table.versionOf(id);
    perVersion.set(ordinal, (perVersion.get(ordinal) ?? 0) + 1);
  }
  const counts = { kind: new Map(), issuer: new Map(), state: new Map(), year: new Map(), work: new Map() };
  const titles = new Map<string, string>();
  let [amended, past] = [0, 0];
  const add = (map: Map<string, number>, key: string | undefined, count: number): void => {
    if (key !== undefined && key !== '') map.set(key, (map.get(key) ?? 0) + count);
  };
  for (const [ordinal, count] of perVersion) {
    const version = table.versions[ordinal]!;
    add(counts.kind, version.kind, count);
    add(counts.issuer, version.issuer, count);
    add(counts.state, stateOn(version, at), count);
    add(counts.year, version.date.slice(0, 4), count);
    add(counts.work, version.work, count);
    if (!titles.has(version.work) || version.standing < 2) titles.set(version.work, version.title);
    if (version.amended) amended += count;
    if (version.standing === 2) past += count;
  }
  return {
    kind: ordered<InstrumentKind>(counts.kind),
    issuer: ordered(counts.issuer),
    state: ordered<State>(counts.state),
    year: ordered(counts.year).sort((a, b) => (a[0] < b[0] ? 1 : -1)),
    ...{ amended, past },
    work: ordered(counts.work).map(([work, count]) => [work, count, titles.get(work) ?? work]),
  };
}

function ordered<Key extends string>(counts: Map<string, number>): [Key, number][] {
  const list = [...counts] as [Key, number][];
  return list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Ids in another order than relevance. Documents without a date come last; within one the text's order holds. */
export function sortIds(ids: readonly number[], sort: Sort, table: VersionTable, shape: Shape): number[] {
  const keyed = ids.map((id) => {
    const ordinal = table.versionOf(id);
    const version = table.versions[ordinal]!;
    return { id, version, whole: id === titleId(shape, ordinal) };
  });
  const direction = sort === 'oldest' ? -1 : 1;
  const byDate = (a: SearchVersion, b: SearchVersion): number => {
    if (a.date === b.date) return 0;
    if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1;
    return (a.date < b.date ? 1 : -1) * direction;
  };
  const byName = (a: SearchVersion, b: SearchVersion): number =>
    a.work < b.work ? -1 : a.work > b.work ? 1 : 0;
  keyed.sort((a, b) => {
    const versions =
      sort === 'document'
        ? byName(a.version, b.version) || byDate(a.version, b.version)
        : byDate(a.version, b.version) || byName(a.version, b.version);
    return versions || Number(b.whole) - Number(a.whole) || a.id - b.id;
  });
  return keyed.map(({ id }) => id);
}
