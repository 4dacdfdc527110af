/** How much a file may ask for. What asks for more is refused with a sentence, before memory and time are spent. */

const mega = 1024 * 1024;

export const limits = {
  /** Bytes of a file. */
  file: 200 * mega,
  /** Bytes of all parts of a package together, unpacked. */
  unpacked: 96 * mega,
  /** Bytes of one part. */
  part: 48 * mega,
  /** Parts of a package. */
  entries: 20_000,
  /** Elements inside each other. */
  depth: 200,
  /** Elements of a file of a package, or of a web page. */
  nodes: 1_500_000,
  /** Pages of a file. */
  pages: 5_000,
  /** Characters of a page: more is no page that anyone reads. */
  pageCharacters: 200_000,
  /** Straight lines of a page that are looked at as rules of tables. */
  pageRules: 20_000,
  /** Rows of a sheet, and its columns. */
  sheetRows: 100_000,
  sheetColumns: 256,
} as const;
