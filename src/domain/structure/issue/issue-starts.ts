/**
 * Where the documents of an issue begin.
 *
 * By the contents' titles and numbers, then by heads that the contents do not name.
 */
import { titleKey } from '../../names/index.ts';
import { titleAt, titleOf } from '../document/title.ts';
import { beginsOrder, linesAboveTitle } from '../lines/candidates.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import * as meta from '../lines/metadata.ts';
import { begins, type PrintedEntry } from './contents-entry.ts';
import type { PrintedContents } from './issue-contents.ts';

/** The first line of a document, and its entry in the contents where they name it. */
export interface Start {
  at: number;
  entry?: PrintedEntry;
  /** Entries of texts that the document carries: the contents list an order and what it promulgates. */
  carried?: PrintedEntry[];
}

/** Beginnings of the documents, in order of print. */
export function startsOf(printed: PrintedContents, lines: Line[], context: Context): Start[] {
  const listed = withCarried(locate(printed, lines, context), lines);
  const starts = [...listed];
  const bare = printed.entries.length === 0;
  for (const at of headStarts(lines, printed.next, bare)) {
    if (starts.some((start) => Math.abs(start.at - at) < 3)) continue;
    const before = listed.findLast((start) => start.at < at);
    if (before && (opensIt(lines, before.at, at) || quotes(lines, before.at, at))) continue;
    starts.push({ at });
  }
  starts.sort((a, b) => a.at - b.at);
  const first = starts[0]?.at ?? lines.length;
  // Text that neither contents nor heads account for is a document all the same.
  const above = lines.slice(printed.next, first);
  if (above.some(({ text }) => /。$/.test(text)) || (starts.length === 0 && above.length > 0))
    starts.unshift({ at: printed.next });
  // The fields of a page stand above the document that it prints.
  else if (starts[0] && above.length > 0 && above.every(isOfPage)) starts[0].at = printed.next;
  for (const start of starts)
    if (!start.entry && printed.entries.length > 0)
      context.file.message(
        `目录没有列出“${lines[start.at]!.text.slice(0, 40)}”，按正文另作一件`,
        context.text.placeOf(lines[start.at]!, 0),
        'gongbao:text-not-in-contents',
      ).fatal = true;
  return starts;
}

const isOfPage = ({ fields, navigation }: Line): boolean => fields.length > 0 || navigation;

/** A text that the order above it promulgates is carried by it, though the contents list both. */
function withCarried(listed: Start[], lines: Line[]): Start[] {
  const starts: Start[] = [];
  for (const start of [...listed].sort((a, b) => a.at - b.at)) {
    const order = starts.at(-1);
    const { entry } = start;
    if (
      order &&
      entry &&
      start.at > order.at &&
      beginsOrder(lines, order.at) &&
      !beginsOrder(lines, start.at)
    ) {
      const between = lines.slice(order.at, start.at);
      const named = between.some(({ text, key }) => text.includes('《') && key.includes(entry.key));
      if (named && between.length <= longestOrder) {
        order.carried = [...(order.carried ?? []), entry];
        continue;
      }
    }
    starts.push({ ...start });
  }
  return starts;
}

/** Each entry's document, in order of print; an entry without one is reported. */
function locate(printed: PrintedContents, lines: Line[], context: Context): Start[] {
  let cursor = printed.next;
  return printed.entries.flatMap((entry) => {
    // Contents may be grouped otherwise than the documents are printed.
    const found = find(entry, lines, cursor) ?? find(entry, lines, printed.next, cursor);
    if (found === undefined) {
      const message = context.file.message(
        `目录有“${entry.title}”，正文没有找到`,
        entry.position.start,
        'gongbao:contents-entry-without-text',
      );
      message.fatal = true;
      return [];
    }
    const at = promulgated(entry, lines, found, found < cursor ? printed.next : cursor) ?? found;
    cursor = Math.max(cursor, found + 1);
    return [{ at: withNumber(lines, at, printed.next), entry }];
  });
}

/** A number that stands above its document is part of it. */
function withNumber(lines: Line[], at: number, from: number): number {
  return at - linesAboveTitle(lines, at, from);
}

function find(entry: PrintedEntry, lines: Line[], from: number, to?: number): number | undefined {
  const indices = Array.from(lines.keys()).slice(from, to);
  const byTitle = indices.find((i) => begins(entry, lines, i));
  if (byTitle !== undefined || entry.order) return byTitle;
  if (!entry.documentNumber) return indices.find((i) => headsTitle(lines, i, entry));
  // The contents word the title differently: the document has the same number under its title.
  const numbered = indices.find((i) => lines[i]!.number === entry.documentNumber);
  if (numbered === undefined) return undefined;
  return [4, 3, 2, 1].map((n) => numbered - n).find((i) => i >= from && headsNumber(lines, i) === numbered);
}

/**
 * True where a title stands that the contents give without its issuer (关于划定区域的公告（2023年第2号）) or with the first of
 * them (甲局等三部门关于…的通知).
 */
