/**
 * A text's own table of contents, and its links to the body.
 *
 * 目录 ⏎ `第一章　总则` ⏎ `第二章　…` ⏎ (the body begins where the first entry recurs)
 */
import type { VFile } from 'vfile';
import type { ContentsEntry, Provision, SourceText, TextLine } from '../../model.ts';
import { decimalMark } from '../body/decimals.ts';
import {
  articleMark,
  containerMark,
  type ListStyle,
  listMark,
  longestHeading,
  type Mark,
  unnumberedHeading,
} from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';

/** The range of articles that contents print after a heading: `（第一条至第五条）` */
const range = /[（(]\s{0,3}第[^（）()]{1,12}[条條][^（）()]{0,14}[）)]$/;
const leaders = '…．.·•-—–_ \t\u3000';

/** A heading without the dotted line, page number and range of articles that contents print after it. */
function entryWords(text: string): string {
  const strip = (from: number, drops: (c: string) => boolean): number => {
    let end = from;
    while (end > 0 && drops(text[end - 1]!)) end--;
    return end;
  };
  const led = strip(text.length, (c) => leaders.includes(c));
  const digits = Math.max(
    strip(led, (c) => c >= '0' && c <= '9'),
    led - 4,
  );
  const before = strip(digits, (c) => leaders.includes(c));
  // A number without a leader is the heading's own.
  const words = text.slice(0, before < digits ? before : led);
  return words.replace(range, '').trimEnd();
}

const headingOnly = (text: string): boolean => {
  if (text.length > longestHeading * 2 || /[。；]$/.test(text)) return false;
  const words = entryWords(text);
  return (
    words.length <= longestHeading &&
    (decimalEntry(words) !== undefined ||
      containerMark(words) !== undefined ||
      listMark(words) !== undefined ||
      unnumberedHeading(words) ||
      /^附\s*[件录表]/.test(words))
  );
};

/** `1.1编制目的…3`: contents of texts that count in decimals. */
const decimalEntry = (words: string): Mark<ListStyle> | undefined => {
  const mark = decimalMark(words);
  if (mark) return mark;
  const match = /^(\d{1,2})\s*(?=[\u3400-\u9fff])/.exec(words);
  return match && !/[。；：，]/.test(words)
    ? { style: 'decimal-1', number: match[1]!, label: match[1]!, rest: match[0].length }
    : undefined;
};

/** `第一条　目的`: contents of texts whose articles have headings. */
const articleEntry = (text: string): boolean =>
  text.length <= longestHeading && !/[。；：，]/.test(text) && articleMark(entryWords(text)) !== undefined;

const skeleton = (text: string): string =>
  entryWords(text)
    .replace(/[\s\u3000]/g, '')
    .replace(/[()]/g, (c) => (c === '(' ? '（' : '）'));

/** `第一章`, `一、`: what comes back where the body begins. */
const labelOf = (text: string): string => {
  const words = entryWords(text);
  return ((containerMark(words) ?? listMark(words))?.label ?? '').replace(/\s/g, '');
};

/**
 * Number of lines that a table of contents takes from `at` (its heading line included), or 0.
 * Without a 目录 line, three or more headings whose first one recurs before any other text are one too.
 */
export function contentsLength(lines: Line[], at: number): number {
  const titled = lines[at]!.contentsHeading;
  const first = titled ? at + 1 : at;
  if (first >= lines.length || (!titled && !lines[first]!.container)) return 0;
  const key = skeleton(lines[first]!.text);
  const label = labelOf(lines[first]!.text);
  let end = first + 1;
  let relabelled: number | undefined;
  for (; end < lines.length; end++) {
    const { text } = lines[end]!;
    if (skeleton(text) === key) break;
    if (!headingOnly(text) && !(titled && articleEntry(text))) break;
    if (label !== '' && labelOf(text) === label) relabelled ??= end;
  }
  const recurs = end < lines.length && skeleton(lines[end]!.text) === key;
  if (!titled) return recurs && end - first >= 3 ? end - first : 0;
  if (recurs) return end - at;
  if (relabelled !== undefined) return relabelled - at;
  // The contents name a heading that the body prints differently: they end where another one recurs,
  // or at the first line of text.
  end = first;
  while (end < lines.length && headingOnly(lines[end]!.text)) end++;
  const seen = new Map<string, number>();
  let again: { of: number; at: number } | undefined;
  for (let i = first; i < end; i++) {
    const words = skeleton(lines[i]!.text);
    const of = seen.get(words);
    if (of === undefined) seen.set(words, i);
    else if (!again || of < again.of) again = { of, at: i };
  }
  return again ? again.at - at - backtrack(lines, again.at, first) : end - at;
}

