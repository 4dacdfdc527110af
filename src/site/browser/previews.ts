/**
 * Previews of what a reference means: on pointing, on keyboard focus, on a first tap. Esc closes them. Without
 * scripts references are plain links, and words without a link tell their reason as a title. What is shown is made by a
 * module that is loaded with the first preview.
 */
import { grown } from './long-text.ts';

const main = document.getElementById('main');
const asking = 'a.ref, a.term, .why, .cited a';
/** Milliseconds before a preview opens, and before it goes when the pointer leaves. */
const [opens, goes] = [260, 220];

function start(page: HTMLElement): void {
  const box = document.createElement('div');
  box.className = 'preview';
  box.id = 'preview';
  box.popover = 'manual';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', '所引的内容');
  document.body.append(box);

  let anchor: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touched = false;

  const later = (act: () => void, wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const close = (): void => {
    clearTimeout(timer);
    anchor?.removeAttribute('aria-describedby');
    if (anchor?.getAttribute('role') === 'button') anchor.setAttribute('aria-expanded', 'false');
    anchor = undefined;
    if (box.matches(':popover-open')) box.hidePopover();
  };
  const open = async (link: HTMLElement): Promise<void> => {
    if (link === anchor) return;
    close();
    anchor = link;
    const { shownFor } = await import('./preview-text.ts');
    const shown = await shownFor(link);
    // The reader may have gone on while it was fetched.
    if (!shown || anchor !== link) return;
    const title = document.createElement(link.hasAttribute('href') ? 'a' : 'b');
    title.className = 'preview-title';
    title.textContent = shown.title;
    if (title instanceof HTMLAnchorElement) title.href = (link as HTMLAnchorElement).href;
    const text = document.createElement('div');
    text.className = 'preview-text';
    text.append(...shown.content);
    box.replaceChildren(title, text);
    box.showPopover();
    place(box, link);
    link.setAttribute('aria-describedby', box.id);
    if (link.getAttribute('role') === 'button') link.setAttribute('aria-expanded', 'true');
  };
  const linkAt = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(asking) : null;

  prepare(page);
  document.addEventListener(grown, () => prepare(page));

  page.addEventListener('pointerover', (event) => {
    const link = linkAt(event);
    if (event.pointerType === 'mouse' && link) later(() => open(link), opens);
  });
  page.addEventListener('pointerout', (event) => {
    if (event.pointerType === 'mouse' && linkAt(event)) later(close, goes);
  });
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') later(close, goes);
  });
  page.addEventListener('focusin', (event) => {
    const link = linkAt(event);
    if (link?.matches(':focus-visible')) later(() => open(link), opens);
  });
  page.addEventListener('focusout', (event) => {
    if (linkAt(event) && !box.contains(event.relatedTarget as Node | null)) later(close, goes);
  });
  addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
    if (!box.contains(event.target as Node) && !linkAt(event)) close();
  });
  page.addEventListener('click', (event) => {
    const link = linkAt(event);
    if (!link) return;
    if (!link.hasAttribute('href')) {
      if (link === anchor && !touched) close();
      else open(link);
    } else if (touched && link !== anchor) {
      // The first tap shows, the second goes; where there is nothing to show the first one goes.
      event.preventDefault();
      open(link).then(() => {
        if (!box.matches(':popover-open')) location.assign((link as HTMLAnchorElement).href);
      });
    } else close();
  });
  box.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) close();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && anchor) close();
    const link = linkAt(event);
    if ((event.key === 'Enter' || event.key === ' ') && link && !link.hasAttribute('href')) {
      event.preventDefault();
      open(link);
    }
  });
}

/** A reason is shown in the box, not as a title; words without a link are reached by keyboard. */
function prepare(page: HTMLElement): void {
  for (const each of page.querySelectorAll<HTMLElement>(asking)) {
    if (each.title) {
      each.dataset['why'] = each.title;
      each.removeAttribute('title');
    }
    if (each.hasAttribute('href') || each.tabIndex === 0) continue;
    each.tabIndex = 0;
    each.setAttribute('role', 'button');
    each.setAttribute('aria-expanded', 'false');
  }
}

/** Below the line of the link that it begins on, or above where there is no room. */
function place(box: HTMLElement, link: HTMLElement): void {
  const [line] = link.getClientRects();
  if (!line) return;
  const { clientWidth } = document.documentElement;
  const left = Math.max(12, Math.min(line.left, clientWidth - box.offsetWidth - 12));
  const lower = link.getBoundingClientRect().bottom + 6;
  const above = line.top - box.offsetHeight - 6;
  const top = lower + box.offsetHeight > innerHeight && above > 60 ? above : lower;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

if (main && 'popover' in main && main.querySelector(asking)) start(main);
