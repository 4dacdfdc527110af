/**
 * The contents that an issue prints: sections, titles, numbers and pages.
 *
 * `湛江市人民政府关于…的通知` ⏎ `(湛府〔2020〕68 号) 1` → entry with number and page 1
 * `湛江市人民政府令第 7 号(…的决定) 3` → entry of an order
 * `样城市渔港管理办法（样城市人民政府令第9号）…………（7）` → entry that an order promulgates, page 7
 */
import type { LineRole, Position } from '../../model.ts';
import { numberBelow, numberLine, printDocumentNumber, titleKey } from '../../names/index.ts';
import { looksLikeTitle, squared } from '../../text/index.ts';
import { matchesTitle } from '../document/title.ts';
import { beginsOrder, mostAbove, standsAboveTitle } from '../lines/candidates.ts';
import { contentsPieces, type Piece } from '../lines/contents-line.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import { mastheadFacts } from '../lines/masthead.ts';
import {
  bareOrder,
  begins,
  given,
  longestEntry,
  numberFacts,
  orderEntry,
  type PrintedEntry,
  shortOrder,
  splitNumber,
  splitOrder,
} from './contents-entry.ts';

export interface PrintedContents {
  entries: PrintedEntry[];
  /** Index of the first line below the contents. */
  next: number;
}

const brokenNumber = /^[（(][^（）()]{3,30}号\s*[)）]?$/;
const sectionMarks = '【】〔〕［］[]◆●■★▲◎·•—※☆ \t\u3000';
const markedSection = /^[[◆●■★▲◎※☆]/;
const longestSection = 14;

/** Words that a title goes on after: `样城市人民政府关于印发样城市` */
const unfinished = (words: string): boolean =>
  words.length >= 10 &&
  /关于|印发|转发|批转/.test(words) &&
  !looksLikeTitle(words) &&
  !/[。；：]/.test(words);

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

const mostly = (listed: Line[], pages: Line[]): boolean => pages.length * 2 >= listed.length;

const closesWithPage = ({ pieces: [piece] }: Line): boolean => {
  return piece?.page !== undefined && piece.words.length <= longestSection && !looksLikeTitle(piece.words);
};

/** The next line is a number in brackets, whole or damaged: `(湛府〔201624号)` */
function numberFollows(line: Line | undefined): boolean {
  return line !== undefined && /^[（(].{3,30}号[)）]?$/.test(line.pieces[0]!.words);
}
