/** An address that leads nowhere: the nearest that leads somewhere is offered. */
import { describe, expect, inject, test } from 'vitest';
import { newPage, phone } from './setup/browser.ts';

const { url } = inject('site');

async function offered(path: string): Promise<string[]> {
  const { page, close } = await newPage(phone);
  await page.goto(url + path, { waitUntil: 'networkidle' });
  expect(await page.textContent('h1')).toBe('没有这一页');
  const links = await page
    .locator('.nearest a')
    .evaluateAll((all) => all.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')));
  await close();
  return links;
}

describe('an address that leads nowhere', () => {
  test.each([
    ['/works/wangyueche-guidng/#art_6', ['/works/wangyueche-guiding/#art_6']],
    ['/works/wangyueche/', ['/works/wangyueche-guiding/', '/works/wangyueche-xiugai-jueding/']],
    ['/works/wangyueche-guiding/2020-12-19/nothing/', ['/works/wangyueche-guiding/']],
    ['/wangyueche-guiding/', ['/works/wangyueche-guiding/']],
    ['/work/jubao-jiangli-banfa/', ['/works/jubao-jiangli-banfa/']],
    ['/issues/2020-11/', ['/issues/2020-12/']],
    ['/calender/', ['/calendar/']],
    ['/serach/', ['/search/']],
    ['/works/网约车/', ['/works/', '/search/?q=网约车']],
    ['/xyz/', []],
    ['/works/%E4%/', ['/works/']],
  ])('%s offers %j', async (path, links) => {
    expect(await offered(path)).toEqual(links);
  });

  test('is without scripts a page with links', async () => {
    const { page, close } = await newPage({ ...phone, javaScriptEnabled: false });
    await page.goto(`${url}/works/wangyueche-guidng/`);
    expect(await page.locator('main a').allTextContents()).toEqual([
      ...['从全部文本里找', '检索词语或文号', '按公报期号找', '回首页'],
    ]);
    await close();
  });
});
