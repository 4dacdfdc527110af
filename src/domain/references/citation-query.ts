/** What a person types for a citation, taken apart into a name, the text meant and addresses. */
import type { Day, Locator } from '../model.ts';
import { titleKey, unmarked } from '../names/index.ts';
import { numeralClass } from '../text/numerals.ts';
import { type Qualifier, readQualifier } from './citation-qualifier.ts';
import { findLocators } from './find-locators.ts';
import { parseCitationLocator } from './loose-locator.ts';

/** One way of reading a citation. */
export interface Reading {
  name: string;
  /** The words after the name, as typed; empty where the whole text is meant. */
  place: string;
  locators: Locator[];
  /** 甲办法（令第3号，2020年12月19日文本）: what stands in brackets after the name. */
  qualifier?: Qualifier;
  /** `guiding@2020-12-19`: the text of that day. */
  date?: Day;
  /** 原《甲办法》: a text before today's. */
  former?: boolean;
  /** `120-1`: read as 第一百二十条第一款, though 第一百二十条之一 is written so too. */
  dashed?: string;
  /** 前段, 但书: a part of the place that has no address of its own. */
  within?: string;
}

const before = /^(?:根据|依照|按照|依据|参照|违反|适用|符合|执行)(?=.{2,})/;
const former = /^原(?:来的?)?(?=.{2,})/;
const after = /(?:之|的)?(?:规定|内容|条文|原文|全文)?[\s。，,；;]*$/;
const within = /(第?[一二三四五六七八九十\d]+句|[前中后]段|[前后]半[段句]|但书|首句|末句)$/;
const byId = /^([A-Za-z0-9-]+)(?:@(\d{4}-\d{2}-\d{2}))?(?:#([A-Za-z0-9_-]+))?$/;
const dashed = /^\d{1,4}-\d{1,2}$/;

/**
 * Readings of a citation, the likeliest first.
 *
 * `依照《甲办法》第六条第三项的规定` → 甲办法, 6.(3) · `网约车 6-1-3` → 网约车, 6.1.(3) · `民法典1024` → 民法典, 1024; and
 * 民法典1024 · `《甲办法》（2018年文本）一、（三）2` → 甲办法, text of 2018, the place of that name
 */
export function readCitation(query: string): Reading[] {
  const id = byId.exec(query);
  if (id && (id[2] !== undefined || id[3] !== undefined)) {
    const locator = parseCitationLocator(id[3] ?? '');
    const locators = locator ? [locator] : [];
    return [{ name: id[1]!, place: id[3] ?? '', locators, ...(id[2] ? { date: id[2] } : {}) }];
  }
  const spared = query.replace(before, '');
  const forms = [query, spared, spared.replace(former, '')];
  const readings = forms.flatMap((words, i) => {
    if (forms.indexOf(words) < i) return [];
    const list = [
      ...inFull(words),
      ...loose(words),
      ...named(words, '', []),
      ...cut(words),
      ...byHeading(words),
    ];
    return i < 2 ? list : list.map((reading) => ({ ...reading, former: true }));
  });
  return readings.filter(({ name }, i) => name !== '' || i === 0);
}

/** Addresses as laws write them, at the end of the words. */
function inFull(words: string): Reading[] {
  const [, told, behind = ''] = behindPlace.exec(words) ?? [];
  const tail = within.exec((told ?? words).replace(after, ''))?.[1];
  const text = tail === undefined ? words : words.slice(0, words.lastIndexOf(tail));
  const close = text.lastIndexOf('》');
  const match = findLocators(text).find(({ start, end }) => {
    const rest = text.slice(end);
    return start > close && (after.exec(rest)!.index === 0 || (behind !== '' && rest === behind));
  });
  if (!match) return [];
  const list = named(`${text.slice(0, match.start)}${behind}`, match.text, match.locators);
  return tail === undefined ? list : list.map((reading) => ({ ...reading, within: tail }));
}

/** 甲办法第三条（2018年修正）: the text meant told behind the place. */
const behindPlace = /^(.*[编章节条款项目])([（(][^（）()]*[）)])$/;
const spaced = /^(.*?[\s》〉）)号:：§，,])\s*([^\s》]+)$/;
const units = new RegExp(
  `^(.*?[^${numeralClass}第])(第?[${numeralClass}]+(?:编|章|节|条|款|项|-|之|[.．]).*)$`,
);
const digits = /^(.*?[^0-9])([0-9]{1,4})$/;

