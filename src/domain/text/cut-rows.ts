/**
 * Rows of a table that a page or line break cut inside a cell.
 *
 * `序号⇥文件名称⇥文号` above `3⇥某市关于供水价格的` + `通知⇥某发〔2014〕10号` → one row of three cells
 */
import type { TextLine } from '../model.ts';

/** Pieces of one row at most. */
const mostPieces = 4;
/** A piece without a tab is part of a cell, not a paragraph. */
const longestPiece = 80;

const serial = /^[（(]?(\d{1,3})[)）.．、]?$/;
const cellsOf = (line: TextLine): string[] => line.text.split('\t').map((cell) => cell.trim());

/**
 * Which lines are continued by the line after them, because both are pieces of one row. Only in a table of three or
 * more columns whose rows are numbered: the first piece must have the number that comes next, the pieces together
 * just the cells that the header has, and what follows must be a row of its own. A row with merged cells stays as it
 * is.
 * @returns one flag a line
 */
export function cutRows(lines: readonly TextLine[]): boolean[] {
  const flags: boolean[] = new Array(lines.length).fill(false);
  let columns = 0;
  let next = 1;
  for (let i = 0; i < lines.length; i++) {
    const cells = cellsOf(lines[i]!);
    const number = Number(serial.exec(cells[0]!)?.[1] ?? Number.NaN);
    if (cells.length < 2) columns = 0;
    else if (columns === 0) [columns, next] = [cells.length, number === 1 ? 2 : 1];
    else if (number === next) {
      const last = cells.length < columns ? endOfRow(lines, i, columns, next + 1) : i;
      for (; i < (last ?? 0); i++) flags[i] = true;
      next++;
    }
  }
  return flags;
}

/** The line that holds the last piece of the row that begins at `at`; undefined where the pieces make no row. */
function endOfRow(
  lines: readonly TextLine[],
  at: number,
  columns: number,
  after: number,
): number | undefined {
  if (columns < 3) return undefined;
  let count = cellsOf(lines[at]!).length;
  for (let i = at + 1; i < Math.min(lines.length, at + mostPieces); i++) {
    const cells = cellsOf(lines[i]!);
    if (serial.test(cells[0]!) || lines[i]!.text.length > longestPiece) return undefined;
    count += cells.length - 1;
    if (count > columns) return undefined;
    if (count === columns && cells.length > 1) return opensRow(lines[i + 1], after) ? i : undefined;
  }
  return undefined;
}

/** True for the row with this number, and where no further row stands. */
function opensRow(line: TextLine | undefined, number: number): boolean {
  if (!line?.text.includes('\t')) return true;
  return Number(serial.exec(cellsOf(line)[0]!)?.[1]) === number;
}
