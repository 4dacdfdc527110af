/** What the command that builds the site leaves for its pages, which Astro bundles anew: names of global values. */

/** The archive that it has checked. */
export const handedOver = Symbol.for('gongbao.loaded');

/** The way to write a file of the site. */
export const writesFiles = Symbol.for('gongbao.writes-files');

/** What is to be called for every page of a work that is made. */
export const countsPages = Symbol.for('gongbao.counts-pages');

/** Tells the command, where there is one, that a page of a work is made. */
export const pageMade = (): void => (globalThis as { [countsPages]?: () => void })[countsPages]?.();
