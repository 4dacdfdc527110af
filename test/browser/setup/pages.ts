/** The files of a built site. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltPage {
  /** Address from the root: `/works/abc/`. */
  path: string;
  html: string;
}

/** Every page of the site, 404 included, in the order of their addresses. */
export function pagesOf(dir: string): BuiltPage[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(dir, file), 'utf8'),
    }));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references of HTML → characters. */
export function unescaped(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

/** Values of an attribute in a page, in order. */
export function attributes(html: string, name: string): string[] {
  const pattern = new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s">]+))`, 'g');
  // Inside tags only: a source text may speak of attributes.
  return Array.from(html.matchAll(/<[a-z][^>]*>/g), ([tag]) =>
    Array.from(tag.matchAll(pattern), (match) => unescaped(match[1] ?? match[2] ?? '')),
  ).flat();
}

/** Pages that differ in what they show: a text has two addresses, and is looked at once. */
export function distinct(pages: BuiltPage[]): BuiltPage[] {
  const shown = new Map<string, BuiltPage>();
  for (const page of pages) {
    const main = page.html.slice(page.html.indexOf('<main'), page.html.indexOf('</main'));
    if (!shown.has(main)) shown.set(main, page);
  }
  return Array.from(shown.values());
}

/** One page of each layout and the longest text: enough where every page would tell the same. */
export function samples(pages: BuiltPage[]): string[] {
  const kinds = new Map<string, BuiltPage>();
  for (const page of pages) {
    const kind = page.path.replace(/[^/]+/g, (part, at) => (at === 1 ? part : '*'));
    const known = kinds.get(kind);
    if (!known || page.html.length > known.html.length) kinds.set(kind, page);
  }
  return Array.from(kinds.values(), ({ path }) => path);
}
