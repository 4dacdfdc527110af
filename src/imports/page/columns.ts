/** The order in which a page is read: one column after the other, lines across both between them. */
import { groupRuns, rowOf } from './rows.ts';
import type { Block, Frame, Row, Run, TableBlock } from './types.ts';

/** Characters of one line without a gap that could part columns. */
interface Segment {
  runs: Run[];
  x: number;
  right: number;
  size: number;
}

/** A gap as wide as a character may be one between columns. */
function segmentsOf(line: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  for (const run of line) {
    const last = segments.at(-1);
    if (last && run.x - last.right < run.size * 0.9) {
      last.runs.push(run);
      last.right = Math.max(last.right, run.x + run.width);
      last.size = Math.max(last.size, run.size);
    } else segments.push({ runs: [run], x: run.x, right: run.x + run.width, size: run.size });
  }
  return segments;
}

/** What stands on a page beside its margins and footnotes. */
export interface Body {
  runs: readonly Run[];
  tables: readonly TableBlock[];
  /** Edges of its text. */
  frame: Frame;
}

/** The x that parts the two columns of a page; undefined where it has one. */
export function gutterOf({ runs, tables, frame }: Body): number | undefined {
  return findGutter(groupRuns(runs).map(segmentsOf), tables, withTables(frame, tables));
}

/** A column may hold nothing but a table. */
const withTables = ({ left, right }: Frame, tables: readonly TableBlock[]): Frame => ({
  left: Math.min(left, ...tables.map((table) => extent(table).x)),
  right: Math.max(right, ...tables.map((table) => extent(table).right)),
});

/** True where a page has text at both sides of an x and nothing across it: the last page of an issue in two columns. */
export function isPartedAt({ runs, tables }: Body, x: number): boolean {
  const segments = groupRuns(runs).flatMap(segmentsOf);
  const pieces = [...segments, ...tables.map(extent)];
  return (
    !segments.some((segment) => crosses(segment, x)) &&
    !tables.some((table) => tableCrosses(table, x)) &&
    pieces.some((each) => middle(each) < x) &&
    pieces.some((each) => middle(each) > x)
  );
}

/** Lines and tables of a page in reading order. @param gutter the x between its columns, where it has two */
export function readColumns({ runs, tables, frame: text }: Body, gutter: number | undefined): Block[] {
  const page = withTables(text, tables);
  const lines = groupRuns(runs).map(segmentsOf);
  const rowsOf = (segments: readonly Segment[], frame?: Frame): Block[] => {
    const rows = groupRuns(segments.flatMap((segment) => segment.runs)).map(rowOf);
    const own = frame ?? frameOf(rows, page);
    return rows.map((row) => ({ kind: 'line', row, frame: own }));
  };
  const blocksOf = (some: readonly TableBlock[]): Block[] => some.map((table) => ({ kind: 'table', table }));
  if (gutter === undefined) return inOrder([...rowsOf(lines.flat()), ...blocksOf(tables)]);
  const whole = lines.filter((line) => line.some((each) => crosses(each, gutter)) || centredOn(line, gutter));
  const parts = lines.filter((line) => !whole.includes(line)).flat();
  const [left, right] = [
    { left: page.left, right: gutter },
    { left: gutter, right: page.right },
  ].map((half) => {
    const inside = (each: { x: number; right: number }): boolean =>
      middle(each) > half.left && middle(each) <= half.right;
    const segments = parts.filter((each) =>
      half.left === gutter ? middle(each) > gutter : middle(each) <= gutter,
    );
    const frame = frameOf(groupRuns(segments.flatMap((each) => each.runs)).map(rowOf), half);
    const own = tables.filter((table) => !tableCrosses(table, gutter) && inside(extent(table)));
    return inOrder([...rowsOf(segments, frame), ...blocksOf(own)]);
  });
  const across = inOrder([
    ...rowsOf(whole.flat(), page),
    ...blocksOf(tables.filter((table) => tableCrosses(table, gutter))),
  ]);
  const out: Block[] = [];
  let top = -Infinity;
  for (const block of [...across, undefined]) {
    const bottom = block ? heightOf(block) : Infinity;
    for (const side of [left!, right!])
      out.push(...side.filter((each) => heightOf(each) > top && heightOf(each) <= bottom));
    if (block) out.push(block);
    top = bottom;
  }
  return out;
}

/** Where a block stands, from the top down. */
export const heightOf = (block: Block): number => (block.kind === 'line' ? block.row.y : block.table.top + 1);

const inOrder = (blocks: Block[]): Block[] => blocks.sort((a, b) => heightOf(a) - heightOf(b));

const extent = ({ edges }: TableBlock): { x: number; right: number } => ({
  x: edges[0]!,
  right: edges.at(-1)!,
});

