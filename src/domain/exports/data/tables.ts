/** Tables as lines of JSON and as CSV. */
import type { z } from 'zod';
import { csvCell } from '../../status/desk/table.ts';
import type { Holding } from '../holding.ts';
import { amendmentRows } from './amendment-rows.ts';
import { lean } from './evidence.ts';
import {
  amendmentRecord,
  deadlineRecord,
  disagreementRecord,
  type Evidenced,
  eventRecord,
  portfolioRecord,
  provisionRecord,
  referenceRecord,
  tierRecord,
  versionRecord,
  workRecord,
} from './records.ts';
import { disagreementRows, eventRows, provisionRows, referenceRows, versionRows, workRows } from './rows.ts';
import { deadlineRows, portfolioRows, tierRows } from './view-rows.ts';

export interface Table {
  /** Name of its files: `data/works.jsonl`. */
  name: string;
  schema: z.ZodObject;
  rows: (holding: Holding) => Iterable<Record<string, unknown>>;
}

/** A table whose records say nothing twice. */
function table<R extends Record<string, unknown> & { evidence: Evidenced[] }>(
  name: string,
  schema: z.ZodObject,
  rows: (holding: Holding) => Iterable<R>,
): Table {
  return {
    name,
    schema,
    *rows(holding) {
      for (const row of rows(holding)) yield lean(row);
    },
  };
}

export const tables: readonly Table[] = [
  table('works', workRecord, workRows),
  table('versions', versionRecord, versionRows),
  table('provisions', provisionRecord, provisionRows),
  table('events', eventRecord, eventRows),
  table('references', referenceRecord, referenceRows),
  table('amendments', amendmentRecord, amendmentRows),
  table('portfolios', portfolioRecord, portfolioRows),
  table('tiers', tierRecord, tierRows),
  table('deadlines', deadlineRecord, deadlineRows),
  table('disagreements', disagreementRecord, disagreementRows),
];

/** Records put together until a piece is worth writing. */
const pieceSize = 1 << 16;

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** One record a line. */
export function* jsonLines(rows: Iterable<unknown>): Generator<string> {
  yield* pieces(linesOf(rows));
}

function* linesOf(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/**
 * What a cell holds: lists of words parted by ；, evidence as its words with their address, anything deeper as JSON,
 * nothing as nothing.
 */
function cellOf(value: unknown, field: string): string {
  if (value === undefined) return '';
  if (field === 'evidence') return (value as Evidenced[]).map(evidenceCell).join('｜');
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('；');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function evidenceCell({ text, address, source }: Evidenced): string {
  const where = address ?? source;
  return where === undefined ? (text ?? '') : `${text ?? ''}〔${where}〕`;
}

/** UTF-8 with BOM, CRLF, a header row of the fields of the schema; cells that a spreadsheet would run are quoted. */
export function* csvLines(
  { schema }: Pick<Table, 'schema'>,
  rows: Iterable<Record<string, unknown>>,
): Generator<string> {
  const fields = Object.keys(schema.shape);
  yield `\ufeff${fields.map(csvCell).join(',')}\r\n`;
  yield* pieces(csvOf(fields, rows));
}

function* csvOf(fields: readonly string[], rows: Iterable<Record<string, unknown>>): Generator<string> {
  for (const row of rows) yield `${fields.map((field) => csvCell(cellOf(row[field], field))).join(',')}\r\n`;
}
