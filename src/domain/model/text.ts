/** The text stage: places, lines, repairs. */
import type { Place } from './places.ts';

/** What a repair does to the text. `note` and `placeholder` change nothing: they speak about the place. */
export type RepairKind = 'normalise' | 'join' | 'replace' | 'note' | 'placeholder' | 'accept';

/**
 * One recorded change (or remark) of the source text, in source coordinates.
 * Undoing every repair of a file gives back the source, character for character.
 */
export interface Repair {
  kind: RepairKind;
  /** The general rule (`width`, `space`, `bullet` …) or `correction` for one written by an editor. */
  rule: string;
  start: number;
  end: number;
  /** Source characters of `[start, end)`. */
  from: string;
  /** What is published instead; equal to `from` for notes and placeholders. */
  to: string;
  /** Why, in Chinese, for the reader of the repairs page. */
  reason: string;
  /** The place of `start`. */
  place: Place;
  /** The editors' number of the anomaly: `A-30`. */
  id?: string;
}

/** One line of published text with its way back to the source. */
export interface TextLine {
  /** Published text of the line: no line break, no layout space at the ends. */
  text: string;
  /** Source range `[start, end)` that the line covers (a joined line covers several source lines). */
  start: number;
  end: number;
  /** First source line, from 1. */
  line: number;
  /** True where the source line was indented by a paragraph's two ideographic spaces. */
  indented: boolean;
  /** Markdown depth where the line is a heading (`## …` → 2), otherwise absent. */
  depth?: number;
  /** Number of empty source lines before this line. */
  blankBefore: number;
  /** True where a page number stood between the line above and this one. */
  pageBefore?: boolean;
  /** Character ranges of `text` that the source sets in bold. */
  strong?: [number, number][];
}

/** A file that a text came from as it was received, and where its pages begin in the text. */
export interface Original {
  /** Path in the content folder. */
  path: string;
  sha256: string;
  /** First line of the text that came from it. */
  line: number;
  /** Pages of the file from 1, and the number printed on each; a page without text has no line. */
  pages: OriginalPage[];
}

export interface OriginalPage {
  page: number;
  printed?: string;
  line?: number;
  column?: number;
  /** Absent where the page holds its text; `machine` where a program read a picture of it. */
  read?: 'machine';
  /** How sure the program was, 0 to 100, where it says so. */
  confidence?: number;
}

/** A source file after the text stage. */
export interface SourceText {
  path: string;
  source: string;
  lines: TextLine[];
  repairs: Repair[];
  /** Plain fields of a YAML block above the text; the block itself is left out, which is recorded. */
  frontMatter?: Record<string, string>;
  /** Maps an offset in `lines[i].text` to a place in the source. */
  placeOf(line: TextLine, offset: number): Place;
}
