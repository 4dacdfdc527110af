/**
 * A text as a document of Word, laid out as GB/T 9704-2012 asks of official documents: title in 二号小标宋, body in
 * 三号仿宋 on lines of 28.95 pt, first and second levels in 黑体 and 楷体, page numbers outside.
 */
import { formatDay } from '../../text/calendar.ts';
import { compareVersions, rowSegments } from '../../versions/index.ts';
import type { HeldText, Holding } from '../holding.ts';
import { aboutText } from './about.ts';
import { type Block, blocksOf, wordsOf } from './blocks.ts';
import { wordDocument } from './docx-parts.ts';
import { fonts, paragraph, type RunOptions, run, sizes, table } from './docx-words.ts';

/** Two characters of 三号, in twips. */
const indent = { firstLine: 640 };

const titleLine = (text: string): string =>
  paragraph([run(text, { font: fonts.title, size: sizes.erhao })], { align: 'center' });

const missing = paragraph([run('（原文未载）', { font: fonts.second })], indent);

function blockOf(block: Block): string {
  switch (block.type) {
    case 'title':
      return titleLine(block.text);
    case 'number':
      return paragraph([run(block.text)], { align: 'center' });
    case 'caption':
      return paragraph([run(block.text, { font: fonts.second })], { align: 'center' });
    case 'close':
      return paragraph([run(block.text)], { align: 'right', right: 640 });
    case 'heading':
      return paragraph([run(block.text, { font: block.depth < 3 ? fonts.first : fonts.second })], {
        align: 'center',
        keepNext: true,
      });
    case 'annex':
      return [
        paragraph([run(block.label, { font: fonts.first })], { pageBreakBefore: true }),
        block.text === '' ? '' : titleLine(block.text),
        block.missing ? missing : '',
      ].join('');
    case 'missing':
      return missing;
    case 'table':
      return tableOf(block.rows);
    case 'words':
      return paragraph(wordRuns(block), indent);
    default:
      return paragraph([run(block.text)], indent);
  }
}

/** Labels of articles in 黑体, first levels of a notice in 黑体, second in 楷体. */
function wordRuns(block: Extract<Block, { type: 'words' }>): string[] {
  const { kind, label, heading, text } = block;
  if (kind === 'article') {
    const rest = [heading, text].filter((part) => part !== '').join('　');
    return [run(label, { font: fonts.first }), run(rest === '' ? '' : `　${rest}`)];
  }
  if (kind === 'level' && heading !== '') {
    const face = /^[（(]/.test(label) ? fonts.second : fonts.first;
    return [run(`${label}${heading}`, { font: face }), run(text)];
  }
  return [run(wordsOf(block))];
}

const small = (text: string, options: RunOptions = {}): string =>
  run(text, { size: sizes.xiaosi, ...options });

const tableOf = (rows: readonly (readonly string[])[]): string =>
  table(rows.map((row, i) => row.map((cell) => [small(cell, i === 0 ? { font: fonts.first } : {})])));

/** A text as DOCX. */
export function docxOf(holding: Holding, text: HeldText): Promise<Uint8Array> {
  const { instrument, date } = text.version;
  const about = aboutText(holding, text).map(({ term, words }, i) =>
    paragraph([small(`${term}：`, { font: fonts.first }), small(words)], { pageBreakBefore: i === 0 }),
  );
  const body = [...blocksOf(text).map(blockOf), ...about].join('');
  return wordDocument(instrument.title, date, body);
}

/** 新旧对照表: struck words left, new words right; struck and bold, underlined and bold, so that grey print shows them. */
export function comparisonDocx(holding: Holding, before: HeldText, after: HeldText): Promise<Uint8Array> {
  const rows = compareVersions(before.version.instrument, after.version.instrument, after.version.lineage);
  const changed = rows
    .filter(({ change }) => change !== 'unchanged')
    .map((row) => {
      const segments = rowSegments(row);
      const side = (label: string | null, own: 'delete' | 'insert', options: RunOptions): string[] => [
        label === null ? '' : small(`${label}　`, { font: fonts.first }),
        ...segments.map(({ op, text }) =>
          op === 'same' ? small(text) : op === own ? small(text, options) : '',
        ),
      ];
      return [
        side(row.old, 'delete', { bold: true, strike: true }),
        side(row.new, 'insert', { bold: true, underline: true }),
      ];
    });
  const head = [before, after].map(({ version }) => [
    small(version.date === '' ? '未载日期的文本' : `${formatDay(version.date)}的文本`, { font: fonts.first }),
  ]);
  const title = `《${after.work.title}》新旧对照表`;
  const gaps = [before, after].flatMap((text) =>
    aboutText(holding, text).filter(({ term }) => term.startsWith('不完整')),
  );
  const notes = [
    ...(changed.length === 0 ? ['两个文本的条文没有不同'] : []),
    ...gaps.map(({ term, words }) => `${term}：${words}`),
    '划去的是删去的字句，加下划线的是新增的字句；没有改动的条文不列。非标准文本，以发布机关公布的文本为准。',
  ];
  const body = [
    titleLine(title),
    table([head, ...changed]),
    ...notes.map((words) => paragraph([small(words)])),
  ];
  return wordDocument(title, after.version.date, body.join(''), 'landscape');
}
