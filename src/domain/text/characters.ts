/** Characters that copying left behind: invisible ones, web codes, escapes, bullets, radicals. */
import { type Edit, isHan, matchEdits } from './edits.ts';
import { formatNumeral, parseNumeral } from './numerals.ts';
import { plainRadical, radicals } from './radicals.ts';

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

const spaceEntity = '&(?:nbsp|ensp|emsp|#160|#12288);';
const reference = new RegExp(
  `^(?:\\s*${spaceEntity})+\\s*|(?:\\s*${spaceEntity})+\\s*$|&(#?[a-z\\d]{2,6});`,
  'gi',
);

/** Character references that a copy from the web leaves behind: `&nbsp;` → nothing, `&ldquo;` → “. */
export function entityEdits(text: string): Edit[] {
  if (!text.includes('&')) return [];
  return [...text.matchAll(reference)]
    .filter((match) => match[1] === undefined || entities[match[1]!] !== undefined)
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      to: match[1] === undefined ? '' : entities[match[1]!]!,
      rule: 'entity',
    }));
}

/** `<p><!-- 注 --></p>`: a comment that is all a line holds, tags aside. */
export function commentEdits(text: string): Edit[] {
  if (!text.includes('<!--') || text.length > longestComment) return [];
  const match = /^(?:<[^<>!]{0,300}>|&nbsp;|\s)*(<!--(?:(?!-->).)*-->)(?:<[^<>!]{0,300}>|\s)*$/d.exec(text);
  if (!match) return [];
  const [start, end] = match.indices![1]!;
  return [{ start, end, to: '', rule: 'comment' }];
}

const longestComment = 2000;

/** Characters that nobody sees. */
export function invisibleEdits(text: string): Edit[] {
  if (!/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(text)) return [];
  return matchEdits(text, /[\u200b-\u200f\u2060\ufeff\u00ad]+/g, 'invisible', () => '');
}

/** Radicals in place of the same-looking characters: `⼀` → `一`. */
export function radicalEdits(text: string): Edit[] {
  return matchEdits(text, radicals, 'radical', plainRadical).filter(
    ({ start, to }) => to !== text.slice(start, start + 1),
  );
}

const likeOne = '—―ー－';
const likeDigit = 'lIｌＩ|OoＯｏ';
/** What scans put into the numbers of provisions, with 笫 for 第. */
export const lookalikes: string = `${likeOne}${likeDigit}ニ+＋`;
const lookalike: Record<string, string> = { 笫: '第', ニ: '二', '+': '十', '＋': '十' };
const mistaken = new RegExp(
  `^([第笫])([ \\u3000]*(?:[〇零○一二三四五六七八九十百千\\d${lookalikes}][ \\u3000]*){1,9})(?=分?[编編篇章节節条條])`,
);

/**
 * `笫三条` → `第三条`, `第l0条` → `第10条`, `第十—条` → `第十一条`: signs that a scan took for others, in labels only, and
 * only where one numeral comes of it: `第1—3条`, `第五—八条` are several.
 */
export function lookalikeEdits(text: string): Edit[] {
  const match = mistaken.exec(text);
  if (!match) return [];
  const edits = readLookalikes(match);
  if (edits.length === 0) return edits;
  const read = [...match[2]!].map(
    (c, i) => edits.find(({ start }) => start === match[1]!.length + i)?.to ?? c,
  );
  const numeral = read.join('').replace(/[ \u3000]/g, '');
  // 第II条 is the second as likely as the eleventh.
  const roman = /^[IＩ]{2,}$/.test(match[2]!.replace(/[ \u3000]/g, ''));
  return isPrinted(numeral) && !roman ? edits : edits.filter(({ start }) => start < match[1]!.length);
}

/** True for `12`, `一百〇三`, `一〇三`; false for `1一3`, `五一八`. */
function isPrinted(numeral: string): boolean {
  if (/^\d+$/.test(numeral)) return true;
  const plain = numeral.replace(/[零○]/g, '〇');
  if (/^[一二三四五六七八九]〇[〇一二三四五六七八九]$/.test(plain)) return true;
  const usual = plain.replace(/^一(?=十)/, '').replace(/(?<=[百千〇])十/, '一十');
  return formatNumeral(parseNumeral(numeral) ?? 0).replaceAll('零', '〇') === usual;
}

function readLookalikes(match: RegExpExecArray): Edit[] {
  const digits = /\d/.test(match[2]!) || !/[一二三四五六七八九十百千]/.test(match[2]!);
  const edits: Edit[] = [];
  for (const [i, c] of [...(match[1]! + match[2]!)].entries()) {
    let to = lookalike[c];
    if (likeOne.includes(c)) to = '一';
    if (likeDigit.includes(c)) to = !digits ? '〇' : /[oｏ]/i.test(c) ? '0' : '1';
    if (to === undefined) continue;
    if (to === '〇' && !/[oｏ]/i.test(c)) return [];
    edits.push({ start: i, end: i + 1, to, rule: 'lookalike' });
  }
  return edits;
}

const opener =
  '(?=第[〇零○一二两三四五六七八九十百千\\d０-９ \\u3000]{1,9}[编編篇章节節条條]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)';
const bullet = new RegExp(
  `^#{1,6}\\s+(?=\\S)|^(?:[•●■◆▪▲►▶◇□○·\\ue000-\\uf8ff]|#{1,6}|[-*+—–](?=\\s))\\s*${opener}`,
);

/** A bullet or `##` that Markdown did not take, before a numbered provision: the number is the label. */
export function bulletEdits(text: string): Edit[] {
  const match = bullet.exec(text);
  return match ? [{ start: 0, end: match[0].length, to: '', rule: 'bullet' }] : [];
}

/** `1\. 甲` → `1. 甲`, `国发\[2018\]` → `国发[2018]`: what converters escape so that Markdown reads no mark. */
export function escapeEdits(text: string): Edit[] {
  if (!text.includes('\\')) return [];
  return matchEdits(text, /(?<=^\d{1,3})\\(?=[.)])|^\\(?=[-+#>]|\*\s)|\\(?=[[\]()])/g, 'escape', () => '');
}

/** `**（一）**甲`: bold that Markdown's rule for word boundaries misses next to Chinese punctuation. */
export function emphasisEdits(text: string): Edit[] {
  if (!text.includes('**')) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(/\*\*([^*]{1,200})\*\*/g)) {
    if (!Array.from(match[1]!).some(isHan)) continue;
    const end = match.index + match[0].length;
    // A line that opens in bold begins behind the space that the bold holds.
    const gap = match.index === 0 ? /^\s*/.exec(match[1]!)![0].length : 0;
    edits.push({ start: match.index, end: match.index + 2 + gap, to: '', rule: 'markup' });
    edits.push({ start: end - 2, end, to: '', rule: 'markup' });
  }
  return edits;
}

const link = /\[((?:\[[^[\]]*\]|[^[\]]){1,80})\]\((?:https?:\/\/|#)[^()\s]{1,300}\)/g;

/** `[刑法](https://…)`, `[[1]](#footnote-0)` → `刑法`, `[1]`: the words, not where the copy led. */
export function linkEdits(text: string): Edit[] {
  if (!text.includes('](')) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(link)) {
    const close = match.index + 1 + match[1]!.length;
    const end = match.index + match[0].length;
    if (text[match.index - 1] === '!') continue;
    edits.push({ start: match.index, end: match.index + 1, to: '', rule: 'markup' });
    edits.push({ start: close, end, to: '', rule: 'markup' });
  }
  return edits;
}
