/**
 * Source → published lines, every change recorded.
 *
 * `- (一) 提前 30 日,书面报告；` → `（一）提前30日，书面报告；` with four repairs.
 */
import type { VFile } from 'vfile';
import type { Repair, SourceText } from '../model.ts';
import { type Correction, placeCorrections } from './corrections.ts';
import { impossibleDays } from './dates.ts';
import { findFurniture, readFrontMatter } from './furniture.ts';
import { joinLines } from './join-lines.ts';
import { LineReader } from './line-reader.ts';
import { lineTable, placeAt } from './lines.ts';
import { readMarkup } from './markdown.ts';
import { halfDigits } from './numerals.ts';
import { placer } from './published.ts';

const control = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;
/** One odd character in so many is a file that is no text. */
const binaryShare = 50;

/**
 * Reads a source file.
 * @param source the file's characters, as they are
 * @param file collects messages; its path names the file
 * @param corrections the editor's, in any order
 * @returns published lines and all repairs, in source order; never throws
 */
export function readText(source: string, file: VFile, corrections: Correction[] = []): SourceText {
  const table = lineTable(source);
  report(source, file);
  const placed = placeCorrections(source, table, corrections, file);
  const frontMatter = readFrontMatter(source);
  const markup = readMarkup(source, frontMatter?.end);
  for (const offset of markup.plain) {
    file.info('段落过长，按纯文本读取，不识别标记', placeAt(table, offset), 'gongbao:long-block');
  }
  const furniture = findFurniture(halfDigits(source), table, frontMatter);
  const reader = new LineReader(source, table, markup, placed.repairs, furniture);
  const lines = reader.readAll();
  const joined = joinLines(lines, reader.repairs, source, table, placed);
  reportLookalikes(reader.repairs, file);
  const repairs = reader.repairs.sort((a, b) => a.start - b.start || a.end - b.end);
  const text: SourceText = {
    path: file.path ?? '',
    source,
    lines: joined,
    repairs,
    ...(frontMatter ? { frontMatter: frontMatter.fields } : {}),
    placeOf: placer(repairs, table),
  };
  reportDays(text, file);
  return text;
}

/** A printed day that no calendar has is kept and said: nothing is computed from it. */
function reportDays(text: SourceText, file: VFile): void {
  for (const line of text.lines)
    for (const { start, end } of impossibleDays(line.text)) {
      const reason = `“${line.text.slice(start, end)}”：日历上没有这一天，按原文保留，不用于推算`;
      file.message(reason, text.placeOf(line, start), 'gongbao:impossible-day');
    }
}

const mostLines = 10;

/** Said once for each sign, with the lines where it stands. */
function reportLookalikes(repairs: Repair[], file: VFile): void {
  const found = repairs.filter(({ rule }) => rule === 'lookalike');
  for (const [sign, all] of Map.groupBy(found, ({ from }) => from)) {
    const lines = all.slice(0, mostLines).map(({ place }) => place.line);
    const where = `第${lines.join('、')}行${all.length > mostLines ? `等${all.length}处` : ''}`;
    file.message(`序号中的“${sign}”按“${all[0]!.to}”读：${where}`, all[0]!.place, 'gongbao:lookalike');
  }
}

function report(source: string, file: VFile): void {
  const at = { line: 1, column: 1 };
  if (source.trim() === '') file.message('文件没有内容', at, 'gongbao:empty').fatal = true;
  const odd = source.match(control)?.length ?? 0;
  if (odd === 0) return;
  if (odd * binaryShare > source.length) {
    file.message('文件不是UTF-8文本（含大量控制字符或无法解码的字节）', at, 'gongbao:binary').fatal = true;
    return;
  }
  const first = source.search(control);
  file.message(
    `含${odd}个控制字符或无法解码的字节，原样保留`,
    placeAt(lineTable(source.slice(0, first + 1)), first),
    'gongbao:control-character',
  );
}
