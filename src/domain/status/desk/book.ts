/** All that is needed to answer questions of status: works held, registered and only mentioned, their events, the horizon. */
import type { Day, LegalEvent, Work } from '../../model.ts';
import type { Register } from '../../names/index.ts';
import type { StatusWork } from '../status-work.ts';

export interface StatusBook<W extends StatusWork = Work> {
  works: readonly W[];
  /** By work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** Latest day of which the archive tells anything; how far it informs about one work is the work's own horizon. */
  horizon: Day;
}

/** A book whose works are found by their names. */
export interface NamedBook<W extends StatusWork = Work> extends StatusBook<W> {
  register: Register<W>;
}

/** The book of an archive. */
export function statusBook(archive: Omit<NamedBook, 'horizon'> & { horizon?: Day }): NamedBook {
  const { works, register, events, horizon = '' } = archive;
  return { works, register, events, horizon };
}
