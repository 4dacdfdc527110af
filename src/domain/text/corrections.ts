/**
 * Corrections written by an editor for one source file: where, from, to, why.
 *
 * A `note` keeps the text and speaks about it; a `placeholder` says what the source does not hold;
 * `replace` and `normalise` change characters; `join` and `split` overrule where a paragraph is cut; `accept` names words of an
 * instruction whose doubt the editor has looked into, and says why it may stand.
 */
import type { VFile } from 'vfile';
import type { Repair } from '../model.ts';
import { type LineTable, placeAt } from './lines.ts';

export interface Correction {
  /** Source line, from 1. */
  line: number;
  /** The words meant, as the source prints them; they occur on that line (the `nth` time). */
  from: string;
  nth?: number;
  to?: string;
  kind: 'replace' | 'normalise' | 'note' | 'placeholder' | 'join' | 'split' | 'accept';
  reason: string;
  /** What the editor thinks was meant, for a note: never published as text. */
  suggestion?: string;
  /** Register number of the anomaly, `A-30`. */
  id?: string;
}

/**
 * Corrections as repairs. One whose words are not on its line, or are changed already, is reported and left out.
 * @returns repairs in source order; joins and splits as sets of line numbers
 */
export function placeCorrections(
  source: string,
  table: LineTable,
  corrections: Correction[],
  file: VFile,
): { repairs: Repair[]; joins: Set<number>; splits: Set<number> } {
  const repairs: Repair[] = [];
  const taken: { start: number; end: number }[] = [];
  const joins = new Set<number>();
  const splits = new Set<number>();
  for (const correction of corrections) {
    const index = correction.line - 1;
    const lineStart = table.starts[index];
    const reject = (why: string): void => {
      const message = file.message(
        `更正未能应用：${why}`,
        { line: correction.line, column: 1 },
        'gongbao:correction',
      );
      message.fatal = true;
      message.expected = [correction.from];
    };
    if (lineStart === undefined) {
      reject(`源文件没有第${correction.line}行`);
      continue;
    }
    const text = source.slice(lineStart, table.ends[index]);
    const at = nthIndex(text, correction.from, correction.nth ?? 1);
    if (at < 0) {
      reject(`第${correction.line}行没有“${correction.from}”`);
      continue;
    }
    if (correction.kind === 'join') joins.add(correction.line);
    else if (correction.kind === 'split') splits.add(correction.line);
    else {
      const start = lineStart + at;
      const end = start + correction.from.length;
      const changes = correction.kind === 'replace' || correction.kind === 'normalise';
      if (changes && taken.some((other) => start < other.end && other.start < end)) {
        reject('与同一处的另一更正重叠');
        continue;
      }
      if (changes) taken.push({ start, end });
      repairs.push({
        kind: correction.kind,
        rule: 'correction',
        start,
        end,
        from: correction.from,
        to: changes ? (correction.to ?? '') : correction.from,
        reason: correction.suggestion
          ? `${correction.reason}（疑为：${correction.suggestion}）`
          : correction.reason,
        place: placeAt(table, start),
        ...(correction.id ? { id: correction.id } : {}),
      });
    }
  }
  return { repairs: repairs.sort((a, b) => a.start - b.start), joins, splits };
}

function nthIndex(text: string, words: string, nth: number): number {
  let at = -1;
  for (let i = 0; i < nth; i++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return -1;
  }
  return at;
}
