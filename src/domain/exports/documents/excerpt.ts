/**
 * Documents that a reader puts together: chosen places of texts, and the answers of the desk. The browser makes them from
 * the same code as the build makes its documents.
 */
import { wordDocument } from './docx-parts.ts';
import { fonts, paragraph, run, sizes, table } from './docx-words.ts';

/** Two characters of 三号, in twips. */
const indent = { firstLine: 640 };

const title = (text: string): string =>
  paragraph([run(text, { font: fonts.title, size: sizes.erhao })], { align: 'center' });

const small = (text: string): string => run(text, { size: sizes.xiaosi });

/** A place of a text with its words as printed, and where they are from. */
export interface Excerpt {
  /** `《…》（2020年12月19日文本）第六条`, with what of the text is doubtful. */
  citation: string;
  /** One line for each provision, its label in front; cells of a row parted by tabs. */
  words: string;
  address: string;
}

/** The label in front of words: 第六条, 第十条之一, （一）, 一、 */
const label =
  /^(?:第[一二三四五六七八九十百千零〇0-9]{1,9}[条章节编](?:之[一二三四五六七八九十]{1,3})?)(?=[ \u3000]|$)/u;

function line(words: string): string {
  const [head = ''] = label.exec(words) ?? [];
  const rest = words.slice(head.length).trimStart();
  const runs = [head && run(head, { font: fonts.first }), run(head && rest ? `\u3000${rest}` : rest)];
  return paragraph(
    runs.filter((each) => each !== ''),
    indent,
  );
}

/** Lines one after the other; those with tabs that follow each other are rows of a table. */
function body(words: string): string {
  const lines = words.split('\n').filter((each) => each.trim() !== '');
  let out = '';
  for (let i = 0; i < lines.length; ) {
    const end = lines.findIndex((each, k) => k >= i && !each.includes('\t'));
    const rows = lines.slice(i, end < 0 ? lines.length : end);
    if (rows.length > 0) {
      out += table(rows.map((row) => row.split('\t').map((cell) => [small(cell)])));
      i += rows.length;
    } else out += line(lines[i++]!);
  }
  return out;
}

/**
 * Chosen places as DOCX, in the order given, each with its citation and address below it.
 * @param day of the document's properties; nothing else in it is of the hour
 */
export function excerptDocx(excerpts: readonly Excerpt[], source: string, day: string): Promise<Uint8Array> {
  const parts = excerpts.flatMap(({ citation, words, address }) => [
    body(words),
    paragraph([small(`——${citation}`)], { align: 'right' }),
    paragraph([small(address)], { align: 'right' }),
  ]);
  const foot = paragraph([small(`非标准文本，以发布机关公布的文本为准。${source}`)]);
  return wordDocument('法规摘录', day, [title('法规摘录'), ...parts, foot].join(''));
}

/**
 * A table as DOCX on the broad side of the paper: the answers of the desk.
 * @param rows of cells, the header first
 */
export function tableDocx(
  name: string,
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  day: string,
): Promise<Uint8Array> {
  const cells = rows.map((row, i) =>
    row.map((cell) => [run(cell, { size: sizes.xiaosi, ...(i === 0 ? { font: fonts.first } : {}) })]),
  );
  const told = notes.map((note) => paragraph([small(note)]));
  return wordDocument(name, day, [title(name), table(cells), ...told].join(''), 'landscape');
}
