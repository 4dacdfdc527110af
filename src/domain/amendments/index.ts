/** Decisions → operations; operations on a text and back; the outcome against print. */

export { type AmendResult, amend } from './amend.ts';
export { type Amended, type ApplyFinding, applyOperations } from './apply.ts';
export { alignUnits, arrangePairs, type Pair } from './compare/align.ts';
export { differing } from './compare/mere-wording.ts';
export { maskedOf, notHeld, type Unit, unitsOf } from './compare/units.ts';
export { operationLabel } from './operations/index.ts';
export { decisionOn, type ParsedDecision, parseDecision } from './read/decision.ts';
export { type DecisionLine, decisionLines, type Remark } from './read/lines.ts';
export { linesOfFile, linesOfInstrument } from './read/source.ts';
export { fold } from './text/find-words.ts';
export { locatorsOf } from './text/locators.ts';
export { targetLabel } from './text/places.ts';
export { missingIn, type Reconstruction, type ReconstructionNote, unapply } from './unapply.ts';
export { agrees, classOf, nameOf, verify } from './verify.ts';
