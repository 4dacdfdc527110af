/** What a clause like 对个别文字作相应调整 may cover: a change of words that changes nothing of what is commanded. */
import { numeralClass } from '../text/index.ts';
import { bodyEndings, modals } from '../vocabulary/weighty.ts';
import { anyOf } from '../vocabulary/words.ts';

/** What no adjustment of words may change: numbers and amounts, what is commanded, allowed or denied, who acts. */
const weighty: readonly RegExp[] = [
  new RegExp(`[${numeralClass}]+`, 'g'),
  new RegExp(anyOf(modals), 'g'),
  new RegExp(`[\\u4e00-\\u9fff]{2}(?:${anyOf(bodyEndings)})`, 'g'),
  /[。；：]/g,
];
const likeEnough = 0.6;

/**
 * True where two wordings say the same in other words.
 * @param old, other folded, with the numbers of addresses masked
 *
 * `登记手续` and `登记的手续` → true · `由文化局处罚` and `由公安局处罚`, `应当` and `不得` → false
 */
export function isMereWording(old: string, other: string): boolean {
  const same = weighty.every((pattern) => weights(old, pattern) === weights(other, pattern));
  return same && likeness(old, other) >= likeEnough;
}

function weights(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)].map(([word]) => word).join(' ');
}

/** Share of common pairs of characters, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/**
 * Where two wordings part: each with a few words round what differs.
 *
 * `由市文化局处罚。`, `由市公安局处罚。` → `…由市文化局处罚。`, `…由市公安局处罚。`
 */
export function differing(old: string, other: string): [string, string] {
  let start = 0;
  while (start < Math.min(old.length, other.length) && old[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(old.length, other.length) - start;
  while (end < most && old.at(-1 - end) === other.at(-1 - end)) end++;
  return [excerpt(old, start, old.length - end), excerpt(other, start, other.length - end)];
}

const round = 8;
const longest = 60;

function excerpt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - round);
  const to = Math.min(text.length, end + round, from + longest);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', '')}${to < text.length ? '…' : ''}`;
}
