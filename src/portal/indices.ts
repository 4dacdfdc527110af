/** What stands in the engine: an index for each kind of record and city, behind one alias a kind. */

import type { CitedText, DeskEvent, DeskWork } from '../domain/exports/portal/records.ts';
import { states } from '../domain/model/states.ts';
import type { Day, EverydayWord, State } from '../domain/model.ts';
import type { StateSpan, StoredDocument } from '../domain/search/types.ts';

export const recordKinds = ['provisions', 'works', 'events', 'texts'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A city as the portal holds it. It stands in the index itself, so that it changes in the same moment. */
export interface City {
  /** Host, and folder, of its site: `gazette.example`. */
  id: string;
  name: string;
  home: string;
  /** Number among all cities, in the order in which they were first taken in. */
  ordinal: number;
  horizon: Day;
  /** Digest of the files that it was loaded from. */
  generation: string;
  counts: Record<RecordKind, number>;
  /** Everyday words, as this city leads them to words of the law. */
  words: readonly EverydayWord[];
}

/** What every answer says of its city. */
export type NamedCity = Pick<City, 'id' | 'name' | 'horizon'>;

export const namedCity = ({ id, name, horizon }: City): NamedCity => ({ id, name, horizon });

/** Half-open stretch of days; an end left out is open. */
export interface Days {
  gte?: Day;
  lt?: Day;
}

/** A provision, or a whole document, as the engine holds it. */
export interface ProvisionEntry {
  order: number;
  work: string;
  version: string;
  /** The same for all of its text, where that is national: other cities may have it too. */
  copy?: string;
  kind: string;
  issuer?: string;
  subject?: string;
  year?: string;
  day?: number;
  amended: boolean;
  past: boolean;
  whole: boolean;
  workOrder: number;
  textOn: Days[];
  states: Partial<Record<State, Days[]>>;
  head: string;
  body: string;
  places: string[];
  /** All that is not searched. */
  document: Omit<StoredDocument, 'id' | 'head' | 'body'>;
}

/** A text as it is compared with those of other cities. */
export interface PrintedText {
  date: Day;
  /** Of all that is printed of its provisions, and of what filters ask. */
  digest: string;
  /** What the text as a whole is found by, normalised. */
  lines: string[];
  past: boolean;
  states: StateSpan[];
}

/** A work as the engine holds it. */
export interface WorkEntry {
  order: number;
  id: string;
  /** Its id in its city. */
  local: string;
  title: string;
  titleKeys: string[];
  titleTails: string[];
  titleHeads: string[];
  numbers: string[];
  kind: string;
  issuer?: string;
  held: boolean;
  joint?: string;
  /** Its texts, where it is national; one without a date where the name alone is known. */
  texts?: PrintedText[];
  /** Names that texts give it for short. */
  called: string[];
  /** Keys of its titles, a line each: looked through for words. */
  keys: string;
  names: string;
  work: DeskWork;
}

export interface EventEntry {
  work: string;
  position: number;
  event: DeskEvent;
}

/** The tree of a text as the engine holds it. */
export interface TextEntry {
  work: string;
  version: string;
  text: CitedText;
}

export const aliasOf = (prefix: string, kind: RecordKind): string => `${prefix}-${kind}`;

/** Name of an index; a city's id may hold what a name may not. */
export const indexOf = (prefix: string, kind: RecordKind, city: string, generation: string): string =>
  `${prefix}-${kind}-${city.replace(/[^a-z0-9.-]/g, '_')}-${generation}`;

const keyword = { type: 'keyword' } as const;
const stored = { type: 'object', enabled: false } as const;
const dates = { type: 'date_range', format: 'strict_date' } as const;

/** One character or two: runs of which any part of a text is made. */
const grams = {
  type: 'text',
  index: false,
  fields: {
    one: { type: 'text', analyzer: 'one', norms: false, index_options: 'docs' },
    two: { type: 'text', analyzer: 'two', norms: false, index_options: 'positions' },
  },
} as const;

const mappings: Record<RecordKind, { properties: Record<string, unknown>; without?: string[] }> = {
  provisions: {
    properties: {
      order: { type: 'long' },
      workOrder: { type: 'long' },
      work: keyword,
      version: keyword,
      copy: keyword,
      kind: keyword,
      issuer: keyword,
      subject: keyword,
      year: keyword,
      day: { type: 'integer' },
      amended: { type: 'boolean' },
      past: { type: 'boolean' },
      whole: { type: 'boolean' },
      textOn: dates,
      states: { properties: Object.fromEntries(states.map((state) => [state, dates])) },
      head: grams,
      body: grams,
      places: keyword,
      document: stored,
    },
    // They are made from the document again where they are needed.
    without: ['head', 'body', 'places', 'states', 'textOn'],
  },
  works: {
    properties: {
      order: { type: 'long' },
      id: keyword,
      local: keyword,
      title: keyword,
      titleKeys: keyword,
      titleTails: keyword,
      titleHeads: keyword,
      numbers: keyword,
      kind: keyword,
      issuer: keyword,
      held: { type: 'boolean' },
      joint: keyword,
      texts: stored,
      called: keyword,
      keys: grams,
      names: grams,
      work: stored,
    },
    without: ['keys', 'names'],
  },
  events: { properties: { work: keyword, position: { type: 'integer' }, event: stored } },
  texts: { properties: { work: keyword, version: keyword, text: stored } },
};

const ngrams = (length: number) => ({
  type: 'ngram',
  min_gram: length,
  max_gram: length,
  token_chars: [],
});

/** What an index is made of. One shard a city: its works stay together, and their counts are exact. */
export function indexBody(kind: RecordKind, city: City, replicas: number): Record<string, unknown> {
  const { properties, without = [] } = mappings[kind];
  return {
    settings: {
      number_of_shards: 1,
      number_of_replicas: replicas,
      refresh_interval: '-1',
      codec: 'best_compression',
      max_result_window: 10_000,
      analysis: {
        tokenizer: { one: ngrams(1), two: ngrams(2) },
        analyzer: { one: { type: 'custom', tokenizer: 'one' }, two: { type: 'custom', tokenizer: 'two' } },
      },
    },
    mappings: { dynamic: 'strict', _meta: city, _source: { excludes: without }, properties },
  };
}
