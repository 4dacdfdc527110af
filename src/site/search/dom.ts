/** Elements from code, without markup in strings: nothing a text says can become an element. */
import type { Child, Make } from '../make.ts';

/** An element with attributes and children; `undefined` and `false` are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child<Node>[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** The same for what is made in browsers and on servers alike. */
export const make: Make<HTMLElement> = (name, attributes, ...children) =>
  element(name as 'div', attributes, ...children);

/** Elements of results that hold elements alone. */
const inside: ReadonlySet<string> = new Set(['OL', 'LI']);

/**
 * Puts nodes in the place of an element's children; what is there already and says the same stays as it is, in lists
 * item by item and part by part, so that nothing moves under the reader's hand.
 */
export function settle(parent: Element, nodes: readonly Element[]): void {
  const before = Array.from(parent.children);
  for (const [i, node] of nodes.entries()) {
    const old = before[i];
    if (!old) parent.append(node);
    else if (inside.has(old.tagName) && old.tagName === node.tagName) settle(old, Array.from(node.children));
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  }
  for (const old of before.slice(nodes.length)) old.remove();
}
