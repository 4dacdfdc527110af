/** Starts on which a text's own clauses, its 题注 and the order that promulgates it do not agree. */
import type { Disagreement, Version, Work } from '../../model.ts';
import { formatDay } from '../../text/calendar.ts';
import { atOdds } from '../events/agreement.ts';
import { readInstrument } from '../events/reading.ts';
import { aroundOf, type PrintedBy } from '../events/starts.ts';

export function startsAtOdds(
  version: Version,
  works: ReadonlyMap<string, Work>,
  printed: PrintedBy,
): Disagreement[] {
  const { sides } = readInstrument(version.instrument, aroundOf(version, works, printed));
  const odd = atOdds(sides);
  if (odd.length === 0) return [];
  const told = [sides[0]!, ...odd].map(({ date, rule, evidence }) => ({
    says: `${formatDay(date!)}（${rule}）`,
    date: date!,
    evidence,
  }));
  return [{ work: version.work, version: version.date, about: 'commencement', sides: told }];
}
