/** What a preview shows: a copy of the place on this page, or the lines that the site keeps of another. */
import type { Preview } from '../references/previews.ts';
import { foreign } from './law-text.ts';
import { wordsOf } from './place-words.ts';

/** Longest preview, in characters: a chapter is not copied whole. */
const most = 900;

/** Where the texts of other pages lie, for the page's own text. */
const source = document.querySelector<HTMLElement>('[data-previews]')?.dataset['previews'];
let fetched: Promise<Record<string, Preview>> | undefined;

/** Fetched once, when first asked for; a failure leaves links as they are and is tried again at the next. */
function elsewhere(): Promise<Record<string, Preview>> {
  fetched ??= fetch(source!)
    .then((answer): Promise<Record<string, Preview>> => (answer.ok ? answer.json() : Promise.reject()))
    .catch(() => {
      fetched = undefined;
      return {};
    });
  return fetched;
}

function copyOf(element: Element): Element {
  const copied = element.cloneNode(true) as Element;
  for (const each of copied.querySelectorAll(foreign)) each.remove();
  for (const each of [copied, ...copied.querySelectorAll('[id], [class]')]) {
    each.removeAttribute('id');
    if (each.className.includes('block-')) each.className = each.className.replace(/block-\d/, '');
  }
  // Links inside a preview would ask for previews of their own.
  for (const link of copied.querySelectorAll('a, .why')) link.replaceWith(...link.childNodes);
  return copied;
}

/** Copies of the elements from one id to another beside it. */
function copies(id: string, through: string | undefined): Element[] {
  const first = document.getElementById(id);
  const last = through ? document.getElementById(through) : first;
  if (!first) return [];
  const list: Element[] = [];
  let size = 0;
  for (let at: Element | null = first; at; at = at.nextElementSibling) {
    const copied = copyOf(at);
    if (size > 0 && size + (copied.textContent ?? '').length > most) {
      list.push(paragraph('……'));
      break;
    }
    // The title of the preview says the number already.
    if (!through && at.matches('.article'))
      copied.querySelector(':scope > :first-child:not(:has(.heading))')?.remove();
    list.push(copied);
    size += (copied.textContent ?? '').length;
    if (at === last || !last || last.parentElement !== at.parentElement) break;
  }
  return list;
}

function paragraph(text: string, label?: string): HTMLElement {
  const made = document.createElement('p');
  if (label) {
    const bold = document.createElement('b');
    bold.textContent = label;
    made.append(bold, ' ');
  }
  made.append(text);
  return made;
}

export interface Shown {
  title: string;
  content: Element[];
}

/** What is to be shown for a link or for words without one; undefined where there is nothing to show. */
export async function shownFor(anchor: HTMLElement): Promise<Shown | undefined> {
  const { why, through } = anchor.dataset;
  const said = why ? [paragraph(why.endsWith('。') ? why : `${why}。`)] : [];
  const href = anchor.getAttribute('href');
  if (href === null) return { title: `“${anchor.textContent}”`, content: said };
  if (href.startsWith('#')) {
    const id = decodeURIComponent(href.slice(1));
    const target = document.getElementById(id);
    if (!target) return undefined;
    const last = through && document.getElementById(through);
    const title = wordsOf(target) + (last ? `至${wordsOf(last)}` : '');
    return { title, content: [...copies(id, through), ...said] };
  }
  const preview = source === undefined ? undefined : (await elsewhere())[href];
  if (!preview) return said.length > 0 ? { title: anchor.textContent ?? '', content: said } : undefined;
  const lines = preview.lines.map(({ label, text }) => paragraph(text, label));
  return { title: preview.title, content: [...lines, ...said] };
}
