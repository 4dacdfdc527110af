/** All that is needed to answer questions of status: works held, registered and only mentioned, their events, the horizon. */
import type { Day, LegalEvent, Work } from '../model.ts';
import { eventsOf } from './resolve.ts';
import type { StatusWork } from './status-work.ts';

export interface StatusBook<W extends StatusWork = Work> {
  works: readonly W[];
  /** By work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** Day up to which the archive has looked. */
  horizon: Day;
}

/**
 * The book of an archive.
 * @param archive works, and the horizon its issues state; an archive without one knows nothing beyond its texts
 */
export function statusBook(archive: { works: readonly Work[]; horizon?: Day }): StatusBook {
  const { events, mentioned } = eventsOf(archive.works);
  return { works: [...archive.works, ...mentioned], events, horizon: archive.horizon ?? '' };
}
