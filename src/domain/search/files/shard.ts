/**
 * A file of postings: some hundred terms that share a hash. Frequent terms hold only the first ids here and go on in
 * files of their own, so that the first results of any word cost the same.
 */
import { headingMark } from '../grams.ts';
import { byteReader, byteWriter } from './bytes.ts';

/** Postings up to this length stand whole in the shard. */
export const longestInline = 384;
/** Ids that stand in the shard of a longer posting, and in each of its further files; the last size repeats. */
const blockSizes = [128, 512, 2048, 4096] as const;

/** A term as a shard holds it. */
export interface Entry {
  term: string;
  /** Number of documents. */
  count: number;
  /** All ids, or the first of them where the posting is long. */
  ids: Uint32Array;
  /** First id of each further block; empty where the posting is whole. */
  starts: Uint32Array;
}

/** An entry as it is read: with the place of each further block. */
export interface StoredEntry extends Entry {
  blocks: readonly BlockPlace[];
}

/** Where a further block stands: in which of the files of its pack, from where to where. */
export interface BlockPlace {
  file: number;
  from: number;
  to: number;
}

/** Cuts a posting into what stands in the shard and the further blocks. */
export function splitPosting(term: string, ids: Uint32Array): { entry: Entry; blocks: Uint32Array[] } {
  if (ids.length <= longestInline) {
    return { entry: { term, count: ids.length, ids, starts: new Uint32Array(0) }, blocks: [] };
  }
  const blocks: Uint32Array[] = [];
  let at: number = blockSizes[0];
  for (let k = 1; at < ids.length; k++) {
    const size = blockSizes[Math.min(k, blockSizes.length - 1)]!;
    blocks.push(ids.subarray(at, at + size));
    at += size;
  }
  const starts = Uint32Array.from(blocks, (block) => block[0]!);
  return { entry: { term, count: ids.length, ids: ids.subarray(0, blockSizes[0]), starts }, blocks };
}

/** Bytes that an entry takes, nearly: for sharing terms out evenly. */
export function entryWeight({ ids, starts }: Entry, size: number): number {
  const gap = ids.length === 0 ? 0 : Math.log2(2 + size / (ids.length + 1)) / 7;
  return 4 + Math.ceil(ids.length * Math.max(1, gap)) + starts.length * 2;
}

/** Number of the shard that holds a term. The same runs of headings and of texts, which are asked together, share one. */
export function shardOf(term: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = term[0] === headingMark ? 1 : 0; i < term.length; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return ((hash ^ (hash >>> 15)) >>> 0) % shards;
}

/** Terms of two units are written apart from the others: first units as differences, then second units. */
const kinds = [
  (term: string) => term.length === 2 && term[0]! > '\u001f',
  (term: string) => term.length === 3 && term[0] === headingMark,
  () => true,
] as const;

/** Where the first of the further blocks of a shard stands, and the bytes of each as it stands in its file, by term. */
export interface ShardBlocks {
  file: number;
  from: number;
  lengths: ReadonlyMap<string, readonly number[]>;
}

const noBlocks: ShardBlocks = { file: 0, from: 0, lengths: new Map() };

/** Bytes in one file of further blocks, nearly: one that would reach beyond begins the next. */
export const blockFileBytes = 1 << 16;

/** Places of blocks that follow each other, in one file or on into the next. */
export function blockPlaces(lengths: readonly number[], file = 0, from = 0): BlockPlace[] {
  let [at, start] = [file, from];
  return lengths.map((length) => {
    if (start > 0 && start + length > blockFileBytes) [at, start] = [at + 1, 0];
    const place = { file: at, from: start, to: start + length };
    start += length;
    return place;
  });
}

/** Shards in one file. */
export const shardsPerPack = 24;

/** Entries in the order in which a shard holds them, by kind; their blocks follow each other in it. */
export function shardOrder<E extends Pick<Entry, 'term'>>(entries: readonly E[]): E[][] {
  const sorted = [...entries].sort((a, b) => (a.term < b.term ? -1 : 1));
  return kinds.map((_, kind) => sorted.filter(({ term }) => kinds.findIndex((is) => is(term)) === kind));
}

/** A shard as bytes. */
export function encodeShard(entries: readonly Entry[], blocks = noBlocks): Uint8Array<ArrayBuffer> {
  const out = byteWriter();
  const groups = shardOrder(entries);
  for (const [kind, group] of groups.entries()) {
    out.number(group.length);
    let before = 0;
    for (const { term } of group) {
      if (kind === 2) {
        out.number(term.length);
        for (let i = 0; i < term.length; i++) out.unit(term.charCodeAt(i));
        continue;
      }
      const first = term.charCodeAt(term.length - 2);
      out.number(first - before);
      before = first;
    }
    if (kind < 2) for (const { term } of group) out.unit(term.charCodeAt(term.length - 1));
  }
  const all = groups.flat();
  for (const { count } of all) out.number(count);
  for (const { ids, starts } of all) {
    out.ascending(ids);
    out.ascending(starts);
  }
  out.number(blocks.file);
  out.number(blocks.from);
  for (const { term } of all) for (const length of blocks.lengths.get(term) ?? []) out.number(length);
  return out.bytes();
}

/** Entries of a shard. Throws where the bytes are not a shard. */
export function decodeShard(bytes: Uint8Array): StoredEntry[] {
  const input = byteReader(bytes);
  const terms: string[] = [];
  for (let kind = 0; kind < kinds.length; kind++) {
    const length = input.number();
    if (length > bytes.length) throw new RangeError('数据不完整');
    const firsts: number[] = [];
    let before = 0;
    for (let i = 0; i < length; i++) {
      if (kind === 2) {
        terms.push(String.fromCharCode(...Array.from({ length: input.number() }, () => input.unit())));
        continue;
      }
      before += input.number();
      firsts.push(before);
    }
    for (const first of firsts) {
      terms.push((kind === 1 ? headingMark : '') + String.fromCharCode(first, input.unit()));
    }
  }
  const counts = terms.map(() => input.number());
  const entries = terms.map((term, i): Entry => {
    const count = counts[i]!;
    const whole = count <= longestInline;
    const ids = input.ascending(whole ? count : blockSizes[0]);
    return { term, count, ids, starts: input.ascending(whole ? 0 : blocksOf(count)) };
  });
  const [file, from] = [input.number(), input.number()];
  const lengths = entries.flatMap(({ starts }) => Array.from(starts, () => input.number()));
  const places = blockPlaces(lengths, file, from);
  let at = 0;
  return entries.map((entry) => {
    const begin = at;
    at += entry.starts.length;
    return { ...entry, blocks: places.slice(begin, at) };
  });
}

/** Number of further blocks of a posting. */
function blocksOf(count: number): number {
  let left: number = count - blockSizes[0];
  let blocks = 0;
  for (let k = 1; left > 0; k++) {
    left -= blockSizes[Math.min(k, blockSizes.length - 1)]!;
    blocks++;
  }
  return blocks;
}

/** A further block as bytes. */
export function encodeBlock(ids: Uint32Array): Uint8Array<ArrayBuffer> {
  const out = byteWriter();
  out.number(ids.length);
  out.ascending(ids);
  return out.bytes();
}

export function decodeBlock(bytes: Uint8Array): Uint32Array {
  const input = byteReader(bytes);
  return input.ascending(input.number());
}
