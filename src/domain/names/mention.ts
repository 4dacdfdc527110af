/**
 * Documents named in a run of text, with what the text says of them: number, order, date, issuer.
 *
 * `2014年7月30日原国家食品药品监督管理总局令第7号公布的《医疗器械生产监督管理办法》` →
 * { title, order: 国家食品药品监督管理总局令第7号, date: 2014-07-30 }
 */
import type { Day } from '../model.ts';
import { findDays } from '../text/dates.ts';
import { numeralClass, parseNumeral } from '../text/numerals.ts';
import {
  type FoundNumber,
  findDocumentNumbers,
  keyOfNumber,
  parseDocumentNumber,
} from './document-number.ts';
import { mask } from './mask.ts';
import { findShortNames } from './short-names.ts';

/** A title in 《》 with its range. */
export interface FoundTitle {
  start: number;
  end: number;
  /** Without its own 《》. */
  title: string;
}

/** Longest title that is believed; an unclosed 《 must not swallow a page. */
const longest = 300;

/**
 * Every outermost title of a text, in order, whatever is nested in it. An unclosed 《 gives none, and takes none from
 * what follows it.
 *
 * `《关于修改《甲办法》的决定》` → one title · `《甲法》《乙法》` → two · `根据《甲法的规定，将《乙法》` → 乙法
 */
export function findTitles(text: string): FoundTitle[] {
  const found: FoundTitle[] = [];
  let start = text.indexOf('《');
  while (start >= 0) {
    const end = closing(text, start);
    if (end > 0) found.push({ start, end, title: text.slice(start + 1, end - 1).trim() });
    start = text.indexOf('《', end > 0 ? end : start + 1);
  }
  return found.filter(({ title }) => title !== '');
}

/** Offset after the 》 that closes the 《 at `start`, or −1. */
function closing(text: string, start: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + longest);
  for (let i = start; i < limit; i++) {
    const c = text[i];
    if (c === '《') depth++;
    else if (c === '》' && --depth === 0) return i + 1;
    else if (c === '。' && depth === 1) return -1;
  }
  return -1;
}

/** True where a 《 has no 》 or a 》 no 《: which words are a title cannot be told. */
export function hasLoneMark(text: string): boolean {
  let at = 0;
  for (const { start, end } of findTitles(text)) {
    if (/[《》]/.test(text.slice(at, start))) return true;
    at = end;
  }
  return /[《》]/.test(text.slice(at).replace(/《\s*》/g, ''));
}

/** 〈甲〉 in the title of another document, as a title of its own: `关于修改〈甲〉的决定` → 甲 */
export function titlesWithin(title: string): string[] {
  return Array.from(title.matchAll(/[《〈]([^《》〈〉]+)[》〉]/g), (match) => match[1]!);
}

