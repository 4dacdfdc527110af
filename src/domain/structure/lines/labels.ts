/**
 * The marks that open a provision: 第三章, 第六条, （三）, 2., ① — read from the start of a line.
 *
 * `第十条之一　为了…` → article `10-1`, label `第十条之一`, rest at `为了…`
 */
import { parseNumeral, provisionNumber, squared } from '../../text/index.ts';

export type ContainerType = 'part' | 'chapter' | 'section';
/** Marks of lists and levels, as print ranks them: 一、 （一） 1. （1） ①; `decimal-2` is 1.1 */
export type ListStyle =
  | 'han'
  | 'han-bracket'
  | 'digit'
  | 'digit-bracket'
  | 'digit-paren'
  | 'circle'
  | 'latin'
  | 'stem'
  | 'decimal-1'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-4'
  | 'decimal-5';

export interface Mark<Style extends string> {
  style: Style;
  number: string;
  label: string;
  /** Offset in the line where the text after the label begins. */
  rest: number;
}

export interface ContainerMark extends Mark<ContainerType> {
  /** True for 分编, which stands below 编. */
  sub: boolean;
}

const num = '[〇零○一二两三四五六七八九十百千万0-9０-９]';
const spaced = `[〇零○一二两三四五六七八九十百千万0-9０-９ \\u3000]*?${num}`;
const han = '[一二三四五六七八九十]';

/** Words after a number that no provision begins with: 第三条的规定, 第二章至第四章. */
const certainReference =
  /^(?:[的，。；）)》”〉]|规定[的，]|中(?=[的“，所规有增删将第])|等(?=规定|有关|条)|[和与及或至](?=第|本|前|其|有关)|之(?=规定|外)|以[外及])/;
/** Words after a number that rather go on with a sentence: 第三条所称, 第四条第三款. */
const likelyReference = new RegExp(
  `^(?:规定|所[称列指规定]|第\\s*${num}+\\s*[款项項条條章节節目]|款(?![项式待])|[项項](?!目)|目(?![的标前录次])|修改|改为|增加|删[去除])`,
);

const containerPattern = new RegExp(
  `^第([ \\u3000]*${spaced})[ \\u3000]*(分[编編]|[编編篇章节節]|部分)(?:之(${han}{1,3}))?`,
);
/** A heading of a chapter is so long at most, a level's that stands on a line of its own too. */
export const longestHeading = 60;

const containerTypes: Record<string, ContainerType> = {
  编: 'part',
  編: 'part',
  篇: 'part',
  分编: 'part',
  分編: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  節: 'section',
};

