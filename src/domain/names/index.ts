/** Which document is meant: numbers, titles, kinds. */
export * from './document-number.ts';
export { kindOf } from './kinds.ts';
export * from './title.ts';