/** A text without its titles: `根据《甲法》修改` → `根据修改` */
export function withoutTitles(text: string): string {
  return findTitles(text)
    .toReversed()
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** True where a text is one title in its marks and nothing else. */
export function isMarked(text: string): boolean {
  const [first] = findTitles(text);
  return first?.start === 0 && first.end === text.length;
}

/**
 * A name without the marks around it; any other text as it is.
 *
 * `《甲办法》` → `甲办法` · `《甲办法》（试行）` → `甲办法（试行）` · `《甲法》和《乙法》` → itself
 */
export function unmarked(name: string): string {
  const [first] = findTitles(name);
  if (first?.start !== 0) return name;
  const rest = name.slice(first.end);
  return rest === '' || /^\s*[（(][^（）()]*[）)]$/.test(rest) ? first.title + rest : name;
}

/** A title to stand in 《》: its own 《》 become 〈〉. */
export function nested(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** A title in its marks, as texts print it: `关于修改《甲法》的决定` → `《关于修改〈甲法〉的决定》` */
export function inMarks(title: string): string {
  return `《${nested(title)}》`;
}

export interface Mention {
  /** Without 《》. */
  title?: string;
  /** As printed, 文号 or 令: `湛府〔2020〕68号`, `公安部令第104号`. */
  number?: string;
  /** The body named before it. */
  issuer?: string;
  /** Day of its publication, where the text gives it. */
  date?: Day;
  /** Year, where only that is given, or the year in its number. */
  year?: string;
  /** Part of it that is meant: 第三条. */
  scope?: string;
  /** Half-open range in the text: from 《 or the number to the end of its bracket. */
  start: number;
  end: number;
  /** Where what belongs to it begins: date and issuer before the title. */
  from: number;
}

const qualifier =
  /(?:^|[，。；：、和及与]|以及|废止|原|，原|将|对)((?:[^，。；：、⟦⟧]|（[^（）]*）){0,60}?(?:公布|发布|颁布|印发|制定|通过|批准|下发|发出|批转|转发|修订|修正|公告|令)的|原)$/;
/** 停止实施省人民政府2015年公布的《甲》: the verb is none of what tells of the document. */
const verbAhead =
  /^.*(?:废止|废除|撤销|撤回|收回|取消|停止|停用|暂停|中止|终止)(?:执行|实施|施行|适用|使用)?(?=.{2,})/;
const approvedThen =
  /(?:[12]\d{3}年\d{1,2}月\d{1,2}日[^，。；⟦⟧]{2,60}(?:通过|批准|修订|修正)[，、])+(?=[^，]*$)/;
const scopeAfter =
  /^(?:中)?(?:的)?((?:第[一二三四五六七八九十百零〇0-9]+[条款项目章节][、和及至]?)+|中(?:有关|关于)?[^，。；]{0,40}?(?:的规定|内容|部分|条款))/;

/** Documents by the short names that a text gives them. */
export type GivenNames = ReadonlyMap<string, Pick<Mention, 'title' | 'number' | 'issuer' | 'year'>>;

/**
 * Short names of former documents that a text without spaces gives: each to the document in whose bracket it stands.
 * A name without 原 or 旧 often means what the text itself issues, and is not taken.
 *
 * `修订《甲市渣土管理办法》（以下简称“原办法”）` → 原办法: 《甲市渣土管理办法》
 */
export function formerNames(bare: string): GivenNames {
  if (!/称[^，。）]{0,3}[原旧]/.test(bare)) return new Map();
  const mentions = readMentions(bare);
  return new Map(
    findShortNames(bare).flatMap(({ start, end, names: [name, ...others] }) => {
      const owner = mentions.find((one) => one.start < start && one.end >= start && one.end <= end);
      if (!owner || !name || others.length > 0 || !/^[原旧][^原旧]/.test(name)) return [];
      const { title, number, issuer, year } = owner;
      const given = { ...(title ? { title } : {}), ...(number ? { number } : {}) };
      return [[name, { ...given, ...(issuer ? { issuer } : {}), ...(year ? { year } : {}) }] as const];
    }),
  );
}

/** What may stand before a short name that is a name of its own. */
const beforeName = /(?:^|[，；：、和与及起将对]|废止)$/;

/** Places outside titles and brackets where a given name stands. */
function shortMentions(bare: string, masked: string, given: GivenNames): Mention[] {
  return Array.from(given).flatMap(([name, document]) => {
    const found: Mention[] = [];
    for (let start = masked.indexOf(name); start >= 0; start = masked.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (beforeName.test(masked.slice(0, start)))
        found.push({ ...document, ...scopeOf(bare, masked, end), start, end, from: start });
    }
    return found;
  });
}

/**
 * Documents named in a text without spaces, in order.
 * @param bare text without spaces
 * @param given short names that the text gives elsewhere
 */
export function readMentions(bare: string, given: GivenNames = new Map()): Mention[] {
  const masked = mask(bare);
  const mentions = shortMentions(bare, masked, given);
  for (const { start, end } of findTitles(bare))
    if (masked[start] === '⟦') {
      const mention = titled(bare, masked, start, end - 1);
      mentions.push(mention.number === undefined ? { ...mention, ...given.get(mention.title!) } : mention);
    }
  for (const { start, end, text: number } of findDocumentNumbers(bare).flatMap((one) => [
    one.text.endsWith('号') || one.parts.scheme !== 'document' ? one : { ...one, text: one.key },
    ...shortened(bare, one),
  ])) {
    if (mentions.some((mention) => start < mention.end && mention.from < end)) continue;
    mentions.push({ number, ...yearOf(number), start, end, from: start, ...scopeOf(bare, masked, end) });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

const furtherNumbers = {
  document: new RegExp(
    `(?:文件?)?[、，,和及与]((?:〔(?<year>[12]\\d{3})〕)?第?(?<number>[${numeralClass}]{1,6})(?:号|(?=[、，,][${numeralClass}]{1,6}[、，,号])))`,
    'y',
  ),
  order: new RegExp(`[、，,和及与](第(?<number>[${numeralClass}]{1,6})号)(?!令)`, 'y'),
};

/**
 * 某财〔2015〕3号、5号和7号, 某财〔2015〕3号、〔2016〕5号, 市政府令第12号、第15号: the numbers after the first leave out its 代字,
 * and its year.
 */
function shortened(
  bare: string,
  { end, parts }: FoundNumber,
): { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  if (parts.scheme !== 'document' && parts.scheme !== 'order') return found;
  const next = furtherNumbers[parts.scheme];
  next.lastIndex = end;
  for (let match = next.exec(bare); match; match = next.exec(bare)) {
    const number = parseNumeral(match.groups!['number']!);
    if (number === undefined) break;
    const year = parseNumeral(match.groups!['year'] ?? '') ?? parts.year;
    const text = keyOfNumber({ ...parts, number, ...(year === undefined ? {} : { year }) });
    found.push({ start: next.lastIndex - match[1]!.length, end: next.lastIndex, text });
  }
  return found;
}

function titled(bare: string, masked: string, open: number, close: number): Mention {
  const bracket = /^(?:（□+）|\(□+\)|［□+］)+/.exec(masked.slice(close + 1));
  const end = close + 1 + (bracket?.[0].length ?? 0);
  const inside = bare.slice(close + 1, end);
  const before = masked.slice(Math.max(0, open - 120), open);
  const chain = approvedThen.exec(before);
  const said = (qualifier.exec(before)?.[1] ?? '').replace(verbAhead, '');
  const from = open - (chain ? before.length - chain.index : said.length);
  const words = bare.slice(from, open);
  const number = firstNumber(inside) ?? firstNumber(words);
  const date = findDays(words)[0]?.day ?? findDays(inside)[0]?.day;
  const year = /([12]\d{3})年/.exec(words)?.[1] ?? /([12]\d{3})年/.exec(inside)?.[1];
  return {
    title: bare.slice(open + 1, close),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(year === undefined ? (number === undefined ? {} : yearOf(number)) : { year }),
    ...scopeOf(bare, masked, end),
    start: open,
    end,
    from,
  };
}

function scopeOf(bare: string, masked: string, end: number): { scope?: string } {
  const match = scopeAfter.exec(masked.slice(end));
  return match ? { scope: bare.slice(end, end + match[0].length) } : {};
}

function yearOf(number: string): { year?: string } {
  const year = parseDocumentNumber(number)?.year;
  return year === undefined ? {} : { year: String(year) };
}

/** The first document number of a text, as printed, without words that run into it. */
export function firstNumber(text: string): string | undefined {
  return findDocumentNumbers(text)[0]?.text;
}

/** True where a text is a document number and nothing else. */
export function isNumber(text: string): boolean {
  return text.length < 60 && parseDocumentNumber(text) !== undefined;
}
