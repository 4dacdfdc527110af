/** The built files, without a browser: every link leads somewhere, nothing is inline, nothing comes from elsewhere. */
import { describe, expect, inject, test } from 'vitest';
import { attributes, type BuiltPage, pagesOf } from './setup/pages.ts';

for (const name of ['site', 'cases'] as const) {
  const { dir, url } = inject(name);
  const pages = pagesOf(dir);
  const ids = new Map(pages.map((page) => [page.path, new Set(attributes(page.html, 'id'))]));

  const linksOf = (page: BuiltPage): URL[] =>
    attributes(page.html, 'href')
      .map((href) => new URL(href, `${url}${page.path}`))
      .filter((link) => link.origin === url);

  describe(`the ${name} site`, () => {
    test('has no link to a page or place that does not exist', async () => {
      const dead: string[] = [];
      const answers = new Map<string, number>();
      for (const page of pages) {
        for (const link of linksOf(page)) {
          const path = decodeURIComponent(link.pathname);
          const known = ids.get(path);
          if (!known && !answers.has(path)) answers.set(path, (await fetch(link)).status);
          if (!known && answers.get(path) !== 200) dead.push(`${page.path} → ${path}`);
          const place = decodeURIComponent(link.hash.slice(1));
          if (known && place && !known.has(place)) dead.push(`${page.path} → ${path}#${place}`);
        }
      }
      expect(dead).toEqual([]);
    });

    test('leads to every page from the first one', () => {
      const byPath = new Map(pages.map((page) => [page.path, page]));
      const reached = new Set(['/']);
      for (const path of reached) {
        for (const link of linksOf(byPath.get(path)!)) {
          const next = decodeURIComponent(link.pathname);
          if (byPath.has(next)) reached.add(next);
        }
      }
      const lost = pages.map(({ path }) => path).filter((path) => !reached.has(path));
      // A door with nothing behind it is not shown: a small archive has no issues.
      const doors = name === 'cases' ? lost.filter((path) => /^\/[a-z]+\/$/.test(path)) : [];
      expect(lost.filter((path) => path !== '/404.html' && !doors.includes(path))).toEqual([]);
    });

    test.each(pages)('$path carries a strict policy and nothing inline', ({ html }) => {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1];
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      // Data is not run.
      expect(html).not.toMatch(/<script(?![^>]*\b(?:src=|type="application\/(?:ld\+)?json"))/);
      expect(html).not.toMatch(/<style|<[^>]+\sstyle=|<[^>]+\son[a-z]+=/);
      expect(attributes(html, 'src').filter((source) => !source.startsWith('/'))).toEqual([]);
    });

    test.each(pages)('$path says what it is: one h1, a title, a description, its language', ({ html }) => {
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]+">/);
      expect(html).toMatch(/<html lang="zh-Hans">/);
    });

    test.each(pages)('$path has no id twice', ({ html }) => {
      const all = attributes(html, 'id');
      expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
    });
  });
}
