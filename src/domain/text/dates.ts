/**
 * Days as gazettes print them. No clock: every date comes from a text or an argument.
 *
 * `2020年12月15日` → `2020-12-15` · `二〇二〇年十二月十五日` → `2020-12-15` · `一九八六年元月一日` → `1986-01-01` · `2020 年 12 月 15 日` → `2020-12-15`
 */
import type { Day } from '../model.ts';
import { isDay } from './calendar.ts';
import { numeralClass, parseNumeral } from './numerals.ts';

/** Letters and signs that typists put for 〇 in a year. */
const zeros = 'OoＯΟО◯0';
const dayPattern = `([${numeralClass}${zeros}]{2,4})\\s*年\\s*([${numeralClass}]{1,3}|元)\\s*月\\s*([${numeralClass}]{1,3})\\s*日`;

const typedZero = new RegExp(`[${zeros.slice(0, -1)}]`, 'g');

/** A day found in a text, with its half-open range there. */
export interface FoundDay {
  day: Day;
  start: number;
  end: number;
}

function* printedDays(text: string): Generator<FoundDay & { real: boolean }> {
  if (!text.includes('年')) return;
  for (const match of text.matchAll(new RegExp(dayPattern, 'g'))) {
    const [year, month, date] = match
      .slice(1)
      .map((part, i) => (part === '元' ? 1 : parseNumeral(i === 0 ? part.replace(typedZero, '〇') : part)));
    if (year === undefined || month === undefined || date === undefined || year < 1000) continue;
    const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    yield { day, start: match.index, end: match.index + match[0].length, real: isDay(day) };
  }
}

/** All days printed in a text, in order. Impossible ones (2月30日) are left out. */
export function findDays(text: string): FoundDay[] {
  return Array.from(printedDays(text)).flatMap(({ real, ...found }) => (real ? [found] : []));
}

/** Where a text prints days that no calendar has: `2021年2月29日`. */
export function impossibleDays(text: string): { start: number; end: number }[] {
  return Array.from(printedDays(text)).flatMap(({ real, start, end }) => (real ? [] : [{ start, end }]));
}

/** The day that a text is, all of it (spaces aside), or undefined. */
export function parseDay(text: string): Day | undefined {
  const trimmed = text.trim();
  const [first] = findDays(trimmed);
  return first && first.start === 0 && first.end === trimmed.length ? first.day : undefined;
}
