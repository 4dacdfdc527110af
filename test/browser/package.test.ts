/** The software as a package: another city's repository, made in an empty folder, with nothing in it but content. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, startServer } from '../../scripts/serve.ts';
import { newPage, phone } from './setup/browser.ts';
import { root } from './setup/build.ts';

let city: string;
let serving: Serving | undefined;

/** Runs a program as a user of the package would: on this Node, outside the test runner. */
async function run(program: string, args: string[], cwd: string): Promise<{ code: number; out: string }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
  };
  for (const name of Object.keys(env)) if (/^(npm_|VITEST|NODE_ENV)/.test(name)) delete env[name];
  return promisify(execFile)(program, args, { cwd, env, maxBuffer: 1e8 }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    (error) => ({ code: error.code, out: error.stdout + error.stderr }),
  );
}

const gongbao = (...args: string[]) => run(join(city, 'node_modules', '.bin', 'gongbao'), args, city);

beforeAll(async () => {
  city = await mkdtemp(join(tmpdir(), 'gongbao-city-'));
  const packed = await run('npm', ['pack', '--pack-destination', city, '--loglevel=error'], root);
  expect(packed).toMatchObject({ code: 0 });
  const tarball = (await readdir(city)).find((name) => name.endsWith('.tgz'));
  await writeFile(join(city, 'package.json'), '{ "private": true }');
  const installed = await run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', `./${tarball}`],
    city,
  );
  expect(installed).toMatchObject({ code: 0 });
}, 600_000);

afterAll(async () => {
  await serving?.close();
  await rm(city, { recursive: true, force: true });
});

/** Every file of the installed software, with its size. */
async function installedFiles(): Promise<string[]> {
  const entries = await readdir(join(city, 'node_modules', 'gongbao'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('a city is made, checked, built and read; nothing is written into the package', async () => {
  const before = await installedFiles();
  expect(await gongbao('init')).toMatchObject({ code: 0 });
  expect(await readFile(join(city, '.gitignore'), 'utf8')).toContain('node_modules/');
  expect(await gongbao('init')).toMatchObject({ code: 2 });
  expect(await gongbao('check')).toMatchObject({ code: 0, out: expect.stringContaining('错误0，警告0') });
  const { out } = await gongbao('status', '集市办法', '--at', '2021-01-20', '--json');
  expect(JSON.parse(out).results[0]).toMatchObject({
    state: 'published',
    work: { id: 'jishi-guanli-banfa' },
  });
  await mkdir(join(city, 'site', 'pages'), { recursive: true });
  await mkdir(join(city, 'site', 'slots'), { recursive: true });
  await writeFile(
    join(city, 'site', 'pages', 'lianxi.astro'),
    '---\nimport Base from \'gongbao/layouts/Base.astro\';\n---\n<Base title="联系" description="怎样联系"><main id="main"><h1>联系我们</h1></main></Base>\n',
  );
  await writeFile(
    join(city, 'site', 'slots', 'TextEnd.astro'),
    '---\nconst { title } = Astro.props;\n---\n<p id="own-end">样城市司法局已核对《{title}》。</p>\n',
  );
  const built = await gongbao('build');
  expect(built).toMatchObject({ code: 0 });
  expect(await installedFiles()).toEqual(before);

  serving = await startServer({ dir: join(city, 'dist'), port: 0 });
  const { page, close } = await newPage(phone);
  try {
    await page.goto(serving.url);
    expect(await page.title()).toContain('样城市政府公报文库');
    expect(await page.locator('.over').innerText()).toBe('样城市人民政府办公室主办');
    expect(await page.locator('.site-foot .stated').innerText()).toContain('网站标识码：0000000000');
    const colour = (name: string) =>
      page.evaluate((each) => getComputedStyle(document.documentElement).getPropertyValue(each), name);
    expect(await colour('--seal')).toBe('#1a4f8b');
    await page.goto(`${serving.url}lianxi/`);
    expect(await page.locator('h1').innerText()).toBe('联系我们');
    expect(await page.locator('.site-foot').innerText()).toContain('样ICP备00000000号');
    await page.goto(`${serving.url}works/jishi-guanli-banfa/`);
    expect(await page.locator('#art_5').innerText()).toContain('每日不得超过二十元');
    expect(await page.locator('#own-end').innerText()).toBe('样城市司法局已核对《样城市集市管理办法》。');
  } finally {
    await close();
  }
});
