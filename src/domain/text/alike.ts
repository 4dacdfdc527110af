/** Which of some names is meant by one that was mistyped. */

/**
 * How many characters are to be changed, added, left out or swapped with their neighbour to make one word of the other
 * (Damerau 1964, without repeated edits of one place); `Infinity` where it is more than `most`.
 *
 * `calender`, `calendar` → 1 · `wangyuehce`, `wangyueche` → 1
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    [before, row] = [row, next];
  }
  const found = row[other.length]!;
  return found > most ? Number.POSITIVE_INFINITY : found;
}

/** Longest word that is compared: of a longer one nobody knows what was meant. */
const longest = 120;

/**
 * The names most like a word, the nearest first, at most three: those that differ in a third of its characters or less,
 * and those that it begins or that begin it.
 *
 * `wangyueche`, [`wangyueche-guiding`, `zhanfu-2020-71`] → [`wangyueche-guiding`]
 */
export function alike<T>(word: string, names: readonly T[], nameOf: (each: T) => string): T[] {
  const asked = word.toLowerCase();
  if (asked === '' || asked.length > longest) return [];
  const most = Math.max(1, Math.floor(asked.length / 3));
  return names
    .map((each) => {
      const name = nameOf(each).toLowerCase();
      const begins = asked.length > 2 && (name.startsWith(asked) || (name !== '' && asked.startsWith(name)));
      // What is left out is less than what is wrong, the more so the shorter it is.
      const left = begins ? 1.5 + Math.abs(name.length - asked.length) / 1000 : Number.POSITIVE_INFINITY;
      return { each, far: Math.min(distance(asked, name, most), left) };
    })
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ each }) => each);
}
