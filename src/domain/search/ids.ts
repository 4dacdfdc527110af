/** Lists of document ids. */

export type Ids = ArrayLike<number>;

/** Ids by the number of lists in which they stand, ties by id; lists of a size that bears to be gone through. */
export function mostShared(lists: Iterable<Ids>, limit: number): number[] {
  const shared = new Map<number, number>();
  for (const list of lists) for (const id of Array.from(list)) shared.set(id, (shared.get(id) ?? 0) + 1);
  const ranked = Array.from(shared).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, limit).map(([id]) => id);
}
