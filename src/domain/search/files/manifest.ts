/** What a reader's browser must know first: how the archive is laid out. A few hundred bytes at any size. */
import type { Corpus, Shape } from '../corpus.ts';

export const formatVersion = 2;

export interface Manifest extends Shape {
  format: typeof formatVersion;
  /** Folder of all other files: it changes with every change of the texts. */
  hash: string;
  /** All in one file, or postings and texts in many. */
  mode: 'whole' | 'shards';
  /** Documents in one text file; the document `id` is in file `id / perFile`, rounded down. */
  perFile: number;
  /** Number of posting files. */
  shards: number;
  /** The day up to which the archive has looked, where it is known. */
  horizon?: string;
}

/** A file of the search data. What is `packed` is compressed by whoever writes it (zlib), and undone by the reader. */
export interface DataFile {
  path: string;
  packed: boolean;
  content: string | Uint8Array<ArrayBuffer>;
}

export const manifestPath = 'manifest.json';
export const wholePath = (hash: string): string => `${hash}/all.txt`;
export const versionsPath = (hash: string): string => `${hash}/versions.bin`;
export const shardPath = (hash: string, shard: number): string => `${hash}/i/${shard}.bin`;
export const textsPath = (hash: string, file: number): string => `${hash}/t/${file}.bin`;
export const termBlockPath = (hash: string, path: string): string => `${hash}/${path}`;

/** Reads a manifest. Throws where it is none, or of another format. */
export function readManifest(json: string): Manifest {
  const manifest = JSON.parse(json) as Manifest;
  if (manifest?.format !== formatVersion || typeof manifest.hash !== 'string') {
    throw new Error('检索清单的格式不符');
  }
  return manifest;
}

/** 64 bits of a list of texts as sixteen digits. Changes when any of them does. */
export function contentHash(texts: Iterable<string>): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    a = Math.imul(a ^ 0xa, 2246822507) ^ (a >>> 15);
    b = Math.imul(b ^ 0xb, 3266489909) ^ (b >>> 13);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

/** What the name of the files depends on of a version, in an order of its own. */
const hashedKeys = [
  ...['work', 'date', 'title', 'kind', 'issuer', 'documentNumber', 'registryNumber', 'aliases', 'amended'],
  ...['states', 'from', 'state', 'standing'],
];

/**
 * The name of a corpus's files.
 * @param settings what else they depend on: postings and the size of files, where there are many
 */
export function corpusHash(
  { documents, table }: Pick<Corpus, 'documents' | 'table'>,
  mode: Manifest['mode'],
  settings: readonly number[] = [],
): string {
  return contentHash(hashedTexts());
  function* hashedTexts(): Generator<string> {
    yield* [String(formatVersion), mode, ...settings.map(String)];
    for (const version of table.versions) yield JSON.stringify(version, hashedKeys);
    for (const { eId, text } of documents) {
      yield eId;
      yield text;
    }
  }
}
