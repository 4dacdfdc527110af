/** How a list of words is written in this folder, and how a pattern is built from one. */

/** Words set apart by spaces or lines. */
export function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** The part of a pattern that is any of the words, the longest first: `总工程师|工程师`; single characters as a class. */
export function anyOf(list: readonly string[]): string {
  const long = list.filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length);
  const single = list.filter((word) => word.length === 1);
  return [...long, ...(single.length > 0 ? [`[${single.join('')}]`] : [])].join('|');
}
