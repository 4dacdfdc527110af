/**
 * The package of a Word document: paper, margins, page numbers, styles, made once by the library for each orientation.
 * A text changes nothing in it but the body, so that a thousand documents cost a thousand bodies and not more.
 */
import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { xmlText } from '../xml.ts';
import { fonts, sizes } from './docx-words.ts';
import { type ZipEntry, zipEntry, zipOfEntries } from './zip.ts';

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

/** A part that changes with the text, as words; the others as they go into every document. */
type Part = { name: string } & ({ words: string } | { entry: ZipEntry });

const made = new Map<Orientation, Promise<readonly Part[]>>();

const ofTheText = ['word/document.xml', 'docProps/core.xml'];

/** The parts of an empty document, by name. */
async function partsOf(orientation: Orientation): Promise<Part[]> {
  const bytes = new Uint8Array(await Packer.toArrayBuffer(emptyDocument(orientation)));
  return Object.entries(unzipSync(bytes))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, body]) =>
      ofTheText.includes(name) ? { name, words: strFromU8(body) } : { name, entry: zipEntry(name, body) },
    );
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
  const written = (name: string, words: string): string => {
    if (name === 'word/document.xml')
      return words.replace(/(<w:body>).*?(<w:sectPr)/s, (_, a, b) => `${a}${body}${b}`);
    const titled = words.replace(
      /<dc:title>[^<]*<\/dc:title>|<dc:title\/>/,
      () => `<dc:title>${xmlText(title)}</dc:title>`,
    );
    return titled.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag) => `${tag}${instant}`);
  };
  return zipOfEntries(
    (await parts).map((part) =>
      'entry' in part ? part.entry : zipEntry(part.name, written(part.name, part.words)),
    ),
  );
}
