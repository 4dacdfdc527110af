/**
 * Tables and figures as text prints them: cells between tabs or bars, and captions whose picture is gone.
 *
 * `序号⇥文件名称⇥文号` → a row of three cells · `图 1 管理架构图` after an empty slot → a figure without image
 */
import type { VFile } from 'vfile';
import type { Provision, SourceText, TextLine } from '../../model.ts';
import { node, piecePosition, wholeLine } from './nodes.ts';

const captionPattern =
  /^((?:图|表)\s*([0-9０-９]{1,3}(?:[-－.][0-9０-９]{1,2})?)(?:\s*[：:]|(?=[\s\u3000])))[\s\u3000]*(\S[^。；]{1,40})$/;
const tightCaption = /^(图\s*([0-9]{1,3}))([\u3400-\u9fff][^。；，]{1,40})$/;

/** `第一条⇥为了…`: a label set off by one tab is no cell. */
const labelled =
  /^(?:第[^\s]{1,9}[条條章节節编編]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\t+[^\t]*$/;

export function isRow(line: TextLine): boolean {
  const { text } = line;
  return text.includes('\t') ? !labelled.test(text) : /^\|.*\|$/.test(text);
}

/** Cells of a row, trimmed; the spaces inside a cell are the source's. */
export function cells(line: TextLine): string[] {
  const { text } = line;
  if (text.includes('\t')) return text.split('\t').map((cell) => cell.trim());
  return text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** Consecutive rows from `at` as one table; rows with other cells than the first are told once. */
export function readTable(
  lines: TextLine[],
  at: number,
  text: SourceText,
  file: VFile,
): { table: Provision; next: number } {
  let next = at;
  const rows: string[][] = [];
  while (next < lines.length && isRow(lines[next]!)) rows.push(cells(lines[next++]!));
  const start = piecePosition(text, wholeLine(lines[at]!)).start;
  const end = piecePosition(text, wholeLine(lines[next - 1]!)).end;
  const table = node('table', '', '', '', { start, end });
  table.rows = rows;
  const width = rows[0]!.length;
  const uneven = rows.findIndex((row) => row.length !== width);
  if (uneven > 0) {
    const count = rows.filter((row) => row.length !== width).length;
    const place = piecePosition(text, wholeLine(lines[at + uneven]!)).start;
    file.info(
      `表格首行有${width}格，这一行有${rows[uneven]!.length}格${count > 1 ? `（共${count}行不同）` : ''}，按原样保留`,
      place,
      'gongbao:table-cells',
    );
  }
  return { table, next };
}

/** A caption of a picture, or undefined. */
export function readFigure(line: TextLine, text: SourceText): Provision | undefined {
  if (line.text[0] !== '图') return undefined;
  const match = captionPattern.exec(line.text) ?? tightCaption.exec(line.text);
  if (!match) return undefined;
  const label = match[1]!.replace(/\s/g, '');
  const figure = node(
    'figure',
    match[2]!.normalize('NFKC').replace('.', '-'),
    label,
    match[3]!,
    piecePosition(text, wholeLine(line)),
  );
  figure.missing = true;
  return figure;
}
