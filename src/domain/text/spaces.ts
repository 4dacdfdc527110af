/**
 * Spaces inside Chinese text that stand for nothing.
 *
 * `2020 年 12 月` → `2020年12月` · `第 一 条` → `第一条` · `总　则` → `总则` · `调整 市政府` in a title → `调整市政府`
 * Left alone: Latin words, cells between tabs, the gap after a label.
 */
import { lookalikes } from './characters.ts';
import { type Edit, isDigit, isHan, isWide } from './edits.ts';
import { looksLikeTitle } from './titles.ts';

const space = '[ \\u3000\\u00a0\\t]';
const hanSource = '[\\u3400-\\u9fff]';
const numeral = '[〇零○一二两三四五六七八九十百千0-9０-９]';

/** A label that a space sets off from what follows: it is layout of its own. */
const labelBefore =
  /^(?:第[〇零一二两三四五六七八九十百千0-9０-９ ]+[编編篇章节節条條款](?:之[一二三四五六七八九十]+)?|[图表]\s*\d+|附[件表录]\s*[一二三四五六七八九十\d]*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])$/;

/** A label, also one that print pulled apart: `第 一 条`, `第 十 二 章`. */
const printed = `[${numeral.slice(1, -1)}${lookalikes}]`;
const labelHead = new RegExp(
  `^[第笫]${space}*${printed}(?:${space}*${printed})*${space}*(?:分[编編]|[编編篇章节節条條])(?:${space}*之${space}*${numeral}+)?`,
);
const organEnd = /(?:局|委|委员会|厅|部|院|府|会|办|办公室|署|处|所|行|中心|集团|公司|军|社|总队|支队)$/;
const longestTitle = 130;

/** 两字拆开的词: `目 录`, `总　则`, `曹 兴：`, `国 务 院 工 作 规 则`. */
const spacedWord = new RegExp(`^${hanSource}(?:${space}+${hanSource})+$`);
const spacedName = new RegExp(`^${hanSource}${space}+${hanSource}(?=[：:，,])`);
/** `目 录 第一章 总则 …` on one line. */
const contentsWord = /^目[ \u3000]+[录錄次][ \u3000]+第/;
const labelGap = new RegExp(
  `^((?:第[^\\s]{1,9}(?:分[编編]|[编編篇章节節条條])(?:之${numeral}+)?|[（(]${numeral}{1,5}[）)]|${numeral}{1,5}[、.．]|[①-⑳]))\\t+(?=[^\\t]*$)`,
);

/** `1 不超过1米的 3 50`: figures side by side and no mark of a sentence, so the spaces part columns. */
const columns = /^(?!.*[。；：:，]).*\d[ \u3000]+\d/;

const spacedCells = /^\d{1,3}[ \u3000]+(?![年月日])\S+(?:[ \u3000]+\S+){2,8}$/;

/** `2　关于甲事项的通知　1995年7月6日　情况已变化，不再适用`: a numbered row whose cells only spaces part. */
export function isSpacedRow(text: string): boolean {
  return text.length <= 200 && !/[。；：]$/.test(text) && spacedCells.test(text) && /[^\s]{8}/.test(text);
}

