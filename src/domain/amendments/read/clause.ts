/** The clauses of a decision, and what else it says. */
import type { Adjustment, Limit, Position } from '../../model.ts';
import type { DecisionLine, Remark } from './lines.ts';
import type { Quotation } from './quotes.ts';

/** First of the characters that stand for quotations in a clause's body. */
export const quoteBase = 0xe000;
export const quoteLimit = 0xc00;

/** One clause: its words with every quotation replaced by one character. */
export interface Clause {
  /** Its number; absent where it bears none. */
  label?: string;
  body: string;
  quotes: Quotation[];
  /** Where pieces of `body` stand. */
  origins: { at: number; line: DecisionLine; offset: number }[];
  /** Title of the text it amends, from its section or the decision's head. */
  of?: string;
  /** The clause it stands under. */
  parent?: Clause;
  position: Position;
}

/** A sentence that adjusts numbers or words without listing them. */
export interface GeneralClause {
  text: string;
  of?: string;
  adjusts: Adjustment[];
  position: Position;
  clauseId?: string;
}

export interface SplitDecision {
  clauses: Clause[];
  general: GeneralClause[];
  /** What the decision's head binds all of it to: 决定在甲试验区内对《…》作如下修改. */
  limit?: Limit;
  /** Lines on the day from which the decision, or a part of it, has effect. */
  effects: DecisionLine[];
  /** Titles that the decision's head and sections name, in order. */
  titles: string[];
  remarks: Remark[];
}
