/** The state of a text from day to day, as filters need it: the answers of the status stage, laid out in spans. */
import type { LegalEvent, Version, Work } from '../model.ts';
import { lifeOf } from '../status/life.ts';
import type { StateSpan } from './types.ts';

/** Spans of a version, or of a work that is known only by name; empty where nothing is ever known. */
export function stateSpans(
  work: Work,
  version: Version | undefined,
  events: readonly LegalEvent[],
): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const { from = '0001-01-01', state } of lifeOf(work, events, work.horizon ?? '', version?.date)) {
    if (spans.at(-1)?.state !== state) spans.push({ from, state });
  }
  return spans.length === 1 && spans[0]!.state === 'unknown' ? [] : spans;
}