/** Headings directly before a recurring one that are its parents: they belong to the body. */
function backtrack(lines: Line[], at: number, first: number): number {
  let count = 0;
  while (at - count - 1 > first) {
    const above = lines[at - count - 1]!.container;
    if (above?.number !== '1') break;
    count++;
  }
  return count;
}

/** Entries of the contents' lines (without the heading line). */
export function readContents(lines: TextLine[], text: SourceText): ContentsEntry[] {
  const styles: string[] = [];
  return lines.map((line) => {
    const words = entryWords(line.text);
    const container = containerMark(words);
    const mark = container ?? listMark(words) ?? articleMark(words) ?? decimalEntry(words);
    const style = container ? `${container.style}${container.sub}` : mark?.style;
    // 序言, 附则 and 附件 stand beside the first level.
    const known = style === undefined ? 0 : styles.indexOf(style);
    const depth = known >= 0 ? known : styles.push(style!) - 1;
    if (known >= 0) styles.length = Math.min(styles.length, known + 1);
    return {
      depth: depth + 1,
      text: line.text,
      label: mark?.label ?? '',
      heading: mark ? words.slice(mark.rest) : words,
      position: { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) },
    };
  });
}

/**
 * Links entries to headings of the body, in order. An entry whose place in the order is right but whose
 * words differ is linked and reported; one with no counterpart is reported and left unlinked.
 */
export function linkContents(entries: ContentsEntry[], provisions: Provision[], file: VFile): void {
  const articles = entries.some((entry) => articleMark(entry.label) !== undefined);
  const headings = flatten(provisions, articles);
  const keys = headings.map((node) => skeleton(node.label + headingWords(node)));
  const labels = headings.map((node) => skeleton(node.label));
  let cursor = 0;
  for (const entry of entries) {
    const key = skeleton(entry.label + entry.heading);
    const exact = keys.indexOf(key, cursor);
    if (exact >= 0) {
      entry.target = headings[exact]!.eId;
      cursor = exact + 1;
      continue;
    }
    const label = skeleton(entry.label);
    const near = label === '' ? -1 : labels.indexOf(label, cursor);
    if (near >= 0 && near - cursor < 60) {
      const node = headings[near]!;
      entry.target = node.eId;
      entry.mismatch = headingWords(node);
      cursor = near + 1;
      const message = file.message(
        `目录作“${entry.heading}”，正文作“${entry.mismatch}”`,
        entry.position.start,
        'gongbao:contents-mismatch',
      );
      message.actual = entry.heading;
      message.expected = [entry.mismatch];
    } else {
      file.message(
        `目录有“${entry.text}”，正文没有对应的标题`,
        entry.position.start,
        'gongbao:contents-without-heading',
      );
    }
  }
}

const headed: ReadonlySet<Provision['type']> = new Set(['part', 'chapter', 'section', 'level']);

function headingWords(node: Provision): string {
  return node.heading ?? node.text;
}

function flatten(provisions: Provision[], articles: boolean, out: Provision[] = []): Provision[] {
  for (const node of provisions) {
    if (!headed.has(node.type) && !(articles && node.type === 'article')) continue;
    out.push(node);
    if (node.type !== 'article') flatten(node.children, articles, out);
  }
  return out;
}
