/** Hits in another order than relevance: candidates are sorted by what is known of them, and checked as they are wanted. */
import { check, walkOf } from './check.ts';
import { holdsAll } from './match.ts';
import { placeHits } from './places.ts';
import type { Portion } from './portion.ts';
import type { Reading } from './query.ts';
import { hitIds } from './rank.ts';
import type { SearchSource } from './source.ts';
import type { Sort } from './types.ts';

/** All hits of a reading in the order of `sort`, in batches. */
export async function* sortedHits(
  source: SearchSource,
  reading: Reading,
  portion: Portion,
  sort: Exclude<Sort, 'relevance'>,
): AsyncGenerator<number[]> {
  const { shape } = source;
  const found = new Set<number>();
  if (reading.across) for (const id of await hitIds(source, reading)) found.add(id);
  if (reading.place) {
    for (const part of [[0, shape.firstPast] as const, [shape.firstPast, shape.size] as const]) {
      const hits = placeHits(walkOf(source, reading), reading.place, part);
      for await (const batch of hits) for (const id of batch) found.add(id);
    }
  }
  const needles = reading.across ? [] : reading.needles;
  const inOrder = await source.sorted([...found], needles, sort);
  yield* check(
    walkOf(source, reading, portion),
    inOrder,
    [0, shape.size],
    ({ id, body }) => found.has(id) || (needles.length > 0 && holdsAll(body, needles)),
  );
}
