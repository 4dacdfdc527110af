/** Gongbao, in memory (as a small archive is searched) and over files (as a large one is). */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Corpus } from '../../src/domain/search/corpus.ts';
import { type Manifest, manifestPath, readManifest } from '../../src/domain/search/files/manifest.ts';
import {
  type Deflate,
  encodeWhole,
  type PackOptions,
  packCorpus,
} from '../../src/domain/search/files/pack.ts';
import { fileSource } from '../../src/domain/search/files/reader.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { parseQuery } from '../../src/domain/search/query.ts';
import { hitIds } from '../../src/domain/search/rank.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import type { SearchSource } from '../../src/domain/search/source.ts';
import { perDocument, perPage } from '../../src/site/search/address.ts';
import { brotli, type Engine } from './engine.ts';

/** Everything in one file, indexed by the reader. */
export function whole(): Engine & { source(): SearchSource } {
  let source: SearchSource;
  let corpus: Corpus;
  let bytes = 0;
  return {
    name: 'Gongbao (whole)',
    async build(given) {
      corpus = given;
      source = memorySource(corpus);
    },
    search: async ({ typed }) => hitIds(source, parseQuery(typed).readings[0]!),
    indexBytes() {
      bytes ||= brotli(encodeWhole(corpus.documents));
      return bytes;
    },
    firstBytes: async () => bytes,
    source: () => source,
  };
}

export interface Fetches {
  bytes: number;
  requests: number;
  /** By kind of file: i postings, h further postings, t texts, d names of packs, v table of versions. */
  kinds: Record<string, number>;
}

export interface FilesEngine extends Engine {
  manifest(): Manifest;
  /** A first visit: a reader that has fetched nothing yet, and what it fetches from now on. */
  visit(): { source: SearchSource; fetches: Fetches };
  files(): number;
}

/**
 * Postings and texts in packs of small pieces.
 * @param hasRange whether the host sends parts of files, or whole ones
 */
export function files(options: PackOptions = {}, hasRange = true): FilesEngine {
  const stored = new Map<string, Uint8Array>();
  let manifest: Manifest;
  let source: SearchSource;
  const visit = (): { source: SearchSource; fetches: Fetches } => {
    // The manifest comes with the page.
    const fetches: Fetches = { bytes: stored.get(manifestPath)!.length, requests: 0, kinds: {} };
    const whole = new Set<string>();
    const reader = fileSource(manifest, async ({ path, range, packed }) => {
      const file = stored.get(path);
      if (!file) throw new Error(`404 ${path}`);
      const { from, to } = range ?? { from: 0, to: file.length };
      const sent = hasRange ? to - from : whole.has(path) ? 0 : file.length;
      whole.add(path);
      fetches.bytes += sent;
      fetches.requests += Math.sign(sent);
      const kind = path.slice(0, 1);
      fetches.kinds[kind] = (fetches.kinds[kind] ?? 0) + sent;
      const bytes = file.subarray(from, to);
      return packed ? inflateSync(bytes) : bytes;
    });
    return { source: reader, fetches };
  };
  return {
    name: hasRange ? 'Gongbao (files)' : 'Gongbao (files, no Range)',
    async build(corpus) {
      const deflate: Deflate = (bytes) => deflateSync(bytes, { level: 9 });
      for (const { path, content } of packCorpus(corpus, deflate, { mode: 'shards', ...options }))
        stored.set(path, typeof content === 'string' ? Buffer.from(content) : content);
      manifest = readManifest(Buffer.from(stored.get(manifestPath)!).toString());
      source = visit().source;
    },
    search: async ({ typed }) => hitIds(source, parseQuery(typed).readings[0]!),
    indexBytes: () => [...stored.values()].reduce((sum, { length }) => sum + length, 0),
    async firstBytes({ typed }) {
      const { source: fresh, fetches } = visit();
      await searchArchive(fresh, typed, { limit: perPage, perDocument });
      return fetches.bytes;
    },
    async countBytes({ typed }) {
      const { source: fresh, fetches } = visit();
      await searchArchive(fresh, typed, { limit: perPage, perDocument, survey: true });
      return fetches.bytes;
    },
    firstPage: async ({ typed }) => (await searchArchive(source, typed, { limit: perPage })).hits.length,
    manifest: () => manifest,
    visit,
    files: () => stored.size,
  };
}