/** Addresses as people write them: set off by a space, a bracket or the end of the name, or a mere number. */
function loose(words: string): Reading[] {
  const text = joined(words.replace(after, ''));
  return [spaced, units, digits].flatMap((pattern) => {
    const match = pattern.exec(text);
    const locator = match ? parseCitationLocator(match[2]!) : undefined;
    if (!match || !locator) return [];
    const list = named(match[1]!, match[2]!, [locator]);
    return dashed.test(match[2]!) ? list.map((reading) => ({ ...reading, dashed: match[2]! })) : list;
  });
}

const layout = new RegExp(
  `(?<=[${numeralClass}])[\\s\\u3000]+(?=[编章节条款项目之])|(?<=[第编章节条款项目之])[\\s\\u3000]+(?=[${numeralClass}第（(])`,
  'g',
);

/** 2 条 2 款 → 2条2款: spaces around the numbers of an address are layout. */
function joined(text: string): string {
  return text.replace(layout, '');
}

/** After the title marks or a bracket, and from 一、 on, anything may be the name of a place: 《甲规划》（2020年文本）一、（三）2. */
function cut(words: string): Reading[] {
  const ends = Array.from(
    words.matchAll(/[》）)](?=[^》）)])|.(?=[一二三四五六七八九十]{1,3}、)/g),
    (match) => match.index + 1,
  );
  return ends
    .slice(0, 8)
    .flatMap((end) => named(words.slice(0, end), words.slice(end).trim().replace(after, ''), []));
}

const part = /^(.{2,}?)\s*(总则|分则|附则)编?$/;
/** 民法典合同编, 甲规定总则, 民法典物权编第二章: a part or chapter called by its heading. */
const headed =
  /^(.{1,38}?(?:法典|法|条例|规定|办法|细则|规则|章程)》?)\s*((?:第.{1,6}编)?(?:总则|分则|附则|\p{Script=Han}{1,12}编))(第.{1,40})?$/u;

/** Places that are called by a heading. */
function byHeading(words: string): Reading[] {
  const [, name, heading, rest = ''] = headed.exec(words.replace(after, '')) ?? [];
  if (name === undefined || heading === undefined) return [];
  const locator = rest === '' ? undefined : parseCitationLocator(rest);
  if (rest !== '' && !locator) return [];
  const locators = locator ? [{ ...locator, within: heading }] : [];
  return named(name, `${heading}${rest}`, locators);
}

/** The words before an address: 刑法总则 is a name and the part that the address is counted in. */
function named(words: string, place: string, locators: Locator[]): Reading[] {
  const name = nameOf(words);
  const inside = part.exec(name);
  const [first, ...rest] = locators;
  const list = editions({ name, place, locators });
  if (!inside || !first) return list;
  return [...list, { name: inside[1]!, place, locators: [{ ...first, within: inside[2]! }, ...rest] }];
}

/** A bracket at the end of a name, inside its title marks or behind them. */
const bracket = /^(.+?)\s*[（(]((?:[^（）()]|[（(][^（）()]*[）)]){1,200})[）)](》?)$/;

/** The name as it is, then with the brackets at its end read, one after the other: titles end so as well. */
function editions(reading: Reading): Reading[] {
  const list = [reading];
  let told = '';
  let { name } = reading;
  for (let match = bracket.exec(reading.name); match && list.length < 5; match = bracket.exec(name)) {
    told = told === '' ? match[2]! : `${match[2]}，${told}`;
    name = `${match[1]}${match[3]}`;
    list.push({ ...reading, name, qualifier: readQualifier(told) });
  }
  // 甲法（2019年修正）: its key is that of 甲法, and the text told would be lost.
  const keys = list.map((one) => titleKey(unmarked(one.name)));
  return list.filter((_one, i) => keys[i] !== keys[i + 1]);
}

function nameOf(words: string): string {
  return words
    .trim()
    .replace(/[\s:：§，,]+$/, '')
    .replace(/[的之]$/, '');
}
