/** Characters that copying left behind: invisible ones, web codes, escapes, bullets, radicals. */
import { type Edit, isHan, matchEdits } from './edits.ts';

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

/** Characters that nobody sees. */
export function invisibleEdits(text: string): Edit[] {
  if (!/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(text)) return [];
  return matchEdits(text, /[\u200b-\u200f\u2060\ufeff\u00ad]+/g, 'invisible', () => '');
}

/** Radicals that a page description holds in place of the same-looking characters: `⼀` → `一`. */
export function radicalEdits(text: string): Edit[] {
  if (!/[\u2f00-\u2fd5]/.test(text)) return [];
  return matchEdits(text, /[\u2f00-\u2fd5]/g, 'radical', (c) => c.normalize('NFKC'));
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
  return matchEdits(text, /(?<=^\d{1,3})\\(?=[.)])|^\\(?=[-+#>])|\\(?=[[\]()])/g, 'escape', () => '');
}

/** `**（一）**甲`: bold that Markdown's rule for word boundaries misses next to Chinese punctuation. */
export function emphasisEdits(text: string): Edit[] {
  if (!text.includes('**')) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(/\*\*([^*]{1,200})\*\*/g)) {
    if (!Array.from(match[1]!).some(isHan)) continue;
    const end = match.index + match[0].length;
    edits.push({ start: match.index, end: match.index + 2, to: '', rule: 'markup' });
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
