/**
 * Terms of the index. Every run of two units of a normalised text is a term, and every single unit; the same of a
 * heading carries a mark before it; articles have a term of their own number.
 *
 * A phrase is found by the terms it is made of and then checked against the text, so that neither an unknown word nor
 * a name nor half a word is ever missed.
 */
import type { Field } from './types.ts';

/** Parts the lines of a field that no phrase may run across. Normalised text never holds it. */
export const lineBreak = '\n';
/** First unit of the terms of headings, of article numbers and of works. None of them occurs in normalised text. */
export const headingMark = '\u0001';
const articleMark = '\u0002';
const workMark = '\u0003';

/** Term of all articles with a number, or with a place below it: `10-1`, `6__para_1__item_3`, `6__item_3`. */
export function articleTerm(place: string): string {
  return articleMark + place;
}

/** Term of the versions of a work. */
export function workTerm(work: string): string {
  return workMark + work;
}

/**
 * Terms that every text with the phrase has: its two-unit runs, or the phrase itself where it is one unit.
 *
 * `运输证` → `运输`, `输证` · `证` → `证`
 */
export function gramsOf(phrase: string, field: Field = 'text'): string[] {
  const mark = field === 'heading' ? headingMark : '';
  if (phrase.length <= 1) return phrase === '' ? [] : [mark + phrase];
  const grams = new Set<string>();
  for (let i = 0; i + 1 < phrase.length; i++) grams.add(mark + phrase.slice(i, i + 2));
  return [...grams];
}

/**
 * A few of them that cover the phrase, spread over it: enough to narrow a search, with fewer terms to fetch.
 *
 * `网络预约出租汽车` → `网络`, `预约`, `出租`, `汽车`
 */
export function coveringGrams(phrase: string, field: Field = 'text', most = 4): string[] {
  const all = gramsOf(phrase, field);
  const wanted = Math.min(most, Math.ceil(phrase.length / 2));
  if (all.length <= wanted) return all;
  if (wanted === 1) return all.slice(0, 1);
  const picked = new Set<string>();
  for (let i = 0; i < wanted; i++) picked.add(all[Math.round((i * (all.length - 1)) / (wanted - 1))]!);
  return [...picked];
}

/** True where the terms of a phrase say all: no text has them without having the phrase. */
export function isExact(phrase: string): boolean {
  return phrase.length <= 2;
}
