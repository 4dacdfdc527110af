import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { city } from './astro.city.mjs';

/** What search asks of FlexSearch is in its compact build: two thirds of the bytes, for browsers and builds alike. */
const compactFlexsearch = fileURLToPath(
  new URL('flexsearch.compact.module.min.js', import.meta.resolve('flexsearch')),
);

const base = process.env.GONGBAO_BASE || '/';

/** Modules that are loaded when they are wanted have no styles of their own: nothing need be fetched before them. */
const plainImports = {
  name: 'gongbao-plain-imports',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : {}),
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** Characters up to which a module is small, and scripts that share it. */
const small = { size: 1500, sharers: 5 };

/** Small modules that several scripts share come in one file: each file of its own costs a way to the server. */
const fewFiles = {
  name: 'gongbao-few-files',
  configEnvironment(name) {
    if (name !== 'client') return {};
    const isSmall = (id, modules, above = []) => {
      const { code, importedIds } = modules.getModuleInfo(id) ?? {};
      if (typeof code !== 'string' || code.length > small.size || above.includes(id)) return false;
      return importedIds.every((imported) => isSmall(imported, modules, [...above, id]));
    };
    const group = {
      name: (id, modules) => (isSmall(id, modules) ? 'small' : null),
      minShareCount: small.sharers,
    };
    return { build: { rolldownOptions: { output: { codeSplitting: { groups: [group] } } } } };
  },
};

/** Leaves for the pages which files a script and what it loads first are made of: see src/site/scripts.ts. */
const namesFiles = {
  name: 'gongbao-names-files',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    const withImports = (name, found = new Set()) => {
      if (found.has(name)) return found;
      found.add(name);
      for (const imported of bundle[name]?.imports ?? []) withImports(imported, found);
      return found;
    };
    globalThis[Symbol.for('gongbao.script-files')] = Object.values(bundle).map((one) => ({
      name: one.fileName,
      modules: one.moduleIds ?? [],
      files: [one.fileName, ...(one.dynamicImports ?? [])].flatMap((name) => [...withImports(name)]),
    }));
  },
};

/**
 * The site is static and complete without scripts. What differs between one publisher and the next comes
 * from the environment: GONGBAO_SITE (the public address) and GONGBAO_BASE (the folder it is served from).
 */
export default defineConfig({
  site: process.env.GONGBAO_SITE || undefined,
  base,
  output: 'static',
  trailingSlash: 'always',
  // 'jsx' would turn line breaks between Chinese characters into spaces.
  compressHTML: true,
  integrations: [city()],
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  vite: {
    // The oldest browsers of government desks; src/site/browser/floor.ts adds what they lack.
    build: { assetsInlineLimit: 0, target: ['chrome109', 'firefox115', 'safari16.4'] },
    // For src/site/urls.ts. Vite's own import.meta.env.BASE_URL can be overruled by the environment.
    define: { GONGBAO_BASE: JSON.stringify(base) },
    worker: { format: 'es' },
    resolve: { alias: { flexsearch: compactFlexsearch } },
    plugins: [plainImports, fewFiles, namesFiles],
  },
});
