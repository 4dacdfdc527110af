/** The place of an element of a text in words. */
import { nameOnPage } from '../places-on-page.ts';

const text = document.querySelector<HTMLElement>('.body');
const apart = JSON.parse(text?.dataset['places'] ?? '{}') as Record<string, string>;

/** From its id and the printed labels above it: `第六条第三项`, `三、（一）2`. */
export function wordsOf(element: Element): string {
  const known = apart[element.id];
  if (known !== undefined) return known;
  const labels: string[] = [];
  for (let at: Element | null = element; at && !at.matches('.body'); at = at.parentElement) {
    const label =
      at.id && at.querySelector(':scope > .n, :scope > :first-child > .n, :scope > h2 > .annex-label');
    if (label) labels.unshift(label.textContent ?? '');
  }
  return nameOnPage(element.id, labels, (eId) => document.getElementById(eId) !== null);
}
