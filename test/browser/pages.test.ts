/** Every page in a browser: accessible, quiet on the console, never wider than the window. */
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone, type Watched } from './setup/browser.ts';
import { distinct, pagesOf, samples } from './setup/pages.ts';

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} ${node.target.join(' ')}: ${violation.help}`),
  );
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at each address with the same kind of window; one window for all of them. */
function look(title: string, url: string, paths: string[], options: BrowserContextOptions): void {
  describe(title, () => {
    let watched: Watched;
    beforeAll(async () => {
      watched = await newPage(options);
    });
    afterAll(() => watched.close());

    test.each(paths)('%s', async (path) => {
      watched.faults.length = 0;
      await watched.page.goto(url + path, { waitUntil: 'load' });
      expect(await overflow(watched.page)).toBeLessThanOrEqual(0);
      expect(await violations(watched.page)).toEqual([]);
      expect(watched.faults.filter((fault) => path !== '/404.html' || !fault.includes('404'))).toEqual([]);
    });
  });
}

for (const name of ['site', 'cases'] as const) {
  const { dir, url } = inject(name);
  const pages = pagesOf(dir);
  const paths = distinct(pages).map(({ path }) => path);
  look(`the ${name} site on a phone`, url, paths, phone);
  look(`the ${name} site on a laptop, in the dark`, url, samples(pages), { ...laptop, colorScheme: 'dark' });
}

const { dir, url } = inject('site');

describe('no window is too narrow', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await newPage(phone);
  });
  afterAll(() => watched.close());

  test.each(samples(pagesOf(dir)))('%s', async (path) => {
    const { page } = watched;
    const wider: Record<number, number> = {};
    for (const width of [320, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 320) await page.goto(url + path, { waitUntil: 'load' });
      wider[width] = await overflow(page);
    }
    expect(wider).toEqual({ 320: 0, 768: 0, 1024: 0 });
  });
});
