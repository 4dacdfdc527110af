/**
 * The engine as a source of search. The search itself is that of the static site: this file only says how the engine
 * finds candidates, narrows, sorts and counts. Readers' words reach it as phrases alone, never as a query language.
 */
import { states } from '../domain/model/states.ts';
import { lookUp } from '../domain/search/check.ts';
import { searchedText } from '../domain/search/corpus.ts';
import { hasFilters } from '../domain/search/facets.ts';
import { gramsOf, workTerm } from '../domain/search/grams.ts';
import { commonTerm } from '../domain/search/memory.ts';
import { type Needle, parseQuery, type Reading } from '../domain/search/query.ts';
import { hitIds } from '../domain/search/rank.ts';
import {
  type Candidates,
  type Choice,
  type Lookup,
  none,
  type SearchSource,
  type TextSource,
  within,
} from '../domain/search/source.ts';
import type { Facets, Field, Filters, Sort, StoredDocument } from '../domain/search/types.ts';
import type { Engine, Query } from './engine.ts';
import type { ProvisionEntry } from './indices.ts';
import { shape } from './order.ts';
import type { Snapshot } from './snapshot.ts';

/** Ids read with a lookup, and at a time beyond that. */
const firstIds = 256;
const moreIds = 10_000;
/** Values of one filter that are counted. */
const mostValues = 20_000;
/** Works that are named among the counts. */
const mostWorks = 12;

const never: Query = { match_none: {} };
const all = (list: readonly Query[]): Query => ({ bool: { filter: list } });
const any = (list: readonly Query[]): Query =>
  list.length === 0
    ? never
    : list.length === 1
      ? list[0]!
      : { bool: { should: list, minimum_should_match: 1 } };

/**
 * Documents in which a phrase stands: one character is a term of its own, more are the pairs side by side.
 * Half a character is in no text.
 */
export function phraseQuery(field: 'head' | 'body', phrase: string): Query {
  if (phrase === '' || !phrase.isWellFormed()) return never;
  const length = Array.from(phrase).length;
  return length === 1
    ? { term: { [`${field}.one`]: phrase } }
    : { match_phrase: { [`${field}.two`]: { query: phrase } } };
}

const fieldOf = (field: Field): 'head' | 'body' => (field === 'heading' ? 'head' : 'body');

const needleQuery = ({ forms }: Needle): Query => any(forms.map((form) => phraseQuery('body', form)));

/** Documents whose text has all the needles, and none that is excluded. */
const textQuery = ({ needles, excluded }: Pick<Reading, 'needles' | 'excluded'>): Query => ({
  bool: { filter: needles.map(needleQuery), must_not: excluded.map(needleQuery) },
});

/** Values in one condition; the engine takes no more than 65,536. */
const mostIds = 60_000;

function idsQuery(ids: readonly number[]): Query {
  const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, i) => ({
    terms: { order: ids.slice(i * mostIds, (i + 1) * mostIds) },
  }));
  return any(parts);
}

/** What each filter asks of a document. */
const tests: Readonly<Record<keyof Filters, (filters: Filters, at: string) => Query>> = {
  work: ({ work }) => ({ term: { work } }),
  kind: ({ kind }) => ({ term: { kind } }),
  issuer: ({ issuer }) => ({ term: { issuer } }),
  subject: ({ subject }) => ({ term: { subject } }),
  state: ({ state }, at) => ({ term: { [`states.${state}`]: at } }),
  year: ({ year }) => ({ term: { year } }),
  amended: ({ amended }) => ({ term: { amended } }),
  text: ({ text }) => ({ term: { past: text === 'past' } }),
  on: ({ on }) => ({ term: { textOn: on } }),
};

type Dimension = keyof Filters;

const active = (filters: Filters): Dimension[] =>
  (Object.keys(tests) as Dimension[]).filter((key) => filters[key] !== undefined);

const filterQueries = (filters: Filters, at: string, except?: Dimension): Query[] =>
  active(filters).flatMap((key) => (key === except ? [] : [tests[key](filters, at)]));

function textOfQuery(text: Choice['text']): Query[] {
  if (!text) return [];
  return ['day' in text ? { term: { version: text.day } } : { term: { year: String(text.year) } }];
}

