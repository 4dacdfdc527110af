import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { run as check } from '../../scripts/check.ts';
import { run as init } from '../../scripts/init.ts';
import { run as status } from '../../scripts/status.ts';
import { runCommand } from './run.ts';

const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'gongbao-init-')));
  return folders.at(-1)!;
};
afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

describe('init', () => {
  test('makes a repository whose example has no fault and answers with its evidence', async () => {
    const dir = folder();
    expect((await runCommand(init, [dir])).code).toBe(0);
    expect(readdirSync(dir).toSorted()).toEqual([
      '.gitattributes',
      '.github',
      '.gitignore',
      '.gitlab-ci.yml',
      'README.md',
      'content',
      'package.json',
      'publish.sh',
    ]);
    const content = join(dir, 'content');
    expect(await runCommand(check, ['--content', content])).toMatchObject({ code: 0 });
    const asked = await runCommand(status, [
      '样府〔2012〕6号',
      '--at',
      '2021-01-31',
      '--content',
      content,
      '--json',
    ]);
    expect(JSON.parse(asked.out).results[0]).toMatchObject({ state: 'repealed', since: '2021-01-20' });
  });

  test('names the version of the software that made it', async () => {
    const dir = folder();
    await runCommand(init, [dir]);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    expect(dependencies).toEqual({ gongbao: `^${version}` });
  });

  test('writes nothing where a file of the same name is there, and says which', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'README.md'), 'mine');
    const { code, err } = await runCommand(init, [dir]);
    expect(code).toBe(2);
    expect(err).toContain('README.md');
    expect(readdirSync(dir)).toEqual(['README.md']);
  });

  test('keeps the package.json that the software was installed with', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'package.json'), '{"name":"mine"}');
    expect((await runCommand(init, [dir])).code).toBe(0);
    expect(readFileSync(join(dir, 'package.json'), 'utf8')).toBe('{"name":"mine"}');
  });
});
