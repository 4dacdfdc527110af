/** The desk, the calendar, the register and the life of a text in a browser. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { newPage, phone } from './setup/browser.ts';

const { url } = inject('site');

/** Rows of the desk as [name, state]. */
const rows = (page: Page): Promise<string[][]> =>
  page.$$eval('#desk-rows tr', (list) =>
    list.map((row) => [
      row.querySelector('th')?.firstElementChild?.textContent ?? '',
      row.querySelector('.state')?.textContent?.trim() ?? '',
    ]),
  );

async function open(path: string, options = {}) {
  const watched = await newPage(options);
  await watched.page.goto(url + path, { waitUntil: 'load' });
  return watched;
}

const desk = (lines: string[], at?: string): string =>
  `/status/?${new URLSearchParams({ q: lines.join('\n'), ...(at ? { at } : {}) })}`;

test('what is asked on the home page stays in the browser: it goes to the desk behind #', async () => {
  const { page, close } = await newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(decodeURIComponent(request.url())));
  await page.goto(`${url}/`);
  await page.fill('form[data-desk] input', '湛府〔2020〕68号');
  await page.click('form[data-desk] button');
  await page.waitForSelector('#desk-said:has-text("1行")');
  expect(await page.inputValue('#desk-lines')).toBe('湛府〔2020〕68号');
  await page.goto(`${url}/works/jubao-jiangli-banfa/`);
  await page.click('.life-desk a');
  await page.waitForSelector('#desk-said:has-text("1行")');
  expect(sent.filter((address) => address.includes('湛府') || address.includes('?'))).toEqual([]);
  await close();
});

test('what is sent before the desk is there waits for it, and is not sent to the server', async () => {
  const { page, close } = await newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(decodeURIComponent(request.url())));
  await page.route('**/_astro/desk.*', async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.goto(`${url}/status/`, { waitUntil: 'commit' });
  await page.fill('#desk-lines', '湛府〔2020〕68号');
  await page.click('#desk [type=submit]');
  await page.waitForSelector('#desk-said:has-text("1行")');
  expect(sent.filter((address) => address.includes('湛府'))).toEqual([]);
  await close();
});

