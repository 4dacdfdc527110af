/** A decision as its reader sees it: lines of text, each with its place. */
import type { Place, Position } from '../../model.ts';

/** One line of a decision, without line break. */
export interface DecisionLine {
  text: string;
  position: Position;
  /** Place of an offset of `text`, where the line is not one straight piece of its source. */
  placeOf?: (offset: number) => Place;
  /** eId of the provision that it prints, where the decision is at hand as a tree. */
  eId?: string;
}

/** Something of the decision that was not understood, or not understood as printed. */
export interface Remark {
  rule: string;
  /** In Chinese. */
  reason: string;
  text: string;
  position: Position;
  severity: 'error' | 'warning' | 'info';
}

/** A remark on words, of which the first are shown. */
export function remarkOn(
  { text, position }: Pick<DecisionLine, 'text' | 'position'>,
  rule: string,
  reason: string,
  severity: Remark['severity'] = 'error',
): Remark {
  return { rule, reason, text: text.slice(0, 40), position, severity };
}

/** The place of an offset in a line. */
export function placeIn(line: DecisionLine, offset: number): Place {
  if (line.placeOf) return line.placeOf(offset);
  const { start } = line.position;
  return { line: start.line, column: start.column + offset, offset: start.offset + offset };
}

/** The range from an offset of one line to an offset of the same or a later one. */
export function rangeIn(first: DecisionLine, from: number, last: DecisionLine, to: number): Position {
  return { start: placeIn(first, from), end: placeIn(last, to) };
}
