/**
 * Headings of levels in plans and notices.
 *
 * `1.数据治理有待提升。各部门…` → heading `数据治理有待提升。`, text `各部门…` (run in)
 * `1.省市一体，建立工作机制` → heading, no text · `7.推广运用…超市，推动中介机构…市场。` → no heading
 */

import { longestHeading } from '../lines/labels.ts';

/** First sentences up to this length are headings: in print the longest is 27 and the shortest other 42. */
const longestSentence = 30;

export function splitHeading(rest: string): { heading: string; text: string } | undefined {
  const stop = rest.search(/[。；：？！]/);
  if (stop < 0) {
    return rest.length > 0 && rest.length <= longestHeading ? { heading: rest, text: '' } : undefined;
  }
  if (rest[stop] !== '。' && rest[stop] !== '：') return undefined;
  if (rest[stop] === '：') return undefined;
  const end = stop + 1 + (/^[”’）》]+/.exec(rest.slice(stop + 1))?.[0].length ?? 0);
  if (end - 1 > longestSentence) return undefined;
  return { heading: rest.slice(0, end), text: rest.slice(end) };
}
