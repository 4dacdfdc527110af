/**
 * The count of a view against its text: what the text prints of the view's kind and no cell of the view holds is listed as
 * not read, with its place.
 */
import type { Cell } from './cell.ts';

/** Answers whether a range of a provision's text is held by one of the cells. */
export function heldBy(
  cells: readonly Cell[],
): (range: { eId: string; start: number; end: number }, part?: Cell['part']) => boolean {
  const byPlace = Map.groupBy(cells, ({ eId, part = '' }) => `${eId} ${part}`);
  return ({ eId, start, end }, part) =>
    byPlace.get(`${eId} ${part ?? ''}`)?.some((cell) => cell.start <= start && end <= cell.end) ?? false;
}
