/** A long text whose parts stand on pages of their own: old addresses, reading on, copying, without scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';
import { attributes, pagesOf } from './setup/pages.ts';

const { dir, url } = inject('site');
const work = `${url}/works/shuzi-zhengfu-guihua/`;
const dated = `${work}2020-12-26/`;

const text = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

describe('the parts of a long text', () => {
  const pages = pagesOf(dir).filter(({ path }) => path.startsWith('/works/shuzi-zhengfu-guihua/2020-12-26/'));
  const bodyOf = (html: string): string =>
    html.slice(html.indexOf('<div class="body'), html.indexOf('</article>'));

  test('have every place of the whole between them, and the words of each', () => {
    const whole = pages.find(({ path }) => path.endsWith('/whole/'))!;
    const [own, ...parts] = pages.filter((page) => page !== whole);
    const ids = new Set([own!, ...parts].flatMap(({ html }) => attributes(bodyOf(html), 'id')));
    const wanted = attributes(bodyOf(whole.html), 'id').filter((id) => /^(?:lvl|att|art)_/.test(id));
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(parts.length).toBeGreaterThan(3);
    const all = text(bodyOf(whole.html));
    for (const { html } of parts) {
      const body = bodyOf(html);
      expect(all).toContain(
        text(body.slice(body.indexOf('<section'), body.indexOf('<p class="nonstandard"'))),
      );
    }
  });

  test('are in the order of the text, each leading to the one before and after', () => {
    const last = pages.filter(({ html }) => html.includes('rel="prev"') && !html.includes('rel="next"'));
    expect(last.map(({ path }) => path)).toContain('/works/shuzi-zhengfu-guihua/2020-12-26/lvl_8/');
  });
});

describe('an address of a place in a part', () => {
  test.each([
    ['laptop', laptop],
    ['phone', phone],
  ])('brings the part in, marks the place and keeps it in sight, on a %s', async (_, options) => {
    const { page, faults, close } = await newPage(options);
    await page.goto(`${work}#lvl_6__lvl_2__lvl_1`);
    await page.waitForSelector('#lvl_6__lvl_2__lvl_1:not(i)');
    expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('lvl_6__lvl_2__lvl_1');
    await expect.poll(() => page.locator('.elsewhere').count()).toBe(0);
    await page.waitForTimeout(300);
    const top = await page.evaluate(
      () => document.getElementById('lvl_6__lvl_2__lvl_1')!.getBoundingClientRect().top,
    );
    expect(top).toBeGreaterThan(20);
    expect(top).toBeLessThan(300);
    expect(page.url()).toBe(`${work}#lvl_6__lvl_2__lvl_1`);
    expect(faults).toEqual([]);
    await close();
  });

  test('leads without scripts to the name of the part and a link to it', async () => {
    const { page, close } = await newPage({ ...phone, javaScriptEnabled: false });
    await page.goto(`${work}#lvl_6__lvl_2__lvl_1`);
    const sign = page.locator('#lvl_6');
    expect(await sign.isVisible()).toBe(true);
    const box = (await sign.locator('h2').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(300);
    await sign.locator('a').click();
    expect(page.url()).toBe(`${dated}lvl_6/`);
    expect(await page.innerText('#lvl_6__lvl_2__lvl_1')).toContain('1.');
    await close();
  });

  test('stays a sign that leads to the part where it cannot be fetched', async () => {
    const { page, close } = await newPage();
    await page.route('**/lvl_6/', (route) => route.abort());
    await page.goto(`${work}#lvl_6__lvl_2`);
    // The first thing that a reader does brings the rest.
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('#lvl_7:not(.elsewhere)');
    expect(await page.getAttribute('#lvl_6.elsewhere a', 'href')).toContain('/2020-12-26/lvl_6/');
    await close();
  });
});

describe('reading on', () => {
  test('brings the rest in: it reads as the whole, its links lead within the page, numbers open their menu', async () => {
    const { page, faults, close } = await newPage();
    await page.goto(work);
    expect(await page.locator('.elsewhere').count()).toBeGreaterThan(3);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => page.locator('.elsewhere').count()).toBe(0);
    const words = () => page.locator('.body').innerText();
    const read = (await words()).replace(/\s+/g, '');
    expect(await page.locator(`.body a[href^="/works/shuzi-zhengfu-guihua/2020-12-26/#"]`).count()).toBe(0);
    await page.click('#lvl_7__lvl_3 > :first-child > .n');
    await page.waitForSelector('.menu[open]');
    await page.goto(`${dated}whole/`);
    expect(read).toBe((await words()).replace(/\s+/g, ''));
    expect(faults).toEqual([]);
    await close();
  });

  test('copying the whole copies all of it', async () => {
    const { page, close } = await newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (address: string): Promise<string> => {
      await page.goto(address);
      await page.click('.whole');
      await page.click('.menu >> text=复制原文 >> nth=0');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const own = await copied(work);
    expect(own).toBe(await copied(`${dated}whole/`));
    expect(own).toContain('八、');
    await close();
  });

  test('looking for words looks through all of it', async () => {
    const { page, close } = await newPage();
    await page.goto(work);
    await page.click('.find-button');
    await page.fill('.find-box input', '深度发展期');
    await expect.poll(() => page.innerText('.find-box output')).toMatch(/处|\//);
    const found = await page.innerText('.find-box output');
    await page.goto(`${dated}whole/`);
    await page.click('.find-button');
    await page.fill('.find-box input', '深度发展期');
    await expect.poll(() => page.innerText('.find-box output')).toBe(found);
    await close();
  });

  test('a part cites its places by their whole names and the text’s own address', async () => {
    const { page, close } = await newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${dated}lvl_7/`);
    await page.click('#lvl_7__lvl_3 > :first-child > .n');
    await page.click('.menu >> text=原文＋出处');
    const words = await page.evaluate(() => navigator.clipboard.readText());
    expect(words).toContain('，2020年12月26日文本）七、（三）');
    expect(words).toMatch(/\/works\/shuzi-zhengfu-guihua\/2020-12-26\/#lvl_7__lvl_3$/);
    await close();
  });
});

test('the whole on one page is there for print and search within', () => {
  const html = readFileSync(join(dir, 'works/shuzi-zhengfu-guihua/2020-12-26/whole/index.html'), 'utf8');
  expect(html).not.toContain('class="elsewhere');
  expect(html).toContain('id="lvl_8"');
});
