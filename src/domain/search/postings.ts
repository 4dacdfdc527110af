/**
 * Which documents hold which term. Two passes over the normalised texts, flat arrays, no object per posting: the
 * memory needed is four bytes for each term of each document.
 */
import { articleTerm, headingMark, lineBreak, workTerm } from './grams.ts';

/** What the index takes in of a document; its id is its place in the list. */
export interface Indexable {
  head: string;
  body: string;
  /** Number of the article, where it is one, and the places below it; once each. */
  places?: readonly string[];
  /** Id of the work, where it stands for the whole document. */
  work?: string;
}

/** Terms with their documents, ids ascending. */
export interface Postings {
  /** Number of different terms. */
  size: number;
  /** Every term once, always in the same order for the same documents. */
  entries(): Generator<[term: string, ids: Uint32Array]>;
}

const lineBreakUnit = lineBreak.charCodeAt(0);

/** Counts per key in an open-addressed table; a key is one unit, or two units side by side. Zero is no key. */
class KeyTable {
  keys = new Uint32Array(1 << 12);
  slots = new Uint32Array(1 << 12);
  order: number[] = [];

  /** Index of a key, a new one where it has not been seen. */
  indexOf(key: number): number {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const found = this.keys[at];
      if (found === key) return this.slots[at]!;
      if (found === 0) break;
      at = (at + 1) & mask;
    }
    this.keys[at] = key;
    this.slots[at] = this.order.length;
    this.order.push(key);
    if (this.order.length * 2 > this.keys.length) this.#grow();
    return this.order.length - 1;
  }

  #grow(): void {
    const mask = this.keys.length * 2 - 1;
    this.keys = new Uint32Array(mask + 1);
    this.slots = new Uint32Array(mask + 1);
    for (let i = 0; i < this.order.length; i++) {
      const key = this.order[i]!;
      let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
      while (this.keys[at] !== 0) at = (at + 1) & mask;
      this.keys[at] = key;
      this.slots[at] = i;
    }
  }
}

function eachKey(text: string, visit: (key: number) => void): void {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === lineBreakUnit) {
      before = 0;
      continue;
    }
    visit(unit);
    if (before !== 0) visit(before * 0x10000 + unit);
    before = unit;
  }
}

interface FieldPostings {
  table: KeyTable;
  offsets: Uint32Array;
  ids: Uint32Array;
}

function fieldPostings(documents: readonly Indexable[], field: 'head' | 'body'): FieldPostings {
  const table = new KeyTable();
  let counts = new Uint32Array(1 << 12);
  let last = new Int32Array(1 << 12).fill(-1);
  for (let id = 0; id < documents.length; id++) {
    eachKey(documents[id]![field], (key) => {
      const index = table.indexOf(key);
      if (index >= counts.length) {
        counts = grown(counts, new Uint32Array(counts.length * 2));
        last = grown(last, new Int32Array(last.length * 2).fill(-1));
      }
      if (last[index] === id) return;
      last[index] = id;
      counts[index]!++;
    });
  }
  const terms = table.order.length;
  const offsets = new Uint32Array(terms + 1);
  for (let i = 0; i < terms; i++) offsets[i + 1] = offsets[i]! + counts[i]!;
  const ids = new Uint32Array(offsets[terms]!);
  const next = offsets.slice(0, terms);
  last.fill(-1);
  for (let id = 0; id < documents.length; id++) {
    eachKey(documents[id]![field], (key) => {
      const index = table.indexOf(key);
      if (last[index] === id) return;
      last[index] = id;
      ids[next[index]!++] = id;
    });
  }
  return { table, offsets, ids };
}

function grown<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function* fieldEntries(
  { table, offsets, ids }: FieldPostings,
  mark: string,
): Generator<[string, Uint32Array]> {
  for (let i = 0; i < table.order.length; i++) {
    const key = table.order[i]!;
    const term = key < 0x10000 ? String.fromCharCode(key) : String.fromCharCode(key >>> 16, key & 0xffff);
    yield [mark + term, ids.subarray(offsets[i]!, offsets[i + 1]!)];
  }
}

/** Postings of a list of documents. Linear in their length. */
export function buildPostings(documents: readonly Indexable[]): Postings {
  const body = fieldPostings(documents, 'body');
  const head = fieldPostings(documents, 'head');
  const special = new Map<string, number[]>();
  for (let id = 0; id < documents.length; id++) {
    const { places = [], work } = documents[id]!;
    for (const place of places) addTo(special, articleTerm(place), id);
    if (work !== undefined) addTo(special, workTerm(work), id);
  }
  return {
    size: body.table.order.length + head.table.order.length + special.size,
    *entries() {
      yield* fieldEntries(body, '');
      yield* fieldEntries(head, headingMark);
      for (const [term, ids] of special) yield [term, Uint32Array.from(ids)];
    },
  };
}

function addTo(map: Map<string, number[]>, term: string, id: number): void {
  const list = map.get(term);
  if (list) list.push(id);
  else map.set(term, [id]);
}
