/** Word documents that the reader asks for: made in the browser, by the code of the build. Loaded when first asked for. */
import { type Excerpt, excerptDocx, tableDocx } from '../../domain/exports/documents/excerpt.ts';
import { download } from './download.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Downloads chosen places. @param day today, as the reader's clock says */
export async function downloadExcerpts(excerpts: readonly Excerpt[], day: string): Promise<void> {
  const name = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
  download(`法规摘录-${day}.docx`, await excerptDocx(excerpts, name, day), type);
}

/** Downloads a table. @param rows of cells, the header first */
export async function downloadTable(
  title: string,
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  day: string,
): Promise<void> {
  download(`${title}-${day}.docx`, await tableDocx(title, rows, notes, day), type);
}
