/** What the command that builds the site leaves for its pages, which Astro bundles anew: names of global values. */

/** The archive that it has checked. */
export const handedOver = Symbol.for('gongbao.loaded');

/** The way to write a file of the site. */
export const writesFiles = Symbol.for('gongbao.writes-files');

/** The manifest of search, which the command makes itself. */
export const searchManifest = Symbol.for('gongbao.search-manifest');

/** Where pages are kept between builds. */
export const keepsPages = Symbol.for('gongbao.keeps-pages');

/** What is to be called for every page of a work that is made. */
export const countsPages = Symbol.for('gongbao.counts-pages');

/** Tells the command, where there is one, that a page of a work is made. */
export const pageMade = (): void => (globalThis as { [countsPages]?: () => void })[countsPages]?.();
