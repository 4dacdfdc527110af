/**
 * FlexSearch as Gongbao uses it: terms are cut outside, postings are imported, and the answer is the ids that all the
 * terms share, ascending.
 *
 * Its own encoders cut no Chinese (a whole run is one token, or each character alone), so the encoder here only takes
 * apart what was put together. `limit` is always given: the default of 100 would lose hits without a word.
 */
import { Index } from 'flexsearch';
import { type Ids, mostShared } from './ids.ts';

const separator = '\u0000';
const all = 1_000_000_000;

export interface TermIndex {
  /** Takes in whole postings, ids ascending. A term taken in again is replaced. */
  put(entries: Iterable<readonly [term: string, ids: Ids]>): void;
  /** Number of documents with a term; 0 where none is known. */
  count(term: string): number;
  /** Ids that have all the terms. Not to be changed: one term gives the live posting. */
  all(terms: readonly string[]): Ids;
  /** Ids that have most of the terms, best first, ties by id: for suggestions only. */
  most(terms: readonly string[], limit: number): Ids;
}

/** An empty index. */
export function createTermIndex(): TermIndex {
  const index = new Index({
    resolution: 1,
    tokenize: 'strict',
    encode: (text: string) => text.split(separator),
  });
  const search = (terms: readonly string[], options: object): Ids =>
    terms.length === 0 ? [] : (index.search(terms.join(separator), options) as number[]);
  return {
    put(entries) {
      const map: [string, [Ids]][] = [];
      for (const [term, ids] of entries) if (ids.length > 0) map.push([term, [ids]]);
      if (map.length > 0) index.import('1.map', map as never);
    },
    count: (term) => search([term], { limit: all }).length,
    all: (terms) => search(terms, { limit: all }),
    most: (terms, limit) =>
      mostShared(
        terms.map((term) => search([term], { limit: all })),
        limit,
      ),
  };
}
