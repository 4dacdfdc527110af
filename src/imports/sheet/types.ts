/** A table as an office program or a database writes it. */

/** A row with its number in the sheet, from 1, and its cells from column A on, as shown: without outer white space. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** A sheet of a workbook; a CSV file is one without a name. Empty rows are left out. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
  /** What of it cannot be read as it is shown. */
  doubts: string[];
}

/** `2` → `C` · `27` → `AB` */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
