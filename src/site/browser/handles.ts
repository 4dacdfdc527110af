/**
 * The numbers of provisions open a small menu: copy the words, a citation, a link. The page prints links on the numbers
 * of articles and headings; those of what stands below are made here. A copied selection holds the words of the text alone.
 * The menu and the reading of words are loaded when first wanted.
 */
import { fragmentId } from './fragment-id.ts';
import { grown } from './long-text.ts';

const text = document.querySelector<HTMLElement>('.body');

function linkTo(id: string, name: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.className = name;
  link.append(words);
  return link;
}

/** Makes the numbers of lists links, and puts a mark behind every 款 that stands beside others. */
function addHandles(body: HTMLElement): void {
  for (const number of body.querySelectorAll<HTMLElement>('span.n')) {
    number.replaceWith(linkTo(number.closest('[id]')!.id, 'n', number.textContent ?? ''));
  }
  for (const paragraph of body.querySelectorAll<HTMLElement>('.article p[id*="__para_"]')) {
    const [, above, number] = /^(.*__)para_([\d-]+)$/.exec(paragraph.id) ?? [];
    if (above === undefined || !document.getElementById(`${above}para_2`)) continue;
    if (paragraph.querySelector(':scope > .handle')) continue;
    const handle = linkTo(paragraph.id, 'handle', '');
    handle.setAttribute('aria-label', `第${number}款`);
    paragraph.append(handle);
  }
}

let reading: Promise<typeof import('./law-text.ts')> | undefined;
let read: typeof import('./law-text.ts') | undefined;

async function reader(): Promise<typeof import('./law-text.ts')> {
  reading ??= import('./law-text.ts');
  read = await reading;
  return read;
}

function copyAlone(body: HTMLElement, event: ClipboardEvent): void {
  const selection = getSelection();
  if (!read || !selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const words = body.contains(range.commonAncestorContainer) ? read.lawText(range) : '';
  if (words === '') return;
  event.clipboardData?.setData('text/plain', words);
  event.preventDefault();
}

/** Opens the menu of a place, or of the whole text beside its title and what stands below that. */
async function open(opener: HTMLElement, element: Element, above: readonly string[]): Promise<void> {
  const [{ openMenu }, { lawText, rangeOfPlace }] = await Promise.all([import('./handle-menu.ts'), reader()]);
  openMenu(opener, element, () => [...above, lawText(rangeOfPlace(element))].join('\n'));
}

function start(body: HTMLElement): void {
  addHandles(body);
  document.addEventListener(grown, () => addHandles(body));
  document.addEventListener('selectionchange', reader, { once: true });
  document.addEventListener('copy', (event) => copyAlone(body, event));
  body.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.n, a.handle');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const element = document.getElementById(fragmentId(link.hash));
    if (element) void open(link, element, []);
  });
  const whole = document.createElement('button');
  whole.type = 'button';
  whole.className = 'whole';
  whole.textContent = '复制全文';
  whole.addEventListener('click', async () => {
    if (body.querySelector('.elsewhere')) await (await import('./parts.ts')).bringAll();
    const head = document.querySelectorAll('.text-head h1, .text-head .caption');
    void open(
      whole,
      body,
      Array.from(head, (line) => line.textContent ?? ''),
    );
  });
  document.querySelector('.text-head .nonstandard')?.append(whole);
}

if (text) start(text);
