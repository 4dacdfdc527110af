/**
 * How far an archive informs about a work. Three things carry it on: the day that the register states, for every work;
 * the days that the issues state, for what an issue prints, amends or repeals; and the work's own last day. A text that
 * stands in no issue, in an archive whose register states no day, is known to its own last day and no further.
 */
import type { Day, LegalEvent, Work } from '../../model.ts';
import { addDays } from '../../text/calendar.ts';
import type { StatusWork } from '../status-work.ts';
import { factsOf } from './facts.ts';
import { horizonOf } from './judge.ts';

/** The days that one issue of a gazette reflects; `from` is absent where nothing states it. */
export interface Coverage {
  id: string;
  publisher?: string;
  from?: Day;
  horizon: Day;
}

/**
 * Sets the horizon of every work for which something states one.
 * @param stated what the register states for the whole archive
 * @param unread files that could not be read: while there are any, nothing is known not to be there
 *
 * a law dropped in beside an issue of 2020-12-31 that does not speak of it → none
 */
export function setHorizons(
  works: readonly Work[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
  stated: Day | undefined,
  issues: readonly Coverage[],
  unread: readonly string[] = [],
): void {
  const reach = reachOf(issues);
  const printed = new Map(
    works.map(({ id, versions }) => [id, versions.map(({ source }) => reach.get(source.issue ?? '') ?? '')]),
  );
  for (const work of works) {
    const told = (events.get(work.id) ?? [])
      // That a text cites another tells nothing of its force.
      .filter(({ kind }) => kind !== 'cited' || work.versions.length === 0)
      .flatMap(({ evidence }) => printed.get(evidence.instrument) ?? []);
    const latest = [stated ?? '', ...printed.get(work.id)!, ...told].sort().at(-1);
    if (latest) work.horizon = latest;
    if (unread.length > 0) work.unread = unread;
  }
}

/**
 * The last day to which each issue and those that follow it without a gap inform: what December printed was looked
 * after until the end of January only where January's issue begins on 1 January. An issue that does not say on which
 * day it begins carries none before it on, and neither does one of another publisher.
 *
 * [to 2020-12-31], [2021-01-01 to 2021-01-31], [2021-06-01 to 2021-06-30] → 2021-01-31, 2021-01-31, 2021-06-30
 */
function reachOf(issues: readonly Coverage[]): ReadonlyMap<string, Day> {
  const reach = new Map<string, Day>();
  const latestFirst = issues.toSorted((a, b) => (a.horizon < b.horizon ? 1 : -1));
  for (const { id, publisher, horizon } of latestFirst) {
    const next = latestFirst
      .filter((other) => other.publisher === publisher && other.horizon > horizon)
      .filter(({ from }) => from !== undefined && horizon !== '' && from <= addDays(horizon, 1));
    const days = next.map((other) => reach.get(other.id)!);
    reach.set(id, [horizon, ...days].sort().at(-1)!);
  }
  return reach;
}

/** Last day of which the archive informs about a work; empty where it tells nothing of it. */
export function knownTo(work: StatusWork, events: readonly LegalEvent[]): Day {
  return horizonOf(factsOf(work, events), work.horizon ?? '');
}
