/** A scan is read by the real Tesseract; nothing of it passes for printed text until a person has signed it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../scripts/import.ts';
import { Desk } from '../../src/bench/desk.ts';
import { doubtWords } from '../../src/domain/status/life/gaps.ts';
import { holdingsOf } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';

import { folder, runCommand } from '../cli/run.ts';
import { toScan } from '../imports/made/scan.ts';
import { newPage } from './setup/browser.ts';
import { needTesseract } from './setup/tesseract.ts';

const paragraphs = [
  '样洲市人民政府关于加强公园管理工作的通知',
  '样府〔2021〕12号',
  '各县（市、区）人民政府，市各有关单位：',
  '为了规范公园管理，保障公众游览安全，现就有关事项通知如下：',
  '一、市主管部门负责公园的监督检查，定期公布检查结果。',
  '二、经营者应当依法办理登记备案，不得擅自改变土地用途。',
  '三、本通知自2021年3月1日起施行。',
  '样洲市人民政府',
  '2021年2月8日',
];
let dir = '';
const content = (): string => join(dir, 'content');

beforeAll(async () => {
  needTesseract();
  const size = { width: 1240, height: 1754 };
  const { page, close } = await newPage({ viewport: size });
  const lines = paragraphs.map(
    (text, i) =>
      `<p style="${i === 0 || i === 1 ? 'text-align:center' : i > 6 ? 'text-align:right' : ''}">${i > 2 && i < 7 ? '　　' : ''}${text}</p>`,
  );
  await page.setContent(
    `<body style="margin:190px 150px;font:34px/1.9 'Noto Serif CJK SC',serif;transform:rotate(.4deg)">${lines.join('')}</body>`,
  );
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 70 });
  await close();
  dir = folder({ 'scan.pdf': toScan([{ jpeg, ...size }]) });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s【】〔〕[\]]/g, '');

test('without a word from the person a scan is not read', async () => {
  const { code, err } = await runCommand(run, [
    join(dir, 'scan.pdf'),
    '--issue',
    '2021-02',
    '--content',
    content(),
  ]);
  expect([code, err]).toEqual([2, expect.stringContaining('加 --ocr 识别')]);
});

test('with one it is read, marked with its confidence, and unsigned until a person signs', async () => {
  const args = [join(dir, 'scan.pdf'), '--issue', '2021-02', '--content', content(), '--ocr'];
  const { code, out } = await runCommand(run, args);
  expect(code).toBe(1);
  expect(out).toMatch(/第1页由机器识别（Tesseract [\d.]+，平均置信度\d+），未经校对/);
  const issue = join(content(), 'issues/2021-02');
  const text = plain(readFileSync(join(issue, 'gazette.md'), 'utf8'));
  const truth = plain(paragraphs.join(''));
  expect(distance(text, truth) / truth.length).toBeLessThan(0.03);
  const [map] = parse(readFileSync(join(issue, 'pages.yaml'), 'utf8'));
  expect(map.pages).toEqual([
    { page: 1, line: 1, column: 1, read: 'machine', confidence: expect.any(Number) },
  ]);
  writeFileSync(join(issue, 'issue.yaml'), 'horizon: 2021-02-28\n');

  const read = () => holdingsOf(loadContent(content()).archive);
  const before = read();
  const [version] = Array.from(before.sources.values())[0]!.versions;
  expect(doubtWords(version!.doubts)).toBe('文本未经校对：1页由机器识别');
  const life = before.archive.lives.get(version!.work)!;
  expect(
    life.filter((stretch) => stretch.version).every(({ doubts }) => doubts?.[0]?.kind === 'machine'),
  ).toBe(true);
  expect(before.archive.messages).toContainEqual(
    expect.objectContaining({ rule: 'import:machine-read', severity: 'error' }),
  );

  const place = `${version!.work}@${version!.date}`;
  new Desk(content()).do(
    { do: 'sign', source: 'issues-2021-02-gazette', place, page: '1', by: '张三', on: '2021-03-01' },
    before,
  );
  const [signed] = Array.from(read().sources.values())[0]!.versions;
  expect([signed!.doubts, signed!.signatures]).toEqual([
    undefined,
    [expect.objectContaining({ by: '张三' })],
  ]);
});
