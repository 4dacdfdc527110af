/** How much of an answer is shown: so many hits in all, and no more than so many provisions of one version. */
import { lowerBound } from './source.ts';
import type { StoredDocument } from './types.ts';

export interface Portion {
  /** Hits that are still wanted. */
  readonly left: number;
  /** Most provisions of one version; infinite where there is no limit. */
  readonly perVersion: number;
  /** Counts a hit in; false where its version has its share already. Whole documents are always taken. */
  take(document: StoredDocument): boolean;
  /** Counts in hits of which nothing need be known; only where there is no limit a version. */
  skip(count: number): void;
  /** True where an id belongs to a version that has its share: it need not be read. */
  isFull(id: number): boolean;
  /** Versions that have their share, as ranges of ids `[first, end)`. */
  readonly full: readonly (readonly [first: number, end: number])[];
}

/** A portion of `wanted` hits; 0 for no limit of either kind. */
export function portion(wanted: number, perVersion: number): Portion {
  const most = perVersion > 0 ? perVersion : Number.POSITIVE_INFINITY;
  const counts = new Map<number, number>();
  const firsts: number[] = [];
  const full: [number, number][] = [];
  let left = wanted > 0 ? wanted : Number.POSITIVE_INFINITY;
  return {
    get left() {
      return left;
    },
    perVersion: most,
    take({ type, first, end }) {
      if (type !== 'title' && most < Number.POSITIVE_INFINITY) {
        const count = (counts.get(first) ?? 0) + 1;
        if (count > most) return false;
        counts.set(first, count);
        if (count === most) {
          const at = lowerBound(firsts, first);
          firsts.splice(at, 0, first);
          full.splice(at, 0, [first, end]);
        }
      }
      left--;
      return true;
    },
    skip(count) {
      left -= count;
    },
    isFull(id) {
      if (full.length === 0) return false;
      const range = full[lowerBound(firsts, id + 1) - 1];
      return range !== undefined && id < range[1];
    },
    full,
  };
}

/** Everything: nothing is counted. */
export const everything: Portion = portion(0, 0);