const orders: Readonly<Record<Exclude<Sort, 'relevance'>, Query[]>> = {
  newest: [{ day: { order: 'desc', missing: '_last' } }, { workOrder: 'asc' }],
  oldest: [{ day: { order: 'asc', missing: '_last' } }, { workOrder: 'asc' }],
  document: [{ workOrder: 'asc' }, { day: { order: 'desc', missing: '_last' } }],
};

/** Counts beside those of the shared search. */
export interface CityFacets extends Facets {
  /** By number of hits, then by the number of the city. */
  city: [city: string, count: number][];
}

export interface EngineSource extends SearchSource {
  survey(
    reading: Reading,
    choice: Choice,
    shown: readonly StoredDocument[],
  ): Promise<Awaited<ReturnType<SearchSource['survey']>> & { facets: CityFacets }>;
  /** Asks at once for what a search for this query will most likely ask for step by step. */
  warm(query: string, choice: Choice): void;
}

/**
 * A source over a snapshot.
 * @param cities only these; all where none is given
 */
export function engineSource(engine: Engine, snapshot: Snapshot, cities?: readonly string[]): EngineSource {
  return sourceOf(engine, snapshot, cities, [], new Map());
}

interface OrderHit {
  order: number;
}

/** Documents fetched ahead of a search for each field. */
const ahead = 24;

