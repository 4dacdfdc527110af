/**
 * The archive as files for the browser: one for a small archive, packs of small pieces for a large one. Every file bears
 * the name of its own bytes, so that after a change only what changed is sent anew.
 */
import { type Corpus, shapeOf } from '../corpus.ts';
import { corpusPostings } from '../memory.ts';
import type { Postings } from '../postings.ts';
import type { StoredDocument } from '../types.ts';
import { encodeText } from './bytes.ts';
import { encodeDirectory, type PostingPack, type TextPack } from './directory.ts';
import {
  contentHash,
  corpusHash,
  type DataFile,
  type FileKind,
  formatVersion,
  type Manifest,
  manifestPath,
  nameOf,
  packPath,
  wholePath,
} from './manifest.ts';
import { encodePack } from './piece.ts';
import {
  blockPlaces,
  type Entry,
  encodeBlock,
  encodeShard,
  entryWeight,
  shardOf,
  shardOrder,
  shardsPerPack,
  splitPosting,
} from './shard.ts';
import { encodeDocuments } from './texts.ts';
import { encodeVersions } from './versions.ts';

export interface PackOptions {
  /** Force a way; by default it goes by size. */
  mode?: Manifest['mode'] | undefined;
  horizon?: string | undefined;
  /** Documents in one piece of a text pack. */
  perPiece?: number;
  /** Characters in one text pack, nearly. */
  packCharacters?: number;
  /** Bytes in one shard of postings before compression, nearly. */
  shardBytes?: number;
}

/** Compresses bytes as zlib does (RFC 1950); the same bytes always give the same. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/**
 * Up to this many characters the archive goes out whole. Measured by `npm run bench:search -- --visits 1,2,3,5,10`: in
 * files a visit of twenty queries (and typing one word asks several times) costs 80 to 120 kB at any size, as much as
 * the whole at 140,000 to 200,000 characters. Whole, it is one request, counts every hit at once, and works without
 * connection.
 */
const longestWhole = 150_000;

const usualPerPiece = 2;
const usualPack = 10_000;
const usualShard = 1200;

/** Files of a corpus, one after another: they are never all in memory. The manifest comes last. */
export function* packCorpus(
  corpus: Corpus,
  deflate: Deflate,
  options: PackOptions = {},
): Generator<DataFile> {
  const { perPiece = usualPerPiece, packCharacters = usualPack, shardBytes = usualShard, horizon } = options;
  const characters = corpus.documents.reduce((sum, { text }) => sum + text.length, 0);
  const mode = options.mode ?? (characters <= longestWhole ? 'whole' : 'shards');
  let [hash, shards] = ['', 0];
  if (mode === 'whole') {
    hash = corpusHash(corpus);
    yield { path: wholePath(hash), content: encodeWhole(corpus.documents) };
  } else {
    const all = corpusPostings(corpus);
    shards = numberOfShards(all, corpus.size, shardBytes);
    const postings = yield* postingFiles(all, shards, deflate);
    const texts = yield* textFiles(corpus.documents, perPiece, packCharacters, deflate);
    const table = deflate(new TextEncoder().encode(encodeVersions(corpus.table)));
    const versions = yield* named('v', table);
    hash = yield* named('d', encodeDirectory({ versions, postings, texts }));
  }
  const shape = shapeOf(corpus.documents);
  const manifest: Manifest = { format: formatVersion, hash, mode, ...shape, perPiece, shards };
  if (horizon !== undefined) manifest.horizon = horizon;
  yield { path: manifestPath, content: JSON.stringify(manifest) };
}

/** Hands a file out under the name of its bytes, and gives the name. */
function* named(kind: FileKind, bytes: Uint8Array): Generator<DataFile, string> {
  const name = nameOf(bytes);
  yield { path: packPath(kind, name), content: bytes as Uint8Array<ArrayBuffer> };
  return name;
}

/** All documents as one file, marked as UTF-16 for whoever opens it. Servers compress it as they do every text. */
export function encodeWhole(documents: Corpus['documents']): Uint8Array<ArrayBuffer> {
  return encodeText(`\ufeff${encodeDocuments(documents)}`);
}

