/** Where the software lies, as a checkout or installed as a package, and where it may write. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the software: the nearest one above this file that has a `package.json`.
 *
 * `…/gongbao/scripts/package.ts` and `…/gongbao/lib/scripts/package.js` → `…/gongbao`
 */
export function softwareFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) ? from : softwareFolder(dirname(from));
}

/**
 * The folder for what is made on the way and may be deleted at any time. Nothing is written into an installed package.
 * @param software folder of the software
 * @param cwd folder that the command is run in
 *
 * a checkout → its own `.cache` · `site/node_modules/gongbao`, run in `site` → `site/.gongbao`
 */
export function workFolder(software: string, cwd: string): string {
  const installed = software.split(sep).includes('node_modules');
  return installed ? join(cwd, '.gongbao') : join(software, '.cache');
}

/**
 * True where `inner` is `outer` or lies in it; both absolute.
 *
 * `/a/content/dist`, `/a/content` → true · `/a/..dist`, `/a` → true · `/b`, `/a` → false
 */
export function within(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True where there is such a folder. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
