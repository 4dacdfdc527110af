/** The data files of search for the built site, packed once a build. */
import { deflateSync } from 'node:zlib';
import type { Corpus } from '../../domain/search/corpus.ts';
import { type Manifest, manifestPath } from '../../domain/search/files/manifest.ts';
import { type Deflate, packCorpus } from '../../domain/search/files/pack.ts';
import { type BesideFile, directly } from '../beside-pages.ts';
import { holdings } from '../site.ts';
import { searchCorpus } from './archive.ts';

/** Where the data stand in the published folder. */
export const dataFolder = 'search/data/';

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

async function make(): Promise<BesideFile[]> {
  const { horizon } = (await holdings()).archive;
  const made: BesideFile[] = [];
  const write = directly();
  const deflate: Deflate = (bytes) => deflateSync(bytes, { level: 9 });
  for (const { path, content } of packCorpus(await siteCorpus(), deflate, { horizon, mode: forcedMode() })) {
    const file = { path: dataFolder + path, body: content };
    // What is written need not stay in memory; the page of search asks for the manifest.
    if (write && path !== manifestPath) write(file);
    else made.push(file);
  }
  return made;
}

/** The files that are not yet written, the manifest among them. */
export function searchFiles(): Promise<BesideFile[]> {
  files ??= make();
  return files;
}

/** The manifest as the page carries it: the first question need not ask for it. */
export async function manifestJson(): Promise<string> {
  const manifest = (await searchFiles()).find(({ path }) => path === dataFolder + manifestPath)!;
  return String(manifest.body);
}
