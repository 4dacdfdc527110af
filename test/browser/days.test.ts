/** Which text applies on the reader's day, on the day that an address asks for, and between two days. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';

const { url, dir } = inject('cases');
const work = '/works/youchuan-guiding/';

async function open(path: string, today: string, options = laptop) {
  const watched = await newPage(options);
  await watched.page.clock.setFixedTime(new Date(`${today}T04:00:00Z`));
  await watched.page.goto(url + path, { waitUntil: 'load' });
  return watched;
}

/** Address of the text that the decision of 2025 makes. */
const coming = (): string => {
  const html = readFileSync(join(dir, `${work}index.html`), 'utf8');
  const [, address = ''] = /class="notice coming"[\s\S]*?href="([^"]+)"/.exec(html) ?? [];
  return address;
};

describe('without scripts', () => {
  const plain = { javaScriptEnabled: false };

  test('the address of a work gives the text in force, and says what follows', async () => {
    const { page, close } = await open(work, '2031-06-01', plain as typeof laptop);
    expect(await page.textContent('#art_1')).toContain('每年检验一次');
    expect(await page.textContent('.notice.coming')).toContain('自2031年1月1日起改用');
    const order = await page.evaluate(() => {
      const [notice, title] = [document.querySelector('.notice')!, document.querySelector('h1')!];
      return notice.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    expect(order).toBeTruthy();
    expect(await page.textContent('#art_1 .force')).toContain('自2031年1月1日起改为：');
    expect(await page.textContent('#art_2 .force')).toContain('自2031年1月1日起删去');
    await close();
  });

  test('the stretches of its life lead to the text of every day', async () => {
    const { page, close } = await open(work, '2031-06-01', plain as typeof laptop);
    const links = await page.$$eval('.life-lines a.text-of', (list) =>
      list.map((a) => a.getAttribute('href')),
    );
    expect(new Set(links)).toEqual(new Set([coming()]));
    expect(await page.isVisible('.life-compare')).toBe(false);
    await close();
  });

  test('a coming text says from when, at its head and where it changes something', async () => {
    const { page, close } = await open(coming(), '2026-06-01', plain as typeof laptop);
    expect(await page.textContent('.notice.other')).toContain('自2031年1月1日起施行');
    expect(await page.textContent('.text-head .state')).not.toContain('有效');
    expect(await page.textContent('#art_1 .force')).toContain('自2031年1月1日起施行');
    await close();
  });
});

describe('on the reader’s day', () => {
  test('before the change nothing more is said', async () => {
    const { page, faults, close } = await open(work, '2026-06-01');
    expect(await page.$('.notice.other')).toBeNull();
    expect(await page.$('.notice.coming')).not.toBeNull();
    expect(faults).toEqual([]);
    await close();
  });

  test.each([
    ['a laptop', laptop],
    ['a phone', phone],
  ])(
    'after it the page says on %s that this is not today’s text, before the first line',
    async (_, options) => {
      const { page, faults, close } = await open(work, '2031-06-01', options);
      const notice = page.locator('.notice.other');
      expect(await notice.textContent()).toContain('这不是今天（2031年6月1日）的文本');
      expect(await notice.locator('a').getAttribute('href')).toBe(coming());
      expect(await page.$('.notice.coming')).toBeNull();
      expect(await page.textContent('.text-head .edition .state')).not.toContain('有效');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.evaluate(axe.source);
      const found = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
      );
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('the coming text says that it has come', async () => {
    const { page, close } = await open(coming(), '2031-06-01');
    expect(await page.textContent('.notice')).toContain('适用的就是这个文本');
    expect(await page.$('.notice.other')).toBeNull();
    await close();
  });
});

describe('a day in the address', () => {
  test('leads to the text of that day, and keeps the place', async () => {
    const { page, close } = await open(`${work}?on=2031-06-01#art_1`, '2026-06-01');
    await page.waitForURL((at) => at.pathname === coming());
    expect(new URL(page.url()).search).toBe('?on=2031-06-01');
    expect(new URL(page.url()).hash).toBe('#art_1');
    expect(await page.textContent('.notice.asked')).toContain('2031年6月1日');
    await close();
  });

  test('stays where the text is that of the day, with its state', async () => {
    const { page, close } = await open(`${work}?on=2018-05-20`, '2026-06-01');
    expect(await page.textContent('.notice.asked')).toMatch(/2018年5月20日：.*已公布.*适用这个文本/);
    await close();
  });

  test('says that no text of that day is known', async () => {
    const { page, close } = await open(`${work}?on=1999-01-01`, '2026-06-01');
    expect(await page.textContent('.notice.asked')).toContain('适用哪个文本，本库不知道');
    await close();
  });

  test('that does not exist is named', async () => {
    const { page, close } = await open(`${work}?on=2019-02-30`, '2026-06-01');
    expect(await page.textContent('.notice.asked')).toContain('没有“2019-02-30”这一天');
    await close();
  });

  test('typed behind the address of the work leads there, too', async () => {
    const { page, close } = await open(`${work}2031-6-1/`, '2026-06-01');
    await page.waitForURL((at) => at.pathname === coming());
    await close();
  });

  test('behind the address of nothing stays the page for what is missing', async () => {
    const { page, close } = await open('/works/meiyou/2031-06-01/', '2026-06-01');
    await page.waitForLoadState('networkidle');
    expect(await page.textContent('h1')).toBe('没有这一页');
    await close();
  });
});

test('two days lead to the comparison of their texts', async () => {
  const { page, close } = await open(work, '2026-06-01');
  await page.fill('#compare-old', '2031-02-01');
  await page.fill('#compare-new', '2018-07-01');
  await page.click('.life-compare a');
  await page.waitForLoadState('load');
  expect(page.url()).toContain('/compare/2018-05-04..');
  expect(await page.textContent('main')).toContain('每半年检验一次');
  await page.goBack();
  await page.fill('#compare-old', '2018-07-01');
  await page.fill('#compare-new', '2019-07-01');
  expect(await page.textContent('.life-compare output')).toBe('两日的文本相同。');
  await close();
});
