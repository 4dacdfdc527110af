/** Which document is meant: numbers, titles, kinds, and how a text names them. */
export { bareAnchor, lawLead } from './bare-names.ts';
export * from './document-number.ts';
export { kindOf } from './kinds.ts';
export * from './mention.ts';
export { findShortNames, type ShortName } from './short-names.ts';
export * from './title.ts';
