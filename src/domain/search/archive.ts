/** The archive as the search takes it in: one way for the pages, the command line and the exports. */
import type { Work } from '../model.ts';
import { type Known, presentText } from '../status/life/present.ts';
import { searchDocuments } from './documents.ts';
import { stateSpans } from './states.ts';
import type { SearchDocument } from './types.ts';

/** What search asks of an archive. */
export interface Searchable extends Known {
  works: Iterable<Work>;
}

/** All documents of an archive in the base order, works known only by name among them. */
export function archiveDocuments(archive: Searchable): SearchDocument[] {
  const { works, events, horizon = '' } = archive;
  return searchDocuments([...works], {
    ...(horizon === '' ? {} : { horizon }),
    presentOf: (work) => presentText(archive, work),
    statesOf: (work, version) => stateSpans(work, version, events.get(work.id) ?? []),
  });
}
