/** Hits that a title helps to find: a 条款项 asked for, and words that stand partly in the title. */
import { check, loaded, lookUp, type Range, type Test, type Walk, walkOf } from './check.ts';
import { articleTerm } from './grams.ts';
import { holdsAll, placeIn } from './match.ts';
import type { Needle, PlaceQuery } from './query.ts';
import type { Candidates, SearchSource } from './source.ts';
import type { StoredDocument } from './types.ts';

/** Titles looked through for a part of the words; more than that, and the word names no document. */
const mostTitles = 64;
/** Articles of the number asked for whose documents are looked through for the other words. */
const mostPlaces = 200;

/** The place asked for: in documents of that title, where the words stand in it, then where the document has them. */
export async function* placeHits(walk: Walk, place: PlaceQuery, region: Range): AsyncGenerator<number[]> {
  const { source } = walk;
  const { needles } = place;
  const terms = [articleTerm(place.article)];
  const at: Test = (document) => placeIn(document, place) !== undefined;
  const articles = await source.find({ phrases: [], terms, field: 'text' });
  if (articles.bound === 0) return;
  // The term of an article tells nothing of what is below it.
  const asked = { ...articles, exact: articles.exact && place.below === '' };
  if (needles.length === 0) {
    yield* check(walk, asked, region, at);
    return;
  }
  let named = false;
  for (const title of await titlesWith(walk, needles, region)) {
    for await (const hits of check(walk, asked, [title.first, title.end], at)) {
      named ||= hits.length > 0;
      yield hits;
    }
  }
  const both = { ...(await lookUp(source, needles, 'text', terms)), exact: false };
  yield* check(walk, both, region, (document) => at(document) && holdsAll(document.body, needles));
  // Where the words name a document, others that only mention it are not meant.
  if (named) return;
  const words = await lookUp(source, needles, 'text');
  if (words.bound === 0) return;
  let left = mostPlaces;
  for await (const batch of check(walk, asked, region, at)) {
    const hits: number[] = [];
    for await (const document of loaded(source, batch)) {
      if (left-- <= 0) break;
      if (await anyIn(walk, words, [document.first, document.end], needles)) hits.push(document.id);
      else walk.seen.delete(document.id);
    }
    if (hits.length > 0) yield hits;
    if (left <= 0) {
      for (const id of batch) if (!hits.includes(id)) walk.seen.delete(id);
      return;
    }
  }
}

/** True where a provision of the range has all the words. */
async function anyIn(
  walk: Walk,
  words: Candidates,
  range: Range,
  needles: readonly Needle[],
): Promise<boolean> {
  const apart = walkOf(walk.source, { ...walk.reading, excluded: [] }, { allowed: walk.allowed });
  for await (const hits of check(apart, words, range, ({ body }) => holdsAll(body, needles))) {
    if (hits.length > 0) return true;
  }
  return false;
}

/** Some words in the provision, the rest in the title of its document. */
export async function* mixedHits(walk: Walk, region: Range): AsyncGenerator<number[]> {
  const { needles } = walk.reading;
  const titles = new Map<number, StoredDocument>();
  for (const needle of needles) {
    for (const title of await titlesWith(walk, [needle], region)) titles.set(title.id, title);
  }
  for (const title of [...titles.values()].sort((a, b) => a.id - b.id)) {
    const missing = needles.filter((needle) => !holdsAll(title.head, [needle]));
    if (missing.length === 0 || missing.length === needles.length) continue;
    const texts = await lookUp(walk.source, missing, 'text');
    if (texts.bound === 0) continue;
    yield* check(walk, texts, [title.first, title.end], ({ body }) => holdsAll(body, missing));
  }
}

/** Whole documents whose names hold all the words; at most so many as can be meant. */
async function titlesWith(walk: Walk, needles: readonly Needle[], region: Range): Promise<StoredDocument[]> {
  const { source } = walk;
  const found = await lookUp(source, needles, 'heading');
  const titles: StoredDocument[] = [];
  const apart = walkOf(source, { ...walk.reading, excluded: [] }, {});
  const held: Test = ({ head }) => holdsAll(head, needles);
  for await (const batch of check(apart, found, titleRange(source, region), held)) {
    for await (const title of loaded(source, batch)) titles.push(title);
    if (titles.length >= mostTitles) break;
  }
  return titles.slice(0, mostTitles);
}

function titleRange({ shape }: SearchSource, [from]: Range): Range {
  return from === 0 ? [0, shape.titles] : [shape.firstPast, shape.firstPast + shape.pastTitles];
}
