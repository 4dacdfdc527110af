/** Source → positioned lines: blocks, repairs, joins, widths, numerals, dates. */

export { squared } from './brackets.ts';
export * from './calendar.ts';
export type { Correction } from './corrections.ts';
export * from './dates.ts';
export { type Decoded, decodeText, type Encoding } from './decode.ts';
export { isHan, isWide } from './edits.ts';
export { lineBreak, lineTable, placeAt } from './lines.ts';
export { messagesOf } from './messages.ts';
export * from './numerals.ts';
export { publishedText, restoreSource } from './published.ts';
export { plainRadical, radicals } from './radicals.ts';
export { readText } from './read.ts';
export { longestTitle, looksLikeTitle } from './titles.ts';
