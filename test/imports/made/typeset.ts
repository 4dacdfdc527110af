/** Sets an issue on pages as a printer does: character by character, with running heads, page numbers and ruled tables. */
import { isWide } from '../../../src/domain/text/index.ts';
import type { Rule } from '../../../src/imports/page/index.ts';
import type { Block, MadeIssue } from './issue.ts';

export interface Layout {
  columns: 1 | 2;
  size: number;
  /** Distance of lines, in sizes. */
  lead: number;
  margin: { left: number; right: number; top: number; bottom: number };
  /** How the page's number is printed, if it stands alone. */
  number: (page: number) => string;
  /** The running head of a page. */
  head: (page: number, name: string) => string;
}

export interface SetGlyph {
  c: string;
  x: number;
  y: number;
  size: number;
}

export interface SetPage {
  glyphs: SetGlyph[];
  rules: Rule[];
}

export interface Set {
  pages: SetPage[];
  /** By document: its printed page. */
  documents: number[];
  /** By page (from 0): the words of its first line of text. */
  firsts: string[];
}

export const page = { width: 595, height: 842 };

export const layouts: Record<string, Layout> = {
  'one column': {
    columns: 1,
    size: 14,
    lead: 1.8,
    margin: { left: 80, right: 74, top: 110, bottom: 100 },
    number: (n) => `— ${n} —`,
    head: () => '',
  },
  'two columns': {
    columns: 2,
    size: 10.5,
    lead: 1.6,
    margin: { left: 60, right: 58, top: 90, bottom: 80 },
    number: (n) => `${n}`,
    head: (_, name) => `${name}　2021年第1期`,
  },
  'heads with numbers': {
    columns: 1,
    size: 12,
    lead: 1.7,
    margin: { left: 72, right: 72, top: 100, bottom: 70 },
    number: () => '',
    head: (n, name) => (n % 2 ? `${name}　2021年第1期　${n}` : `${n}　${name}`),
  },
  'small print': {
    columns: 1,
    size: 9,
    lead: 1.5,
    margin: { left: 50, right: 50, top: 70, bottom: 60 },
    number: (n) => `·${n}·`,
    head: (_, name) => name,
  },
  'narrow columns, pages in words': {
    columns: 2,
    size: 9,
    lead: 1.4,
    margin: { left: 46, right: 54, top: 76, bottom: 84 },
    number: (n) => `第${n}页`,
    head: (_, name) => `${name} 总第86期`,
  },
};

export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, c) => sum + (isWide(c) ? size : size / 2), 0);
}

/** Breaks a text into lines; a line does not begin with a mark that closes. */
function breakLines(text: string, width: number, size: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const c of text) {
    const wide = widthOf(c, size);
    if (widthOf(line, size) + wide > room + 0.01 && !/[，。；：、）》”〕]/.test(c)) {
      lines.push(line);
      line = '';
      room = width;
    }
    line += c;
  }
  return line === '' ? lines : [...lines, line];
}

class Setter {
  readonly pages: SetPage[] = [];
  readonly documents: number[] = [];
  readonly firsts: string[] = [];
  readonly #layout: Layout;
  readonly #name: string;
  #column = 0;
  #y = 0;

  constructor(layout: Layout, name: string) {
    this.#layout = layout;
    this.#name = name;
  }

