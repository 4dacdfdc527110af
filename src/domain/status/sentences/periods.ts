/**
 * Lengths of time and the day they end on.
 *
 * Where a text does not say whether the first day counts, two methods give two last days; both are kept:
 * 有效期2年 from 2020-12-31 → 2022-12-30 (first day counted) or 2022-12-31 (the first day not counted).
 */
import type { Day } from '../../model.ts';
import { addDays, addMonths, formatDay } from '../../text/calendar.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { countingGround } from './counting-law.ts';

export type PeriodUnit = 'day' | 'workday' | 'week' | 'month' | 'year' | 'hour';

/** A length of time. 一年半 is 18 months, 半年 is 6 months. */
export interface Period {
  count: number;
  unit: PeriodUnit;
  /** As printed: `2年`. */
  text: string;
}

/** Last days of a period by either method; equal where the methods agree. */
export interface PeriodEnd {
  /** The first day counts: ends on the day before the corresponding day. */
  lastCounted: Day;
  /** The first day does not count: ends on the corresponding day. */
  lastExcluded: Day;
  /** The rule, in Chinese. */
  rule: string;
}

const units: Readonly<Record<string, PeriodUnit>> = {
  日: 'day',
  天: 'day',
  个工作日: 'workday',
  工作日: 'workday',
  个星期: 'week',
  星期: 'week',
  周: 'week',
  个月: 'month',
  月: 'month',
  个年度: 'year',
  周年: 'year',
  年: 'year',
  个小时: 'hour',
  小时: 'hour',
};
const unitNames: Readonly<Record<PeriodUnit, string>> = {
  day: '日',
  workday: '个工作日',
  week: '周',
  month: '个月',
  year: '年',
  hour: '小时',
};

const unitPattern = '个?工作日|个?星期|周年|周|个?小时|个月|个年度|年半?|日|天';

/** Source of a regular expression without groups that matches a period: `2年`, `三十日`, `6个月`, `半年`. */
export const periodPattern = `(?:[${numeralClass}]+(?:${unitPattern})|半年)`;

const form = new RegExp(`^(?:([${numeralClass}]+)(${unitPattern})|(半年))$`);

/**
 * The period that a text is.
 * @param text a period and nothing else, spaces aside
 * @returns undefined where the text is none
 *
 * `2年` → { 2, year } · `三十个工作日` → { 30, workday } · `一年半` → { 18, month }
 */
export function parsePeriod(text: string): Period | undefined {
  const bare = text.replace(/\s/g, '');
  const match = form.exec(bare);
  if (!match) return undefined;
  if (match[3]) return { count: 6, unit: 'month', text: bare };
  const count = parseNumeral(match[1]!);
  if (count === undefined || count > 10000) return undefined;
  if (match[2] === '年半') return { count: count * 12 + 6, unit: 'month', text: bare };
  return { count, unit: units[match[2]!]!, text: bare };
}

/** `2年`, `30个工作日` in Arabic digits. */
export function formatPeriod(period: Period): string {
  return `${period.count}${unitNames[period.unit]}`;
}

/**
 * Last day of a period that runs from a day, by both methods.
 * @param start the day of the event from which the period runs
 * @returns undefined for working days and hours, which need a calendar of holidays or a clock
 *
 * 2020-12-31 + 2年 → 2022-12-30 / 2022-12-31 · 2019-03-01 + 180日 → 2019-08-27 / 2019-08-28
 */
export function periodEnd(start: Day, period: Period): PeriodEnd | undefined {
  const lastExcluded = corresponding(start, period);
  if (lastExcluded === undefined) return undefined;
  const byMonth = period.unit === 'month' || period.unit === 'year';
  const clamped = byMonth && lastExcluded.slice(8) !== start.slice(8);
  const lastCounted = clamped ? lastExcluded : addDays(lastExcluded, -1);
  const ground = clamped
    ? countingGround(start, ['corresponding-day'])
    : countingGround(start, byMonth ? ['first-day', 'corresponding-day'] : ['first-day']);
  const rule =
    lastCounted === lastExcluded
      ? `自${formatDay(start)}起算${period.text}，末月无对应日，以月末${formatDay(lastExcluded)}为末日${ground}`
      : `自${formatDay(start)}起算${period.text}：始日计入的，末日为${formatDay(lastCounted)}；始日不计入的${ground}，末日为${formatDay(lastExcluded)}`;
  return { lastCounted, lastExcluded, rule };
}

function corresponding(start: Day, { count, unit }: Period): Day | undefined {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, count * 7);
  if (unit === 'month') return addMonths(start, count);
  if (unit === 'year') return addMonths(start, count * 12);
  return undefined;
}
