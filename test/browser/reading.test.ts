/** What a reader does with a text: go to a place, follow the contents, copy a link and a citation, print. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { plainRadical, radicals } from '../../src/domain/text/radicals.ts';
import { laptop, newPage, phone } from './setup/browser.ts';

const { url } = inject('site');
const cases = inject('cases').url;
const rules = `${url}/works/wangyueche-guiding/`;
const plan = `${url}/works/shuzi-zhengfu-guihua/`;
const long = `${cases}/works/tiaowen-jiaoduo/`;
const versions = `${cases}/works/lvhua-banfa/`;

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function opened(address: string, options = laptop) {
  const watched = await newPage(options);
  await watched.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await watched.page.goto(address, { waitUntil: 'load' });
  return watched;
}

describe('a place in a text', () => {
  test.each([
    ['laptop', laptop],
    ['phone', phone],
  ])('is marked and stays clear of the head, on a %s', async (_, options) => {
    const { page, close } = await opened(`${rules}#art_6`, options);
    const [target, head] = await page.evaluate(() => [
      document.querySelector('#art_6')!.getBoundingClientRect().top,
      document.querySelector('.site-head')!.getBoundingClientRect().bottom,
    ]);
    expect(target).toBeGreaterThanOrEqual(head!);
    expect(target).toBeLessThan(head! + 120);
    const marked = await page.evaluate(
      () => getComputedStyle(document.querySelector('#art_6')!).backgroundImage,
    );
    expect(marked).toContain('gradient');
    await close();
  });

  test('in an old text stays clear of the line that says so', async () => {
    const { page, close } = await opened(`${versions}2019-01-01/#art_4`, phone);
    const [target, line] = await page.evaluate(() => [
      document.querySelector('#art_4')!.getBoundingClientRect().top,
      document.querySelector('.notice.other')!.getBoundingClientRect().bottom,
    ]);
    expect(target).toBeGreaterThanOrEqual(line!);
    await close();
  });

  test('deep in a text that is drawn in blocks is reached at once and stays put', async () => {
    const { page, close } = await opened(`${plan}#lvl_7__lvl_3`);
    // It stands on a page of its own, and is brought in.
    await page.waitForSelector('#lvl_7__lvl_3:not(i)');
    const top = () =>
      page.evaluate(() => document.querySelector('#lvl_7__lvl_3')!.getBoundingClientRect().top);
    const first = await top();
    await page.waitForTimeout(400);
    expect(Math.abs((await top()) - first)).toBeLessThan(2);
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThan(260);
    await close();
  });
});

describe('the handle of a provision', () => {
  test('copies a citation down to the item, with the day of the text', async () => {
    const { page, close } = await opened(rules);
    await page.click('#art_6__para_1__item_3 > .n');
    await page.click('.menu >> text=复制引文');
    expect(await clipboard(page)).toBe(
      '《湛江市网络预约出租汽车经营服务管理暂行规定》（湛江市人民政府令第3号，2020年12月19日文本）第六条第三项',
    );
    expect(await page.textContent('.menu [role=status]')).toContain('已复制');
    await close();
  });

  test('copies the link of the place, and the fixed link of this text', async () => {
    const { page, close } = await opened(`${rules}?from=mail`);
    await page.click('#art_6 > :first-child > .n');
    await page.click('.menu >> text=复制链接');
    expect(await clipboard(page)).toBe(`${rules}#art_6`);
    await page.click('.menu >> text=固定链接');
    expect(await clipboard(page)).toBe(`${rules}2020-12-19/#art_6`);
    await close();
  });

  test('cites a place of a plan by the labels printed above it', async () => {
    const { page, close } = await opened(`${plan}#lvl_1__lvl_3__lvl_2`);
    await page.click('#lvl_1__lvl_3__lvl_2 .n');
    await page.click('.menu >> text=复制引文');
    expect(await clipboard(page)).toBe(
      '《湛江市“数字政府”建设总体规划（2020-2022年）》（湛府〔2020〕71号，2020年12月26日文本）一、（三）2',
    );
    await close();
  });

  test('cites an inserted article', async () => {
    const { page, close } = await opened(versions);
    await page.click('[id="art_3-1"] .n');
    await page.click('.menu >> text=复制引文');
    expect(await clipboard(page)).toBe(
      '《示范市城市绿化办法》（示范市人民政府令第8号，2021年7月1日文本）第三条之一',
    );
    await close();
  });

  test('works from the keyboard and gives the focus back', async () => {
    const { page, close } = await opened(rules);
    await page.focus('#art_2__para_2 .handle');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('复制引文');
    await page.keyboard.press('Enter');
    expect(await clipboard(page)).toMatch(/第二条第二款$/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#art_2__para_2');
    await close();
  });

  test('is always seen on a touch screen', async () => {
    const { page, close } = await opened(rules, phone);
    const opacity = await page.evaluate(() => getComputedStyle(document.querySelector('.handle')!).opacity);
    expect(opacity).toBe('1');
    await close();
  });

  test('is as large as a finger on a touch screen', async () => {
    const { page, close } = await opened(rules, phone);
    const reached = await page.evaluate(() => {
      const handle = document.querySelector<HTMLElement>('#art_2__para_2 .handle')!;
      handle.scrollIntoView({ block: 'center' });
      const { left, top, bottom } = handle.getBoundingClientRect();
      const [x, y] = [left + 6, (top + bottom) / 2];
      return [
        [x, y - 18],
        [x, y + 18],
        [x + 18, y],
      ].map(([atX, atY]) => document.elementFromPoint(atX!, atY!) === handle);
    });
    expect(reached).toEqual([true, true, true]);
    await close();
  });
});

describe('the contents', () => {
  test('mark the place being read', async () => {
    const { page, close } = await opened(long);
    await page.evaluate(() => document.querySelector('#art_35')!.scrollIntoView());
    await page.waitForFunction(() =>
      document.querySelector('#contents [aria-current]')?.textContent?.includes('第四章'),
    );
    await page.evaluate(() => document.querySelector('#art_12')!.scrollIntoView());
    await page.waitForFunction(() =>
      document.querySelector('#contents [aria-current]')?.textContent?.includes('第二章'),
    );
    await close();
  });

  test('open from the head on a phone, and close when a place is chosen', async () => {
    const { page, close } = await opened(plan, phone);
    expect(await page.isVisible('#contents')).toBe(false);
    await page.tap('.contents-button');
    expect(await page.isVisible('#contents')).toBe(true);
    await page.tap('#contents a[href="#lvl_2"]');
    await page.waitForFunction(() => !document.querySelector('#contents')!.matches(':popover-open'));
    expect(page.url()).toBe(`${plan}#lvl_2`);
    await close();
  });

  test('take the number of an article where there are many', async () => {
    const { page, close } = await opened(long);
    await page.fill('.jump input', '第四十七条');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${long}#art_47`);
    await page.fill('.jump input', '61');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.jump [role=status]')).toBe('没有这一条');
    await close();
  });
});

describe('versions', () => {
  test('an old text says so, at every height of the page, and leads to the new one', async () => {
    const { page, close } = await opened(`${versions}2019-01-01/`, phone);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const box = await page.locator('.notice.other').boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(200);
    expect(await page.title()).toContain('（2019年1月1日文本）');
    await page.click('.notice.other a');
    expect(page.url()).toBe(versions);
    expect(await page.locator('.notice.other').count()).toBe(0);
    await close();
  });
});

describe('the comparison of two texts', () => {
  test('tells each change with the words struck and added, and leads to both places', async () => {
    const { page, close } = await opened(versions);
    await page.click('text=与前一文本对照');
    expect(page.url()).toBe(`${versions}compare/2019-01-01..2021-07-01/`);
    const row = page.locator('.row', { has: page.locator('h2 a[href$="2021-07-01/#art_3"]') });
    expect(await row.locator('.change').innerText()).toBe('修改');
    expect(await row.locator('ins').allInnerTexts()).toEqual(['、区']);
    const added = page.locator('.row', { has: page.locator('.change.inserted') });
    expect(await added.locator('h2').innerText()).toContain('第三条之一');
    expect(await page.locator('.counts').innerText()).toContain('新增 1');
    await close();
  });
});

describe('print', () => {
  test('lays a comparison out in two columns on a landscape page', async () => {
    const { page, close } = await opened(`${versions}compare/2019-01-01..2021-07-01/`);
    await page.emulateMedia({ media: 'print' });
    const [was, is] = await page.evaluate(() =>
      ['.row .was', '.row .is'].map((side) => document.querySelector(side)!.getBoundingClientRect()),
    );
    expect(is!.left).toBeGreaterThanOrEqual(was!.right);
    expect(await page.isVisible('.sides-head')).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
    expect(Number(width)).toBeGreaterThan(Number(height));
    await close();
  });

  test('gives the text alone with its title, its notice and the day of retrieval', async () => {
    const { page, close } = await opened(rules);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-head', '.site-foot', '#contents', '.neighbours', '.handle', '.history']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    const note = await page.locator('.print-only').innerText();
    expect(note).toContain('/works/wangyueche-guiding/2020-12-19/');
    expect(note).toContain('非标准文本');
    expect(note).toMatch(new RegExp(`${new Date().getFullYear()}年\\d+月\\d+日`));
    expect(await page.isVisible('h1')).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });
});

/** The words of each page of what is printed, without spaces. */
async function printedPages(address: string): Promise<string[]> {
  const { page, close } = await opened(address);
  await page.waitForLoadState('networkidle');
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await close();
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const { items } = await (await document.getPage(i + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(radicals, plainRadical)
        .normalize('NFKC')
        .replace(/\s/g, '');
    }),
  );
}

