/** From candidates to hits: looked up in all spellings, checked against the text, once each. */
import { holdsAny } from './match.ts';
import { everything, type Portion } from './portion.ts';
import type { Needle, Reading } from './query.ts';
import { type Candidates, either, type Lookup, type TextSource } from './source.ts';
import type { Field, StoredDocument } from './types.ts';

/** Most combinations of spellings looked up at a time. */
const mostCombinations = 12;

/** One search on its way: what has been found is not found again. */
export interface Walk {
  source: TextSource;
  reading: Reading;
  seen: Set<number>;
  /** What is still wanted: nothing beyond it is read. */
  portion: Portion;
}

/**
 * A search that begins.
 * @param portion what is wanted; whoever takes the hits counts them in
 */
export function walkOf(source: TextSource, reading: Reading, portion: Portion = everything): Walk {
  return { source, reading, seen: new Set(), portion };
}

/** Ids `[from, to)`. */
export type Range = readonly [from: number, to: number];
export type Test = (document: StoredDocument) => boolean;

/** The candidates of a range that pass, unless seen before or passed over. */
export async function* check(
  walk: Walk,
  candidates: Candidates,
  [from, to]: Range,
  test: Test,
): AsyncGenerator<number[]> {
  const { source, reading, seen, portion } = walk;
  const excluded = reading.excluded;
  const certain = candidates.exact && excluded.length === 0;
  const isOpen = (id: number): boolean => !seen.has(id) && !portion.isFull(id);
  let [tried, passed] = [0, 0];
  for (let at = from; at < to; ) {
    const { ids, until } = await candidates.read(at, to);
    let next = 0;
    at = until;
    while (next < ids.length) {
      const planned = await plan(walk, ids, next, isOpen, certain);
      const batch: number[] = [];
      for (; next < ids.length && batch.length < source.batch; next++) {
        const id = ids[next]!;
        if (!isOpen(id)) continue;
        if (planned && !planned.has(id)) break;
        batch.push(id);
      }
      const hits = certain ? batch : await passing(source, batch, test, excluded);
      tried += batch.length;
      passed += hits.length;
      for (const id of hits) seen.add(id);
      if (hits.length > 0) yield hits;
      // Many wrong candidates: narrow them, and read on from where we are.
      if (!certain && tried >= 4 && passed * 2 < tried && next < ids.length) {
        tried = passed = 0;
        if (await candidates.refine()) {
          at = ids[next]!;
          break;
        }
      }
    }
  }
}

/** Ids nearer to each other than this are taken to be of one version, until a text says otherwise. */
const neighbours = 24;
/** Texts that are read at least at a time, where some will not answer. */
const fewest = 4;

/**
 * Fetches the texts that the next hits will most likely be: as many as are wanted, few from one version. What it
 * foresees wrongly costs a further step, never a hit. Undefined where texts are at hand.
 */
async function plan(
  { source, reading, portion }: Walk,
  ids: ArrayLike<number>,
  next: number,
  isOpen: (id: number) => boolean,
  certain: boolean,
): Promise<Set<number> | undefined> {
  if (source.resident || (certain && portion.perVersion === Number.POSITIVE_INFINITY)) return undefined;
  const least = certain ? 1 : reading.needles.length > 1 ? source.batch : fewest;
  const wanted = Math.min(source.batch, Math.max(portion.left, least));
  const picked: number[] = [];
  for (let i = next; i < ids.length && picked.length < wanted; i++) {
    const id = ids[i]!;
    const crowded =
      picked.length >= portion.perVersion &&
      Math.abs(id - picked[picked.length - portion.perVersion]!) < neighbours;
    if (!crowded && isOpen(id)) picked.push(id);
  }
  await source.load(picked);
  return new Set(picked);
}

async function passing(
  source: TextSource,
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

/** Documents one after another, those that cannot be had left out. */
export async function* loaded(source: TextSource, ids: readonly number[]): AsyncGenerator<StoredDocument> {
  for (let i = 0; i < ids.length; i += source.batch) {
    for (const document of await source.load(ids.slice(i, i + source.batch))) if (document) yield document;
  }
}

/** Candidates for needles with all their spellings. */
export async function lookUp(
  source: TextSource,
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
