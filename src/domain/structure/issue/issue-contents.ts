/**
 * The contents that an issue prints: sections, titles, numbers and pages.
 *
 * `湛江市人民政府关于…的通知` ⏎ `(湛府〔2020〕68 号) 1` → entry with number and page 1
 * `湛江市人民政府令第 7 号(…的决定) 3` → entry of an order
 * `样城市渔港管理办法（样城市人民政府令第9号）…………（7）` → entry that an order promulgates, page 7
 */
import type { IssueEntry, LineRole, Position } from '../../model.ts';
import {
  findDocumentNumbers,
  numberBelow,
  numberLine,
  parseDocumentNumber,
  printDocumentNumber,
  titleKey,
} from '../../names/index.ts';
import { looksLikeTitle, squared } from '../../text/index.ts';
import { matchesTitle } from '../document/title.ts';
import { beginsOrder, jointHead, mostAbove, standsAboveTitle, withinJoint } from '../lines/candidates.ts';
import { contentsPieces, type Piece, withoutLeader } from '../lines/contents-line.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import { mastheadFacts } from '../lines/masthead.ts';

export interface PrintedEntry extends IssueEntry {
  /** Key of the title, as the document's first lines have it. */
  key: string;
  /** Number of the order or announcement whose heading opens the document: `样城市人民政府令第9号` */
  order?: string;
  /** A number that print damaged. */
  broken?: string;
}

export interface PrintedContents {
  entries: PrintedEntry[];
  /** Index of the first line below the contents. */
  next: number;
}

/** Words and what stands in brackets at their end, which may hold brackets: `关于防汛的通知（样府（2021）7号）` */
function bracketAtEnd(words: string): { before: string; inside: string } | undefined {
  if (!/[)）]$/.test(words)) return undefined;
  let open = words.length;
  for (let depth = 0; open > 0; ) {
    open--;
    if (')）'.includes(words[open]!)) depth++;
    else if ('(（'.includes(words[open]!) && --depth === 0) break;
  }
  return open < 1 ? undefined : { before: words.slice(0, open).trim(), inside: words.slice(open + 1, -1) };
}

