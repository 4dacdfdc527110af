/** Where search gets its postings and texts from: memory, or files fetched as needed. The search itself is the same. */
import type { Day } from '../model.ts';
import type { Shape } from './corpus.ts';
import type { Ids } from './ids.ts';
import type { Needle, Reading } from './query.ts';
import type { Facets, Field, Filters, Sort, StoredDocument } from './types.ts';

/** What is looked up: documents with all the phrases in a field, and all the terms beside. */
export interface Lookup {
  phrases: readonly string[];
  field: Field;
  /** Terms of the index as they are: article numbers, works. */
  terms?: readonly string[];
}

/** Documents that may answer a lookup, ascending. None that answers it is left out. */
export interface Candidates {
  /** True where every candidate answers: nothing need be checked against the text. */
  exact: boolean;
  /** No more than this many, over all ids. */
  bound: number;
  /** Candidates of `[from, until)`, where `until` is at most `to`, and as far as could be read cheaply. */
  read(from: number, to: number): Promise<{ ids: Ids; until: number }>;
  /** Narrows the candidates where many turned out wrong; false where nothing more can be done. */
  refine(): Promise<boolean>;
}

/** What a search is narrowed to. */
export interface Choice {
  filters: Filters;
  /** The day for which states are told. */
  at: Day;
  /** The text that a citation tells. */
  text?: NonNullable<Reading['text']>;
}

/** All that is known of the hits of a reading, beyond those that are shown. */
export interface Survey {
  total: number;
  /** False where `total` and the counts are only the most there can be. */
  exact: boolean;
  facets: Facets;
  /** Hits in the version that one of the documents shown belongs to, whatever the filters. */
  inVersion(document: StoredDocument): number;
}

/** What a source hands out: shape, postings and texts. */
export interface TextSource {
  shape: Shape;
  /** True where all texts are at hand: totals are then counted, not estimated. */
  resident: boolean;
  /** How many documents to check at a time. */
  batch: number;
  find(lookup: Lookup): Promise<Candidates>;
  /** Documents by id, in the order asked; undefined where one could not be had. */
  load(ids: Ids): Promise<(StoredDocument | undefined)[]>;
  /** Ids that have most of the rarer terms of a phrase, best first. */
  similar(phrase: string, limit: number): Promise<Ids>;
  /** What went wrong since the last call, in Chinese. */
  problems(): string[];
}

/** A source that also knows of each document what filters, orders and counts ask. */
export interface SearchSource extends TextSource {
  /** The same source without the documents that do not pass: nothing else is found in it. */
  narrowed(choice: Choice): Promise<SearchSource>;
  /** Documents with some ids and those whose text has all the needles, in the order of `sort`, to be read from 0 on. */
  sorted(
    ids: readonly number[],
    needles: readonly Needle[],
    sort: Exclude<Sort, 'relevance'>,
  ): Promise<Candidates>;
  /** Counts the hits of a reading: for every filter what a choice would leave while the others stay as they are. */
  survey(reading: Reading, choice: Choice, shown: readonly StoredDocument[]): Promise<Survey>;
}

/** No candidates. */
export const none: Candidates = {
  exact: true,
  bound: 0,
  read: async (_from, to) => ({ ids: [], until: to }),
  refine: async () => false,
};

/** The part of ascending ids that lies in `[from, to)`. */
export function within(ids: Ids, from: number, to: number): Ids {
  const start = lowerBound(ids, from);
  const end = lowerBound(ids, to);
  if (start === 0 && end === ids.length) return ids;
  return ArrayBuffer.isView(ids)
    ? (ids as Float64Array).subarray(start, end)
    : Array.prototype.slice.call(ids, start, end);
}

/** Index of the first id that is not below a value. */
export function lowerBound(ids: Ids, value: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Candidates of any of several lookups, ascending and once each. */
export function either(list: readonly Candidates[]): Candidates {
  if (list.length === 1) return list[0]!;
  if (list.length === 0) return none;
  return {
    exact: false,
    bound: list.reduce((sum, { bound }) => sum + bound, 0),
    async read(from, to) {
      const parts = await Promise.all(list.map((candidates) => candidates.read(from, to)));
      const until = Math.min(...parts.map((part) => part.until));
      const ids = new Set<number>();
      for (const part of parts) for (const id of Array.from(within(part.ids, from, until))) ids.add(id);
      return { ids: Float64Array.from(ids).sort(), until };
    },
    async refine() {
      const done = await Promise.all(list.map((candidates) => candidates.refine()));
      return done.some(Boolean);
    },
  };
}
