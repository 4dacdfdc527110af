/** The archive as the search takes it in: one way for the pages and for the command line. */
import type { Work } from '../../domain/model.ts';
import { type Corpus, createCorpus } from '../../domain/search/corpus.ts';
import { searchDocuments } from '../../domain/search/documents.ts';
import { stateSpans } from '../../domain/search/states.ts';
import { type Known, presentText } from '../../domain/status/present.ts';

/** What search asks of an archive. */
export interface Searchable extends Known {
  works: Iterable<Work>;
}

/** All documents of an archive, works known only by name among them. */
export function searchCorpus(archive: Searchable): Corpus {
  const { works, events, horizon = '' } = archive;
  const documents = searchDocuments([...works], {
    ...(horizon === '' ? {} : { horizon }),
    presentOf: (work) => presentText(archive, work),
    statesOf: (work, version) => stateSpans(work, version, events.get(work.id) ?? []),
  });
  return createCorpus(documents);
}