const brokenNumber = /^[（(][^（）()]{3,30}号\s*[)）]?$/;
const sectionMarks = '【】〔〕［］[]◆●■★▲◎·•—※☆ \t\u3000';
const markedSection = /^[[◆●■★▲◎※☆]/;
const longestSection = 14;
const longestEntry = 200;
const longestNumber = 60;

/** Words that a title goes on after: `样城市人民政府关于印发样城市` */
const unfinished = (words: string): boolean =>
  words.length >= 10 &&
  /关于|印发|转发|批转/.test(words) &&
  !looksLikeTitle(words) &&
  !/[。；：]/.test(words);

/** The number of an order as its own heading has it, without who gives it: `令第9号` */
function bareOrder(number: string): string {
  const parts = parseDocumentNumber(number)!;
  return printDocumentNumber(parts.scheme === 'order' ? { ...parts, organ: '' } : parts);
}

const given = (words: string): string | undefined => numberLine(words, 'order', 'announcement', 'circular');

/** Lines above the text where an issue may print its contents. */
const farthest = 60;

/**
 * Where the contents of an issue begin.
 * @returns the index of their first entry, and of their heading where they have one; undefined where there are none.
 * 目录 above 第一章 is a text's own
 */
export function findContents(lines: Line[]): { heading?: number; first: number } | undefined {
  const heading = lines.slice(0, farthest).findIndex((line, i) => {
    // 前言 may stand above 第一章.
    const own = lines.slice(i + 1, i + 4).some(({ container }) => container) || lines[i + 1]?.article;
    return line.contentsHeading && !own;
  });
  if (heading >= 0) return { heading, first: heading + 1 };
  // Without a heading: lines that close with pages, and whose titles come again below.
  for (let i = 0; i < Math.min(lines.length, farthest); i++) {
    const line = lines[i]!;
    if (/。$/.test(line.text) || line.article) return undefined;
    const paged = lines.slice(i, i + 4).filter(isPagedTitle);
    if (!isPagedTitle(line) || paged.length < 2) continue;
    return paged.some((line) => recursBelow(line, lines)) ? { first: i } : undefined;
  }
  return undefined;
}

function isPagedTitle({ pieces: [piece], masthead }: Line): boolean {
  return piece?.page !== undefined && piece.words.length >= 6 && !masthead;
}

function recursBelow(line: Line, lines: Line[]): boolean {
  const key = titleKey(splitNumber(line.pieces[0]!.words).title);
  return lines.some((other, i) => other !== line && matchesTitle(key, lines, i) > 0);
}

/** `关于…的说明……甲某`: who gave the speech or report stands behind its title. */
const speaker = /^([^\s…]{8,80}(?:说明|报告|讲话|发言|汇报))[\s\u3000…]{1,40}[\u3400-\u9fff]{2,4}$/;

/** `某某通知（样府〔2021〕7号）` → title and number */
function splitNumber(words: string): { title: string; number?: string } {
  // `样府规〔2023〕1号 样城市人民政府关于…的通知`: the number stands first.
  const [first] = words.length <= longestEntry ? findDocumentNumbers(words.slice(0, longestNumber)) : [];
  if (first && first.start === 0 && first.end < words.length) {
    const title = words.slice(first.end).trim();
    const heads = words.slice(0, first.end);
    const number =
      numberLine(heads, 'document') ?? (/^\s/.test(words.slice(first.end)) ? given(heads) : undefined);
    if (number && title.length >= 4 && !/^[（(]/.test(title)) return { title, number };
  }
  // `某某通知 样府〔2021〕7号`: it closes the entry without brackets.
  const last = words.length <= longestEntry ? findDocumentNumbers(words).at(-1) : undefined;
  const named = last && last.end === words.length ? withoutLeader(words.slice(0, last.start)) : '';
  if (looksLikeTitle(named)) {
    const number = numberLine(words.slice(last!.start), 'document') ?? given(words.slice(last!.start));
    if (number) return { title: named, number };
  }
  const [, spoken] = words.length <= longestEntry ? (speaker.exec(words) ?? []) : [];
  if (spoken) return { title: spoken };
  const { before = '', inside = '' } = words.length <= longestEntry ? (bracketAtEnd(words) ?? {}) : {};
  const number = before.length >= 6 ? (numberLine(inside, 'document') ?? given(inside)) : undefined;
  return number === undefined ? { title: words } : { title: before, number };
}

/** `第351号 某某办法`, `某某办法（第351号）` below a section of orders → title and number of the order */
function shortOrder(words: string): { title: string; number: string } | undefined {
  const [, first = '', title = ''] = /^(第\s?\d{1,4}\s?号)\s{0,4}(\S.{5,})$/.exec(words) ?? [];
  if (first !== '') return { title, number: `令${first}` };
  const { before = '', inside = '' } = bracketAtEnd(words) ?? {};
  return before.length >= 6 && /^第\s?\d{1,4}\s?号$/.test(inside)
    ? { title: before, number: `令${inside}` }
    : undefined;
}

/** `样城市人民政府令第9号（…办法）` → the order's heading and number */
function splitOrder(words: string): { title: string; order: string } | undefined {
  if (words.length > longestEntry || /^(?:令|[公通]告|第|[（(])/.test(words)) return undefined;
  const bracket = words.search(/[（(](?![^（()）]{0,12}号[）)])/);
  const title = (bracket < 0 ? words : words.slice(0, bracket)).trim();
  const order = given(title);
  return order === undefined ? undefined : { title: title.replace(/[\s（）()]/g, ''), order };
}

/** Reads the contents from their first entry. Roles are recorded for the lines that belong to them. */
export function readEntries(
  lines: Line[],
  found: { heading?: number; first: number },
  context: Context,
): PrintedContents {
  if (found.heading !== undefined) context.role(lines[found.heading]!, 'contents-heading');
  const reader = new ContentsReader(lines, found.first, context);
  return reader.read();
}

class ContentsReader {
  readonly #entries: PrintedEntry[] = [];
  readonly #lines: Line[];
  readonly #context: Context;
  readonly #first: number;
  /** The contents print pages: an entry is whole only with its page, or with a number. */
  readonly #paged: boolean;
  /** What stands before each entry: its page, or a count. */
  readonly #leading: 'page' | 'count' | undefined;
  #heading: string | undefined;
  /** Words of an entry that goes on, and the line where it began. */
  #pending: { words: string; line: Line } | undefined;

  constructor(lines: Line[], first: number, context: Context) {
    this.#lines = lines;
    this.#first = first;
    this.#context = context;
    const near = lines.slice(first, first + farthest);
    const prose = near.findIndex(({ text }) => /[。；]$/.test(text));
    const listed = prose < 0 ? near : near.slice(0, prose);
    this.#leading = leadOf(listed);
    const pages = listed.filter((line) => this.#pieces(line).some(({ page }) => page !== undefined));
    this.#paged = pages.length >= 2 && (mostly(listed, pages) || pages.length * 3 >= listed.length);
  }

  #pieces(line: Line): Piece[] {
    const first = this.#leading ? leadingPage(line.text) : undefined;
    if (!first) return line.pieces;
    return this.#leading === 'page' ? [first] : contentsPieces(first.words);
  }

  read(): PrintedContents {
    const roles: LineRole[] = [];
    let lastPaged = this.#first;
    let recurs = false;
    let i = this.#first;
    for (; i < this.#lines.length; i++) {
      const line = this.#lines[i]!;
      if (this.#recursAt(i)) {
        recurs = true;
        break;
      }
      if (!this.#pending && beginsOrder(this.#lines, i)) break;
      let role: LineRole | undefined;
      for (const piece of this.#pieces(line)) {
        if (piece.page !== undefined) lastPaged = i + 1;
        role = this.#take(piece, line, i);
        if (!role) break;
      }
      if (!role) break;
      roles.push(role);
    }
    this.#flush();
    // Where contents give pages and none of their titles comes again, what stands below the last page is no entry.
    const numbered = this.#entries.filter(({ page }) => page !== undefined).length;
    const paged = numbered >= 2 && numbered * 2 > this.#entries.length;
    const next = !recurs && paged ? Math.min(i, lastPaged) : i;
    const below =
      next < i ? this.#context.text.placeOf(this.#lines[next]!, 0).offset : Number.POSITIVE_INFINITY;
    for (const [n, role] of roles.slice(0, next - this.#first).entries())
      this.#context.role(this.#lines[this.#first + n]!, role);
    return { entries: this.#entries.filter(({ position }) => position.start.offset < below), next };
  }

  /** A title that the contents hold stands here again, or below its number and issuer: its document begins. */
  #recursAt(at: number): boolean {
    const again = (i: number): boolean => this.#entries.some((entry) => begins(entry, this.#lines, i));
    let below = at;
    while (below < this.#lines.length - 1 && below - at < mostAbove && standsAboveTitle(this.#lines[below]!))
      below++;
    return again(at) || (below > at && again(below));
  }

  /** @returns what the line is, or undefined where the contents are over */
  #take({ words: own, page }: Piece, line: Line, at: number): LineRole | undefined {
    const words = this.#pending ? this.#pending.words + own : own;
    const start = this.#pending?.line ?? line;
    const next = this.#lines[at + 1];
    const previous = this.#entries.at(-1);
    if (!this.#pending && previous && !previous.documentNumber && this.#complete(previous, own, page, line))
      return 'contents-entry';
    if (page === undefined && this.#goesOn(words, next)) {
      this.#pending = { words, line: start };
      return 'contents-entry';
    }
    const short = /令/.test(this.#heading ?? '') ? shortOrder(words) : undefined;
    if (short) {
      this.#pending = undefined;
      this.#add({ ...short, ...(page === undefined ? {} : { page }) }, start, line);
      return 'contents-entry';
    }
    const order = splitOrder(words);
    const alone = numberLine(words, 'document');
    const { title, number } = alone ? { title: words, number: alone } : splitNumber(words);
    const whole = page !== undefined || number !== undefined || looksLikeTitle(title) || numberFollows(next);
    if (order || (whole && /[\u3400-\u9fff]/.test(title))) {
      this.#pending = undefined;
      this.#add(
        { order, title, ...(number ? { number } : {}), ...(page === undefined ? {} : { page }) },
        start,
        line,
      );
      return 'contents-entry';
    }
    if (!/[\u3400-\u9fff]/.test(words) || isColumnHead(words)) return 'contents-entry';
    if (/[。；]$/.test(words) || words.length > 40) return undefined;
    if (mastheadFacts(words)) return 'masthead';
    this.#heading = unmarked(words) || words;
    return 'contents-section';
  }

  /** True where a line without a page is the first part of an entry. */
  #goesOn(words: string, next: Line | undefined): boolean {
    if (!next || numberFollows(next) || numberLine(words, 'document') || splitNumber(words).number)
      return false;
    if (words.length > longestEntry || /[。；]$/.test(words)) return false;
    if (!this.#paged) return unfinished(words);
    if (this.#pending) return !looksLikeTitle(words) || closesWithPage(next);
    if (markedSection.test(squared(words)) || mastheadFacts(words) || !/[\u3400-\u9fff]/.test(words))
      return false;
    return words.length > longestSection || /关于|印发|转发|\p{Ps}/u.test(words);
  }

  /** A line that only adds number or page to the entry above. */
  #complete(entry: PrintedEntry, words: string, page: number | undefined, line: Line): boolean {
    const bracketed = /^[（(]/.test(words);
    const number = bracketed || entry.page === undefined ? numberLine(words, 'document') : undefined;
    // （第317号） below a section of orders is short for the order.
    const short = /令/.test(entry.section ?? '') ? numberBelow('令', words) : undefined;
    const order = bracketed ? (given(words) ?? (short && printDocumentNumber(short))) : undefined;
    let facts: Partial<PrintedEntry> | undefined;
    if (number) facts = { documentNumber: number };
    else if (order) facts = { documentNumber: bareOrder(order), order };
    // `（2023年第2号）` below the title of an announcement, `(湛府〔201624号)`: the document's own number stands for it.
    else if (brokenNumber.test(words)) facts = { broken: words };
    else if (words === '' && page !== undefined && entry.page === undefined) facts = {};
    if (!facts) return false;
    Object.assign(entry, facts, page === undefined ? {} : { page });
    entry.position = { start: entry.position.start, end: this.#end(line) };
    return true;
  }

  #add(
    read: {
      order?: { title: string; order: string } | undefined;
      title: string;
      number?: string;
      page?: number;
    },
    first: Line,
    last: Line,
  ): void {
    const { order, number, page } = read;
    const position: Position = { start: this.#context.text.placeOf(first, 0), end: this.#end(last) };
    const entry = order ? orderEntry(order) : { title: read.title, ...(number ? numberFacts(number) : {}) };
    this.#entries.push({
      ...(this.#heading ? { section: this.#heading } : {}),
      position,
      key: titleKey(entry.title),
      ...entry,
      ...(page === undefined ? {} : { page }),
    });
  }

  /** A title that waits for a page which does not come is an entry all the same. */
  #flush(): void {
    if (!this.#pending) return;
    const { words, line } = this.#pending;
    this.#pending = undefined;
    if (looksLikeTitle(words)) this.#add({ title: words }, line, line);
  }

  #end(line: Line): Position['end'] {
    return this.#context.text.placeOf(line, line.text.length);
  }
}

/** `【市政府文件】`, `·人事任免·` → the words alone */
function unmarked(words: string): string {
  let [start, end] = [0, words.length];
  while (start < end && sectionMarks.includes(words[start]!)) start++;
  while (end > start && sectionMarks.includes(words[end - 1]!)) end--;
  return words.slice(start, end);
}

/**
 * A heading over the documents of an issue that the contents have too, or that an ornament marks: `◎ 市政府文件`.
 * @param sections those of the contents
 */
export function isSectionLine(text: string, sections: ReadonlySet<string>): boolean {
  if (text.length > longestSection + 4 || /[。；：，]/.test(text)) return false;
  const words = unmarked(text);
  const marked = words !== text && (markedSection.test(text) || /^【[^】]+】$/.test(text));
  return sections.has(words) || (marked && words.length >= 3 && !looksLikeTitle(words));
}

/** `12　某某通知` → page and words; `3月大事记` is none. */
function leadingPage(text: string): Piece | undefined {
  const [, page, words] =
    /^(\d{1,3})[\s\u3000]*(?![年月日个件项份条届期号])([\u3400-\u9fff“\p{Ps}\d].*)$/u.exec(text) ?? [];
  return page && words ? { words, page: Number(page) } : undefined;
}

/** Entries that begin with pages, each later than the one before, end with none; 1, 2, 3 counts them. */
function leadOf(lines: Line[]): 'page' | 'count' | undefined {
  const found = lines.flatMap((line) => {
    const piece = leadingPage(line.text);
    return piece ? [{ lead: piece.page!, paged: line.pieces.some(({ page }) => page !== undefined) }] : [];
  });
  if (found.length < 2) return undefined;
  if (found.every(({ lead }, i) => lead === i + 1)) return 'count';
  const rising = found.every(({ lead, paged }, i) => !paged && (i === 0 || lead > found[i - 1]!.lead));
  return rising ? 'page' : undefined;
}

/** `序号⇥文件⇥页码`: what heads the columns of contents that are a table. */
const isColumnHead = (words: string): boolean => /^[^\t\d]{1,8}(?:\t[^\t\d]{1,8})+$/.test(words);

function orderEntry({ title, order }: { title: string; order: string }): EntryFacts {
  return { title, documentNumber: bareOrder(order), order };
}

function numberFacts(number: string): Omit<EntryFacts, 'title'> {
  const by = given(number);
  return by ? { documentNumber: bareOrder(by), order: by } : { documentNumber: number };
}

type EntryFacts = Pick<PrintedEntry, 'title' | 'documentNumber' | 'order'>;

const mostly = (listed: Line[], pages: Line[]): boolean => pages.length * 2 >= listed.length;

const closesWithPage = ({ pieces: [piece] }: Line): boolean => {
  return piece?.page !== undefined && piece.words.length <= longestSection && !looksLikeTitle(piece.words);
};

/** The next line is a number in brackets, whole or damaged: `(湛府〔201624号)` */
function numberFollows(line: Line | undefined): boolean {
  return line !== undefined && /^[（(].{3,30}号[)）]?$/.test(line.pieces[0]!.words);
}

/** True where an entry's document begins: its title, on one line or several, or its order's heading. */
export function begins(entry: PrintedEntry, lines: Line[], at: number): boolean {
  const first = lines[at]!.text;
  const joint = jointHead(lines, at);
  if (entry.order && joint?.number) return opens(entry.order, joint.title.replace(/\s/g, ''));
  if (entry.order && withinJoint(lines, at)) return false;
  if (entry.order && opens(entry.order, first + (lines[at + 1]?.text ?? ''))) return true;
  if (entry.order && beginsOrder(lines, at) && opens(entry.order, first)) return true;
  return matchesTitle(entry.key, lines, at) > 0;
}

function opens(order: string, words: string): boolean {
  const [listed, printed] = [parseDocumentNumber(order), parseDocumentNumber(given(words) ?? '')];
  return (
    listed !== undefined &&
    printed !== undefined &&
    printed.scheme === listed.scheme &&
    printed.number === listed.number &&
    printed.organ.endsWith(listed.organ) &&
    (printed.year ?? listed.year) === (listed.year ?? printed.year)
  );
}
