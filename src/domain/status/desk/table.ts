/** Answers as a table: text to paste, and CSV that opens rightly in Excel and WPS and runs nothing there. */

import type { Day } from '../../model.ts';
import { inMarks } from '../../names/index.ts';
import { formatDay } from '../../text/calendar.ts';
import type { Answer, AskResult, WorkName } from './answers.ts';

/** One row a document; a line that means several documents gives several rows. */
export interface TableRow {
  line: number;
  query: string;
  answer: Answer;
  at: Day;
}

/** What a state is called; the words belong to the site. */
export type StateName = (answer: Answer) => string;

/** Rows of results in order: none dropped, matches one below the other; what may be meant stands with the reason. */
export function tableRows(results: readonly AskResult[]): TableRow[] {
  return results.flatMap((result) => {
    const { line, query, at, matches, candidates, outcome } = result;
    const frame = { line, query, at };
    if (matches) return matches.map((answer) => ({ ...frame, answer }));
    if (candidates.length === 0) return [{ ...frame, answer: result }];
    const reason = `${result.reason}${outcome === 'near' ? '' : '；同名的另有'}${candidates.map(titleOf).join('、')}`;
    return [{ ...frame, answer: { ...result, reason } }];
  });
}

/** `《某某通知》（某府〔2020〕68号）`. */
function titleOf({ title, documentNumber }: WorkName): string {
  return `${inMarks(title)}${documentNumber ? `（${documentNumber}）` : ''}`;
}

const columns: readonly [string, (row: TableRow, name: StateName) => string][] = [
  ['行', ({ line }) => String(line)],
  ['所问', ({ query }) => query],
  ['文件', ({ answer }) => answer.work?.title ?? answer.named ?? ''],
  ['文号', ({ answer }) => answer.work?.documentNumber ?? ''],
  ['日期', ({ at }) => at],
  ['效力', ({ answer }, name) => name(answer)],
  ['理由', ({ answer }) => [answer.reason, ...answer.doubts].join('；')],
  ['依据', ({ answer }) => answer.evidence.map(({ text }) => text).join('｜')],
  ['文本日期', ({ answer }) => answer.version ?? ''],
  ['所知止于', ({ answer }) => answer.horizon],
];

const starters = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r\n|%]/;

/**
 * A cell of CSV: quoted always; what a spreadsheet would take for a formula begins with an apostrophe.
 *
 * `=HYPERLINK("x")` → `"'=HYPERLINK(""x"")"`
 */
export function csvCell(text: string): string {
  const safe = starters.test(text) ? `'${text}` : text;
  return `"${safe.replace(/\u0000/g, '').replace(/"/g, '""')}"`;
}

/** Rows of cells, the header first: UTF-8 with BOM, CRLF. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** The answers as rows of cells, the header first. */
export function toCells(rows: readonly TableRow[], name: StateName): string[][] {
  const header = columns.map(([title]) => title);
  return [header, ...rows.map((row) => columns.map(([, cell]) => cell(row, name)))];
}

/** The answers as CSV. */
export const toCsv = (rows: readonly TableRow[], name: StateName): string => csvTable(toCells(rows, name));

/** Lines to paste into a letter or a chat. */
export function toText(rows: readonly TableRow[], name: StateName, source: string): string {
  const horizons = new Set(rows.map(({ answer }) => answer.horizon));
  const common = horizons.size === 1;
  const body = rows.map(({ line, query, answer, at }) => {
    const { work, horizon } = answer;
    const asked = query.trim();
    const title = work ? titleOf(work) : (answer.named ?? asked);
    const told = !work || asked === work.id || asked.includes(work.title) || title.includes(asked);
    const words = told ? '' : `（所问：${asked}）`;
    const known = common || horizon === '' ? '' : `所知止于${formatDay(horizon)}。`;
    const grounds = answer.evidence.map(({ text }) => text).join('”“');
    const reason = [answer.reason, ...answer.doubts].join('；');
    return `${line}. ${title}${words}：${formatAt(at)}${name(answer)}。${reason}。${known}${grounds ? `依据：“${grounds}”` : ''}`;
  });
  const [horizon] = horizons;
  const foot = `${common && horizon ? `所知止于${formatDay(horizon)}；` : ''}非标准文本，以原件为准。${source}`;
  return `${body.join('\n')}\n${foot}\n`;
}

function formatAt(at: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(at) ? formatDay(at) : at;
}
