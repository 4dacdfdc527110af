/**
 * What an issue prints of itself: 刊名, 期号, 出版日期, 主办, above its contents and at its end.
 *
 * `样城市人民政府公报` ⏎ `2023年第1期（总第86期）` ⏎ `2023年4月5日出版` → title, number, total number, day
 */
import type { Day, Masthead, TextLine } from '../../model.ts';
import { findDays } from '../../text/index.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { imprintWords } from '../../vocabulary/imprint.ts';

const factOf = new Map(
  Object.entries(imprintWords).flatMap(([fact, list]) => list.map((word) => [word, fact] as const)),
);

const inWords = new RegExp(`(?<![${numeralClass}])[${numeralClass}]+(?=\\s{0,2}[年月日期号·•・.])`, 'g');
/** `二〇二一年第三期` → `2021年第3期` */
const inDigits = (line: string): string =>
  line.replace(inWords, (numeral) => String(parseNumeral(numeral) ?? numeral));

const spaced = (word: string): string => [...word].join('\\s{0,4}');
const key = `(${[...factOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(spaced)
  .join('|')})(?:单位|日期|时间|机关|号)?`;
const keyedFact = new RegExp(`^${key}\\s{0,4}(?:[：:]\\s{0,4}|(?=[A-Z]{0,4}\\s?\\d))(\\S.*)$`);
const nextKey = new RegExp(`[\\s／/]${key}\\s{0,4}[：:]`);
const bareNumber = /^(ISSN|CN)\s{0,2}[：:]?\s{0,2}([\dX][\dX—–/A-Z-]{5,20})/;
const named = /^(?![^公]{0,24}统\s{0,4}计\s{0,4}公)([\u3400-\u9fff\s]{2,24}公\s{0,4}报)(?=[\s\d第（(]|$)/;
const year = '(\\d{4})\\s{0,2}';
const count = '(\\d{1,5})\\s{0,2}';
const numbered = new RegExp(`^[（(]?(?:${year}[年·•・.]\\s{0,3})?第\\s{0,2}${count}期[)）]?`);
/** 2020年第3号: without its year it is the number of an order. */
const numberedHao = new RegExp(`^[（(]?${year}年\\s{0,3}第\\s{0,2}${count}号[)）]?`);
const total = new RegExp(
  `^[（(]?\\s{0,2}总\\s{0,2}(?:第\\s{0,2}${count}[期号]|[期号]\\s{0,2}[：:]\\s{0,2}${count})\\s{0,2}[)）]?`,
);
const printing = '(?:\\s{0,2}(?:出版发行|出版|出刊|刊印|编印|印))?[)）]?(?=[\\s（(]|$)';
const dated = new RegExp(
  `^[（(]?\\d{4}\\s{0,2}年\\s{0,2}\\d{1,2}\\s{0,2}月\\s{0,2}\\d{1,2}\\s{0,2}日${printing}`,
);
/** The year stands in another line. */
const monthAndDay = new RegExp(`^\\d{1,2}月\\d{1,2}日${printing}`);
const frequency = /^[（(]?(?:周|旬|半月|月|双月|季|半年|年)刊[)）]?(?=\s|$)/;
const behind = /^([\u3400-\u9fff]{4,30}?)(主管主办|主管|主办|编印|编辑出版|编辑|编|出版)(?=\s|\d{4}年|$)/;
const latin = /^[A-Z][A-Z\s']{9,}$/;

/** Facts of one line of a masthead, or undefined where it is none: every part of the line must be one. */
export function mastheadFacts(line: string): Masthead | undefined {
  let rest = inDigits(line).trim();
  if (rest === '' || rest.length > 160 || /。/.test(rest)) return undefined;
  const facts: Masthead = {};
  for (let first = true; rest !== ''; first = false) {
    const part = firstFact(rest, first);
    if (!part) return undefined;
    Object.assign(facts, { ...part.facts, ...facts });
    rest = rest.slice(part.length).replace(/^[\s,，、·|｜]+/, '');
  }
  return facts;
}

interface Part {
  facts: Masthead;
  length: number;
}

function firstFact(text: string, first: boolean): Part | undefined {
  const title = first ? named.exec(text) : null;
  if (title) return { facts: { title: title[1]!.replace(/\s/g, '') }, length: title[0].length };
  const number = numbered.exec(text) ?? numberedHao.exec(text);
  if (number) {
    const [words, inYear, counted] = number;
    const printed = `${inYear ? `${inYear}年` : ''}第${counted}${/[期号]/.exec(words)![0]}`;
    return { facts: { number: printed }, length: number[0].length };
  }
  const whole = total.exec(text);
  if (whole) return { facts: { total: `总第${whole[1] ?? whole[2]}期` }, length: whole[0].length };
  const day = dated.exec(text) ?? monthAndDay.exec(text);
  if (day) {
    // A day that no calendar has is the masthead's all the same.
    const published = findDays(day[0])[0]?.day;
    return { facts: published ? { published } : {}, length: day[0].length };
  }
  const often = frequency.exec(text) ?? latin.exec(text);
  if (often) return { facts: {}, length: often[0].length };
  const bare = bareNumber.exec(text);
  if (bare) return { facts: { [bare[1] === 'CN' ? 'cn' : 'issn']: bare[2]! }, length: bare[0].length };
  return keyedPart(text) ?? bodyBehind(text);
}

/** `主办：某市人民政府办公室　电话：…`: a word, and its value up to the next such word. */
function keyedPart(text: string): Part | undefined {
  const match = keyedFact.exec(text);
  if (!match) return undefined;
  const value = match[2]!;
  const at = nextKey.exec(value)?.index ?? value.length;
  const word = match[1]!.replace(/\s/g, '');
  const fact = factOf.get(word);
  const printed = value
    .slice(0, at)
    .replace(/^(?:ISSN|CN)\s?/, '')
    .trim();
  return {
    facts: fact && fact !== 'unkept' ? { [fact]: printed } : {},
    length: text.length - value.length + at,
  };
}

/** `某市人民政府办公室主办` */
function bodyBehind(text: string): Part | undefined {
  const match = behind.exec(text);
  if (!match) return undefined;
  const [all, body = '', role = ''] = match;
  const facts: Masthead = role.endsWith('主办')
    ? { sponsor: body }
    : role === '主管'
      ? { supervisor: body }
      : {};
  return { facts, length: all.length };
}

/** The day of publication where a line prints it without its year, which the number of the issue has: `3月10日出版` */
export function publishedIn(lines: readonly TextLine[], { number = '' }: Masthead): Day | undefined {
  const year = /^\d{4}年/.exec(number)?.[0];
  const printed = lines.map(({ text }) => monthAndDay.exec(inDigits(text))?.[0]).find((words) => words);
  return year && printed ? findDays(year + printed)[0]?.day : undefined;
}