describe('each printed page', () => {
  test.each([
    [
      'a text',
      rules,
      ['湛江市网络预约出租汽车经营服务管理暂行规定', '截至', '/wangyueche-guiding/2020-12-19/'],
    ],
    ['a whole plan', `${plan}2020-12-26/whole/`, ['建设总体规划', '规划期满', '/2020-12-26/']],
    [
      'a comparison',
      `${rules}compare/2018-12-31..2020-12-19/`,
      ['新旧对照', '2018年12月31日文本与2020年12月19日文本', '/compare/2018-12-31..2020-12-19/'],
    ],
    ['the answers of the desk', `${url}/status/`, ['核对效力', '/status/']],
    ['results of the search', `${url}/search/?q=${encodeURIComponent('出租汽车')}`, ['检索', '/search/']],
  ])(
    'of %s says what it is of, its state or its texts, the day and the address',
    async (_, address, words) => {
      const pages = await printedPages(address);
      const today = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
      for (const [i, page] of pages.entries()) {
        for (const word of [...words, today.format(new Date()), '非标准文本'])
          expect(page, `page ${i + 1}`).toContain(word);
        expect(page, 'number of the page').toContain(`${i + 1}/${pages.length}`);
      }
      expect(pages.join('')).not.toMatch(/复制全文|下载表格|打印对照表/);
    },
  );

  test('is more than one of a text', async () => {
    expect((await printedPages(rules)).length).toBeGreaterThan(2);
  });
});

test('a comparison is printed as old, new and grounds side by side, all rows on demand', async () => {
  const { page, close } = await opened(`${versions}compare/2019-01-01..2021-07-01/`);
  await page.click('text=全部展开');
  expect(await page.locator('details.same:not([open])').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  const columns = await page.evaluate(() =>
    ['.side.was', '.side.is', '.row-head'].map((part) => {
      const row = Array.from(document.querySelectorAll('.row')).find(
        (each) => each.querySelectorAll('.side:not(.none)').length === 2,
      )!;
      const { left, top } = row.querySelector(part)!.getBoundingClientRect();
      return { left, top };
    }),
  );
  expect(columns[0]!.left).toBeLessThan(columns[1]!.left);
  expect(columns[1]!.left).toBeLessThan(columns[2]!.left);
  expect(Math.abs(columns[0]!.top - columns[2]!.top)).toBeLessThan(8);
  expect(await page.innerText('.print-only')).toMatch(/新旧对照.+检索自 http.+非标准文本/);
  await close();
});
