/**
 * A list of repealed documents, row by row: what, whose, by whom repealed, from when, and where notice and list differ.
 *
 * A row is one that the text repeals: a row of a table of titles and numbers, or a line of a list.
 */
import type { Day, Instrument, Provision } from '../model.ts';
import { documentNumberKey, findDocumentNumbers, titleKey } from '../names/index.ts';
import { documentColumns, findReferences } from '../references/index.ts';
import { type AnchorDays, resolveWhen } from '../status/sentences/commencement.ts';
import { commonEffect, type Fated, readLists } from '../status/sentences/repeal-lists.ts';
import type { RepealVerb } from '../status/sentences/repeals.ts';
import { numberOf } from './amounts.ts';
import { type Cell, headingCell, tableCell, walk, wholeCell } from './cell.ts';

export interface RepealedRow {
  title: Cell;
  /** What becomes of it: 废止, 失效, 停止执行. */
  verb: RepealVerb;
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
  counts: { cell: Cell; count: number; rows: number; agrees: boolean }[];
  /** Rows and lines of its lists whose document or fate could not be read: the list is not whole without them. */
  unread: Cell[];
}

/** A row that ends a whole document. */
type End = Fated & { verb: RepealVerb };

function isEnd(fated: Fated): fated is End {
  return fated.verb !== 'kept' && !fated.mention.scope;
}

const amends = /(?:修改|修订|保留)[^，。；：]{0,8}(?:下列|以下|如下)/;

/** The repeal list of an instrument; undefined where it lists no documents that it repeals, or its table cannot be read. */
export function readRepealList(instrument: Instrument, days: AnchorDays = {}): RepealList | undefined {
  // 继续有效 and 部分失效 end no document.
  const fated = readLists(instrument);
  const repeals = fated.filter(isEnd);
  if (repeals.length === 0) return undefined;
  const cited = citedTitles(instrument);
  const lists = [instrument.provisions, ...instrument.annexes.map(({ provisions }) => provisions)];
  const tables = lists.flatMap((list) => tablesOf(list, repeals));
  if (tables.some(({ rows }) => rows?.some((row) => isBroken(row, rows[0]!)))) return undefined;
  const rows = [
    ...tables.flatMap((table) => rowsOf(table, instrument, cited, repeals)),
    ...linesOf(lists.flatMap(walk), instrument, cited, repeals),
  ];
  if (rows.length < (tables.length > 0 ? 1 : 2)) return undefined;
  const from = effect(instrument, days);
  return {
    type: 'repeal-list',
    rows,
    ...(instrument.issuer ? { repealer: instrument.issuer } : {}),
    ...(from ? { from } : {}),
    counts: countsOf(instrument, rows),
    unread: [
      ...tables.flatMap((table) => unreadRows(table, fated)),
      ...lists.flatMap((list) => unreadLines(list, fated)),
      ...unplaced(lists.flatMap(walk), repeals, rows),
    ],
  };
}

/** Rows of a table of repealed documents whose document or fate is not read; a row of one cell heads a group. */
function unreadRows(table: Provision, fated: readonly Fated[]): Cell[] {
  const read = new Set(fated.filter(({ eId }) => eId === table.eId).map(({ text }) => text));
  const columns = documentColumns(table.rows?.[0] ?? []);
  if (!columns) return [];
  return (table.rows ?? []).flatMap((row, i) => {
    const title = row[columns.title]?.trim() ?? '';
    const filled = row.filter((cell) => cell.trim() !== '').length;
    if (i === 0 || filled < 2 || (title !== '' && read.has(row.join(' ').trim()))) return [];
    const longest = row.reduce((most, cell, at) => (cell.length > row[most]!.length ? at : most), 0);
    const column = title === '' ? longest : columns.title;
    return [tableCell(table, i, column, row[column]!.trim())];
  });
}

/** Members of a list of which another is fated: `3.` between two repealed documents is one more, whatever it says. */
function unreadLines(list: readonly Provision[], fated: readonly Fated[]): Cell[] {
  const read = new Set(fated.map(({ eId }) => eId));
  const within = ({ eId, children }: Provision): boolean => read.has(eId) || children.some(within);
  const members = list.filter(({ type, label, quoted }) => type !== 'table' && label !== '' && !quoted);
  const listed = members.filter(({ eId, children }) => read.has(eId) && children.length === 0);
  const left =
    listed.length < 2
      ? []
      : members.filter(
          (member) =>
            !within(member) &&
            member.label.replace(/\P{P}/gu, '') === listed[0]!.label.replace(/\P{P}/gu, ''),
        );
  return [
    ...left.map((member) => (member.text === '' ? headingCell(member) : wholeCell(member))),
    ...list.flatMap(({ children }) => unreadLines(children, fated)),
  ];
}

/** Documents that are repealed and for which no row stands: their words are not where they were looked for. */
function unplaced(
  provisions: readonly Provision[],
  repeals: readonly End[],
  rows: readonly RepealedRow[],
): Cell[] {
  const shown = Map.groupBy(rows, ({ title }) => title.eId);
  return provisions.flatMap((provision) => {
    const said = repeals.filter(({ eId }) => eId === provision.eId);
    if (provision.type === 'table' || said.length <= (shown.get(provision.eId)?.length ?? 0)) return [];
    return [provision.text === '' ? headingCell(provision) : wholeCell(provision)];
  });
}

