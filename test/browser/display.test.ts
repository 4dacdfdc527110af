/** Size of the text, colours, and the mode for elder readers: kept in the browser, set before a page is drawn. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';
import { pagesOf, samples } from './setup/pages.ts';

const { dir, url } = inject('site');
const rules = `${url}/works/wangyueche-guiding/`;

async function choose(page: Page, ...words: string[]): Promise<void> {
  await page.click('.display-button');
  await page.waitForSelector('.display-panel[open]');
  for (const each of words) await page.click(`.display-panel label:has-text("${each}")`);
  await page.click('.display-panel button');
}

const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const size = (page: Page, selector = '.body'): Promise<number> =>
  page.evaluate((at) => Number.parseFloat(getComputedStyle(document.querySelector(at)!).fontSize), selector);

describe('what the reader has chosen', () => {
  test('holds at once, on other pages and after a reload, and can be taken back', async () => {
    const { page, faults, close } = await newPage(laptop);
    await page.goto(rules);
    const [plain, light] = [await size(page), await paper(page)];
    await choose(page, '特大', '深色');
    expect(await size(page)).toBeGreaterThan(1.25 * plain);
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto(`${url}/works/jubao-jiangli-banfa/`);
    expect(await size(page)).toBeGreaterThan(1.25 * plain);
    expect(await paper(page)).toBe(dark);
    await choose(page, '标准', '随系统');
    await page.reload();
    expect(await size(page)).toBe(plain);
    expect(await paper(page)).toBe(light);
    expect(faults).toEqual([]);
    await close();
  });

  test('is there before the first picture of a page: no flash', async () => {
    const { page, close } = await newPage({ ...laptop, colorScheme: 'light' });
    await page.goto(rules);
    await choose(page, '深色', '大');
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = (): void => {
        if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
        if (seen.length < 20) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload({ waitUntil: 'load' });
    await page.waitForTimeout(400);
    const colours = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(colours.length).toBeGreaterThan(3);
    expect(new Set(colours)).toEqual(new Set([await paper(page)]));
    await close();
  });

  test('light stays light where the system is dark, and dark is printed on white in the usual size', async () => {
    const { page, close } = await newPage({ ...laptop, colorScheme: 'dark' });
    await page.goto(rules);
    const dark = await paper(page);
    await choose(page, '浅色');
    expect(await paper(page)).not.toBe(dark);
    await page.emulateMedia({ media: 'print' });
    const usual = await size(page);
    await page.emulateMedia({ media: 'screen' });
    await choose(page, '深色', '开');
    expect(await paper(page)).toBe(dark);
    await page.emulateMedia({ media: 'print' });
    expect(await paper(page)).toBe('rgb(255, 255, 255)');
    expect(await size(page)).toBe(usual);
    await close();
  });

  test('is nothing where the browser keeps nothing, but holds for the page', async () => {
    const { page, faults, close } = await newPage(phone);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(`${url}/`);
    const plain = await size(page, 'body');
    await choose(page, '特大');
    expect(await size(page, 'body')).toBeGreaterThan(plain);
    expect(faults).toEqual([]);
    await close();
  });

  test('cannot be chosen without scripts: nothing offers it', async () => {
    const { page, close } = await newPage({ ...phone, javaScriptEnabled: false });
    await page.goto(`${url}/`);
    expect(await page.isVisible('.display-button')).toBe(false);
    await close();
  });
});

describe('the mode for elder readers', () => {
  test.each(samples(pagesOf(dir)))(
    '%s is larger, has room for fingers, and fits the narrowest window',
    async (path) => {
      const { page, close } = await newPage({ ...phone, viewport: { width: 320, height: 800 } });
      await page.addInitScript(() => localStorage.setItem('gongbao-display', '{"mode":"elder"}'));
      await page.goto(url + path);
      const measured = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        size: Number.parseFloat(getComputedStyle(document.body).fontSize),
        low: Array.from(document.querySelectorAll('button, summary'))
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .map((one) => one.getBoundingClientRect().height)
          .filter((height) => height > 1 && height < 44),
      }));
      expect(measured).toMatchObject({ over: 0, low: [] });
      expect(measured.size).toBeGreaterThanOrEqual(20);
      await close();
    },
  );
});
