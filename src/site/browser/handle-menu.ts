/** The menu of a provision's number, and of a whole text: what can be copied. Loaded when the first one is opened. */
import type { Excerpt } from '../../domain/exports/documents/excerpt.ts';
import type { PlaceLines } from '../views/source-lines.ts';
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
  const cited = citationOf(element);
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

let lines: Promise<PlaceLines | undefined> | undefined;

/** Lines of the source; undefined where the text was computed, or they cannot be read. */
function placeLines(): Promise<PlaceLines | undefined> {
  const address = text?.dataset['lines'];
  lines ??= address
    ? fetch(address)
        .then((answer) => (answer.ok ? (answer.json() as Promise<PlaceLines>) : undefined))
        .catch(() => undefined)
    : Promise.resolve(undefined);
  return lines;
}

/** A link to the line of the source on which a provision begins; it stands at once, and is filled when that is known. */
function sourceLink(element: Element): HTMLAnchorElement[] {
  if (!text?.dataset['lines'] || element === text) return [];
  const link = document.createElement('a');
  link.className = 'source-line';
  link.textContent = '源文件';
  void placeLines().then((held) => {
    const [line, href] = held?.lines[element.id] ?? [];
    if (line === undefined || href === undefined) link.remove();
    else Object.assign(link, { href, textContent: `源文件第${line}行` });
  });
  return [link];
}

/** What a report of an error says: the place, the text, the line of the source, the words. */
async function report(element: Element, cited: string, fixed: string, words: string): Promise<string> {
  const held = await placeLines();
  const [line] = held?.lines[element.id] ?? [];
  const source = line === undefined ? '' : `\n源文件：${held?.path}第${line}行`;
  return `有误之处：${cited}\n地址：${fixed}${source}\n现为：${words}\n应为：\n依据：\n`;
}

/** Opens a prepared message where the site has an address for it, else copies it. */
async function sendReport(message: string, cited: string): Promise<void> {
  const address = text?.dataset['report'];
  if (!address) {
    said.textContent = (await copy(message)) ? `已复制，可以发给本站：${message}` : message;
    return;
  }
  const [subject, body] = [`更正：${cited}`, message].map(encodeURIComponent);
  const mail = address.startsWith('mailto:');
  const joint = address.includes('?') ? '&' : '?';
  const full = `${address}${joint}${mail ? 'subject' : 'title'}=${subject}&body=${body}`;
  if (mail) location.assign(full);
  else open(full, '_blank', 'noopener');
}

function citationOf(element: Element): string {
  const { citation = '', doubt = '' } = text?.dataset ?? {};
  return `${citation}${element === text ? '' : wordsOf(element)}${doubt}`;
}

const menu = document.createElement('dialog');
menu.className = 'menu';
const said = document.createElement('p');
said.className = 'said';
said.setAttribute('role', 'status');

let handle: HTMLElement | undefined;

/** Longest words that are repeated when they were copied. */
const mostSaid = 80;

/** Places that the reader has put aside for one document, in the order in which they were chosen. */
const chosen: Excerpt[] = [];

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** Puts the place aside; what was put aside is handed over as one Word document. */
function wordButtons(element: Element, words: () => string): HTMLButtonElement[] {
  const { citation = '', doubt = '', permanent = '' } = text?.dataset ?? {};
  const whole = element === text;
  const excerpt = (): Excerpt => ({
    citation: `${citation}${whole ? '' : wordsOf(element)}${doubt}`,
    words: words(),
    address: new URL(whole ? permanent : `${permanent}#${element.id}`, location.href).href,
  });
  const [add, save] = [document.createElement('button'), document.createElement('button')];
  add.type = save.type = 'button';
  add.textContent = '加入摘录';
  const count = (): void => {
    save.textContent = `下载摘录（Word，${chosen.length}处）`;
    save.hidden = chosen.length === 0;
  };
  count();
  add.addEventListener('click', () => {
    const one = excerpt();
    if (!chosen.some(({ address }) => address === one.address)) chosen.push(one);
    count();
    said.textContent = `已加入摘录，共${chosen.length}处`;
  });
  save.addEventListener('click', async () => {
    const { downloadExcerpts } = await import('./word.ts');
    await downloadExcerpts(chosen, today());
  });
  return [add, save];
}

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

function reportButton(element: Element, words: () => string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = '报告错误';
  made.addEventListener('click', async () => {
    const fixed = new URL(text?.dataset['permanent'] ?? '', location.href);
    if (element !== text) fixed.hash = element.id;
    const cited = citationOf(element);
    await sendReport(await report(element, cited, fixed.href, words().slice(0, mostReported)), cited);
  });
  return made;
}

/** Words that a report repeats: an address takes no more. */
const mostReported = 400;

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
  title.addEventListener('click', leave);
  const original = originalOf(element);
  menu.replaceChildren(
    ...[title, ...entries(element, words).map(button), ...wordButtons(element, words)],
    ...sourceLink(element),
    ...(original ? [original] : []),
    reportButton(element, words),
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

/** Closes the menu; the focus, where it was in the menu, goes back to what opened it, at once. */
function leave(): void {
  const focused = document.activeElement;
  menu.close();
  if (focused === document.body || menu.contains(focused)) handle?.focus();
}

document.body.append(menu);
menu.setAttribute('aria-label', '引用此处');
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu.open) leave();
});
addEventListener('pointerdown', (event) => {
  if (menu.open && !menu.contains(event.target as Node)) leave();
});
menu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.close();
});
