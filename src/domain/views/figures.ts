/**
 * Figures in running text: what is counted, how many, as of when; and whether 共有…，其中… adds up.
 *
 * `截至2020年11月底，…依申请事项网上可办率达91.33%` → 依申请事项网上可办率 · 91.33 · %, as of 2020-11
 */
import type { Provision } from '../model.ts';
import { numberOf } from './amounts.ts';
import { type Cell, cellOf, pieces } from './cell.ts';

export interface Figure {
  /** What is counted: 依申请事项网上可办率, 市级政务单位. */
  what: Cell;
  /** The number with its unit, as printed. */
  value: Cell;
  number: number;
  unit: string;
  /** The words before and after it in its clause, up to the next figure. */
  before: Cell;
  after: Cell;
  /** Day, month or year that the paragraph gives, as printed: 2020年11月底. */
  asOf?: Cell;
}

/** 共有497个，其中108个、164个、225个: a total and its parts. */
export interface Sum {
  total: Figure;
  parts: Figure[];
  /** True where the parts add up. */
  agrees: boolean;
}

const units =
  '个百分点|个工作日|工作日|个月|核vCPU|立方米|平方米|平方公里|万千瓦|公里|千米|公斤|人次|部门|小时|分钟|毫秒|[GTMK]b?ps|[GTMKP]B|%|％|‰|[GT](?![a-zA-Z0-9])|个|项|台|条|笔|张|人|件|种|户|家|所|辆|套|次|处|点|例|名|宗|份|座|间|吨|亩|公顷|米|倍|元|类|级|年|天|日|页|部|支|万|亿';
const figure = new RegExp(
  `(?<![0-9A-Za-z.+/])([0-9]{1,15}(?:[.,][0-9]{1,15}){0,5})(余|多)?(万|亿|千|百)?(余|多)?(${units})(?![A-Za-z])(?:内存|存储)?(?:以上|以下|以内|左右)?`,
  'g',
);
const fraction = /(?<![0-9])([0-9]{1,2}\/[0-9]{1,2})(?![0-9/])/g;
const dayOfFigure = '[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:上?半年)?(?:底|末|初)?';
/** 截至2020年11月底, 到2025年, 2024年底前 */
const asOfPattern = new RegExp(`(?:截至|截止|到|至)(${dayOfFigure})|(${dayOfFigure})(?=(?:以|之)?前)`, 'g');
/** 翻一番 */
const doubling = /翻([一两二三四])番/g;
/** A year, a day of the month, a standard's name are no figures. */
const dateUnits: ReadonlySet<string> = new Set(['年', '日', '月', '级']);

/** Figures of a provision's text, in order; each as of the day named last before it. */
export function findFigures(provision: Provision): Figure[] {
  const { text } = provision;
  const dates = Array.from(text.matchAll(asOfPattern), (match) => {
    const end = match.index + match[0].length;
    return cellOf(provision, end - (match[1] ?? match[2])!.length, end);
  });
  return pieces(text, '，。；').flatMap(({ start, end }) => figuresIn(provision, start, end, dates));
}

function figuresIn(provision: Provision, start: number, end: number, dates: readonly Cell[]): Figure[] {
  const clause = provision.text.slice(start, end);
  const marks = [...clause.matchAll(figure), ...clause.matchAll(fraction), ...clause.matchAll(doubling)]
    .filter((match) => !isDate(match) && !/^[2-6]G$/.test(match[0]) && !isQuoted(clause, match.index))
    .sort((a, b) => a.index - b.index);
  let from = 0;
  return marks.flatMap((match, i) => {
    const number = match[1]!.includes('/') ? ratio(match[1]!) : numberOf(match[1]!, match[3]);
    const at = match.index;
    const to = at + match[0].length;
    const before = cellOf(provision, start + from, start + at);
    const after = cellOf(provision, start + to, start + (marks[i + 1]?.index ?? clause.length));
    from = to;
    if (number === undefined) return [];
    const unit = match[0].startsWith('翻') ? '番' : (match[5] ?? '');
    const value = cellOf(provision, start + at, start + to);
    // 市级10个、县级20个: what follows a 、 belongs to the next.
    const listed = before.text !== '' && /^(?:[、和及与]|以及)/.test(clause.slice(to));
    const named = listed ? withoutLead(provision, before) : counted(provision, before, after, unit);
    const what = named.text === '' ? value : named;
    const asOf = dates.findLast((date) => date.end <= start + at);
    return [{ what, value, number, unit, before, after, ...(asOf ? { asOf } : {}) }];
  });
}

const shares: ReadonlySet<string> = new Set(['%', '％', '‰', '个百分点', '倍', '番', '']);
const lead = /^(?:其中|目前|共有?|总共|累计|并|已|分别|有)+/;

/** 148个|市级政务单位 counts what follows; 网上可办率达|91.33% what stands before. */
function counted(provision: Provision, before: Cell, after: Cell, unit: string): Cell {
  const follows = after.text !== '';
  const chosen =
    follows && (!shares.has(unit) || before.text.length < 4) ? after : before.text === '' ? after : before;
  return withoutLead(provision, chosen);
}

function withoutLead(provision: Provision, { text, start, end }: Cell): Cell {
  const cut = lead.exec(text)?.[0].length ?? 0;
  return cellOf(provision, cut < text.length ? start + cut : start, end);
}

function ratio(words: string): number | undefined {
  const [upper, lower] = words.split('/').map(Number) as [number, number];
  return lower === 0 ? undefined : upper / lower;
}

function isDate(match: RegExpMatchArray): boolean {
  if (!dateUnits.has(match[5] ?? '')) return false;
  return match[5] !== '年' || /^(?:19|20)\d\d$/.test(match[1]!);
}

/** “12345”, “8+N” are names. */
function isQuoted(clause: string, at: number): boolean {
  const before = clause.slice(0, at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

const totalWords = /(?:共有?|合计|总计|总共|累计)/;

/** Totals with 其中 and as many parts of the same unit as follow in the sentence. */
export function findSums(provision: Provision, figures: readonly Figure[]): Sum[] {
  return figures.flatMap((total, i) => {
    if (!totalWords.test(total.before.text)) return [];
    const stop = endOfMember(provision.text, total.value.end);
    const parts = figures.slice(i + 1).filter(({ value, unit }) => value.start < stop && unit === total.unit);
    if (parts.length < 2 || !/其中/.test(provision.text.slice(total.value.end, parts[0]!.value.start)))
      return [];
    const sum = parts.reduce((all, { number }) => all + number, 0);
    return [{ total, parts, agrees: Math.abs(sum - total.number) < 1e-6 }];
  });
}

function endOfMember(text: string, from: number): number {
  const ends = ['；', '。'].map((stop) => text.indexOf(stop, from)).filter((at) => at >= 0);
  return Math.min(text.length, ...ends);
}
