/**
 * What the oldest browsers that this site is built for lack of the language: Chromium 109 (the last of Windows 7),
 * Firefox 115, Safari 16.4. Imported first by whatever uses the domain. Older ones are told by `public/old-browser.js`.
 */

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** The elements of a list in groups, in the order in which their keys come. */
function groupBy<K, T>(list: Iterable<T>, keyOf: (each: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const each of list) {
    const key = keyOf(each, index++);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

add(Map, 'groupBy', groupBy);
add(Array.prototype, 'toSorted', function toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
  return Array.from(this).sort(compare);
});
add(Array.prototype, 'toReversed', function toReversed<T>(this: T[]): T[] {
  return Array.from(this).reverse();
});
