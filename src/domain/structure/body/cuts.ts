/**
 * Where a line holds more than one thing: an article behind the one before, a heading, items, contents.
 * One pass over the line; quotations are left whole.
 */
import { parseNumeral } from '../../text/index.ts';
import { articleCandidate, containerMark, longestHeading } from '../lines/labels.ts';
import { follows } from './lists.ts';

const num = '[〇零一二两三四五六七八九十百千\\d]';
const container = '(?:分[编編]|[编編篇章节節])';
const bracketed = '[（(](?:[一二三四五六七八九十]{1,3}|\\d{1,2})[）)]';
/** `… 2．乙`: a number that a space sets off on both lists' lines. */
const pointed = '(?<=^|\\s)\\d{1,3}[.．、](?=\\s*[\\p{Script=Han}\\p{Ps}“])';
const marks = new RegExp(
  `[“”]|第${num}{1,7}(?:${container}|[条條])(?:之[一二三四五六七八九十]{1,3})?|${bracketed}|${pointed}`,
  'gu',
);
const worthLooking = new RegExp(`.(?:第${num}{1,7}(?:${container}|[条條])|${bracketed}|${pointed})`, 'u');
const entry = new RegExp(`(?<=\\s)第${num}{1,7}${container}(?=[\\s\\u3400-\\u9fff])`, 'g');

const sentenceEnd = /[。；”）]\s*$/;
const longestContents = 4000;

export interface Cuts {
  /** Offsets in the line, ascending, none of them 0. */
  at: number[];
  /** Number of the last article that the line begins or holds. */
  last: string | undefined;
}

interface Item {
  style: '一' | '1' | '1.';
  number: number;
  at: number;
  /** The line, or what is cut off it, begins with the list. */
  leads: boolean;
}

/**
 * @param last number of the last article so far, this line's own included
 * @param tight true where the text sets no space after its article numbers
 */
export function findCuts(text: string, last: string | undefined, tight: boolean): Cuts {
  if (!worthLooking.test(text)) return { at: [], last };
  const contents = contentsCuts(text);
  return contents.length > 0 ? { at: contents, last } : headCuts(text, last, tight);
}

/** `目录 第一章 总则 第二章 …`: contents that lost their line breaks. */
function contentsCuts(text: string): number[] {
  if (text.length > longestContents || /[。；]/.test(text)) return [];
  const at = Array.from(text.matchAll(entry), (match) => match.index);
  const least = /^目\s*[录錄次]/.test(text) ? 2 : 3;
  return at.length + (containerMark(text.slice(0, longestHeading)) ? 1 : 0) >= least ? at : [];
}

function headCuts(text: string, before: string | undefined, tight: boolean): Cuts {
  const at: number[] = [];
  let last = before;
  let segment = 0;
  let quoted = false;
  let item: Item | undefined;
  for (const { index, 0: found } of text.matchAll(marks)) {
    if (found === '“' || found === '”') quoted = found === '“';
    if (quoted || found === '”') continue;
    const head = text.slice(Math.max(segment, index - longestHeading), index);
    if (found[0] !== '第') {
      const leads = index === segment;
      const next: Item = { style: styleOf(found), number: numberOf(found), at: index, leads };
      const inList = last !== undefined || item?.leads || next.style === '1.';
      if (inList && item && continuesItems(item, next, head)) {
        if (item.at > segment) at.push(item.at);
        at.push(index);
        segment = index;
        item = { ...next, leads: true };
      } else if (leads || next.style === '1.' || (next.number === 1 && /：\s*$/.test(head))) item = next;
      continue;
    }
    if (index === segment) continue;
    const rest = text.slice(index, index + longestHeading);
    const article = articleCandidate(rest);
    const whole = head.length === index - segment && !/[。；：，、]/.test(head);
    if (article) {
      const { number } = article.mark;
      const below =
        whole && (containerMark(head.trimEnd()) !== undefined || (number === '1' && /\s$/.test(head)));
      const reads = !article.reference || (article.apart && article.reference === 'likely');
      const fits = reads && (article.apart || tight || below);
      if (!isDue(number, last) || !fits || !(sentenceEnd.test(head) || below)) continue;
      last = number;
    } else if (!(sentenceEnd.test(head) || (whole && /\s$/.test(head))) || !opensHeading(text, index, last))
      continue;
    at.push(index);
    segment = index;
    item = undefined;
  }
  return { at, last };
}

function isDue(number: string, last: string | undefined): boolean {
  return last === undefined ? number === '1' : follows(last, number);
}

function styleOf(found: string): Item['style'] {
  if (/^\d/.test(found)) return '1.';
  return /\d/.test(found) ? '1' : '一';
}

function numberOf(found: string): number {
  return parseNumeral(found.replace(/[（()）.．、]/g, '')) ?? 0;
}

/** `…：（一）甲；（二）乙`, `1．甲 2．乙`: the second of two that stand in one line. */
function continuesItems(item: Item, next: Item, head: string): boolean {
  if (item.style !== next.style || next.number !== item.number + 1) return false;
  return next.style === '1.' || /[；。]\s*$/.test(head);
}

/** A heading that takes the rest of the line, or stands directly before the article that is due. */
function opensHeading(text: string, start: number, last: string | undefined): boolean {
  const rest = text.slice(start, start + longestHeading * 2);
  if (start + rest.length === text.length && rest.length <= 30 && containerMark(rest)) return true;
  const next = /[\s\u3400-\u9fff](?=第[^\s。；：，]{1,8}[条條])/.exec(rest.slice(3));
  if (!next) return false;
  const at = next.index + 4;
  const headings = rest
    .slice(0, at)
    .trimEnd()
    .split(/\s+(?=第[^\s]{1,8}[编編篇章节節])/);
  const article = articleCandidate(rest.slice(at));
  return (
    article !== undefined &&
    headings.every((words) => containerMark(words)) &&
    isDue(article.mark.number, last)
  );
}
