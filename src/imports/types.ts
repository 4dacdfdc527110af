/**
 * What a file becomes at the door: lines of text with their pages, and a record of everything that was left out,
 * changed or not understood.
 */

/** Formats that are told by content; `office` (DOC, WPS, RTF) is read by way of LibreOffice. */
export type Format = 'docx' | 'pdf' | 'ofd' | 'html' | 'text' | 'office';

/** A place where a page begins inside a line: `offset` characters into the cell (0 for a paragraph). */
export interface PageStart {
  page: number;
  cell: number;
  offset: number;
}

/** A paragraph (`cells` of one), or a row of a table. */
export interface ImportedLine {
  cells: string[];
  row: boolean;
  /** Pages that begin in this line, in order. */
  pages: PageStart[];
  /** Where it stands in the file, in words: `第3页`, `第12段`. */
  place: string;
}

/** Why a piece of text was left out of the lines. */
export type FurnitureRule =
  | 'running-head' // 书眉、页脚
  | 'page-number' // 页码
  | 'table-head' // 续表重复的表头
  | 'leader' // 目录的导引点
  | 'hidden' // 不显示的文字
  | 'duplicate' // 同一文本框的备用写法
  | 'surroundings' // 网页正文以外的文字
  | 'comment' // 批注
  | 'revision' // 修订中被删去（或不接受）的文字
  | 'ruby'; // 注音

/** Text of the file that is not in the lines. */
export interface Furniture {
  rule: FurnitureRule;
  text: string;
  page?: number;
  place: string;
}

/** Characters that were written otherwise than the file holds them, or written although no character stands there. */
export interface Change {
  rule: 'radical' | 'dash' | 'ligature' | 'numbered' | 'note-mark' | 'escape';
  from: string;
  to: string;
  place: string;
}

/** What a person has to look at. A line is an index into `lines`; a place is that of a line, or how it begins. */
export interface Doubt {
  rule: string;
  reason: string;
  severity: 'error' | 'warning' | 'info';
  page?: number;
  line?: number;
  place?: string;
}

/** A page of the file: its number from 1, and the number printed on it. */
export interface Page {
  number: number;
  printed?: string;
  /** Where a program read its words from a picture: how sure it was, 0 to 100, if it says so. */
  machine?: { confidence?: number };
}

/** A word that a program read from a picture, in points of the page from its upper left. */
export interface ReadWord {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
  /** 0 to 100. */
  confidence: number;
}

/** What reads pictures, and its name and version. */
export interface Recogniser {
  name: string;
  /** @param dots of the picture for a point of the page */
  read(png: Uint8Array, dots: number): Promise<ReadWord[]>;
}

/** What a file says of itself outside of its text; evidence for an editor, never text. */
export type Evidence = Record<string, string>;

export interface Imported {
  format: Format;
  /** Name and version of what read the bytes. */
  reader: string;
  pages: Page[];
  lines: ImportedLine[];
  furniture: Furniture[];
  changes: Change[];
  doubts: Doubt[];
  evidence: Evidence;
  /** Every character of the file's text layer, in the file's order, taken before anything was understood. */
  layer: string;
}

/** What a person decided about tracked changes. */
export type Revisions = 'accept' | 'reject';

export interface ImportOptions {
  revisions?: Revisions;
  /** Reads pages that have no text of their own; without it they are named and left out. */
  recogniser?: Recogniser;
  /** Called after each page that was read. */
  progress?: (page: number, pages: number) => void;
}

/** A file that is not taken in, with the reason in one sentence. */
export class Refusal extends Error {
  /** More lines for the reader: the two readings of a tracked change. */
  readonly details: readonly string[];

  constructor(reason: string, details: readonly string[] = []) {
    super(reason);
    this.name = 'Refusal';
    this.details = details;
  }
}

/** A paragraph without pages. */
export function paragraph(text: string, place: string): ImportedLine {
  return { cells: [text], row: false, pages: [], place };
}
