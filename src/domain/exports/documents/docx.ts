/**
 * A text as a document of Word, laid out as GB/T 9704-2012 asks of official documents: A4, 版心 156 × 225 mm, title in
 * 二号小标宋, body in 三号仿宋 on lines of 28.95 pt, page numbers outside. Fonts are named, with what stands in where
 * they are missing left to the reader's program.
 */
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Day, Work } from '../../model.ts';
import { formatDay } from '../../status/periods.ts';
import { compareVersions, rowSegments } from '../../versions/index.ts';
import type { HeldText, Holding } from '../holding.ts';
import { writable } from '../xml.ts';
import { aboutText } from './about.ts';
import { type Block, blocksOf, wordsOf } from './blocks.ts';
import { rezip } from './zip.ts';

/** 20ths of a point: 1 mm. */
const mm = (n: number): number => Math.round((n / 25.4) * 1440);
/** Half points. */
const [erhao, sanhao, sihao, xiaosi] = [44, 32, 28, 24];
const line = 579;

const font = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: name,
  cs: name,
});
const fonts = {
  title: font('方正小标宋_GBK'),
  body: font('仿宋_GB2312'),
  second: font('楷体_GB2312'),
  first: font('黑体'),
  page: font('宋体'),
};

/** Words as a document can hold them: one line, no control characters. */
const clean = (text: string): string => writable(text).replace(/[\r\n\u2028\u2029]+/g, ' ');

const run = (text: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ text: clean(text), font: fonts.body, size: sanhao, ...options });

const spacing = { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

const paragraph = (children: TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing, children, ...options });

/** Two characters of 三号. */
const indent = { firstLine: 640 };

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [
        paragraph([run(block.text, { font: fonts.title, size: erhao })], { alignment: AlignmentType.CENTER }),
      ];
    case 'number':
      return [paragraph([run(block.text)], { alignment: AlignmentType.CENTER })];
    case 'caption':
      return [paragraph([run(block.text, { font: fonts.second })], { alignment: AlignmentType.CENTER })];
    case 'close':
      return [paragraph([run(block.text)], { alignment: AlignmentType.RIGHT, indent: { right: 640 } })];
    case 'heading': {
      const face = block.depth < 3 ? fonts.first : fonts.second;
      return [
        paragraph([run(block.text, { font: face })], { alignment: AlignmentType.CENTER, keepNext: true }),
      ];
    }
    case 'annex': {
      const words = [run(block.text, { font: fonts.title, size: erhao })];
      return [
        paragraph([run(block.label, { font: fonts.first })], { pageBreakBefore: true }),
        ...(block.text === '' ? [] : [paragraph(words, { alignment: AlignmentType.CENTER })]),
        ...(block.missing ? [missing()] : []),
      ];
    }
    case 'missing':
      return [missing()];
    case 'table':
      return tableOf(block.rows);
    case 'words':
      return [paragraph(wordRuns(block), { indent })];
    default:
      return [paragraph([run(block.text)], { indent })];
  }
}

/** Labels of articles in 黑体, first levels of a notice in 黑体, second in 楷体. */
function wordRuns(block: Extract<Block, { type: 'words' }>): TextRun[] {
  const { kind, label, heading, text } = block;
  if (kind === 'article') {
    const rest = [heading, text].filter((part) => part !== '').join('　');
    return [run(label, { font: fonts.first }), run(rest === '' ? '' : `　${rest}`)];
  }
  if (kind === 'level' && heading !== '') {
    const face = /^（/.test(label) ? fonts.second : fonts.first;
    return [run(`${label}${heading}`, { font: face }), run(text)];
  }
  return [run(wordsOf(block))];
}

const missing = (): Paragraph => paragraph([run('（原文未载）', { font: fonts.second })], { indent });

function tableOf(rows: readonly (readonly string[])[]): Table[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const cell = (text: string, head: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({ children: [run(text, { size: xiaosi, font: head ? fonts.first : fonts.body })] }),
      ],
    });
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (row, i) =>
          new TableRow({
            tableHeader: i === 0,
            children: Array.from({ length: width }, (_, c) => cell(row[c] ?? '', i === 0)),
          }),
      ),
    }),
  ];
}

