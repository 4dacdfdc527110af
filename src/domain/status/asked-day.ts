/** Days as people type them. */
import type { Day } from '../model.ts';
import { isDay } from '../text/calendar.ts';
import { findDays } from '../text/dates.ts';

/**
 * A day as typed: `2021-01-01`, `2021/1/1`, `2021.1.1`, `20210101`, `2021年1月1日`, `二〇二一年一月一日`, full-width digits.
 * @returns the day; or, in Chinese, why it is none
 *
 * `2021年2月30日` → { reason: 日期“2021年2月30日”不存在 }
 */
export function readAskedDay(text: string): { day: Day } | { reason: string } {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  if (bare === '') return { reason: '没有填写日期' };
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(bare);
  if (match) {
    const [, year, month = match[4]!, date = match[5]!] = match;
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(day) ? { day } : { reason: `日期“${text.trim()}”不存在` };
  }
  const [found] = findDays(bare);
  if (found && found.start === 0 && found.end === bare.length) return { day: found.day };
  if (/^[\d〇零一二三四五六七八九十]+年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$/.test(bare)) {
    return { reason: `日期“${text.trim()}”不存在` };
  }
  return { reason: `“${text.trim().slice(0, 20)}”不是日期，请写成2021-01-01` };
}
