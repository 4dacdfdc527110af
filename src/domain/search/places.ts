/** Hits that a title helps to find: a 条款项 asked for, and words that stand partly in the title. */

import { titleNoun } from '../names/index.ts';
import { normalise } from './analysis.ts';
import { check, loaded, lookUp, type Range, type Test, type Walk, walkOf } from './check.ts';
import { articleTerm } from './grams.ts';
import { holdsAll, placeIn } from './match.ts';
import { portion } from './portion.ts';
import type { Needle, PlaceQuery, Reading } from './query.ts';
import type { TextSource } from './source.ts';
import { placeForms } from './spellings.ts';
import type { StoredDocument } from './types.ts';

/** Titles looked through for a part of the words; more than that, and the word names no document. */
const mostTitles = 64;
/** Documents that have the other words somewhere, in which the place is looked for. */
const mostPlaces = 64;

/** No more than so many hits are found by a place. */
export async function placeBound(source: TextSource, { article, below }: PlaceQuery): Promise<number> {
  return (await source.find({ phrases: [], terms: [articleTerm(article + below)], field: 'text' })).bound;
}

/** The place asked for: in documents of that title, where the words stand in it, then where the document has them. */
export async function* placeHits(walk: Walk, place: PlaceQuery, region: Range): AsyncGenerator<number[]> {
  const { source } = walk;
  const { needles } = place;
  const terms = [articleTerm(place.article + place.below)];
  const at: Test = (document) => placeIn(document, place) !== undefined;
  const articles = await source.find({ phrases: [], terms, field: 'text' });
  if (articles.bound === 0) return;
  // 第六条第三项 may be in several 款 of one article: then it names none of them.
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
  for (const { first, end, head } of await titlesWithSome(walk, needles, region)) {
    const missing = needles.filter((needle) => !holdsAll(head, [needle]));
    if (!(await anyIn(walk, missing, [first, end]))) continue;
    for await (const hits of check(walk, asked, [first, end], at)) {
      named ||= hits.length > 0;
      yield hits;
    }
  }
  if (named) return;
  const words = await lookUp(source, needles, 'text');
  if (words.bound === 0) return;
  // One hit of the words tells that a document has them: the next is looked for in another.
  const apart = walkOf(source, { ...walk.reading, excluded: [] }, portion(mostPlaces, 1));
  for await (const batch of check(apart, words, region, ({ body }) => holdsAll(body, needles))) {
    for await (const document of loaded(source, batch)) {
      if (apart.portion.left <= 0) return;
      if (document.type === 'title' || !apart.portion.take(document)) continue;
      yield* check(walk, asked, [document.first, document.end], at);
    }
  }
}

/**
 * 刑法第二百六十四条, where no text of 刑法 is held: article 264 of another law is no answer. The words themselves are
 * looked for, with and without title marks, and that the document is missing is said. Nothing where it is held.
 */
export async function withoutDocument(
  source: TextSource,
  readings: readonly Reading[],
): Promise<{ reading: Reading; reason: string } | undefined> {
  const reading = readings.find(({ place }) => place !== undefined && titleNoun(place.name) !== undefined);
  const place = reading?.place;
  if (!reading || !place || reading.needles.length !== 1) return undefined;
  const walk = walkOf(source, { needles: [], excluded: [] });
  const { size, firstPast } = source.shape;
  const titles = [
    ...(await titlesWith(walk, place.needles, [0, firstPast])),
    ...(firstPast < size ? await titlesWith(walk, place.needles, [firstPast, size]) : []),
  ];
  if (titles.some(({ version }) => version.date !== '')) return undefined;
  const known = titles.length > 0 ? '只知其名，没有收录原文' : '没有收录';
  const typed = reading.needles[0]!.typed;
  const behind = normalise(typed).slice(place.name.length).replace(/^》/, '');
  const forms = placeForms(behind).flatMap((form) => [`${place.name}${form}`, `${place.name}》${form}`]);
  const reason = `本库${known}《${place.name}》，所列只是写有这些字的条文`;
  return { reading: { needles: [{ typed, forms }], excluded: reading.excluded }, reason };
}

/** True where a provision of the range has all the words. */
export async function anyIn(
  { source, reading }: Walk,
  needles: readonly Needle[],
  range: Range,
): Promise<boolean> {
  const apart = walkOf(source, { ...reading, excluded: [] }, portion(1, 0));
  const words = await lookUp(source, needles, 'text');
  for await (const hits of check(apart, words, range, ({ body }) => holdsAll(body, needles))) {
    if (hits.length > 0) return true;
  }
  return false;
}

/** Some words in the provision, the rest in the title of its document. */
export async function* mixedHits(walk: Walk, region: Range): AsyncGenerator<number[]> {
  const { needles } = walk.reading;
  for (const { first, end, head } of await titlesWithSome(walk, needles, region)) {
    const missing = needles.filter((needle) => !holdsAll(head, [needle]));
    const texts = await lookUp(walk.source, missing, 'text');
    if (texts.bound === 0) continue;
    yield* check(walk, texts, [first, end], ({ body }) => holdsAll(body, missing));
  }
}

/** Whole documents whose names hold some of the words, but not all. */
async function titlesWithSome(
  walk: Walk,
  needles: readonly Needle[],
  region: Range,
): Promise<StoredDocument[]> {
  const titles = new Map<number, StoredDocument>();
  const inText = await Promise.all(needles.map((needle) => lookUp(walk.source, [needle], 'text')));
  for (const [i, needle] of needles.entries()) {
    // What stands in a title leaves at least one other word to the text.
    if (!inText.some(({ bound }, j) => j !== i && bound > 0)) continue;
    for (const title of await titlesWith(walk, [needle], region)) titles.set(title.id, title);
  }
  return [...titles.values()].filter(({ head }) => !holdsAll(head, needles)).sort((a, b) => a.id - b.id);
}

/** Whole documents whose names hold all the words; at most so many as can be meant. */
async function titlesWith(walk: Walk, needles: readonly Needle[], region: Range): Promise<StoredDocument[]> {
  const { source } = walk;
  const found = await lookUp(source, needles, 'heading');
  const titles: StoredDocument[] = [];
  const apart = walkOf(source, { ...walk.reading, excluded: [] });
  const held: Test = ({ head }) => holdsAll(head, needles);
  for await (const batch of check(apart, found, titleRange(source, region), held)) {
    for await (const title of loaded(source, batch)) titles.push(title);
    if (titles.length >= mostTitles) break;
  }
  return titles.slice(0, mostTitles);
}

function titleRange({ shape }: TextSource, [from]: Range): Range {
  return from === 0 ? [0, shape.titles] : [shape.firstPast, shape.firstPast + shape.pastTitles];
}
