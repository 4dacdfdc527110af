/**
 * Hits in the order a lawyer would want them, found step by step: nothing is read before it is needed.
 *
 * For texts of today, then for replaced ones: the place asked for · titles, numbers and headings that hold everything ·
 * the words side by side as typed · provisions of documents whose title holds everything · all other provisions, words
 * close together first. Where no provision holds all the words, the reading may be
 * taken across: some words in the provision, the rest in the title of its document.
 * Within a step the base order decides. The order depends on the texts alone, not on where they are read from.
 */
import { articleTerm } from './grams.ts';
import { holdsAll, holdsAny, looseness, placeIn } from './match.ts';
import type { Needle, PlaceQuery, Reading } from './query.ts';
import { type Candidates, either, type Lookup, type SearchSource } from './source.ts';
import type { Field, StoredDocument } from './types.ts';

/** Number of hits that are sorted by closeness at a time. */
const closenessWindow = 10;
/** Titles looked through for a part of the words; more than that, and the word names no document. */
const mostTitles = 64;
/** Articles of the number asked for whose documents are looked through for the other words. */
const mostPlaces = 200;
/** Most combinations of spellings looked up at a time. */
const mostCombinations = 12;
/** Candidates up to this number are all checked for a total; beyond it the total is an upper bound. */
export const mostChecked = 400;

export interface RankOptions {
  /** False for documents that the filters leave out. */
  allowed?: (id: number) => boolean;
}

interface Walk {
  source: SearchSource;
  reading: Reading;
  seen: Set<number>;
  allowed: (id: number) => boolean;
}

type Range = readonly [from: number, to: number];
type Test = (document: StoredDocument) => boolean;

/** All hits of a reading, in batches, best first; no id twice. */
export async function* rankedHits(
  source: SearchSource,
  reading: Reading,
  options: RankOptions = {},
): AsyncGenerator<number[]> {
  const walk: Walk = { source, reading, seen: new Set(), allowed: options.allowed ?? (() => true) };
  const { size, firstPast } = source.shape;
  for (const region of [
    [0, firstPast],
    [firstPast, size],
  ] as const) {
    if (region[0] < region[1]) yield* regionHits(walk, region);
  }
}

/** Candidates of a reading's text: every hit that is not found by its title or place is among them. */
export function textCandidates(source: SearchSource, { needles }: Reading): Promise<Candidates> {
  return lookUp(source, needles, 'text');
}

async function* regionHits(walk: Walk, region: Range): AsyncGenerator<number[]> {
  const { source, reading } = walk;
  const { needles, place } = reading;
  if (reading.across) {
    yield* mixedHits(walk, region);
    return;
  }
  if (place) yield* placeHits(walk, place, region);

  const titles: number[] = [];
  const headings = await lookUp(source, needles, 'heading');
  for await (const batch of check(walk, headings, region, ({ head }) => holdsAll(head, needles))) {
    for (const id of batch) if (isTitle(source, id)) titles.push(id);
    yield batch;
  }

  if (needles.length > 1) {
    const phrase = needles.map(({ forms }) => forms[0]!).join('');
    const adjoining = await source.find({ phrases: [phrase], field: 'text' });
    yield* check(walk, adjoining, region, ({ body }) => body.includes(phrase) && holdsAll(body, needles));
  }

  const texts = await textCandidates(source, reading);
  const inText: Test = ({ body }) => holdsAll(body, needles);
  if (texts.bound > 0) {
    for await (const document of loaded(source, titles)) {
      yield* close(walk, check(walk, texts, [document.first, document.end], inText));
    }
    yield* close(walk, check(walk, texts, region, inText));
  }
}

function isTitle({ shape }: SearchSource, id: number): boolean {
  return id < shape.titles || (id >= shape.firstPast && id < shape.firstPast + shape.pastTitles);
}

function titleRange({ shape }: SearchSource, [from]: Range): Range {
  return from === 0 ? [0, shape.titles] : [shape.firstPast, shape.firstPast + shape.pastTitles];
}

/** The candidates of a range that pass, unless seen before. */
async function* check(
  walk: Walk,
  candidates: Candidates,
  [from, to]: Range,
  test: Test,
): AsyncGenerator<number[]> {
  const { source, reading, seen, allowed } = walk;
  const excluded = reading.excluded;
  const certain = candidates.exact && excluded.length === 0;
  let [tried, passed] = [0, 0];
  for (let at = from; at < to; ) {
    const { ids, until } = await candidates.read(at, to);
    let next = 0;
    at = until;
    while (next < ids.length) {
      const batch: number[] = [];
      for (; next < ids.length && batch.length < source.batch; next++) {
        const id = ids[next]!;
        if (!seen.has(id) && allowed(id)) batch.push(id);
      }
      const hits = certain ? batch : await passing(source, batch, test, excluded);
      tried += batch.length;
      passed += hits.length;
      for (const id of hits) seen.add(id);
      if (hits.length > 0) yield hits;
      // Many wrong candidates: narrow them, and read on from where we are.
      if (!certain && tried >= 8 && passed * 2 < tried && next < ids.length) {
        tried = passed = 0;
        if (await candidates.refine()) {
          at = ids[next]!;
          break;
        }
      }
    }
  }
}