/** Tables with repealed rows, but for those that 修改下列文件： announces. */
function tablesOf(list: readonly Provision[], repeals: readonly End[], lead = ''): Provision[] {
  let before = lead;
  return list.flatMap((node) => {
    if (node.quoted) return [];
    const own =
      node.type === 'table' && repeals.some(({ eId }) => eId === node.eId) && !amends.test(before)
        ? [node]
        : [];
    before =
      node.text === ''
        ? before
        : (node.text
            .split(/[，。；]/)
            .filter(Boolean)
            .at(-1) ?? '');
    return [...own, ...tablesOf(node.children, repeals, before)];
  });
}

/** A row whose cells were wrapped over lines holds neither a whole title nor a whole number. */
function isBroken(row: readonly string[], header: readonly string[]): boolean {
  return row.length > 1 && row.length < header.length;
}

/** Lines that each name a repealed document: `1.《甲通知》（青府〔2001〕3号）`. */
function linesOf(
  provisions: readonly Provision[],
  instrument: Instrument,
  cited: ReadonlyMap<string, Cell>,
  repeals: readonly End[],
): RepealedRow[] {
  return provisions.flatMap((provision) => {
    if (provision.type === 'table') return [];
    const { eId, heading = '' } = provision;
    const said = repeals.filter((repeal) => repeal.eId === eId);
    return said.flatMap(({ mention, verb }): RepealedRow[] => {
      const name = mention.title;
      if (name === undefined) return [];
      const part = heading.includes(name) ? { part: 'heading' as const } : {};
      const text = part.part ? heading : provision.text;
      const start = text.indexOf(name);
      if (start < 0) return [];
      const place = (from: number, words: string): Cell => ({
        text: words,
        eId,
        start: from,
        end: from + words.length,
        ...part,
      });
      const title = place(start, name);
      const key = mention.number === undefined ? undefined : documentNumberKey(mention.number);
      const number = findDocumentNumbers(text).find((one) => one.key === key);
      const issuers = issuersIn(name).map((issuer) => place(start + issuer.start, issuer.text));
      return [
        {
          title,
          verb,
          ...(number
            ? {
                documentNumber: { text: number.text, eId, start: number.start, end: number.end },
                numberKey: key!,
              }
            : {}),
          issuers,
          ...remarked(title.text, issuers, key, cited, instrument, eId),
        },
      ];
    });
  });
}

/** Where the text cites the document by another title, and what is worth a look. */
function remarked(
  title: string,
  issuers: readonly Cell[],
  key: string | undefined,
  cited: ReadonlyMap<string, Cell>,
  instrument: Instrument,
  eId: string,
): Pick<RepealedRow, 'citedAs' | 'remarks'> {
  const other = key === undefined ? undefined : cited.get(key);
  const citedAs = other && other.eId !== eId && titleKey(other.text) !== titleKey(title) ? other : undefined;
  return { ...(citedAs ? { citedAs } : {}), remarks: remarksOn(title, issuers, citedAs, instrument) };
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

function rowsOf(
  table: Provision,
  instrument: Instrument,
  cited: ReadonlyMap<string, Cell>,
  repeals: readonly End[],
): RepealedRow[] {
  const [header, ...rows] = table.rows ?? [];
  const columns = header && documentColumns(header);
  if (!columns) return [];
  const repealed = new Map(
    repeals.filter(({ eId }) => eId === table.eId).map(({ text, verb }) => [text, verb]),
  );
  return rows.flatMap((row, i): RepealedRow[] => {
    const title = row[columns.title]?.trim() ?? '';
    const verb = repealed.get(row.join(' ').trim());
    if (title === '' || !verb) return [];
    const at = (column: number, text: string, start?: number) => tableCell(table, i + 1, column, text, start);
    const number = row[columns.number]?.trim() ?? '';
    const key = number === '' ? undefined : documentNumberKey(number);
    const issuers = issuersIn(title).map(({ text, start }) => at(columns.title, text, start));
    return [
      {
        title: at(columns.title, title),
        verb,
        ...(key === undefined ? {} : { documentNumber: at(columns.number, number), numberKey: key }),
        issuers,
        ...remarked(title, issuers, key, cited, instrument, table.eId),
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

/** 等2份部门规范性文件, 废止下列3件, 宣布失效4件, （共2份）: against the rows, each fate against its own. */
function countsOf(instrument: Instrument, rows: readonly RepealedRow[]): RepealList['counts'] {
  const fates = new Set(rows.map(({ verb }) => verb));
  const texts: { text: string; eId: string; part?: 'annexNote' }[] = walk(instrument.provisions).map(
    ({ text, eId }) => ({ text, eId }),
  );
  if (instrument.annexNote) texts.push({ text: instrument.annexNote, eId: '', part: 'annexNote' });
  return texts.flatMap(({ text, eId, part }) =>
    Array.from(text.matchAll(counted)).flatMap((match) => {
      const said = /(废止|失效|停止执行)(?:下列|以下|了)?$/.exec(text.slice(0, match.index))?.[1];
      if (!said && (!/^(?:共|等|计)/.test(match[0]) || (part === undefined && !/废止|失效/.test(text))))
        return [];
      const count = numberOf(match[1]!);
      if (count === undefined) return [];
      const cell: Cell = {
        text: match[0],
        eId,
        start: match.index,
        end: match.index + match[0].length,
        ...(part ? { part } : {}),
      };
      // 废止4件，宣布失效3件: two lists.
      const of = said && fates.size > 1 ? rows.filter(({ verb }) => verb === said) : rows;
      return [{ cell, count, rows: of.length, agrees: count === of.length }];
    }),
  );
}
