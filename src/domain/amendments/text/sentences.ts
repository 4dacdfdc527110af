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

/**
 * The range of the sentences that an operation names.
 * @param which `2`, `-1` for the last one, `-2:-1` for the last two, `1:2` for the first two
 * @returns undefined where the text has no such sentences
 */
export function sentenceRange(text: string, which = '1'): [number, number] | undefined {
  const all = sentences(text);
  const [first, last] = which
    .split(':')
    .map((number) => all.at(Number(number) < 0 ? Number(number) : Number(number) - 1));
  const end = which.includes(':') ? last : first;
  return first && end && [first[0], end[1]];
}
