/**
 * A list of repealed documents, row by row: what, whose, by whom repealed, from when, and where notice and list differ.
 *
 * Recognised by a table with a column of titles and one of numbers in a text that repeals.
 */
import type { Day, Instrument, Provision } from '../model.ts';
import { documentColumns, documentNumberKey, findReferences, titleKey } from '../references/index.ts';
import { type AnchorDays, resolveWhen } from '../status/commencement.ts';
import { commonEffect } from '../status/repeal-lists.ts';
import { numberOf } from './amounts.ts';
import { type Cell, walk } from './cell.ts';

export interface RepealedRow {
  title: Cell;
  documentNumber?: Cell;
  /** Key of the number, by which its work is found. */
  numberKey?: string;
  /** Bodies that issued it, as its title names them. */
  issuers: Cell[];
  /** Title under which the text of the notice cites it, where that differs. */
  citedAs?: Cell;
  /** What is worth a look: a title that differs, joint issuers of whom one repeals. */
  remarks: string[];
}

export interface RepealList {
  type: 'repeal-list';
  rows: RepealedRow[];
  /** The body that repeals. */
  repealer?: string;
  /** First day without force, with the rule by which it is known. */
  from?: { date?: Day; latest?: Day; rule: string; cell?: { eId: string; text: string } };
  /** Numbers of documents that the text states, and whether the list has as many rows. */
  counts: { cell: Cell; count: number; agrees: boolean }[];
}

const ends = /废止|宣布失效|失效|停止执行/;
const stays = /保留|继续有效|现行有效|继续执行|予以修改|拟修改/;
const pointing = /附件|附表|目录|清单|下列|以下|如下|[0-9一二三四五六七八九十百][份件部项]/;

/** The repeal list of an instrument; undefined where no table of documents stands in a text that repeals. */
export function readRepealList(instrument: Instrument, days: AnchorDays = {}): RepealList | undefined {
  const said =
    ends.test(instrument.title) ||
    walk(instrument.provisions).some(({ text }) => ends.test(text) && pointing.test(text));
  const tables = [
    ...walk(instrument.provisions).map((table) => ({ table, repeals: said })),
    // What a list is for its own title says best: 废止目录, 继续有效目录.
    ...instrument.annexes.flatMap(({ title, provisions }) =>
      walk(provisions).map((table) => ({ table, repeals: ends.test(title) || (said && !stays.test(title)) })),
    ),
  ].filter(({ table, repeals }) => repeals && table.type === 'table');
  if (tables.length === 0) return undefined;
  const cited = citedTitles(instrument);
  const rows = tables.flatMap(({ table }) => rowsOf(table, instrument, cited));
  if (rows.length === 0) return undefined;
  const from = effect(instrument, days);
  return {
    type: 'repeal-list',
    rows,
    ...(instrument.issuer ? { repealer: instrument.issuer } : {}),
    ...(from ? { from } : {}),
    counts: countsOf(instrument, rows.length),
  };
}

/** Numbers and titles that the body cites: the number tells which row it is. */
function citedTitles(instrument: Instrument): Map<string, Cell> {
  const cited = new Map<string, Cell>();
  for (const { documentNumber, title, eId, start, end, part } of findReferences(instrument)) {
    if (part !== undefined || title === undefined || documentNumber === undefined) continue;
    cited.set(documentNumberKey(documentNumber), { text: title, eId, start: start + 1, end: end - 1 });
  }
  return cited;
}

function rowsOf(table: Provision, instrument: Instrument, cited: ReadonlyMap<string, Cell>): RepealedRow[] {
  const [header, ...rows] = table.rows ?? [];
  const columns = header && documentColumns(header);
  if (!columns) return [];
  return rows.flatMap((row, i): RepealedRow[] => {
    const title = row[columns.title]?.trim() ?? '';
    const verdict = row
      .filter((_cell, column) => column !== columns.title && column !== columns.number)
      .join(' ');
    if (title === '' || (stays.test(verdict) && !ends.test(verdict))) return [];
    const at = (column: number, text: string, start = 0): Cell => ({
      text,
      eId: table.eId,
      start,
      end: start + text.length,
      part: 'cell',
      cell: [i + 1, column],
    });
    const number = row[columns.number]?.trim() ?? '';
    const key = number === '' ? undefined : documentNumberKey(number);
    const issuers = issuersIn(title).map(({ text, start }) => at(columns.title, text, start));
    const other = key === undefined ? undefined : cited.get(key);
    const citedAs = other && titleKey(other.text) !== titleKey(title) ? other : undefined;
    return [
      {
        title: at(columns.title, title),
        ...(key === undefined ? {} : { documentNumber: at(columns.number, number), numberKey: key }),
        issuers,
        ...(citedAs ? { citedAs } : {}),
        remarks: remarksOn(title, issuers, citedAs, instrument),
      },
    ];
  });
}

const organ =
  /[\u4e00-\u9fff]{2,24}?(?:人民政府|政府|委员会|办公厅|办公室|局|厅|部|委|署|院|总队|支队|银行)(?=[ 、　]|关于|$)/g;

/** `甲局 乙局 丙局关于…` → three bodies */
function issuersIn(title: string): { text: string; start: number }[] {
  const end = title.indexOf('关于');
  if (end <= 0) return [];
  return Array.from(title.slice(0, end).matchAll(organ), (match) => ({ text: match[0], start: match.index }));
}

function remarksOn(
  title: string,
  issuers: readonly Cell[],
  citedAs: Cell | undefined,
  { issuer }: Instrument,
): string[] {
  const remarks: string[] = [];
  if (citedAs) {
    const short = titleKey(title).endsWith(titleKey(citedAs.text));
    remarks.push(short ? '正文引用的标题略去了发文机关，按文号对应' : '正文引用的标题与目录不同，按文号对应');
  }
  if (issuers.length > 1 && issuer && issuers.some(({ text }) => text === issuer)) {
    remarks.push(`原由${issuers.length}个机关联合制发，本文由其中的${issuer}一家废止`);
  }
  return remarks;
}

function effect(instrument: Instrument, days: AnchorDays): RepealList['from'] {
  const { when, effect: sentence } = commonEffect(instrument);
  if (!when) return undefined;
  const issued = instrument.dates.written;
  const resolved = resolveWhen(when, { ...(issued ? { issued } : {}), ...days });
  return { ...resolved, ...(sentence ? { cell: sentence } : {}) };
}

const counted =
  /(?:共|等|计)?(?<![0-9一二三四五六七八九十百两])([0-9]{1,6}|[一二三四五六七八九十百两]{1,6})(?:份|件|部|项)(?:[\u4e00-\u9fff]{0,12}(?:文件|规章))?/g;

/** 等2份部门规范性文件, （共2份）: against the rows. */
function countsOf(instrument: Instrument, rows: number): RepealList['counts'] {
  const texts: { text: string; eId: string; part?: 'annexNote' }[] = walk(instrument.provisions).map(
    ({ text, eId }) => ({ text, eId }),
  );
  if (instrument.annexNote) texts.push({ text: instrument.annexNote, eId: '', part: 'annexNote' });
  return texts.flatMap(({ text, eId, part }) =>
    Array.from(text.matchAll(counted)).flatMap((match) => {
      if (!/^(?:共|等|计)/.test(match[0]) || (part === undefined && !/废止|失效/.test(text))) return [];
      const count = numberOf(match[1]!);
      if (count === undefined) return [];
      const cell: Cell = {
        text: match[0],
        eId,
        start: match.index,
        end: match.index + match[0].length,
        ...(part ? { part } : {}),
      };
      return [{ cell, count, agrees: count === rows }];
    }),
  );
}
