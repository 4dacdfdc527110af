/**
 * What belongs to the page and not to the text: running heads and page numbers. A line goes only where it repeats at
 * the same height of other pages, or counts them; standing at the edge is not enough, since a footnote stands there too.
 */
import type { Recorder } from '../record.ts';
import { groupRuns, rowOf } from './rows.ts';
import type { Row, Run } from './types.ts';

interface Line {
  row: Row;
  runs: Run[];
  /** A row of a table: it is text wherever it stands. */
  table: boolean;
}

/** The lines of a page from the outside in. */
interface Edge {
  sheet: number;
  lines: Line[];
  /** Height of the line outside of them that was found last. */
  above?: number;
}

export interface Margins {
  /** By page: runs that belong to the page. */
  dropped: Set<Run>;
  /** By page: the number printed on it. */
  printed: Map<number, string>;
}

const numeral = '(\\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[\\u2160-\\u216b])';
/** `— 3 —`, `第3页`, `第3页 共9页`, `3/9`, `Page 3`. */
const decorated = [
  new RegExp(`^[-—–－―─·•・]{1,3}\\s*${numeral}\\s*[-—–－―─·•・]{1,3}$`),
  /^第\s*(\d{1,4})\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?$/,
  /^(\d{1,4})\s*[/／]\s*\d{1,4}$/,
  /^page\s*(\d{1,4})(?:\s*of\s*\d{1,4})?$/i,
];
const bare = new RegExp(`^${numeral}$`);

/** A running head stands on this share of the pages at least: on those to the right, or without the first of each text. */
const leastPages = 0.3;
/** Heights closer than this are one height. */
const sameHeight = 4;
/** So many lines at either end of a page may be furniture. */
const deepest = 3;

/**
 * Finds them on all pages at once.
 * @param sheets runs of each page; `free` are those that stand in no table
 */
export function findMargins(
  sheets: { number: number; runs: Run[]; free: Set<Run> }[],
  record: Recorder,
): Margins {
  const margins: Margins = { dropped: new Set(), printed: new Map() };
  const pages = sheets.map(({ number, runs, free }) => ({
    sheet: number,
    lines: groupRuns(runs).map((line) => ({
      row: rowOf(line),
      runs: line,
      table: line.some((run) => !free.has(run)),
    })),
  }));
  for (const end of ['top', 'bottom'] as const) {
    const edges: Edge[] = pages.map(({ sheet, lines }) => ({
      sheet,
      lines: (end === 'top' ? lines : lines.toReversed()).filter(
        ({ runs }) => !margins.dropped.has(runs[0]!),
      ),
    }));
    for (let depth = 0; depth < deepest; depth++) {
      const found = outermost(edges, margins);
      if (found.length === 0) break;
      for (const { edge, rule, printed } of found) {
        const line = edge.lines.shift()!;
        edge.above = line.row.y;
        for (const run of line.runs) margins.dropped.add(run);
        if (printed !== undefined && !margins.printed.has(edge.sheet))
          margins.printed.set(edge.sheet, printed);
        record.leave(rule, line.row.text, `第${edge.sheet}页${end === 'top' ? '页首' : '页尾'}`, edge.sheet);
      }
    }
  }
  return margins;
}

interface Found {
  edge: Edge;
  rule: 'running-head' | 'page-number';
  printed?: string;
}

function outermost(edges: Edge[], margins: Margins): Found[] {
  const open = edges.filter(({ lines }) => lines[0] && !lines[0].table);
  const found: Found[] = [];
  for (const edge of open) {
    const printed = decoratedNumber(edge.lines[0]!.row.text);
    if (printed !== undefined) found.push({ edge, rule: 'page-number', printed });
  }
  const rest = open.filter((edge) => !found.some((each) => each.edge === edge));
  for (const level of heights(rest)) {
    const numbers = counting(
      level.map((edge) => ({ edge, value: numberOf(edge.lines[0]!.row.text) })),
      margins,
    );
    found.push(...numbers);
    const words = level.filter((edge) => numberOf(edge.lines[0]!.row.text) === undefined);
    const heads = repeating(words.filter(standsApart));
    // Where most lines of a height differ, or few pages have one, text begins there.
    if (heads.length >= words.length * 0.6 && heads.length >= edges.length * leastPages) found.push(...heads);
  }
  return found;
}

