/** What is asked of the engine, made of what a search asks. Readers' words stand in it as phrases alone, never as a query language. */
import { workTerm } from '../domain/search/grams.ts';
import type { Needle, Reading } from '../domain/search/query.ts';
import type { Choice, Lookup } from '../domain/search/source.ts';
import type { Field, Filters, Sort } from '../domain/search/types.ts';
import type { Query } from './engine.ts';

const never: Query = { match_none: {} };
export const all = (list: readonly Query[]): Query => ({ bool: { filter: list } });
export const any = (list: readonly Query[]): Query =>
  list.length === 0
    ? never
    : list.length === 1
      ? list[0]!
      : { bool: { should: list, minimum_should_match: 1 } };

/**
 * Documents in which a phrase stands: one character is a term of its own, more are the pairs side by side.
 * Half a character is in no text.
 */
export function phraseQuery(field: 'head' | 'body' | 'keys', phrase: string): Query {
  if (phrase === '' || !phrase.isWellFormed()) return never;
  const length = Array.from(phrase).length;
  return length === 1
    ? { term: { [`${field}.one`]: phrase } }
    : { match_phrase: { [`${field}.two`]: { query: phrase } } };
}

const fieldOf = (field: Field): 'head' | 'body' => (field === 'heading' ? 'head' : 'body');

export const needleQuery = ({ forms }: Needle): Query => any(forms.map((form) => phraseQuery('body', form)));

/** Documents whose text has all the needles, and none that is excluded. */
export const textQuery = ({ needles, excluded }: Pick<Reading, 'needles' | 'excluded'>): Query => ({
  bool: { filter: needles.map(needleQuery), must_not: excluded.map(needleQuery) },
});

/** Values in one condition; the engine takes no more than 65,536. */
const mostValues = 20_000;

/**
 * Conditions of which one holds for each document that has one of the values; none for no values.
 *
 * ('numbers', [a, b, a]) → terms of numbers a, b · 30,000 values → two conditions
 */
export function anyOf(field: string, values: readonly (string | number)[]): Query[] {
  const distinct = Array.from(new Set(values));
  return Array.from({ length: Math.ceil(distinct.length / mostValues) }, (_, i) => ({
    terms: { [field]: distinct.slice(i * mostValues, (i + 1) * mostValues) },
  }));
}

export const idsQuery = (ids: readonly number[]): Query => any(anyOf('order', ids));

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

export type Dimension = keyof Filters;

const active = (filters: Filters): Dimension[] =>
  (Object.keys(tests) as Dimension[]).filter((key) => filters[key] !== undefined);

export const filterQueries = (filters: Filters, at: string, except?: Dimension): Query[] =>
  active(filters).flatMap((key) => (key === except ? [] : [tests[key](filters, at)]));

export function textOfQuery(text: Choice['text']): Query[] {
  if (!text) return [];
  return ['day' in text ? { term: { version: text.day } } : { term: { year: String(text.year) } }];
}

export const orders: Readonly<Record<Exclude<Sort, 'relevance'>, Query[]>> = {
  newest: [{ day: { order: 'desc', missing: '_last' } }, { workOrder: 'asc' }],
  oldest: [{ day: { order: 'asc', missing: '_last' } }, { workOrder: 'asc' }],
  document: [{ workOrder: 'asc' }, { day: { order: 'desc', missing: '_last' } }],
};

/** A term of the index that no text shows: the place of an article, or a work. */
function termQuery(term: string): Query {
  const work = workTerm('');
  return term.startsWith(work) ? { term: { work: term.slice(work.length) } } : { term: { places: term } };
}

/** Documents that hold all that is looked up. */
export const lookupQuery = ({ phrases, field, terms = [] }: Lookup): Query =>
  all([...phrases.map((phrase) => phraseQuery(fieldOf(field), phrase)), ...terms.map(termQuery)]);
