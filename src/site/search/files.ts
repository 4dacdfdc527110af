/** The data files of search for the built site. */
import { deflateSync } from 'node:zlib';
import type { Corpus } from '../../domain/search/corpus.ts';
import {
  type Manifest,
  manifestPath,
  packPath,
  readManifest,
  wholePath,
} from '../../domain/search/files/manifest.ts';
import { type Deflate, packCorpus } from '../../domain/search/files/pack.ts';
import type { BesideFile } from '../beside-pages.ts';
import { searchManifest } from '../hand-over.ts';
import type { Archive } from '../load.ts';
import { threadFiles } from '../scripts.ts';
import { holdings } from '../site.ts';
import { searchCorpus } from './archive.ts';

/** Where the data stand in the published folder. */
export const dataFolder = 'search/data/';

/** The list of all others; the page of search carries it. */
export const dataManifest = dataFolder + manifestPath;

let corpus: Promise<Corpus> | undefined;
let files: Promise<BesideFile[]> | undefined;

/** The archive of this build as search takes it in. */
export function siteCorpus(): Promise<Corpus> {
  corpus ??= holdings().then(({ archive }) => searchCorpus(archive));
  return corpus;
}

/** GONGBAO_SEARCH forces the way the data goes out, `whole` or `shards`; otherwise its size decides. */
function forcedMode(): Manifest['mode'] | undefined {
  const mode = process.env['GONGBAO_SEARCH'] || undefined;
  if (mode !== undefined && mode !== 'whole' && mode !== 'shards') {
    throw new Error(`GONGBAO_SEARCH 应为 whole 或 shards：${mode}`);
  }
  return mode;
}

const deflate: Deflate = (bytes) => deflateSync(bytes, { level: 9 });

/** The data of an archive, one file after the other; the manifest comes last. */
export function* packedFiles(archive: Archive, of: Corpus = searchCorpus(archive)): Generator<BesideFile> {
  const options = { horizon: archive.horizon, mode: forcedMode() };
  for (const { path, content } of packCorpus(of, deflate, options))
    yield { path: dataFolder + path, body: content };
}

type Given = { [searchManifest]?: Promise<string> };

/** The manifest that the command has from its own thread, where it makes the files there. */
const given = (): Promise<string> | undefined => (globalThis as Given)[searchManifest];

/** The files that the site itself has to serve: none where the command writes them. */
export function searchFiles(): Promise<BesideFile[]> {
  if (given()) return Promise.resolve([]);
  files ??= holdings().then(async ({ archive }) => [...packedFiles(archive, await siteCorpus())]);
  return files;
}

/** The manifest as the page carries it: the first question need not ask for it. */
export const manifestJson = (): Promise<string> =>
  given() ?? searchFiles().then((all) => String(all.find(({ path }) => path === dataManifest)!.body));

/** What the first question waits for beside the page's scripts: its thread, and the archive or the list of its files. */
export function firstFiles(manifest: string, base: string): { as: 'script' | 'fetch'; href: string }[] {
  const { mode, hash } = readManifest(manifest);
  const whole = mode === 'whole';
  const threads = [...threadFiles('worker'), ...(whole ? [] : threadFiles('parts'))];
  const data = base + (whole ? wholePath(hash) : packPath('d', hash));
  return [...threads.map((href) => ({ as: 'script' as const, href })), { as: 'fetch', href: data }];
}
