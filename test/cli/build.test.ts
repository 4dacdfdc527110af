/** The build command on bad input: a message with its place, no half-written site, nothing else overwritten. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../scripts/build.ts';

let folder: string;
let said: { out: string; err: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-build-'));
  said = { out: '', err: '' };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function content(files: Record<string, string | Uint8Array>): Promise<string> {
  const dir = join(folder, 'content');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

const build = (...args: string[]): Promise<number> =>
  run(args, {
    stdout: {
      write: (text: string) => {
        said.out += text;
      },
    },
    stderr: {
      write: (text: string) => {
        said.err += text;
      },
    },
  });

const law = '示范市绿化办法\n\n第一条　为了绿化，制定本办法。\n';

describe('content that cannot be read', () => {
  test.each([
    [
      'a broken YAML',
      { 'works/a/2020-01-01.md': law, 'works/a/work.yaml': 'title: [\n' },
      'works/a/work.yaml:',
    ],
    [
      'an unknown field',
      { 'works/a/2020-01-01.md': law, 'works/a/work.yaml': 'titel: 名\n' },
      'works/a/work.yaml:',
    ],
    ['a missing YAML', { 'issues/2020-01/gazette.md': law }, 'issues/2020-01/issue.yaml:1:1'],
    ['a binary file', { 'works/a.md': new Uint8Array([0x50, 0x4b, 0, 1, 2]) }, 'works/a.md:1:1'],
    [
      'an encoding that cannot be told',
      { 'works/a.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]) },
      'works/a.md:1:1',
    ],
    ['an empty folder', { 'readme.md': '' }, '没有'],
    ['an empty text among others', { 'works/a/2020-01-01.md': law, 'works/b.md': '\n' }, 'works/b.md:1:1'],
  ])('%s: said with its place; nothing is written', async (_, files, place) => {
    const out = join(folder, 'dist');
    expect(await build('--content', await content(files), '--out', out)).toBe(1);
    expect(said.err).toContain(place);
    expect(said.err).toContain('没有生成网站');
    expect(await readdir(folder)).toEqual(['content']);
  });

  test('leaves the site that stands there as it was', async () => {
    const out = join(folder, 'dist');
    await mkdir(out);
    await writeFile(join(out, '.gongbao'), 'gongbao\n');
    await writeFile(join(out, 'index.html'), '旧站');
    expect(await build('--content', await content({ 'works/a.md': new Uint8Array([0]) }), '--out', out)).toBe(
      1,
    );
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('旧站');
  });
});

describe('wrong use', () => {
  test('a content folder that does not exist', async () => {
    expect(await build('--content', join(folder, 'none'))).toBe(2);
    expect(said.err).toContain('没有这个文件夹');
  });

  test('an unknown option', async () => {
    expect(await build('--where', 'x')).toBe(2);
    expect(said.err).toContain('用法');
  });

  test('a folder with files of someone else is never replaced', async () => {
    const out = join(folder, 'papers');
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), '三年心血');
    expect(await build('--content', await content({ 'works/a.md': law }), '--out', out)).toBe(2);
    expect(said.err).toContain('不敢覆盖');
    expect(await readdir(out)).toEqual(['thesis.txt']);
  });

  test('a file in the place of the folder', async () => {
    const out = join(folder, 'dist');
    await writeFile(out, '');
    expect(await build('--content', await content({ 'works/a.md': law }), '--out', out)).toBe(2);
    expect(said.err).toContain('不是文件夹');
  });

  test('the content folder itself, or one around it, is not the place for the site', async () => {
    const dir = await content({ 'works/a.md': law });
    for (const out of [dir, join(dir, 'works'), folder]) {
      expect(await build('--content', dir, '--out', out), out).toBe(2);
    }
    expect(await readFile(join(dir, 'works/a.md'), 'utf8')).toBe(law);
  });
});

test('help is no error', async () => {
  expect(await build('--help')).toBe(0);
  expect(said.out).toContain('用法');
});
