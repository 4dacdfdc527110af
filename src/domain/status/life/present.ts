/** The text that the address of a work gives: that of the last day of which the archive informs about the work. */
import type { Day, LegalEvent, LifeOfText, Version, Work } from '../../model.ts';
import { knownTo } from './horizon.ts';
import { textOn } from './life.ts';

/** What has to be known of an archive to tell the present text of a work. */
export interface Known {
  lives: ReadonlyMap<string, LifeOfText>;
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  horizon?: Day;
}

/** The day for which the page of a work speaks; empty where the archive tells no day at all. */
export function dayOfWork({ events, horizon = '' }: Known, work: Work): Day {
  return knownTo(work, events.get(work.id) ?? []) || horizon;
}

/**
 * The text of a work on that day; where its life names none that is held, the last of that day or before, else the
 * first. Undefined for a work that is known only by name.
 *
 * a text of 2020 in force, and one of 2025 that starts in 2031, horizon 2026 → the text of 2020
 */
export function presentText(known: Known, work: Work): Version | undefined {
  const day = dayOfWork(known, work);
  const { version } = textOn(known.lives.get(work.id)!, day);
  return (
    work.versions.find(({ date }) => date === version) ??
    work.versions.findLast(({ date }) => date <= day) ??
    work.versions[0]
  );
}
