/**
 * Paragraphs that a page or line break cut in two.
 *
 * `…处理驾驶员不符合运营服` + `务标准的行为；` → one line. A heading, a signature, a line that simply lost its
 * full stop (`…在线咨询服` before `1.智能客服平台。`) are not cut paragraphs and stay apart.
 */
import type { TextLine } from '../model.ts';
import type { LineTable } from './lines.ts';
import { isSpacedRow } from './spaces.ts';
import { looksLikeTitle } from './titles.ts';
import { findWrapping, widthOf, wraps } from './wraps.ts';

const terminal = /[。；：！？…][”’）》〉】)]*$/;
const sentenceEnd = /[。；！？][”’）》〉】]*$/;
/** A sentence that announces a list, as no line of addressees ends. */
const announces = /(?:(?:下列|以下|如下)[^，。]{0,12}|的)：$/;
/** What only goes on with a line. */
const closing = /^[，。、；：）》〉】”]/;
const innerMark = /[，。、；：,]/;
const label =
  /^(?:(?:(?![（(])\p{Ps})?第[ \u3000]*[〇零○一二两三四五六七八九十百千\d０-９][〇零○一二两三四五六七八九十百千\d０-９ \u3000]*(?:分[编編]|[编編篇章节節条條])|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,3}[.．、](?!\d)|[①-⑳])/u;
const structural = new RegExp(`${label.source}|^(?:[图表]\\s*\\d|附[件表录]|备注|注[：:]|公开方式|“)`, 'u');

/**
 * A first piece shorter than the page's lines was not cut: so long they are where the file does not show that they are
 * shorter. Lines of 28 characters are usual, and the first of a paragraph is shorter by its indent of two.
 */
const usualCut = 26;
/** Where a page ends between two pieces, a first piece has at least so many characters. */
const shortestAtPage = 8;

/** A line of a list that is longer is no heading. */
const longestHeading = 40;

const startsProvision = (text: string): boolean => structural.test(text);

/**
 * Which lines are continued by the line after them. Read from the end, because a piece in the middle
 * of a paragraph counts as its continuation only if it is itself continued.
 * @returns one flag a line
 */
export function continuedLines(lines: TextLine[], source: string, table: LineTable): boolean[] {
  const flags: boolean[] = new Array(lines.length).fill(false);
  const widths = lines.map((line, i) => {
    // A line of a web page may hold several, parted by <br>.
    const before = lines[i - 1]?.line === line.line ? lines[i - 1] : undefined;
    return widthOf(source, line, before?.end ?? table.starts[line.line - 1]!);
  });
  const wrapping = findWrapping(lines, widths);
  const shortest = shortestCut(lines);
  const headings = headingPairs(lines);
  for (let i = lines.length - 2; i >= 0; i--) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    flags[i] =
      !isSpacedRow(line.text) &&
      ((wrapping !== undefined && wraps(line, next, widths[i]!, wrapping, startsProvision)) ||
        continues(line, next, flags[i + 1]!, shortest) ||
        (headingContinues(line, next, headings) && !lines[i + 2]?.text.startsWith(next.text)));
  }
  return flags;
}

/**
 * How long a line is at least that the page cut, measured from the lines that break off in the file.
 *
 * Most of them 22 to 24 characters → 22
 */
function shortestCut(lines: TextLine[]): number {
  const lengths = lines.flatMap(({ text }, i) => {
    const next = lines[i + 1]?.text;
    const breaks =
      next !== undefined && innerMark.test(text) && !terminal.test(text) && sentenceEnd.test(next);
    return breaks && !structural.test(next) && !/[\t|]/.test(text) ? [text.length] : [];
  });
  for (const length of lengths.sort((a, b) => a - b)) {
    const near = lengths.filter((other) => other >= length && other <= length + 2).length;
    if (length >= 12 && near >= 3 && near * 2 > lengths.length) return Math.min(length, usualCut);
  }
  return usualCut;
}

/** Keys of two lines that stand below one another. */
const pairKey = (a: TextLine, b: TextLine): string => `${a.text}\n${b.text}`.replace(/[ \u3000]/g, '');

