/**
 * The marks that open a provision: 第三章, 第六条, （三）, 2., ① — read from the start of a line.
 *
 * `第十条之一　为了…` → article `10-1`, label `第十条之一`, rest at `为了…`
 */
import { parseNumeral, provisionNumber } from '../text/index.ts';

export type ContainerType = 'part' | 'chapter' | 'section';
/** Marks of lists and levels, as print ranks them: 一、 （一） 1. （1） ① */
export type ListStyle = 'han' | 'han-bracket' | 'digit' | 'digit-bracket' | 'circle';

export interface Mark<Style extends string> {
  style: Style;
  number: string;
  label: string;
  /** Offset in the line where the text after the label begins. */
  rest: number;
}

const num = '[〇零○一二两三四五六七八九十百千万0-9０-９]';
const spaced = `[〇零○一二两三四五六七八九十百千万0-9０-９ \\u3000]*?${num}`;
const containerPattern = new RegExp(
  `^第([ \\u3000]*${spaced})[ \\u3000]*(编|分编|部分|章|节)(?=$|[\\s\\u3000]|[^的规中、和至或及，。（])`,
);
const articlePattern = new RegExp(`^第([ \\u3000]*${spaced})[ \\u3000]*条(?:[ \\u3000]*之(${num}+))?`);

const containerTypes: Record<string, ContainerType> = {
  编: 'part',
  分编: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
};

/** A heading line 第一编 … 第一节. A sentence that begins with such words is none. */
export function containerMark(text: string): (Mark<ContainerType> & { sub: boolean }) | undefined {
  if (text[0] !== '第' || text.length > 60) return undefined;
  const match = containerPattern.exec(text);
  if (!match || /[。；：，]$/.test(text)) return undefined;
  const number = provisionNumber(match[1]!.replace(/[ \u3000]/g, ''));
  if (number === undefined) return undefined;
  const rest = skipSpace(text, match[0].length);
  return { style: containerTypes[match[2]!]!, number, label: match[0], rest, sub: match[2] === '分编' };
}

/** Words after 第X条 that make it a reference inside a sentence and not the head of an article. */
const referenceTail = /^(?:[的所中规、和至或及与，。；）)》”〉]|第|规定|以外|之外|款|项|修改|改为|增加|删)/;

/**
 * The head of an article.
 * @param expected number that would come next; decides where no space follows the label
 */
export function articleMark(text: string, expected?: string): Mark<'article'> | undefined {
  if (text[0] !== '第') return undefined;
  const match = articlePattern.exec(text);
  if (!match) return undefined;
  const number = provisionNumber(match[1]!.replace(/[ \u3000]/g, ''), match[2]);
  if (number === undefined) return undefined;
  const after = text.slice(match[0].length);
  if (/^[ \u3000\u00a0\t]|^$/.test(after)) {
    // `第四条 第二款所称…` still heads an article if its number is due; a broken reference does not.
    return { style: 'article', number, label: match[0], rest: skipSpace(text, match[0].length) };
  }
  if (/^[【〔［[]/.test(after)) return { style: 'article', number, label: match[0], rest: match[0].length };
  const colon = /^[：:．.]/.exec(after);
  if (colon && after.length > 1) {
    return {
      style: 'article',
      number,
      label: match[0] + colon[0],
      rest: skipSpace(text, match[0].length + 1),
    };
  }
  if (referenceTail.test(after) || (expected !== undefined && number !== expected)) return undefined;
  return { style: 'article', number, label: match[0], rest: match[0].length };
}

const listPatterns: [ListStyle, RegExp][] = [
  ['han', /^([〇零一二两三四五六七八九十百]{1,5})、/],
  ['han-bracket', /^[（(]\s*([〇零一二两三四五六七八九十百]{1,5})(?:之([一二三四五六七八九十]))?\s*[）)]、?/],
  ['digit', /^([0-9０-９]{1,3})(?:[.．](?![0-9０-９])|、)/],
  ['digit-bracket', /^[（(]\s*([0-9０-９]{1,3})\s*[）)]、?/],
  ['circle', /^([①-⑳])/],
];

/** The mark of an item or level. */
export function listMark(text: string): Mark<ListStyle> | undefined {
  if (!/^[（(〇零一二两三四五六七八九十百0-9０-９①-⑳]/.test(text)) return undefined;
  for (const [style, pattern] of listPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number =
      style === 'circle' ? String(match[1]!.codePointAt(0)! - 0x245f) : provisionNumber(match[1]!, match[2]);
    if (number === undefined || parseNumeral(match[1]!) === 0) return undefined;
    return { style, number, label: match[0], rest: skipSpace(text, match[0].length) };
  }
  return undefined;
}

const unnumbered = new Set(['序言', '总则', '分则', '附则', '引言', '前言', '总纲', '结语']);

/** 序言, 附则 … on a line of their own: a heading without a number. */
export function unnumberedHeading(text: string): boolean {
  return text.length <= 6 && unnumbered.has(text.replace(/[ \u3000]/g, ''));
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /[ \u3000\u00a0\t]/.test(text[i]!)) i++;
  return i;
}
