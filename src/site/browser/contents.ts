/** Marks the place being read in the contents; closes the contents on a phone when a place is chosen. */
import { fragmentId } from './fragment-id.ts';
import { grown } from './long-text.ts';

const contents = document.getElementById('contents');

/** Distance from the top of the window, in pixels, of the line taken to be read: just below the head. */
const line = 110;

/** The entries of the contents, by the places on the page that they lead to. */
function linksOf(nav: HTMLElement): Map<Element, HTMLAnchorElement> {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const target = document.getElementById(fragmentId(link.hash));
    if (target) links.set(target, link);
  }
  return links;
}

function follow(nav: HTMLElement): void {
  let links = new Map<Element, HTMLAnchorElement>();
  let order: Element[] = [];
  const crossing = new Set<Element>();
  let current: HTMLAnchorElement | undefined;
  // A place near the end of the page cannot be scrolled up to the line: while it is the one asked for, it counts.
  let asked = false;

  const mark = (link: HTMLAnchorElement | undefined): void => {
    if (!link || link === current) return;
    current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    current = link;
    const [top, bottom] = [link.offsetTop, link.offsetTop + link.offsetHeight];
    if (top < nav.scrollTop + 40 || bottom > nav.scrollTop + nav.clientHeight - 40) {
      nav.scrollTop = top - nav.clientHeight / 2;
    }
  };
  const markRead = (): void => {
    // A section lies inside its chapter: the last one in the order of the text is the narrowest.
    const here = order.findLast((target) => crossing.has(target));
    if (here && !asked) mark(links.get(here));
  };
  const markAsked = (): void => {
    const target = document.getElementById(fragmentId(location.hash));
    const link = target && links.get(target);
    asked = link !== undefined && link !== null;
    if (link) mark(link);
  };

  let observer: IntersectionObserver | undefined;
  const observe = (): void => {
    observer?.disconnect();
    links = linksOf(nav);
    order = Array.from(links.keys());
    crossing.clear();
    observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) crossing.add(target);
          else crossing.delete(target);
        }
        markRead();
      },
      { rootMargin: `-${line}px 0px ${line + 1 - innerHeight}px` },
    );
    for (const target of order) observer.observe(target);
  };

  observe();
  markAsked();
  addEventListener('resize', observe);
  document.addEventListener(grown, observe);
  addEventListener('hashchange', markAsked);
  for (const type of ['wheel', 'touchmove', 'keydown']) {
    addEventListener(
      type,
      () => {
        asked = false;
      },
      { passive: true },
    );
  }
}

if (contents) {
  follow(contents);
  contents.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && contents.matches(':popover-open')) contents.hidePopover();
  });
}
