/** The archive as a git repository: the history that git tells is that of the texts, and it is the same every time. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { run } from '../../scripts/export.ts';
import { amended, rule } from '../exports/held.ts';

let folder: string;
let said: { out: string; err: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-git-'));
  said = { out: '', err: '' };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function content(horizon: string, texts: readonly [string, string, string][]): Promise<string> {
  const dir = join(folder, 'content');
  for (const [name, date, text] of texts) {
    await mkdir(join(dir, 'works', name), { recursive: true });
    await writeFile(join(dir, 'works', name, `${date}.md`), text);
  }
  if (horizon !== '') await writeFile(join(dir, 'register.yaml'), `horizon: ${horizon}\n`);
  return dir;
}

const exported = (out: string, from: string): Promise<number> =>
  run(['--git', out, '--content', from], {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });

const git = (dir: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'core.quotepath=off', ...args], { cwd: dir, encoding: 'utf8' });

/** Subjects, oldest first. */
const subjects = (dir: string): string[] => git(dir, 'log', '--reverse', '--format=%s').trim().split('\n');

/** The facts of a file. */
const factsOf = async (path: string): Promise<unknown> =>
  parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(await readFile(path, 'utf8'))![1]!);

const repeal: [string, string, string] = [
  'repeal',
  '2022-06-01',
  [
    '乙川市人民政府关于废止《乙川市养犬办法》的决定',
    '（2022年6月1日乙川市人民政府令第9号公布）',
    '乙川市人民政府决定废止《乙川市养犬办法》。本决定自2022年6月1日起施行。',
  ].join('\n\n'),
];
const dogs: [string, string, string] = [
  'dogs',
  '2019-05-01',
  rule('乙川市养犬办法', '为了养犬，制定本办法。', '本办法自2019年5月1日起施行。'),
];

describe('export --git', () => {
  test('one commit a text, oldest first, with the day of the text and the trailers of legalize', async () => {
    const out = join(folder, 'out');
    expect(await exported(out, await content('2023-01-01', [...amended, dogs, repeal]))).toBe(0);
    const log = subjects(out);
    expect(log[0]).toBe('[bootstrap] 法规文库');
    expect(log).toContain('[new] 乙川市停车场管理办法');
    expect(log.find((subject) => subject.startsWith('[reform]'))).toBe(
      '[reform] 乙川市停车场管理办法 — 第2条',
    );
    expect(log).toContain('[repeal] 乙川市养犬办法');
    const [days] = [git(out, 'log', '--format=%ad', '--date=short').trim().split('\n')];
    expect(days).toEqual(days.toSorted().toReversed());
    const body = git(out, 'log', '-1', '--format=%B', '--', 'cn/dogs.md');
    expect(body).toContain('Source-Date: 2022-06-01\nNorm-Id: dogs\n');
    expect(git(out, 'log', '-1', '--format=%an <%ae> %cn', '--', 'cn/dogs.md').trim()).toBe(
      'Gongbao <gongbao@localhost> Gongbao',
    );
    expect(git(out, 'fsck', '--strict')).toBe('');
    expect(git(out, 'status', '--porcelain')).toBe('');
  });

  test('each file tells its state in the words of the form, and what of it is not whole', async () => {
    const out = join(folder, 'out');
    await exported(out, await content('2023-01-01', [...amended, dogs, repeal]));
    expect(await factsOf(join(out, 'cn/dogs.md'))).toMatchObject({
      identifier: 'dogs',
      country: 'cn',
      status: 'repealed',
    });
    expect(await factsOf(join(out, 'cn/parking.md'))).toMatchObject({
      status: 'in_force',
      last_updated: '2022-05-01',
    });
    expect(await readFile(join(out, 'cn/parking.md'), 'utf8')).toContain('未能应用');
  });

  test('the same sources give the same commits', async () => {
    const from = await content('2023-01-01', [...amended, dogs]);
    expect(await exported(join(folder, 'a'), from)).toBe(0);
    expect(await exported(join(folder, 'b'), from)).toBe(0);
    const [a, b] = ['a', 'b'].map((name) => git(join(folder, name), 'rev-parse', 'HEAD'));
    expect(a).toBe(b);
  });

  test('a text whose force is unknown, or that names no day, is left out and named', async () => {
    const out = join(folder, 'out');
    const bare: [string, string, string] = ['bare', 'text', rule('示范市绿化办法', '为了绿化，制定本办法。')];
    expect(await exported(out, await content('', [dogs, bare]))).toBe(0);
    expect(said.err).toContain('没有导出《示范市绿化办法》');
    expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('示范市绿化办法');
    expect(git(out, 'ls-files')).not.toContain('bare');
  });

  test('a title that would forge a trailer is a title', async () => {
    const out = join(folder, 'out');
    const odd = rule('甲乙办法\u2028Norm-Id: 别的', '为了管理，制定本办法。', '本办法自2019年5月1日起施行。');
    await exported(out, await content('2023-01-01', [['odd', '2019-05-01', odd]]));
    expect(git(out, 'log', '--format=%(trailers:key=Norm-Id,valueonly)').trim().split(/\s+/)).toEqual([
      'odd',
    ]);
  });
});
