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

/**
 * Lines of a bare text, with places counted in it. For tests and for texts that did not come through the text stage.
 *
 * `"一、…\n二、…"` → two lines, at 1:1 and 2:1; empty lines are left out
 */
export function decisionLines(source: string): DecisionLine[] {
  const lines: DecisionLine[] = [];
  let offset = 0;
  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.trim();
    if (text !== '') {
      const column = raw.indexOf(text[0]!);
      const start = { line: index + 1, column: column + 1, offset: offset + column };
      const end = {
        line: index + 1,
        column: column + 1 + text.length,
        offset: offset + column + text.length,
      };
      lines.push({ text, position: { start, end } });
    }
    offset += raw.length + 1;
  }
  return lines;
}
