/** Lines of pages → paragraphs and rows of tables that run on from page to page. */
import { isWide } from '../../domain/text/index.ts';
import { joined, type Recorder } from '../record.ts';
import type { ImportedLine, PageStart } from '../types.ts';
import type { Block, Frame, Row, TableBlock } from './types.ts';

/** A page in reading order. */
export interface ReadPage {
  number: number;
  blocks: Block[];
  /** Footnotes at its foot. */
  notes: { row: Row; frame: Frame }[];
}

/** Fewer characters than this are no width of a column. */
const narrow = 15;
/** A title: larger than the text by this. */
const titleSize = 1.15;

interface OpenParagraph {
  pieces: string[];
  pages: PageStart[];
  first: number;
  last: { row: Row; frame: Frame; page: number };
}

const label =
  /^(?:第[〇零○一二三四五六七八九十百千\d]{1,7}[编章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、])/;
const terminal = /[。；：！？.;:][”’）)》]*$/;
const leader = /(?:[.．·‥…]\s*){3,}(?=[-—–(（]?\s*\d{1,4}\s*[-—–)）]?$)/;

/** Joins what a page or a column cut, in the order of the pages. */
export class Joiner {
  readonly #record: Recorder;
  readonly #size: number;
  readonly #lines: ImportedLine[] = [];
  #open: OpenParagraph | undefined;
  #table: { block: TableBlock; head: string[]; lines: ImportedLine[]; page: number } | undefined;
  /** Footnotes of a page whose last paragraph goes on. */
  #notes: { rows: ReadPage['notes']; page: number }[] = [];
  #pitch = 0;
  #lastPage = 0;

  /** @param size of most characters of the file */
  constructor(record: Recorder, size: number) {
    this.#record = record;
    this.#size = size;
  }

  add(page: ReadPage): void {
    this.#pitch = pitchOf(page);
    for (const block of page.blocks) {
      if (block.kind === 'table') this.#addTable(block.table, page.number);
      else this.#addLine(block.row, block.frame, page.number);
    }
    if (page.notes.length > 0) this.#notes.push({ rows: page.notes, page: page.number });
  }

  end(): ImportedLine[] {
    this.#close();
    return this.#lines;
  }

  #addLine(row: Row, frame: Frame, page: number): void {
    this.#table = undefined;
    const text = this.#withoutLeader(row.text, page);
    const open = this.#open;
    if (open && goesOn(open.last, { row, frame, page }, this.#pitch, this.#size)) {
      const before = joined(open.pieces).length;
      open.pieces.push(text);
      if (page !== open.last.page)
        open.pages.push({ page, cell: 0, offset: joined(open.pieces).length - text.trim().length });
      if (before > 0 && terminal.test(open.pieces.at(-2)!) && short(open.last) > 1.2)
        this.#record.doubt(
          'joined',
          `第${page}页“${text.slice(0, 12)}”与上一行接成一段，是否另起一段请核对`,
          'info',
          { page, line: this.#lines.length },
        );
      open.last = { row, frame, page };
      return;
    }
    this.#close();
    this.#open = { pieces: [text], pages: [], first: page, last: { row, frame, page } };
    if (page !== this.#lastPage) this.#open.pages.push({ page, cell: 0, offset: 0 });
    this.#lastPage = page;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) {
      this.#lines.push({
        cells: [joined(open.pieces)],
        row: false,
        pages: open.pages,
        place: `第${open.first}页`,
      });
      this.#lastPage = open.last.page;
    }
    for (const { rows, page } of this.#notes.splice(0)) {
      const notes = new Joiner(this.#record, this.#size);
      notes.#lastPage = page;
      notes.#pitch = this.#pitch;
      for (const { row, frame } of rows) notes.#addLine(row, frame, page);
      this.#lines.push(...notes.end());
    }
  }

  #withoutLeader(text: string, page: number): string {
    return text.replace(leader, (dots) => {
      this.#record.leave('leader', dots, `第${page}页`, page);
      return '\t';
    });
  }

  #addTable(block: TableBlock, page: number): void {
    this.#close();
    // The same table goes on where nothing stood between, in the next column or on the next page.
    const last = this.#table;
    const apart = last && (last.page === page - 1 || (last.page === page && block.top < last.block.bottom));
    const before = last && apart && sameEdges(last.block, block) ? last : undefined;
    let { rows } = block;
    let started = page === this.#lastPage;
    if (before && rows.length > 1 && rows[0]!.join('\t') === before.head.join('\t')) {
      this.#record.leave('table-head', rows[0]!.join(' '), `第${page}页续表`, page);
      rows = rows.slice(1);
    }
    const above = before?.lines.at(-1);
    if (before && above && continues(before.block, rows[0])) {
      for (const [cell, words] of rows[0]!.entries()) {
        if (words === '') continue;
        const whole = joined([above.cells[cell]!, words]);
        if (!started) above.pages.push({ page, cell, offset: whole.length - words.trim().length });
        started = true;
        above.cells[cell] = whole;
      }
      this.#record.doubt('joined-row', `第${page}页首行与上一页末行接成表格的一行`, 'info', {
        page,
        line: this.#lines.length - 1,
      });
      rows = rows.slice(1);
    }
    const lines = rows.map(
      (cells, index): ImportedLine => ({
        cells,
        row: true,
        pages: index === 0 && !started ? [{ page, cell: 0, offset: 0 }] : [],
        place: `第${page}页表格第${index + 1}行`,
      }),
    );
    this.#lines.push(...lines);
    this.#lastPage = page;
    this.#table = {
      block,
      head: before?.head ?? block.rows[0]!,
      lines: [...(before?.lines ?? []), ...lines],
      page,
    };
  }
}

