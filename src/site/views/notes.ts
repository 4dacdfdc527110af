/** Editorial notes of a source file → notes at their place in a text. */
import type { Provision, Repair } from '../../domain/model.ts';

export interface Note {
  /** From 1, in the order of the text. */
  number: number;
  /** eId of the provision it speaks about; absent where it speaks about the frame of the text. */
  eId?: string;
  words: string;
  reason: string;
  line: number;
  kind: 'note' | 'placeholder' | 'replace';
  /** What the source prints, where an editor replaced it. */
  printed?: string;
  /** Which occurrence of `words` in the provision is meant, from 1. */
  occurrence: number;
}

const noteKinds = new Set(['note', 'placeholder', 'replace']);

/** All provisions in reading order. */
export function flatten(provisions: Provision[]): Provision[] {
  return provisions.flatMap((provision) => [provision, ...flatten(provision.children)]);
}

/** How often `words` stands in `source` between two offsets, the one that begins at `to` included. */
function occurrences(source: string, words: string, from: number, to: number): number {
  let count = 0;
  for (let at = source.indexOf(words, from); at >= 0 && at <= to; at = source.indexOf(words, at + 1)) count++;
  return Math.max(count, 1);
}

/**
 * The notes that lie in `[start, end)` of a source, each with the provision it stands in: the last one that
 * begins before it.
 */
export function notesOf(
  provisions: Provision[],
  repairs: Repair[],
  source: string,
  range: { start: number; end: number },
): Note[] {
  const places = flatten(provisions);
  const notes: Note[] = [];
  let at = -1;
  const inside = repairs
    .filter((repair) => noteKinds.has(repair.kind) && repair.start >= range.start && repair.start < range.end)
    .toSorted((a, b) => a.start - b.start);
  for (const repair of inside) {
    while (at + 1 < places.length && places[at + 1]!.position.start.offset <= repair.start) at++;
    const owner = places[at];
    // A figure says itself that its picture is lacking.
    if (owner?.type === 'figure' && repair.kind === 'placeholder') continue;
    notes.push({
      number: notes.length + 1,
      eId: owner?.eId,
      words: repair.to,
      reason: repair.reason,
      line: repair.place.line,
      kind: repair.kind as Note['kind'],
      printed: repair.kind === 'replace' ? repair.from : undefined,
      occurrence: owner ? occurrences(source, repair.from, owner.position.start.offset, repair.start) : 1,
    });
  }
  return notes;
}

/**
 * Where a note's words stand in a provision: offsets in its heading or in its text, or undefined where neither holds
 * them.
 */
export function rangeOf(
  note: Note,
  heading: string,
  text: string,
): { part: 'heading' | 'text'; start: number; end: number } | undefined {
  if (!note.words.trim()) return undefined;
  // A separator that no text holds keeps words from being found across the two.
  const whole = `${heading}\0${text}`;
  let start = -1;
  for (let count = 0; count < note.occurrence; count++) {
    const next = whole.indexOf(note.words, start + 1);
    if (next < 0) break;
    start = next;
  }
  if (start < 0) return undefined;
  const part = start < heading.length ? 'heading' : 'text';
  const at = part === 'heading' ? start : start - heading.length - 1;
  return { part, start: at, end: at + note.words.length };
}
