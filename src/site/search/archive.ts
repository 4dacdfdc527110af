/** The archive as the pages and the command line search it. */
import { archiveDocuments, type Searchable } from '../../domain/search/archive.ts';
import { type Corpus, createCorpus } from '../../domain/search/corpus.ts';

/** All documents of an archive, with their ids. */
export function searchCorpus(archive: Searchable): Corpus {
  return createCorpus(archiveDocuments(archive));
}
