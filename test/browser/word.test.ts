/** Word documents that the browser makes: chosen places of a text, and the answers of the desk. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { importFile } from '../../src/imports/index.ts';
import { newPage } from './setup/browser.ts';

/** What is read of the document that a press hands over. */
async function linesOf(page: Page, press: () => Promise<void>): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const { lines } = await importFile(new Uint8Array(readFileSync(await download.path())));
  return lines.map(({ cells }) => cells.join('｜'));
}

test('places of a text are put aside and taken along in one document, each with its citation', async () => {
  const { page, faults, close } = await newPage();
  try {
    await page.goto(`${inject('site').url}/works/wangyueche-guiding/2020-12-19/`);
    for (const [i, id] of ['art_5', 'art_6'].entries()) {
      await page.locator(`#${id} a.n`).first().click();
      await page.getByRole('button', { name: '加入摘录' }).click();
      await expect.poll(() => page.locator('.menu .said').textContent()).toContain(`共${i + 1}处`);
      if (i === 0) await page.keyboard.press('Escape');
    }
    const lines = await linesOf(page, () => page.getByRole('button', { name: /下载摘录/ }).click());
    expect(lines[0]).toBe('法规摘录');
    expect(lines.find((line) => line.startsWith('第五条'))).toBeDefined();
    const cited = lines.filter((line) => line.startsWith('——'));
    expect(cited).toHaveLength(2);
    expect(cited[1]).toMatch(/^——《湛江市网络预约出租汽车经营服务管理暂行规定》.*第六条/);
    expect(lines.at(-1)).toContain('非标准文本');
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

test('the answers of the desk are taken along as a table', async () => {
  const { page, faults, close } = await newPage();
  try {
    await page.goto(`${inject('site').url}/status/`);
    await page.fill('#desk-lines', '湛府〔2020〕68号\n某不存在的文件');
    await page.click('#desk button[type=submit]');
    await page.waitForSelector('#desk-said:has-text("2行")');
    const lines = await linesOf(page, () => page.getByRole('button', { name: '下载 Word' }).click());
    expect(lines[0]).toBe('效力核对');
    expect(lines[1]).toContain('行｜所问｜文件');
    expect(lines.some((line) => line.includes('湛府〔2020〕68号'))).toBe(true);
    expect(lines.some((line) => line.includes('某不存在的文件'))).toBe(true);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});
