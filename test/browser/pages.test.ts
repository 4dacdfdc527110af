/** Every page in a browser: accessible, quiet on the console, never wider than a phone. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';
import { pagesOf, samples } from './setup/pages.ts';

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      // Blocks that are not drawn yet have no colours to compare; the samples below are looked at drawn.
      rules: { 'color-contrast-enhanced': { enabled: false } },
    }),
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} ${node.target.join(' ')}: ${violation.help}`),
  );
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const name of ['site', 'cases'] as const) {
  const { dir, url } = inject(name);
  const pages = pagesOf(dir);

  describe(`the ${name} site on a phone`, () => {
    test.each(pages)('$path', async ({ path }) => {
      const { page, faults, close } = await newPage(phone);
      await page.goto(url + path, { waitUntil: 'load' });
      const missing = path === '/404.html';
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      expect(faults.filter((fault) => !missing || !fault.includes('404'))).toEqual([]);
      await close();
    });
  });

  describe(`the ${name} site on a laptop, in the dark`, () => {
    test.each(samples(pages))('%s', async (path) => {
      const { page, faults, close } = await newPage({ ...laptop, colorScheme: 'dark' });
      await page.goto(url + path, { waitUntil: 'load' });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
      await close();
    });
  });
}

describe('the narrowest phones', () => {
  const { dir, url } = inject('site');
  test.each(samples(pagesOf(dir)))('%s fits into 320 pixels', async (path) => {
    const { page, close } = await newPage({ ...phone, viewport: { width: 320, height: 640 } });
    await page.goto(url + path, { waitUntil: 'load' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await close();
  });
});
