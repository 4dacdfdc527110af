/**
 * Titles in 《》, whatever is nested in them.
 *
 * `《关于修改〈甲办法〉的决定》` → one title · `《关于修改《甲办法》的决定》` → one title · `《甲法》《乙法》` → two
 */
import type { Span } from './find-locators.ts';

export interface FoundTitle extends Span {
  /** Without its own 《》. */
  title: string;
}

/** Longest title that is believed; an unclosed 《 must not swallow a page. */
const longest = 200;

/** Every outermost title of a text, in order. An unclosed 《 gives none. */
export function findTitles(text: string): FoundTitle[] {
  const found: FoundTitle[] = [];
  let start = text.indexOf('《');
  while (start >= 0) {
    const end = closing(text, start);
    if (end > 0) found.push({ start, end, title: text.slice(start + 1, end - 1).trim() });
    start = text.indexOf('《', end > 0 ? end : start + 1);
  }
  return found.filter(({ title }) => title !== '');
}

/** Offset after the 》 that closes the 《 at `start`, or −1. */
function closing(text: string, start: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + longest);
  for (let i = start; i < limit; i++) {
    const c = text[i];
    if (c === '《') depth++;
    else if (c === '》' && --depth === 0) return i + 1;
    else if (c === '。' && depth === 1) return -1;
  }
  return -1;
}
