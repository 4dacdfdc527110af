/** Which part of a web page is the text, and which is the site around it. */
import { allElements, childrenOf, type Element, type Nodes, property, type Weight, weigh } from './tree.ts';

/**
 * What the publishing systems of government sites call the part that holds the text: TRS WCM (`TRS_Editor`,
 * `TRS_UEDITOR`), UCAP (`UCAP-CONTENT`), and the `zoom` that their font-size buttons ask for.
 */
const known = /^(?:TRS_Editor|TRS_UEDITOR|UCAP-CONTENT|zoom)$/i;

/** Elements that may be the frame of a text; a paragraph or a row of a table is not. */
const frames = new Set([
  'body',
  'div',
  'main',
  'article',
  'section',
  'center',
  'form',
  'td',
  'table',
  'tbody',
  'tr',
  'font',
  'html',
  'span',
]);
/** A frame inside another holds the text if it holds this share of it. */
const share = 0.8;

const within = new Set(['tr', 'tbody', 'table', 'span', 'font']);

export interface Root {
  element: Nodes;
  /** By what it was found. */
  by: string;
}

/** @returns the outermost known frame with the most text, or else the smallest frame that holds nearly all of it */
export function findRoot(page: Nodes): Root {
  const weights = new Map<Nodes, Weight>();
  weigh(page, weights);
  const own = (node: Nodes): number => {
    const { all, linked } = weights.get(node) ?? { all: 0, linked: 0 };
    return all - linked;
  };
  const named = allElements(page)
    .filter((element) => nameOf(element) !== undefined && own(element) > 0)
    .sort((a, b) => own(b) - own(a));
  if (named[0] && own(named[0]) >= own(page) * 0.2) return { element: named[0], by: nameOf(named[0])! };
  const body = allElements(page).find(({ tagName }) => tagName === 'body') ?? page;
  let at: Nodes = body;
  for (;;) {
    const next: Nodes | undefined = childrenOf(at).find(
      (child) =>
        child.type === 'element' &&
        frames.has(child.tagName) &&
        own(child) >= own(at) * share &&
        own(child) > 0,
    );
    if (!next) break;
    at = next;
  }
  // Rows are no frame: the whole table is the text, with what stands beside it.
  const path = pathTo(body, at);
  while (path.length > 1 && within.has((path.at(-1) as Element).tagName)) path.pop();
  at = path.at(-1) ?? body;
  return { element: at, by: at === body ? '整页' : `字数最多的 <${(at as Element).tagName}>` };
}

function nameOf(element: Element): string | undefined {
  const id = property(element, 'id');
  if (known.test(id)) return `#${id}`;
  const name = property(element, 'className')
    .split(/\s+/)
    .find((each) => known.test(each));
  return name ? `.${name}` : undefined;
}

function pathTo(from: Nodes, to: Nodes): Nodes[] {
  if (from === to) return [from];
  for (const child of childrenOf(from)) {
    const path = pathTo(child, to);
    if (path.length > 0) return [from, ...path];
  }
  return [];
}
