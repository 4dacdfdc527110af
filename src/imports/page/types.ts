/** A printed page as a list of what stands where. Points (1/72 inch), origin at the upper left, y downwards. */

/** A character (or a ligature) where it was set. */
export interface Run {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
}

/** A straight line, level or upright. */
export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Sheet {
  number: number;
  /** The number that the file itself gives the page. */
  label?: string;
  width: number;
  height: number;
  runs: Run[];
  rules: Rule[];
  pictures: number;
  /** Filled shapes with curves: what characters become when a printer turns them into outlines. */
  outlines: number;
}

/** A line of text on a page. */
export interface Row {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** What follows each other on a page in the order in which it is read. */
export type Block = { kind: 'line'; row: Row; frame: Frame } | { kind: 'table'; table: TableBlock };

/** Edges of the column in which a line stands. */
export interface Frame {
  left: number;
  right: number;
}

export interface TableBlock {
  /** Cells row by row; a merged cell has its text where it begins and is empty elsewhere. */
  rows: string[][];
  /** By row and cell: how far its last line fills the cell, 0 to 1. */
  filled: number[][];
  /** Upright edges. */
  edges: number[];
  /** Of its characters. */
  size: number;
  top: number;
  bottom: number;
}
