/**
 * Brings in what a long text keeps on pages of its own: the part that the address asks for at once, the rest when the
 * reader begins to do anything. Where a part cannot be fetched, its sign stays, and leads to its page.
 */
import { fragmentId } from './fragment-id.ts';
import { grown } from './long-text.ts';

const text = document.querySelector<HTMLElement>('.body');
const coming = new Map<HTMLElement, Promise<void>>();

/** What a part's page holds of the text, without what it lies in. */
function nodesOf(page: Document, sign: HTMLElement): Node[] {
  const around = sign.parentElement?.id;
  const body = page.querySelector('.body');
  const outer = around ? page.getElementById(around) : body;
  const nodes = Array.from(outer?.childNodes ?? []);
  return outer === body ? nodes : nodes.slice(1);
}

/** Links to places of this text are links within the page. */
function bringHome(node: Node): void {
  if (!(node instanceof Element)) return;
  const permanent = text?.dataset['permanent'] ?? '';
  for (const link of node.querySelectorAll<HTMLAnchorElement>(`a[href^="${CSS.escape(permanent)}#"]`))
    link.setAttribute('href', link.hash);
}

/** The place that the address asks for, as long as the reader has not gone on from it. */
let asked: string | undefined;

/** Keeps the place that is read where it is while the text above it grows. */
function keepPlace(above: boolean, grownBy: number): void {
  const place = asked === undefined ? null : document.getElementById(asked);
  if (place) {
    place.scrollIntoView();
    // Blocks near the window are drawn in the next frame, and only then as high as they are.
    requestAnimationFrame(() => asked === place.id && place.scrollIntoView());
  }
  // Safari does not keep it by itself.
  else if (above && !CSS.supports('overflow-anchor', 'auto')) scrollBy(0, grownBy);
}

async function fetchPart(sign: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(sign.dataset['part']!);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const nodes = nodesOf(page, sign).map((node) => document.importNode(node, true));
    if (nodes.length === 0) return;
    nodes.forEach(bringHome);
    const target = sign.matches(':target') || sign.querySelector(':target') !== null;
    const above = sign.getBoundingClientRect().bottom < 0;
    const { scrollHeight } = document.documentElement;
    sign.replaceWith(...nodes);
    document.dispatchEvent(new Event(grown));
    // The place is marked as the one asked for.
    if (target) location.replace(location.hash);
    keepPlace(above, document.documentElement.scrollHeight - scrollHeight);
  } catch {
    coming.delete(sign);
  }
}

function bring(sign: HTMLElement): Promise<void> {
  const known = coming.get(sign) ?? fetchPart(sign);
  coming.set(sign, known);
  return known;
}

/** Brings in all that is missing. */
export async function bringAll(): Promise<void> {
  await Promise.all(Array.from(document.querySelectorAll<HTMLElement>('.elsewhere'), bring));
}

/** Brings in the part that holds the place asked for. */
function follow(): void {
  const id = fragmentId(location.hash);
  const sign = document.getElementById(id)?.closest<HTMLElement>('.elsewhere');
  if (!sign) return;
  asked = id;
  void bring(sign);
}

function start(): void {
  for (const type of ['scroll', 'pointerdown', 'pointermove', 'keydown'])
    addEventListener(type, bringAll, { once: true, passive: true });
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(
      type,
      () => {
        asked = undefined;
      },
      { passive: true },
    );
  addEventListener('hashchange', follow);
  follow();
}

if (document.querySelector('.elsewhere')) start();
