/** Text and the marks on it → runs, in order and without loss. */
import type { Run } from './common.ts';

/** A half-open range of a text with what is said of it. */
export interface Mark extends Omit<Run, 'text' | 'noteOpen'> {
  start: number;
  end: number;
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
 * Cuts `text` at the marks: every character of the text comes out exactly once. Of links that overlap the first is
 * kept, of those that begin together the longest; a note may stand on words of a link, which is then cut in two.
 */
export function runsOf(text: string, marks: Mark[] = []): Run[] {
  const all = text.includes('://') ? [...marks, ...addresses(text)] : marks;
  const sorted = all
    .filter((mark) => mark.start >= 0 && mark.end <= text.length && mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  if (sorted.length === 0) return text === '' ? [] : [{ text }];
  const links = apart(sorted.filter(({ note }) => note === undefined));
  const notes = apart(sorted.filter(({ note }) => note !== undefined));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...links, ...notes]) cuts.add(start).add(end);
  const places = Array.from(cuts).sort((a, b) => a - b);
  const runs: Run[] = [];
  let [link, note] = [0, 0];
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i]!, places[i + 1]!];
    while (link < links.length && links[link]!.end <= from) link++;
    while (note < notes.length && notes[note]!.end <= from) note++;
    const run: Run = { text: text.slice(from, to) };
    const [onLink, onNote] = [links[link], notes[note]];
    if (onLink && onLink.start <= from) {
      const { start, end, ...said } = onLink;
      Object.assign(run, said);
    }
    if (onNote && onNote.start <= from) {
      if (onNote.note !== undefined) run.note = onNote.note;
      if (onNote.end > to) run.noteOpen = true;
    }
    runs.push(run);
  }
  return runs;
}

/** Marks in order without those that begin inside an earlier one. */
function apart(sorted: Mark[]): Mark[] {
  let end = 0;
  return sorted.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