/** Ranges of one line that hold such spaces. */
export function spaceEdits(text: string): Edit[] {
  if (!/[ \u3000\u00a0\t]/.test(text)) return [];
  const edits: Edit[] = [];
  const drop = (start: number, end: number, rule: string): void => {
    edits.push({ start, end, to: '', rule });
  };
  const label = labelHead.exec(text)?.[0].length ?? 0;
  const gap = labelGap.exec(text);
  if (gap) edits.push({ start: gap[1]!.length, end: gap[0].length, to: ' ', rule: 'label-tab' });
  const after = /^\s*/.exec(text.slice(label))![0].length + label;
  const spaced = spacedRange(text, after);
  const apart = spaced && nameGap(text);
  const title = !spaced && text.length < longestTitle && !/[：:]/.test(text) && looksLikeTitle(text);
  const cells = !gap && (text.includes('\t') || columns.test(text) || isSpacedRow(text));
  for (const match of text.matchAll(/[ \u3000\u00a0]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const left = text[start - 1];
    const right = text[end];
    if (end < label || (start === 1 && contentsWord.test(text))) drop(start, end, 'padding');
    else if (spaced && start >= spaced[0] && end <= spaced[1]) {
      if (start !== apart) drop(start, end, 'padding');
    } else if (cells || start === label) continue;
    else if ((isHan(left) && isDigit(right)) || (isDigit(left) && isHan(right))) {
      const apart = isLabel(text, start) || partsEvents(text, start, end);
      if (end - start <= 2 && !apart) drop(start, end, 'digit-space');
    } else if (start <= 4 && /^\d{1,3}[.．]$/.test(text.slice(0, start)) && isWide(right))
      drop(start, end, 'label-space');
    else if (title && isTitleGap(text, start, end)) drop(start, end, 'title-space');
    else if (left === '—' || right === '—') drop(start, end, 'dash-space');
  }
  return edits;
}

/** `…第一次修正　2021年1月1日…修订`: the gap between two events of a 题注. */
function partsEvents(text: string, start: number, end: number): boolean {
  return (
    /(?:通过|修正|修订|修改|公布|发布|颁布|批准|施行|实施|印发)$/.test(
      text.slice(Math.max(0, start - 4), start),
    ) && /^\d{4}\s*年/.test(text.slice(end, end + 8))
  );
}

/** The part of a line that is one word, or begins with a name, with spaces between its characters. */
function spacedRange(text: string, from: number): [number, number] | undefined {
  if (text.length < 80 && spacedWord.test(text.slice(from))) return [from, text.length];
  const name = spacedName.exec(text);
  return name ? [0, name[0].length] : undefined;
}

/** `总　理　　李　鹏`: where the one wide gap stands between a post and a name. */
function nameGap(text: string): number | undefined {
  const gaps = [...text.matchAll(/[ \u3000\u00a0]+/g)];
  const widest = Math.max(...gaps.map((gap) => gap[0].length));
  const wide = gaps.filter((gap) => gap[0].length === widest);
  if (gaps.length < 2 || wide.length > 1 || gaps.some((gap) => gap !== wide[0] && gap[0].length * 2 > widest))
    return undefined;
  const name = text.slice(wide[0]!.index).replace(/\s/g, '');
  return name.length >= 2 && name.length <= 4 ? wide[0]!.index : undefined;
}

function isLabel(text: string, end: number): boolean {
  return end <= 16 && labelBefore.test(text.slice(0, end));
}

/** A title broken in print: not the gap between two issuers, nor before 目录. */
function isTitleGap(text: string, start: number, end: number): boolean {
  if (isLabel(text, start)) return false;
  if (/^目\s*录$/.test(text.slice(end))) return false;
  return (
    isWide(text[start - 1]) &&
    (isWide(text[end]) || text[end] === '(') &&
    !organEnd.test(text.slice(0, start))
  );
}

const articleText =
  /^第[〇零○一二两三四五六七八九十百千0-9０-９]{1,7}[条條](?:之[一二三四五六七八九十]{1,3})?[^\t]{4,}\t/;
/** A cell is rarely a sentence of such a length. */
const longestCell = 20;

/**
 * Tabs that stand inside a sentence: in an article's text behind its label, or in a line that ends as a sentence and
 * has no row beside it.
 * @param beside tells whether a line next to it has tabs too
 */
export function proseTabs(text: string, beside: () => boolean): Edit[] {
  const sentence = /[。；]$/.test(text) && text.split('\t').some((cell) => cell.trim().length > longestCell);
  if (!sentence || !(articleText.test(text) || !beside())) return [];
  return Array.from(text.matchAll(/[ \u3000]*\t[ \t\u3000]*/g)).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (start <= 9 && labelGap.test(text.slice(0, end))) return [];
    const to = isWide(text[start - 1]) || isWide(text[end]) ? '' : ' ';
    return [{ start, end, to, rule: 'prose-tab' }];
  });
}
