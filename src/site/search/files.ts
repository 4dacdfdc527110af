/** The data files of search for the built site, packed once a build. */
import { deflateSync } from 'node:zlib';
import type { Corpus } from '../../domain/search/corpus.ts';
import { type Manifest, manifestPath } from '../../domain/search/files/manifest.ts';
import { packCorpus } from '../../domain/search/files/pack.ts';
import { holdings } from '../site.ts';
import { searchCorpus } from './archive.ts';

export interface SearchFile {
  path: string;
  body: string | Uint8Array<ArrayBuffer>;
}

let corpus: Promise<Corpus> | undefined;
let files: Promise<SearchFile[]> | undefined;

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

async function make(): Promise<SearchFile[]> {
  const { horizon } = (await holdings()).archive;
  const made: SearchFile[] = [];
  for (const { path, packed, content } of packCorpus(await siteCorpus(), { horizon, mode: forcedMode() })) {
    const body = packed ? new Uint8Array(deflateSync(content, { level: 9 })) : content;
    made.push({ path, body });
  }
  return made;
}

/** All files, the manifest among them. */
export function searchFiles(): Promise<SearchFile[]> {
  files ??= make();
  return files;
}

/** The manifest as the page carries it: the first question need not ask for it. */
export async function manifestJson(): Promise<string> {
  const manifest = (await searchFiles()).find(({ path }) => path === manifestPath)!;
  return String(manifest.body);
}
