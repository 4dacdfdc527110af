/** Search in the reader's browser: opens the archive's data, whole or by files, and asks it. Runs in a worker. */
import { type Corpus, createCorpus } from '../../domain/search/corpus.ts';
import { decodeText } from '../../domain/search/files/bytes.ts';
import {
  corpusHash,
  type Manifest,
  manifestPath,
  readManifest,
  wholePath,
} from '../../domain/search/files/manifest.ts';
import { decodeDocuments } from '../../domain/search/files/texts.ts';
import { fewChecked } from '../../domain/search/rank.ts';
import { scanSource } from '../../domain/search/scan.ts';
import { type SearchOptions, type SearchResult, searchArchive } from '../../domain/search/search.ts';
import type { SearchSource } from '../../domain/search/source.ts';
import { hitUrl } from './address.ts';
import { request } from './request.ts';

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
  /** Addresses that were read. */
  read: Set<string>;
}

/** With more documents than this the table of versions is too long to be read unasked. */
const shortTable = 50_000;

/**
 * The search over the data below an address.
 * Opening is tried anew with the next question where it failed: a lost connection comes back.
 * @param carried the manifest as the page carries it; read from the address where it is none
 */
export function createEngine(base: string, carried = '', get: typeof fetch = fetch): SearchEngine {
  let opening: Promise<Opened> | undefined;
  const open = (make: () => Promise<Opened>): Promise<Opened> => {
    const made = make();
    opening = made;
    made.catch(() => {
      if (opening === made) opening = undefined;
    });
    return made;
  };
  let kept: ReadonlySet<string> = new Set();

  return {
    async *ask({ query, survey, ...options }) {
      const asked = { ...options, urlOf: hitUrl };
      let { manifest, source, read } = await (opening ?? open(() => openFirst(base, carried, get)));
      let result = await searchArchive(source, query, asked);
      if (result.incomplete) {
        const newer = await newerManifest(base, manifest, get);
        if (newer) {
          // The site was published anew while this page was open: its old files are gone.
          ({ manifest, source, read } = await open(() => openArchive(base, newer, get)));
          result = await searchArchive(source, query, asked);
        }
      }
      kept = read;
      // Counts come unasked where they cost little.
      const few = result.total <= fewChecked && source.shape.size <= shortTable;
      const done = source.resident || result.total === 0 || !(survey || few);
      yield { result, final: done };
      if (!done)
        yield { result: await searchArchive(source, query, { ...asked, survey: true }), final: true };
    },
    kept: () => [...kept],
  };
}

/** Opens what the page speaks of; where that is gone, what is published now. */
async function openFirst(base: string, carried: string, get: typeof fetch): Promise<Opened> {
  if (carried === '') return openArchive(base, await fetchManifest(base, get), get);
  const manifest = readManifest(carried);
  try {
    return await openArchive(base, manifest, get);
  } catch (error) {
    const newer = await newerManifest(base, manifest, get);
    if (!newer) throw error;
    return openArchive(base, newer, get);
  }
}

async function openArchive(base: string, manifest: Manifest, get: typeof fetch): Promise<Opened> {
  if (manifest.mode === 'whole') {
    const url = base + wholePath(manifest.hash);
    // So few texts are read through sooner than an index of them is made, or its program is fetched.
    const source = scanSource(await readWhole(url, manifest.hash, get));
    return { manifest, source, read: new Set([url]) };
  }
  const { sourceBelow } = await import('./parts.ts');
  return { manifest, ...sourceBelow(base, manifest, get) };
}

async function fetchManifest(base: string, get: typeof fetch): Promise<Manifest> {
  const url = base + manifestPath;
  return readManifest(await twice('no-cache', async (mode) => (await request(url, get, mode)).text()));
}

/** The manifest that is published now, where it is another one. */
async function newerManifest(
  base: string,
  { hash }: Manifest,
  get: typeof fetch,
): Promise<Manifest | undefined> {
  try {
    const now = await fetchManifest(base, get);
    return now.hash === hash ? undefined : now;
  } catch {
    return undefined;
  }
}

/** A failed request is tried once more, past the browser's store: a damaged copy may lie in it. */
async function twice<T>(cache: RequestCache, read: (cache: RequestCache) => Promise<T>): Promise<T> {
  try {
    return await read(cache);
  } catch {
    return read('reload');
  }
}

/** The whole archive, checked against the name of its folder: a damaged copy is asked for again. */
function readWhole(url: string, hash: string, get: typeof fetch): Promise<Corpus> {
  return twice('default', async (mode) => {
    const json = decodeText(await (await request(url, get, mode)).arrayBuffer());
    const corpus = createCorpus(decodeDocuments(json));
    if (corpusHash(corpus) !== hash) throw new Error('检索数据有损坏');
    return corpus;
  });
}