  get #columnWidth(): number {
    const { columns, margin, size } = this.#layout;
    const whole = page.width - margin.left - margin.right;
    return columns === 1 ? whole : (whole - size * 2) / 2;
  }

  get #left(): number {
    const { margin, size } = this.#layout;
    return margin.left + this.#column * (this.#columnWidth + size * 2);
  }

  newPage(): void {
    const { margin, number, head } = this.#layout;
    const n = this.pages.length + 1;
    this.pages.push({ glyphs: [], rules: [] });
    this.#column = 0;
    this.#y = margin.top;
    const words = head(n, this.#name);
    if (words !== '') this.write(words, (page.width - widthOf(words, 9)) / 2, 50, 9);
    const foot = number(n);
    if (foot !== '')
      this.write(
        foot,
        n % 2 ? page.width - margin.right - widthOf(foot, 11) : margin.left,
        page.height - 45,
        11,
      );
  }

  write(text: string, x: number, y: number, size: number): void {
    let at = x;
    for (const c of text) {
      if (c.trim() !== '') this.pages.at(-1)!.glyphs.push({ c, x: at, y, size });
      at += widthOf(c, size);
    }
  }

  /** Makes room for a line, in the next column or on the next page if need be. */
  #room(height: number): void {
    const { margin, columns } = this.#layout;
    if (this.pages.length > 0 && this.#y + height <= page.height - margin.bottom) return;
    if (this.pages.length > 0 && this.#column + 1 < columns) {
      this.#column++;
      this.#y = margin.top;
    } else this.newPage();
  }

  line(text: string, size: number, place: (width: number) => number): void {
    this.#room(size * this.#layout.lead);
    this.firsts[this.pages.length - 1] ??= text;
    this.#y += size * this.#layout.lead;
    this.write(text, this.#left + place(this.#columnWidth), this.#y, size);
  }

  block(block: Block, pageOf: (document: number) => string): void {
    const { size } = this.#layout;
    if (block.kind === 'document') {
      this.newPage();
      this.documents[block.document] = this.pages.length;
    } else if (block.kind === 'table') this.table(block.rows);
    else if (block.kind === 'entry') {
      const number = pageOf(block.document);
      const lines = breakLines(block.text, this.#columnWidth - size * 4, size, 0);
      for (const [i, words] of lines.entries()) {
        const dots = Math.max(
          3,
          Math.floor((this.#columnWidth - widthOf(words + number, size)) / (size / 2)) - 1,
        );
        this.line(i < lines.length - 1 ? words : `${words}${'.'.repeat(dots)}${number}`, size, () => 0);
      }
    } else {
      const large = block.kind === 'title' ? size * 1.5 : size;
      const indent = block.kind === 'paragraph' ? size * 2 : 0;
      for (const [i, words] of breakLines(
        block.text,
        this.#columnWidth - (block.kind === 'title' ? large * 2 : 0),
        large,
        indent,
      ).entries())
        this.line(words, large, (width) =>
          block.kind === 'title' || block.kind === 'centre'
            ? (width - widthOf(words, large)) / 2
            : block.kind === 'right'
              ? width - widthOf(words, large) - size * 3
              : i === 0
                ? indent
                : 0,
        );
    }
  }

  /** A ruled table over the width of the column; its head is printed again on every page. */
  table(rows: string[][]): void {
    const { size, lead } = this.#layout;
    const shares = [0.1, 0.42, 0.28, 0.2];
    const pad = size * 0.3;
    const begin = (): { top: number; page: SetPage; column: number } => ({
      top: this.#y,
      page: this.pages.at(-1)!,
      column: this.#column,
    });
    this.#room(size * lead * 4);
    let piece = begin();
    const rule = (y: number): void => {
      piece.page.rules.push({ x1: this.#left, y1: y, x2: this.#left + this.#columnWidth, y2: y });
    };
    const end = (): void => {
      let x = this.#left;
      for (const share of [0, ...shares]) {
        x += share * this.#columnWidth;
        piece.page.rules.push({ x1: x, y1: piece.top, x2: x, y2: this.#y });
      }
    };
    rule(this.#y);
    for (const row of rows) {
      const cells = row.map((cell, i) => breakLines(cell, this.#columnWidth * shares[i]! - pad * 2, size, 0));
      const height = Math.max(...cells.map((lines) => lines.length)) * size * 1.3 + pad * 2;
      if (this.#y + height > page.height - this.#layout.margin.bottom) {
        end();
        this.#room(Number.POSITIVE_INFINITY);
        piece = begin();
        rule(this.#y);
        if (row !== rows[0])
          this.#row(
            rows[0]!.map((cell) => [cell]),
            size * 1.3 + pad * 2,
            shares,
            pad,
            rule,
          );
      }
      this.firsts[this.pages.length - 1] ??= row.join('');
      this.#row(cells, height, shares, pad, rule);
    }
    end();
  }

  #row(cells: string[][], height: number, shares: number[], pad: number, rule: (y: number) => void): void {
    const { size } = this.#layout;
    let x = this.#left;
    for (const [i, lines] of cells.entries()) {
      for (const [k, words] of lines.entries())
        this.write(words, x + pad, this.#y + pad + size * (1 + k * 1.3), size);
      x += shares[i]! * this.#columnWidth;
    }
    this.#y += height;
    rule(this.#y);
  }
}

/** Sets an issue twice: the contents name pages that are known after the first time. */
export function typeset(issue: MadeIssue, layout: Layout): Set {
  let documents: number[] = [];
  for (;;) {
    const setter = new Setter(layout, issue.name);
    for (const block of issue.blocks) setter.block(block, (document) => String(documents[document] ?? 1));
    const same = setter.documents.every((number, i) => number === documents[i]);
    documents = setter.documents;
    if (same) return { pages: setter.pages, documents, firsts: setter.firsts };
  }
}
