/** Names of all packs, with what must be known to find a piece in them. A reader has it before anything else. */
import { type ByteReader, type ByteWriter, byteReader, byteWriter } from './bytes.ts';
import { nameDigits } from './manifest.ts';

/** Postings of some shards in one file, and the further blocks of their frequent terms in others. */
export interface PostingPack {
  name: string;
  blocks: string[];
}

/** A run of documents in one file. */
export interface TextPack {
  name: string;
  /** Number of documents. */
  count: number;
}

export interface Directory {
  /** File of the table of versions. */
  versions: string;
  postings: PostingPack[];
  texts: TextPack[];
}

/** The directory as bytes: six for a name, and one or two for a count. */
export function encodeDirectory({ versions, postings, texts }: Directory): Uint8Array<ArrayBuffer> {
  const out = byteWriter();
  writeName(out, versions);
  out.number(postings.length);
  for (const { name, blocks } of postings) {
    writeName(out, name);
    out.number(blocks.length);
    for (const block of blocks) writeName(out, block);
  }
  out.number(texts.length);
  for (const { name, count } of texts) {
    writeName(out, name);
    out.number(count);
  }
  return out.bytes();
}

/** Reads a directory. Throws a RangeError where the bytes end too soon. */
export function decodeDirectory(bytes: Uint8Array): Directory {
  const input = byteReader(bytes);
  const list = <T>(read: () => T): T[] => {
    const length = input.number();
    if (length > bytes.length) throw new RangeError('数据不完整');
    return Array.from({ length }, read);
  };
  return {
    versions: readName(input),
    postings: list(() => ({ name: readName(input), blocks: list(() => readName(input)) })),
    texts: list(() => ({ name: readName(input), count: input.number() })),
  };
}

function writeName(out: ByteWriter, name: string): void {
  for (let at = 0; at < nameDigits; at += 4) out.unit(Number.parseInt(name.slice(at, at + 4), 16));
}

function readName(input: ByteReader): string {
  return Array.from({ length: nameDigits / 4 }, () => input.unit().toString(16).padStart(4, '0')).join('');
}
