/** The editor's bench in a browser: the whole job, from a doubt to a signed provision that readers see. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run as importFiles } from '../../scripts/import.ts';
import { folder, runCommand } from '../cli/run.ts';
import { makeIssue } from '../imports/made/issue.ts';
import { toPdf } from '../imports/made/pdf.ts';
import { layouts, typeset } from '../imports/made/typeset.ts';
import { newPage } from './setup/browser.ts';
import { root } from './setup/build.ts';

const made = makeIssue(6);
const set = typeset(made, layouts['one column']!);
let dir = '';
let url = '';
let child: ChildProcess;
const file = (name: string): string => join(dir, 'content/issues/2021-05', name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

beforeAll(async () => {
  dir = folder({ '一期.pdf': toPdf(set.pages) });
  await runCommand(importFiles, [
    join(dir, '一期.pdf'),
    '--issue',
    '2021-05',
    '--content',
    join(dir, 'content'),
  ]);
  writeFileSync(file('issue.yaml'), 'title: 样刊\nhorizon: 2021-05-31\n');
  writeFileSync(
    file('import.yaml'),
    '- doubts:\n    - { rule: picture, severity: warning, line: 19, reason: 第2页有一幅图片 }\n',
  );
  mkdirSync(join(dir, 'content/works/停车'), { recursive: true });
  writeFileSync(
    join(dir, 'content/works/停车/2021-01-01.md'),
    '样洲市停车办法\n\n第一条　为了停车管里，制定本办法。\n\n第二条　逾期的，处50元罚款。\n',
  );
  const env = { ...process.env };
  // Vitest runs in test mode; the site is shown as to its editors.
  delete env['NODE_ENV'];
  delete env['VITEST'];
  const command = [join(root, 'scripts/gongbao.ts'), 'dev', '--content', join(dir, 'content'), '--port', '0'];
  child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise<string>((done, fail) => {
    let out = '';
    child.stdout!.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('/bench/')) done(out.split('\n')[0]!.replace(/\/$/, ''));
    });
    child.on('exit', (code) => fail(new Error(`dev ended with ${code}`)));
  });
});
afterAll(() => {
  child?.removeAllListeners('exit');
  child?.kill('SIGTERM');
  rmSync(dir, { recursive: true, force: true });
});

async function open(path: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, close } = await newPage();
  await page.goto(url + path);
  return { page, close };
}

test('an editor does the whole job, and readers see what was signed', async () => {
  const { page, close } = await open('/bench/');
  try {
    page.on('dialog', (dialog) => void dialog.accept('只是装饰'));
    await page.getByRole('link', { name: '样刊' }).click();
    const said = page.locator('.bar .said');

    // The script of the page has run when the day stands in its field.
    const ready = () => expect.poll(() => page.getByLabel('日期').inputValue()).not.toBe('');
    await ready();

    // The page of the original beside the text.
    await page.getByRole('button', { name: '原件第2页' }).click();
    await expect
      .poll(() => page.locator('.picture img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(400);

    // A doubt leads to its place; nothing is written before it is known who writes.
    const doubt = page.locator('.doubts li', { hasText: '第2页有一幅图片' });
    await doubt.getByRole('button', { name: '第19行' }).click();
    await expect.poll(() => page.locator('#L19').getAttribute('class')).toContain('here');
    await doubt.getByRole('button', { name: '保留' }).click();
    await expect.poll(() => said.textContent()).toContain('先写明编者');
    await page.getByLabel('编者').fill('张三');
    await page.getByLabel('日期').fill('2021-06-01');
    await doubt.getByRole('button', { name: '保留' }).click();
    await expect.poll(() => page.locator('.doubts summary').textContent()).toContain('保留的1处');
    expect(parse(read('checks.yaml'))).toEqual([
      {
        accept: 'import:picture',
        line: 19,
        says: '第2页有一幅图片',
        reason: '只是装饰',
        by: '张三',
        on: '2021-06-01',
      },
    ]);

    await ready();

    // A correction, with the words chosen in the line.
    const line = page.locator('.lines li', { hasText: '现就有关事项通知如下' }).first();
    const number = Number((await line.getAttribute('id'))!.slice(1));
    await line.dblclick();
    const form = page.locator('.correct form');
    await form.getByLabel('原文').fill('现就有关事项');
    await form.getByLabel('改为').fill('现将有关事项');
    await form.getByLabel('理由').fill('印本作“现将”');
    await form.getByRole('button', { name: '更正' }).click();
    await expect.poll(() => said.textContent()).toContain('已更正');
    expect(parse(read('corrections.yaml'))).toMatchObject([
      { line: number, from: '现就有关事项', to: '现将有关事项' },
    ]);

    // Split, and undo: the file is as it was.
    const before = read('corrections.yaml');
    await page.locator(`#L${number}`).dblclick();
    await form.getByLabel('理由').fill('另起一段');
    await form.getByRole('button', { name: '与下一行分为两段' }).click();
    await expect.poll(() => said.textContent()).toContain('分为两段');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => said.textContent()).toContain('已撤销');
    expect(read('corrections.yaml')).toBe(before);

    // Signing.
    await page.getByLabel('印本页').fill('2');
    const node = page.locator('.tree li').nth(1);
    await node.getByRole('button', { name: '核对无误' }).click();
    await expect.poll(() => page.locator('.tree li.signed').count()).toBeGreaterThan(0);
    const share = await page.locator('.share').textContent();
    expect(share).toMatch(/已核对[1-9]\d*／\d+条/);

    // What readers see.
    await page.locator('.document h2 a').first().click();
    await expect
      .poll(() => page.locator('.edition').textContent())
      .toContain('对照印本第2页核对：一（张三，2021年6月1日）');
    expect(await page.locator('.body').textContent()).toContain('现将有关事项');
    await page.locator('#lvl_1 > p > a.n, #lvl_1 a.n').first().click();
    const original = page.locator('.menu a', { hasText: '原件第2页' });
    await expect.poll(() => original.getAttribute('href')).toMatch(/\/originals\/2021-05\/.*\.pdf#page=2$/);
    const kept = await page.request.get(url + (await original.getAttribute('href'))!.replace(/#.*/, ''));
    expect((await kept.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.goto(`${url}/about/`);
    expect(await page.locator('main').textContent()).toMatch(/对照印本核对并签名[1-9]\d*条，占全部\d+条/);
  } finally {
    await close();
  }
});

