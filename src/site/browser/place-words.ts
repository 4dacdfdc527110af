/** The place of an element of a text in words. */
import { placeWords } from '../cite.ts';

/** From its id, or from the printed labels above it: `三、（一）2`. */
export function wordsOf(element: Element): string {
  const words = placeWords(element.id);
  if (words) return words;
  const labels: string[] = [];
  for (let at: Element | null = element; at && !at.matches('.body'); at = at.parentElement) {
    const label =
      at.id && at.querySelector(':scope > .n, :scope > :first-child > .n, :scope > h2 > .annex-label');
    if (label) labels.unshift(label.textContent ?? '');
  }
  return labels.join('').replace(/[、.．]$/, '');
}
