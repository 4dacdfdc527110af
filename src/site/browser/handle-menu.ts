/** The menu of a provision's number, and of a whole text: what can be copied. Loaded when the first one is opened. */
import { copy } from './copy.ts';
import { wordsOf } from './place-words.ts';

const text = document.querySelector<HTMLElement>('.body');

/** What each entry of the menu copies. */
function entries(element: Element, words: () => string): [string, () => string][] {
  const whole = element === text;
  const place = (address: string): URL =>
    new URL(whole ? address : `${address}#${element.id}`, location.href);
  const here = place(location.pathname);
  const fixed = place(text?.dataset['permanent'] ?? '');
  const { citation = '', doubt = '' } = text?.dataset ?? {};
  const cited = `${citation}${whole ? '' : wordsOf(element)}${doubt}`;
  const list: [string, () => string][] = [
    ['复制引文', () => cited],
    ['复制原文', words],
    ['复制原文＋出处', () => `${words()}\n——${cited}\n${fixed.href}`],
    ['复制链接', () => here.href],
  ];
  if (fixed.pathname !== here.pathname) list.push(['复制此文本的固定链接', () => fixed.href]);
  return list;
}

/** Pages of the originals, each from the provision that begins on it; `OriginalPages` of the view. */
const originals = JSON.parse(text?.dataset['originals'] ?? '[]') as {
  href: string;
  pages: [eId: string, page: number][];
}[];

/** The page of the original on which a provision begins, to be opened there. */
function originalOf(element: Element): HTMLAnchorElement | undefined {
  const found = originals
    .flatMap(({ href, pages }) => pages.map(([eId, page]) => ({ href, eId, page })))
    .findLast(({ eId }) => {
      const start = document.getElementById(eId);
      return start && (start === element || isAfter(element, start));
    });
  if (!found) return undefined;
  const link = document.createElement('a');
  link.href = `${found.href}#page=${found.page}`;
  link.textContent = `原件第${found.page}页`;
  return link;
}

const isAfter = (element: Element, other: Element): boolean =>
  (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const menu = document.createElement('dialog');
menu.className = 'menu';
const said = document.createElement('p');
said.className = 'said';
said.setAttribute('role', 'status');

let handle: HTMLElement | undefined;

/** Longest words that are repeated when they were copied. */
const mostSaid = 80;

function button([name, value]: [string, () => string]): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', async () => {
    const words = value();
    const done = await copy(words);
    const begin = words.length > mostSaid ? `${words.slice(0, mostSaid)}……` : words;
    said.textContent = done ? `已复制：${begin}` : `无法复制，请手动选取：${words}`;
  });
  return made;
}

/**
 * Opens the menu beside what was clicked.
 * @param element the provision, or the body of the whole text
 * @param words the words that it prints
 */
export function openMenu(opener: HTMLElement, element: Element, words: () => string): void {
  handle = opener;
  said.textContent = '';
  const title = document.createElement(opener instanceof HTMLAnchorElement ? 'a' : 'b');
  title.className = 'place';
  title.textContent = opener instanceof HTMLAnchorElement ? wordsOf(element) : '全文';
  if (title instanceof HTMLAnchorElement) title.href = (opener as HTMLAnchorElement).href;
  title.addEventListener('click', () => menu.close());
  const original = originalOf(element);
  menu.replaceChildren(
    ...[title, ...entries(element, words).map(button)],
    ...(original ? [original] : []),
    said,
  );
  // `show` would scroll to where it stood before.
  menu.open = true;
  const box = opener.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 12);
  const below = box.bottom + 6;
  const top = below + menu.offsetHeight > innerHeight ? box.top - menu.offsetHeight - 6 : below;
  menu.style.left = `${Math.max(12, left) + scrollX}px`;
  menu.style.top = `${Math.max(0, top) + scrollY}px`;
  menu.querySelector('button')?.focus({ preventScroll: true });
}

document.body.append(menu);
menu.setAttribute('aria-label', '引用此处');
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu.open) menu.close();
});
addEventListener('pointerdown', (event) => {
  if (menu.open && !menu.contains(event.target as Node)) menu.close();
});
menu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.close();
});
menu.addEventListener('close', () => {
  if (document.activeElement === document.body || menu.contains(document.activeElement)) handle?.focus();
});
