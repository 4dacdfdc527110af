/**
 * The difference of two provisions of several lines: items that kept their words are held against each other though
 * their numbers moved, and a line that has no counterpart is struck or added whole.
 */
import { type DiffSegment, diffText, joinSegments } from './diff.ts';

const label =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百]{1,4}、|\d{1,3}[.．、])\s*/;
/** Words that are not held are like no others. */
const missing = '［原文未载］';
/** Beyond so many pairs of lines the texts are compared as they stand. */
const mostPairs = 250_000;

/**
 * @returns segments in reading order; those that are not inserted make up `before`, those not deleted `after`
 *
 * （三）甲；⏎（四）乙； beside （三）乙； → −（三）甲；⏎（四） · +（三） · 乙；
 */
export function diffLines(before: string, after: string): DiffSegment[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  if (a.length === 1 || b.length === 1 || a.length * b.length > mostPairs) return diffText(before, after);
  const segments: DiffSegment[] = [];
  let [i, j] = [0, 0];
  for (const [k, l] of [...anchorsOf(a, b), [a.length, b.length] as const]) {
    segments.push(...between(a.slice(i, k), b.slice(j, l)));
    if (k < a.length) segments.push(...diffText(a[k]!, b[l]!));
    [i, j] = [k + 1, l + 1];
  }
  return joinSegments(segments);
}

/** Lines with the break that ends them. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
}

const wordsOf = (line: string): string =>
  line
    .trim()
    .replace(label, '')
    .replace(/[。；]$/, '');

/** Lines without an equal: in pairs where there are as many on both sides, else as one text. */
function between(a: readonly string[], b: readonly string[]): DiffSegment[] {
  if (a.length === b.length) return a.flatMap((line, i) => diffText(line, b[i]!));
  return diffText(a.join(''), b.join(''));
}

/** Longest common run of lines that have the same words, in order. */
function anchorsOf(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const [left, right] = [a.map(wordsOf), b.map(wordsOf)];
  const same = (i: number, j: number): boolean =>
    left[i] === right[j] && left[i] !== '' && !left[i]!.includes(missing);
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = same(i, j)
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
  const anchors: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (same(i, j)) anchors.push([i++, j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  return anchors;
}