/** A heading line 第一编 … 第一节. A sentence that begins with such words is none. */
export function containerMark(text: string): ContainerMark | undefined {
  if (text[0] !== '第' || text.length > longestHeading) return undefined;
  const match = containerPattern.exec(text);
  if (!match || /[。；：，]$/.test(text)) return undefined;
  const after = text.slice(match[0].length);
  if (referenceIn(after) || /^[、（(]/.test(after)) return undefined;
  const number = provisionNumber(match[1]!.replace(/[ \u3000]/g, ''), match[3]);
  if (number === undefined) return undefined;
  const rest = skipSpace(text, match[0].length);
  return {
    style: containerTypes[match[2]!]!,
    number,
    label: match[0],
    rest,
    sub: match[2]!.startsWith('分'),
  };
}

const articlePattern = new RegExp(
  `^(\\[?)第(?:([ \\u3000]*${spaced})[ \\u3000]*[条條](?:[ \\u3000]*之[ \\u3000]*(${han}{1,3}|\\d{1,2}))?|\\s*(\\d{1,4})[-－–](\\d{1,2})\\s*[条條])(\\]?)`,
);

/** A line that begins with 第X条, and what speaks for and against its being the head of an article. */
export interface ArticleCandidate {
  mark: Mark<'article'>;
  /** The label stands apart from the text; otherwise the text follows at once. */
  apart: boolean;
  /** What follows reads on in a sentence: 第三条的规定. */
  reference?: 'likely' | 'certain';
}

function referenceIn(after: string): ArticleCandidate['reference'] {
  if (certainReference.test(after)) return 'certain';
  return likelyReference.test(after) ? 'likely' : undefined;
}

/** Reads the number at the start of a line, whether it heads an article or not. */
export function articleCandidate(text: string): ArticleCandidate | undefined {
  if (!/^.?第/.test(text)) return undefined;
  const match = articlePattern.exec(squared(text.slice(0, 60)));
  if (!match || (match[1] === '') !== (match[6] === '')) return undefined;
  const number = match[4]
    ? `${Number(match[4])}-${Number(match[5])}`
    : provisionNumber(match[2]!.replace(/[ \u3000]/g, ''), match[3]);
  if (number === undefined) return undefined;
  const printed = text.slice(0, match[0].length);
  const after = text.slice(printed.length, printed.length + 24);
  const made = (
    label: string,
    apart: boolean,
    reference?: ArticleCandidate['reference'],
  ): ArticleCandidate => ({
    mark: { style: 'article', number, label, rest: skipSpace(text, label.length) },
    apart,
    ...(reference ? { reference } : {}),
  });
  if (match[1] !== '' || /^(?:$|\[)/.test(squared(after))) return made(printed, true);
  if (/^\s/.test(after)) return made(printed, true, referenceIn(after.trimStart()));
  if (/^[（(]/.test(after))
    return made(
      printed,
      true,
      /^[（(][一二三四五六七八九十\d]+[）)](?:[、，和至项項]|第)/.test(after) ? 'certain' : undefined,
    );
  const point = /^[：:．.、](?=.)/.exec(after);
  if (point) return made(printed + point[0], true, /^、\s*(?:第|本)/.test(after) ? 'certain' : undefined);
  return made(printed, false, referenceIn(after));
}

/**
 * The head of an article, told from its line alone.
 * @param expected number that would come next; decides where no space follows the label
 */
export function articleMark(text: string, expected?: string): Mark<'article'> | undefined {
  const candidate = articleCandidate(text);
  if (!candidate) return undefined;
  const { mark, apart, reference: refers } = candidate;
  if (apart) return /^、/.test(mark.label.slice(-1)) && refers ? undefined : mark;
  return refers || (expected !== undefined && mark.number !== expected) ? undefined : mark;
}

interface ListPattern {
  style: ListStyle;
  pattern: RegExp;
  /** Character code before that of the first sign, for signs that hold their number. */
  zero?: number;
}

const listPatterns: ListPattern[] = [
  { style: 'han', pattern: /^([〇零一二两三四五六七八九十百]{1,5})、/ },
  {
    style: 'han-bracket',
    pattern: /^[（(]\s*([〇零一二两三四五六七八九十百]{1,5})(?:之([一二三四五六七八九十]))?\s*[）)]、?/,
  },
  // One of the brackets is lost.
  { style: 'han-bracket', pattern: /^([一二三四五六七八九十]{1,3})[）)](?![）)])/ },
  { style: 'han-bracket', pattern: /^[（(]([一二三四五六七八九十]{1,3})[\s、](?![^（(]*[）)])/ },
  { style: 'digit', pattern: /^([0-9０-９]{1,3})(?:[.．](?![0-9０-９])|、)/ },
  { style: 'digit-bracket', pattern: /^[（(]\s*([0-9０-９]{1,3})\s*[）)]、?/ },
  { style: 'digit-paren', pattern: /^([0-9０-９]{1,2})[）)](?!\d)/ },
  { style: 'circle', pattern: /^([①-⑳])/, zero: 0x245f },
  { style: 'han-bracket', pattern: /^([㈠-㈩])/, zero: 0x321f },
  { style: 'digit-bracket', pattern: /^([⑴-⒇])/, zero: 0x2473 },
  { style: 'digit', pattern: /^([⒈-⒛])/, zero: 0x2487 },
  { style: 'latin', pattern: /^([a-zａ-ｚ])(?:[）)]|[.．、](?=\s*[\u3400-\u9fff]))/i },
  { style: 'stem', pattern: /^[（(]?([甲乙丙丁戊己庚辛壬癸])(?:[）)]|、(?![甲乙丙丁戊己庚辛壬癸]))/ },
];

const stems = '甲乙丙丁戊己庚辛壬癸';

function countOf(style: ListStyle, sign: string, suffix: string | undefined): string | undefined {
  if (style === 'latin') return String(sign.normalize('NFKC').toLowerCase().charCodeAt(0) - 0x60);
  if (style === 'stem') return String(stems.indexOf(sign) + 1);
  return provisionNumber(sign, suffix);
}

/** The mark of an item or level. */
export function listMark(text: string): Mark<ListStyle> | undefined {
  if (!/^[（(〇零一二两三四五六七八九十百0-9０-９①-⒛㈠-㈩a-zA-Zａ-ｚＡ-Ｚ甲乙丙丁戊己庚辛壬癸]/.test(text))
    return undefined;
  for (const { style, pattern, zero } of listPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const sign = match[1]!;
    const number = zero === undefined ? countOf(style, sign, match[2]) : String(sign.charCodeAt(0) - zero);
    if (number === undefined || parseNumeral(sign) === 0) return undefined;
    return { style, number, label: match[0], rest: skipSpace(text, match[0].length) };
  }
  return undefined;
}

export type HeadingMark = Mark<ContainerType | 'level'> & Pick<ContainerMark, 'sub'>;

/** `一、一般规定` on a line of its own. */
export function hanLevel(text: string): HeadingMark | undefined {
  if (text.length > 40 || /[。；：]/.test(text)) return undefined;
  const mark = listMark(text);
  return mark?.style === 'han' ? { ...mark, style: 'level', sub: false } : undefined;
}

const unnumbered = new Set([
  ...['序言', '总则', '分则', '附则', '引言', '前言', '导言', '绪言', '总纲', '罚则', '结语'],
  ...['總則', '分則', '附則', '導言', '緒言', '總綱', '罰則', '結語'],
]);

/** 序言, 附则 … on a line of their own: a heading without a number. */
export function unnumberedHeading(text: string): boolean {
  return text.length <= 6 && unnumbered.has(text.replace(/[ \u3000]/g, ''));
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}
