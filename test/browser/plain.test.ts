/** Without scripts, by keyboard alone, and against what should never run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone, type Watched } from './setup/browser.ts';
import { attributes, type BuiltPage, pagesOf, samples, unescaped } from './setup/pages.ts';

const { dir, url } = inject('site');
const cases = inject('cases').url;
const pages = pagesOf(dir);

describe('without scripts', () => {
  /** Pages that the page leads to. */
  const pagesFrom = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      Array.from(
        document.querySelectorAll('main a[href]'),
        (link) => new URL(link.getAttribute('href')!, location.href).pathname,
      ),
    );

  let scripted: Watched;
  let plain: Watched;
  beforeAll(async () => {
    scripted = await newPage();
    plain = await newPage({ ...laptop, javaScriptEnabled: false });
  });
  afterAll(() => Promise.all([scripted.close(), plain.close()]));

  /** What is kept lies in the reader's browser: its list is no text of the site. */
  const textual = samples(pages).filter((path) => path !== '/kept/');

  test('the page of what is kept says that without scripts nothing is', async () => {
    await plain.page.goto(`${url}/kept/`);
    expect(await plain.page.locator('main').innerText()).toContain('没有脚本就没有存');
  });

  test.each(textual)('%s shows its text and has its links', async (path) => {
    await scripted.page.goto(url + path, { waitUntil: 'load' });
    await plain.page.goto(url + path, { waitUntil: 'load' });
    const [full, bare] = await Promise.all(
      [scripted.page, plain.page].map((page) => page.locator('main').innerText()),
    );
    const size = (text: string) => text.replace(/\s/g, '').length;
    expect(size(bare!)).toBeGreaterThan(10);
    // Scripts add controls and the reader's day, never the text itself.
    expect(size(bare!)).toBeGreaterThan(0.75 * size(full!));
    const known = new Set(await pagesFrom(plain.page));
    const carried = (await pagesFrom(scripted.page)).filter((path) => !known.has(path));
    expect(carried).toEqual([]);
  });

  test('the contents still open on a phone', async () => {
    const { page, close } = await newPage({ ...phone, javaScriptEnabled: false });
    await page.goto(`${url}/works/wangyueche-guiding/`);
    await page.tap('.contents-button');
    expect(await page.locator('#contents').isVisible()).toBe(true);
    await page.tap('#contents a[href="#art_20"]');
    expect(page.url()).toMatch(/#art_20$/);
    await close();
  });
});

/** Stops of the Tab key that are looked at on a page; a text has hundreds. */
const stops = 40;

describe('by keyboard', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await newPage();
  });
  afterAll(() => watched.close());

  test.each(samples(pages))('%s: every link and button is reached, and the focus is seen', async (path) => {
    const { page } = watched;
    await page.goto(url + path, { waitUntil: 'load' });
    // What can be reached: not inside a closed part, not hidden.
    const wanted = await page.evaluate(
      () =>
        Array.from(
          document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]'),
        ).filter((element) => element.checkVisibility({ visibilityProperty: true })).length,
    );
    await page.evaluate(() => {
      Object.assign(globalThis, { seen: new Set(), last: undefined });
    });
    const unseen: string[] = [];
    let reached = 0;
    for (let steps = 0; steps < 200 && reached <= Math.min(wanted, stops); steps++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const memory = globalThis as unknown as { seen: Set<Element>; last?: Element };
        const element = document.activeElement as HTMLElement;
        // A field for a day has several stops.
        const same = element === memory.last;
        memory.last = element;
        if (same) return { same };
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const done = element === document.body || memory.seen.has(element);
        memory.seen.add(element);
        return {
          done,
          name: element.outerHTML.slice(0, 80),
          seen: outlineStyle !== 'none' && outlineWidth !== '0px',
        };
      });
      if (at.same) continue;
      if (at.done) break;
      reached++;
      if (!at.seen) unseen.push(at.name ?? '');
    }
    expect(unseen).toEqual([]);
    expect(reached).toBeGreaterThanOrEqual(Math.min(wanted, stops));
  });

  test('the first stop skips to the text', async () => {
    const { page, close } = await newPage();
    await page.goto(`${url}/works/wangyueche-guiding/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });
});

describe('the policy', () => {
  test('stops a script that has got into a page', async () => {
    const { page, close } = await newPage();
    await page.goto(`${url}/`);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="data:," onerror="globalThis.ran = true">';
      document.body.append(image);
      await new Promise((done) => setTimeout(done, 200));
      return (globalThis as unknown as { ran?: boolean }).ran ?? false;
    });
    expect(ran).toBe(false);
    await close();
  });

  test('is not needed for markup in a source text: it is shown as text', async () => {
    const { page, faults, close } = await newPage();
    await page.goto(`${cases}/works/biaoji-ceshi/`, { waitUntil: 'load' });
    expect(await page.title()).toContain('示范市关于文中标记的规定');
    expect(await page.locator('.body script, .body img').count()).toBe(0);
    expect(await page.locator('#art_1').innerText()).toContain(
      "<script>document.title = '不应执行'</script>",
    );
    expect(await page.locator('#art_2 a[href^="https://example.com/"]').getAttribute('href')).toBe(
      'https://example.com/a?b=1&c=2',
    );
    expect(faults).toEqual([]);
    await close();
  });
});

describe('weight', () => {
  const sheets = new Map<string, number>();
  const weigh = (file: string): number => {
    const known = sheets.get(file) ?? brotliCompressSync(readFileSync(join(dir, file))).length;
    sheets.set(file, known);
    return known;
  };
  /** A script with the modules that it imports as it starts. */
  const modules = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    const script = readFileSync(join(dir, file), 'utf8');
    for (const [, name] of script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g))
      modules(`/_astro/${name}`, seen);
    return seen;
  };
  const texts = pages.filter(({ path }) => /^\/works\/[^/]+\//.test(path));

  /** A page with its styles and what its scripts need to start. */
  const weightOf = ({ path, html }: BuiltPage): number => {
    const scripts = new Set(attributes(html, 'src').flatMap((file) => Array.from(modules(file))));
    const assets = [
      '/favicon.svg',
      ...scripts,
      ...attributes(html, 'href').filter((href) => href.endsWith('.css')),
    ];
    return assets.reduce(
      (sum, file) => sum + weigh(file),
      weigh(path.endsWith('/') ? `${path}index.html` : path),
    );
  };

  test.each(texts)('$path: within 30 KB, or within 18 KB of its bare words', (page) => {
    const { html } = page;
    const total = weightOf(page);
    const words = unescaped(
      html
        .slice(html.indexOf('<main'))
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' '),
    );
    const bare = brotliCompressSync(words).length;
    expect(total).toBeLessThanOrEqual(Math.max(30 * 1024, bare + 18 * 1024));
  });

  // The whole of a long text on one page is for print, and is no first view.
  test.each(pages.filter(({ path }) => !path.endsWith('/whole/')))('$path: within 30 KB', (page) => {
    expect(weightOf(page)).toBeLessThanOrEqual(30 * 1024);
  });
});
