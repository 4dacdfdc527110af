/**
 * The words a locator is made of: units with their ranks, and the patterns of one step.
 *
 * Every pattern is anchored (`y`) and free of nested repetition over the same characters, so reading a text is linear.
 */
import type { LocatorStep, ProvisionType } from '../model.ts';
import { numeralClass, parseNumeral, provisionNumber } from '../text/numerals.ts';

/** 编 → part … 目 → point. A 自然段 is counted as 款 is. */
const unitTypes: Readonly<Record<string, ProvisionType>> = {
  编: 'part',
  分编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  自然段: 'paragraph',
  项: 'item',
  目: 'point',
};

export const unitNames: Readonly<Partial<Record<ProvisionType, string>>> = {
  part: '编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  point: '目',
};

const ranks: Readonly<Partial<Record<ProvisionType, number>>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  paragraph: 4,
  item: 5,
  point: 6,
};

/** Depth of a type in the order 编章节条款项目; 7 for types that no locator names. */
export function rankOf(type: ProvisionType): number {
  return ranks[type] ?? 7;
}

const space = '[ \\u00a0]{0,2}';
const digit = `[${numeralClass}]`;
const numeral = `${digit}(?:${space}${digit}){0,11}`;
const joint = `${space}(?:、|和|及|与|或者?|以及|至|到|—|-|－|～|~)${space}`;

/** Units, each with the characters that would make another word of it: 条件, 款项, 项目, 目标, 章程 … */
const unit =
  '(?:分?编(?![辑制号队组写者审码排印]|委(?!托))|章(?![程鱼])|节(?![能课约点日余目水气电奏])' +
  '|条(?![件款码线形]|约(?!定)|例(?![外如]))|款(?![式项待])|自然段|项(?!目)|目(?![标的录击前]))';

/** What may follow 该条, 上一款, 本项: without it they are ordinary words (该项资产). */
const follow =
  '(?=第|的规定|规定|规范|所[列述称规指]|相应|修改|改为|作为|删|移|中|内|至|和|及|或|与|关于|另有|[、，。；：）)”]|$)';

const listed = new RegExp(
  `第${space}(${numeral}(?:${joint}第?${space}${numeral}){0,40})${space}(${unit})(?:${space}之${space}(${numeral}))?`,
  'y',
);
/** 第（二）（三）项: nothing stands between the numerals where they lead to 项. */
const toItem = `(?=(?:[（(]${digit}{1,3}[）)]){1,12}项)`;
const bracketed = new RegExp(
  `(第?)${space}([（(]${space}${numeral}${space}[）)](?:(?:${joint}第?|${toItem})${space}[（(]${space}${numeral}${space}[）)]){0,40})${space}(${unit})?`,
  'y',
);
/** 第三项至六项: 第 is left out after 至. */
const bare = new RegExp(`(${numeral})${space}(${unit})`, 'y');
const entry = new RegExp(`(?:${joint})?第?${space}[（(]?${space}(${numeral})${space}[）)]?`, 'y');
const range = /[至到—\-－～~]/;
const suffixed: ReadonlySet<string> = new Set(['条', '章', '节', '编']);

/** 前款, 前两款, 本条, 上一条, 该款, 各该条, 同条, 这一款. */
const relatives: readonly [RegExp, (count: number | undefined) => Omit<LocatorStep, 'type'>][] = [
  [
    new RegExp(`(?<![目当提此之日年月])前([两${numeralClass}]?)(章(?!程)|${unit})`, 'y'),
    (count) => (count === undefined || count === 1 ? { relative: -1 } : { relative: -1, count }),
  ],
  [
    new RegExp(
      `(?<![资基根日样版标文副书剧]|(?<![构造完形组])成)本()(项${follow}|(?!项|自然段)${unit})`,
      'y',
    ),
    () => ({ relative: 0 }),
  ],
  [new RegExp(`(?<![以如之])上一?()(?!编|自然段)(${unit})${follow}`, 'y'), () => ({ relative: -1 })],
  [new RegExp(`下一()(?!编|自然段)(${unit})${follow}`, 'y'), () => ({ relative: 1 })],
  [
    new RegExp(`(?:各?该|这一)()(?!编|项(?!第|的?规定|所[列述称规指]))(${unit})${follow}`, 'y'),
    () => ({ relative: 0, anaphor: true }),
  ],
  [/同一?()([条款项章节])(?=第)/y, () => ({ relative: 0, anaphor: true })],
];

/** One member of a step: 第（一）、（二）项 has two. `range` where 至 stands before it. */
export interface StepEntry {
  step: LocatorStep;
  start: number;
  end: number;
  range: boolean;
}

