/** Candidates from posting files: as few files as will do, and of long postings only the blocks that are reached. */
import { coveringGrams, gramsOf, isExact } from '../grams.ts';
import type { Ids } from '../ids.ts';
import { type Candidates, type Lookup, lowerBound, none, within } from '../source.ts';
import { createTermIndex, type TermIndex } from '../term-index.ts';
import type { Entry } from './shard.ts';

/** Further blocks of a frequent term that one step may ask for. */
const mostBlocks = 2;
/** A term in more than this share of all documents narrows nothing. */
const commonShare = 0.25;

export interface PostingReader {
  size: number;
  entryOf(term: string): Promise<Entry | null | undefined>;
  block(term: string, number: number): Promise<Uint32Array | undefined>;
}

/** Candidates of a lookup. */
export async function findIn(
  reader: PostingReader,
  { phrases, field, terms = [] }: Lookup,
): Promise<Candidates> {
  const first = [...new Set([...phrases.flatMap((phrase) => coveringGrams(phrase, field)), ...terms])];
  const all = [...new Set([...phrases.flatMap((phrase) => gramsOf(phrase, field)), ...terms])];
  let entries = await entriesOf(reader, first);
  if (entries === null) return none;
  if (entries.length < first.length || entries.length === 0) {
    // Some of them could not be read: the others have to do, and single characters where there are none.
    const rest = all.filter((term) => !first.includes(term));
    const instead =
      rest.length > 0 ? rest : phrases.flatMap((phrase) => [...phrase].flatMap((c) => gramsOf(c, field)));
    const more = await entriesOf(reader, instead);
    if (more === null) return none;
    entries = [...entries, ...more];
    if (entries.length === 0) return none;
  }
  const index = createTermIndex();
  // Short phrases need no check where all their terms are at hand in full; of long postings one alone is read.
  const exact =
    phrases.every(isExact) &&
    entries.length === all.length &&
    entries.every(({ term }) => all.includes(term)) &&
    (all.length === 1 || entries.every(({ starts }) => starts.length === 0));
  let refined = first.length === all.length;
  let lists = sorted(entries, reader.size, terms);
  return {
    exact,
    get bound() {
      return boundOf(index, lists);
    },
    read: (from, to) => readPostings(reader, index, lists, from, to),
    async refine() {
      if (refined) return false;
      refined = true;
      const more = await entriesOf(
        reader,
        all.filter((term) => !first.includes(term)),
      );
      if (more) lists = sorted([...entries, ...more], reader.size, terms);
      return more !== null && more.length > 0;
    },
  };
}

/** Number of documents that all short postings share; of the shortest one where none is short. */
function boundOf(index: TermIndex, lists: readonly Entry[]): number {
  const short = lists.filter(({ starts }) => starts.length === 0);
  if (short.length < 2) return lists[0]!.count;
  return shared(
    index,
    short.map(({ term, ids }) => [term, ids]),
  ).length;
}

/** Entries of terms, those that cannot be read left out; null where one of them is in no document. */
async function entriesOf(reader: PostingReader, terms: readonly string[]): Promise<Entry[] | null> {
  const entries = await Promise.all(terms.map((term) => reader.entryOf(term)));
  if (entries.includes(null)) return null;
  return entries.filter((entry): entry is Entry => !!entry);
}

/** Rarest first; of those that would have to be read on, very common ones go, unless nothing else would be left. */
function sorted(entries: readonly Entry[], size: number, terms: readonly string[]): Entry[] {
  const list = [...entries].sort((a, b) => a.count - b.count);
  return list.filter(
    ({ term, count, starts }, i) =>
      i === 0 || starts.length === 0 || terms.includes(term) || count < size * commonShare,
  );
}

/** Few enough to be checked in the text at once. */
const fewCandidates = 16;
/** Candidates that are narrowed further at a time. */
const someCandidates = 64;

/**
 * Ids from `from` that are in all postings, as far as could be read with little. Short postings are at hand already;
 * of long ones only the blocks are read that the others reach into, and none where few candidates are left.
 */
async function readPostings(
  reader: PostingReader,
  index: TermIndex,
  lists: readonly Entry[],
  from: number,
  to: number,
): Promise<{ ids: Ids; until: number }> {
  const short = lists.filter(({ starts }) => starts.length === 0);
  const long = lists.filter(({ starts }) => starts.length > 0);
  let lead: Part | undefined;
  if (short.length > 0) {
    lead = {
      ids: shared(
        index,
        short.map(({ term, ids }) => [term, within(ids, from, to)]),
      ),
      until: to,
    };
    if (lead.ids.length <= fewCandidates || long.length === 0) return lead;
    if (lead.ids.length > someCandidates) {
      lead = { ids: within(lead.ids, from, lead.ids[someCandidates]!), until: lead.ids[someCandidates]! };
    }
  }
  while (!lead && long.length > 0) lead = await stretch(reader, long.shift()!, from, to, 1);
  if (!lead || lead.ids.length === 0 || long.length === 0) return lead ?? { ids: [], until: to };
  const [start, last] = [lead.ids[0]!, lead.ids[lead.ids.length - 1]!];
  const parts = await Promise.all(long.map((entry) => stretch(reader, entry, start, last + 1, mostBlocks)));
  let until = lead.until;
  for (const part of parts) if (part && part.until <= last) until = Math.min(until, part.until);
  // What could not be read narrows nothing; the check of the text makes up for it.
  const slices = [lead, ...parts].flatMap((part, i): [string, Ids][] =>
    part ? [[String(i), within(part.ids, start, until)]] : [],
  );
  return { ids: shared(index, slices), until };
}

/** Ids that all slices have, by FlexSearch. */
function shared(index: TermIndex, slices: readonly [term: string, ids: Ids][]): Ids {
  if (slices.some(([, ids]) => ids.length === 0)) return [];
  index.put(slices);
  return index.all(slices.map(([term]) => term));
}

interface Part {
  ids: Ids;
  until: number;
}

/** Ids of a long posting in `[from, until)`, in at most so many blocks; undefined where one cannot be read. */
async function stretch(
  reader: PostingReader,
  { term, ids, starts }: Entry,
  from: number,
  to: number,
  most: number,
): Promise<Part | undefined> {
  // Block 0 stands in the shard; block k begins with starts[k - 1].
  const numbers = [lowerBound(starts, from + 1)];
  for (let k = numbers[0]! + 1; numbers.length < most && k <= starts.length && starts[k - 1]! < to; k++) {
    numbers.push(k);
  }
  const blocks = await Promise.all(numbers.map((k) => (k === 0 ? ids : reader.block(term, k))));
  const until = Math.min(to, starts[numbers.at(-1)!] ?? to);
  const all: number[] = [];
  for (const block of blocks) {
    if (!block) return undefined;
    for (const id of block) if (id >= from && id < until) all.push(id);
  }
  return { ids: all, until };
}
