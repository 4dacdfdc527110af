/** Workbooks as office programs write them, from cells. */
import { strToU8, zipSync } from 'fflate';

/** A text (shared), a day (a serial number with a date format), a formula with or without its value, or XML of its own. */
export type Cell = string | { day: number } | { formula: string; value?: string } | { xml: string } | null;

export interface MadeSheet {
  name: string;
  rows: Cell[][];
  merged?: string[];
  hiddenRows?: number[];
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function toXlsx(sheets: readonly MadeSheet[], { from1904 = false } = {}): Uint8Array {
  const texts: string[] = [];
  const cellOf = (cell: Cell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
    if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
    if ('xml' in cell) return cell.xml;
    const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`;
    return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`;
  };
  const parts: Record<string, string> = {};
  for (const [i, { rows, merged = [], hiddenRows = [] }] of sheets.entries()) {
    const data = rows.map((cells, r) => {
      const hidden = hiddenRows.includes(r + 1) ? ' hidden="1"' : '';
      const inner = cells.map((cell, c) => cellOf(cell, `${String.fromCharCode(65 + c)}${r + 1}`)).join('');
      return `<row r="${r + 1}"${hidden}>${inner}</row>`;
    });
    const merges = merged.map((ref) => `<mergeCell ref="${escaped(ref)}"/>`).join('');
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
  }
  parts['xl/sharedStrings.xml'] =
    `<sst>${texts.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></si>`).join('')}</sst>`;
  parts['xl/styles.xml'] =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>';
  parts['xl/workbook.xml'] =
    `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: '2020-01-01',
  });
}
