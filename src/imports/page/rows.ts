/** Runs → lines of text: by baseline, left to right; the gaps that a reader sees are spaces. */
import { isWide } from '../../domain/text/index.ts';
import type { Row, Run } from './types.ts';

/** Runs whose baselines lie closer than this share of their size stand on one line; raised numbers do. */
const sameLine = 0.35;

/** Groups runs into lines, from the top down. */
export function groupRuns(runs: readonly Run[]): Run[][] {
  const groups: { runs: Run[]; y: number; size: number }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const group = groups.at(-1);
    if (group && run.y - group.y <= sameLine * Math.max(run.size, group.size)) {
      group.runs.push(run);
      // The largest characters say where the line stands.
      if (run.size > group.size) [group.y, group.size] = [run.y, run.size];
    } else groups.push({ runs: [run], y: run.y, size: run.size });
  }
  return groups.map((group) => group.runs.sort((a, b) => a.x - b.x));
}

/** A line of text from runs in order. */
export function rowOf(runs: readonly Run[]): Row {
  let text = '';
  let right = Number.NaN;
  let size = 0;
  const visible = runs.filter((run) => run.text.trim() !== '');
  for (const run of visible) {
    if (!Number.isNaN(right)) text += gap(run.x - right, Math.max(run.size, size), text.at(-1), run.text[0]);
    text += run.text;
    right = Math.max(Number.isNaN(right) ? -Infinity : right, run.x + run.width);
    size = run.size;
  }
  const largest = visible.reduce((a, b) => (b.size > a.size ? b : a), visible[0]!);
  return { text: text.trim(), x: visible[0]?.x ?? 0, right, y: largest?.y ?? 0, size: largest?.size ?? 0 };
}

/** Next to a Chinese character a gap below half its size is letter spacing; between words less is a space. */
function gap(width: number, size: number, before: string | undefined, after: string | undefined): string {
  if (size <= 0) return '';
  const ems = width / size;
  if (ems >= 0.9) return '　';
  if (ems >= 0.45) return ' ';
  return ems >= 0.15 && !isWide(before) && !isWide(after) ? ' ' : '';
}
