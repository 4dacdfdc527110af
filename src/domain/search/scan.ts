/** Search without an index: for one question, reading all texts once is quicker than indexing them. */
import type { Corpus } from './corpus.ts';
import { articleTerm, gramsOf, workTerm } from './grams.ts';
import { type Ids, mostShared } from './ids.ts';
import { commonTerm, indexable } from './indexable.ts';
import { type Candidates, type Lookup, none, type SearchSource, within } from './source.ts';
import { tabled } from './tabled.ts';

/** A source that reads every text for every lookup; the hits are those of the other sources. */
export function scanSource(corpus: Corpus): SearchSource {
  const source = {
    shape: corpus,
    resident: true,
    batch: 4096,
    find: async (lookup: Lookup) => scan(corpus, lookup),
    load: async (ids: Ids) => Array.from(ids, (id) => corpus.documents[id]),
    similar: async (phrase: string, limit: number) => similar(corpus, phrase, limit),
    problems: () => [],
  };
  return tabled(source, async () => corpus.table);
}

function scan(corpus: Corpus, { phrases, field, terms = [] }: Lookup): Candidates {
  if (phrases.length === 0 && terms.length === 0) return none;
  const found: number[] = [];
  for (const document of corpus.documents) {
    const text = field === 'heading' ? document.head : document.body;
    if (
      phrases.every((phrase) => text.includes(phrase)) &&
      (terms.length === 0 || hasTerms(document, terms))
    ) {
      found.push(document.id);
    }
  }
  const ids = Uint32Array.from(found);
  return {
    ...{ exact: true, bound: ids.length, refine: async () => false },
    read: async (from, to) => ({ ids: within(ids, from, to), until: to }),
  };
}

function hasTerms(document: Corpus['documents'][number], terms: readonly string[]): boolean {
  const { places = [], work } = indexable(document);
  return terms.every(
    (term) =>
      places.some((place) => term === articleTerm(place)) || (work !== undefined && term === workTerm(work)),
  );
}

/** Ids by the number of rarer two-character runs they share with a phrase; ties by id. */
function similar(corpus: Corpus, phrase: string, limit: number): number[] {
  const grams = gramsOf(phrase);
  const lists = grams.map((gram) =>
    corpus.documents.filter(({ body }) => body.includes(gram)).map(({ id }) => id),
  );
  return mostShared(
    lists.filter(({ length }) => length <= commonTerm),
    limit,
  );
}
