/**
 * Tables that list documents: 序号 | 文件名称 | 文号. A cell of the name column is a title though no 《》 says so.
 */
import { parseDocumentNumber, unmarked } from '../names/index.ts';
import type { TextUnit } from './texts.ts';

const nameHeader =
  /^(?:(?:规范性|行政规范性|政策性?|有关|废止的?|修改的?)?(?:文件|法规|规章|法律|公文|文件规章)?(?:名称|标题|题目|题名))$/;
const numberHeader =
  /^(?:文号|发文字号|文件编号|发文号|文件号|发文文号|文件文号|编号|令号|制定机关及文号|公布文号)$/;

/** Columns of a table of documents, from its header row; undefined where the table lists something else. */
export function documentColumns(header: readonly string[]): { title: number; number: number } | undefined {
  const cells = header.map((cell) => cell.replace(/\s/g, ''));
  const title = cells.findIndex((cell) => nameHeader.test(cell));
  const number = cells.findIndex((cell) => numberHeader.test(cell));
  return title < 0 || number < 0 ? undefined : { title, number };
}

/** Title and number that a cell of such a table names; undefined for any other cell. */
export function listedTitle({
  provision,
  cell,
  text,
}: TextUnit): { title: string; documentNumber?: string } | undefined {
  const [header] = provision?.rows ?? [];
  if (!header || !cell || cell[0] === 0) return undefined;
  const columns = documentColumns(header);
  if (columns?.title !== cell[1]) return undefined;
  const number = provision?.rows?.[cell[0]]?.[columns.number] ?? '';
  const title = unmarked(text.trim());
  return { title, ...(parseDocumentNumber(number) ? { documentNumber: number.replace(/\s/g, '') } : {}) };
}