async function passing(
  source: SearchSource,
  batch: readonly number[],
  test: Test,
  excluded: readonly Needle[],
): Promise<number[]> {
  if (batch.length === 0) return [];
  const documents = await source.load(batch);
  return batch.filter((_, i) => {
    const document = documents[i];
    return document !== undefined && test(document) && !holdsAny(document.body, excluded);
  });
}

/** With several words, sorts each stretch of hits by how close together they stand. */
async function* close(walk: Walk, hits: AsyncGenerator<number[]>): AsyncGenerator<number[]> {
  const { needles } = walk.reading;
  if (needles.length < 2) {
    yield* hits;
    return;
  }
  let window: number[] = [];
  const sorted = async (ids: readonly number[]): Promise<number[]> => {
    const documents = await walk.source.load(ids);
    const measured = ids.map((id, i) => ({ id, gap: looseness(documents[i]?.body ?? '', needles) }));
    return measured.sort((a, b) => a.gap - b.gap || a.id - b.id).map(({ id }) => id);
  };
  for await (const batch of hits) {
    for (const id of batch) {
      window.push(id);
      if (window.length < closenessWindow) continue;
      yield await sorted(window);
      window = [];
    }
  }
  if (window.length > 0) yield await sorted(window);
}

/** The place asked for: in documents of that title, where the words stand in it, then where the document has them. */
async function* placeHits(walk: Walk, place: PlaceQuery, region: Range): AsyncGenerator<number[]> {
  const { source } = walk;
  const { needles } = place;
  const terms = [articleTerm(place.article)];
  const at: Test = (document) => placeIn(document, place) !== undefined;
  const articles = await source.find({ phrases: [], terms, field: 'text' });
  if (articles.bound === 0) return;
  const unsure = { ...articles, exact: false };
  if (needles.length === 0) {
    yield* check(walk, unsure, region, at);
    return;
  }
  for (const title of await titlesWith(walk, needles, region)) {
    yield* check(walk, unsure, [title.first, title.end], at);
  }
  const both = await lookUp(source, needles, 'text', terms);
  yield* check(walk, both, region, (document) => at(document) && holdsAll(document.body, needles));
  const words = await lookUp(source, needles, 'text');
  if (words.bound === 0) return;
  let left = mostPlaces;
  for await (const batch of check(walk, unsure, region, at)) {
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
  const apart = { ...walk, seen: new Set<number>(), reading: { ...walk.reading, excluded: [] } };
  for await (const hits of check(apart, words, range, ({ body }) => holdsAll(body, needles))) {
    if (hits.length > 0) return true;
  }
  return false;
}

/** Some words in the provision, the rest in the title of its document. */
async function* mixedHits(walk: Walk, region: Range): AsyncGenerator<number[]> {
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
  const apart: Walk = {
    ...{ source, seen: new Set(), allowed: () => true },
    reading: { ...walk.reading, excluded: [] },
  };
  const held: Test = ({ head }) => holdsAll(head, needles);
  for await (const batch of check(apart, found, titleRange(source, region), held)) {
    for await (const title of loaded(source, batch)) titles.push(title);
    if (titles.length >= mostTitles) break;
  }
  return titles.slice(0, mostTitles);
}

async function* loaded(source: SearchSource, ids: readonly number[]): AsyncGenerator<StoredDocument> {
  for (let i = 0; i < ids.length; i += source.batch) {
    for (const document of await source.load(ids.slice(i, i + source.batch))) if (document) yield document;
  }
}

/** Candidates for needles with all their spellings. */
async function lookUp(
  source: SearchSource,
  needles: readonly Needle[],
  field: Field,
  terms: readonly string[] = [],
): Promise<Candidates> {
  const lookups: Lookup[] = combinations(needles).map((phrases) => ({ phrases, field, terms }));
  const found = await Promise.all(lookups.map((lookup) => source.find(lookup)));
  const some = either(found.filter(({ bound }) => bound > 0));
  // A needle that was left out of the combinations is checked in the text.
  return lookups.every(({ phrases }) => phrases.length === needles.length) ? some : { ...some, exact: false };
}

/** One list of phrases for each choice of spellings. Needles that would make too many are left to the check. */
function combinations(needles: readonly Needle[]): string[][] {
  let lists: string[][] = [[]];
  for (const { forms } of [...needles].sort((a, b) => a.forms.length - b.forms.length)) {
    if (lists.length * forms.length > mostCombinations) continue;
    lists = lists.flatMap((list) => forms.map((form) => [...list, form]));
  }
  return lists;
}

/** Ids of all hits, in no order that matters; the quick way where rank is not asked for. */
export async function hitIds(
  source: SearchSource,
  reading: Reading,
  allowed: (id: number) => boolean = () => true,
): Promise<number[]> {
  const ids: number[] = [];
  const walk: Walk = { source, reading, seen: new Set(), allowed };
  const hits =
    reading.needles.length > 1 || reading.place
      ? rankedHits(source, reading, { allowed })
      : check(walk, await textCandidates(source, reading), [0, source.shape.size], ({ body }) =>
          holdsAll(body, reading.needles),
        );
  for await (const batch of hits) for (const id of batch) ids.push(id);
  return ids;
}