function headsTitle(lines: Line[], at: number, { title }: PrintedEntry): boolean {
  const joint = /^(.{2,30}?)等[\d〇一二三四五六七八九十]{0,3}个?(?:部门|单位)(.+)$/.exec(title);
  const words = titleKey((joint?.[2] ?? title).replace(/[（(][^（）()]*号[)）]$/, ''));
  const printed = titleKey(titleAt(lines, at).words);
  const issuer = printed.slice(0, -words.length);
  if (joint && !issuer.startsWith(titleKey(joint[1]!))) return false;
  return words.length >= 8 && printed.endsWith(words) && (issuer === '' || meta.isOrgan(issuer));
}

/** Index of the 文号 directly below a title, with nothing but the title from `at` to it. */
function headsNumber(lines: Line[], at: number): number | undefined {
  const { parts, reads, below } = titleAt(lines, at);
  // Lines above the issuer that opens the title are the end of another text: names of a list.
  const opens = parts.findIndex((_, n) => meta.issuerOf(titleOf(parts.slice(n))) !== undefined);
  if (!reads || opens > 0 || parts.some(({ text }) => text.startsWith('|'))) return undefined;
  return lines[below]?.number ? below : undefined;
}

/** An order or announcement is so long at most. */
const longestOrder = 25;

/** Heading of the order or announcement above a title that promulgates it and that the contents leave out. */
function promulgated(entry: PrintedEntry, lines: Line[], found: number, from: number): number | undefined {
  for (let i = found - 2; i >= Math.max(from, found - longestOrder); i--) {
    if (!beginsOrder(lines, i)) continue;
    const names = ({ text, key }: Line): boolean => text.includes('《') && key.includes(entry.key);
    return lines.slice(i, found).some(names) ? i : undefined;
  }
  return undefined;
}

/** True where only the head of the document that begins at `start` stands before `at`. */
function opensIt(lines: Line[], start: number, at: number): boolean {
  return lines.slice(start, at).every(({ text }) => !/[。；：]$/.test(text));
}

/** True where the document that begins at `start` names the title at `at`: it carries that text. */
function quotes(lines: Line[], start: number, at: number): boolean {
  const title = titleKey(titleAt(lines, at).words);
  const words = titleKey(
    lines
      .slice(start, at)
      .map(({ text }) => text)
      .join(''),
  );
  return title.length >= 4 && words.includes(title);
}

/**
 * Heads that only a document of its own has: an order's heading, or a title with its 文号, above or below, and
 * addressees or text.
 */
function headStarts(lines: Line[], from: number, bare: boolean): number[] {
  const starts: number[] = [];
  for (let i = from; i < lines.length; i++) {
    const last = starts.at(-1);
    if (last !== undefined && i - last < 3) continue;
    if (lines[i]!.masthead) continue;
    const number = headsNumber(lines, i);
    const below =
      number === undefined ? (numberedAbove(lines, i, from) ?? fieldsBelow(lines, i)) : number + 1;
    const opened =
      below !== undefined && lines.slice(below, below + 3).some(({ text }) => /[：。]$/.test(text));
    if (
      opened ||
      beginsOrder(lines, i) ||
      (bare &&
        i > from &&
        (followsSignature(lines, i, starts.at(-1) ?? from) || captioned(lines, i, starts.at(-1) ?? from)))
    )
      starts.push(withNumber(lines, i, from));
  }
  return starts;
}

/**
 * True where a title stands directly below the day that signs a document which does not name it: where no contents
 * tell the documents apart, it is the next one.
 */
function followsSignature(lines: Line[], at: number, start: number): boolean {
  if (!lines[at - 1]!.day || !lines[at - 2]?.organ || lines[at]!.annex) return false;
  const { reads, below } = titleAt(lines, at);
  return reads && below < lines.length && !quotes(lines, start, at);
}

/** True where a title has its 题注 below it, and the document above does not name it. */
function captioned(lines: Line[], at: number, start: number): boolean {
  const { words, below } = titleAt(lines, at);
  const named = /[。；：]$/.test(lines[at - 1]!.text) && lines[below]?.caption === 'bracketed';
  return named && words.length >= 8 && !quotes(lines, start, at);
}

/** Index of the line below the fields that a page prints under a title: its 索引号, 发文机关, 成文日期. */
function fieldsBelow(lines: Line[], at: number): number | undefined {
  if (lines[at]!.fields.length > 0) return undefined;
  const title = titleAt(lines, at);
  if (!title.reads) return undefined;
  let { below } = title;
  let count = 0;
  while (below < lines.length && isOfPage(lines[below]!)) count += lines[below++]!.fields.length;
  return count >= fewestFields ? below : undefined;
}

/** A page prints so many facts of its text. */
const fewestFields = 2;

/** Index of the line below a title that has its 文号 directly above it. */
function numberedAbove(lines: Line[], at: number, from: number): number | undefined {
  if (at === from || !lines[at - 1]!.number || linesAboveTitle(lines, at, from) === 0) return undefined;
  const { reads, below } = titleAt(lines, at);
  return reads ? below : undefined;
}
