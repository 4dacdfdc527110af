/** What a reader on the way needs: the site at hand, pages without connection, an address that leads nowhere. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';
import { pagesOf, samples } from './setup/pages.ts';

const { dir, url } = inject('site');
const rules = `${url}/works/wangyueche-guiding/`;

describe('an address that names no place of the text', () => {
  test.each([
    ['#art_99', '本文没有第九十九条，现有二十四条'],
    ['#art_6__para_1__item_40', '本文没有第六条第一款第四十项'],
    ['#%E4%', '不在本文里'],
    ['#nothing', '不在本文里'],
  ])('%s says so, and scripts go on', async (fragment, words) => {
    const { page, faults, close } = await newPage(phone);
    await page.goto(rules + fragment);
    await page.waitForSelector('.notice.missing');
    expect(await page.innerText('.notice.missing')).toContain(words);
    await page.click('#art_6 > :first-child > .n');
    await page.waitForSelector('.menu[open]');
    expect(faults).toEqual([]);
    await close();
  });

  test('is forgotten when the reader goes on to one that is there', async () => {
    const { page, close } = await newPage(laptop);
    await page.goto(`${rules}#art_99`);
    await page.waitForSelector('.notice.missing');
    await page.click('#contents a[href="#art_6"]');
    await expect.poll(() => page.locator('.notice.missing').count()).toBe(0);
    await close();
  });
});

describe('on a phone', () => {
  test('search and the parts of the site are at hand in a text', async () => {
    const { page, close } = await newPage(phone);
    await page.goto(`${rules}#art_12`);
    await page.tap('.nav-button');
    expect(await page.locator('#site-nav a').first().isVisible()).toBe(true);
    expect(await page.locator('#site-nav').boundingBox()).toMatchObject({ x: 0, width: 390 });
    await page.keyboard.press('Escape');
    await page.tap('.head-search');
    await page.waitForURL(/\/search\/$/);
    await close();
  });

  /** Controls, and links that stand by themselves, smaller than a finger needs; links within words are words. */
  const small = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('button, summary, input, select, nav a'))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.height < 24 || box.width < 24))
        .map(({ one, box }) => `${one.outerHTML.slice(0, 60)} ${box.width}×${box.height}`),
    );

  test.each(samples(pagesOf(dir)))('%s: what is tapped is 24 pixels and more', async (path) => {
    const { page, close } = await newPage(phone);
    await page.goto(url + path);
    expect(await small(page)).toEqual([]);
    await close();
  });
});

describe('without connection', () => {
  /** A page that is kept from now on. */
  async function visited(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.evaluate(async (own) => {
      await navigator.serviceWorker.ready;
      const store = await caches.open('gongbao-1');
      for (let i = 0; i < 100; i++) {
        const kept = (await store.keys()).map((request) => request.url);
        if (kept.includes(own) && kept.some((one) => one.endsWith('/kept/'))) return;
        await new Promise((done) => setTimeout(done, 50));
      }
    }, address);
  }

  test('a page that was read is there, from whatever page one comes', async () => {
    const { page, close } = await newPage(phone);
    await visited(page, rules);
    await page.context().setOffline(true);
    const other = await page.context().newPage();
    await other.goto(`${rules}#art_6`);
    expect(await other.innerText('#art_6')).toContain('第六条');
    await close();
  });

  test('for a page that was not read stands one that says so and lists what is kept; it can be cleared', async () => {
    const { page, close } = await newPage(phone);
    await visited(page, rules);
    await page.context().setOffline(true);
    await page.goto(`${url}/calendar/`);
    await page.waitForSelector('.kept-away:not([hidden])');
    expect(await page.innerText('.kept-list')).toContain('湛江市网络预约出租汽车经营服务管理暂行规定');
    await page.context().setOffline(false);
    await page.goto(`${url}/kept/`);
    expect(await page.isVisible('.kept-away')).toBe(false);
    await page.click('.kept-clear');
    await expect.poll(() => page.innerText('.kept-said')).toContain('什么也没有存');
    await close();
  });
});
