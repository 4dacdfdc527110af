/**
 * Measures pages as a reader meets them: Lighthouse's four scores of home, a rule, the longest plan, search and desk, each
 * the median of three runs, and the time of a search on a slow phone (400 kbit/s, 300 ms, processor four times slower).
 *
 * `npm run bench:pages` builds the site of `content/` first; with an address (`npm run bench:pages -- http://…`) it measures
 * what is served there. Lighthouse is fetched by npx, and no dependency. A busy machine gives low figures: run it alone.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from '../test/browser/setup/build.ts';
import { findChromium } from '../test/browser/setup/chromium.ts';
import { startServer } from './serve.ts';

const lighthouse = 'lighthouse@12.8.2';
const runs = 3;
const pages = {
  首页: '/',
  规定: '/works/wangyueche-guiding/',
  规划: '/works/shuzi-zhengfu-guihua/',
  检索: '/search/',
  核对: '/status/',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Search that is timed, and the milliseconds in which it should say something, and answer. */
const slow = { query: '网约车', sign: 1000, results: 2500 };

interface Report {
  categories: Record<
    (typeof categories)[number],
    { score: number; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null; displayValue?: string }>;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function audited(address: string, folder: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const flags = process.getuid?.() === 0 ? '--headless=new --no-sandbox' : '--headless=new';
  const output = ['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`];
  await promisify(execFile)('npx', ['--yes', lighthouse, address, ...output], {
    env: { ...process.env, CHROME_PATH: findChromium() },
  });
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** The audits that cost a page something. */
const lost = ({ categories: of, audits }: Report): string[] =>
  Object.values(of)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());

async function scores(site: string, folder: string): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    const reports: Report[] = [];
    for (let i = 0; i < runs; i++) reports.push(await audited(site + path, folder));
    const medians = categories.map((each) =>
      median(reports.map(({ categories: of }) => Math.round(100 * of[each].score))),
    );
    const causes = [...new Set(reports.flatMap(lost))].slice(0, 6).join('；');
    console.log(`${name} ${medians.join(' / ')}${causes ? `（${causes}）` : ''}`);
  }
}

/** Milliseconds from the request until a search on a slow phone says that it works, and until it shows results. */
async function slowSearch(site: string): Promise<{ sign: number; results: number }> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = (400 * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 300, downloadThroughput: bytes, uploadThroughput: bytes },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const began = performance.now();
  const since = (): number => Math.round(performance.now() - began);
  await page.goto(`${site}/search/?q=${encodeURIComponent(slow.query)}`, { waitUntil: 'commit' });
  await page.waitForFunction(() =>
    /正在检索|条/.test(document.querySelector<HTMLElement>('.search-results')?.innerText ?? ''),
  );
  const sign = since();
  await page.waitForSelector('.search-outlet [data-result]');
  const results = since();
  await browser.close();
  return { sign, results };
}

const [given] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'gongbao-pages-'));
if (!given) await build('content', join(folder, 'site'));
const server = given ? undefined : await startServer({ dir: join(folder, 'site'), port: 0 });
const site = (given ?? server!.url).replace(/\/$/, '');
try {
  const timed: { sign: number; results: number }[] = [];
  for (let i = 0; i < runs; i++) timed.push(await slowSearch(site));
  const [sign, results] = [median(timed.map((one) => one.sign)), median(timed.map((one) => one.results))];
  console.log(
    `慢速手机检索“${slow.query}”：${sign}毫秒有动静（应在${slow.sign}内），${results}毫秒有结果（应在${slow.results}内）`,
  );
  console.log(`Lighthouse（${categories.join(' / ')}），三次的中位数：`);
  await scores(site, folder);
} finally {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
}
