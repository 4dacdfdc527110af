/** Text and the marks on it → runs, in order and without overlap. */
import type { Run } from './common.ts';

/** A half-open range of a text with what is said of it. */
export interface Mark {
  start: number;
  end: number;
  href?: string;
  outside?: boolean;
  note?: number;
}

const addressPattern = /https?:\/\/[\w.~:/?#@!$&*+=%-]*[\w/=#&%-]/g;

/** The web addresses printed in a text. */
function addresses(text: string): Mark[] {
  return Array.from(text.matchAll(addressPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    href: match[0],
    outside: true,
  }));
}

/**
 * Cuts `text` at the marks. Marks that begin inside an earlier one, lie outside the text or are empty are left
 * out: every character of the text comes out exactly once.
 */
export function runsOf(text: string, marks: Mark[] = []): Run[] {
  const all = text.includes('://') ? [...marks, ...addresses(text)] : marks;
  const sorted = all
    .filter((mark) => mark.start >= 0 && mark.end <= text.length && mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, href, outside, note } of sorted) {
    if (start < at) continue;
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), href, outside, note });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
