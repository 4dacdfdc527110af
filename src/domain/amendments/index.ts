/** Decisions → operations; operations on a text and back; the outcome against print. */

export { type AmendResult, amend } from './amend.ts';
export { type Amended, type ApplyFinding, applyOperations } from './apply.ts';
export { operationLabel } from './operations/index.ts';
export { decisionOn, type ParsedDecision, parseDecision } from './read/decision.ts';
export type { DecisionLine, Remark } from './read/lines.ts';
export { linesOfFile, linesOfInstrument } from './read/source.ts';
export { clauseLabel, isClause } from './text/clauses.ts';
export { locatorsOf } from './text/locators.ts';
export { targetLabel } from './text/places.ts';
export { missingIn, type Reconstruction, type ReconstructionNote, unapply } from './unapply.ts';
export { agrees, verify } from './verify.ts';
