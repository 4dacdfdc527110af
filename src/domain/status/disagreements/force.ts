/** A document that one text ends, and that a later one, or what a portal prints beside it, names as in force. */
import type { Disagreement, LegalEvent, Side, Work } from '../../model.ts';
import { formatDay } from '../../text/calendar.ts';
import { printedValidity } from '../events/ends.ts';
import { affirmedAfter, isDated } from '../life/facts.ts';

/**
 * 2019年 《甲》废止; 2021年 继续执行《甲》 → one, with both sides
 */
export function forceAtOdds(work: Work, events: readonly LegalEvent[]): Disagreement[] {
  const own = events.filter(
    ({ subject, doubt, scope, version }) => subject === work.id && !doubt && !scope && !version,
  );
  const ends = own.filter(({ kind }) => kind === 'repealed').filter(isDated);
  const [repealed] = ends.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (!repealed) return [];
  const ended: Side = {
    says: `自${formatDay(repealed.date)}起${repealed.verb ?? '废止'}`,
    date: repealed.date,
    evidence: repealed.evidence,
  };
  const later = affirmedAfter(repealed.date, own);
  const kept = later && {
    says: `${formatDay(later.date)}仍${later.kind === 'amended' ? '修改' : '称继续有效'}`,
    date: later.date,
    evidence: later.evidence,
  };
  const printed = work.versions.flatMap(({ instrument }): Side[] => {
    const label = printedValidity(instrument);
    return label?.word === 'in-force'
      ? [{ says: `所附注记作“${label.text}”`, evidence: label.evidence }]
      : [];
  });
  return [...(kept ? [kept] : []), ...printed].map((side) => ({
    work: work.id,
    about: 'force',
    sides: [ended, side],
  }));
}
