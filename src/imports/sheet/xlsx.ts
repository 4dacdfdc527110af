/**
 * XLSX (ECMA-376, part 1) → sheets with their cells as shown: shared texts, dates by number format, values of formulas,
 * merged cells. Macros, links and pictures are not looked at.
 */
import { addDays } from '../../domain/text/index.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../types.ts';
import { descendants, type Element, elements, first, readXml, textOf } from '../xml.ts';
import type { Package } from '../zip.ts';
import { columnName, type Sheet, type SheetRow } from './types.ts';

/** @throws Refusal for a workbook that is broken or overgrown */
export function readXlsx(pack: Package): Sheet[] {
  const part = (path: string): Element | undefined => {
    const bytes = pack.read(path);
    return bytes && readXml(bytes, path);
  };
  const workbook = part('xl/workbook.xml');
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'] ?? '',
    ]),
  );
  const book: Book = {
    texts: elements(part('xl/sharedStrings.xml'), 'si').map(shownText),
    dates: dateStyles(part('xl/styles.xml')),
    from1904: /^(?:1|true)$/.test(first(workbook, 'workbookPr')?.attributes['date1904'] ?? ''),
  };
  return elements(first(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const { name = '', id = '', state } = attributes;
    const target = targets.get(id) ?? '';
    const sheet = part(target.startsWith('/') ? target : `xl/${target}`);
    if (!sheet) throw new Refusal(`工作簿已损坏：缺少工作表“${name}”`);
    const read = readSheet(sheet, name, book);
    if (state === 'hidden' || state === 'veryHidden') read.doubts.push('工作表是隐藏的，也读了');
    return [read];
  });
}

interface Book {
  texts: string[];
  /** Of the styles of cells, those that show a number as a day. */
  dates: boolean[];
  from1904: boolean;
}

/** The words of a text, in runs or not; readings above the words (`rPh`) are no part of it. */
function shownText(item: Element): string {
  return elements(item)
    .map((child) => (child.name === 't' ? textOf(child) : child.name === 'r' ? shownText(child) : ''))
    .join('');
}

/** Number formats of days that have no definition of their own (ECMA-376, part 1, 18.8.30, those of China included). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

function dateStyles(styles: Element | undefined): boolean[] {
  const own = new Map(
    elements(first(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      (attributes['formatCode'] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''),
    ]),
  );
  return elements(first(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId']);
    const code = own.get(id);
    return code === undefined ? builtIn(id) : /y/i.test(code) && /[md]/i.test(code);
  });
}

function readSheet(sheet: Element, name: string, book: Book): Sheet {
  const doubts: string[] = [];
  const rows = new Map<number, string[]>();
  let last = 0;
  let hidden = 0;
  for (const row of elements(first(sheet, 'sheetData'), 'row')) {
    const number = Number(row.attributes['r'] ?? last + 1);
    if (!Number.isInteger(number) || number < 1 || number > 1_048_576) continue;
    last = number;
    const cells = rows.get(number) ?? [];
    let column = -1;
    for (const cell of elements(row, 'c')) {
      column = columnOf(cell.attributes['r']) ?? column + 1;
      const shown = shownCell(cell, book, (reason) =>
        doubts.push(`${columnName(column)}${number} ${reason}`),
      );
      if (shown === '') continue;
      if (column >= limits.sheetColumns)
        throw new Refusal(`工作表“${name}”超过${limits.sheetColumns}列，不是登记表`);
      while (cells.length < column) cells.push('');
      cells[column] = shown;
    }
    if (cells.length > 0) rows.set(number, cells);
    if (cells.length > 0 && row.attributes['hidden'] === '1') hidden++;
    if (rows.size > limits.sheetRows) throw new Refusal(`超过${limits.sheetRows}行，请分开导入`);
  }
  spreadMerged(sheet, rows);
  if (hidden > 0) doubts.push(`有${hidden}行是隐藏的（可能被筛选），也读了`);
  const sorted: SheetRow[] = Array.from(rows, ([number, cells]) => ({ number, cells }));
  return { name, rows: sorted.toSorted((a, b) => a.number - b.number), doubts };
}

function shownCell(cell: Element, book: Book, doubt: (reason: string) => void): string {
  const { t: type = 'n', s: style } = cell.attributes;
  const value = textOf(first(cell, 'v')).trim();
  if (type === 'inlineStr') return descendants(cell, 'is').map(shownText).join('').trim();
  if (value === '') {
    if (first(cell, 'f')) doubt('是公式，表里没有存它的值');
    return '';
  }
  if (type === 's') return (book.texts[Number(value)] ?? '').trim();
  if (type === 'e') {
    doubt(`是错误值 ${value}`);
    return '';
  }
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return book.dates[Number(style ?? 0)] ? (dayOfSerial(number, book.from1904) ?? value) : String(number);
}

/** `43831` → `2020-01-01`. Day 60 of the system that begins in 1900 is one that no calendar has (1900-02-29). */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const count = Math.floor(serial);
  if (from1904) return count >= 0 && count < 110_000 ? addDays('1904-01-01', count) : undefined;
  return count > 60 && count < 110_000 ? addDays('1899-12-30', count) : undefined;
}

/** `AB12` → 27 */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address ?? '')?.[0];
  if (!letters) return undefined;
  return Array.from(letters).reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

/** A merged cell is read in each of the rows and columns that it covers. */
function spreadMerged(sheet: Element, rows: ReadonlyMap<number, string[]>): void {
  for (const { attributes } of elements(first(sheet, 'mergeCells'), 'mergeCell')) {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes['ref'] ?? '');
    if (!match) continue;
    const [left, right] = [columnOf(`${match[1]}1`)!, columnOf(`${match[3]}1`)!];
    const [top, bottom] = [Number(match[2]), Number(match[4])];
    const words = rows.get(top)?.[left];
    // One cell over a whole line is a heading of the table, not a value of each column.
    if (!words || right - left > 3 || bottom - top > limits.sheetRows) continue;
    for (let number = top; number <= bottom; number++) {
      const cells = rows.get(number);
      if (!cells) continue;
      for (let column = left; column <= right; column++) {
        while (cells.length < column) cells.push('');
        cells[column] ||= words;
      }
    }
  }
}
