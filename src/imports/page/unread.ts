/** What of a page is no text that can be read: it is named, and never guessed at. */
import { unusable } from '../characters.ts';
import type { Recorder } from '../record.ts';
import type { Sheet } from './types.ts';

/** So many outlines beside the text of a page may be words. */
const fewOutlines = 10;

/** @returns the page without the characters of a text layer that stand for no text */
export function usableSheet(sheet: Sheet, record: Recorder): Sheet {
  const { number, runs } = sheet;
  const reason = unusable(runs.map(({ text }) => text).join(''));
  if (reason === undefined) return sheet;
  record.doubt('text-layer', `第${number}页${reason}，没有读`, 'error', { page: number });
  return { ...sheet, runs: [] };
}

/** Names a page without text, and pictures and outlines beside the text of one. */
export function tellUnread({ number: page, runs, pictures, outlines }: Sheet, record: Recorder): void {
  const tell = (rule: string, reason: string, severity: 'error' | 'warning' | 'info'): void =>
    record.doubt(rule, `第${page}页${reason}`, severity, { page });
  if (runs.length > 0) {
    if (pictures > 0) tell('picture', `有${pictures}幅图片，图中的文字没有读`, 'warning');
    if (outlines > fewOutlines)
      tell('outline', `有${outlines}个图形，其中如有转成曲线的文字，没有读`, 'warning');
  } else if (pictures > 0) tell('no-text', '是图片（扫描件），没有文字层，没有读', 'error');
  else if (outlines > 0) tell('no-text', '只有图形，没有文字层：文字可能已转成曲线，没有读', 'error');
  else tell('no-text', '没有文字', 'info');
}

/** Why a file without a single character is not taken in. */
export function noText(
  sheets: readonly Sheet[],
  record: Recorder,
  name: 'PDF' | 'OFD',
  todo: string,
): string {
  const layer = record.doubts.find(({ rule }) => rule === 'text-layer');
  if (layer) return `${name} 的文字层不能用（${layer.reason}），请当作扫描件处理${todo}`;
  if (sheets.some(({ pictures }) => pictures > 0))
    return `${name} 是扫描件，${sheets.length}页都没有文字层${todo}`;
  if (sheets.some(({ outlines }) => outlines > 0))
    return `${name} 里只有图形，没有文字层：文字可能已转成曲线，请向印制单位要转曲以前的文件，或当作扫描件处理${todo}`;
  return `${name} 里没有文字`;
}