/** Another number gives every term another shard: it goes up by an eighth, and not with every word. */
function numberOfShards(postings: Postings, size: number, shardBytes: number): number {
  let weight = 0;
  for (const [term, ids] of postings.entries()) weight += entryWeight(splitPosting(term, ids).entry, size);
  const step = Math.ceil(Math.log(Math.max(1, weight / shardBytes)) / Math.log(9 / 8));
  return Math.ceil((9 / 8) ** step);
}

function* postingFiles(
  postings: Postings,
  shards: number,
  deflate: Deflate,
): Generator<DataFile, PostingPack[]> {
  const buckets: [term: string, ids: Uint32Array][][] = Array.from({ length: shards }, () => []);
  for (const [term, ids] of postings.entries()) buckets[shardOf(term, shards)]!.push([term, ids]);
  const packs: PostingPack[] = [];
  for (let first = 0; first < shards; first += shardsPerPack) {
    const files: Uint8Array[][] = [[]];
    let next = { file: 0, from: 0 };
    const pieces = buckets.slice(first, first + shardsPerPack).map((bucket) => {
      const entries: Entry[] = [];
      const packedBlocks = new Map<string, Uint8Array[]>();
      for (const [term, ids] of bucket) {
        const { entry, blocks } = splitPosting(term, ids);
        entries.push(entry);
        packedBlocks.set(
          term,
          blocks.map((block) => deflate(encodeBlock(block))),
        );
      }
      const lengths = new Map(
        Array.from(packedBlocks, ([term, blocks]) => [term, blocks.map(({ length }) => length)] as const),
      );
      const shard = encodeShard(entries, { ...next, lengths });
      const blocks = shardOrder(entries)
        .flat()
        .flatMap(({ term }) => packedBlocks.get(term)!);
      const places = blockPlaces(
        blocks.map(({ length }) => length),
        next.file,
        next.from,
      );
      for (const [i, { file, to }] of places.entries()) {
        files[file] ??= [];
        files[file].push(blocks[i]!);
        next = { file, from: to };
      }
      return deflate(shard);
    });
    const blocks: string[] = [];
    for (const file of files) if (file.length > 0) blocks.push(yield* named('h', joined(file)));
    packs.push({ name: yield* named('i', encodePack(pieces)), blocks });
  }
  return packs;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function* textFiles(
  documents: readonly StoredDocument[],
  perPiece: number,
  packCharacters: number,
  deflate: Deflate,
): Generator<DataFile, TextPack[]> {
  const packs: TextPack[] = [];
  for (const run of textRuns(documents, packCharacters)) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < run.length; at += perPiece)
      pieces.push(deflate(encodeText(encodePiece(run.slice(at, at + perPiece)))));
    packs.push({ name: yield* named('t', encodePack(pieces)), count: run.length });
  }
  return packs;
}

/** Documents of one piece, before them how far the provisions of each version reach from where it begins here. */
function encodePiece(documents: readonly StoredDocument[]): string {
  const runs = documents.filter(({ version }, i) => version !== documents[i - 1]?.version);
  const reach = runs.flatMap(({ id, first, end }) => [first - id, end - id]);
  return `${JSON.stringify(reach)}\n${encodeDocuments(documents)}`;
}

/**
 * Cuts documents into runs, one for each pack. Where a run ends is told by the versions near it alone, so that a text
 * more or less changes the packs beside it, and none beyond.
 */
function* textRuns(
  documents: readonly StoredDocument[],
  packCharacters: number,
): Generator<readonly StoredDocument[]> {
  let [first, characters] = [0, 0];
  for (let id = 0; id < documents.length; ) {
    const { version } = documents[id]!;
    const start = id;
    let own = 0;
    for (; id < documents.length && documents[id]!.version === version; id++) {
      if (own > 0 && characters > 2 * packCharacters) {
        yield documents.slice(first, id);
        [first, characters] = [id, 0];
      }
      own += documents[id]!.text.length;
      characters += documents[id]!.text.length;
    }
    const lot = Number.parseInt(
      contentHash([version.work, version.date, documents[start]!.eId]).slice(0, 8),
      16,
    );
    if (lot / 2 ** 32 < own / packCharacters) {
      yield documents.slice(first, id);
      [first, characters] = [id, 0];
    }
  }
  if (first < documents.length) yield documents.slice(first);
}
