/**
 * Hits in the order a lawyer would want them, found step by step: nothing is read before it is needed.
 *
 * For texts of today, then for replaced ones: the place asked for · titles, numbers and headings that hold everything ·
 * the words side by side as typed · provisions of documents whose title holds everything · all other provisions, words
 * close together first · works that are known by name only. Where no provision holds all the words, the reading may be
 * taken across: some words in the provision, the rest in the title of its document.
 * Within a step the base order decides. The order depends on the texts alone, not on where they are read from.
 */
import { check, loaded, lookUp, type Range, type Test, type Walk, walkOf } from './check.ts';
import { holdsAll, looseness } from './match.ts';
import { mixedHits, placeHits } from './places.ts';
import type { Portion } from './portion.ts';
import type { Reading } from './query.ts';
import type { Candidates, TextSource } from './source.ts';

/** Number of hits that are sorted by closeness at a time. */
const closenessWindow = 10;
/** Candidates up to this number are all checked for a total; beyond it the total is an upper bound. */
export const mostChecked = 200;
/** The same where nobody asked for counts. */
export const fewChecked = 24;

/** All hits of a reading, in batches, best first; no id twice. */
export async function* rankedHits(
  source: TextSource,
  reading: Reading,
  portion?: Portion,
): AsyncGenerator<number[]> {
  const walk = walkOf(source, reading, portion);
  const { size, firstPast } = source.shape;
  const regions = (
    [
      [0, firstPast],
      [firstPast, size],
    ] as const
  ).filter(([from, to]) => from < to);
  const { needles } = reading;
  const found = await Promise.all([lookUp(source, needles, 'heading'), textCandidates(source, reading)]);
  for (const region of regions) yield* regionHits(walk, region, ...found);
}

/** Candidates of a reading's text: every hit that is not found by its title or place is among them. */
export function textCandidates(source: TextSource, { needles }: Reading): Promise<Candidates> {
  return lookUp(source, needles, 'text');
}

async function* regionHits(
  walk: Walk,
  region: Range,
  headings: Candidates,
  texts: Candidates,
): AsyncGenerator<number[]> {
  const { source, reading } = walk;
  const { needles, place } = reading;
  if (reading.across) {
    yield* mixedHits(walk, region);
    return;
  }
  if (place) yield* placeHits(walk, place, region);

  const titles: number[] = [];
  /** Works without a text: after the texts. */
  const names: number[] = [];
  for await (const batch of check(walk, headings, region, ({ head }) => holdsAll(head, needles))) {
    const wholes = batch.filter((id) => isTitle(source, id));
    for await (const { id, first, end } of loaded(source, wholes)) (first < end ? titles : names).push(id);
    yield batch.filter((id) => !names.includes(id));
  }

  if (needles.length > 1) {
    const phrase = needles.map(({ forms }) => forms[0]!).join('');
    const adjoining = await source.find({ phrases: [phrase], field: 'text' });
    yield* check(walk, adjoining, region, ({ body }) => body.includes(phrase) && holdsAll(body, needles));
  }

  const inText: Test = ({ body }) => holdsAll(body, needles);
  if (texts.bound > 0) {
    for await (const document of loaded(source, titles)) {
      yield* close(walk, check(walk, texts, [document.first, document.end], inText));
    }
    yield* close(walk, check(walk, texts, region, inText));
  }
  yield names;
}

function isTitle({ shape }: TextSource, id: number): boolean {
  return id < shape.titles || (id >= shape.firstPast && id < shape.firstPast + shape.pastTitles);
}

/** With several words, sorts each stretch of hits by how close together they stand. */
async function* close(walk: Walk, hits: AsyncGenerator<number[]>): AsyncGenerator<number[]> {
  const { needles } = walk.reading;
  const { portion } = walk;
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
      // Decided as it is drawn, so that the windows are the same however far ahead a source has read.
      if (portion.isFull(id)) continue;
      window.push(id);
      if (window.length < closenessWindow) continue;
      yield await sorted(window);
      window = [];
    }
  }
  if (window.length > 0) yield await sorted(window);
}

/** Ids of all hits, in no order that matters; the quick way where rank is not asked for. */
export async function hitIds(
  source: TextSource,
  reading: Reading,
  candidates?: Candidates,
): Promise<number[]> {
  const ids: number[] = [];
  const walk = walkOf(source, reading);
  const texts = candidates ?? (await textCandidates(source, reading));
  const hits =
    reading.across || reading.place
      ? rankedHits(source, reading)
      : check(walk, texts, [0, source.shape.size], ({ body }) => holdsAll(body, reading.needles));
  for await (const batch of hits) for (const id of batch) ids.push(id);
  return ids;
}
