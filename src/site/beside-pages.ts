/**
 * Files beside the pages: data of search, of the desk, previews. There are many times more of them than pages, and as a
 * page of Astro each costs a hundredfold: the command that builds writes them itself, as soon as they are made.
 */

import { writesFiles } from './hand-over.ts';

/** A file of the site, by its path in the published folder. */
export interface BesideFile {
  path: string;
  body: string | Uint8Array<ArrayBuffer>;
}

type Write = (file: BesideFile) => void;

/** Writes a file of the site; undefined where Astro itself is to serve it, as under `astro dev`. */
export const directly = (): Write | undefined => (globalThis as { [writesFiles]?: Write })[writesFiles];

/**
 * For `getStaticPaths` of an endpoint: writes the files and leaves Astro nothing to do, or gives Astro its paths.
 * @param asPath params and props of a file
 */
export function besidePages<P>(files: Iterable<BesideFile>, asPath: (file: BesideFile) => P): P[] {
  const write = directly();
  if (!write) return Array.from(files, asPath);
  for (const file of files) write(file);
  return [];
}
