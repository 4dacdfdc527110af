/**
 * Typography that print got wrong and that no reader should have to see: spaces inside Chinese text and
 * half-width punctuation. One rule a function; each finds ranges of one line and says what they become.
 *
 * `2020 年 12 月` → `2020年12月` · `负责网约车管理,并` → `负责网约车管理，并` · `县(市、区)` → `县（市、区）`
 * Left alone: addresses (`https://…`), telephone numbers, decimals, times, Latin words, cells between tabs.
 */

/** A change of `[start, end)` of a line. */
export interface Edit {
  start: number;
  end: number;
  to: string;
  rule: string;
}

const han = /[\u3400-\u9fff\uf900-\ufaff〇○]|[\ud840-\ud87f][\udc00-\udfff]/;
const wide = /[\u3000-\u303f\uff00-\uffef“”‘’—…\u3400-\u9fff\uf900-\ufaff]/;
const digit = /[0-9０-９]/;
const space = '[ \\u3000\\u00a0\\t]';

const isHan = (c: string | undefined): boolean => c !== undefined && han.test(c);
const isWide = (c: string | undefined): boolean => c !== undefined && wide.test(c);
const isDigit = (c: string | undefined): boolean => c !== undefined && digit.test(c);

/** A label that a space sets off from what follows: it is layout of its own. */
const labelBefore =
  /^(?:第[〇零一二两三四五六七八九十百千0-9０-９ ]+[编章节条款](?:之[一二三四五六七八九十]+)?|[图表]\s*\d+|附[件表录]\s*[一二三四五六七八九十\d]*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])$/;

const titleEnd =
  /(?:通知|通报|决定|决议|办法|规定|规则|细则|条例|章程|规划|计划|方案|纲要|意见|公告|通告|批复|函|目录|清单|标准|规范|制度|说明|报告|法|令|解释|修正案)(?:\s*[（(][^（()）]{1,12}[）)])?(?:\s+目\s*录)?$/;
const organEnd = /(?:局|委|委员会|厅|部|院|府|会|办|办公室|署|处|所|行|中心|集团|公司|军|社|总队|支队)$/;

/** A line that reads as a title: no sentence, no cells, ends as titles end. */
export function looksLikeTitle(text: string): boolean {
  return text.length >= 6 && text.length <= 120 && !/[\t。；;！？]/.test(text) && titleEnd.test(text);
}

/** 两字拆开的词: `目 录`, `总　则`, `曹 兴：`, `国 务 院 工 作 规 则`. */
const spacedWord = new RegExp(
  `^((?:第[^\\s章编节]{1,6}(?:章|编|分编|节)${space}+)?)(${hanSource()}(?:${space}+${hanSource()})+)$`,
);
const spacedName = new RegExp(`^${hanSource()}${space}+${hanSource()}(?=[：:，,])`);

function hanSource(): string {
  return '[\\u3400-\\u9fff]';
}

/** Spaces that stand for nothing. */
export function spaceEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!/[ \u3000\u00a0]/.test(text)) return edits;
  const drop = (start: number, end: number, rule: string): void => {
    edits.push({ start, end, to: '', rule });
  };
  const word = spacedWord.exec(text);
  const name = word ? null : spacedName.exec(text);
  const spaced = word ? [word[1]!.length, text.length] : name ? [0, name[0].length] : undefined;
  const title = !word && looksLikeTitle(text);
  const cells = text.includes('\t');
  for (const match of text.matchAll(/[ \u3000\u00a0]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text[start - 1];
    const after = text[end];
    if (spaced && start >= spaced[0]! && end <= spaced[1]!) drop(start, end, 'padding');
    else if (cells) continue;
    else if ((isHan(before) && isDigit(after)) || (isDigit(before) && isHan(after))) {
      if (!labelBefore.test(text.slice(0, start)) && match[0].length <= 2) drop(start, end, 'digit-space');
    } else if (/^\d{1,3}[.．]$/.test(text.slice(0, start)) && isWide(after)) drop(start, end, 'label-space');
    else if (title && isTitleGap(text, start, end)) drop(start, end, 'title-space');
    else if (before === '—' || after === '—') drop(start, end, 'dash-space');
  }
  return edits;
}

/** A title broken in print: not the gap between two issuers, nor before 目录. */
function isTitleGap(text: string, start: number, end: number): boolean {
  if (labelBefore.test(text.slice(0, start))) return false;
  if (/^目\s*录$/.test(text.slice(end))) return false;
  return (
    isWide(text[start - 1]) &&
    (isWide(text[end]) || text[end] === '(') &&
    !organEnd.test(text.slice(0, start))
  );
}

