/**
 * Search over files that are fetched as needed. What was fetched stays; what cannot be read is said and done without
 * as far as the check of the texts allows.
 */
import type { VersionTable } from '../corpus.ts';
import { searchedText } from '../corpus.ts';
import { gramsOf } from '../grams.ts';
import type { Ids } from '../ids.ts';
import { commonTerm } from '../indexable.ts';
import type { SearchSource, TextSource } from '../source.ts';
import { lowerBound } from '../source.ts';
import { tabled } from '../tabled.ts';
import { createTermIndex } from '../term-index.ts';
import type { StoredDocument } from '../types.ts';
import { decodeText } from './bytes.ts';
import { decodeDirectory } from './directory.ts';
import { type Manifest, packPath } from './manifest.ts';
import { headLength, placeOf } from './piece.ts';
import { findIn, type PostingReader } from './postings-reader.ts';
import { decodeBlock, decodeShard, type StoredEntry, shardOf, shardsPerPack } from './shard.ts';
import { decodeDocuments } from './texts.ts';
import { decodeVersions } from './versions.ts';

/** What is asked of a file: bytes of it as they stand there, and whether they are packed. */
export interface Part {
  path: string;
  /** From which byte on, up to which; the whole file where there is none. */
  range?: { from: number; to: number };
  packed: boolean;
  /** True where a copy that was kept is not to be trusted. */
  fresh: boolean;
}

/** Gets a part of a file, unpacked where it is packed. Rejects where it is missing or damaged. */
export type FetchPart = (part: Part) => Promise<Uint8Array>;

