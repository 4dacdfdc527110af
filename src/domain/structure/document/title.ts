/**
 * The title of a document, on one line or several.
 *
 * `湛江市人民政府令` ⏎ `第7号` → an order · `…关于` ⏎ `…的若干规定` → one title
 */
import {
  findDocumentNumbers,
  isMarked,
  kindOf,
  printDocumentNumber,
  titleKey,
  unmarked,
} from '../../names/index.ts';
import { longestTitle, looksLikeTitle } from '../../text/index.ts';
import { beginsOrder, jointHead, once, orderHead } from '../lines/candidates.ts';
import type { Line } from '../lines/line.ts';
import * as meta from '../lines/metadata.ts';
import { addFrame, type Draft, place } from './draft.ts';

/** A title is printed on so many lines at most. */
const mostLines = 6;

/**
 * Number of lines from `at` that together are the title of a key, or 0.
 * @param key as `titleKey` gives it
 */
export function matchesTitle(key: string, lines: Line[], at: number): number {
  let words = '';
  for (let n = 0; n < mostLines && at + n < lines.length; n++) {
    words += lines[at + n]!.text;
    const soFar = titleKey(words);
    if (soFar === key) return n + 1;
    if (soFar === '' || !(key.startsWith(soFar) || soFar === '中华人民共和国')) return 0;
  }
  return 0;
}

