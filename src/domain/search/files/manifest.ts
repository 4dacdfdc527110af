/** What a reader's browser must know first: how the archive is laid out. A few hundred bytes at any size. */
import type { Corpus, Shape } from '../corpus.ts';

export const formatVersion = 3;

export interface Manifest extends Shape {
  format: typeof formatVersion;
  /** All in one file, or postings and texts in packs. */
  mode: 'whole' | 'shards';
  /** Name of the whole archive, or of the directory of its packs. It changes with every change of the texts. */
  hash: string;
  /** Documents in one piece of a text pack. */
  perPiece: number;
  /** Number of shards of postings. */
  shards: number;
  /** The day up to which the archive has looked, where it is known. */
  horizon?: string;
}

/** A file of the search data, ready to be written. Its name but the manifest's is that of its own bytes. */
export interface DataFile {
  path: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** What a file holds: postings, further postings of frequent words, texts, the table of versions, the names of packs, all. */
export type FileKind = 'i' | 'h' | 't' | 'v' | 'd';

export const manifestPath = 'manifest.json';
export const wholePath = (hash: string): string => `w/${hash}.txt`;

/** `t`, `0123456789ab` → `t/0123456789ab.bin` */
export const packPath = (kind: FileKind, name: string): string => `${kind}/${name}.bin`;

/** Reads a manifest. Throws where it is none, or of another format. */
export function readManifest(json: string): Manifest {
  const manifest = JSON.parse(json) as Manifest;
  if (manifest?.format !== formatVersion || typeof manifest.hash !== 'string') {
    throw new Error('检索清单的格式不符');
  }
  return manifest;
}

/** Takes in numbers one after another; at the end 64 bits of them as sixteen digits. */
function mixer(): { take(value: number): void; close(): void; digits(): string } {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  return {
    take(value) {
      a = Math.imul(a ^ value, 2654435761);
      b = Math.imul(b ^ value, 1597334677);
    },
    close() {
      a = Math.imul(a ^ 0xa, 2246822507) ^ (a >>> 15);
      b = Math.imul(b ^ 0xb, 3266489909) ^ (b >>> 13);
    },
    digits() {
      a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
      b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

/** 64 bits of a list of texts as sixteen digits. Changes when any of them does. */
export function contentHash(texts: Iterable<string>): string {
  const mixed = mixer();
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) mixed.take(text.charCodeAt(i));
    mixed.close();
  }
  return mixed.digits();
}

/** Digits of the name of a pack: with a thousand of them two are alike once in half a billion archives. */
export const nameDigits = 12;

/** The name of a file: 48 bits of its bytes as twelve digits. */
export function nameOf(bytes: Uint8Array): string {
  const mixed = mixer();
  for (const byte of bytes) mixed.take(byte);
  mixed.close();
  return mixed.digits().slice(-nameDigits);
}

/** What the name of the files depends on of a version, in an order of its own. */
const hashedKeys = [
  ...['work', 'date', 'title', 'kind', 'issuer', 'documentNumber', 'registryNumber', 'aliases', 'amended'],
  ...['states', 'from', 'state', 'standing'],
];

/** The name of a corpus that goes out whole. */
export function corpusHash({ documents, table }: Pick<Corpus, 'documents' | 'table'>): string {
  return contentHash(hashedTexts());
  function* hashedTexts(): Generator<string> {
    yield String(formatVersion);
    for (const version of table.versions) yield JSON.stringify(version, hashedKeys);
    for (const { eId, text } of documents) {
      yield eId;
      yield text;
    }
  }
}
