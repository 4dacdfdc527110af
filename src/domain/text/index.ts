/** Source → positioned lines: blocks, repairs, joins, widths, numerals, dates. */
export type { Correction } from './corrections.ts';
export * from './dates.ts';
export { lineTable, placeAt } from './lines.ts';
export * from './numerals.ts';
export { publishedText, readText, restoreSource } from './read.ts';
export { looksLikeTitle } from './typography.ts';
