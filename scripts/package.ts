/** Where the software lies, as a checkout or installed as a package, and where it may write. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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

/**
 * Why a folder may not be written into, or undefined. It may where it is not there yet, is empty, or is one of ours.
 * @param mark name of the file by which a folder of ours is known
 */
export async function obstacleIn(dir: string, mark?: string): Promise<string | undefined> {
  if (!(await stat(dir).catch(() => undefined))) return undefined;
  if (!(await isFolder(dir))) return `“${dir}”不是文件夹`;
  const names = await readdir(dir);
  if (names.length === 0 || (mark !== undefined && names.includes(mark))) return undefined;
  return `“${dir}”里有别的文件，不敢覆盖：请换一个文件夹，或先清空它`;
}
