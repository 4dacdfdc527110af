/** Two texts side by side: their units, which answers to which, and words whatever their width and marks. */
export { alignUnits, arrangePairs, longestOrder, type Pair } from './align.ts';
export { findWords, fold } from './fold.ts';
export { maskedOf, nameOf, type Unit, unitsOf } from './units.ts';
export { differing, isMereWording, likeness } from './wording.ts';
