/** Hits in another order than relevance: candidates are sorted by what is known of them, and checked as they are wanted. */
import { check, type WalkOptions, walkOf } from './check.ts';
import { type Sort, sortIds } from './facets.ts';
import { holdsAll } from './match.ts';
import { placeHits } from './places.ts';
import type { Reading } from './query.ts';
import { hitIds, textCandidates } from './rank.ts';
import type { Candidates, SearchSource } from './source.ts';

/** All hits of a reading in the order of `sort`, in batches. Reads the table of versions. */
export async function* sortedHits(
  source: SearchSource,
  reading: Reading,
  options: WalkOptions,
  sort: Sort,
): AsyncGenerator<number[]> {
  const table = await source.table();
  const { shape } = source;
  if (reading.across) {
    yield sortIds(await hitIds(source, reading, options.allowed), sort, table, shape);
    return;
  }
  const region = [0, shape.size] as const;
  const atPlace = new Set<number>();
  if (reading.place) {
    for (const part of [[0, shape.firstPast] as const, [shape.firstPast, shape.size] as const]) {
      const hits = placeHits(walkOf(source, reading, { allowed: options.allowed }), reading.place, part);
      for await (const batch of hits) for (const id of batch) atPlace.add(id);
    }
  }
  const texts = await textCandidates(source, reading);
  if (!texts.exact) await texts.refine();
  const ids = new Set([...atPlace, ...(await allOf(texts, shape.size))]);
  const inOrder: Candidates = {
    exact: texts.exact && atPlace.size === 0,
    bound: ids.size,
    read: async (_from, to) => ({ ids: sortIds([...ids], sort, table, shape), until: to }),
    refine: async () => false,
  };
  yield* check(
    walkOf(source, reading, options),
    inOrder,
    region,
    ({ id, body }) => atPlace.has(id) || holdsAll(body, reading.needles),
  );
}

/** Every candidate, however many steps it takes to read them. */
export async function allOf(candidates: Candidates, size: number): Promise<number[]> {
  const all: number[] = [];
  for (let from = 0; from < size; ) {
    const { ids, until } = await candidates.read(from, size);
    for (let i = 0; i < ids.length; i++) all.push(ids[i]!);
    from = until;
  }
  return all;
}
