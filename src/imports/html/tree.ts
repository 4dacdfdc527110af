/** A web page as a tree: what is hidden, what is a link, how many Chinese characters stand where. */
import type { Element, Nodes, Parents, Text } from 'hast';

export type { Element, Nodes, Text };

export const childrenOf = (node: Nodes): Nodes[] => ('children' in node ? (node as Parents).children : []);

export function property(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value)
    ? value.join(' ')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
}

const unseen = new Set([
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'datalist',
  'object',
  'iframe',
  'audio',
  'video',
  'canvas',
  'svg',
  'button',
]);

/** Elements that hold no text of the page at all. */
export const isCode = (node: Nodes): boolean =>
  node.type === 'comment' ||
  (node.type === 'element' && ['script', 'style', 'head', 'link', 'meta'].includes(node.tagName));

/** Ways of CSS to show nothing; `mso-hide` is Word's. */
const unshown =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|opacity)\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}(?:px|pt|em))/i;

export function isHidden(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  if (unseen.has(node.tagName) || node.properties['hidden'] === true) return true;
  return unshown.test(property(node, 'style'));
}

/** All text inside, whether it is shown or not. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return isCode(node) ? '' : childrenOf(node).map(wordsOf).join('');
}

/** All elements below a node, from the outside in. */
export function allElements(node: Nodes): Element[] {
  const out: Element[] = [];
  const open: Nodes[] = [node];
  while (open.length > 0) {
    const at = open.pop()!;
    if (at.type === 'element') out.push(at);
    open.push(...childrenOf(at).toReversed());
  }
  return out;
}

const han = /[\u3400-\u9fff]/g;

export interface Weight {
  /** Chinese characters that are shown. */
  all: number;
  /** Those of them that stand in links. */
  linked: number;
}

/** Chinese characters of every element, counted once. */
export function weigh(node: Nodes, weights: Map<Nodes, Weight>, inLink = false): Weight {
  const weight: Weight = { all: 0, linked: 0 };
  if (isCode(node) || isHidden(node)) {
    weights.set(node, weight);
    return weight;
  }
  const link = inLink || (node.type === 'element' && node.tagName === 'a');
  if (node.type === 'text') {
    weight.all = node.value.match(han)?.length ?? 0;
    weight.linked = link ? weight.all : 0;
  }
  for (const child of childrenOf(node)) {
    const inside = weigh(child, weights, link);
    weight.all += inside.all;
    weight.linked += inside.linked;
  }
  weights.set(node, weight);
  return weight;
}
