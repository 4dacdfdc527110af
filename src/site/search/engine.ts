/** Search in the reader's browser: opens the archive's data, whole or by files, and asks it. Runs in a worker. */
import { createCorpus } from '../../domain/search/corpus.ts';
import { decodeText } from '../../domain/search/files/bytes.ts';
import { type Manifest, manifestPath, readManifest, wholePath } from '../../domain/search/files/manifest.ts';
import { fileSource } from '../../domain/search/files/reader.ts';
import { decodeDocuments } from '../../domain/search/files/texts.ts';
import { memorySource } from '../../domain/search/memory.ts';
import { type SearchOptions, type SearchResult, searchArchive } from '../../domain/search/search.ts';
import type { SearchSource } from '../../domain/search/source.ts';
import { hitUrl } from './address.ts';

export interface Question extends Omit<SearchOptions, 'urlOf'> {
  query: string;
}

/** First the hits, then, where they are counted apart, the same hits with totals and counts. */
export type Answer = { result: SearchResult; final: boolean };

export interface SearchEngine {
  ask(question: Question): AsyncGenerator<Answer>;
  /** Addresses of the data that a visit without connection needs. */
  kept(): string[];
}

interface Opened {
  manifest: Manifest;
  source: SearchSource;
}

/**
 * The search over the data below an address.
 * Opening is tried anew with the next question where it failed: a lost connection comes back.
 */
export function createEngine(base: string, get: typeof fetch = fetch): SearchEngine {
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    opening ??= openArchive(base, get);
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  let kept: string[] = [];

  return {
    async *ask({ query, ...options }) {
      const asked = { ...options, urlOf: hitUrl };
      let { manifest, source } = await open();
      kept = keptOf(base, manifest);
      let result = await searchArchive(source, query, asked);
      if (!source.resident && result.messages.length > 0 && (await isReplaced(base, manifest, get))) {
        // The site was published anew while this page was open: its old files are gone.
        opening = undefined;
        ({ manifest, source } = await open());
        result = await searchArchive(source, query, asked);
      }
      const counted = source.resident || result.total === 0;
      yield { result, final: counted };
      if (counted) return;
      yield { result: await searchArchive(source, query, { ...asked, survey: true }), final: true };
    },
    kept: () => kept,
  };
}

function keptOf(base: string, { mode, hash }: Manifest): string[] {
  const paths = mode === 'whole' ? [manifestPath, wholePath(hash)] : [manifestPath];
  return paths.map((path) => base + path);
}

async function openArchive(base: string, get: typeof fetch): Promise<Opened> {
  const manifest = readManifest(await readText(base + manifestPath, get, 'no-cache'));
  if (manifest.mode === 'whole') {
    const json = decodeText(await readBytes(base + wholePath(manifest.hash), get));
    return { manifest, source: memorySource(createCorpus(decodeDocuments(json))) };
  }
  return { manifest, source: fileSource(manifest, (path) => readPacked(base + path, get)) };
}

async function isReplaced(base: string, { hash }: Manifest, get: typeof fetch): Promise<boolean> {
  try {
    return readManifest(await readText(base + manifestPath, get, 'no-cache')).hash !== hash;
  } catch {
    return false;
  }
}

/** A failed request is tried once more, past the browser's store: a damaged copy may lie in it. */
async function request(url: string, get: typeof fetch, cache: RequestCache): Promise<Response> {
  const response = await get(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

async function twice<T>(cache: RequestCache, read: (cache: RequestCache) => Promise<T>): Promise<T> {
  try {
    return await read(cache);
  } catch {
    return read('reload');
  }
}

function readText(url: string, get: typeof fetch, cache: RequestCache = 'default'): Promise<string> {
  return twice(cache, async (mode) => (await request(url, get, mode)).text());
}

function readBytes(url: string, get: typeof fetch): Promise<ArrayBuffer> {
  return twice('default', async (mode) => (await request(url, get, mode)).arrayBuffer());
}

function readPacked(url: string, get: typeof fetch): Promise<Uint8Array> {
  return twice('default', async (mode) => {
    const { body } = await request(url, get, mode);
    if (!body) throw new Error(`空文件 ${url}`);
    // The checksum of the format tells a damaged file from a whole one.
    const unpacked = body.pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  });
}
