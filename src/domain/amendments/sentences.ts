/** Sentences of a paragraph, as 第二句 counts them. */

/**
 * Half-open ranges of the sentences of a text; a final ” or ） belongs to its sentence.
 *
 * `甲。乙。` → [0, 2], [2, 4]
 */
export function sentences(text: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const match of text.matchAll(/[。！？][”）]?/g)) {
    const end = match.index + match[0].length;
    found.push([start, end]);
    start = end;
  }
  if (start < text.length) found.push([start, text.length]);
  return found;
}
