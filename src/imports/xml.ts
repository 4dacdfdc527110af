/** XML → a plain tree, names without their prefixes. Entities of the file's own are not expanded, and nothing is fetched. */
import { SaxesParser } from 'saxes';
import { decodeText } from '../domain/text/index.ts';
import { limits } from './limits.ts';
import { Refusal } from './types.ts';

export interface Element {
  name: string;
  /** By local name. */
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/**
 * Reads a part.
 * @param name names the part in messages
 * @throws Refusal where it is not well-formed or grows beyond the limits
 */
export function readXml(bytes: Uint8Array, name: string): Element {
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) throw new Refusal(`${name} ${decoded.reason}`);
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Refusal(`${name} 不是完好的 XML（第${parser.line}行）`);
  });
  parser.on('opentag', (tag) => {
    if (open.length > limits.depth) throw new Refusal(`${name} 嵌套过深，不读取`);
    if (++count > limits.nodes) throw new Refusal(`${name} 过大，不读取`);
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[local(key)] = value;
    const element: Element = { name: local(tag.name), attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (!tag.isSelfClosing) open.push(element);
  });
  parser.on('closetag', (tag) => {
    if (!tag.isSelfClosing) open.pop();
  });
  const text = (words: string): void => {
    open.at(-1)!.children.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decoded.text.replace(/^\ufeff/, '')).close();
  return elements(root)[0] ?? root;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

export function elements(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function first(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => elements(at, name)[0], element);
}

/** The characters directly inside an element. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).filter((child) => typeof child === 'string').join('');
}

/** All elements of a name inside another, in the order of the file; those inside a found one too. */
export function descendants(element: Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  const visit = (at: Element): void => {
    for (const child of elements(at)) {
      if (names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}
