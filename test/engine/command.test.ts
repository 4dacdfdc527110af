/** The command as an operator runs it: folders and addresses in, a list, a city out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { run } from '../../scripts/portal.ts';
import { writeFiles } from '../../scripts/write-files.ts';
import { exportFiles } from '../../src/domain/exports/index.ts';
import { archiveOf, holdingAt, textsOf } from './invented.ts';

let folder: string;
let site: Server;
let address: string;
let said: { out: string; err: string };
const prefix = `command-${process.pid}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-portal-'));
  for (const [city, host] of [
    ['文溪市', 'wenxi'],
    ['乙川市', 'yichuan'],
  ] as const) {
    const holding = holdingAt(
      archiveOf('2024-12-31', textsOf(city)),
      `https://${host}.example`,
      `${city}文库`,
    );
    await writeFiles(join(folder, host), exportFiles(holding, ['portal']));
  }
  site = createServer(async (request, response) => {
    const body = await readFile(join(folder, 'yichuan', request.url!.slice(1))).catch(() => undefined);
    response.writeHead(body ? 200 : 404).end(body);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  address = `http://127.0.0.1:${(site.address() as { port: number }).port}`;
});
afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = { out: '', err: '' };
});

const portal = (...args: string[]): Promise<number> =>
  run([...args, '--engine', inject('nodes').join(','), '--prefix', prefix], {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });

test('a folder and an address are loaded, listed, and one is withdrawn', async () => {
  expect(await portal('load', join(folder, 'wenxi'), address)).toBe(0);
  expect(said.out).toContain('文溪市文库（wenxi.example）：文件');
  expect(said.out).toContain('乙川市文库（yichuan.example）：文件');
  expect(said.err).toMatch(/文溪市文库 provisions (\d+)\/\1/);
  expect(await portal('load', address)).toBe(0);
  expect(said.out).toContain('已是这一份，没有变动');
  said.out = '';
  expect(await portal('list')).toBe(0);
  expect(said.out.trim().split('\n')).toEqual([
    expect.stringMatching(/^wenxi\.example {2}文溪市文库 {2}所知止于2024-12-31/),
    expect.stringMatching(/^yichuan\.example {2}乙川市文库/),
  ]);
  expect(await portal('withdraw', 'wenxi.example')).toBe(0);
  expect(await portal('withdraw', 'wenxi.example')).toBe(1);
  expect(said.err).toContain('没有城市“wenxi.example”');
});

test('a source that cannot be read, or that is damaged, fails the load and is named; the others are loaded', async () => {
  expect(await portal('load', join(folder, 'nowhere'), `${address}/nothing/`, join(folder, 'wenxi'))).toBe(1);
  expect(said.err).toContain(`${join(folder, 'nowhere')}/portal/city.json 不收：读不到`);
  expect(said.err).toContain(`${address}/nothing/：读不到`);
  expect(said.out).toContain('文溪市文库');
  const path = join(folder, 'wenxi', 'portal', 'works.jsonl');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"kind":', '"sort":'));
  expect(await portal('load', join(folder, 'wenxi'))).toBe(1);
  expect(said.err).toContain(`${path}:1 不收：kind：`);
  expect(said.err).toContain('没有换上，原有的照旧');
});

test('serve says where it listens, answers, writes its log as JSON, and ends when it is told to', async () => {
  const script = fileURLToPath(new URL('../../scripts/gongbao.ts', import.meta.url));
  const options = [
    '--port',
    '0',
    '--name',
    '两城检索',
    '--engine',
    inject('nodes').join(','),
    '--prefix',
    prefix,
  ];
  const child = spawn(process.execPath, [script, 'portal', 'serve', ...options]);
  let log = '';
  child.stdout.on('data', (chunk) => {
    log += chunk;
  });
  const [base] = (await once(createInterface({ input: child.stderr }), 'line')) as [string];
  const ready = await fetch(`${base}/readyz`);
  expect(await ready.json()).toMatchObject({ ready: true });
  const found = await fetch(`${base}/search?q=${encodeURIComponent('停车场')}`);
  expect(await found.text()).toContain('<title>停车场 · 检索 · 两城检索</title>');
  expect(await (await fetch(`${base}/style.css`)).text()).toContain('--paper');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.some(({ req }) => req?.url.startsWith('/search'))).toBe(true);
});