describe('the desk', () => {
  test('answers what the address asks, on the day it asks', async () => {
    const { page, faults, close } = await open(
      desk(['湛府[2020]68 号', '湛环〔2020〕565号', '查无此文件'], '2022-12-31'),
    );
    await page.waitForSelector('#desk-said:has-text("3行")');
    expect(await rows(page)).toEqual([
      ['湛江市人民政府关于调整市政府领导同志分工的通知', '? 未知'],
      ['湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）', '◐ 口径未定'],
      ['查无此文件', '? 本库确无'],
    ]);
    expect(await page.textContent('#desk-said')).toContain('1行本库没有');
    expect(faults).toEqual([]);
    await close();
  });

  test('sends nothing: the answer comes without a request', async () => {
    const { page, close } = await open('/status/');
    await page.waitForSelector('#desk:not([hidden])');
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    // The page itself, and what keeps it for later, stand.
    await page.waitForLoadState('networkidle');
    page.on('request', (request) => {
      // A browser may look for the icon again when the address changes.
      if (!/\/favicon\.(?:svg|ico)$/.test(request.url())) requests.push(request.url());
    });
    await page.context().setOffline(true);
    await page.fill('#desk-lines', '湛发改价格〔2015〕26号');
    await page.click('#desk button[type=submit]');
    await page.waitForSelector('#desk-said:has-text("1行")');
    expect((await rows(page))[0]![1]).toBe('✕ 废止');
    expect(requests).toEqual([]);
    await close();
  });

  test('keeps questions in the address: Back brings the former one', async () => {
    const { page, close } = await open(desk(['令第7号'], '2020-12-20'));
    await page.waitForSelector('#desk-said:has-text("1行")');
    await page.fill('#desk-lines', '湛府〔2020〕68号\n湛府〔2020〕71号');
    await page.click('#desk button[type=submit]');
    await page.waitForSelector('#desk-said:has-text("2行")');
    // The list stands in the fragment, which no server sees.
    expect(new URL(page.url()).searchParams.has('q')).toBe(false);
    const { pathname, search, hash } = new URL(page.url());
    const sent = await open(pathname + search + hash);
    await expect.poll(() => sent.page.inputValue('#desk-lines')).toBe('湛府〔2020〕68号\n湛府〔2020〕71号');
    await sent.close();
    expect(new URL(page.url()).searchParams.get('at')).toBe('2020-12-20');
    await page.goBack();
    await page.waitForSelector('#desk-said:has-text("1行")');
    expect(await page.inputValue('#desk-lines')).toBe('令第7号');
    await close();
  });

  test('forty titles make an address of some thousand characters; one that is cut says so', async () => {
    const { page, close } = await open('/status/');
    const list = Array.from(
      { length: 40 },
      (_, n) => `关于印发某市${'甲乙丙丁戊'[n % 5]}区第${n}号管道管理办法的通知`,
    ).join('\n');
    await page.fill('#desk-lines', list);
    await page.click('#desk button[type=submit]');
    await page.waitForURL(/#z=/);
    const address = page.url();
    expect(new URL(address).hash.length).toBeLessThan(1000);
    await page.goto('about:blank');
    await page.goto(address);
    await expect.poll(() => page.inputValue('#desk-lines')).toBe(list);
    await page.goto('about:blank');
    await page.goto(address.slice(0, -40));
    await expect.poll(() => page.innerText('#desk-said')).toContain('可能没有复制完整');
    await close();
  });

  test('a table from a spreadsheet is taken by the column that names documents', async () => {
    const { page, close } = await open('/status/');
    await page.waitForLoadState('networkidle');
    await page.locator('#desk-lines').evaluate((area) => {
      const data = new DataTransfer();
      data.setData(
        'text/plain',
        '序号\t文件\t备注\r\n1\t湛府〔2020〕68号\t在用\r\n2\t湛发改价格〔2015〕26号\t"已\n废"\r\n',
      );
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, cancelable: true, bubbles: true }),
      );
    });
    await expect
      .poll(() => page.inputValue('#desk-lines'))
      .toBe('文件\n湛府〔2020〕68号\n湛发改价格〔2015〕26号');
    await expect.poll(() => page.innerText('#desk-said')).toContain('表格有3栏，取了第2栏');
    await page.click('#desk-columns button >> nth=2');
    expect(await page.inputValue('#desk-lines')).toBe('备注\n在用\n已废');
    await close();
  });

  test('a table that was pasted before the desk was there is taken by its column, too', async () => {
    const { page, close } = await newPage();
    await page.route(/_astro\/desk\.[^/]+\.js$/, async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await page.goto(`${url}/status/`, { waitUntil: 'domcontentloaded' });
    await page.fill('#desk-lines', '序号\t文件\n1\t湛府〔2020〕68号\n2\t湛发改价格〔2015〕26号\n');
    await expect
      .poll(() => page.inputValue('#desk-lines'))
      .toBe('文件\n湛府〔2020〕68号\n湛发改价格〔2015〕26号');
    await close();
  });

  test('writes what is typed as text, never as mark-up', async () => {
    const { page, faults, close } = await open(
      desk(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>'], '2021-01-01'),
    );
    await page.waitForSelector('#desk-said:has-text("2行")');
    expect(await page.$$('#desk-rows img, #desk-rows script')).toEqual([]);
    expect((await rows(page))[0]![0]).toBe('<img src=x onerror=alert(1)>');
    expect(faults).toEqual([]);
    await close();
  });

  test('says that a day in the address does not exist', async () => {
    const { page, close } = await open(desk(['令第7号'], '2021-02-30'));
    await page.waitForSelector('#desk-said:has-text("不存在")');
    expect(await rows(page)).toHaveLength(1);
    await close();
  });

  test('answers ten thousand lines, none dropped, and draws them as asked', async () => {
    const { page, close } = await open('/status/');
    await page.waitForSelector('#desk:not([hidden])');
    await page.evaluate(() => {
      const box = document.getElementById('desk-lines') as HTMLTextAreaElement;
      box.value = Array.from({ length: 10_000 }, (_, i) =>
        i % 2 ? '湛府〔2020〕68号' : `某府〔2020〕${i}号`,
      ).join('\n');
    });
    await page.click('#desk button[type=submit]');
    await page.waitForSelector('#desk-said:has-text("10000行，1行请选定是哪一份，4999行本库没有")');
    expect(await page.$$('#desk-rows tr')).toHaveLength(300);
    expect(await page.textContent('#desk-more')).toContain('9700');
    await page.click('#desk-more');
    expect(await page.$$('#desk-rows tr')).toHaveLength(600);
    await close();
  });

  test('gives CSV with the mark of UTF-8 and no formula', async () => {
    const { page, close } = await open(desk(['=1+1', '令第7号'], '2021-01-01'));
    await page.waitForSelector('#desk-said:has-text("2行")');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#desk-csv')]);
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8')).toContain(`"'=1+1"`);
    expect(download.suggestedFilename()).toBe('效力核对-2021-01-01.csv');
    await close();
  });

  test('without scripts lists every document on the horizon', async () => {
    const { page, close } = await open('/status/', { javaScriptEnabled: false });
    expect(await page.textContent('#desk-caption')).toContain('2020年12月31日');
    expect((await rows(page)).length).toBeGreaterThan(9);
    expect(await page.isVisible('#desk')).toBe(false);
    await close();
  });
});

