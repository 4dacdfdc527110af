/** A Word document from the XML of its body, and an issue as a Word document. */
import { strToU8, zipSync } from 'fflate';
import { type Block, dice, type MadeIssue } from './issue.ts';
import { escapeXml } from './ofd.ts';

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type PartName = 'styles' | 'numbering' | 'footnotes' | 'comments' | 'header1';

/** @param parts the inside of further parts: `<w:style …>` for styles */
export function docxOf(body: string, parts: Partial<Record<PartName, string>> = {}): Uint8Array {
  const roots: Record<PartName, string> = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    header1: 'hdr',
  };
  const names = Object.keys(parts) as PartName[];
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${names.map((name) => `<Relationship Id="${name}" Type="${relations}/${name.replace('1', '')}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, `<w:${roots[name]} ${w}>${parts[name]}</w:${roots[name]}>`]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2021-01-01',
  });
}

/** `p('甲', '<w:jc w:val="center"/>')` → a paragraph. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** Ways in which departments write a document; none changes what is printed. */
export type DocxLayout = keyof typeof docxLayouts;

interface Dress {
  random: () => number;
  /** The inside of the paragraph's runs. */
  runs: (text: string) => string;
}

const text = (words: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;

/** Words cut into runs as an editor leaves them, some of them marked, linked or looked up. */
function pieces(words: string, random: () => number): string {
  let out = '';
  for (let at = 0; at < words.length; ) {
    const end = Math.min(words.length, at + 1 + Math.floor(random() * 12));
    const run = text(words.slice(at, end));
    const way = Math.floor(random() * 6);
    out +=
      [
        run,
        `<w:proofErr w:type="spellStart"/>${run}<w:bookmarkStart w:id="1"/><w:bookmarkEnd w:id="1"/>`,
        `<w:hyperlink w:anchor="a">${run}</w:hyperlink>`,
        `<w:smartTag w:element="place">${run}</w:smartTag>`,
        `<w:sdt><w:sdtPr/><w:sdtContent>${run}</w:sdtContent></w:sdt>`,
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _Ref1 \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ][way] ?? '';
    at = end;
  }
  return out;
}

const level = (at: number, form: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="${form}"/></w:lvl>`;
const numbering = `<w:abstractNum w:abstractNumId="3">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum>${Array.from({ length: 9 }, (_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}`;

/** The printed number of a paragraph becomes one that the program writes. */
function automatic(words: string, list: number): { properties: string; rest: string } {
  const [number, of] = /^[一二三四五六七八九十]+、/.test(words) ? [0, /^.+?、/] : [1, /^（.+?）/];
  const rest = words.replace(of, '');
  if (rest === words) return { properties: '', rest };
  return { properties: `<w:numPr><w:ilvl w:val="${number}"/><w:numId w:val="${list}"/></w:numPr>`, rest };
}

/** A row whose last cell is empty is one cell with the row above. */
function mergedTable(rows: string[][], { runs }: Dress): string {
  const cell = (words: string, about: string): string =>
    `<w:tc><w:tcPr>${about}</w:tcPr><w:p>${runs(words)}</w:p></w:tc>`;
  return `<w:tbl>${rows
    .map((row, i) => {
      const merge = (words: string, k: number): string => {
        if (k < row.length - 1 || i === 0) return '';
        return words === '' ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
      };
      return `<w:tr>${row.map((words, k) => cell(words, merge(words, k))).join('')}</w:tr>`;
    })
    .join('')}</w:tbl>`;
}

const docxLayouts = {
  plain: (words: string) => text(words),
  'cut into runs': pieces,
  'numbers by the program': (words: string) => text(words),
  'columns, headers and sections': (words: string) => text(words),
  'cells merged, blocks in controls': pieces,
} satisfies Record<string, (words: string, random: () => number) => string>;

export const docxLayoutNames = Object.keys(docxLayouts) as DocxLayout[];

export function toDocx({ blocks }: MadeIssue, layout: DocxLayout = 'plain'): Uint8Array {
  const random = dice(blocks.length);
  const dress: Dress = { random, runs: (words) => docxLayouts[layout](words, random) };
  let list = 0;
  const write = (block: Block): string => {
    if (block.kind === 'document') {
      list++;
      return layout.startsWith('columns')
        ? '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
        : '';
    }
    if (block.kind === 'table')
      return layout.startsWith('cells') ? mergedTable(block.rows, dress) : table(block.rows);
    const centre = block.kind === 'title' ? '<w:jc w:val="center"/>' : '';
    if (!layout.startsWith('numbers') || block.kind !== 'paragraph')
      return `<w:p><w:pPr>${centre}</w:pPr>${dress.runs(block.text)}</w:p>`;
    const { properties, rest } = automatic(block.text, list);
    return `<w:p><w:pPr>${properties}</w:pPr>${dress.runs(rest)}</w:p>`;
  };
  const body = blocks.map((block) => {
    const xml = write(block);
    const controlled = layout.startsWith('cells') && block.kind !== 'document' && random() < 0.3;
    return controlled ? `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>` : xml;
  });
  return docxOf(body.join(''), {
    ...(layout.startsWith('numbers') ? { numbering } : {}),
    ...(layout.startsWith('columns') ? { header1: p('样洲市人民政府公报') } : {}),
  });
}

/** An issue with tracked changes: its bytes, and what each decision makes of its paragraphs. */
export function toTracked({ blocks }: MadeIssue): { bytes: Uint8Array; accept: string[]; reject: string[] } {
  const random = dice(blocks.length);
  const accept: string[] = [];
  const reject: string[] = [];
  const body = blocks.flatMap((block) => {
    if (block.kind === 'document' || block.kind === 'table') return [];
    const at = Math.floor(random() * block.text.length);
    const [head, tail] = [block.text.slice(0, at), block.text.slice(at)];
    const deleted = random() < 0.5 ? '（删去的字）' : '';
    const inserted = random() < 0.5 ? '（增加的字）' : '';
    accept.push(head + inserted + tail);
    reject.push(head + deleted + tail);
    const gone = `<w:del w:id="1"><w:r><w:delText>${deleted}</w:delText></w:r></w:del>`;
    return `<w:p>${text(head)}${gone}<w:ins w:id="2">${text(inserted)}</w:ins>${text(tail)}</w:p>`;
  });
  return { bytes: docxOf(body.join('')), accept, reject };
}
