/** The state of a text from day to day, as filters need it: the answers of the status stage, laid out in spans. */
import type { LegalEvent, State, Version, Work } from '../model.ts';
import { lifeOf, textOn } from '../status/life/life.ts';
import type { StateSpan } from './types.ts';

/** Ends of a text that leave open whether another has taken its place. */
const ends: ReadonlySet<State> = new Set(['repealed', 'lapsed']);

/**
 * Spans of a version, or of a work that is known only by name; empty where nothing is ever known. A text that ended when
 * its work was issued anew is replaced: it is no text of its work any more; one of which it is not known from when it
 * applies, or that never came to apply, is no text of any day.
 */
export function stateSpans(
  work: Work,
  version: Version | undefined,
  events: readonly LegalEvent[],
): StateSpan[] {
  const spans: StateSpan[] = [];
  const whole = work.versions.length > 1 ? lifeOf(work, events, work.horizon ?? '') : [];
  const named = whole.length === 0 || whole.some((stretch) => stretch.version === version?.date);
  if (!named) return [{ from: version?.date || '0001-01-01', state: 'published' }];
  for (const { from = '0001-01-01', state: told } of lifeOf(
    work,
    events,
    work.horizon ?? '',
    version?.date,
  )) {
    const text = ends.has(told) && whole.length > 0 ? textOn(whole, from).version : version?.date;
    const state = text === version?.date ? told : 'superseded';
    if (spans.at(-1)?.state !== state) spans.push({ from, state });
  }
  return spans.length === 1 && spans[0]!.state === 'unknown' ? [] : spans;
}
