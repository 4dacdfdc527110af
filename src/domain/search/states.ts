/** The state of a text from day to day, as filters need it: the answers of the status stage, laid out in spans. */
import type { Day, LegalEvent, Version, Work } from '../model.ts';
import { statusOn } from '../status/status-on.ts';
import { addDays, isDay } from '../text/dates.ts';
import type { StateSpan } from './types.ts';

/** Before every day of the calendar that is asked for. */
const beginning = '1000-01-01';

/**
 * Spans of a version, or of a work that is known only by name.
 * A state changes on the day of an event or the day after, or after the horizon: nowhere else.
 */
export function stateSpans(
  work: Work,
  version: Version | undefined,
  events: readonly LegalEvent[],
  horizon: Day,
): StateSpan[] {
  const days = new Set<Day>([beginning]);
  const dates = [...events.flatMap(({ date, latest }) => [date, latest]), version?.date, horizon];
  for (const day of dates) {
    if (day === undefined || !isDay(day)) continue;
    days.add(day);
    days.add(addDays(day, 1));
  }
  const spans: StateSpan[] = [];
  for (const from of [...days].sort()) {
    const { state } = statusOn(work, events, from, horizon, version?.date);
    if (spans.at(-1)?.state !== state) spans.push({ from, state });
  }
  return spans.length === 1 && spans[0]!.state === 'unknown' ? [] : spans;
}
