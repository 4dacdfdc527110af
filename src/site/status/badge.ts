/** A badge that says how things stand on the reader's own day. */
import { formatDay } from '../../domain/text/calendar.ts';

/**
 * Puts what holds today in the place of what the page printed, and says what that was.
 * @param asOf the words behind the badge: 截至2020年12月31日
 * @returns true where the two differ
 *
 * ● 有效 截至2020年12月31日 → ? 未知 今天（2026年11月24日）；截至2020年12月31日为有效
 */
export function renewBadge(badge: Element, asOf: Element, now: Element, today: string): boolean {
  const then = badge.textContent?.replace(/^\S+\s/, '') ?? '';
  const changed = badge.textContent?.trim() !== now.textContent?.trim();
  badge.replaceWith(now);
  asOf.textContent = changed
    ? `今天（${formatDay(today)}）；${asOf.textContent}为${then}`
    : `今天（${formatDay(today)}）`;
  asOf.classList.toggle('now', changed);
  return changed;
}
