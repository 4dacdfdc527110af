/** Compound instructions taken apart. */
import type { Operation } from '../model.ts';

/** One operation for each place and each word, so that each has its own fate. */
export function separate(operation: Operation): Operation[] {
  const { op, targets, words } = operation;
  const places: Operation[] =
    (op === 'repeal' || op === 'replaceWords') && targets.length > 1
      ? targets.map((target) => ({ ...operation, targets: [target] }))
      : [operation];
  if (op !== 'replaceWords' || !words || words.length < 2) return places;
  return places.flatMap((place) => words.map((word) => ({ ...place, words: [word] })));
}
