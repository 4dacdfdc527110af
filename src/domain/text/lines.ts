/**
 * Physical lines of a source file: where each begins and ends, and how an offset becomes a place.
 *
 * `甲\r\n乙` → [0,1) and [3,4): the line break belongs to neither.
 */
import type { Place } from '../model.ts';

/** Half-open ranges of all physical lines; a last line without a line break counts (`甲` is one line). */
export interface LineTable {
  starts: number[];
  ends: number[];
}

/** What ends a line: line feeds of all systems, the page and line breaks of word processors. */
export const lineBreak: RegExp = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/** Cuts a text into its physical lines. An empty text has one empty line. */
export function lineTable(source: string): LineTable {
  const starts = [0];
  const ends: number[] = [];
  for (const match of source.matchAll(lineBreak)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  ends.push(source.length);
  return { starts, ends };
}

/** Index (from 0) of the line that holds an offset. */
export function lineIndex(table: LineTable, offset: number): number {
  let low = 0;
  let high = table.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of an offset: line and column from 1. */
export function placeAt(table: LineTable, offset: number): Place {
  const index = lineIndex(table, offset);
  return { line: index + 1, column: offset - table.starts[index]! + 1, offset };
}