/** Keeps promises by key; a failed one is forgotten, so that it can be tried again. */
function keep<K, T>(make: (key: K) => Promise<T>): ((key: K) => Promise<T>) & { forget(key: K): void } {
  const kept = new Map<K, Promise<T>>();
  const get = (key: K): Promise<T> => {
    const found = kept.get(key);
    if (found) return found;
    const made = make(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  return Object.assign(get, { forget: (key: K) => void kept.delete(key) });
}

/** A source over the files of a manifest. */
export function fileSource(manifest: Manifest, fetchPart: FetchPart): SearchSource {
  const { hash, size, perPiece, shards } = manifest;
  let problems: string[] = [];
  const failed = (what: string) => (): undefined => {
    if (!problems.includes(what)) problems.push(what);
    return undefined;
  };

  /** A part that is read anew where what came is not what was written. */
  const read = async <T>(part: Omit<Part, 'fresh'>, decode: (bytes: Uint8Array) => T): Promise<T> => {
    try {
      return decode(await fetchPart({ ...part, fresh: false }));
    } catch {
      return decode(await fetchPart({ ...part, fresh: true }));
    }
  };

  const directory = keep(async (_: 'd') => {
    const known = await read({ path: packPath('d', hash), packed: false }, decodeDirectory);
    let id = 0;
    const firsts = known.texts.map(({ count }) => {
      id += count;
      return id - count;
    });
    return { ...known, firsts };
  });

  const heads = keep(async (key: string) => {
    const [path, pieces] = key.split(' ') as [string, string];
    const range = { from: 0, to: headLength(Number(pieces)) };
    return fetchPart({ path, range, packed: false, fresh: false });
  });

  /** A piece of a pack. A damaged head leads to a place where none is: it is read anew with its piece. */
  const piece = async <T>(
    path: string,
    pieces: number,
    number: number,
    decode: (bytes: Uint8Array) => T,
  ): Promise<T> => {
    const key = `${path} ${pieces}`;
    try {
      const range = placeOf(await heads(key), pieces, number);
      return decode(await fetchPart({ path, range, packed: true, fresh: false }));
    } catch {
      heads.forget(key);
      const range = { from: 0, to: headLength(pieces) };
      const head = await fetchPart({ path, range, packed: false, fresh: true });
      return decode(
        await fetchPart({ path, range: placeOf(head, pieces, number), packed: true, fresh: true }),
      );
    }
  };

  const shard = keep(async (number: number) => {
    const { postings } = await directory('d');
    const pack = Math.floor(number / shardsPerPack);
    const pieces = Math.min(shardsPerPack, shards - pack * shardsPerPack);
    const path = packPath('i', postings[pack]!.name);
    return piece(path, pieces, number % shardsPerPack, (bytes) => {
      const entries = decodeShard(bytes);
      return new Map(entries.map((entry) => [entry.term, entry]));
    });
  });
  const block = keep(async (key: string) => {
    const [pack, file, from, to] = key.split(' ').map(Number) as [number, number, number, number];
    const { postings } = await directory('d');
    const path = packPath('h', postings[pack]!.blocks[file]!);
    return read({ path, range: { from, to }, packed: true }, decodeBlock);
  });
  const texts = keep(async (key: string) => {
    const [pack, number] = key.split(' ').map(Number) as [number, number];
    const { texts: packs, firsts } = await directory('d');
    const { name, count } = packs[pack]!;
    const first = firsts[pack]! + number * perPiece;
    return piece(packPath('t', name), Math.ceil(count / perPiece), number, (bytes) => {
      const json = decodeText(bytes);
      const cut = json.indexOf('\n');
      const reach = JSON.parse(json.slice(0, cut)) as number[];
      let [run, start] = [-1, 0];
      return decodeDocuments(json.slice(cut + 1)).map((document, i, all) => {
        const id = first + i;
        if (document.version !== all[i - 1]?.version) [run, start] = [run + 1, id];
        return { ...document, id, first: start + reach[run * 2]!, end: start + reach[run * 2 + 1]! };
      });
    });
  });
  const stored = new Map<number, StoredDocument>();

  /** The entry of a term: undefined where its file cannot be read, null where no document has it. */
  const entryOf = async (term: string): Promise<StoredEntry | null | undefined> => {
    const entries = await shard(shardOf(term, shards)).catch(
      failed('检索索引的一个分片读取失败，已改用其余索引并逐条核对正文，总数可能不准'),
    );
    return entries === undefined ? undefined : (entries.get(term) ?? null);
  };

  const notRead = failed('一部分正文读取失败，相关条文未能核对，暂不显示');
  const load = async (ids: Ids): Promise<(StoredDocument | undefined)[]> => {
    const list = Array.from(ids);
    const missing = list.filter((id) => !stored.has(id));
    const firsts = missing.length > 0 ? await directory('d').then((known) => known.firsts, notRead) : [];
    if (!firsts) return list.map((id) => stored.get(id));
    const wanted = new Set(
      missing.map((id) => {
        const pack = lowerBound(firsts, id + 1) - 1;
        return `${pack} ${Math.floor((id - firsts[pack]!) / perPiece)}`;
      }),
    );
    await Promise.all(
      Array.from(wanted, async (key) => {
        for (const document of (await texts(key).catch(notRead)) ?? [])
          stored.set(document.id, { ...document, ...searchedText(document) });
      }),
    );
    return list.map((id) => stored.get(id));
  };

  const postings: PostingReader = {
    size,
    entryOf,
    async block(term, number) {
      const entry = await entryOf(term);
      if (!entry) return undefined;
      const { file, from, to } = entry.blocks[number - 1]!;
      const pack = Math.floor(shardOf(term, shards) / shardsPerPack);
      return block(`${pack} ${file} ${from} ${to}`).catch(failed('检索索引的一个分片读取失败，结果可能不全'));
    },
  };

  const source: TextSource = {
    shape: manifest,
    resident: false,
    batch: 10,
    find: (lookup) => findIn(postings, lookup),
    load,
    async similar(phrase, limit) {
      const entries = await Promise.all(gramsOf(phrase).map(entryOf));
      const rare = entries.filter((entry): entry is StoredEntry => !!entry && entry.starts.length === 0);
      const index = createTermIndex();
      index.put(rare.filter(({ count }) => count <= commonTerm).map(({ term, ids }) => [term, ids]));
      return index.most(
        rare.map(({ term }) => term),
        limit,
      );
    },
    problems() {
      const told = problems;
      problems = [];
      return told;
    },
  };
  const table = keep(async (_: 'v'): Promise<VersionTable> => {
    const { versions } = await directory('d');
    return read({ path: packPath('v', versions), packed: true }, (bytes) =>
      decodeVersions(new TextDecoder().decode(bytes), manifest),
    );
  });
  return tabled(source, () => table('v'));
}
