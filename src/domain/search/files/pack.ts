/** The archive as files for the browser: one for a small archive, many small ones for a large one. */
import { type Corpus, shapeOf } from '../corpus.ts';
import { corpusPostings } from '../memory.ts';
import type { Postings } from '../postings.ts';
import { encodeText } from './bytes.ts';
import {
  corpusHash,
  type DataFile,
  formatVersion,
  type Manifest,
  manifestPath,
  shardPath,
  termBlockPath,
  textsPath,
  versionsPath,
  wholePath,
} from './manifest.ts';
import {
  blockPath,
  type Entry,
  encodeBlock,
  encodeShard,
  entryWeight,
  shardOf,
  splitPosting,
} from './shard.ts';
import { encodeDocuments } from './texts.ts';
import { encodeVersions } from './versions.ts';

export interface PackOptions {
  /** Force a way; by default it goes by size. */
  mode?: Manifest['mode'];
  horizon?: string;
  /** Documents in one text file. */
  perFile?: number;
  /** Bytes in one posting file before compression, nearly. */
  shardBytes?: number;
}

/**
 * Up to this many characters the archive goes out whole. Measured by `npm run bench:search -- --visits 1,2,3,5,10`: in
 * files a visit of twenty queries (and typing one word asks several times) costs 80 to 120 kB at any size, as much as
 * the whole at 140,000 to 200,000 characters. Whole, it is one request, counts every hit at once, and works without
 * connection.
 */
export const longestWhole = 150_000;

/**
 * Documents in one text file. Neighbours compress together: with eight a file ten results from ten places cost some
 * 9 kB more than with one, and the publisher sends an eighth of the files and less than half of their bytes.
 */
const usualPerFile = 8;
/** Bytes in a posting file before compression, nearly. */
const usualShard = 1200;

/** Files of a corpus, one after another: they are never all in memory. The manifest comes last. */
export function* packCorpus(corpus: Corpus, options: PackOptions = {}): Generator<DataFile> {
  const { perFile = usualPerFile, shardBytes = usualShard, horizon } = options;
  const characters = corpus.documents.reduce((sum, { text }) => sum + text.length, 0);
  const mode = options.mode ?? (characters <= longestWhole ? 'whole' : 'shards');
  const hash = corpusHash(corpus, mode, mode === 'whole' ? [] : [perFile, shardBytes]);
  let shards = 0;
  if (mode === 'whole') {
    yield { path: wholePath(hash), packed: false, content: encodeWhole(corpus.documents) };
  } else {
    const postings = corpusPostings(corpus);
    shards = numberOfShards(postings, corpus.size, shardBytes);
    yield* postingFiles(postings, shards, hash);
    yield* textFiles(corpus, perFile, hash);
    yield { path: versionsPath(hash), packed: true, content: encodeVersions(corpus.table) };
  }
  const shape = shapeOf(corpus.documents);
  const manifest: Manifest = { format: formatVersion, hash, mode, ...shape, perFile, shards };
  if (horizon !== undefined) manifest.horizon = horizon;
  yield { path: manifestPath, packed: false, content: JSON.stringify(manifest) };
}

/** All documents as one file, marked as UTF-16 for whoever opens it. Servers compress it as they do every text. */
export function encodeWhole(documents: Corpus['documents']): Uint8Array<ArrayBuffer> {
  return encodeText(`\ufeff${encodeDocuments(documents)}`);
}

function numberOfShards(postings: Postings, size: number, shardBytes: number): number {
  let weight = 0;
  for (const [term, ids] of postings.entries()) weight += entryWeight(splitPosting(term, ids).entry, size);
  return Math.max(1, Math.ceil(weight / shardBytes));
}

function* postingFiles(postings: Postings, shards: number, hash: string): Generator<DataFile> {
  const buckets: Entry[][] = Array.from({ length: shards }, () => []);
  for (const [term, ids] of postings.entries()) {
    const { entry, blocks } = splitPosting(term, ids);
    buckets[shardOf(term, shards)]!.push(entry);
    for (const [i, block] of blocks.entries()) {
      yield { path: termBlockPath(hash, blockPath(term, i + 1)), packed: true, content: encodeBlock(block) };
    }
  }
  for (const [shard, entries] of buckets.entries()) {
    yield { path: shardPath(hash, shard), packed: true, content: encodeShard(entries) };
  }
}

function* textFiles(corpus: Corpus, perFile: number, hash: string): Generator<DataFile> {
  for (let file = 0; file * perFile < corpus.size; file++) {
    const documents = corpus.documents.slice(file * perFile, (file + 1) * perFile);
    const runs = documents.filter(({ version }, i) => version !== documents[i - 1]?.version);
    const ranges = runs.flatMap(({ first, end }) => [first, end]);
    const json = `${JSON.stringify(ranges)}\n${encodeDocuments(documents)}`;
    yield { path: textsPath(hash, file), packed: true, content: encodeText(json) };
  }
}
