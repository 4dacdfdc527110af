/** What the bench asks of every engine. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Corpus } from '../../src/domain/search/corpus.ts';
import type { BenchQuery } from './queries.ts';

export interface Engine {
  name: string;
  build(corpus: Corpus): Promise<void>;
  /** Ids of all hits. */
  search(query: BenchQuery): Promise<ArrayLike<number>>;
  /** Number of results on the first page of ten: all that is measured of a very large archive. */
  firstPage?(query: BenchQuery): Promise<number>;
  /** Compressed bytes of all that a reader could have to fetch, code aside. */
  indexBytes(): number;
  /** Compressed bytes fetched for the first ten results of a query on a first visit, code aside. */
  firstBytes(query: BenchQuery): Promise<number>;
  /** The same where the reader asks for the counts of all filters as well. */
  countBytes?(query: BenchQuery): Promise<number>;
  close?(): Promise<void>;
}

/** Bytes after brotli; large inputs at a lower quality, for the time it takes. */
export function brotli(data: string | Uint8Array): number {
  const quality = data.length > 8_000_000 ? 5 : data.length > 1_000_000 ? 9 : 11;
  return brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** Terms of the engines that let one choose them: pairs of characters, and each character. */
export function pairs(text: string): string[] {
  const list: string[] = [];
  for (let i = 0; i < text.length; i++) {
    list.push(text[i]!);
    if (i + 1 < text.length) list.push(text.slice(i, i + 2));
  }
  return list;
}
