/** Which document is meant: numbers, titles, kinds, and how a text names them. */
export { bareAnchor, lawLead } from './bare-names.ts';
export * from './document-number.ts';
export * from './identity.ts';
export { isDocumentTitle, kindOf } from './kinds.ts';
export { type LedgerEntry, type LedgerSeries, ledgerOf, type NumberedWork } from './ledger.ts';
export { mask } from './mask.ts';
export * from './mention.ts';
export { leftOut, withNamed } from './naming.ts';
export { nationalLaws } from './national-laws.ts';
export { isNationalOrgan } from './national-organs.ts';
export { bodiesOf, issuerBefore } from './organs.ts';
export * from './register.ts';
export { findShortNames, type ShortName } from './short-names.ts';
export { Stubs } from './stubs.ts';
export { readTextName, textName } from './text-name.ts';
export * from './title.ts';
export { rulingNouns, titleNoun, titleNouns } from './title-noun.ts';
export {
  earlierText,
  isOfOneBody,
  keysAsked,
  keysOfWork,
  mayBeGivenBy,
  numbersOf,
  type Registered,
  titlesOf,
  type WorkKeys,
} from './work-names.ts';
