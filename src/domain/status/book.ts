/** All that is needed to answer questions of status: works held, registered and only mentioned, their events, the horizon. */
import type { Day, LegalEvent, Work } from '../model.ts';
import type { StatusWork } from './status-work.ts';

export interface StatusBook<W extends StatusWork = Work> {
  works: readonly W[];
  /** By work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** Latest day of which the archive tells anything; how far it informs about one work is the work's own horizon. */
  horizon: Day;
}

/** The book of an archive. */
export function statusBook(archive: {
  works: readonly Work[];
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  horizon?: Day;
}): StatusBook {
  return { works: archive.works, events: archive.events, horizon: archive.horizon ?? '' };
}
