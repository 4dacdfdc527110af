/** Runs → lines of text: by baseline, left to right; the gaps that a reader sees are spaces. */
import { isWide } from '../../domain/text/index.ts';
import type { Row, Run } from './types.ts';

/** Runs whose baselines lie closer than this share of their size stand on one line; raised numbers do. */
const sameLine = 0.35;

/** Smaller characters are raised by up to this share of the size of their line: marks of notes, powers. */
const raised = 0.6;
const small = 0.9;

interface Group {
  runs: Run[];
  y: number;
  size: number;
}

/** Groups runs into lines, from the top down. */
export function groupRuns(runs: readonly Run[]): Run[][] {
  const groups: Group[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const group = groups.at(-1);
    if (group && run.y - group.y <= sameLine * Math.max(run.size, group.size)) {
      group.runs.push(run);
      // The largest characters say where the line stands.
      if (run.size > group.size) [group.y, group.size] = [run.y, run.size];
    } else groups.push({ runs: [run], y: run.y, size: run.size });
  }
  for (const [i, group] of groups.entries()) {
    const below = groups[i + 1];
    if (!below) break;
    const up = group.runs.filter((run) => isRaised(run, below));
    below.runs.push(...up);
    group.runs = group.runs.filter((run) => !up.includes(run));
  }
  return groups.flatMap(({ runs: line }) => (line.length > 0 ? [line.sort((a, b) => a.x - b.x)] : []));
}

/** Small and a little above a line, where the line has nothing. */
function isRaised(run: Run, line: Group): boolean {
  if (run.size > line.size * small || line.y - run.y > line.size * raised) return false;
  return !line.runs.some(
    (other) => run.x + run.width * 0.7 > other.x && run.x + run.width * 0.3 < other.x + other.width,
  );
}

/** Pinyin with its tones, kana, bopomofo. */
const said = /^[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u3041-\u3096\u3105-\u312f]+$/;

/**
 * How characters are said, in small letters above them; it is no text, and would part the lines around it.
 * @returns the runs of each such word
 */
export function rubyOf(runs: readonly Run[]): Run[][] {
  const lines = groupRuns(runs);
  return lines.flatMap((line, i) => {
    const below = lines[i + 1] ?? [];
    const text = line.map((run) => run.text).join('');
    const over = line.every((run) =>
      below.some(
        (base) =>
          run.size < base.size * 0.65 &&
          base.y - run.y < base.size * 1.4 &&
          run.x + run.width > base.x - base.size * 0.5 &&
          run.x < base.x + base.width + base.size * 0.5,
      ),
    );
    return over && said.test(text) && !/^[a-z]+$/.test(text) ? [line] : [];
  });
}

/** Raised digits that follow digits, with them: 30¹ is written 301. */
export function raisedNumbers(line: readonly Run[]): string[] {
  const digit = (run: Run | undefined): boolean => /^\d$/.test(run?.text ?? '');
  return line.flatMap((run, i) => {
    const before = line[i - 1];
    const up = before && run.size < before.size * small && before.y - run.y > before.size * 0.15;
    if (!up || !digit(run) || !digit(before)) return [];
    const close = run.x - before.x - before.width < before.size * 0.3;
    return close ? [`${before.text}${run.text}`] : [];
  });
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
