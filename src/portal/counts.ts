/** How many hits there are: in all, for each choice that a filter leaves, for each city, and in the texts that are shown. */

import { states } from '../domain/model/states.ts';
import { textName } from '../domain/names/index.ts';
import type { Choice } from '../domain/search/source.ts';
import type { Facets, StoredDocument } from '../domain/search/types.ts';
import type { Engine, Query } from './engine.ts';
import { all, type Dimension, filterQueries } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** Values of one filter that are counted. */
const mostValues = 20_000;
/** Works that are named among the counts. */
const mostWorks = 12;

/** Counts beside those of the shared search. */
export interface CityFacets extends Facets {
  /** By number of hits, then by the number of the city. */
  city: [city: string, count: number][];
}

/** A work with its number of hits, and where its first title stands. */
export type CountedWork = [work: string, count: number, order: number];

export interface Counted {
  total: number;
  facets: Omit<CityFacets, 'work' | 'city'>;
  works: CountedWork[];
}

const terms = (field: string, size = mostValues): Query => ({ terms: { field, size } });

/** Hits of a query by each filter but its own, as a choice there would leave them. */
export async function countHits(
  engine: Engine,
  indices: readonly string[],
  query: Query,
  { filters, at }: Choice,
): Promise<Counted> {
  const others = (dimension?: Dimension) => ({ bool: { filter: filterQueries(filters, at, dimension) } });
  const by = (dimension: Dimension, counted: Query) => ({ filter: others(dimension), aggs: { counted } });
  const inState = states.map((state) => [state, { term: { [`states.${state}`]: at } }]);
  const { aggregations } = await engine.search(indices, {
    query,
    size: 0,
    aggs: {
      all: { filter: others() },
      kind: by('kind', terms('kind')),
      issuer: by('issuer', terms('issuer')),
      subject: by('subject', terms('subject')),
      year: by('year', terms('year')),
      state: by('state', { filters: { filters: Object.fromEntries(inState) } }),
      amended: by('amended', { filter: { term: { amended: true } } }),
      past: by('text', { filter: { term: { past: true } } }),
      work: by('work', {
        terms: { field: 'work', size: mostWorks, order: [{ _count: 'desc' }, { first: 'asc' }] },
        aggs: { first: { min: { field: 'workOrder' } } },
      }),
    },
  });
  const aggs = aggregations as Record<string, Aggregation>;
  const values = (name: string) =>
    buckets(aggs[name]?.counted).map(({ key, doc_count }): [string, number] => [key, doc_count]);
  const inStates = Object.entries(named(aggs['state']?.counted)).filter(([, count]) => count > 0);
  return {
    total: aggs['all']?.doc_count ?? 0,
    facets: {
      kind: ordered(values('kind')) as Facets['kind'],
      issuer: ordered(values('issuer')),
      subject: ordered(values('subject')),
      year: values('year').sort((a, b) => (a[0] < b[0] ? 1 : -1)),
      state: ordered(inStates) as Facets['state'],
      amended: aggs['amended']?.counted?.doc_count ?? 0,
      past: aggs['past']?.counted?.doc_count ?? 0,
    },
    works: buckets(aggs['work']?.counted).map(({ key, doc_count, first }) => [key, doc_count, first!.value]),
  };
}

/** Hits of a query in each city by itself. */
export async function countCities(
  engine: Engine,
  snapshot: Snapshot,
  query: Query,
  { filters, at }: Choice,
): Promise<CityFacets['city']> {
  const indices = snapshot.indices('provisions');
  const { aggregations } = await engine.search(indices, {
    query,
    size: 0,
    aggs: { city: { filter: all(filterQueries(filters, at)), aggs: { counted: terms('_index') } } },
  });
  const cityOf = new Map(snapshot.cities.map(({ id }, i) => [indices[i], id]));
  const found = buckets((aggregations['city'] as Aggregation | undefined)?.counted);
  return ordered(found.map(({ key, doc_count }) => [cityOf.get(key) ?? key, doc_count]));
}

/** Hits of a query in the versions that some documents belong to. */
export async function countVersions(
  engine: Engine,
  indices: readonly string[],
  query: Query,
  shown: readonly StoredDocument[],
): Promise<(document: StoredDocument) => number> {
  const keyOf = ({ version: { work, date } }: StoredDocument): string => textName(work, date);
  const versions = Array.from(new Map(shown.map((each) => [keyOf(each), each.version])));
  if (versions.length === 0) return () => 1;
  const filters = Object.fromEntries(
    versions.map(([key, { work, date }]) => [key, all([{ term: { work } }, { term: { version: date } }])]),
  );
  const { aggregations } = await engine.search(indices, {
    query,
    size: 0,
    aggs: { versions: { filters: { filters } } },
  });
  const perVersion = named(aggregations['versions'] as Aggregation);
  return (document) => perVersion[keyOf(document)] || 1;
}

interface Bucket {
  key: string;
  doc_count: number;
  first?: { value: number };
}

interface Aggregation {
  doc_count: number;
  buckets?: Bucket[] | Record<string, { doc_count: number }>;
  counted?: Aggregation;
}

function buckets(aggregation: Aggregation | undefined): Bucket[] {
  return Array.isArray(aggregation?.buckets) ? aggregation.buckets : [];
}

function named(aggregation: Aggregation | undefined): Record<string, number> {
  const found = Object.entries((aggregation?.buckets ?? {}) as Record<string, { doc_count: number }>);
  return Object.fromEntries(found.map(([key, { doc_count }]) => [key, doc_count]));
}

function ordered(counts: [string, number][]): [string, number][] {
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
