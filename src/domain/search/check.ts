/** From candidates to hits: looked up in all spellings, checked against the text, once each. */
import { holdsAny } from './match.ts';
import type { Needle, Reading } from './query.ts';
import { type Candidates, either, type Lookup, type SearchSource } from './source.ts';
import type { Field, StoredDocument } from './types.ts';

/** Most combinations of spellings looked up at a time. */
const mostCombinations = 12;

/** One search on its way: what has been found is not found again. */
export interface Walk {
  source: SearchSource;
  reading: Reading;
  seen: Set<number>;
  /** False for documents that the filters leave out. */
  allowed: (id: number) => boolean;
}

/** Ids `[from, to)`. */
export type Range = readonly [from: number, to: number];
export type Test = (document: StoredDocument) => boolean;

/** The candidates of a range that pass, unless seen before. */
export async function* check(
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

/** Documents one after another, those that cannot be had left out. */
export async function* loaded(source: SearchSource, ids: readonly number[]): AsyncGenerator<StoredDocument> {
  for (let i = 0; i < ids.length; i += source.batch) {
    for (const document of await source.load(ids.slice(i, i + source.batch))) if (document) yield document;
  }
}

/** Candidates for needles with all their spellings. */
export async function lookUp(
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
