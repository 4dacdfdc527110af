/** The menu of a provision's number: copy a citation, copy a link. Loaded when the first one is opened. */
import { copy } from './copy.ts';
import { wordsOf } from './place-words.ts';

const text = document.querySelector<HTMLElement>('.body');

/** What each entry of the menu copies. */
function entries(id: string): [string, string][] {
  const here = new URL(`#${id}`, location.href);
  here.search = '';
  const fixed = new URL(`${text?.dataset['permanent'] ?? ''}#${id}`, location.href);
  const element = document.getElementById(id);
  const { citation = '', doubt = '' } = text?.dataset ?? {};
  const cited = `${citation}${element ? wordsOf(element) : ''}${doubt}`;
  const list: [string, string][] = [
    ['复制引文', cited],
    ['复制链接', here.href],
  ];
  if (fixed.pathname !== here.pathname) list.push(['复制此文本的固定链接', fixed.href]);
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

const menu = document.createElement('div');
menu.className = 'menu';
menu.popover = 'auto';
const said = document.createElement('p');
said.className = 'said';
said.setAttribute('role', 'status');

let handle: HTMLElement | undefined;

function button([name, value]: [string, string]): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', async () => {
    const done = await copy(value);
    said.textContent = done ? `已复制：${value}` : `无法复制，请手动选取：${value}`;
  });
  return made;
}

/** Opens the menu beside the number. */
export function openMenu(link: HTMLAnchorElement): void {
  const id = decodeURIComponent(link.hash.slice(1));
  const element = document.getElementById(id);
  if (!element) return;
  handle = link;
  said.textContent = '';
  const place = document.createElement('a');
  place.href = `#${id}`;
  place.textContent = wordsOf(element);
  place.addEventListener('click', () => menu.hidePopover());
  const original = originalOf(element);
  menu.replaceChildren(place, ...entries(id).map(button), ...(original ? [original] : []), said);
  menu.showPopover();
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 12);
  const below = box.bottom + 6;
  const top = below + menu.offsetHeight > innerHeight ? box.top - menu.offsetHeight - 6 : below;
  menu.style.left = `${Math.max(12, left) + scrollX}px`;
  menu.style.top = `${Math.max(0, top) + scrollY}px`;
  menu.querySelector('button')?.focus();
}

document.body.append(menu);
menu.setAttribute('aria-label', '引用此处');
menu.setAttribute('role', 'dialog');
menu.addEventListener('toggle', (event) => {
  if ((event as ToggleEvent).newState === 'closed' && menu.contains(document.activeElement)) handle?.focus();
});
