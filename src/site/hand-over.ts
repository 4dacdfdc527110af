/** What the command that builds the site leaves for its pages, which Astro bundles anew: names of global values. */

/** The archive that it has checked. */
export const handedOver = Symbol.for('gongbao.loaded');

/** The way to write a file of the site. */
export const writesFiles = Symbol.for('gongbao.writes-files');
