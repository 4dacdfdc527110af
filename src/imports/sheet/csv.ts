/** CSV (RFC 4180) in any of the encodings that office programs write, parted by commas, semicolons or tabs. */
import { decodeText } from '../../domain/text/index.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../types.ts';
import type { Sheet, SheetRow } from './types.ts';

/** @throws Refusal for bytes that are no text, or for a quotation that never ends */
export function readCsv(bytes: Uint8Array): Sheet {
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) throw new Refusal(decoded.reason);
  const text = decoded.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '');
  const rows: SheetRow[] = [];
  for (const { line, cells } of records(text, separatorOf(text))) {
    if (rows.length >= limits.sheetRows) throw new Refusal(`超过${limits.sheetRows}行，请分开导入`);
    if (cells.some((cell) => cell !== '')) rows.push({ number: line, cells });
  }
  return { name: '', rows, doubts: decoded.odd ? [decoded.odd] : [] };
}

/** The sign that most often stands in the first lines outside of quotations. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4096).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** `line` is the number of the record, from 1, as an office program numbers its rows. */
function* records(text: string, separator: string): Generator<{ line: number; cells: string[] }> {
  let cells: string[] = [];
  let at = 0;
  for (let line = 1; at < text.length; ) {
    const { cell, end } = cellAt(text, at, separator);
    cells.push(cell);
    at = end + 1;
    if (text[end] === separator && at < text.length) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    yield { line, cells };
    cells = [];
    line++;
  }
}

/** The cell that begins at an offset, and where it ends. */
function cellAt(text: string, start: number, separator: string): { cell: string; end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    return { cell: text.slice(start, end).trim(), end };
  }
  for (let close = text.indexOf('"', start + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] === '"') continue;
    const rest = cellAt(text, close + 1, separator);
    const quoted = text.slice(start + 1, close).replaceAll('""', '"');
    return { cell: (quoted + rest.cell).trim(), end: rest.end };
  }
  throw new Refusal('引号没有成对，表格读不完整');
}
