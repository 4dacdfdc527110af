/**
 * Nothing is lost and nothing is made up: every character of the file's text layer is in the lines or among what was
 * left out, and what is in neither stands in the recorded changes.
 */
import type { Imported } from './types.ts';

type Counts = Map<string, number>;

function count(counts: Counts, text: string, by: number): void {
  for (const c of text.replace(/[\s\u00a0\u200b\ufeff]/gu, '')) counts.set(c, (counts.get(c) ?? 0) + by);
}

/**
 * Compares both sides as multisets of characters, white space aside.
 * @returns what is missing and what is too many, or undefined where the sides are equal
 */
export function balance({ layer, lines, furniture, changes }: Imported): string | undefined {
  const counts: Counts = new Map();
  count(counts, layer, 1);
  for (const { cells } of lines) for (const cell of cells) count(counts, cell, -1);
  for (const { text } of furniture) count(counts, text, -1);
  for (const { from, to } of changes) {
    count(counts, from, -1);
    count(counts, to, 1);
  }
  const listed = (sign: number): string =>
    Array.from(counts)
      .filter(([, n]) => n * sign > 0)
      .map(([c, n]) => (Math.abs(n) > 1 ? `${c}×${Math.abs(n)}` : c))
      .slice(0, 20)
      .join(' ');
  const [missing, extra] = [listed(1), listed(-1)];
  if (missing === '' && extra === '') return undefined;
  return `字数不平：${missing === '' ? '' : `少了 ${missing}`}${missing !== '' && extra !== '' ? '；' : ''}${extra === '' ? '' : `多了 ${extra}`}`;
}
