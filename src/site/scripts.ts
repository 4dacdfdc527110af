/** The files that a script needs, named by the build for pages that ask for all of them at once. */
import { fileUrl } from './urls.ts';

interface ScriptFile {
  name: string;
  /** Its modules, by their full paths. */
  modules: string[];
  /** It, what it imports, and what it loads when it begins. */
  files: string[];
}

/** What `astro.config.mjs` leaves; nothing under `astro dev`. */
const left = (): ScriptFile[] => (globalThis as { [files]?: ScriptFile[] })[files] ?? [];
const files: unique symbol = Symbol.for('gongbao.script-files');

/**
 * Addresses of the files that a module below `src/` comes in, with those that it imports and loads when it begins.
 *
 * `site/search/start.ts` → `/_astro/index….js`, `/_astro/page….js`, `/_astro/small….js`
 */
export function scriptFiles(module: string): string[] {
  const found = left().find(({ modules }) => modules.some((id) => id.endsWith(`/src/${module}`)));
  return [...new Set(found?.files)].map(fileUrl);
}

/** Addresses of the files of threads whose names begin so: `worker` → `/_astro/worker-DP_qCt7e.js` */
export function threadFiles(name: string): string[] {
  const own = left().filter(({ name: file, modules }) => modules.length === 0 && /\.js$/.test(file));
  return own
    .filter(({ name: file }) => file.startsWith(`_astro/${name}-`))
    .map(({ name: file }) => fileUrl(file));
}
