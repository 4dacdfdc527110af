/** The archive as the search takes it in: one way for the pages and for the command line. */
import type { Day, LegalEvent, Work } from '../../domain/model.ts';
import { type Corpus, createCorpus } from '../../domain/search/corpus.ts';
import { searchDocuments } from '../../domain/search/documents.ts';
import { stateSpans } from '../../domain/search/states.ts';

/** What search asks of an archive; `Holdings` and a status book both have it. */
export interface Searchable {
  works: Iterable<Work>;
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  horizon?: Day;
}

/** All documents of an archive, works known only by name among them. */
export function searchCorpus({ works, events, horizon = '' }: Searchable): Corpus {
  const documents = searchDocuments([...works], {
    ...(horizon === '' ? {} : { horizon }),
    statesOf: (work, version) => stateSpans(work, version, events.get(work.id) ?? []),
  });
  return createCorpus(documents);
}