function sourceOf(
  engine: Engine,
  snapshot: Snapshot,
  cities: readonly string[] | undefined,
  passing: readonly Query[],
  stored: Map<number, StoredDocument>,
): EngineSource {
  const indices = snapshot.indices('provisions', cities);

  async function idsOf(query: Query, from: number, to: number, size: number) {
    const answer = await engine.search<OrderHit>(indices, {
      query: all([
        ...[query, ...passing],
        ...(from > 0 || to < shape.size ? [{ range: { order: { gte: from, lt: to } } }] : []),
      ]),
      sort: [{ order: 'asc' }],
      size,
      _source: false,
      docvalue_fields: ['order'],
    });
    return { total: answer.total, ids: answer.hits.map(({ sort }) => Number(sort![0])) };
  }

  const found = new Map<string, Promise<Candidates>>();
  const narrower = new Map<string, Promise<EngineSource>>();
  const surveys = new Map<string, ReturnType<typeof counted>>();

  /** Both regions of the order ask the same: it is asked once. */
  function find(lookup: Lookup): Promise<Candidates> {
    const key = JSON.stringify([lookup.field, lookup.phrases, lookup.terms]);
    const known = found.get(key) ?? lookedUp(lookup);
    found.set(key, known);
    return known;
  }

  const lookupQuery = ({ phrases, field, terms = [] }: Lookup): Query =>
    all([...phrases.map((phrase) => phraseQuery(fieldOf(field), phrase)), ...terms.map(termQuery)]);

  async function lookedUp(lookup: Lookup): Promise<Candidates> {
    if (lookup.phrases.length === 0 && !lookup.terms?.length) return none;
    const query = lookupQuery(lookup);
    const first = await idsOf(query, 0, shape.size, firstIds);
    const whole = first.ids.length === first.total;
    const known = whole ? shape.size : first.ids.at(-1)! + 1;
    return {
      exact: true,
      bound: first.total,
      async read(from, to) {
        if (from < known)
          return { ids: within(first.ids, from, Math.min(to, known)), until: Math.min(to, known) };
        const next = await idsOf(query, from, to, moreIds);
        return { ids: next.ids, until: next.ids.length < next.total ? next.ids.at(-1)! + 1 : to };
      },
      refine: async () => false,
    };
  }

  /** Fetches documents of a query, the first of the base order. */
  async function fetched(names: readonly string[], query: Query, size: number): Promise<void> {
    const { hits } = await engine.search<ProvisionEntry>(names, {
      query: all([query]),
      sort: [{ order: 'asc' }],
      size,
      _source: ['order', 'document'],
    });
    for (const { _source } of hits) {
      const { order, document } = _source!;
      if (!stored.has(order)) stored.set(order, { ...document, ...searchedText(document), id: order });
    }
  }

  async function load(ids: ArrayLike<number>): Promise<(StoredDocument | undefined)[]> {
    const list = Array.from(ids);
    const wanted = list.filter((id) => !stored.has(id));
    for (let at = 0; at < wanted.length; at += moreIds) {
      const part = wanted.slice(at, at + moreIds);
      await fetched(snapshot.indices('provisions'), idsQuery(part), part.length);
    }
    return list.map((id) => stored.get(id));
  }

  const texts: TextSource = {
    shape,
    resident: false,
    batch: 64,
    find,
    load,
    async similar(phrase, limit) {
      const grams = gramsOf(phrase);
      const counts = await Promise.all(
        grams.map((gram) =>
          engine.search(indices, { query: all([phraseQuery('body', gram), ...passing]), size: 0 }),
        ),
      );
      const rare = grams.filter((_, i) => counts[i]!.total >= 1 && counts[i]!.total <= commonTerm);
      if (rare.length === 0) return [];
      const should = rare.map((gram) => ({ constant_score: { filter: phraseQuery('body', gram) } }));
      const answer = await engine.search<OrderHit>(indices, {
        query: { bool: { should, minimum_should_match: 1, filter: passing } },
        sort: [{ _score: 'desc' }, { order: 'asc' }],
        size: limit,
        _source: false,
      });
      return answer.hits.map(({ sort }) => Number(sort![1]));
    },
    problems: () => [],
  };

  const made: EngineSource = {
    ...texts,
    narrowed(choice) {
      const key = JSON.stringify(choice);
      const known = narrower.get(key);
      if (known) return known;
      const { filters, at, text } = choice;
      const more = [...filterQueries(filters, at), ...textOfQuery(text)];
      const one = Promise.resolve(sourceOf(engine, snapshot, cities, [...passing, ...more], stored));
      narrower.set(key, one);
      return one;
    },
    warm(query, choice) {
      const [reading] = parseQuery(query).readings;
      if (!reading || reading.place || reading.text || reading.across) return;
      const { needles } = reading;
      const open = hasFilters(choice.filters) ? made.narrowed(choice) : Promise.resolve(made);
      const asked = open.then((source) =>
        Promise.all([lookUp(source, needles, 'heading'), lookUp(source, needles, 'text')]),
      );
      const more = filterQueries(choice.filters, choice.at);
      const phrases = needles.map(({ forms }) => forms[0]!);
      const first = (['heading', 'text'] as const).map((field) =>
        fetched(indices, all([lookupQuery({ phrases, field }), ...more]), ahead),
      );
      // Whoever asks for it in turn is told what went wrong.
      for (const one of [asked, ...first, counts(textQuery(reading), choice)]) one.catch(() => {});
    },
    async sorted(ids, needles, sort) {
      const query = any([
        ...(ids.length > 0 ? [idsQuery(ids)] : []),
        ...(needles.length > 0 ? [all(needles.map(needleQuery))] : []),
      ]);
      return inOrder(all([query, ...passing]), sort);
    },
    async survey(reading, choice, shown) {
      const told = choice.text ? await made.narrowed({ ...choice, filters: {} }) : made;
      const query =
        reading.across || reading.place
          ? idsQuery(Array.from(await hitIds(told, reading)))
          : textQuery(reading);
      const [counted, inVersion] = await Promise.all([
        counts(choice.text ? all([query, ...textOfQuery(choice.text)]) : query, choice),
        inVersions(all([query, ...passing, ...textOfQuery(choice.text)]), shown),
      ]);
      return { ...counted, inVersion };
    },
  };
  return made;

  /** Candidates to be read one step after another; the step stands where an id would. */
  function inOrder(query: Query, sort: Exclude<Sort, 'relevance'>): Candidates {
    const after: unknown[][] = [];
    return {
      exact: true,
      bound: 0,
      async read(step, to) {
        const answer = await engine.search<OrderHit>(indices, {
          query,
          sort: [...orders[sort], { whole: 'desc' }, { order: 'asc' }],
          size: step === 0 ? firstIds : moreIds,
          ...(step === 0 ? {} : { search_after: after[step - 1] }),
          _source: false,
        });
        const last = answer.hits.at(-1)?.sort;
        const more = last !== undefined && answer.hits.length === (step === 0 ? firstIds : moreIds);
        if (more) after[step] = last;
        return { ids: answer.hits.map(({ sort: key }) => Number(key!.at(-1))), until: more ? step + 1 : to };
      },
      refine: async () => false,
    };
  }

  /** Counts of a query, asked once. */
  function counts(query: Query, choice: Choice): ReturnType<typeof counted> {
    const key = JSON.stringify([query, choice.filters, choice.at]);
    const known = surveys.get(key) ?? counted(all([query, ...passing]), choice);
    surveys.set(key, known);
    return known;
  }

  /** Hits of a query in the versions that some documents belong to. */
  async function inVersions(query: Query, shown: readonly StoredDocument[]) {
    const keyOf = ({ version: { work, date } }: StoredDocument): string => `${work}@${date}`;
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
    return (document: StoredDocument) => perVersion[keyOf(document)] || 1;
  }

  async function counted(query: Query, { filters, at }: Choice) {
    const others = (dimension?: Dimension) => ({ bool: { filter: filterQueries(filters, at, dimension) } });
    const by = (dimension: Dimension, counted: Query) => ({ filter: others(dimension), aggs: { counted } });
    const terms = (field: string, size = mostValues): Query => ({ terms: { field, size } });
    const perCity = { filter: others(), aggs: { counted: terms('_index') } };
    const [own, everywhere] = await Promise.all([
      engine.search(indices, {
        query,
        size: 0,
        aggs: {
          all: { filter: others() },
          kind: by('kind', terms('kind')),
          issuer: by('issuer', terms('issuer')),
          subject: by('subject', terms('subject')),
          year: by('year', terms('year')),
          state: by('state', {
            filters: {
              filters: Object.fromEntries(
                states.map((state) => [state, { term: { [`states.${state}`]: at } }]),
              ),
            },
          }),
          amended: by('amended', { filter: { term: { amended: true } } }),
          past: by('text', { filter: { term: { past: true } } }),
          work: by('work', {
            terms: {
              field: 'work',
              size: mostWorks,
              order: [{ _count: 'desc' }, { first: 'asc' }],
            },
            aggs: { first: { min: { field: 'workOrder' } } },
          }),
          ...(cities ? {} : { city: perCity }),
        },
      }),
      cities
        ? engine.search(snapshot.indices('provisions'), { query, size: 0, aggs: { city: perCity } })
        : undefined,
    ]);
    const aggs = own.aggregations as Record<string, Aggregation>;
    const values = (name: string) =>
      buckets(aggs[name]!.counted!).map(({ key, doc_count }): [string, number] => [key, doc_count]);
    const works = buckets(aggs['work']?.counted);
    const cityOf = new Map(
      snapshot.cities.map((city, i) => [snapshot.indices('provisions')[i]!, city.id] as const),
    );
    const byCity = buckets(((everywhere ?? own).aggregations['city'] as Aggregation).counted).map(
      ({ key, doc_count }): [string, number] => [cityOf.get(key) ?? key, doc_count],
    );
    return {
      total: aggs['all']!.doc_count,
      exact: true,
      facets: {
        kind: ordered(values('kind')) as Facets['kind'],
        issuer: ordered(values('issuer')),
        subject: ordered(values('subject')),
        year: values('year').sort((a, b) => (a[0] < b[0] ? 1 : -1)),
        state: ordered(
          Object.entries(named(aggs['state']?.counted)).filter(([, count]) => count > 0),
        ) as Facets['state'],
        amended: aggs['amended']!.counted!.doc_count,
        past: aggs['past']!.counted!.doc_count,
        work: await titled(works.map(({ key, doc_count, first }) => [key, doc_count, first!.value])),
        city: ordered(byCity),
      },
    };
  }

  async function titled(works: [work: string, count: number, order: number][]): Promise<Facets['work']> {
    const titles = await load(works.map(([, , order]) => order));
    return works.flatMap(([work, count], i) => {
      const title = titles[i]?.version.title;
      return title === undefined ? [] : [[work, count, title] as Facets['work'][number]];
    });
  }
}

/** A term of the index that no text shows: the place of an article, or a work. */
function termQuery(term: string): Query {
  const work = workTerm('');
  return term.startsWith(work) ? { term: { work: term.slice(work.length) } } : { term: { places: term } };
}

interface Bucket {
  key: string;
  doc_count: number;
  first?: { value: number };
}

interface Aggregation {
  doc_count: number;
  buckets?: Bucket[] | Record<string, { doc_count: number }>;
  sum_other_doc_count?: number;
  counted?: Aggregation;
}

function buckets(aggregation: Aggregation | undefined): Bucket[] {
  return Array.isArray(aggregation?.buckets) ? aggregation.buckets : [];
}

function named(aggregation: Aggregation | undefined): Record<string, number> {
  const { buckets: found = {} } = aggregation ?? {};
  return Object.fromEntries(
    Object.entries(found as Record<string, { doc_count: number }>).map(([key, { doc_count }]) => [
      key,
      doc_count,
    ]),
  );
}

function ordered(counts: [string, number][]): [string, number][] {
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
