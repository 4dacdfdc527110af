/** Tables by their printed lines: which cells there are, and what stands in each. */
import { joined } from '../record.ts';
import { groupRuns, rowOf } from './rows.ts';
import type { Rule, Run, TableBlock } from './types.ts';

/** Lines that miss each other by less than this meet. */
const reach = 3;

interface Straight {
  /** Where it lies, across its direction. */
  at: number;
  from: number;
  to: number;
}

/** Tables of a page, from the top down, and the runs that stand in none. */
export function findTables(
  runs: readonly Run[],
  rules: readonly Rule[],
): { tables: TableBlock[]; rest: Run[] } {
  const level = merged(
    rules
      .filter((r) => Math.abs(r.y1 - r.y2) <= Math.abs(r.x1 - r.x2))
      .map((r) => ({ at: (r.y1 + r.y2) / 2, from: Math.min(r.x1, r.x2), to: Math.max(r.x1, r.x2) })),
  );
  const upright = merged(
    rules
      .filter((r) => Math.abs(r.y1 - r.y2) > Math.abs(r.x1 - r.x2))
      .map((r) => ({ at: (r.x1 + r.x2) / 2, from: Math.min(r.y1, r.y2), to: Math.max(r.y1, r.y2) })),
  );
  const tables: TableBlock[] = [];
  let rest = [...runs];
  for (const [across, down] of networks(level, upright)) {
    const grid = new Grid(across, down);
    if (grid.columns < 2 || grid.rows < 1) continue;
    const inside = rest.filter((run) => grid.holds(run));
    if (inside.length === 0) continue;
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
    tables.push(grid.read(inside));
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

/** Pieces of one line, drawn cell by cell or twice, become one. */
function merged(lines: Straight[]): Straight[] {
  const out: Straight[] = [];
  for (const line of lines
    .filter(({ from, to }) => to - from > 2)
    .sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = out.findLast(
      (each) => line.at - each.at < 1.5 && line.from <= each.to + 2 && line.to >= each.from - 2,
    );
    if (same) {
      same.from = Math.min(same.from, line.from);
      same.to = Math.max(same.to, line.to);
    } else out.push({ ...line });
    if (out.length > 4000) break;
  }
  return out;
}

/** Lines that hang together: at least two each way. */
function networks(level: Straight[], upright: Straight[]): [Straight[], Straight[]][] {
  const group = new Map<Straight, Straight[]>([...level, ...upright].map((line) => [line, [line]]));
  for (const a of level)
    for (const b of upright) {
      const meet =
        b.at >= a.from - reach && b.at <= a.to + reach && a.at >= b.from - reach && a.at <= b.to + reach;
      const [one, other] = [group.get(a)!, group.get(b)!];
      if (!meet || one === other) continue;
      const [small, large] = one.length < other.length ? [one, other] : [other, one];
      for (const line of small) group.set(line, large);
      large.push(...small);
    }
  const levels = new Set(level);
  return Array.from(new Set(group.values()), (lines): [Straight[], Straight[]] => [
    lines.filter((line) => levels.has(line)),
    lines.filter((line) => !levels.has(line)),
  ]).filter(([across, down]) => across.length >= 2 && down.length >= 1);
}

class Grid {
  readonly #xs: number[];
  readonly #ys: number[];
  /** By cell: the cell in which its text stands, where several are one. */
  readonly #home: number[] = [];

  constructor(across: Straight[], down: Straight[]) {
    // A table may be open at its sides: there the level lines reach beyond the upright ones.
    this.#xs = places([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])], 6);
    this.#ys = places([...across.map(({ at }) => at)], reach);
    const { columns, rows } = this;
    for (let cell = 0; cell < columns * rows; cell++) this.#home.push(cell);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        const [x, y] = [this.#middle(this.#xs, column), this.#middle(this.#ys, row)];
        const right = down.some(
          (line) => near(line.at, this.#xs[column + 1]!) && line.from - reach <= y && y <= line.to + reach,
        );
        const below = across.some(
          (line) => near(line.at, this.#ys[row + 1]!) && line.from - reach <= x && x <= line.to + reach,
        );
        if (!right && column + 1 < columns) this.#unite(cell, cell + 1);
        if (!below && row + 1 < rows) this.#unite(cell, cell + columns);
      }
  }

  get columns(): number {
    return Math.max(0, this.#xs.length - 1);
  }

  get rows(): number {
    return Math.max(0, this.#ys.length - 1);
  }

  holds(run: Run): boolean {
    const [x, y] = centre(run);
    return x > this.#xs[0]! && x < this.#xs.at(-1)! && y > this.#ys[0]! && y < this.#ys.at(-1)!;
  }

  read(runs: readonly Run[]): TableBlock {
    const { columns } = this;
    const byCell = Map.groupBy(runs, (run) => this.#homeOf(this.#cellAt(run)));
    const rows: string[][] = [];
    const filled: number[][] = [];
    for (let row = 0; row < this.rows; row++) {
      const cells: string[] = [];
      const fill: number[] = [];
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        const lines = (this.#home[cell] === cell ? groupRuns(byCell.get(cell) ?? []) : []).map(rowOf);
        cells.push(joined(lines.map(({ text }) => text)));
        const last = lines.at(-1);
        fill.push(last ? (last.right - this.#xs[column]!) / (this.#rightOf(cell) - this.#xs[column]!) : 0);
      }
      rows.push(cells);
      filled.push(fill);
    }
    const size = runs[0]?.size ?? 0;
    return { ...dropEmpty(rows, filled), edges: this.#xs, size, top: this.#ys[0]!, bottom: this.#ys.at(-1)! };
  }

  #cellAt(run: Run): number {
    const [x, y] = centre(run);
    const column = Math.max(
      0,
      Math.min(
        this.columns - 1,
        this.#xs.findLastIndex((edge) => edge <= x),
      ),
    );
    const row = Math.max(
      0,
      Math.min(
        this.rows - 1,
        this.#ys.findLastIndex((edge) => edge <= y),
      ),
    );
    return row * this.columns + column;
  }

  #homeOf(cell: number): number {
    let at = cell;
    while (this.#home[at] !== at) at = this.#home[at]!;
    return at;
  }

  /** The cell to the upper left keeps the text. */
  #unite(a: number, b: number): void {
    const [one, other] = [this.#homeOf(a), this.#homeOf(b)];
    this.#home[Math.max(one, other)] = Math.min(one, other);
  }

  #rightOf(cell: number): number {
    let last = cell % this.columns;
    for (let i = 0; i < this.#home.length; i++)
      if (this.#homeOf(i) === cell) last = Math.max(last, i % this.columns);
    return this.#xs[last + 1]!;
  }

  #middle(edges: number[], index: number): number {
    return (edges[index]! + edges[index + 1]!) / 2;
  }
}

/** Rows and columns in which nothing stands are lines drawn double. */
function dropEmpty(rows: string[][], filled: number[][]): { rows: string[][]; filled: number[][] } {
  const keep = rows.map((cells) => cells.some((cell) => cell !== ''));
  return { rows: rows.filter((_, i) => keep[i]), filled: filled.filter((_, i) => keep[i]) };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 6;

const centre = (run: Run): [number, number] => [run.x + run.width / 2, run.y - run.size * 0.35];

/** Distinct values, those closer than `apart` taken as one. */
function places(values: number[], apart: number): number[] {
  const out: number[] = [];
  for (const value of values.sort((a, b) => a - b))
    if (out.length === 0 || value - out.at(-1)! > apart) out.push(value);
  return out;
}
