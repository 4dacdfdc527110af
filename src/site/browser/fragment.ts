/** Says that the place an address names is not in the text, and what the text has instead. */

import { articleSteps, placeName } from '../../domain/references/place-names.ts';
import { formatNumeral } from '../../domain/text/numerals.ts';
import { articlesHeld } from './long-text.ts';

const article = document.querySelector('main article');
let notice: HTMLElement | undefined;

/** `art_99` → 本文没有第九十九条，现有二十四条 */
function wordsFor(id: string): string {
  const steps = articleSteps(id, () => true);
  const articles = articlesHeld();
  const held = articles > 0 ? `，现有${formatNumeral(articles)}条` : '';
  return steps
    ? `本文没有${placeName(steps)}${held}。编号可能在修改中变了，可以从目录里找。`
    : `地址里所说的位置（${id}）不在本文里${held}。可以从目录里找。`;
}

export function sayMissing(id: string): void {
  notice?.remove();
  notice = document.createElement('div');
  notice.className = 'notice missing';
  notice.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = wordsFor(id);
  notice.append(words);
  article?.prepend(notice);
  scrollTo(0, 0);
}

export function sayFound(): void {
  notice?.remove();
}
