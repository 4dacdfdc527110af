/** A piece of a text with its address: what every cell of a view is, so that each can be linked to its provision. */
import type { Provision } from '../model.ts';

export interface Cell {
  /** As printed. */
  text: string;
  eId: string;
  /** Half-open range in the provision's own `text`, or in `part`. */
  start: number;
  end: number;
  part?: 'heading' | 'cell' | 'title' | 'annexNote';
  /** Row and column, for a cell of a table. */
  cell?: [number, number];
}

/** A range of a provision's text, without the spaces and marks at its ends. */
export function cellOf(provision: Provision, start: number, end: number, part?: 'heading'): Cell {
  const source = part === 'heading' ? (provision.heading ?? '') : provision.text;
  const words = source.slice(start, end);
  const lead = /^[\s，,。；;：:、]*/.exec(words)![0].length;
  const text = words.slice(lead).replace(/(?<![\s，,。；;：:、])[\s，,。；;：:、]+$/, '');
  const from = start + lead;
  return { text, eId: provision.eId, start: from, end: from + text.length, ...(part ? { part } : {}) };
}

/** The whole text of a provision. */
export function wholeCell(provision: Provision): Cell {
  return cellOf(provision, 0, provision.text.length);
}

/** The heading of a provision, without a final stop. */
export function headingCell(provision: Provision): Cell {
  return cellOf(provision, 0, provision.heading?.length ?? 0, 'heading');
}

/**
 * Words of a table's cell.
 * @param row from 0, the header row included
 * @param start where the words begin in the cell
 */
export function tableCell(table: Provision, row: number, column: number, text: string, start = 0): Cell {
  return { text, eId: table.eId, start, end: start + text.length, part: 'cell', cell: [row, column] };
}

/** Provisions of a tree in reading order; quoted new wording is left out. */
export function walk(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) =>
    provision.quoted ? [] : [provision, ...walk(provision.children)],
  );
}

/** A piece between stops: its range, and the stop that ends it. */
export interface Piece {
  start: number;
  end: number;
  stop: string;
}

/**
 * Splits a text at stops that stand outside brackets and quotation marks.
 *
 * (`负责甲（乙，丙）；联系丁。`, `；。`) → 负责甲（乙，丙） · 联系丁
 */
export function pieces(text: string, stops: string, start = 0, end = text.length): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    if ('（(“《〔'.includes(c)) depth++;
    else if ('）)”》〕'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && stops.includes(c)) {
      if (i > from) found.push({ start: from, end: i, stop: c });
      from = i + 1;
    }
  }
  if (end > from) found.push({ start: from, end, stop: '' });
  return found;
}
