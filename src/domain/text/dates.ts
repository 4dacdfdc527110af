/**
 * Days as gazettes print them. No clock: every date comes from a text or an argument.
 *
 * `2020年12月15日` → `2020-12-15` · `二〇二〇年十二月十五日` → `2020-12-15` · `2020 年 12 月 15 日` → `2020-12-15`
 */
import type { Day } from '../model.ts';
import { numeralClass, parseNumeral } from './numerals.ts';

/** Letters and signs that typists put for 〇 in a year. */
const zeros = 'OoＯΟО◯0';
const dayPattern = `([${numeralClass}${zeros}]{2,4})\\s*年\\s*([${numeralClass}]{1,3})\\s*月\\s*([${numeralClass}]{1,3})\\s*日`;

const typedZero = new RegExp(`[${zeros.slice(0, -1)}]`, 'g');

/** A day found in a text, with its half-open range there. */
export interface FoundDay {
  day: Day;
  start: number;
  end: number;
}

/** True where the calendar has the day. */
export function isDay(day: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return false;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function* printedDays(text: string): Generator<FoundDay & { real: boolean }> {
  if (!text.includes('年')) return;
  for (const match of text.matchAll(new RegExp(dayPattern, 'g'))) {
    const [year, month, date] = match
      .slice(1)
      .map((part, i) => parseNumeral(i === 0 ? part.replace(typedZero, '〇') : part));
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

/** `2018-12-31` → `2018年12月31日`; what is no day stays as it is. */
export function formatDay(day: Day): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day;
}

/** Day arithmetic on the calendar. A month or year that lacks the day gives its last day (民法典 §202). */
export function addDays(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 + count;
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const newDate = Math.min(date, daysInMonth(newYear, newMonth));
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(newDate).padStart(2, '0')}`;
}

export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}