/** Reads the title at the draft's line; without one the fallback is taken and the lack reported. */
export function readTitle(draft: Draft, fallback: string): void {
  const { instrument, lines, context } = draft;
  const line = lines[draft.at]!;
  const head = orderHead(lines, draft.at);
  const about = head !== undefined && /关于/.test(head.name);
  if (head && (head.lines.length > 1 ? !(about && head.number.form) : beginsOrder(lines, draft.at))) {
    const { scheme, organ } = head.number;
    instrument.kind = scheme === 'order' ? 'order' : 'announcement';
    // The signature of an order says whose it is; an announcement is called with its body.
    const body = scheme === 'order' ? '' : about ? (meta.issuerOf(head.name) ?? '') : organ;
    instrument.documentNumber = printDocumentNumber({ ...head.number, organ: body });
    for (const part of head.lines) addFrame(draft, part, 'order-heading', { field: 'title' });
    instrument.stated['documentNumber'] = place(draft, head.lines.at(-1)!);
    draft.at += head.lines.length;
    const below = titleLines(lines, draft.at);
    if (scheme !== 'order' && !about && /关于.*[公通]告$/.test(titleOf(below))) {
      // 某某局公告 ⏎ 2020年第5号 ⏎ 关于…的公告: the title stands below its number.
      for (const part of below) addFrame(draft, part, 'title', { field: 'title' });
      draft.at += below.length;
      instrument.title = titleOf(below);
      instrument.issuer ??= meta.issuerOf(head.name) ?? organ;
      // 关于…的公告 is a title of its own; 某某局公告 is called by its number.
    } else instrument.title = about ? head.name : head.title;
    return;
  }
  const joint = jointHead(lines, draft.at);
  if (joint) {
    for (const part of joint.lines) addFrame(draft, part, 'order-heading', { field: 'title' });
    draft.at += joint.lines.length;
    instrument.title = joint.title;
    instrument.kind = 'order';
    const next = lines[draft.at];
    // The number that cannot be read, or the heading that has none.
    const below = next && /^[（(]?第.{0,12}$/.test(next.text) ? next : joint.lines.at(-1)!;
    const reason = `“${joint.title}”的令号没有读出，应如“第12号”`;
    context.file.message(reason, context.text.placeOf(below, 0), 'gongbao:order-number-unread');
    return;
  }
  const listed = draft.listed === undefined ? 0 : matchesTitle(draft.listed, lines, draft.at);
  const parts = listed > 0 ? lines.slice(draft.at, draft.at + listed) : titleLines(lines, draft.at);
  if (parts.length === 0) {
    instrument.title = draft.announced ?? fallback;
    const reason = draft.announced ? `没有标题行，取上文所称“${draft.announced}”` : '没有标题行';
    context.file.message(reason, context.text.placeOf(line, 0), 'gongbao:title-missing');
    instrument.kind = kindOf(instrument.title);
    return;
  }
  for (const part of parts) addFrame(draft, part, 'title', { field: 'title' });
  draft.at += parts.length;
  instrument.title = titleOf(parts);
  instrument.kind = kindOf(instrument.title);
  // 某某署公告2020年第8号（关于样品的公告）: number and title on one line.
  const [number] = /号[（(].*[）)]$/.test(instrument.title) ? findDocumentNumbers(instrument.title) : [];
  if (number?.start === 0 && number.parts.scheme !== 'order')
    instrument.documentNumber ??= printDocumentNumber(number.parts);
}

/** The lines of a title that begins at a line; none where the line cannot begin one. */
export function titleLines(lines: Line[], at: number): Line[] {
  const parts: Line[] = [];
  while (at + parts.length < lines.length && parts.length < mostLines) {
    const line = lines[at + parts.length]!;
    if (!continuesTitle(parts, line, lines[at + parts.length + 1])) break;
    parts.push(line);
  }
  return parts;
}

/** The title that may begin at a line: its lines, its words, whether they read as one, and the index of what is below. */
export const titleAt = once((lines, at) => {
  const parts = titleLines(lines, at);
  const words = titleOf(parts);
  return { parts, words, reads: looksLikeTitle(words), below: at + parts.length };
});

/** What points from a title to a note below the text: `统计公报[1]` */
const noteMark = /(?:\[\d{1,2}\]|[①-⑳*])$/;

/** A title's lines as one. */
export function titleOf(parts: Line[]): string {
  const words = parts.map((part) => part.text).join('\n');
  return unmarked(words.replace(noteMark, '')).replace(/[\s\u3000]+/g, (gap, i: number, whole: string) =>
    keepsGap(whole, i, gap) ? ' ' : '',
  );
}

function continuesTitle(parts: Line[], line: Line, next: Line | undefined): boolean {
  const { text } = line;
  if (text.length > longestTitle || /^\||[。；！？\t]|[：:，,]$/.test(text)) return false;
  if (line.article || line.number || line.contentsHeading || line.day) return false;
  const previous = parts.at(-1);
  if (previous === undefined) {
    return (
      !(line.list || line.container || line.disclosure || line.caption) &&
      !/^\d{1,3}[\s\u3000]+\D|^\d{4}\s*年\s*\d{1,2}\s*月|^[\u3400-\u9fff]{2,12}[：:]|^[（(][^（()）]*[)）]$/.test(
        text,
      )
    );
  }
  if (line.container || line.list || line.unnumbered || line.caption) return false;
  const usual = Math.max(previous.blankBefore, next?.blankBefore ?? 0);
  if (previous.depth !== undefined || line.depth !== undefined || line.blankBefore > usual + 1) return false;
  if (meta.dayLine(text.replace(/[（）]/g, ''))) return false;
  if (/^（[^（）]{1,12}）$/.test(text)) return /试行|暂行|草案|修订|修正|\d{4}/.test(text.replace(/\s/g, ''));
  if (/^[（(]|^\d{4}\s*年|^第[^条]{1,8}号$/.test(text) || line.annex || line.field || line.navigation)
    return false;
  const soFar = parts
    .map((part) => part.text)
    .join('')
    .replace(noteMark, '');
  if (opensTitle(soFar)) return true;
  if (line.key === titleKey(soFar)) return false;
  if (isMarked(soFar)) return /^（[^（）]{1,20}）$/.test(text);
  // A complete title ends the run; one that only seems complete (…审核制度 ⏎ …的指导意见) goes on to its end.
  return !looksLikeTitle(soFar) || (!meta.endsTitle(soFar) && line.title);
}

/** The gap between joint issuers in a title stands; any other is left over from a line break. */
function keepsGap(whole: string, at: number, gap: string): boolean {
  return (
    meta.isOrgan(whole.slice(0, at).split(/\s/).at(-1)!) &&
    meta.isOrgan(whole.slice(at + gap.length).split(/\s|关于|印发|转发/)[0]!)
  );
}

/** True where a 《 is still open: the title goes on. */
function opensTitle(words: string): boolean {
  return words.lastIndexOf('《') > words.lastIndexOf('》');
}
