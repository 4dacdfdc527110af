/** Printed pages → lines of text: what PDF and OFD have in common once it is known what stands where. */
import type { Recorder } from '../record.ts';
import type { ImportedLine, Page } from '../types.ts';
import { type Body, frameOf, gutterOf, heightOf, isPartedAt, readColumns } from './columns.ts';
import { findMargins } from './margins.ts';
import { Joiner, type ReadPage } from './paragraphs.ts';
import { groupRuns, raisedNumbers, rowOf, rubyOf } from './rows.ts';
import { findTables } from './tables.ts';
import type { Block, Run, Sheet, TableBlock } from './types.ts';
import { turned, type VerticalLine, verticalLines } from './vertical.ts';

export type { Rule, Run, Sheet } from './types.ts';
export { noText, tellUnread, usableSheet } from './unread.ts';

/** Reads pages in order. Text that is left out, and whatever is doubtful, goes into the record. */
export function readSheets(
  sheets: readonly Sheet[],
  record: Recorder,
): { lines: ImportedLine[]; pages: Page[] } {
  const parted = sheets.map((sheet) => {
    const runs = withoutRuby(distinct(sheet, record), sheet.number, record);
    return { sheet, runs, ...findTables(runs, sheet.rules) };
  });
  const margins = findMargins(
    parted.map(({ sheet, runs, rest }) => ({ number: sheet.number, runs, free: new Set(rest) })),
    record,
  );
  const size = usualSize(sheets);
  const joiner = new Joiner(record, size);
  const bodies = parted.map(({ sheet, tables, rest }) =>
    bodyOf(
      sheet,
      tables,
      rest.filter((run) => !margins.dropped.has(run)),
      size,
      record,
    ),
  );
  const gutters = bodies.map(gutterOf);
  const usual = usualGutter(gutters);
  for (const [i, body] of bodies.entries()) {
    const fits = usual !== undefined && isPartedAt(body, usual);
    joiner.add(readPage(body, gutters[i] ?? (fits ? usual : undefined)));
  }
  const pages = sheets.map(({ number, label }) => {
    const printed = margins.printed.get(number) ?? label;
    return { number, ...(printed === undefined ? {} : { printed }) };
  });
  return { lines: joiner.end(), pages };
}

/** Text that is drawn twice at one place, to look bold, is text once. */
function distinct({ runs, number }: Sheet, record: Recorder): Run[] {
  const kept = new Map<string, Run[]>();
  return runs.filter((run) => {
    if (run.text.trim() === '') return false;
    const same = kept.get(run.text) ?? [];
    // Two narrow letters (ll) begin as near to each other as their width.
    const near = Math.min(run.size * 0.25, run.width * 0.5);
    const twin = same.some(
      (other) => Math.abs(other.x - run.x) < near && Math.abs(other.y - run.y) < run.size * 0.25,
    );
    if (twin) record.leave('duplicate', run.text, `第${number}页同一处重复印出`, number);
    else kept.set(run.text, [...same.slice(-20), run]);
    return !twin;
  });
}

function withoutRuby(runs: Run[], number: number, record: Recorder): Run[] {
  const ruby = rubyOf(runs);
  for (const word of ruby)
    record.leave('ruby', word.map(({ text }) => text).join(''), `第${number}页`, number);
  const left = new Set(ruby.flat());
  return runs.filter((run) => !left.has(run));
}

/** Where the columns of most pages are parted; undefined where few pages have two. */
function usualGutter(gutters: readonly (number | undefined)[]): number | undefined {
  const found = gutters.filter((x) => x !== undefined).toSorted((a, b) => a - b);
  return found.length * 3 >= gutters.length ? found[Math.floor(found.length / 2)] : undefined;
}

interface PageBody extends Body {
  number: number;
  notes: Run[];
  vertical: VerticalLine[];
}

function bodyOf(sheet: Sheet, tables: TableBlock[], runs: Run[], size: number, record: Recorder): PageBody {
  const { body: whole, notes } = footnotes(sheet, runs, size);
  const vertical = verticalLines(whole);
  const place = `第${sheet.number}页`;
  const page = { page: sheet.number };
  if (vertical.length > 0)
    record.doubt('vertical', `${place}有竖排文字，按从右到左的次序写入，请核对`, 'warning', page);
  const taken = new Set(vertical.flatMap((line) => line.runs));
  const body = whole.filter((run) => !taken.has(run));
  const lines = groupRuns(body);
  for (const words of lines.flatMap(raisedNumbers)) record.raised(words, place, page);
  const within = [
    ...lines.map(rowOf),
    ...tables.map(({ edges }) => ({ x: edges[0]!, right: edges.at(-1)! })),
  ];
  const frame = frameOf(within, { left: 0, right: sheet.width });
  return { number: sheet.number, runs: body, tables, frame, notes, vertical };
}

function readPage(body: PageBody, gutter: number | undefined): ReadPage {
  const rows = groupRuns(body.notes).map(rowOf);
  const frame = frameOf(rows, body.frame);
  const blocks = readColumns(body, gutter);
  if (body.vertical.length > 0) {
    const down = turned(body.vertical).map((line): Block => ({ kind: 'line', ...line }));
    const after = blocks.findIndex((block) => heightOf(block) > heightOf(down[0]!));
    blocks.splice(after < 0 ? blocks.length : after, 0, ...down);
  }
  return { number: body.number, blocks, notes: rows.map((row) => ({ row, frame })) };
}

/** Text smaller than the usual below a short line of its own at the foot of a page. */
function footnotes(
  { rules, width, height }: Sheet,
  runs: Run[],
  usual: number,
): { body: Run[]; notes: Run[] } {
  const upright = rules.filter((rule) => Math.abs(rule.x1 - rule.x2) < 1);
  const line = rules.find((rule) => {
    if (
      Math.abs(rule.y1 - rule.y2) > 1 ||
      Math.abs(rule.x2 - rule.x1) > width * 0.5 ||
      rule.y1 < height * 0.4
    )
      return false;
    const below = runs.filter((run) => run.y > rule.y1);
    const alone = !upright.some(
      ({ y1, y2 }) => Math.min(y1, y2) < rule.y1 + 3 && Math.max(y1, y2) > rule.y1 - 3,
    );
    return (
      alone && below.length > 0 && below.length < runs.length && below.every((run) => run.size < usual * 0.92)
    );
  });
  if (!line) return { body: runs, notes: [] };
  return { body: runs.filter((run) => run.y <= line.y1), notes: runs.filter((run) => run.y > line.y1) };
}

/** The size of most characters. */
function usualSize(sheets: readonly Sheet[]): number {
  const counts = new Map<number, number>();
  for (const { runs } of sheets)
    for (const { size } of runs)
      counts.set(Math.round(size * 2) / 2, (counts.get(Math.round(size * 2) / 2) ?? 0) + 1);
  return Array.from(counts).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
