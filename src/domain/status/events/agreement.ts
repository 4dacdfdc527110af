/** One fact that several places print: what they agree on, and what stays open where they do not. */

import type { Evidence } from '../../model.ts';
import { formatDay } from '../../text/calendar.ts';
import type { ResolvedDay } from '../sentences/commencement.ts';

/** One place with the day that it gives. */
export type Side = ResolvedDay & { evidence: Evidence };

/** True where two sides can both be right: one day, or ranges that meet. */
export function agree(one: Side, other: Side): boolean {
  if (one.date === undefined || other.date === undefined) return true;
  return one.date <= (other.latest ?? other.date) && other.date <= (one.latest ?? one.date);
}

/** The sides that are at odds with the first; none where all agree. */
export function atOdds([first, ...others]: readonly Side[]): Side[] {
  return first ? others.filter((other) => !agree(first, other)) : [];
}

/**
 * The day that all sides tell; where they differ, from the first of the days on open until the last, and neither is
 * asserted.
 *
 * 题注 2007年6月15日施行, 条文 自公布之日 (2007年6月11日) → 2007-06-11, latest 2007-06-15
 */
export function agreed(sides: readonly [Side, ...Side[]]): Side {
  const [first] = sides;
  const odd = atOdds(sides);
  if (odd.length === 0) return first;
  const days = [first, ...odd].flatMap(({ date, latest }) => [date!, latest ?? date!]).toSorted();
  const [date, latest] = [days[0]!, days.at(-1)!];
  const told = [first, ...odd].map(({ date: day, rule }) => `${formatDay(day!)}（${rule}）`);
  return { date, latest, rule: `两处所载施行日期不一：${told.join('、')}`, evidence: first.evidence };
}
