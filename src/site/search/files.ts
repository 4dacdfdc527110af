/** The data files of search for the built site, packed once a build. */
import { deflateSync } from 'node:zlib';
import type { Corpus } from '../../domain/search/corpus.ts';
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
  corpus ??= holdings().then(({ works, events, archive }) =>
    searchCorpus({ works: works.values(), events, horizon: archive.horizon }),
  );
  return corpus;
}

async function make(): Promise<SearchFile[]> {
  const { horizon } = (await holdings()).archive;
  const made: SearchFile[] = [];
  for (const { path, packed, content } of packCorpus(await siteCorpus(), { horizon })) {
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
