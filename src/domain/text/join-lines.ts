/** Pieces of one paragraph or 题注 become one line; each join is recorded. */
import type { Repair, TextLine } from '../model.ts';
import { cutRows } from './cut-rows.ts';
import { reasons } from './edits.ts';
import { captionGap, captionLength, continuedLines } from './joins.ts';
import { type LineTable, placeAt } from './lines.ts';

/**
 * Joins lines.
 * @param repairs what was done to the lines so far, in order; joins are added
 * @param placed lines where an editor joins or splits against the rules
 */
export function joinLines(
  lines: TextLine[],
  repairs: Repair[],
  source: string,
  table: LineTable,
  placed: { joins: Set<number>; splits: Set<number> },
): TextLine[] {
  const out: TextLine[] = [];
  const gone = repairs
    .filter((repair) => repair.to === '' && repair.from !== '')
    .sort((a, b) => a.start - b.start);
  let cursor = 0;
  const join = (a: TextLine, b: TextLine, gap: string, rule: string): boolean => {
    while (cursor < gone.length && gone[cursor]!.start < a.end) cursor++;
    const gaps = spaceBetween(a.end, b.start, gone, cursor, source);
    if (!gaps) return false;
    for (const [i, [start, end]] of gaps.entries()) {
      const to = i === 0 ? gap : '';
      const from = source.slice(start, end);
      if (from === to) continue;
      repairs.push({
        kind: 'join',
        rule,
        start,
        end,
        from,
        to,
        reason: reasons[rule]!,
        place: placeAt(table, start),
      });
    }
    const shift = a.text.length + gap.length;
    const strong = [
      ...(a.strong ?? []),
      ...(b.strong ?? []).map(([s, e]): [number, number] => [s + shift, e + shift]),
    ];
    a.text += gap + b.text;
    a.end = b.end;
    if (strong.length > 0) a.strong = strong;
    return true;
  };
  const continued = continuedLines(lines, source, table);
  const rows = cutRows(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const previous = out.at(-1);
    const piece = lines[i - 1];
    if (previous && piece) {
      const wanted =
        placed.joins.has(piece.line) || (!placed.splits.has(piece.line) && (continued[i - 1] || rows[i - 1]));
      const rule = rows[i - 1] ? 'row' : 'join';
      if (wanted && join(previous, line, wordGap(piece.text, line.text), rule)) continue;
    }
    const copy = { ...line };
    out.push(copy);
    const length = captionLength(lines, i);
    for (let k = 1; k < length; k++) {
      if (!join(copy, lines[i + k]!, captionGap(copy, lines[i + k]!), 'caption')) break;
      if (k === length - 1) i += k;
    }
  }
  return out;
}

/** A Latin word ends where its line ends. */
function wordGap(a: string, b: string): string {
  return /[a-z,.]$/i.test(a) && /^[a-z]/i.test(b) ? ' ' : '';
}

/** Ranges of space between two pieces, around what was left out there; undefined where text stands between. */
function spaceBetween(
  from: number,
  to: number,
  gone: Repair[],
  cursor: number,
  source: string,
): [number, number][] | undefined {
  const gaps: [number, number][] = [];
  let start = from;
  for (let i = cursor; i <= gone.length; i++) {
    const repair = gone[i];
    const end = repair && repair.start < to ? repair.start : to;
    if (source.slice(start, end).trim() !== '') return undefined;
    if (end > start) gaps.push([start, end]);
    if (!repair || end === to) break;
    start = Math.max(start, repair.end);
  }
  return gaps;
}