/** Headings with the line below them that the file prints twice: in its contents and in its body. */
function headingPairs(lines: TextLine[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || !heading.test(line.text) || structural.test(next.text)) continue;
    const key = pairKey(line, next);
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

const heading =
  /^第[ \u3000]*[〇零○一二两三四五六七八九十百千\d０-９ \u3000]{1,8}(?:分[编編]|[编編篇章节節])/;

/** A heading on two lines: printed so twice, or it breaks off at a word that goes on. */
function headingContinues(line: TextLine, next: TextLine, twice: Set<string>): boolean {
  const { text } = line;
  if (!heading.test(text) || text.length < 12 || text.length > longestHeading || structural.test(next.text))
    return false;
  if (next.text.length > longestHeading || /[。；：，\t|]/.test(text + next.text) || next.depth) return false;
  return twice.has(pairKey(line, next)) || /[和与及或、的]$/.test(text) || unclosed(text);
}

function continues(line: TextLine, next: TextLine, goesOn: boolean, shortest: number): boolean {
  const a = line.text;
  const b = next.text;
  if (a.length < (next.pageBefore ? shortestAtPage : shortest) || next.indented || line.depth || next.depth)
    return false;
  if (structural.test(b) || a.includes('\t') || b.includes('\t')) return false;
  if (a.startsWith('|') || b.startsWith('|') || !(innerMark.test(a) || next.pageBefore)) return false;
  if (closing.test(b) && !terminal.test(a)) return true;
  // Where a page ended, a clause that ended with it is no paragraph.
  const open = next.pageBefore ? /[，、；]$/.test(a) || !terminal.test(a) : !terminal.test(a);
  if (!open) return false;
  const ends =
    sentenceEnd.test(b) || announces.test(a.slice(-1) + b) || (next.pageBefore === true && /，.*：$/.test(b));
  if (!goesOn && !ends) return false;
  if (!next.pageBefore && !a.includes('，') && looksLikeTitle(a) && !unclosed(a)) return false;
  if (next.pageBefore && (/；$/.test(a) || a.length > longestHeading)) return true;
  if (!/[\u3400-\u9fff，、“\p{Ps}\da-zA-Z]$/u.test(a)) return false;
  const certain = /[，、“\p{Ps}]$/u.test(a) || unclosed(a) || cutsWord(a, b);
  if (certain) return true;
  // A labelled line without any sentence is a heading, unless what follows ends as an item ends.
  if (label.test(a) && !a.startsWith('第') && !/[。；]/.test(a)) return b.endsWith('；');
  return true;
}

function unclosed(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '《' || c === '（') depth++;
    else if ((c === '》' || c === '）') && depth > 0) depth--;
  }
  return depth > 0;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** True where a word lies across the cut: 运营服|务 */
function cutsWord(a: string, b: string): boolean {
  const left = a.slice(-6);
  const joined = left + b.slice(0, 6);
  const at = words.segment(joined).containing(left.length);
  return at !== undefined && at.index < left.length;
}

const captionDate = /(?:[\d０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年/;
const captionEvent = /^(?:根据|依据|依照|自?\d{4}\s*年|自?[〇○零一二三四五六七八九]{4}年|由)/;
/** A 题注 has so many lines at most: that of a law amended nine times has about 20. */
const longestCaption = 40;
/** A 题注 without brackets that breaks off: `2004年3月14日第十届全国人民代表大会` ⏎ `第二次会议通过` */
const bareCaption =
  /^\d{4}年\d{1,2}月\d{1,2}日(?!.*(?:通过|公布|批准|修正|修订|修改|发布|施行)).{4,50}(?<![。；：日号])$/;
const endsCaption = /^第?[^。；：，]{2,40}(?:通过|公布|批准|修正|修订|发布)$/;

/**
 * 题注 over several lines, from the line that opens its bracket to the line that closes it.
 * @returns number of lines it takes, 1 where it is whole or none
 */
export function captionLength(lines: TextLine[], at: number): number {
  const first = lines[at]!.text;
  if (bareCaption.test(first) && lines[at + 1] && endsCaption.test(lines[at + 1]!.text)) return 2;
  if (!/^[（(]/.test(first) || first.length > 1500) return 1;
  let depth = 0;
  let dated = false;
  for (let i = at; i < Math.min(lines.length, at + longestCaption); i++) {
    const { text } = lines[i]!;
    if (text.length > 1500) return 1;
    dated ||= captionDate.test(text);
    for (const c of text) {
      if (c === '（' || c === '(') depth++;
      else if (c === '）' || c === ')') depth--;
    }
    if (depth <= 0) return dated && i > at && /[）)]$/.test(text) ? i - at + 1 : 1;
  }
  return 1;
}

/** What stands between two joined lines of a 题注: a new event keeps its distance. */
export function captionGap(line: TextLine, next: TextLine): string {
  const opened = /(?:根据|依据|依照|自|由|经|于|[（，、])$/.test(line.text);
  return captionEvent.test(next.text) && !opened ? '　' : '';
}
