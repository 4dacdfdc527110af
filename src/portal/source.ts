/**
 * The engine as a source of search. The search itself is that of the static site: this file only says how the engine
 * finds candidates, narrows, sorts and counts.
 */
import { lookUp } from '../domain/search/check.ts';
import { searchedText } from '../domain/search/corpus.ts';
import { gramsOf } from '../domain/search/grams.ts';
import { hasFilters } from '../domain/search/has-filters.ts';
import { commonTerm } from '../domain/search/indexable.ts';
import { parseQuery, type Reading } from '../domain/search/query.ts';
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
import type { Facets, Sort, StoredDocument } from '../domain/search/types.ts';
import { type CityFacets, type CountedWork, countCities, countHits, countVersions } from './counts.ts';
import type { Engine, Query } from './engine.ts';
import type { ProvisionEntry } from './indices.ts';
import { shape } from './order.ts';
import {
  all,
  any,
  filterQueries,
  idsQuery,
  lookupQuery,
  needleQuery,
  orders,
  phraseQuery,
  textOfQuery,
  textQuery,
} from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** Ids read with a lookup, and at a time beyond that. */
const firstIds = 256;
const moreIds = 10_000;
/** Documents fetched ahead of a search for each field. */
const ahead = 24;

export interface EngineSource extends SearchSource {
  survey(
    reading: Reading,
    choice: Choice,
    shown: readonly StoredDocument[],
  ): Promise<Awaited<ReturnType<SearchSource['survey']>> & { facets: CityFacets }>;
  /** Asks at once for what a search for this query will most likely ask for step by step. */
  warm(query: string, choice: Choice): void;
}

/** Counts of a query. */
interface Survey {
  total: number;
  exact: boolean;
  facets: CityFacets;
}

/** What of a snapshot is searched. */
export interface Scope {
  /** Only these cities; all where none is given. */
  cities?: readonly string[] | undefined;
  /** What documents must fulfil beside: copies of a text that is searched already do not. */
  passing?: readonly Query[] | undefined;
}

/** A source over a snapshot. */
export function engineSource(engine: Engine, snapshot: Snapshot, scope: Scope = {}): EngineSource {
  return sourceOf(engine, snapshot, scope, [], new Map());
}

interface OrderHit {
  order: number;
}

function sourceOf(
  engine: Engine,
  snapshot: Snapshot,
  scope: Scope,
  narrowing: readonly Query[],
  stored: Map<number, StoredDocument>,
): EngineSource {
  const indices = snapshot.indices('provisions', scope.cities);
  const passing = [...narrowing, ...(scope.passing ?? [])];
  const isWhole = !scope.cities && passing.length === narrowing.length;

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
  const surveys = new Map<string, Promise<Survey>>();

  /** Both regions of the order ask the same: it is asked once. */
  function find(lookup: Lookup): Promise<Candidates> {
    const key = JSON.stringify([lookup.field, lookup.phrases, lookup.terms]);
    const known = found.get(key) ?? lookedUp(lookup);
    found.set(key, known);
    return known;
  }

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
      const one = Promise.resolve(sourceOf(engine, snapshot, scope, [...narrowing, ...more], stored));
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
      for (const one of [asked, ...first, counts(all([textQuery(reading)]), choice)]) one.catch(() => {});
    },
    async sorted(ids, needles, sort) {
      const query = any([
        ...(ids.length > 0 ? [idsQuery(ids)] : []),
        ...(needles.length > 0 ? [all(needles.map(needleQuery))] : []),
      ]);
      return inOrder(all([query, ...passing]), sort);
    },
    async survey(reading, choice, shown) {
      const told = textOfQuery(choice.text);
      const query = all([await hitsOf(made, reading, choice), ...told]);
      const everywhere =
        isWhole || !isListed(reading)
          ? query
          : all([await hitsOf(sourceOf(engine, snapshot, {}, narrowing, stored), reading, choice), ...told]);
      const [counted, inVersion] = await Promise.all([
        counts(query, choice, everywhere),
        countVersions(engine, indices, all([query, ...passing]), shown),
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

  /** Counts of a query, asked once. @param everywhere the same query over all cities, each by itself */
  function counts(query: Query, choice: Choice, everywhere = query): Promise<Survey> {
    const key = JSON.stringify([query, choice.filters, choice.at]);
    const known = surveys.get(key) ?? counted(query, choice, everywhere);
    surveys.set(key, known);
    return known;
  }

  async function counted(query: Query, choice: Choice, everywhere: Query): Promise<Survey> {
    const [{ total, facets, works }, city] = await Promise.all([
      countHits(engine, indices, all([query, ...passing]), choice),
      countCities(engine, snapshot, all([everywhere, ...narrowing]), choice),
    ]);
    return { total, exact: true, facets: { ...facets, work: await titled(works), city } };
  }

  async function titled(works: readonly CountedWork[]): Promise<Facets['work']> {
    const titles = await load(works.map(([, , order]) => order));
    return works.flatMap(([work, count], i) => {
      const title = titles[i]?.version.title;
      return title === undefined ? [] : [[work, count, title] as Facets['work'][number]];
    });
  }
}

/** True where the hits of a reading are listed one by one: no condition of the engine tells them. */
const isListed = ({ across, place }: Reading): boolean => Boolean(across || place);

async function hitsOf(source: EngineSource, reading: Reading, choice: Choice): Promise<Query> {
  if (!isListed(reading)) return textQuery(reading);
  const told = choice.text ? await source.narrowed({ ...choice, filters: {} }) : source;
  return idsQuery(Array.from(await hitIds(told, reading)));
}
