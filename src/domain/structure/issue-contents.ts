/**
 * The contents that an issue prints: sections, titles, numbers and pages.
 *
 * `湛江市人民政府关于…的通知` ⏎ `(湛府〔2020〕68 号) 1` → entry with number and page 1
 * `湛江市人民政府令第 7 号(…的决定) 3` → entry of an order
 * `样城市渔港管理办法（样城市人民政府令第9号）…………（7）` → entry that an order promulgates, page 7
 */
import type { IssueEntry, LineRole, TextLine } from '../model.ts';
import {
  numberBelow,
  numberLine,
  parseDocumentNumber,
  printDocumentNumber,
  titleKey,
} from '../names/index.ts';
import { halfDigits, looksLikeTitle } from '../text/index.ts';
import type { Context } from './context.ts';
import { mastheadFacts } from './masthead.ts';

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

const pageMark =
  /^(.*?)(?:(?:[\s\u3000…⋯．.·•‧]|[-—–_]{2,}|[／/])+(?:(\d{1,4})|[（(](\d{1,4})[）)])|[（(](\d{1,3})[）)])$/;

/** `某某通知……（12）` → words and page 12 */
function paged(line: string): { words: string; page?: number } {
  const match = pageMark.exec(halfDigits(line));
  const page = match && (match[2] ?? match[3] ?? match[4]);
  if (!match || page === null || page === undefined) return { words: line.trim() };
  return { words: line.slice(0, match[1]!.length).trim(), page: Number(page) };
}

/** Words and what stands in brackets behind them: `关于防汛工作的通知 （样府〔2021〕7号）`, `样城市人民政府令第9号（…办法）` */
const withBracket = /^([^（(].*?)[\s\u3000]*(?:[（(]([^（(].*)[)）])?$/;
const brokenNumber = /^[（(][^（）()]{3,30}号\s*[)）]?$/;
const section = /^[【〔［[◆●■★▲◎·•—\s]*([^【】〔〕]+?)[】〕］\]·•—\s]*$/;

/** A title that goes on with the next line: `样城市人民政府关于印发样城市` */
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

/** Reads the contents from their heading at `at`. Roles are recorded for the lines that belong to them. */
export function readEntries(lines: TextLine[], at: number, context: Context): PrintedContents {
  const entries: PrintedEntry[] = [];
  const roles: LineRole[] = ['contents-heading'];
  let heading: string | undefined;
  let pending: TextLine | undefined;
  /** Index of the line below the last one with a page. */
  let lastPaged = 0;
  /** A title that the contents hold stands here again: its document begins. */
  let recurs = false;
  let i = at + 1;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (entries.some((entry) => begins(entry, lines, i))) {
      recurs = true;
      break;
    }
    if (isOrderHead(lines, i)) break;
    const { words: own, page } = paged(line.text);
    const words = pending ? pending.text + own : own;
    const start = context.text.placeOf(pending ?? line, 0);
    const position = { start, end: context.text.placeOf(line, line.text.length) };
    const previous = entries.at(-1);
    const number = numberLine(words, 'document');
    const [, outside = '', inside = ''] = withBracket.exec(words) ?? [];
    const order = /^(?:令|[公通]告|第)/.test(outside) ? undefined : given(outside);
    const together =
      order || outside.length < 6 ? undefined : (numberLine(inside, 'document') ?? given(inside));
    const add = (entry: Pick<PrintedEntry, 'title' | 'documentNumber' | 'order'>): void => {
      entries.push({
        ...(heading ? { section: heading } : {}),
        position,
        key: titleKey(entry.title),
        ...entry,
        ...(page === undefined ? {} : { page }),
      });
    };
    const complete = (facts: Partial<PrintedEntry>): void => {
      Object.assign(previous!, facts, page === undefined ? {} : { page });
      previous!.position = { start: previous!.position.start, end: position.end };
    };
    if (page !== undefined) lastPaged = i + 1;
    if (unfinished(words) && page === undefined && !number && !numberFollows(lines[i + 1])) {
      pending = { ...(pending ?? line), text: words };
      roles.push('contents-entry');
      continue;
    }
    pending = undefined;
    if (previous && !previous.documentNumber && number) complete({ documentNumber: number });
    else if (previous && !previous.documentNumber && /^[（(]/.test(words) && given(words))
      complete({ documentNumber: bareOrder(given(words)!), order: given(words)! });
    // `(湛府〔201624号)`: the document's own number stands for it.
    else if (previous && !previous.documentNumber && brokenNumber.test(words)) complete({ broken: words });
    else if (order) {
      add({ title: outside.replace(/\s/g, ''), documentNumber: bareOrder(order), order });
    } else if (together) {
      const by = given(inside);
      add({ title: outside, documentNumber: by ? bareOrder(by) : together, ...(by ? { order: by } : {}) });
    } else if (looksLikeTitle(words) || page !== undefined || numberFollows(lines[i + 1])) {
      add({ title: words });
    } else if (/[。；]$/.test(words) || words.length > 40) break;
    else if (mastheadFacts(words)) {
      roles.push('masthead');
      continue;
    } else {
      heading = section.exec(words)?.[1] ?? words;
      roles.push('contents-section');
      continue;
    }
    roles.push('contents-entry');
  }
  // Where contents give pages and none of their titles comes again, what stands below the last page is no entry.
  const numbered = entries.filter(({ page }) => page !== undefined).length;
  const next = !recurs && numbered >= 2 && numbered * 2 > entries.length ? Math.min(i, lastPaged) : i;
  const below = next < i ? context.text.placeOf(lines[next]!, 0).offset : Number.POSITIVE_INFINITY;
  for (const [n, role] of roles.slice(0, next - at).entries()) context.role(lines[at + n]!, role);
  return { entries: entries.filter(({ position }) => position.start.offset < below), next };
}

/** The next line is a number in brackets, whole or damaged: `(湛府〔201624号)` */
function numberFollows(line: TextLine | undefined): boolean {
  return line !== undefined && /^[（(].{3,30}号[)）]?$/.test(paged(line.text).words);
}

/** True where a document opens with the heading of an order: `样城市人民政府令` ⏎ `第9号` */
export function isOrderHead(lines: TextLine[], at: number): boolean {
  const [line, next] = [lines[at]!, lines[at + 1]];
  return line.text.length < 40 && numberBelow(line.text, next?.text) !== undefined;
}

/** True where an entry's document begins: its title, on one line or several, or its order's heading. */
export function begins(entry: PrintedEntry, lines: TextLine[], at: number): boolean {
  const first = lines[at]!.text;
  if (entry.order && opens(entry.order, first + (lines[at + 1]?.text ?? ''))) return true;
  let words = '';
  for (const line of lines.slice(at, at + 4)) {
    words += line.text;
    const key = titleKey(words);
    if (key === entry.key) return true;
    if (key === '' || !(entry.key.startsWith(key) || key === '中华人民共和国')) return false;
  }
  return false;
}

function opens(order: string, words: string): boolean {
  return given(words)?.endsWith(order) ?? false;
}