/** `— 1 —`, outside: right on odd pages, left on even ones. */
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === 'right' ? { right: 280 } : { left: 280 },
        children: [
          new TextRun({ font: fonts.page, size: sihao, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });

async function documentOf(
  title: string,
  day: Day,
  children: (Paragraph | Table)[],
  landscape = false,
): Promise<Uint8Array> {
  const page = { width: mm(210), height: mm(297) };
  const document = new Document({
    title: clean(title),
    creator: 'Gongbao',
    lastModifiedBy: 'Gongbao',
    description: '非标准文本',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fonts.body, size: sanhao, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...page, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  // The library writes the hour in which it ran.
  const made = `${day === '' ? '1980-01-01' : day}T00:00:00Z`;
  return rezip(bytes, (name, body) =>
    name === 'docProps/core.xml'
      ? new TextDecoder().decode(body).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}`)
      : body,
  );
}

/** A text as DOCX. */
export function docxOf(holding: Holding, text: HeldText): Promise<Uint8Array> {
  const about = aboutText(holding, text).map(({ term, words }, i) =>
    paragraph([run(`${term}：`, { font: fonts.first, size: xiaosi }), run(words, { size: xiaosi })], {
      ...(i === 0 ? { pageBreakBefore: true } : {}),
    }),
  );
  const { instrument, date } = text.version;
  return documentOf(instrument.title, date, [...blocksOf(text).flatMap(blockOf), ...about]);
}

/** 新旧对照表: struck words left, new words right; struck and bold, underlined and bold, so that grey print shows them. */
export function comparisonDocx(holding: Holding, before: HeldText, after: HeldText): Promise<Uint8Array> {
  const rows = compareVersions(before.version.instrument, after.version.instrument, after.version.lineage);
  const cell = (runs: TextRun[]): TableCell =>
    new TableCell({ children: [new Paragraph({ children: runs })] });
  const words = (text: string, options: IRunOptions = {}): TextRun => run(text, { size: xiaosi, ...options });
  const changed = rows
    .filter(({ change }) => change !== 'unchanged')
    .map((row) => {
      const segments = rowSegments(row);
      const of = (side: 'old' | 'new', label: string | null): TextRun[] => [
        ...(label === null ? [] : [words(`${label}　`, { font: fonts.first })]),
        ...segments.flatMap((segment) => {
          if (segment.op === 'same') return [words(segment.text)];
          const options: IRunOptions =
            side === 'old' ? { bold: true, strike: true } : { bold: true, underline: {} };
          return (segment.op === 'delete') === (side === 'old') ? [words(segment.text, options)] : [];
        }),
      ];
      return new TableRow({
        cantSplit: true,
        children: [cell(of('old', row.old)), cell(of('new', row.new))],
      });
    });
  const head = new TableRow({
    tableHeader: true,
    children: [before, after].map(({ version }) =>
      cell([
        words(version.date === '' ? '未载日期的文本' : `${formatDay(version.date)}的文本`, {
          font: fonts.first,
        }),
      ]),
    ),
  });
  const title = `《${(after.work as Work).title}》新旧对照表`;
  const gaps = [before, after].flatMap((text) =>
    aboutText(holding, text).filter(({ term }) => term.startsWith('不完整')),
  );
  return documentOf(
    title,
    after.version.date,
    [
      paragraph([run(title, { font: fonts.title, size: erhao })], { alignment: AlignmentType.CENTER }),
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...changed] }),
      ...(changed.length === 0 ? [paragraph([run('两个文本的条文没有不同')])] : []),
      ...gaps.map(({ term, words: said }) => paragraph([run(`${term}：${said}`, { size: xiaosi })])),
      paragraph([
        run(
          '划去的是删去的字句，加下划线的是新增的字句；没有改动的条文不列。非标准文本，以发布机关公布的文本为准。',
          { size: xiaosi },
        ),
      ]),
    ],
    true,
  );
}
