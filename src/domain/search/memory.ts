/** The archive in memory: every posting in FlexSearch, every text at hand. */
import type { Corpus } from './corpus.ts';
import { gramsOf, isExact } from './grams.ts';
import type { Ids } from './ids.ts';
import { commonTerm, indexable } from './indexable.ts';
import { buildPostings, type Postings } from './postings.ts';
import { type Candidates, type Lookup, none, type SearchSource, type TextSource, within } from './source.ts';
import { tabled } from './tabled.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';

/** Below this many candidates the text is read at once; above it another term is taken in first. */
const fewCandidates = 96;

/** Postings of a corpus. */
export function corpusPostings(corpus: Corpus): Postings {
  return buildPostings(corpus.documents.map(indexable));
}

/** Indexes a corpus. Takes about as long as reading its text three times. */
export function memorySource(corpus: Corpus, postings: Postings = corpusPostings(corpus)): SearchSource {
  const index = createTermIndex();
  index.put(postings.entries());
  const source: TextSource = {
    shape: corpus,
    resident: true,
    batch: 4096,
    find: async (lookup) => findIn(index, lookup, corpus.size),
    load: async (ids) => Array.from(ids, (id) => corpus.documents[id]),
    async similar(phrase, limit) {
      const rare = gramsOf(phrase).filter((term) => isBetween(index.count(term), 1, commonTerm));
      return index.most(rare, limit);
    },
    problems: () => [],
  };
  return tabled(source, async () => corpus.table);
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function findIn(index: TermIndex, { phrases, field, terms = [] }: Lookup, size: number): Candidates {
  const all = new Set([...phrases.flatMap((phrase) => gramsOf(phrase, field)), ...terms]);
  const counted = [...all].map((term) => ({ term, count: index.count(term) }));
  counted.sort((a, b) => a.count - b.count);
  const rarest = counted[0];
  if (!rarest || rarest.count === 0) return none;
  const exact = counted.length === 1 && phrases.every(isExact);
  const ids = exact ? index.all([rarest.term]) : narrowed(index, counted, terms);
  return {
    exact,
    bound: ids.length,
    read: async (from, to) => ({ ids: from === 0 && to >= size ? ids : within(ids, from, to), until: to }),
    refine: async () => false,
  };
}

/**
 * The ids of the rarest terms. FlexSearch's cost is the sum of all postings it is given, so frequent terms are left to
 * the check of the text. Terms that no text shows (article numbers) always take part.
 */
function narrowed(
  index: TermIndex,
  counted: readonly { term: string; count: number }[],
  terms: readonly string[],
): Ids {
  const rarest = counted[0]!;
  const chosen = new Set([rarest.term, ...terms]);
  if (rarest.count > fewCandidates) {
    for (const { term, count } of counted.slice(1, 3)) if (count <= 4 * rarest.count) chosen.add(term);
  }
  return index.all([...chosen]);
}
