/** Decisions → operations; operations on a text and back; the outcome against print. */
export { alignUnits, arrangePairs, type Pair } from './align.ts';
export { type AmendResult, amend } from './amend.ts';
export { type Amended, type ApplyFinding, applyOperations, targetLabel } from './apply.ts';
export { decisionOn, type ParsedDecision, parseDecision } from './decision.ts';
export { fold } from './find-words.ts';
export { type DecisionLine, decisionLines, type Remark } from './lines.ts';
export { differing } from './mere-wording.ts';
export { linesOfFile, linesOfInstrument } from './read-decision.ts';
export { separate } from './separate.ts';
export { missingIn, type Reconstruction, type ReconstructionNote, unapply } from './unapply.ts';
export { maskedOf, notHeld, type Unit, unitsOf } from './units.ts';
export { agrees, classOf, nameOf, verify } from './verify.ts';
