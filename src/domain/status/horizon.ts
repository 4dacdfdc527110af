/**
 * How far an archive informs about a work. Three things carry it on: the day that the register states, for every work;
 * the days that the issues state, for what an issue prints, amends or repeals; and the work's own last day. A text that
 * stands in no issue, in an archive whose register states no day, is known to its own last day and no further.
 */
import type { Day, LegalEvent, Work } from '../model.ts';
import { factsOf } from './facts.ts';
import { horizonOf } from './judge.ts';
import type { StatusWork } from './status-work.ts';

/**
 * Sets the horizon of every work for which something states one.
 * @param stated what the register states for the whole archive
 * @param issues the latest day that the issues state
 *
 * a law dropped in beside an issue of 2020-12-31 that does not speak of it → none
 */
export function setHorizons(
  works: readonly Work[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
  stated: Day | undefined,
  issues: Day | undefined,
): void {
  const printed = new Set<string>();
  for (const { id, versions } of works) if (versions.some(({ source }) => source.issue)) printed.add(id);
  for (const work of works) {
    const told = (events.get(work.id) ?? []).some(
      // That a text cites another tells nothing of its force.
      ({ kind, evidence }) =>
        printed.has(evidence.instrument) && (kind !== 'cited' || work.versions.length === 0),
    );
    const days = [stated, printed.has(work.id) || told ? issues : undefined];
    const latest = days
      .filter((day) => day !== undefined && day !== '')
      .sort()
      .at(-1);
    if (latest) work.horizon = latest;
  }
}

/** Last day of which the archive informs about a work; empty where it tells nothing of it. */
export function knownTo(work: StatusWork, events: readonly LegalEvent[]): Day {
  return horizonOf(factsOf(work, events), work.horizon ?? '');
}
