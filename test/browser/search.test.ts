/**
 * Search in a browser: typing, keyboard, address, what happens without scripts, without data, without connection.
 * The archive goes out in one file while it is small and in many when it is large: all of it is tested both ways.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone, type Watched } from './setup/browser.ts';

const ways = {
  'in one file': `${inject('site').url}/search/`,
  'in many files': `${inject('shards').url}/search/`,
};

let watched: Watched;
afterEach(() => watched.close());

async function open(address: string, options = laptop): Promise<Page> {
  watched = await newPage(options);
  await watched.page.goto(address, { waitUntil: 'load' });
  return watched.page;
}

/** In many files the counts come when they are asked for. */
async function openFilters(page: Page): Promise<void> {
  await page.locator('.search-narrow').waitFor();
  if (!(await page.locator('.search-narrow').evaluate((panel: HTMLDetailsElement) => panel.open))) {
    await page.locator('.search-narrow summary').click();
  }
  await page.locator('select[name=sort]').waitFor();
}

const said = (page: Page): Promise<string> => page.locator('.search-said').innerText();

describe.each(Object.entries(ways))('%s: typing', (_, search) => {
  test('/ goes to the box; results come as one types, with the words marked, and stand in the address', async () => {
    const page = await open(search);
    await page.keyboard.press('/');
    await page.keyboard.type('运输证');
    await page.locator('.places a').first().waitFor();
    expect(await page.locator('.excerpt mark').first().innerText()).toBe('运输证');
    expect(new URL(page.url()).searchParams.get('q')).toBe('运输证');
    await expect.poll(() => said(page)).toMatch(/^\d+条，在\d+份文件里(?:，共\d+处)?$/);
    await expect.poll(() => page.locator('[role=status]').innerText()).toMatch(/^\d+条/);
    expect(watched.faults).toEqual([]);
  });

  test('arrows go through the results and back, Escape returns to the box, Enter opens', async () => {
    const page = await open(`${search}?q=运输证`);
    await page.locator('.places a').first().waitFor();
    await page.locator('#search-box').focus();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('第十条');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('第一款');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/works\/[^/]+\/#art_10__para_1$/);
  });

  test('the words are found in the opened text; going back restores the results', async () => {
    const page = await open(`${search}?q=运输证`);
    await page.locator('.places a').first().click();
    await page.locator('.find-box output').waitFor();
    await expect.poll(() => page.locator('.find-box output').innerText()).toMatch(/^\d+处$/);
    await page.locator('.find-box button[aria-label=下一处]').click();
    expect(await page.locator('.find-box output').innerText()).toMatch(/^1 \/ \d+处$/);
    await page.goBack();
    await page.locator('.places a').first().waitFor();
    expect(await page.locator('#search-box').inputValue()).toBe('运输证');
  });

  test('filters stand in the address, and Back takes them away', async () => {
    const page = await open(`${search}?q=网约车`);
    await openFilters(page);
    const all = await said(page);
    await page.locator('select[name=kind]').selectOption('decision');
    await expect.poll(() => said(page)).not.toBe(all);
    expect(new URL(page.url()).searchParams.get('kind')).toBe('decision');
    await page.goBack();
    await expect.poll(() => said(page)).toBe(all);
    expect(await page.locator('select[name=kind]').inputValue()).toBe('');
  });

  test('nothing found: what comes near, and the indexes', async () => {
    const page = await open(`${search}?q=网约车经菅许可证`);
    await page.locator('.nothing').waitFor();
    expect(await said(page)).toBe('没有结果');
    expect(await page.locator('.nothing .places a').allInnerTexts()).toContain('第七条');
    expect(await page.locator('.search-browse').isVisible()).toBe(true);
  });

  test('a text that looks like markup stays text', async () => {
    const page = await open(`${search}?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await page.locator('.nothing').waitFor();
    expect(await page.locator('.search-outlet img').count()).toBe(0);
    expect(watched.faults).toEqual([]);
  });

  test('a phone sees results without scrolling past the filters', async () => {
    const page = await open(`${search}?q=运输证`, phone);
    const first = page.locator('.result-group h2').first();
    await first.waitFor();
    expect((await first.boundingBox())!.y).toBeLessThan(500);
  });
});

describe.each(Object.entries(ways))('%s: when something is missing', (way, search) => {
  test('no scripts: terms and articles to browse', async () => {
    const page = await open(search, { ...laptop, javaScriptEnabled: false });
    await page.locator('.letters a').first().click();
    expect(await page.locator('.terms dd a').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.locator('.documents summary').first().click();
    await page.locator('.article-links a').first().click();
    expect(page.url()).toContain('/works/');
  });

  test('no data: it is said, with another try and the indexes; then the data comes', async () => {
    watched = await newPage({ ...laptop, serviceWorkers: 'block' });
    const { page } = watched;
    await page.route('**/search/data/**', (route) => route.abort());
    await page.goto(`${search}?q=运输证`);
    await page.locator('.search-note').waitFor();
    expect(await page.locator('.search-note').innerText()).toContain('读取失败');
    expect(await page.locator('.search-browse').isVisible()).toBe(true);
    await page.unroute('**/search/data/**');
    await page.locator('.search-outlet button').click();
    await page.locator('.places a').first().waitFor();
  });

  test('damaged data: it is said, never a blank page', async () => {
    watched = await newPage({ ...laptop, serviceWorkers: 'block' });
    const { page } = watched;
    await page.route('**/search/data/**', (route) => route.fulfill({ body: '{"versions":[[' }));
    await page.goto(`${search}?q=运输证`);
    await page.locator('.search-note').waitFor();
    expect(await page.locator('.search-outlet').innerText()).toContain('读取失败');
  });

  test('the page itself names what the first question waits for: nothing of it is found out on the way', async () => {
    watched = await newPage({ ...laptop, serviceWorkers: 'block' });
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // Ready answers come after the results.
    await page.route(/\/_astro\/cards?\b/, (route) => route.abort());
    await page.goto(`${search}?q=运输证`);
    await page.locator('.places a').first().waitFor();
    const named = await page.evaluate(() =>
      Array.from(document.querySelectorAll('head link, head script'), (one) =>
        one instanceof HTMLScriptElement ? one.src : (one as HTMLLinkElement).href,
      ).map((address) => new URL(address, location.href).pathname),
    );
    const waited = asked.filter((path) => /\/_astro\/(?!cards?\b).*\.js$|\/data\/w\//.test(path));
    expect(waited.length).toBeGreaterThan(4);
    expect(waited.filter((path) => !named.includes(path))).toEqual([]);
    expect(named.some((path) => path.includes('/data/w/'))).toBe(way === 'in one file');
  });

  test('no worker: the page searches itself', async () => {
    watched = await newPage(laptop);
    const { page } = watched;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'Worker', { value: undefined });
    });
    await page.goto(`${search}?q=运输证`);
    await page.locator('.places a').first().waitFor();
  });

  test('storage refused: the search works all the same', async () => {
    watched = await newPage(laptop);
    const { page } = watched;
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('refused', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'sessionStorage', { get: refuse });
      Object.defineProperty(ServiceWorkerContainer.prototype, 'register', {
        value: () => Promise.reject(new Error()),
      });
    });
    await page.goto(`${search}?q=运输证`);
    await page.locator('.places a').first().click();
    await page.waitForURL(/\/works\//);
    expect(watched.faults).toEqual([]);
  });

  test('no connection after a visit: the search works', async () => {
    const page = await open(`${search}?q=运输证`);
    await page.locator('.places a').first().waitFor();
    const data = way === 'in one file' ? '/data/w/' : '/data/i/';
    await page.evaluate(async (data) => {
      await navigator.serviceWorker.ready;
      const store = await caches.open('gongbao-1');
      for (let i = 0; i < 100; i++) {
        const kept = (await store.keys()).map(({ url }) => new URL(url).pathname);
        if (kept.some((path) => path.includes(data)) && kept.some((path) => path.endsWith('/search/')))
          return;
        await new Promise((done) => setTimeout(done, 50));
      }
    }, data);
    await page.waitForTimeout(500);
    const online = await page.locator('.places a').allInnerTexts();
    await page.context().setOffline(true);
    const other = await page.context().newPage();
    await other.goto(`${search}?q=运输证`);
    await other.locator('.places a').first().waitFor();
    expect(await other.locator('.places a').allInnerTexts()).toEqual(online);
    // What has never been read cannot be had; that is not the same as that nothing is there.
    await other.locator('#search-box').fill('举报人');
    if (way === 'in one file') await expect.poll(() => said(other)).toMatch(/^\d+条/);
    else await expect.poll(() => said(other)).toBe('检索数据读取失败');
  });

  test('odd input: an answer, never an error', async () => {
    const page = await open(search);
    for (const typed of [
      '，',
      '.*[(?:\\',
      '\ud800网约车',
      '👍🏽',
      'a'.repeat(10_000),
      '网约车'.repeat(3500),
    ]) {
      await page.locator('#search-box').evaluate((box: HTMLInputElement, value) => {
        box.value = value;
        box.dispatchEvent(new InputEvent('input'));
      }, typed);
      await expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);
      await expect.poll(() => said(page)).toMatch(/条|没有结果/);
    }
    expect(watched.faults).toEqual([]);
  });
});

describe('a question in the reader’s own words', () => {
  test.each([
    ['举报有奖', '举报', /第二条/],
    ['乱倒垃圾', '倾倒', /第三条/],
    ['举报奖励多少钱', '举报奖励', /第[三四]条/],
    ['网约车司机条件', '驾驶员', /第十三条/],
    ['谁分管环保', '生态环境', /./],
  ])('%s', async (query, word, place) => {
    const page = await open(`${ways['in one file']}?q=${encodeURIComponent(query)}`, phone);
    await expect.poll(() => page.locator('.search-note').allInnerTexts()).not.toEqual([]);
    const marks = await page.locator('.results mark').allInnerTexts();
    expect(marks).toContain(word);
    expect((await page.locator('.places').allInnerTexts()).join()).toMatch(place);
    expect(watched.faults).toEqual([]);
  });

  test.each([
    ['谁分管环保', '黄明忠', '生态环境'],
    ['举报奖励多少钱', '500元', '2000元'],
    ['乱倒垃圾', '500元', '倾倒'],
  ])('the card answers: %s', async (query, answer, more) => {
    const page = await open(`${ways['in one file']}?q=${encodeURIComponent(query)}`, phone);
    const card = page.locator('.search-outlet > .card').first();
    await card.waitFor();
    expect(await card.innerText()).toContain(answer);
    expect(await card.innerText()).toContain(more);
    // Nothing is said to be in force that has ended, or that lies beyond what the archive knows.
    expect(await card.locator('.state').innerText()).toMatch(/^(?:. )?(?:未知|届满)（/);
    const href = await card.locator('a').first().getAttribute('href');
    expect(href).toMatch(/^\/works\/[^#]+#/);
    expect(watched.faults).toEqual([]);
  });

  test.each(Object.entries(ways))('%s: all hits are taken out with their citations', async (_, search) => {
    const page = await open(`${search}?q=${encodeURIComponent('危险废物')}`);
    await page.locator('.search-tools').waitFor();
    const taken = async (how: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`.search-tools [data-take=${how}]`),
      ]);
      return readFileSync(await file.path(), 'utf8');
    };
    const table = await taken('csv');
    expect(table.split('\r\n').length).toBe(1 + 5 + 1);
    expect(table).toContain('文本）第三条第二项第7目"');
    const text = await taken('text');
    expect(text).toMatch(/^检索“危险废物”，\d{4}年\d+月\d+日，5处/);
    expect(text).toContain('#art_3__para_1__item_2__point_7');
  });

  test('a word in five 目 of an article is five hits under it, each with the word', async () => {
    const page = await open(`${ways['in one file']}?q=${encodeURIComponent('危险废物')}`, phone);
    await expect.poll(() => said(page)).toBe('1条，在1份文件里，共5处');
    const lines = page.locator('ol.lines > li');
    expect(await lines.locator('> a').allInnerTexts()).toEqual([
      '第一项第1目',
      '第一项第2目',
      '第二项第7目',
      '第二项第9目',
      '第三项第2目',
    ]);
    for (const line of await lines.locator('mark').allInnerTexts())
      expect(line.replace(/ /g, '')).toBe('危险废物');
    await lines.locator('> a').nth(2).click();
    await page.waitForURL(/#art_3__para_1__item_2__point_7$/);
  });
});

describe('both ways', () => {
  test('show the same places in the same order', async () => {
    watched = await newPage(laptop);
    const { page } = watched;
    const shown = async (address: string): Promise<string[]> => {
      await page.goto(address, { waitUntil: 'load' });
      await expect.poll(() => page.locator('.search-outlet').innerText()).not.toBe('');
      await expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);
      return page
        .locator('.search-outlet a[data-result]:not([data-ask], .card a)')
        .evaluateAll((links) => links.map((link) => `${link.getAttribute('href')} ${link.textContent}`));
    };
    for (const asked of [
      '运输证',
      '网约车',
      '政府 数据',
      '网约车 -平台',
      '“经营许可”',
      '湛府[2020]68 號',
      '網約車 第十條',
      '6条1款3项',
      '第20条',
      '5G',
      '证',
      '网约车经菅许可证',
      '举报&sort=newest',
      '管理&text=past',
      '网约车&kind=decision',
      '数字政府&pages=3',
    ]) {
      const [whole, files] = [
        await shown(`${ways['in one file']}?q=${asked}`),
        await shown(`${ways['in many files']}?q=${asked}`),
      ];
      expect(whole.length, asked).toBeGreaterThan(0);
      expect(files, asked).toEqual(whole);
    }
    expect(watched.faults).toEqual([]);
  });

  test('in many files: counts come when the filters are opened, and the reader stays where he is', async () => {
    const page = await open(`${ways['in many files']}?q=网约车`);
    await page.locator('.places a').first().waitFor();
    expect(await page.locator('select[name=sort]').count()).toBe(0);
    const before = await page.locator('.places a').allInnerTexts();
    await openFilters(page);
    expect(await page.locator('select[name=kind] option').first().innerText()).toBe('全部');
    expect(await said(page)).toMatch(/^\d+条，在\d+份文件里(?:，共\d+处)?$/);
    expect(await page.locator('.places a').allInnerTexts()).toEqual(before);
  });

  test('in many files: a missing part of the index is told, and the others serve', async () => {
    // The keeper's own requests would pass by the route.
    watched = await newPage({ ...laptop, serviceWorkers: 'block' });
    const { page } = watched;
    let lost = '';
    await page.route(/search\/data\/i\//, (route, request) => {
      lost ||= new URL(request.url()).pathname;
      return new URL(request.url()).pathname === lost ? route.abort() : route.continue();
    });
    for (const asked of ['网络预约出租汽车经营服务', '数字政府建设总体规划']) {
      await page.goto(`${ways['in many files']}?q=${asked}`);
      await page.locator('.places a, .result-group h2 a').first().waitFor();
      expect(await page.locator('.search-note').innerText()).toContain('读取失败');
      expect(await page.locator('.search-outlet mark').first().innerText()).toBe(asked);
    }
  });
});

describe('a question in the address', () => {
  const address = `${ways['in one file']}?q=${encodeURIComponent('网约车')}`;
  const fresh = () => newPage({ ...phone, serviceWorkers: 'block' });

  test('has its sign before any script', async () => {
    const { page, close } = await fresh();
    await page.route('**/_astro/*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 800));
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector('.search-wait:visible');
    await page.waitForSelector('.search-outlet [data-result]');
    expect(await page.isVisible('.search-wait')).toBe(false);
    await close();
  });

  test('has none where the search did not come, but the index', async () => {
    const { page, close } = await fresh();
    await page.route('**/_astro/page.*', (route) => route.abort());
    await page.goto(address);
    await page.waitForSelector('.search-said:has-text("没有载入")');
    expect(await page.isVisible('.search-wait')).toBe(false);
    expect(await page.isVisible('.search-browse')).toBe(true);
    await close();
  });
});
