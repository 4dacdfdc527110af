/** The state of a text in a sentence for those who have read no law: that it has ended, or that nobody here knows. */
import type { Day, LifeOfText } from '../../domain/model.ts';
import { addDays } from '../../domain/text/calendar.ts';
import { dayWords, eitherDay } from '../words.ts';

/**
 * What a reader has to know before he relies on a text; empty where it is in force, or has not begun.
 * @param life of the text
 * @param at which of its stretches
 * @param horizon the last day of which the archive informs about the work; empty for none
 *
 * lapsed since 2023-01-01, counting methods one day apart → 有效期已过（2022年底）。是否续期，本站不知道。
 */
export function plainWords(life: LifeOfText, at: number, horizon: Day): string {
  const { state, basis, from } = life[at]!;
  const end = endOf(life, at);
  switch (state) {
    case 'lapsed':
      return basis === 'stated' ? '已宣布失效。' : `有效期已过${end}。是否续期，本站不知道。`;
    case 'period-over':
      return `规划期已过${end}。期满不等于废止。`;
    case 'repealed':
      return '已经废止。';
    case 'superseded':
      return '已有后来的文本代替。';
    case 'unknown':
      return from !== undefined && horizon !== '' && from > horizon
        ? `本站的资料只到${layDays(horizon)}，现在是否有效，本站不知道。`
        : '是否有效，本站不知道。';
    default:
      return '';
  }
}

/** （2022年底）: the last day of what ended with a stretch, or both where counting methods differ. */
function endOf(life: LifeOfText, at: number): string {
  const over = life.findLastIndex(({ state }, i) => i < at && state !== life[at]!.state) + 1;
  const open = life[over - 1]?.state === 'expiry-open' ? life[over - 1]!.from : undefined;
  const ended = life[over]!.from;
  if (ended === undefined) return '';
  const last = addDays(ended, -1);
  return `（${layDays(open === undefined ? last : addDays(open, -1), last)}）`;
}

/** `2022-12-30`, `2022-12-31` → 2022年底 · `2024-06-14` → 2024年6月14日. */
function layDays(first: Day, last: Day = first): string {
  if (first.slice(5) >= '12-30' && first.slice(0, 4) === last.slice(0, 4)) return `${first.slice(0, 4)}年底`;
  return first === last ? dayWords(first) : eitherDay(first, last);
}
