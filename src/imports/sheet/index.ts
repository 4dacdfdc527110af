/** A spreadsheet → its sheets, by what it holds and not by its name. */
import { containerOf } from '../format.ts';
import { Refusal } from '../types.ts';
import { openPackage } from '../zip.ts';
import { readCsv } from './csv.ts';
import type { Sheet } from './types.ts';
import { readXlsx } from './xlsx.ts';

export { columnName, type Sheet, type SheetRow } from './types.ts';

/**
 * Sheets of a CSV or XLSX file.
 * @throws Refusal for what is neither, and for a broken or overgrown file
 */
export function readSheets(bytes: Uint8Array): Sheet[] {
  if (bytes.length === 0) throw new Refusal('文件没有内容');
  const container = containerOf(bytes);
  if (container === 'text') return [readCsv(bytes)];
  if (container !== 'zip') throw new Refusal('不是表格：请另存为 XLSX 或 CSV');
  const pack = openPackage(bytes);
  if (!pack.has('xl/workbook.xml')) throw new Refusal('不是 XLSX 工作簿：请另存为 XLSX 或 CSV');
  return readXlsx(pack);
}