const tableCrosses = (table: TableBlock, x: number): boolean =>
  extent(table).x < x - 6 && extent(table).right > x + 6;

const middle = ({ x, right }: { x: number; right: number }): number => (x + right) / 2;

const crosses = (segment: Segment, x: number): boolean =>
  segment.x < x - segment.size * 0.6 && segment.right > x + segment.size * 0.6;

/** A title with letters set apart (`目　　录`): it lies evenly on both sides of the middle. */
function centredOn(line: readonly Segment[], gutter: number): boolean {
  if (line.length < 2 || line.some((segment) => segment.runs.length > 2)) return false;
  return Math.abs(gutter - line[0]!.x - (line.at(-1)!.right - gutter)) < line[0]!.size * 1.5;
}

/**
 * The x between two columns: near the middle, where fewest lines cross. Two columns there are only where several lines
 * have text at both sides of a gap of their own, the right one begins at one edge, and lines fill both.
 */
function findGutter(
  lines: readonly Segment[][],
  tables: readonly TableBlock[],
  page: Frame,
): number | undefined {
  const width = page.right - page.left;
  if (lines.length < 4 || width <= 0) return undefined;
  const steps = 40;
  const candidates = Array.from({ length: steps + 1 }, (_, i) => {
    const x = page.left + width * (0.4 + (0.2 * i) / steps);
    const crossed = lines.filter((line) => line.some((each) => crosses(each, x))).length;
    return { x, crossing: crossed + tables.filter((table) => tableCrosses(table, x)).length };
  });
  const fewest = Math.min(...candidates.map(({ crossing }) => crossing));
  if (fewest > lines.length * 0.3) {
    // Most of the page has one column: a part of it may have two.
    const part = longestPart(
      lines,
      candidates.map(({ x }) => x),
    );
    return part.length < lines.length * 0.7 && part.length >= 5 ? findGutter(part, [], page) : undefined;
  }
  const clear = candidates.filter(({ crossing }) => crossing === fewest);
  const { x } = clear[Math.floor(clear.length / 2)]!;
  const free = lines.filter((line) => !line.some((each) => crosses(each, x)));
  // Where the right column begins, by line that has both.
  const both = free.flatMap((line, i) => {
    const { y, size: high } = line[0]!.runs[0]!;
    // Columns do not always stand on one grid: a line's other side may be the line just above or below it, or a table.
    const near = [free[i - 1], free[i + 1]].filter(
      (other) => other !== undefined && Math.abs(other[0]!.runs[0]!.y - y) < high * 1.1,
    );
    const beside = tables
      .filter((table) => table.top < y && y < table.bottom && !tableCrosses(table, x))
      .map(extent);
    const pieces = [...line, ...near.flatMap((other) => other ?? []), ...beside];
    const right = pieces.filter((each) => middle(each) >= x);
    return right.length > 0 && right.length < pieces.length ? [Math.min(...right.map((each) => each.x))] : [];
  });
  if (both.length < 4) return undefined;
  const edge = Math.min(...both);
  const { size } = lines[0]![0]!;
  const aligned = both.filter((begin) => begin - edge < size * 2.6).length;
  // Columns are filled by their lines; names set side by side are not.
  const fills = (from: number, to: number): boolean =>
    [...lines.flat(), ...tables.map(extent)].some(
      (each) => middle(each) > from && middle(each) < to && each.right - from > (to - from) * 0.75,
    );
  if (aligned < both.length * 0.6 || !fills(page.left, edge) || !fills(edge, page.right)) return undefined;
  // The left column ends with its longest line, a mark that hangs over its edge included.
  const ends = [...free.flat(), ...tables.map(extent)]
    .filter((each) => middle(each) < x && each.right <= edge)
    .map(({ right }) => right);
  return (Math.max(page.left, ...ends) + edge) / 2;
}

/** The most lines that follow each other and have text at both sides of one x, and none across it. */
function longestPart(lines: readonly Segment[][], candidates: readonly number[]): Segment[][] {
  let longest: Segment[][] = [];
  for (const x of candidates) {
    let part: Segment[][] = [];
    for (const line of [...lines, []]) {
      const parted =
        !line.some((each) => crosses(each, x)) &&
        line.some((each) => middle(each) < x) &&
        line.some((each) => middle(each) > x);
      if (parted) part.push(line);
      else {
        if (part.length > longest.length) longest = part;
        part = [];
      }
    }
  }
  return longest;
}

/** Edges of the text in a column: where its lines begin and where the full ones end. */
export function frameOf(rows: readonly Pick<Row, 'x' | 'right'>[], within: Frame): Frame {
  if (rows.length === 0) return within;
  const lefts = rows.map(({ x }) => x).sort((a, b) => a - b);
  const rights = rows.map(({ right }) => right).sort((a, b) => b - a);
  return { left: lefts[0]!, right: rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.05))]! };
}
