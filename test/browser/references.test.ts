/** References, previews, terms and what particular texts hold, as a reader uses them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';
import { attributes, pagesOf } from './setup/pages.ts';

const { dir, url } = inject('site');
const cases = inject('cases');
const rules = `${url}/works/wangyueche-guiding/`;
const decision = `${url}/works/wangyueche-xiugai-jueding/`;

async function opened(address: string, options = laptop) {
  const watched = await newPage(options);
  await watched.page.goto(address, { waitUntil: 'load' });
  return watched;
}

const preview = (page: Page) => page.locator('.preview:popover-open');

describe('the built files', () => {
  for (const [name, built] of Object.entries({ site: dir, cases: cases.dir })) {
    test(`of the ${name}: a page that names its previews has them, and only for its own links`, () => {
      const named = pagesOf(built).filter(({ html }) => html.includes(' data-previews='));
      expect(named.length).toBeGreaterThan(1);
      // The pages of a long text have one file.
      const linksTo = Map.groupBy(named, ({ html }) => attributes(html, 'data-previews')[0]!);
      for (const { path, html } of named) {
        const [file] = attributes(html, 'data-previews');
        const previews = JSON.parse(readFileSync(join(built, file!), 'utf8'));
        const links = new Set(linksTo.get(file!)!.flatMap((page) => attributes(page.html, 'href')));
        expect(Object.keys(previews).length, path).toBeGreaterThan(0);
        expect(
          Object.keys(previews).filter((href) => !links.has(href)),
          path,
        ).toEqual([]);
        for (const { title, lines } of Object.values(previews) as { title: string; lines: object[] }[]) {
          expect(title).not.toBe('');
          expect(lines.length).toBeGreaterThan(0);
        }
      }
    });
  }

  test('a citation leads into the text of its day: the old rules into the old text, the new into the new', () => {
    const html = (day: string): string =>
      readFileSync(join(cases.dir, `works/lvhua-xize/${day}/index.html`), 'utf8');
    const places = (day: string): string[] =>
      attributes(html(day), 'href').filter(
        (href) => href.startsWith('/works/lvhua-banfa/') && href.includes('#'),
      );
    expect(places('2020-03-01')).toContain('/works/lvhua-banfa/2019-01-01/#art_3');
    expect(places('2022-03-01')).toContain('/works/lvhua-banfa/#art_3-1');
    for (const href of places('2020-03-01')) expect(href).toContain('/2019-01-01/');
  });

  test('a provision that is not there is no link', () => {
    const html = readFileSync(join(cases.dir, 'works/lvhua-xize/index.html'), 'utf8');
    expect(html).toMatch(/<span class="why" title="[^"]*第九条[^"]*">/);
    expect(attributes(html, 'href').filter((href) => href.endsWith('#art_9'))).toEqual([]);
  });

  test('a law known by name has a page that says so and who cites it', () => {
    const page = pagesOf(dir).find(({ path }) => path === '/works/huanjing-baohu-fa/')!;
    expect(page.html).toContain('本库未收正文');
    expect(page.html).toContain('href="/works/jubao-jiangli-banfa/#art_1__para_1"');
  });
});

describe('a preview', () => {
  test('opens on pointing, stays while pointed at, and goes', async () => {
    const { page, faults, close } = await opened(rules);
    await page.hover('#art_14__para_1 a.ref');
    await preview(page).waitFor();
    expect(await preview(page).innerText()).toContain('未达到国家法定退休年龄');
    await preview(page).hover();
    await page.waitForTimeout(500);
    expect(await preview(page).count()).toBe(1);
    await page.mouse.move(5, 5);
    await preview(page).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  test('shows all of a range', async () => {
    const { page, close } = await opened(`${cases.url}/works/lvhua-xize/`);
    await page.hover('#art_5 a.ref');
    await preview(page).waitFor();
    const text = await preview(page).innerText();
    expect(text).toContain('第二条至第四条');
    expect(text).toContain('认养人，是指');
    expect(text).toContain('不予奖励');
    await close();
  });

  test('opens on keyboard focus, describes the link, and Esc closes it', async () => {
    const { page, close } = await opened(rules);
    await page.focus('#art_14 .n');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 6; i++) {
      if (await page.evaluate(() => document.activeElement?.matches('a.ref'))) break;
      await page.keyboard.press('Tab');
    }
    await preview(page).waitFor();
    const focused = page.locator('a.ref:focus');
    expect(await focused.getAttribute('aria-describedby')).toBe('preview');
    await page.keyboard.press('Escape');
    await preview(page).waitFor({ state: 'detached' });
    expect(await focused.getAttribute('aria-describedby')).toBeNull();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${rules}#art_13`);
    await close();
  });

  test('opens on a first tap; the second, or its own title, goes there', async () => {
    const { page, close } = await opened(rules, phone);
    await page.tap('#art_14__para_1 a.ref');
    await preview(page).waitFor();
    expect(page.url()).toBe(rules);
    await page.tap('.preview-title');
    await page.waitForURL(`${rules}#art_13`);
    expect(await preview(page).count()).toBe(0);
    await page.tap('#art_18 a.ref');
    await preview(page).waitFor();
    await page.tap('#art_18 a.ref');
    await page.waitForURL(`${rules}#art_17`);
    await close();
  });

  test('of another text is fetched when it is asked for, once', async () => {
    const { page, faults, close } = await opened(decision);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.json')) asked.push(pathname);
    });
    const links = page.locator('.level a.ref');
    await links.nth(0).hover();
    await preview(page).waitFor();
    expect(await preview(page).innerText()).toContain('2018年12月31日文本');
    await links.nth(1).hover();
    await page.waitForFunction(() => document.querySelector('.preview')?.textContent?.includes('第五项'));
    expect(asked).toEqual(['/works/wangyueche-xiugai-jueding/2020-12-19/previews.json']);
    expect(faults).toEqual([]);
    await close();
  });

  test('that cannot be fetched leaves a plain link', async () => {
    const { page, close } = await opened(decision, { ...laptop, serviceWorkers: 'block' });
    await page.route('**/previews.json', (route) => route.abort());
    await page.hover('.level a.ref');
    await page.waitForTimeout(700);
    expect(await preview(page).count()).toBe(0);
    await page.click('.level a.ref');
    await page.waitForURL(/2018-12-31\/#art_6__para_1__item_3$/);
    await close();
  });

  test('fits a phone and leaves the page as wide as it is', async () => {
    const { page, close } = await opened(rules, { ...phone, viewport: { width: 320, height: 640 } });
    await page.tap('#art_14__para_2 a.ref');
    await preview(page).waitFor();
    const box = (await preview(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});

describe('words without a link', () => {
  test('tell their reason by keyboard as a button', async () => {
    const { page, close } = await opened(rules);
    const words = page.locator('#art_10 .why');
    await expect.poll(() => words.getAttribute('title')).toBeNull();
    await words.focus();
    await page.keyboard.press('Enter');
    await preview(page).waitFor();
    expect(await preview(page).innerText()).toContain('授权另行制定');
    expect(await words.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await words.getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  test('tell it without scripts as a title, and below the text', async () => {
    const { page, close } = await opened(rules, { ...laptop, javaScriptEnabled: false });
    expect(await page.getAttribute('#art_10 .why', 'title')).toContain('授权另行制定');
    expect(await page.innerText('#unlinked')).toContain('授权另行制定');
    await close();
  });
});

describe('without scripts', () => {
  test('references, terms and citing places are plain links', async () => {
    const { page, close } = await opened(rules, { ...laptop, javaScriptEnabled: false });
    await page.click('#art_14__para_1 a.ref');
    expect(page.url()).toBe(`${rules}#art_13`);
    await page.click('#art_13 .cited a >> nth=1');
    expect(page.url()).toBe(`${rules}#art_14__para_2`);
    await page.click('#art_9 a.term');
    expect(page.url()).toBe(`${rules}#art_2__para_3`);
    await close();
  });

  test('one kind of duty can be chosen', async () => {
    const { page, close } = await opened(`${url}/portfolios/`, { ...laptop, javaScriptEnabled: false });
    const shown = () => page.locator('.fields li:visible').count();
    const all = await shown();
    await page.check('input[value="liaise"]');
    const some = await shown();
    expect(some).toBeGreaterThan(5);
    expect(some).toBeLessThan(all / 2);
    expect(await page.locator('.fields li:visible').first().innerText()).toContain('联系');
    await close();
  });
});

describe('who is responsible', () => {
  test('is found by the words of the field, by a bureau that holds them, and by name', async () => {
    const { page, close } = await opened(`${url}/portfolios/`);
    const shown = () => page.locator('.fields li:visible').allInnerTexts();
    await page.fill('.filter input', '生态环境');
    expect((await shown()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['生态环境 黄明忠']);
    await page.fill('.filter input', '市教育局');
    expect((await shown()).join()).toContain('崔青');
    await page.fill('.filter input', '钟力');
    expect(await shown()).toHaveLength(2);
    expect(new URL(page.url()).searchParams.get('q')).toBe('钟力');
    await page.fill('.filter input', '谁分管环保');
    await expect.poll(async () => (await shown()).join()).toMatch(/^生态环境\s+黄明忠$/);
    await page.fill('.filter input', '不存在的领域');
    expect(await page.textContent('.filter [role=status]')).toContain('没有相符的');
    await page.reload();
    expect(await page.inputValue('.filter input')).toBe('不存在的领域');
    await close();
  });

  test('is a table on a wide page and cards on a phone', async () => {
    const wide = await opened(`${url}/portfolios/`);
    const display = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.querySelector('.persons td')!).display);
    expect(await display(wide.page)).toBe('table-cell');
    const narrow = await opened(`${url}/portfolios/`, phone);
    expect(await display(narrow.page)).toBe('grid');
    expect(await wide.page.locator('.persons tbody tr').count()).toBe(9);
    await Promise.all([wide.close(), narrow.close()]);
  });
});

describe('the glossary', () => {
  test('narrows to the words typed and leads to the place of the term', async () => {
    const { page, close } = await opened(`${url}/glossary/`);
    await page.fill('.filter input', '平台公司');
    expect(await page.locator('.glossary dt:visible').allInnerTexts()).toEqual(['网约车平台公司']);
    await page.click('.glossary .where a:visible');
    expect(page.url()).toBe(`${rules}#art_2__para_3`);
    await close();
  });
});

describe('what a text holds', () => {
  test('is led to from its head: rewards below the text, a plan on its own page', async () => {
    const { page, close } = await opened(`${url}/works/jubao-jiangli-banfa/`);
    await page.click('.panel-links a');
    expect(page.url()).toMatch(/#rewards$/);
    expect(await page.locator('.tiers tbody tr').count()).toBe(5);
    expect(await page.locator('.flow > li').count()).toBe(6);
    await page.goto(`${url}/works/shuzi-zhengfu-guihua/`);
    await page.click('.panel-links a');
    await page.waitForURL(`${url}/works/shuzi-zhengfu-guihua/overview/`);
    expect(await page.locator('.tasks tbody tr').count()).toBe(9);
    await page.click('.tasks td a >> nth=0');
    expect(page.url()).toMatch(/\/works\/shuzi-zhengfu-guihua\/#lvl_7__lvl_1__lvl_1/);
    await close();
  });

  test('of a plan narrows to one year: phases, their tasks and dated figures; the year stays in the address', async () => {
    const { page, faults, close } = await opened(`${url}/works/shuzi-zhengfu-guihua/overview/`);
    const shown = (): Promise<string[]> => page.locator('.phases > li:visible h3').allInnerTexts();
    expect(await shown()).toEqual(['重点突破期', '全面普及期', '深度发展期']);
    const targets = await page.locator('#targets tbody tr:visible').count();
    await page.click('.plan-years >> text=2021年');
    expect(await shown()).toEqual(['全面普及期']);
    expect(await page.locator('.tasks tbody tr >> nth=0 >> td:visible').count()).toBe(1);
    // What names no year stays.
    expect(await page.locator('#targets tbody tr:visible').count()).toBe(targets);
    expect(page.url()).toMatch(/\?year=2021$/);
    await page.reload();
    await expect.poll(shown).toEqual(['全面普及期']);
    await page.click('.plan-years >> text=各年');
    expect(await shown()).toHaveLength(3);
    expect(faults).toEqual([]);
    await close();
  });

  test('is not printed with the text', async () => {
    const { page, close } = await opened(`${url}/works/jubao-jiangli-banfa/`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.panel', '.panel-links', '.relations', '.cited']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    await close();
  });
});

describe('the issue', () => {
  test('shows its citations as a picture on a wide page, in words on all', async () => {
    const wide = await opened(`${url}/issues/2020-12/`);
    expect(await wide.page.isVisible('svg.graph')).toBe(true);
    await wide.page.click('svg.graph a >> nth=1');
    expect(wide.page.url()).toContain('/works/zhanjiang-ling-7/');
    const narrow = await opened(`${url}/issues/2020-12/`, phone);
    expect(await narrow.page.isVisible('svg.graph')).toBe(false);
    expect(await narrow.page.locator('.in-words > li').count()).toBe(8);
    await Promise.all([wide.close(), narrow.close()]);
  });

  test('files that pages fetch are there', () => {
    expect(existsSync(join(dir, 'works/wangyueche-guiding/2018-12-31/previews.json'))).toBe(true);
  });
});