test('a text of its own is corrected and signed beside it', async () => {
  const { page, close } = await open('/bench/');
  const beside = (name: string): unknown =>
    parse(readFileSync(join(dir, 'content/works/停车', `2021-01-01.${name}.yaml`), 'utf8'));
  try {
    await page.getByRole('link', { name: '样洲市停车办法 2021-01-01' }).click();
    const said = page.locator('.bar .said');
    await expect.poll(() => page.getByLabel('日期').inputValue()).not.toBe('');
    await page.getByLabel('编者').fill('李四');
    await page.getByLabel('印本页').fill('9');
    await page.locator('.lines li', { hasText: '停车管里' }).dblclick();
    const form = page.locator('.correct form');
    await form.getByLabel('原文').fill('管里');
    await form.getByLabel('改为').fill('管理');
    await form.getByLabel('理由').fill('印本作“管理”');
    await form.getByRole('button', { name: '更正' }).click();
    await expect.poll(() => said.textContent()).toContain('已更正');
    expect(await page.locator('#L3 .edit').textContent()).toContain('更正：管里→管理');
    expect(beside('corrections')).toMatchObject([{ line: 3, from: '管里', to: '管理' }]);
    await expect.poll(() => page.getByLabel('日期').inputValue()).not.toBe('');
    await page.getByRole('button', { name: '全文核对无误' }).click();
    await expect.poll(() => page.locator('.tree li.signed').count()).toBe(4);
    expect(beside('checks')).toMatchObject([{ page: '9', by: '李四' }]);
    await page.locator('.document h2 a').click();
    await expect
      .poll(() => page.locator('.edition').textContent())
      .toContain('对照印本第9页核对：全文（李四');
  } finally {
    await close();
  }
});

test('a change of the content shows by itself', async () => {
  const { page, close } = await open('/bench/');
  try {
    await expect.poll(() => page.locator('main').textContent()).toContain('样刊');
    writeFileSync(file('issue.yaml'), 'title: 改名的样刊\nhorizon: 2021-05-31\n');
    await expect.poll(() => page.locator('main').textContent()).toContain('改名的样刊');
  } finally {
    await close();
  }
});
