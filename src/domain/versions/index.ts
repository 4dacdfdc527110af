/** Works with dated versions; two versions beside each other; the history of one provision. */
export { type Affected, affectedBy } from './affected.ts';
export { type Amendment, buildVersions, type JoinedWorks } from './build.ts';
export { accepted, fingerprint, machineDoubts, provisionsOf, sign, signedProvisions } from './checks.ts';
export { type Change, type CompareRow, compareVersions, rowSegments } from './compare.ts';
export { type DiffSegment, diffText } from './diff.ts';
export { type Erratum, errataOf, messagesOfErrata } from './errata.ts';
export { type History, type HistoryStep, historyOf, numberMap } from './history.ts';
export type { Start, StartOf } from './turns.ts';
export { type FoundText, gatherWorks, issueOfWorks, type KnownWork } from './works.ts';
