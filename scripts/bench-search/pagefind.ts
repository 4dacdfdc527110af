/** Pagefind, run as it runs in a browser: its own script over a folder, with every fetched byte counted. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import type { Engine } from './engine.ts';

interface Bundle {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  destroy(): Promise<void>;
}

/** Files that carry results, not code. */
const isData = (name: string): boolean => /\.(pf_\w+)$|pagefind-entry\.json$/.test(name);

export function pagefindEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pagefind-'));
  let bundle: Bundle;
  let fetched = 0;
  let visit = 0;
  const before = globalThis.fetch;
  const stand = { origin: 'http://localhost', href: 'http://localhost/' };
  Object.assign(globalThis, {
    document: { querySelector: () => ({ getAttribute: () => 'zh' }), currentScript: null },
    window: { location: stand },
    location: stand,
    fetch: async (url: string | URL) => {
      const name = String(url)
        .replace(/^file:\/\//, '')
        .replace(/\?.*$/, '');
      const bytes = readFileSync(name.startsWith(folder) ? name : join(folder, name));
      if (isData(name)) fetched += bytes.length;
      return new Response(bytes);
    },
  });
  /** A first visit: nothing is kept from the visit before. */
  const open = async (): Promise<Bundle> => {
    const url = `${pathToFileURL(join(folder, 'pagefind.js')).href}?visit=${visit++}`;
    const module = (await import(url)) as Bundle;
    await module.options({ basePath: `${folder}/`, baseUrl: '/', noWorker: true });
    await module.init();
    return module;
  };
  return {
    name: 'pagefind (zh)',
    async build(corpus) {
      const { index } = await pagefind.createIndex({ forceLanguage: 'zh' });
      if (!index) throw new Error('pagefind did not start');
      for (const { id, body } of corpus.documents) {
        await index.addCustomRecord({
          url: `/${id}`,
          content: body || ' ',
          language: 'zh',
          meta: { title: String(id) },
        });
      }
      await index.writeFiles({ outputPath: folder });
      bundle = await open();
    },
    async search({ phrases }) {
      const { results } = await bundle.search(phrases.join(' '));
      // A result tells its id only with its fragment; here the number of the fragment stands for it.
      return (await Promise.all(results.map((result) => result.data()))).map(({ url }) =>
        Number(url.replace(/\D/g, '')),
      );
    },
    indexBytes() {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isData);
      return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    },
    async firstBytes({ phrases }) {
      fetched = 0;
      const fresh = await open();
      const { results } = await fresh.search(phrases.join(' '));
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return fetched;
    },
    async close() {
      globalThis.fetch = before;
      await pagefind.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