describe('the calendar', () => {
  test('moves to the past what has passed by the reader’s day', async () => {
    const { page, close } = await newPage();
    await page.clock.setFixedTime(new Date('2022-12-31T04:00:00Z'));
    await page.goto(`${url}/calendar/`, { waitUntil: 'load' });
    const coming = () =>
      page.$$eval('#coming-days li', (list) => list.map((row) => row.querySelector('.events')?.textContent));
    expect(await coming()).toEqual(['届满', '规划期满']);
    await page.clock.setFixedTime(new Date('2022-12-31T16:00:00Z'));
    await page.reload({ waitUntil: 'load' });
    expect(await coming()).toEqual([]);
    expect(await page.textContent('#past-days [data-year="2022"]')).toContain('规划期满');
    await close();
  });
});

describe('a text’s page', () => {
  test.each([
    ['2020-12-31T04:00:00Z', '● 有效', ''],
    ['2022-06-01T04:00:00Z', '● 有效（依自身规定）', ''],
    ['2022-12-31T04:00:00Z', '◐ 口径未定', ''],
    ['2022-12-31T16:00:00Z', '○ 届满', '有效期已过（2022年底）。是否续期，本站不知道。'],
  ])('shows on %s that the measures are %s, and no stale badge', async (now, state, plain) => {
    const { page, faults, close } = await newPage();
    await page.clock.setFixedTime(new Date(now));
    await page.goto(`${url}/works/jubao-jiangli-banfa/`, { waitUntil: 'load' });
    await page.waitForSelector('.life-pick:not([hidden])');
    expect((await page.textContent('.text-head .edition .state'))?.trim()).toBe(state);
    for (const place of ['.text-head', '#rewards', '.life-deadlines']) {
      expect([place, await page.textContent(`${place} .plain-state`)]).toEqual([place, plain]);
    }
    expect(await page.textContent('.text-head .as-of')).toContain('今天');
    expect(await page.textContent('.life-lines [aria-current] .state')).toContain(state);
    expect(faults).toEqual([]);
    await close();
  });

  test('tells the state on a day that the reader picks', async () => {
    const { page, close } = await open('/works/wangyueche-guiding/');
    await page.fill('#life-day', '2019-02-28');
    expect(await page.textContent('.life-pick output')).toContain('已公布');
    await page.fill('#life-day', '2019-03-01');
    expect(await page.textContent('.life-pick output')).toContain('有效');
    await close();
  });
});

describe('the register', () => {
  const shown = (page: Page) =>
    page.$$eval('.register li:not([hidden])', (list) => list.map((row) => row.getAttribute('data-work')));

  test('narrows by state on a day, in the address, and back', async () => {
    const { page, faults, close } = await open('/works/?state=repealed&at=2020-12-31', phone);
    await page.waitForSelector('#register-filter:not([hidden])');
    expect(await shown(page)).toEqual(['zhanfagaijiage-2015-26', 'zhanfagaijiagehan-2015-62']);
    await page.fill('#register-day', '2020-12-30');
    await page.waitForSelector('#register-said:has-text("没有相符")');
    await page.selectOption('#register-state', '');
    expect((await shown(page)).length).toBeGreaterThan(9);
    expect(new URL(page.url()).searchParams.get('at')).toBe('2020-12-30');
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('#register-said:has-text("2份")');
    expect(faults).toEqual([]);
    await close();
  });

  test('finds by words in any width, and says what to try where nothing fits', async () => {
    const { page, close } = await open('/works/');
    await page.waitForSelector('#register-filter:not([hidden])');
    await page.fill('#register-words', '湛府[２０２０]68');
    expect(await shown(page)).toEqual(['zhanfu-2020-68']);
    await page.fill('#register-words', '没有这样的文件');
    expect(await page.textContent('#register-said')).toContain('试试更短的词');
    await close();
  });
});

test('a badge beside a list is set to the reader’s own day, and says what it was on the horizon', async () => {
  const { page, faults, close } = await open('/portfolios/');
  expect((await page.textContent('.under-title .state'))?.trim()).toBe('? 未知');
  expect(await page.textContent('.under-title .as-of')).toMatch(/^今天（.+）；截至2020年12月31日为有效$/);
  expect(faults).toEqual([]);
  await close();
});
