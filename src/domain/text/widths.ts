/**
 * The widths of signs and digits: punctuation among Chinese characters is full-width, digits are half-width
 * (GB/T 15834, GB/T 15835), so that no reader behind this one meets two forms of one digit.
 *
 * `负责网约车管理,并` → `负责网约车管理，并` · `县(市、区)` → `县（市、区）` · `自２０１３年１月１日起` → `自2013年1月1日起`
 * Left alone: addresses (`https://…`), telephone numbers, decimals, times, Latin text.
 */
import { type Edit, isDigit, isHan, isWide, matchEdits } from './edits.ts';
import { halfDigits } from './numerals.ts';

const widthOf: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** How far from an unclosed bracket Chinese text must begin. */
const near = 12;

/** Digits of one line that become half-width. */
export function digitEdits(text: string): Edit[] {
  return matchEdits(text, /[０-９]+/g, 'digit', halfDigits);
}

/** Punctuation of one line that becomes full-width. */
export function widthEdits(text: string): Edit[] {
  if (!/[,;:?!()<>]/.test(text)) return [];
  const edits: Edit[] = [];
  const widen = (index: number): void => {
    edits.push({ start: index, end: index + 1, to: widthOf[text[index]!]!, rule: 'width' });
  };
  const brackets: { index: number; full: boolean }[] = [];
  for (const match of text.matchAll(/[,;:?!()（）]/g)) {
    const index = match.index;
    if (match[0] === '（' || match[0] === '(') {
      brackets.push({ index, full: match[0] === '（' });
      continue;
    }
    if (match[0] === '）' || match[0] === ')') {
      const open = brackets.pop();
      const chinese = open
        ? open.full || match[0] === '）' || bracketsChinese(text, open.index, index)
        : isWide(nearest(text, index, -1));
      if (!chinese) continue;
      if (match[0] === ')') widen(index);
      if (open && !open.full) widen(open.index);
      continue;
    }
    if (isDigit(text[index - 1]) && isDigit(text[index + 1])) continue;
    if (match[0] === ':' && text.startsWith('//', index + 1)) continue;
    if (match[0] === ';' && /&[a-z#\d]{2,8}$/i.test(text.slice(Math.max(0, index - 9), index))) continue;
    if (isWide(nearest(text, index, -1)) || isWide(nearest(text, index, 1))) widen(index);
  }
  // One that the line break left open belongs to Chinese text if any follows closely.
  for (const { index, full } of brackets)
    if (!full && [...text.slice(index + 1, index + near)].some(isWide)) widen(index);
  edits.push(...angleEdits(text));
  return edits.sort((a, b) => a.start - b.start);
}

function nearest(text: string, index: number, step: 1 | -1): string | undefined {
  let i = index + step;
  while (text[i] === ' ' || text[i] === '\u3000' || text[i] === '"') i += step;
  return text[i];
}

/** A pair of brackets belongs to Chinese text if it holds or touches any. */
function bracketsChinese(text: string, open: number, close: number): boolean {
  if (isWide(nearest(text, open, -1)) || isWide(nearest(text, close, 1))) return true;
  for (let i = open + 1; i < close; i++) if (isWide(text[i])) return true;
  return false;
}

/** `《关于修改<甲法>的决定》` → `《关于修改〈甲法〉的决定》` */
function angleEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/<([^<>]{2,60})>/g)) {
    if (!isHan(match[1]![0]) || match[1]!.includes('《') || match[1]!.includes('》')) continue;
    const close = match.index + match[0].length - 1;
    edits.push({ start: match.index, end: match.index + 1, to: '〈', rule: 'width' });
    edits.push({ start: close, end: close + 1, to: '〉', rule: 'width' });
  }
  return edits;
}
