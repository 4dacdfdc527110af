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
  // “出入境检验检疫机构”“检验检疫机构” → “海关”: the longer words first, or the shorter would break them.
  const sorted = [...words].sort((a, b) => b.from.length - a.from.length);
  return places.flatMap((place) => sorted.map((word) => ({ ...place, words: [word] })));
}