/** So many sizes from the text, a line belongs to the margin, however far the lines of the text are from each other. */
const apart = 2.5;

/** Nearer to the line outside of it than to the text; the outermost one is farther from the text than lines are. */
function standsApart({ lines, above }: Edge): boolean {
  const [own, next, after] = lines.map(({ row }) => row);
  if (own === undefined || next === undefined) return true;
  const gap = Math.abs(next.y - own.y);
  if (above !== undefined) return Math.abs(own.y - above) < gap;
  if (after === undefined || gap > Math.max(own.size, next.size) * apart) return true;
  return gap > Math.abs(after.y - next.y) * 1.2;
}

function decoratedNumber(text: string): string | undefined {
  for (const pattern of decorated) {
    const match = pattern.exec(text);
    if (match) return match[1]!;
  }
  return undefined;
}

function numberOf(text: string): number | undefined {
  const match = bare.exec(text);
  if (!match) return undefined;
  return /^\d+$/.test(match[1]!) ? Number(match[1]) : romanValue(match[1]!);
}

function romanValue(text: string): number | undefined {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = Array.from(text.normalize('NFKC').toLowerCase(), (c) => values[c] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** Lines at one height, page by page. */
function heights(edges: Edge[]): Edge[][] {
  const levels: { y: number; edges: Edge[] }[] = [];
  for (const edge of edges) {
    const { y } = edge.lines[0]!.row;
    const level = levels.find((each) => Math.abs(each.y - y) <= sameHeight);
    if (level) level.edges.push(edge);
    else levels.push({ y, edges: [edge] });
  }
  return levels.map((level) => level.edges);
}

/** Bare numbers that count the pages: two at least that are as far from the page's own number. */
function counting(numbers: { edge: Edge; value: number | undefined }[], margins: Margins): Found[] {
  const distances = Map.groupBy(
    numbers.filter(({ value }) => value !== undefined),
    ({ edge, value }) => value! - edge.sheet,
  );
  return Array.from(distances.entries()).flatMap(([distance, same]) => {
    const known = Array.from(margins.printed).some(
      ([sheet, printed]) => Number(printed) - sheet === distance,
    );
    if (same.length < 2 && !known) return [];
    return same.map(({ edge }) => ({ edge, rule: 'page-number' as const, printed: edge.lines[0]!.row.text }));
  });
}

/** The same words on two pages at least; their numbers are the same, too, or count the pages. */
function repeating(edges: Edge[]): Found[] {
  const masked = Map.groupBy(edges, ({ lines }) =>
    lines[0]!.row.text.replace(/\d+/g, '#').replace(/\s+/g, ''),
  );
  return Array.from(masked.values()).flatMap((same) => {
    if (same.length < 2) return [];
    const digits = same.map(({ sheet, lines }) => ({
      sheet,
      groups: lines[0]!.row.text.match(/\d+/g) ?? [],
    }));
    const [head] = digits;
    let counter = -1;
    for (let i = 0; i < head!.groups.length; i++) {
      if (digits.every(({ groups }) => groups[i] === head!.groups[i])) continue;
      const distance = Number(head!.groups[i]) - head!.sheet;
      if (!digits.every(({ sheet, groups }) => Number(groups[i]) - sheet === distance)) return [];
      counter = i;
    }
    return same.map((edge, i) => ({
      edge,
      rule: 'running-head' as const,
      ...(counter >= 0 ? { printed: digits[i]!.groups[counter]! } : {}),
    }));
  });
}
