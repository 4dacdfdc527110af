/**
 * Which unit of one text answers to which of another: the best chain in order, then what moved.
 *
 * Likeness is counted on runs of three characters that few units share, so the work grows with the texts' length and
 * not with the product of their numbers of articles.
 */
import type { Unit } from './units.ts';

export interface Pair {
  old: Unit | undefined;
  new: Unit | undefined;
  /** True for a pair that stands out of the common order. */
  moved: boolean;
}

interface Likeness {
  i: number;
  j: number;
  weight: number;
}

/** A run of characters that stands in more units than this tells nothing. */
const common = 24;
const least = 0.3;
const leastMoved = 0.55;

/**
 * @returns pairs in the order of the new text, units that are gone at the place where they stood
 */
export function alignUnits(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const likenesses = likenessesOf(before, after);
  const partner = new Map<number, number>();
  for (const { i, j } of bestChain(
    likenesses.filter(({ weight }) => weight >= least),
    after.length,
  ))
    partner.set(i, j);
  const taken = new Set(partner.values());
  sameNumbers(before, after, partner, taken);
  const moved = new Set<number>();
  for (const { i, j, weight } of [...likenesses].sort((a, b) => b.weight - a.weight)) {
    if (weight < leastMoved || partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
    moved.add(i);
  }
  return inOrder(before, after, partner, moved);
}

function likenessesOf(before: readonly Unit[], after: readonly Unit[]): Likeness[] {
  const out = exactPairs(before, after);
  const done = { before: new Set(out.map(({ i }) => i)), after: new Set(out.map(({ j }) => j)) };
  const postings = new Map<string, number[]>();
  const sizes = after.map((unit, j) => {
    if (done.after.has(j)) return 0;
    const grams = gramsOf(unit);
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list) list.push(j);
      else postings.set(gram, [j]);
    }
    return grams.size;
  });
  for (const [i, unit] of before.entries()) {
    if (done.before.has(i)) continue;
    const grams = gramsOf(unit);
    const shared = new Map<number, number>();
    let counted = 0;
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list && list.length > common) continue;
      counted++;
      for (const j of list ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    for (const [j, count] of shared) {
      const other = after[j]!;
      if (kindOf(unit) !== kindOf(other)) continue;
      const weight = (2 * count) / (Math.max(counted, 1) + Math.max(sizes[j]!, 1));
      const same = unit.folded === other.folded ? 1 : Math.min(weight, 0.98);
      // Of equal likenesses the one that keeps the number is meant.
      if (same > 0.1) out.push({ i, j, weight: same + (unit.label === other.label ? 0.02 : 0) });
    }
  }
  return out;
}

/** Units whose words stand once on each side need no counting. */
function exactPairs(before: readonly Unit[], after: readonly Unit[]): Likeness[] {
  const [old, now] = [placesOf(before), placesOf(after)];
  return [...old].flatMap(([words, is]) => {
    const js = now.get(words);
    if (is.length !== 1 || js?.length !== 1 || words.length < 6) return [];
    return [
      { i: is[0]!, j: js[0]!, weight: 1 + (before[is[0]!]!.label === after[js[0]!]!.label ? 0.02 : 0) },
    ];
  });
}

function placesOf(units: readonly Unit[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [i, unit] of units.entries()) {
    const key = `${kindOf(unit)[0]}${unit.folded}`;
    const list = places.get(key);
    if (list) list.push(i);
    else places.set(key, [i]);
  }
  return places;
}

function kindOf({ type }: Unit): string {
  return type === 'part' || type === 'chapter' || type === 'section' ? 'heading' : 'text';
}

function gramsOf(unit: Unit): Set<string> {
  const text = `${kindOf(unit)[0]}${unit.folded}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i++) grams.add(text.slice(i, i + 3));
  return grams;
}

/** The heaviest set of pairs in which both sides ascend (a Fenwick tree over the new side's positions). */
function bestChain(pairs: readonly Likeness[], size: number): Likeness[] {
  const sorted = [...pairs].sort((a, b) => a.i - b.i || b.j - a.j);
  const best = new Array<number>(size + 1).fill(-1);
  const total: number[] = [];
  const before: number[] = [];
  const weightOf = (k: number): number => (k < 0 ? 0 : total[k]!);
  for (const [k, { j, weight }] of sorted.entries()) {
    let previous = -1;
    for (let at = j; at > 0; at -= at & -at)
      if (weightOf(best[at]!) > weightOf(previous)) previous = best[at]!;
    before[k] = previous;
    total[k] = weight + weightOf(previous);
    for (let at = j + 1; at <= size; at += at & -at) if (total[k]! > weightOf(best[at]!)) best[at] = k;
  }
  let last = -1;
  for (let at = size; at > 0; at -= at & -at) if (weightOf(best[at]!) > weightOf(last)) last = best[at]!;
  const chain: Likeness[] = [];
  for (; last >= 0; last = before[last]!) chain.unshift(sorted[last]!);
  return chain;
}

/** Between two pairs of the chain, units of the same number answer to each other however much was rewritten. */
function sameNumbers(
  before: readonly Unit[],
  after: readonly Unit[],
  partner: Map<number, number>,
  taken: Set<number>,
): void {
  let from = 0;
  const close = (start: number, end: number, until: number): void => {
    for (let i = start; i < end; i++) {
      const j = after.findIndex(
        (unit, at) =>
          at >= from &&
          at < until &&
          !taken.has(at) &&
          unit.type === before[i]!.type &&
          unit.label === before[i]!.label &&
          unit.label !== '',
      );
      if (j < 0) continue;
      partner.set(i, j);
      taken.add(j);
      from = j + 1;
    }
  };
  let open = 0;
  for (let i = 0; i <= before.length; i++) {
    const j = i < before.length ? partner.get(i) : after.length;
    if (j === undefined) continue;
    close(open, i, j);
    open = i + 1;
    from = j + 1;
  }
}

/** Pairs in the order of the new text from known partners; those that break the order are moved. */
export function arrangePairs(
  before: readonly Unit[],
  after: readonly Unit[],
  partner: ReadonlyMap<number, number>,
): Pair[] {
  const sorted = [...partner].sort((a, b) => a[0] - b[0]);
  const kept = longestOrder(sorted.map(([, j]) => j));
  const moved = new Set(sorted.filter((_, k) => !kept.has(k)).map(([i]) => i));
  return inOrder(before, after, partner, moved);
}

function inOrder(
  before: readonly Unit[],
  after: readonly Unit[],
  partner: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
): Pair[] {
  const oldOf = new Map([...partner].map(([i, j]) => [j, i]));
  const pairs: Pair[] = [];
  let next = 0;
  const gone = (until: number): void => {
    for (; next < until; next++)
      if (!partner.has(next)) pairs.push({ old: before[next], new: undefined, moved: false });
  };
  for (const [j, unit] of after.entries()) {
    const i = oldOf.get(j);
    if (i !== undefined && !moved.has(i)) {
      gone(i);
      next = Math.max(next, i + 1);
    }
    pairs.push({
      old: i === undefined ? undefined : before[i],
      new: unit,
      moved: i !== undefined && moved.has(i),
    });
  }
  gone(before.length);
  return pairs;
}

/** Longest increasing subsequence: indexes of `values` that are in order; what is not among them was moved. */
export function longestOrder(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) kept.add(i);
  return kept;
}
