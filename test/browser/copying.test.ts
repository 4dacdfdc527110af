/** What is copied from a text is the text: character for character, without marks, notes and handles. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Instrument, Provision } from '../../src/domain/model.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { type Archive, loadContent } from '../../src/site/load.ts';
import { laptop, newPage, phone } from './setup/browser.ts';

const { url } = inject('site');
const cases = inject('cases').url;
const rules = `${url}/works/wangyueche-guiding/`;
const reward = `${url}/works/jubao-jiangli-banfa/`;

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

let archives: { address: string; archive: Archive }[];
beforeAll(async () => {
  const folders = { [url]: 'content', [cases]: 'test/fixtures/site/content' };
  const list = Object.entries(folders).map(async ([address, folder]) => ({
    address,
    archive: loadContent(folder).archive,
  }));
  archives = await Promise.all(list);
});

async function opened(address: string, options = laptop) {
  const watched = await newPage(options);
  await watched.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await watched.page.goto(address, { waitUntil: 'load' });
  return watched;
}

/** Selects elements, the first to the last, copies as a reader does, and gives what was copied. */
async function copied(page: Page, first: string, last = first): Promise<string> {
  await page.evaluate(
    ([from, to]) => {
      const range = document.createRange();
      range.setStartBefore(document.querySelector(from!)!);
      range.setEndAfter(document.querySelector(to!)!);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    },
    [first, last],
  );
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+c');
  return clipboard(page);
}

const missing = (provisions: readonly Provision[]): boolean =>
  provisions.some(({ missing: lacks, type, children }) => lacks || type === 'figure' || missing(children));

const flat = (list: readonly Provision[]): Provision[] => list.flatMap((one) => [one, ...flat(one.children)]);

const latest = (work: string): Instrument =>
  archives[0]!.archive.works.find(({ id }) => id === work)!.versions.at(-1)!.instrument;

const outer = (selector: string): string => `.body > ${selector}`;

describe('a selection', () => {
  test('of a whole body is its canonical text, in every text', async () => {
    const watched = await newPage();
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    let looked = 0;
    for (const { address, archive } of archives) {
      for (const { id, versions } of archive.works) {
        for (const { date, instrument } of versions) {
          if (missing(instrument.provisions) || instrument.provisions.length === 0) continue;
          await page.goto(`${address}/works/${encodeURIComponent(id)}/${date || 'undated'}/`);
          const [first, last] = [instrument.provisions[0]!, instrument.provisions.at(-1)!].map(({ eId }) =>
            outer(`*:is([id="${eId}"], :has([id="${eId}"]))`),
          );
          expect(await copied(page, first!, last!), `${id}@${date}`).toBe(
            serializeProvisions(instrument.provisions).join('\n'),
          );
          looked++;
        }
      }
    }
    expect(looked).toBeGreaterThan(12);
    await watched.close();
  });

  test.each([
    ['a desk', laptop],
    ['a phone', phone],
  ])('on %s holds the number with its words, and no note between them', async (_, options) => {
    const { page, close } = await opened(rules, options);
    expect(await copied(page, '#art_6__para_1__item_1', '#art_6__para_1__item_2')).toMatch(
      /^（一）[^¶校]+；\n（二）[^¶校]+[；。]$/,
    );
    expect(await page.evaluate(() => getSelection()!.toString())).not.toMatch(/¶|校\d|条文沿革|被引用/);
    await close();
  });

  test('that ends within a word ends there', async () => {
    const { page, close } = await opened(rules);
    await page.evaluate(() => {
      const text = document.querySelector('#art_1 p')!.firstChild!;
      getSelection()!.setBaseAndExtent(text, 2, text, 9);
    });
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+c');
    const whole = await page.evaluate(() => document.querySelector('#art_1 p')!.firstChild!.nodeValue!);
    expect(await clipboard(page)).toBe(whole.slice(2, 9));
    await close();
  });
});

describe('the menu of a provision', () => {
  test('copies the words of a 款 with the 项 below it, and with their source', async () => {
    const { page, close } = await opened(reward);
    await page.click('#art_3__para_1__item_1 > .n');
    await page.waitForSelector('.menu');
    const far = await page.evaluate(() => {
      const [number, menu] = ['#art_3__para_1__item_1 > .n', '.menu'].map((each) =>
        document.querySelector(each)!.getBoundingClientRect(),
      );
      return Math.min(Math.abs(menu!.top - number!.bottom), Math.abs(number!.top - menu!.bottom));
    });
    expect(far).toBeLessThan(12);
    await page.click('.menu >> text="复制原文"');
    const words = await clipboard(page);
    const held = flat(latest('jubao-jiangli-banfa').provisions);
    expect(words).toBe(
      serializeProvisions([held.find(({ eId }) => eId === 'art_3__para_1__item_1')!]).join('\n'),
    );
    await page.click('.menu >> text=复制原文＋出处');
    const lines = (await clipboard(page)).split('\n');
    const [cited, address] = lines.splice(-2);
    expect(lines.join('\n')).toBe(words);
    expect(cited).toMatch(/^——《.+》（.+日文本）第三条第一项$/);
    expect(address).toMatch(/#art_3__para_1__item_1$/);
    await close();
  });

  test('of a whole text copies its title and every line of it', async () => {
    const { page, close } = await opened(rules);
    await page.click('text=复制全文');
    await page.click('.menu >> text="复制原文"');
    const lines = (await clipboard(page)).split('\n');
    expect(lines[0]).toBe('湛江市网络预约出租汽车经营服务管理暂行规定');
    expect(lines.join('\n')).toContain(
      serializeProvisions(latest('wangyueche-guiding').provisions).join('\n'),
    );
    await close();
  });

  test('leads to the line of the source on which the provision begins', async () => {
    const { page, faults, close } = await opened(reward);
    await page.click('#art_3__para_1__item_2__point_7 > .n');
    await page.click('.menu .source-line[href]');
    await page.waitForURL(/\/sources\/[^/]+\/\d+\/#L\d+$/);
    const line = await page.innerText('.source-lines li:target');
    expect(line).toContain('非法排放、转移、倾倒、处置危险废物 100 公斤以上 3 吨以下的');
    expect(faults).toEqual([]);
    await close();
  });

  test('prepares a report of an error with citation, version, source line and words', async () => {
    const { page, close } = await opened(reward);
    await page.click('#art_3__para_1__item_2__point_7 > .n');
    await page.click('.menu >> text=报告错误');
    await expect.poll(() => page.innerText('.menu .said')).toContain('已复制');
    const report = await clipboard(page);
    expect(report).toMatch(/有误之处：《.+日文本）第三条第二项第7目\n/);
    expect(report).toMatch(/地址：http.+\/2020-12-31\/#art_3__para_1__item_2__point_7\n/);
    expect(report).toMatch(/源文件：issues\/2020-12\/gazette\.md第\d+行\n/);
    expect(report).toContain('现为：7. 非法排放');
    await close();
  });
});
