/**
 * Ranks of headings, and which numbers still come below a place: a number that stands further down is out of order,
 * one that stands nowhere is lost.
 */

import type { ContainerType, HeadingMark } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import type { ArticleMark } from './articles.ts';

const ranks: Record<ContainerType | 'level', number> = { part: 1, chapter: 3, section: 4, level: 5 };

/** 编 before 分编 before 章 before 节. */
export function rankOf(mark: HeadingMark): number {
  return ranks[mark.style] + (mark.sub ? 1 : 0);
}

/** What stands below a line. */
interface NumbersBelow {
  article(number: string, at: number): boolean;
  /** Beside the heading at the line: not under another heading of a higher rank. */
  heading(rank: number, number: string, at: number): boolean;
}

/** Takes down all numbers of a text, once. */
export function numbersBelow(lines: Line[], heads: (ArticleMark | undefined)[]): NumbersBelow {
  const articles = new Map<string, number>();
  const headings = new Map<string, number>();
  // For each rank, how many headings above it stand before each line: those between the same two are kin.
  const above = new Map<number, number>();
  const kin: (Map<number, number> | undefined)[] = [];
  for (const [i, line] of lines.entries()) {
    const head = heads[i];
    if (head) articles.set(head.number, i);
    const mark = head ? undefined : (line.container ?? line.hanLevel);
    if (!mark) continue;
    const rank = rankOf(mark);
    headings.set(`${rank} ${above.get(rank) ?? 0} ${mark.number}`, i);
    kin[i] = new Map(above);
    for (let lower = rank + 1; lower <= ranks.level; lower++) above.set(lower, (above.get(lower) ?? 0) + 1);
  }
  return {
    article: (number, at) => (articles.get(number) ?? -1) > at,
    heading: (rank, number, at) => (headings.get(`${rank} ${kin[at]?.get(rank) ?? 0} ${number}`) ?? -1) > at,
  };
}