const widthOf: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Half-width punctuation among Chinese characters. */
export function widthEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!/[,;:?!()<>]/.test(text)) return edits;
  const widen = (index: number): void => {
    edits.push({ start: index, end: index + 1, to: widthOf[text[index]!]!, rule: 'width' });
  };
  const brackets: { index: number; full: boolean }[] = [];
  for (const match of text.matchAll(/[,;:?!()（）]/g)) {
    const index = match.index;
    const before = nearest(text, index, -1);
    const after = nearest(text, index, 1);
    switch (match[0]) {
      case '（':
        brackets.push({ index, full: true });
        break;
      case '(':
        brackets.push({ index, full: false });
        break;
      case '）':
        if (brackets.pop()?.full === false) widen(lastOpen(text, index));
        break;
      case ')': {
        const open = brackets.pop();
        if (open === undefined ? isWide(before) : open.full || bracketsChinese(text, open.index, index)) {
          widen(index);
          if (open && !open.full) widen(open.index);
        }
        break;
      }
      default:
        if (isDigit(text[index - 1]) && isDigit(text[index + 1])) break;
        if (match[0] === ':' && text.startsWith('//', index + 1)) break;
        if (match[0] === ';' && /&[a-z#\d]{2,8}$/i.test(text.slice(Math.max(0, index - 9), index))) break;
        if (isWide(before) || isWide(after)) widen(index);
    }
  }
  // One that the line break left open belongs to Chinese text if any follows closely.
  for (const { index, full } of brackets)
    if (!full && wide.test(text.slice(index + 1, index + 12))) widen(index);
  edits.push(...angleEdits(text));
  return edits.sort((a, b) => a.start - b.start);
}

function lastOpen(text: string, before: number): number {
  let depth = 0;
  for (let i = before - 1; i >= 0; i--) {
    if (text[i] === '）' || text[i] === ')') depth++;
    else if (text[i] === '（' || text[i] === '(') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return before;
}

function nearest(text: string, index: number, step: 1 | -1): string | undefined {
  let i = index + step;
  while (text[i] === ' ' || text[i] === '\u3000') i += step;
  return text[i];
}

/** A pair of brackets belongs to Chinese text if it holds or touches any. */
function bracketsChinese(text: string, open: number, close: number): boolean {
  return (
    isWide(nearest(text, open, -1)) ||
    isWide(nearest(text, close, 1)) ||
    wide.test(text.slice(open + 1, close))
  );
}

/** `《关于修改<甲法>的决定》` → `《关于修改〈甲法〉的决定》` */
function angleEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/<([^<>《》]{2,60})>/g)) {
    if (!isHan(match[1]![0])) continue;
    edits.push({ start: match.index, end: match.index + 1, to: '〈', rule: 'width' });
    edits.push({
      start: match.index + match[0].length - 1,
      end: match.index + match[0].length,
      to: '〉',
      rule: 'width',
    });
  }
  return edits;
}

const entities: Record<string, string> = {
  nbsp: '',
  ensp: '',
  emsp: '',
  '#160': '',
  '#12288': '',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  hellip: '…',
  mdash: '—',
};

/** Character references that a copy from the web leaves behind: `&nbsp;` → nothing, `&ldquo;` → “. */
export function entityEdits(text: string): Edit[] {
  if (!text.includes('&')) return [];
  return [...text.matchAll(/&(#?[a-z\d]{2,6});/gi)]
    .filter((match) => entities[match[1]!] !== undefined)
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      to: entities[match[1]!]!,
      rule: 'entity',
    }));
}

/** Characters that nobody sees. */
export function invisibleEdits(text: string): Edit[] {
  if (!/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(text)) return [];
  return [...text.matchAll(/[\u200b-\u200f\u2060\ufeff\u00ad]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    to: '',
    rule: 'invisible',
  }));
}

/** Whole lines that belong to the page or the file, not to the text. */
export function furnitureRule(text: string): string | undefined {
  if (/^[-—–－─]{1,2}\s*\d{1,4}\s*[-—–－─]{1,2}$/.test(text)) return 'page-number';
  if (/^<!--.*-->$/.test(text)) return 'comment';
  if (/^\|?[\s:|+-]+\|[\s:|+-]*$/.test(text) && text.includes('-')) return 'table-rule';
  return undefined;
}

/** Why each rule changes the text: for the repairs page. */
export const reasons: Record<string, string> = {
  markup: '去除文件标记（列表符、加粗号、标题号等），不属于原文',
  comment: '去除文件注释，不属于原文',
  'page-number': '去除页码',
  'table-rule': '去除表格分隔线',
  padding: '两字词为排版拉开的空格，合并',
  'digit-space': '汉字与数字之间的空格，合并',
  'label-space': '序号之后的空格，合并',
  'title-space': '标题转行留下的空格，合并',
  'dash-space': '连接号两侧的空格，合并',
  width: '中文语境中的半角标点，改为全角',
  invisible: '去除不可见字符',
  entity: '还原网页字符代码',
  join: '换页或换行切断的段落，连接',
  caption: '题注分行，连接',
};
