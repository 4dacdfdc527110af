/** What a person types for a citation, taken apart into a name and addresses. */
import type { Day, Locator } from '../model.ts';
import { numeralClass } from '../text/numerals.ts';
import { parseCitationLocator } from './citation.ts';
import { findLocators } from './find-locators.ts';

/** One way of reading a citation. */
export interface Reading {
  name: string;
  locators: Locator[];
  /** `guiding@2020-12-19`: the text of that day. */
  date?: Day;
  /** 公司法（2023年修订）: the text of that year. */
  year?: number;
  /** `120-1`: read as 第一百二十条第一款, though 第一百二十条之一 is written so too. */
  dashed?: string;
}

const before = /^(?:根据|依照|按照|依据|参照|违反|适用|符合|执行)(?=.{2,})/;
const after = /(?:之|的)?(?:规定|内容|条文|原文|全文)?[\s。，,；;]*$/;
const byId = /^([A-Za-z0-9-]+)(?:@(\d{4}-\d{2}-\d{2}))?(?:#([a-z0-9_-]+))?$/;
const dashed = /^\d{1,4}-\d{1,2}$/;

/**
 * Readings of a citation, the likeliest first.
 *
 * `依照《甲办法》第六条第三项的规定` → 甲办法, 6.(3) · `网约车 6-1-3` → 网约车, 6.1.(3) · `民法典1024` → 民法典, 1024; and 民法典1024
 */
export function readCitation(query: string): Reading[] {
  const id = byId.exec(query);
  const at = id?.[3] === undefined ? undefined : parseCitationLocator(id[3]);
  if (id && (id[2] !== undefined || at))
    return [{ name: id[1]!, locators: at ? [at] : [], ...(id[2] ? { date: id[2] } : {}) }];
  const readings = [query, query.replace(before, '')].flatMap((words) => [
    ...inFull(words),
    ...loose(words),
    ...edition({ name: nameOf(words), locators: [] }),
  ]);
  return readings.filter(({ name }, i) => name !== '' || i === 0);
}

/** Addresses as laws write them, at the end of the words. */
function inFull(words: string): Reading[] {
  const close = words.lastIndexOf('》');
  const match = findLocators(words).find(
    ({ start, end }) => start > close && after.exec(words.slice(end))!.index === 0,
  );
  return match ? named(words.slice(0, match.start), match.locators) : [];
}

const spaced = /^(.*?[\s》〉）)号:：§，,])\s*([^\s》]+)$/;
const units = new RegExp(
  `^(.*?[^${numeralClass}第])(第?[${numeralClass}]+(?:编|章|节|条|款|项|-|之|[.．]).*)$`,
);
const digits = /^(.*?[^0-9])([0-9]{1,4})$/;

/** Addresses as people write them: set off by a space, a bracket or the end of the name, or a mere number. */
function loose(words: string): Reading[] {
  const text = words.replace(after, '');
  return [spaced, units, digits].flatMap((pattern) => {
    const match = pattern.exec(text);
    const locator = match ? parseCitationLocator(match[2]!) : undefined;
    if (!match || !locator) return [];
    return named(match[1]!, [locator], dashed.test(match[2]!) ? match[2]! : undefined);
  });
}

const part = /^(.{2,}?)\s*(总则|分则|附则)编?$/;

/** The words before an address: 刑法总则 is a name and the part that the address is counted in. */
function named(words: string, locators: Locator[], written?: string): Reading[] {
  const name = nameOf(words);
  const reading = { name, locators, ...(written ? { dashed: written } : {}) };
  const within = part.exec(name);
  const [first, ...rest] = locators;
  const inside =
    within && first ? [{ name: within[1]!, locators: [{ ...first, within: within[2]! }, ...rest] }] : [];
  return [...edition(reading), ...inside];
}

const year = /^(.+?)\s*[（(]((?:19|20)\d{2})年?(?:修正|修订|修改)?(?:版|文本)?[）)]$/;

/** The name as it is, then without a year in brackets: titles end so as well. */
function edition(reading: Reading): Reading[] {
  const match = year.exec(reading.name);
  return match ? [reading, { ...reading, name: match[1]!, year: Number(match[2]) }] : [reading];
}

function nameOf(words: string): string {
  return words
    .trim()
    .replace(/[\s:：§，,]+$/, '')
    .replace(/[的之]$/, '');
}
