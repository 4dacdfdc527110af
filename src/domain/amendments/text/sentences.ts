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
 * The range of the sentences from one to another, counted from 1, or from the end below 0.
 * @returns undefined where the text has no such sentences
 */
export function sentenceRange(text: string, first: number, last: number): [number, number] | undefined {
  const all = sentences(text);
  const [start, end] = [first, last].map((number) => all.at(number < 0 ? number : number - 1));
  return start && end && [start[0], end[1]];
}
