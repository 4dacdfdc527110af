/**
 * Search over files that are fetched as needed. What was fetched stays; what cannot be read is said and done without
 * as far as the check of the texts allows.
 */
import type { VersionTable } from '../corpus.ts';
import { searchedText } from '../corpus.ts';
import { gramsOf } from '../grams.ts';
import { commonTerm } from '../memory.ts';
import type { SearchSource, TextSource } from '../source.ts';
import { tabled } from '../tabled.ts';
import { createTermIndex, type Ids } from '../term-index.ts';
import type { StoredDocument } from '../types.ts';
import { decodeText } from './bytes.ts';
import { type Manifest, shardPath, termBlockPath, textsPath, versionsPath } from './manifest.ts';
import { findIn, type PostingReader } from './postings-reader.ts';
import { blockPath, decodeBlock, decodeShard, type Entry, shardOf } from './shard.ts';
import { decodeDocuments } from './texts.ts';
import { decodeVersions } from './versions.ts';

/** Gets a packed file and unpacks it. Rejects where it is missing or damaged. */
export type FetchBytes = (path: string) => Promise<Uint8Array>;

/** Keeps promises by key; a failed one is forgotten, so that it can be tried again. */
function keep<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const found = kept.get(key);
    if (found) return found;
    const made = make(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}

/** A source over the files of a manifest. */
export function fileSource(manifest: Manifest, fetchBytes: FetchBytes): SearchSource {
  const { hash, size, perFile, shards } = manifest;
  let problems: string[] = [];
  const failed = (what: string) => (): undefined => {
    if (!problems.includes(what)) problems.push(what);
    return undefined;
  };

  const shard = keep(async (path) => {
    const entries = decodeShard(await fetchBytes(path));
    return new Map(entries.map((entry) => [entry.term, entry]));
  });
  const block = keep(async (path) => decodeBlock(await fetchBytes(path)));
  const texts = keep(async (path) => {
    const json = decodeText(await fetchBytes(path));
    const cut = json.indexOf('\n');
    const ranges = JSON.parse(json.slice(0, cut)) as number[];
    let run = -1;
    return decodeDocuments(json.slice(cut + 1)).map((document, i, all) => {
      if (document.version !== all[i - 1]?.version) run++;
      return { ...document, first: ranges[run * 2]!, end: ranges[run * 2 + 1]! };
    });
  });
  const stored = new Map<number, StoredDocument>();
  let table: Promise<VersionTable> | undefined;

  /** The entry of a term: undefined where its file cannot be read, null where no document has it. */
  const entryOf = async (term: string): Promise<Entry | null | undefined> => {
    const entries = await shard(shardPath(hash, shardOf(term, shards))).catch(
      failed('检索索引的一个分片读取失败，已改用其余索引并逐条核对正文，总数可能不准'),
    );
    return entries === undefined ? undefined : (entries.get(term) ?? null);
  };

  const load = async (ids: Ids): Promise<(StoredDocument | undefined)[]> => {
    const list = Array.from(ids);
    const files = new Set(list.filter((id) => !stored.has(id)).map((id) => Math.floor(id / perFile)));
    await Promise.all(
      Array.from(files, async (file) => {
        const documents = await texts(textsPath(hash, file)).catch(
          failed('一部分正文读取失败，相关条文未能核对，暂不显示'),
        );
        for (const [i, document] of (documents ?? []).entries()) {
          const id = file * perFile + i;
          stored.set(id, { ...document, ...searchedText(document), id });
        }
      }),
    );
    return list.map((id) => stored.get(id));
  };

  const postings: PostingReader = {
    size,
    entryOf,
    block: (term, number) =>
      block(termBlockPath(hash, blockPath(term, number))).catch(
        failed('检索索引的一个分片读取失败，结果可能不全'),
      ),
  };

  const source: TextSource = {
    shape: manifest,
    resident: false,
    batch: 10,
    find: (lookup) => findIn(postings, lookup),
    load,
    async similar(phrase, limit) {
      const entries = await Promise.all(gramsOf(phrase).map(entryOf));
      const rare = entries.filter((entry): entry is Entry => !!entry && entry.starts.length === 0);
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
  return tabled(source, () => {
    table ??= fetchBytes(versionsPath(hash)).then((bytes) =>
      decodeVersions(new TextDecoder().decode(bytes), manifest),
    );
    table.catch(() => {
      table = undefined;
    });
    return table;
  });
}
