/** Text set from the top down, its lines from right to left: what no line across the page can read. */
import type { Frame, Row, Run } from './types.ts';

/** So many characters below each other, with nothing close beside them, are a line. */
const fewest = 4;

export interface VerticalLine {
  runs: Run[];
  top: number;
}

/** Lines of a page that run from the top down, in the order in which they are read. */
export function verticalLines(runs: readonly Run[]): VerticalLine[] {
  const columns = Map.groupBy(
    [...runs].sort((a, b) => a.x - b.x),
    columnOf(),
  );
  const lines = Array.from(columns.values()).flatMap((column) => {
    const sorted = column.sort((a, b) => a.y - b.y);
    const out: VerticalLine[] = [];
    for (const run of sorted) {
      const last = out.at(-1)?.runs.at(-1);
      const step = last ? (run.y - last.y) / run.size : 0;
      if (last && step > 0.7 && step < 1.4 && Math.abs(last.size - run.size) < run.size * 0.1)
        out.at(-1)!.runs.push(run);
      else out.push({ runs: [run], top: run.y });
    }
    return out.filter((line) => line.runs.length >= fewest);
  });
  const alone = settled(lines, runs);
  return alone.sort((a, b) => b.runs[0]!.x - a.runs[0]!.x || a.top - b.top);
}

/** Characters of lines across the page stand below each other, too: what is beside such ones is no line either. */
function settled(lines: VerticalLine[], runs: readonly Run[]): VerticalLine[] {
  const inside = new Map(lines.flatMap((line) => line.runs.map((run) => [run, line] as const)));
  const left = lines.filter((line) => isAlone(line, runs, inside));
  return left.length === lines.length ? left : settled(left, runs);
}

/** Which column a run stands in: runs come from left to right. */
function columnOf(): (run: Run) => number {
  let number = 0;
  let last: Run | undefined;
  return (run) => {
    if (last && run.x - last.x > run.size * 0.2) number++;
    last = run;
    return number;
  };
}

/** Only such lines stand at the height of its characters, and none of them close: the first figures of a list are none. */
function isAlone(line: VerticalLine, runs: readonly Run[], inside: ReadonlyMap<Run, VerticalLine>): boolean {
  return line.runs.every((run) =>
    runs.every((other) => {
      const its = inside.get(other);
      if (its === line || Math.abs(other.y - run.y) > run.size * 0.4) return true;
      const gap = other.x > run.x ? other.x - run.x - run.width : run.x - other.x - other.width;
      return its !== undefined && gap > run.size * 0.2;
    }),
  );
}

/**
 * The lines as if the page were turned: what goes down goes to the right, so that paragraphs are found as in any text.
 * @returns a row and its frame for each, in order, all at the height of the first
 */
export function turned(lines: readonly VerticalLine[]): { row: Row; frame: Frame }[] {
  const top = Math.min(...lines.map((line) => line.top));
  const ends = lines.map(({ runs }) => runs.at(-1)!.y + runs.at(-1)!.size);
  const frame = { left: top, right: Math.max(...ends) };
  return lines.map(({ runs, top: x }, i) => ({
    row: {
      text: runs.map(({ text }) => text).join(''),
      x,
      right: ends[i]!,
      y: top + i / 1000,
      size: runs[0]!.size,
    },
    frame,
  }));
}
