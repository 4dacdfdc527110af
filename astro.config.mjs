import { defineConfig } from 'astro/config';
import { city } from './astro.city.mjs';

const base = process.env.GONGBAO_BASE || '/';

/** Modules that are loaded when they are wanted have no styles of their own: nothing need be fetched before them. */
const plainImports = {
  name: 'gongbao-plain-imports',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : {}),
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
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
    plugins: [plainImports],
  },
});
