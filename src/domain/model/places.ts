/** Places in a source file, and days. */

/** A point of a source file: line and column from 1, offset from 0, counted in UTF-16 units (as unist does). */
export interface Place {
  line: number;
  column: number;
  offset: number;
}

/** A half-open range of a source file. */
export interface Position {
  start: Place;
  end: Place;
}

/** A calendar day of China as `YYYY-MM-DD`; such strings compare as days do. */
export type Day = string;
