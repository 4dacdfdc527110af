/** A build that is interrupted or killed leaves the old site whole, and nothing of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-stop-'));
  out = join(folder, 'site');
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/2020-01-01.md'), '示范市绿化办法\n\n第一条　为了绿化，制定本办法。\n');
  mkdirSync(out);
  writeFileSync(join(out, '.gongbao'), 'gongbao\n');
  writeFileSync(join(out, 'index.html'), 'old');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param before a command of the shell in whose limits it runs */
function build(before = '', cwd = process.cwd()): ChildProcess & { said: string } {
  const script = join(process.cwd(), 'scripts/gongbao.ts');
  const args = [script, 'build', '--content', join(folder, 'content'), '--out', out];
  const started =
    before === ''
      ? spawn(process.execPath, args, { cwd })
      : spawn('sh', ['-c', `${before} && exec "$0" "$@"`, process.execPath, ...args], { cwd });
  const child = Object.assign(started, { said: '' });
  child.stderr!.on('data', (data) => {
    child.said += String(data);
  });
  return child;
}

/** The signal that ended a process; null where it ended by itself. */
const ended = (child: ChildProcess): Promise<string | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.signalCode);
    child.on('exit', (_, signal) => done(signal));
  });

async function until(true_: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !true_(); i++) await new Promise((done) => setTimeout(done, 20));
  expect(true_()).toBe(true);
}

const halves = (pid: number): string[] =>
  ['.cache'].flatMap((dir) => readdirSync(dir).filter((name) => name === `site-${pid}`));

it('leaves the old site when it is interrupted, and says so', async () => {
  const child = build();
  await until(() => child.said.includes('写网页'));
  child.kill('SIGINT');
  expect(await ended(child)).toBe('SIGINT');
  expect(child.said).toContain('中断了，原有网站未动');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(halves(child.pid!)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
});

it('takes away what a killed run left, and puts back the site that it had moved', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await ended(dead);
  mkdirSync(join('.cache', `site-${dead.pid}`), { recursive: true });
  mkdirSync(`${out}.next-${dead.pid}`);
  rmSync(out, { recursive: true });
  mkdirSync(`${out}.old-${dead.pid}`);
  writeFileSync(join(`${out}.old-${dead.pid}`, '.gongbao'), 'gongbao\n');
  writeFileSync(join(`${out}.old-${dead.pid}`, 'index.html'), 'old');
  const child = build();
  await until(() => existsSync(join(out, 'index.html')) && !existsSync(`${out}.next-${dead.pid}`));
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  child.kill('SIGINT');
  expect(await ended(child)).toBe('SIGINT');
  expect(halves(dead.pid!)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
});

it('leaves the old site, and nothing of its own, where files cannot be written', async () => {
  // As on a full disk: what Astro bundles is larger than the longest file that is allowed.
  const child = build('ulimit -f 100');
  expect(await ended(child)).toBeNull();
  expect(child.exitCode).toBe(1);
  expect(child.said).toContain('生成失败，原有网站未动');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(halves(child.pid!)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
});

it('is made from whatever folder the command is run in, and leaves nothing there', async () => {
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const child = build('', elsewhere);
  expect(await ended(child)).toBeNull();
  expect(child.said).not.toContain('生成失败');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('示范市绿化办法');
  expect(readdirSync(elsewhere)).toEqual([]);
});
