/**
 * The table of versions for filters, counts and sorting. Read only when one of them is wanted: first results need none
 * of it. Names are left out; those that are shown are read with their documents.
 */
import { type FacetVersion, type Shape, type VersionTable, versionTable } from '../corpus.ts';
import type { StateSpan } from '../types.ts';

/** A row a version, in the order of their provisions, so that neighbours resemble each other. */
interface Columns {
  /** Different values, referred to by number. */
  kinds: string[];
  issuers: string[];
  subjects: string[];
  states: string[];
  ordinal: number[];
  /** Number of provisions. */
  count: number[];
  /** Days since the row before; absent dates are null. */
  date: (number | null)[];
  kind: number[];
  issuer: number[];
  subject: number[];
  /** 1 amended, 2 and 4 standing. */
  flags: number[];
  /** Days since the version's date, state, days, state … */
  spans: number[][];
  /** Ordinals of past texts with that of the latest text of their work. */
  latest: number[];
}

/** Days since 1970 of a calendar day, and back. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The table as JSON. */
export function encodeVersions({ versions, first, end, latest }: VersionTable): string {
  const order = versions.map((_, ordinal) => ordinal);
  const provisions = (ordinal: number): number => end[ordinal]! - first[ordinal]!;
  order.sort(
    (a, b) => Number(provisions(a) === 0) - Number(provisions(b) === 0) || first[a]! - first[b]! || a - b,
  );
  const [kinds, issuers, subjects, states] = [numbering(), numbering(), numbering(), numbering()];
  let before = 0;
  const columns: Columns = {
    ...{ kinds: kinds.values, issuers: issuers.values, subjects: subjects.values, states: states.values },
    ordinal: order,
    count: order.map(provisions),
    ...{ date: [], kind: [], issuer: [], subject: [], flags: [], spans: [] },
    latest: order.flatMap((ordinal) => (latest[ordinal] === ordinal ? [] : [ordinal, latest[ordinal]!])),
  };
  for (const ordinal of order) {
    const version = versions[ordinal]!;
    const day = version.date === '' ? undefined : dayNumber(version.date);
    columns.date.push(day === undefined ? null : day - before);
    before = day ?? before;
    columns.kind.push(kinds.of(version.kind));
    columns.issuer.push(issuers.of(version.issuer ?? ''));
    columns.subject.push(subjects.of(version.subject ?? ''));
    columns.flags.push((version.amended ? 1 : 0) + version.standing * 2);
    columns.spans.push(
      version.states.flatMap(({ from, state }) => [dayNumber(from) - before, states.of(state)]),
    );
  }
  return JSON.stringify(columns);
}

/** The table from JSON. Throws where it is not what `encodeVersions` wrote. */
export function decodeVersions(json: string, shape: Shape): VersionTable {
  const columns = JSON.parse(json) as Columns;
  const versions: FacetVersion[] = [];
  const runs: [number, number, number][] = [];
  const past = new Map<number, number>();
  for (let i = 0; i < columns.latest.length; i += 2) past.set(columns.latest[i]!, columns.latest[i + 1]!);
  let before = 0;
  let at = shape.titles;
  for (const [i, ordinal] of columns.ordinal.entries()) {
    const gap = columns.date[i]!;
    if (gap !== null) before += gap;
    const flags = columns.flags[i]!;
    const spans = columns.spans[i]!;
    const states: StateSpan[] = [];
    for (let k = 0; k < spans.length; k += 2) {
      const state = columns.states[spans[k + 1]!] as StateSpan['state'];
      states.push({ from: dayOf(before + spans[k]!), state });
    }
    const issuer = columns.issuers[columns.issuer[i]!];
    const subject = columns.subjects[columns.subject[i]!];
    versions[ordinal] = {
      ...{
        date: gap === null ? '' : dayOf(before),
        kind: columns.kinds[columns.kind[i]!] as FacetVersion['kind'],
      },
      ...(issuer ? { issuer } : {}),
      ...(subject ? { subject } : {}),
      ...{ amended: (flags & 1) === 1, standing: (flags >> 1) as FacetVersion['standing'], states },
    };
    const count = columns.count[i]!;
    if (count === 0) continue;
    // Provisions of past texts come after their whole documents.
    if (at === shape.firstPast) at += shape.pastTitles;
    runs.push([ordinal, at, at + count]);
    at += count;
  }
  return versionTable(shape, versions, runs, (ordinal) => past.get(ordinal) ?? ordinal);
}

function numbering(): { values: string[]; of(value: string): number } {
  const known = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    of(value) {
      const found = known.get(value);
      if (found !== undefined) return found;
      known.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
