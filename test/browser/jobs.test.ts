/** Three whole jobs on a phone, from the first page to what is taken away. Screenshots go to GONGBAO_SCREENSHOTS, if it is set. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { newPage, phone } from './setup/browser.ts';

const { url } = inject('site');

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env['GONGBAO_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('what a report of illegal dumping is worth, by when, and who is responsible', async () => {
  const { page, faults, close } = await newPage(phone);
  await page.goto(`${url}/`);
  await page.fill('[data-search]', '举报乱倒垃圾有奖');
  await page.tap('search button[type=submit]');
  await page.waitForSelector('.cards .card, .card');
  await keep(page, 'dumping-1-search');
  const card = await page.locator('.card').first().innerText();
  expect(card).toMatch(/元/);
  await page.locator('.card a').first().tap();
  await page.waitForURL(/jubao-jiangli-banfa/);
  await page.waitForLoadState('load');
  // The amounts, with the sentence that the text has ended, and each with its provision.
  const panel = page.locator('#rewards');
  await panel.scrollIntoViewIfNeeded();
  await keep(page, 'dumping-2-rewards');
  expect(await panel.locator('.plain-state').innerText()).toContain('有效期已过');
  expect(await panel.innerText()).toMatch(/500\s*元/);
  expect(await panel.locator('.tiers a[href*="#art_3"]').count()).toBeGreaterThan(0);
  // By when.
  const steps = panel.locator('.flow');
  await steps.scrollIntoViewIfNeeded();
  await keep(page, 'dumping-3-steps');
  expect(await steps.innerText()).toMatch(/\d+\s*(?:个工作)?日/);
  // Who is responsible: asked in one's own words.
  await page.goto(`${url}/search/?q=${encodeURIComponent('谁分管环保')}`);
  await page.waitForSelector('.card');
  await keep(page, 'dumping-4-who');
  expect(await page.locator('.card').first().innerText()).toContain('黄明忠');
  expect(faults).toEqual([]);
  await close();
});

test('第六条 before and after: cited, compared and printed', async () => {
  const { page, faults, close } = await newPage(phone);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${url}/search/?q=${encodeURIComponent('网约车 第六条')}`);
  await page.waitForSelector('.search-outlet a[data-result]');
  await keep(page, 'article-1-search');
  await page.locator('.search-outlet a[href*="wangyueche-guiding"][href*="#art_6"]').first().tap();
  await page.waitForURL(/#art_6/);
  await page.tap('#art_6 > :first-child > .n');
  await page.waitForSelector('.menu[open]');
  await keep(page, 'article-2-menu');
  await page.tap('.menu >> text=复制引文');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^《湛江市网络预约出租汽车经营服务管理暂行规定》（.*2020年12月19日文本）第六条$/);
  await page.keyboard.press('Escape');
  await page.locator('#art_6 .history summary').tap();
  await keep(page, 'article-3-history');
  await page.locator('#art_6 .history a[href*="/compare/"]').first().tap();
  await page.waitForURL(/\/compare\/2018-12-31\.\.2020-12-19\/#art_6$/);
  const row = page.locator('.row#art_6');
  expect(await row.locator('.was').innerText()).toContain('第六条');
  expect(await row.locator('.is').innerText()).toContain('第六条');
  expect(await row.locator('ins, del').count()).toBeGreaterThan(0);
  await keep(page, 'article-4-compare');
  let printed = false;
  await page.exposeFunction('printAsked', () => {
    printed = true;
  });
  await page.evaluate(() => {
    globalThis.print = () => (globalThis as unknown as { printAsked(): void }).printAsked();
  });
  await page.tap('text=打印对照表');
  await expect.poll(() => printed).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

/** Forty lines as they come from a table, a mail, a scan: numbers, brackets, spaces, doubles, nonsense. */
const messy = [
  ...[
    '湛府〔2020〕71号',
    '湛府[2020]71 号',
    '湛府（2020）68号',
    ' 湛府〔2020〕６８号 ',
    '1. 湛江市人民政府令第7号',
  ],
  ...[
    '2、湛江市人民政府令第３号',
    '《湛江市网络预约出租汽车经营服务管理暂行规定》',
    '网络预约出租汽车经营服务管理暂行规定',
  ],
  ...[
    '湛江市网约车管理规定',
    '湛江市“数字政府”建设总体规划（2020-2022年）',
    '数字政府建设总体规划',
    '湛环〔2020〕565号',
  ],
  ...[
    '湛发改规〔2020〕675号',
    '湛发改价格〔2015〕26号',
    '湛发改价格函[2015]62号',
    '湛江市物业服务收费管理办法',
  ],
  ...[
    '',
    '序号\t文件',
    '奖励办法',
    '湛江市公众举报环境违法行为奖励办法（试行）',
    '湛江市公众舉報環境違法行為獎勵辦法',
  ],
  ...[
    '不存在的文件',
    'xx〔2020〕99号',
    '国发〔2020〕1号',
    '中华人民共和国环境保护法',
    '《环境保护法》',
    '水污染防治法',
  ],
  ...[
    '大气污染防治法',
    '广东省环境保护条例',
    '关于调整市政府领导同志分工的通知',
    '湛府〔2020〕68',
    '令第7号',
    '第7号令',
  ],
  ...[
    '湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定',
    '附件：略',
    '（以下空白）',
    '。。。',
  ],
  ...['湛府〔2020〕71号；湛府〔2020〕68号', '湛府〔2020〕71号（已废止？）', '无文号'],
];

test('forty messy lines on a day, sent to a colleague, give the colleague the same answers', async () => {
  expect(messy).toHaveLength(40);
  const { page, faults, close } = await newPage(phone);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(decodeURIComponent(request.url())));
  await page.goto(`${url}/status/`);
  // The desk is there when it has set the day: what stands in the field before that is taken as pasted.
  await expect.poll(() => page.inputValue('#desk-day')).not.toBe('');
  await page.fill('#desk-day', '2020-12-25');
  await page.fill('#desk-lines', messy.join('\n'));
  await page.tap('#desk button[type=submit]');
  await page.waitForSelector('#desk-said:has-text("行")');
  await page.waitForURL(/#z=/);
  await keep(page, 'lines-1-answers');
  await page.locator('#desk-rows tr').nth(8).scrollIntoViewIfNeeded();
  await keep(page, 'lines-2-rows');
  const answers = (from: Page): Promise<string[]> => from.locator('#desk-rows tr').allInnerTexts();
  const mine = await answers(page);
  expect(mine.length).toBeGreaterThanOrEqual(39);
  expect(await page.innerText('#desk-caption')).toContain('2020年12月25日');
  expect(page.url().length).toBeLessThan(2500);

  const colleague = await newPage();
  await colleague.page.goto(page.url());
  await colleague.page.waitForSelector('#desk-said:has-text("行")');
  await expect.poll(() => answers(colleague.page).then((rows) => rows.length)).toBe(mine.length);
  const plain = (rows: string[]): string[] => rows.map((row) => row.replace(/\s+/g, ' ').trim());
  expect(plain(await answers(colleague.page))).toEqual(plain(mine));
  expect(await colleague.page.inputValue('#desk-lines')).toBe(messy.join('\n'));
  expect(sent.filter((address) => address.includes('〔') || address.includes('湛府'))).toEqual([]);
  expect([...faults, ...colleague.faults]).toEqual([]);
  await colleague.close();
  await close();
});