/** A step as read: 第六条, 第一、三项, 第（一）项至, 前款. */
export interface StepToken {
  start: number;
  end: number;
  type: ProvisionType;
  entries: StepEntry[];
  relative: boolean;
}

/** What has been read before a step: nothing, a step directly, or a step and 、, or a step and 至. */
export type StepPlace = 'start' | 'direct' | 'joined' | 'range';

/**
 * The step that begins at an offset, or undefined.
 *
 * `第六条…` → article 6 · `第（一）、（二）项` → items 1 and 2 · `前两款` → relative −1, count 2
 */
export function readStep(text: string, at: number, place: StepPlace): StepToken | undefined {
  return (
    readListed(text, at) ??
    readBracketed(text, at, place) ??
    readBare(text, at, place) ??
    readRelative(text, at)
  );
}

function readListed(text: string, at: number): StepToken | undefined {
  listed.lastIndex = at;
  const match = listed.exec(text);
  if (!match) return undefined;
  const [, numerals, name, suffix] = match as unknown as [string, string, string, string | undefined];
  const withSuffix = suffix !== undefined && suffixed.has(name);
  const end =
    withSuffix || suffix === undefined
      ? listed.lastIndex
      : text.indexOf(name, at + numerals.length) + name.length;
  const made = token(
    text,
    at,
    end,
    at,
    numerals.length + 1,
    unitTypes[name]!,
    withSuffix ? suffix : undefined,
  );
  if (made && name === '分编') for (const { step } of made.entries) step.sub = true;
  return made;
}

function readBracketed(text: string, at: number, place: StepPlace): StepToken | undefined {
  bracketed.lastIndex = at;
  const match = bracketed.exec(text);
  if (!match) return undefined;
  const [, first, numerals, name] = match as unknown as [string, string, string, string | undefined];
  // （三） alone is an enumerator; it cites only with 第 before it or 项 after it, and after another step.
  if (place === 'start' && first === '') return undefined;
  if (name === undefined && (first === '' || (place !== 'direct' && place !== 'range'))) {
    if (!(place === 'start' && range.test(text.slice(bracketed.lastIndex, bracketed.lastIndex + 3))))
      return undefined;
  }
  const from = text.indexOf(numerals, at);
  return token(text, at, bracketed.lastIndex, from, numerals.length, unitTypes[name ?? '项']!);
}

function readBare(text: string, at: number, place: StepPlace): StepToken | undefined {
  if (place !== 'range') return undefined;
  bare.lastIndex = at;
  const match = bare.exec(text);
  if (!match) return undefined;
  return token(text, at, bare.lastIndex, at, match[1]!.length, unitTypes[match[2]!]!);
}

function readRelative(text: string, at: number): StepToken | undefined {
  for (const [pattern, stepOf] of relatives) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const type = unitTypes[match[2]!]!;
    const count = match[1] === '' ? undefined : parseNumeral(match[1]!);
    const end = pattern.lastIndex;
    return {
      start: at,
      end,
      type,
      relative: true,
      entries: [{ step: { type, ...stepOf(count), ...subOf(match[2]!) }, start: at, end, range: false }],
    };
  }
  return undefined;
}

function subOf(name: string): { sub?: boolean } {
  return name === '分编' ? { sub: true } : {};
}

/** Splits `第一、三至五` into its members. Undefined where a numeral is none or beyond every statute. */
function token(
  text: string,
  start: number,
  end: number,
  from: number,
  length: number,
  type: ProvisionType,
  suffix?: string,
): StepToken | undefined {
  const entries: StepEntry[] = [];
  let position = from;
  while (position < from + length) {
    entry.lastIndex = position;
    const match = entry.exec(text);
    if (!match) break;
    const number = provisionNumber(compact(match[1]!), suffix === undefined ? undefined : compact(suffix));
    if (number === undefined || number.length > 9 || Number(number.split('-')[0]) > 9999) return undefined;
    const lead = /^[\s、和及与或者以]*/.exec(match[0])![0].length;
    entries.push({
      step: { type, number },
      start: position + lead,
      end: entry.lastIndex,
      range: entries.length > 0 && range.test(match[0].slice(0, 4)),
    });
    position = entry.lastIndex;
  }
  const last = entries.at(-1);
  if (!last) return undefined;
  last.end = end;
  entries[0]!.start = start;
  return { start, end, type, entries, relative: false };
}

function compact(numerals: string): string {
  return numerals.replace(/[ \u00a0]/g, '');
}
