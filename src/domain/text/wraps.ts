/**
 * Texts cut into lines of one width, as a page or a terminal shows them.
 *
 * `…依照本条例第十条、` ⏎ `第十二条的规定…` at the width of all lines → one paragraph
 */
import type { TextLine } from '../model.ts';
import { isWide } from './edits.ts';

/** How a text shows that it is cut, and where its paragraphs begin. */
export interface Wrapping {
  /** Width of a full line, in Chinese characters. */
  width: number;
  /** Paragraphs begin with an indent. */
  indents: boolean;
  /** Empty lines that stand between the pieces of one paragraph. */
  blank: number;
  /** More empty lines than that stand between paragraphs. */
  parted: boolean;
}

const widest = 64;
const narrowest = 12;
const terminal = /[。；：！？…][”’）》〉】)]*$/;
/** A line is full if no further word would fit: punctuation and Latin words leave a little room. */
const slack = 2;

const ofContents = /…{4}|\.{8}|·{8}|号[）)][\s\u3000]*[（(]?\d{0,4}[）)]?$/;

/** Width of a source line up to the end of its text, a Latin character counted as half. */
export function widthOf(source: string, line: TextLine, lineStart: number): number {
  let width = 0;
  for (let i = lineStart; i < line.end; i++) width += isWide(source[i]) ? 1 : 0.5;
  return width;
}

/**
 * Tells whether a text is cut at one width.
 * @param widths of all lines
 * @returns undefined for a text whose lines are paragraphs
 */
export function findWrapping(lines: TextLine[], widths: number[]): Wrapping | undefined {
  if (lines.length < 8) return undefined;
  // Nor does a line of contents, with its leader or a number in brackets, tell the page's width.
  const sorted = widths.filter((_, i) => !ofContents.test(lines[i]!.text)).sort((a, b) => a - b);
  if (sorted.length < 8) return undefined;
  // A table or an address may be wider than the page.
  const width = sorted[Math.floor((sorted.length - 1) * 0.98)]!;
  if (width > widest || width < narrowest) return undefined;
  let full = 0;
  let open = 0;
  let flowing = 0;
  let indented = 0;
  let starts = 0;
  let parted = 0;
  let short = 0;
  const blanks = new Map<number, number>();
  for (let i = 0; i < lines.length - 1; i++) {
    const next = lines[i + 1]!;
    if (widths[i]! < width - slack) {
      if (!terminal.test(lines[i]!.text)) continue;
      short++;
      if (next.blankBefore > 0) parted++;
      continue;
    }
    full++;
    if (terminal.test(lines[i]!.text)) continue;
    open++;
    if (widths[i + 1]! >= width - slack || terminal.test(next.text)) flowing++;
    blanks.set(next.blankBefore, (blanks.get(next.blankBefore) ?? 0) + 1);
  }
  // A full line that breaks off is followed by another, or by the end of its sentence.
  if (full < 4 || full * 8 < lines.length || open * 5 < full * 3 || flowing * 5 < open * 4) return undefined;
  const blank = [...blanks.entries()].sort((a, b) => b[1] - a[1])[0]![0];
  for (let i = 1; i < lines.length; i++) {
    if (widths[i - 1]! >= width - slack || !terminal.test(lines[i - 1]!.text)) continue;
    starts++;
    if (lines[i]!.indented) indented++;
  }
  return {
    width,
    blank,
    indents: starts > 0 && indented * 5 >= starts * 4,
    parted: blank === 0 && short > 0 && parted * 5 >= short * 4,
  };
}

/** Words that only a sentence puts after 第十条: such a line goes on with the one above. */
const reference =
  /^第[〇零一二两三四五六七八九十百千\d]+[条條章节節款项項](?:之[一二三四五六七八九十]+)?[\s\u3000]*(?:[的、，和及或至与中。）》]|第|规定|所列|以外|之外)/;

/** True where a full line is continued by the next one. */
export function wraps(
  line: TextLine,
  next: TextLine,
  width: number,
  wrapping: Wrapping,
  starts: (text: string) => boolean,
): boolean {
  const contents = width > wrapping.width + slack && ofContents.test(line.text);
  if (width < wrapping.width - slack || contents || line.depth || next.depth) return false;
  if (next.blankBefore > wrapping.blank || line.text.includes('\t') || next.text.includes('\t')) return false;
  if (line.text.startsWith('|') || next.text.startsWith('|')) return false;
  // A clause that ends at the end of a full line is still no paragraph.
  const ended = terminal.test(line.text) && !line.text.endsWith('；');
  const opens = starts(next.text) && !reference.test(next.text);
  if (wrapping.indents) return !next.indented && !(ended && opens);
  return !opens && (wrapping.parted || !ended);
}
