/**
 * The package of a Word document: paper, margins, page numbers, styles, made once by the library for each orientation.
 * A text changes nothing in it but the body, so that a thousand documents cost a thousand bodies and not more.
 */
import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { xmlText } from '../xml.ts';
import { fonts, sizes } from './docx-words.ts';
import { zipOf } from './zip.ts';

/** 20ths of a point: 1 mm. */
const mm = (n: number): number => Math.round((n / 25.4) * 1440);

/** `— 1 —`, outside: right on odd pages, left on even ones. */
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === 'right' ? { right: 280 } : { left: 280 },
        children: [
          new TextRun({ font: fonts.page, size: sizes.sihao, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });

export type Orientation = 'portrait' | 'landscape';

/** Paper, margins and type area of GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
const emptyDocument = (orientation: Orientation): Document =>
  new Document({
    title: '',
    creator: 'Gongbao',
    lastModifiedBy: 'Gongbao',
    description: '非标准文本',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fonts.body, size: sizes.sanhao, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              orientation: PageOrientation[orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'],
            },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [],
      },
    ],
  });

const made = new Map<Orientation, Promise<ReadonlyMap<string, string>>>();

/** The parts of an empty document by name. */
async function partsOf(orientation: Orientation): Promise<ReadonlyMap<string, string>> {
  const bytes = new Uint8Array(await Packer.toArrayBuffer(emptyDocument(orientation)));
  const parts = Object.entries(unzipSync(bytes)).map(([name, body]): [string, string] => [
    name,
    strFromU8(body),
  ]);
  return new Map(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A document with a body; the same bytes on every run.
 * @param body paragraphs and tables as XML
 * @param day of the text; the library would write the hour in which it ran
 */
export async function wordDocument(
  title: string,
  day: string,
  body: string,
  orientation: Orientation = 'portrait',
): Promise<Uint8Array> {
  const parts = made.get(orientation) ?? partsOf(orientation);
  made.set(orientation, parts);
  const instant = `${day === '' ? '1980-01-01' : day}T00:00:00Z`;
  const files = Array.from(await parts, ([name, part]): [string, string] => {
    if (name === 'word/document.xml')
      return [name, part.replace(/(<w:body>).*?(<w:sectPr)/s, (_, a, b) => `${a}${body}${b}`)];
    if (name !== 'docProps/core.xml') return [name, part];
    const titled = part.replace(
      /<dc:title>[^<]*<\/dc:title>|<dc:title\/>/,
      () => `<dc:title>${xmlText(title)}</dc:title>`,
    );
    return [
      name,
      titled.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag) => `${tag}${instant}`),
    ];
  });
  return zipOf(Object.fromEntries(files));
}
