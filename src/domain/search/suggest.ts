/** What to try where nothing was found: the words one by one, and provisions that come near. Never mixed with hits. */
import { placeBound } from './places.ts';
import type { Reading } from './query.ts';
import { hitIds, textCandidates } from './rank.ts';
import type { TextSource } from './source.ts';
import type { StoredDocument } from './types.ts';

export interface Suggestion {
  /** A query that finds something, or would without filters. */
  query: string;
  /** Number of its hits. */
  total: number;
  /** False where `total` is only the most there can be. */
  exact: boolean;
  /** Why it is offered, in Chinese. */
  reason: string;
}

const mostSimilar = 5;
/** A provision is near where it has this share of a phrase's two-character runs. */
const nearShare = 0.5;

/**
 * Queries that find something.
 * @param most candidates that may be read to count the hits of one of them; beyond it the count is an upper bound
 */
export async function suggestions(
  source: TextSource,
  reading: Reading,
  query: string,
  filtered: boolean,
  most: number,
): Promise<Suggestion[]> {
  if (filtered) {
    const count = await countOf(source, reading, most);
    return count.total > 0 ? [{ query, ...count, reason: '去掉筛选条件' }] : [];
  }
  const { needles, excluded } = reading;
  if (needles.length < 2 && excluded.length === 0) return [];
  const list: Suggestion[] = [];
  for (const needle of needles) {
    const count = await countOf(source, { needles: [needle], excluded: [] }, most);
    if (count.total > 0) list.push({ query: needle.typed, ...count, reason: '只查这个词' });
  }
  return list;
}

async function countOf(
  source: TextSource,
  reading: Reading,
  most: number,
): Promise<Pick<Suggestion, 'total' | 'exact'>> {
  const texts = await textCandidates(source, reading);
  const { place, excluded } = reading;
  if (texts.exact && !place && excluded.length === 0) return { total: texts.bound, exact: true };
  const bound = texts.bound + (place ? await placeBound(source, place) : 0);
  if (!source.resident && bound > most) return { total: bound, exact: false };
  return { total: (await hitIds(source, reading, texts)).length, exact: true };
}

/** Provisions with most of the phrase: half a word, a character mistyped. */
export async function similarHits(source: TextSource, reading: Reading): Promise<StoredDocument[]> {
  const phrases = reading.needles.map(({ forms }) => forms[0]!).filter((form) => form.length > 2);
  const longest = phrases.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return [];
  const ids = await source.similar(longest, 4 * mostSimilar);
  const documents = await source.load(ids);
  const near = documents
    // A replaced text comes near for the same words as the one that replaced it.
    .flatMap((document) =>
      document && document.version.standing < 2
        ? [{ document, share: sharedRuns(document.body, longest) }]
        : [],
    )
    .filter(({ share }) => share >= nearShare);
  near.sort((a, b) => b.share - a.share || a.document.id - b.document.id);
  return near.slice(0, mostSimilar).map(({ document }) => document);
}

/** Share of a phrase's two-character runs that a text has. */
export function sharedRuns(text: string, phrase: string): number {
  let shared = 0;
  for (let i = 0; i + 1 < phrase.length; i++) if (text.includes(phrase.slice(i, i + 2))) shared++;
  return shared / (phrase.length - 1);
}
