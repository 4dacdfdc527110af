/** Filters, their counts, and orders other than by relevance. */
import type { Day, InstrumentKind, State } from '../model.ts';
import { type FacetVersion, type Shape, titleId, type VersionTable } from './corpus.ts';
import { workTerm } from './grams.ts';
import { hasFilters } from './has-filters.ts';
import type { Choice, TextSource } from './source.ts';
import type { Facets, Filters, Sort } from './types.ts';

/** State of a version on a day; `unknown` where nothing says. */
export function stateOn(version: FacetVersion, at: Day): State {
  const { states } = version;
  const span = states.findLast(({ from }) => from <= at);
  return span?.state ?? (states.length > 0 ? 'not-yet' : 'unknown');
}

/** True where a version is the text of its work on a day: not replaced, and not one that was still to come. */
export function isTextOf(version: FacetVersion, day: Day): boolean {
  const state = stateOn(version, day);
  if (state === 'superseded' || state === 'not-yet') return false;
  return !version.amended || (state !== 'published' && state !== 'adopted');
}

type Dimension = keyof Filters;

/** Which filters a version does not pass. A reader of counts wants to know what another choice would give. */
type Failings = readonly Dimension[];

const tests: Readonly<
  Record<Exclude<Dimension, 'work'>, (version: FacetVersion, filters: Filters, at: Day) => boolean>
> = {
  kind: ({ kind }, filters) => kind === filters.kind,
  issuer: ({ issuer }, filters) => issuer === filters.issuer,
  subject: ({ subject }, filters) => subject === filters.subject,
  year: ({ date }, { year }) => date.startsWith(`${year}-`),
  amended: ({ amended }, filters) => amended === filters.amended,
  on: (version, { on }) => isTextOf(version, on!),
  text: ({ standing }, { text }) => (standing === 2) === (text === 'past'),
  state: (version, { state }, at) => stateOn(version, at) === state,
};

/** What the filters make of every version. */
export interface Verdicts {
  allowed(id: number): boolean;
  failings(ordinal: number): Failings;
}

export async function judge(
  source: TextSource,
  table: VersionTable,
  { filters, at }: Choice,
): Promise<Verdicts> {
  if (!hasFilters(filters)) return { allowed: () => true, failings: () => [] };
  const meant = filters.work === undefined ? undefined : await versionsOf(source, table, filters.work);
  const active = (Object.keys(tests) as Exclude<Dimension, 'work'>[]).filter(
    (key) => filters[key] !== undefined,
  );
  const all = table.versions.map((version, ordinal): Failings => {
    const failed: Dimension[] = active.filter((key) => !tests[key](version, filters, at));
    return meant === undefined || meant.has(ordinal) ? failed : [...failed, 'work'];
  });
  return {
    allowed: (id) => all[table.versionOf(id)]?.length === 0,
    failings: (ordinal) => all[ordinal] ?? [],
  };
}

async function versionsOf(source: TextSource, table: VersionTable, work: string): Promise<Set<number>> {
  const found = await source.find({ phrases: [], field: 'text', terms: [workTerm(work)] });
  const { ids } = await found.read(0, source.shape.size);
  return new Set(Array.from(ids, (id) => table.versionOf(id)));
}

/** Works that are named among the counts. */
const mostWorks = 12;

/** Number of hits in each version, by ordinal. */
export function countVersions(table: VersionTable, ids: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) {
    const ordinal = table.versionOf(id);
    counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1);
  }
  return counts;
}

/**
 * Counts for every filter: how many hits a choice would leave while the other filters stay as they are.
 * @param perVersion hits without any filter
 */
export async function countFacets(
  source: TextSource,
  table: VersionTable,
  perVersion: ReadonlyMap<number, number>,
  { failings }: Verdicts,
  at: Day,
): Promise<Facets> {
  const [kinds, issuers, subjects] = [new Map(), new Map(), new Map()];
  const [states, years] = [new Map(), new Map()];
  const works = new Map<number, number>();
  let [amended, past] = [0, 0];
  const add = <Key>(map: Map<Key, number>, key: Key | undefined, count: number): void => {
    if (key !== undefined && key !== '') map.set(key, (map.get(key) ?? 0) + count);
  };
  for (const [ordinal, count] of perVersion) {
    const failed = failings(ordinal);
    const open = (dimension: Dimension): boolean => failed.every((one) => one === dimension);
    const version = table.versions[ordinal]!;
    if (open('kind')) add(kinds, version.kind, count);
    if (open('issuer')) add(issuers, version.issuer, count);
    if (open('subject')) add(subjects, version.subject, count);
    if (open('state')) add(states, stateOn(version, at), count);
    if (open('year')) add(years, version.date.slice(0, 4), count);
    if (open('work')) add(works, table.latest[ordinal], count);
    if (open('amended') && version.amended) amended += count;
    if (open('text') && version.standing === 2) past += count;
  }
  return {
    kind: ordered<InstrumentKind>(kinds),
    issuer: ordered(issuers),
    subject: ordered(subjects),
    state: ordered<State>(states),
    year: ordered<string>(years).sort((a, b) => (a[0] < b[0] ? 1 : -1)),
    ...{ amended, past },
    work: await named(source, works),
  };
}

async function named(source: TextSource, works: ReadonlyMap<number, number>): Promise<Facets['work']> {
  const most = [...works].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostWorks);
  const documents = await source.load(most.map(([ordinal]) => titleId(source.shape, ordinal)));
  return most.flatMap(([, count], i): Facets['work'] => {
    const version = documents[i]?.version;
    return version ? [[version.work, count, version.title]] : [];
  });
}

function ordered<Key extends string>(counts: Map<string, number>): [Key, number][] {
  const list = [...counts] as [Key, number][];
  return list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Ids in another order than relevance. Documents without a date come last; within one the text's order holds. */
export function sortIds(
  ids: readonly number[],
  sort: Exclude<Sort, 'relevance'>,
  table: VersionTable,
  shape: Shape,
): number[] {
  const keyed = ids.map((id) => {
    const ordinal = table.versionOf(id);
    const version = table.versions[ordinal]!;
    return { id, version, work: table.latest[ordinal]!, whole: id === titleId(shape, ordinal) };
  });
  const direction = sort === 'oldest' ? -1 : 1;
  const byDate = (a: FacetVersion, b: FacetVersion): number => {
    if (a.date === b.date) return 0;
    if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1;
    return (a.date < b.date ? 1 : -1) * direction;
  };
  keyed.sort((a, b) => {
    const versions =
      sort === 'document'
        ? a.work - b.work || byDate(a.version, b.version)
        : byDate(a.version, b.version) || a.work - b.work;
    return versions || Number(b.whole) - Number(a.whole) || a.id - b.id;
  });
  return keyed.map(({ id }) => id);
}
