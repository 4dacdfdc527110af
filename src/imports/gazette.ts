/** Imported lines → the text of `gazette.md`, with the place of every page. */
import type { Change, Imported } from './types.ts';

/** Where a page begins in the text. */
export interface PagePlace {
  page: number;
  /** From 1. */
  line: number;
  column: number;
}

export interface Written {
  text: string;
  /** By imported line: its line in the text. */
  lineOf: number[];
  pages: PagePlace[];
  changes: Change[];
}

/** What Markdown would read as its own mark at the head of a line; the text stage takes the backslash away again. */
const mark = /^(?:[-+*](?=\s)|#{1,6}(?=\s)|>|-{3,}$)/;

/**
 * Writes one paragraph a block, the rows of a table as lines of cells between tabs; a text file stays as it is, its
 * empty lines and its marks included.
 * @param from number of the first line
 */
export function writeGazette({ lines, format }: Pick<Imported, 'lines' | 'format'>, from: number): Written {
  const out: string[] = [];
  const written: Written = { text: '', lineOf: [], pages: [], changes: [] };
  for (const [index, line] of lines.entries()) {
    if (index > 0 && format !== 'text' && !(line.row && lines[index - 1]!.row)) out.push('');
    const cells = line.cells.map((cell) => cell.replace(/[\r\n]+/g, ' '));
    let text = line.row ? cells.join('\t') : cells.join(' ');
    const guard = format !== 'text' && mark.test(text) ? '\\' : '';
    if (guard !== '') written.changes.push({ rule: 'escape', from: '', to: '\\', place: line.place });
    text = guard + text;
    const number = from + out.length;
    written.lineOf.push(number);
    for (const { page, cell, offset } of line.pages) {
      const before = cells.slice(0, cell).reduce((sum, each) => sum + each.length + 1, guard.length);
      written.pages.push({ page, line: number, column: before + offset + 1 });
    }
    out.push(text);
  }
  written.text = `${out.join('\n')}\n`;
  return written;
}
