/** Paragraphs, runs and tables of a Word document (ECMA-376, WordprocessingML). */
import { writable, xml, xmlText } from '../xml.ts';

const font = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: name,
  cs: name,
});

/** Fonts by the names that GB/T 9704 asks for; what stands in for a missing one is the reader's program's to choose. */
export const fonts = {
  title: font('方正小标宋_GBK'),
  body: font('仿宋_GB2312'),
  second: font('楷体_GB2312'),
  first: font('黑体'),
  page: font('宋体'),
};

/** 字号, in half points. */
export const sizes = { erhao: 44, sanhao: 32, sihao: 28, xiaosi: 24 };

export interface RunOptions {
  font?: (typeof fonts)[keyof typeof fonts];
  size?: number;
  bold?: boolean;
  strike?: boolean;
  underline?: boolean;
}

/** Words of one kind. They stand on one line: what would end it is a space. */
export function run(text: string, options: RunOptions = {}): string {
  const { font: face = fonts.body, size = sizes.sanhao, bold, strike, underline } = options;
  const words = writable(text).replace(/[\r\n\u2028\u2029]+/g, ' ');
  if (words === '') return '';
  const faces = Object.fromEntries(Object.entries(face).map(([name, value]) => [`w:${name}`, value]));
  const properties = xml(
    'w:rPr',
    {},
    xml('w:rFonts', faces),
    bold ? '<w:b/>' : '',
    strike ? '<w:strike/>' : '',
    xml('w:sz', { 'w:val': size }),
    xml('w:szCs', { 'w:val': size }),
    underline ? xml('w:u', { 'w:val': 'single' }) : '',
  );
  return xml('w:r', {}, properties, xml('w:t', { 'xml:space': 'preserve' }, xmlText(words)));
}

export interface ParagraphOptions {
  align?: 'center' | 'right';
  /** Twips. */
  firstLine?: number;
  right?: number;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
  /** True in tables: lines as high as they need, not 28.95 pt. */
  loose?: boolean;
}

export function paragraph(runs: readonly string[], options: ParagraphOptions = {}): string {
  const { align, firstLine, right, keepNext, pageBreakBefore, loose } = options;
  const properties = xml(
    'w:pPr',
    {},
    keepNext ? '<w:keepNext/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    loose ? '' : xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 579, 'w:lineRule': 'exact' }),
    firstLine || right ? xml('w:ind', { 'w:right': right, 'w:firstLine': firstLine }) : '',
    align ? xml('w:jc', { 'w:val': align }) : '',
  );
  return xml('w:p', {}, properties, ...runs);
}

const border = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' };
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const borders = xml('w:tblBorders', {}, ...sides.map((side) => xml(`w:${side}`, border)));

/** A table as wide as the page; its first row is repeated on every page. Cells are runs. */
export function table(rows: readonly (readonly (readonly string[])[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const cell = (runs: readonly string[]): string =>
    xml(
      'w:tc',
      {},
      xml('w:tcPr', {}, xml('w:tcW', { 'w:w': 0, 'w:type': 'auto' })),
      paragraph(runs, { loose: true }),
    );
  const row = (cells: readonly (readonly string[])[], i: number): string =>
    xml(
      'w:tr',
      {},
      xml('w:trPr', {}, '<w:cantSplit/>', i === 0 ? '<w:tblHeader/>' : ''),
      ...Array.from({ length: width }, (_, c) => cell(cells[c] ?? [])),
    );
  return xml(
    'w:tbl',
    {},
    xml('w:tblPr', {}, xml('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }), borders),
    xml(
      'w:tblGrid',
      {},
      ...Array.from({ length: width }, () => xml('w:gridCol', { 'w:w': Math.floor(8800 / width) })),
    ),
    ...rows.map(row),
  );
}