const short = ({ row, frame }: { row: Row; frame: Frame }): number => (frame.right - row.right) / row.size;
const indent = ({ row, frame }: { row: Row; frame: Frame }): number => (row.x - frame.left) / row.size;
/**
 * Set in the middle: as far from either edge. A first line of the text that is set in and a little short is not; a line
 * in large characters may miss the middle by more.
 */
function centred(line: { row: Row; frame: Frame }, large: boolean): boolean {
  const difference = Math.abs(indent(line) - short(line));
  return (
    indent(line) > (large ? 0.5 : 1.2) &&
    short(line) > 0.8 &&
    difference < (large || indent(line) > 2.6 ? 1.2 : 0.3)
  );
}

interface At {
  row: Row;
  frame: Frame;
  page: number;
}

/** Whether a line goes on with the paragraph whose last line is above it (or on the page or column before). */
function goesOn(above: At, line: At, pitch: number, size: number): boolean {
  if (Math.abs(above.row.size - line.row.size) > above.row.size * 0.08) return false;
  if (/[\t]/.test(above.row.text) || leader.test(above.row.text)) return false;
  const follows = above.page === line.page && line.row.y > above.row.y;
  if (follows && pitch > 0 && line.row.y - above.row.y > pitch * 1.7) return false;
  const large = above.row.size > size * titleSize;
  const width = above.frame.right - above.frame.left;
  if (centred(above, large) || centred(line, large)) {
    // A title that was too long for one line: set in the middle, in large characters, its first line not short.
    const title = follows && large && above.row.right - above.row.x > width * 0.45;
    return title && (centred(above, large) || short(above) < 1.2) && centred(line, large);
  }
  // Where no line is long, none is known to be full.
  if (width < above.row.size * narrow && terminal.test(above.row.text)) return false;
  if (short(above) > 2.2) return false;
  if (label.test(line.row.text) && terminal.test(above.row.text)) return false;
  if (indent(line) <= 1.2) return true;
  // A whole paragraph set in: its lines stand below each other and are full.
  return (
    follows &&
    Math.abs(line.row.x - above.row.x) < line.row.size * 0.3 &&
    short(above) < 1.2 &&
    !terminal.test(above.row.text)
  );
}

/** The usual distance between lines of a page. */
function pitchOf({ blocks }: ReadPage): number {
  const ys = blocks.flatMap((block) => (block.kind === 'line' ? [block.row.y] : []));
  const steps = ys
    .map((y, i) => y - (ys[i - 1] ?? y))
    .filter((step) => step > 1)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

const sameEdges = (a: TableBlock, b: TableBlock): boolean =>
  a.edges.length === b.edges.length &&
  a.edges.every((edge, i) => Math.abs(edge - a.edges[0]! - (b.edges[i]! - b.edges[0]!)) < 6);

/** What is not parted at the end of a line: an opening mark and what follows it, a word, a closing mark. */
const unit = /^[\p{Ps}\p{Pi}]*(?:[A-Za-z0-9.]+|.)[\p{Pe}\p{Pf}，。；：、]*/u;

const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, c) => sum + (isWide(c) ? size : size / 2), 0);

/**
 * A row was cut by the page: its first cell is empty, those that go on have begun above, and most of them had no room
 * for more there.
 */
function continues(above: TableBlock, row: string[] | undefined): boolean {
  if (row?.[0] !== '') return false;
  const last = above.filled.at(-1) ?? [];
  const cells = row.flatMap((text, i) => (text === '' ? [] : [{ text, filled: last[i] ?? 0, i }]));
  const full = cells.filter(({ text, filled, i }) => {
    const width = (above.edges[i + 1] ?? 0) - (above.edges[i] ?? 0);
    const next = widthOf(unit.exec(text)?.[0] ?? '', above.size);
    return filled > 0.7 || filled * width + next > width * 0.9;
  });
  return cells.length > 0 && cells.every(({ filled }) => filled > 0) && full.length * 2 >= cells.length;
}
