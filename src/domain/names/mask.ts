/** A text without what its titles, quotations and brackets say, for patterns that read the words around them. */

/** Titles get marks of their own, so that only what this reader takes for a title is one in a pattern. */
const pairs: Readonly<Record<string, readonly [close: string, opened: string, closed: string]>> = {
  '《': ['》', '⟦', '⟧'],
  '“': ['”', '“', '”'],
  '（': ['）', '（', '）'],
  '(': [')', '(', ')'],
  '〔': ['〕', '〔', '〕'],
  '［': ['］', '［', '］'],
};
const opening = Object.keys(pairs);

/**
 * Hides the insides of titles, quotations and brackets; an opening mark that is never closed hides nothing. No offset
 * changes.
 *
 * `《关于废止〈甲〉的决定》同时废止` → `⟦□□□□□□□□□□⟧同时废止`
 */
export function mask(bare: string): string {
  if (!opening.some((mark) => bare.includes(mark))) return bare.replaceAll('》', '⟧');
  const out: string[] = [];
  let at = 0;
  while (at < bare.length) {
    const pair = pairs[bare[at]!];
    const end = pair === undefined ? -1 : closing(bare, at, pair[0]);
    if (pair === undefined || end < 0) {
      out.push(bare[at] === '》' ? '⟧' : (pair?.[1] ?? bare[at]!));
      at++;
    } else {
      out.push(pair[1], '□'.repeat(end - at - 1), pair[2]);
      at = end + 1;
    }
  }
  return out.join('');
}

/** Offset of the mark that closes the one at `start`, same marks nested; -1 where none does within reach. */
function closing(text: string, start: number, close: string): number {
  let depth = 0;
  const limit = Math.min(text.length, start + 2000);
  for (let i = start; i < limit; i++) {
    if (text[i] === text[start]) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}
