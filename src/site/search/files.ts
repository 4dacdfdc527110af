/** The data files of search for the built site, packed once a build. */
import { deflateSync } from 'node:zlib';
import { packCorpus } from '../../domain/search/files/pack.ts';
import { holdings } from '../site.ts';
import { searchCorpus } from './archive.ts';

export interface SearchFile {
  path: string;
  body: string | Uint8Array<ArrayBuffer>;
}

let made: Promise<SearchFile[]> | undefined;

async function make(): Promise<SearchFile[]> {
  const { works, events, archive } = await holdings();
  const { horizon } = archive;
  const corpus = searchCorpus({ works: works.values(), events, horizon });
  const files: SearchFile[] = [];
  for (const { path, packed, content } of packCorpus(corpus, { horizon })) {
    const body = packed ? new Uint8Array(deflateSync(content, { level: 9 })) : content;
    files.push({ path, body });
  }
  return files;
}

/** All files, the manifest among them. */
export function searchFiles(): Promise<SearchFile[]> {
  made ??= make();
  return made;
}
