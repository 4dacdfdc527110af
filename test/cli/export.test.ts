/** The export command: files as they stand beside the pages, chosen formats, nothing overwritten. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../scripts/export.ts';

let folder: string;
let said: { out: string; err: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-export-'));
  said = { out: '', err: '' };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const exported = (...args: string[]): Promise<number> =>
  run(args, {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });

/** Every file below a folder with its bytes. */
async function filesOf(dir: string): Promise<Record<string, string>> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bodies = await Promise.all(
    files.map(async (path) => [path.slice(dir.length), await readFile(path, 'base64')]),
  );
  return Object.fromEntries(bodies) as Record<string, string>;
}

describe('export', () => {
  test('writes the same bytes every time, and with --only nothing but that format', async () => {
    expect(await exported(join(folder, 'a'))).toBe(0);
    expect(await exported(join(folder, 'b'))).toBe(0);
    const files = await filesOf(join(folder, 'a'));
    expect(await filesOf(join(folder, 'b'))).toEqual(files);
    expect(await exported(join(folder, 'c'), '--only', 'akn')).toBe(0);
    const chosen = await filesOf(join(folder, 'c'));
    expect(Object.keys(chosen)).toEqual(Object.keys(files).filter((path) => path.endsWith('akn.xml')));
    expect(Object.keys(chosen)).toContain('/works/wangyueche-guiding/2020-12-19/akn.xml');
    expect(said.out).toContain(`${Object.keys(chosen).length}个文件`);
  });

  test.each([
    ['no folder', []],
    ['two folders', ['a', 'b']],
    ['a format that is not there', ['out', '--only', 'akn,pdf']],
    ['an address that is none', ['out', '--site', 'example']],
  ])('%s: wrong use, said on standard error', async (_, args) => {
    expect(await exported(...args)).toBe(2);
    expect(said.err).toContain('用法：export');
    expect(said.out).toBe('');
  });

  test('a folder that holds something else is left alone', async () => {
    await writeFile(join(folder, 'mine.txt'), '我的');
    expect(await exported(folder)).toBe(2);
    expect(said.err).toContain('不敢覆盖');
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });
});
