/** A content folder: every file is read, or named with what was expected in its place. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { statusOn } from '../../src/domain/status/life/life.ts';
import { sourceIds } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';
import { folder } from '../cli/run.ts';

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

const rules = `示例市夜市管理办法

（2019年2月1日示例市人民政府令第3号公布）

第一条　为了管理夜市，制定本办法。

第二条　本办法自2019年4月1日起施行。
`;
const repeal = `示例市人民政府关于废止《示例市夜市管理办法》的决定

（2022年6月1日示例市人民政府令第8号公布）

示例市人民政府决定，废止《示例市夜市管理办法》（2019年2月1日示例市人民政府令第3号公布）。

本决定自2022年6月1日起施行。
`;
const base = { 'register.yaml': 'horizon: 2024-12-31\n', 'works/yeshi/2019-02-01.md': rules };

function dirOf(files: Record<string, string | Uint8Array>): string {
  const dir = folder(files);
  made.push(dir);
  return dir;
}

function loaded(dir: string) {
  const { archive, unreadable } = loadContent(dir);
  const state = (id: string, day: string) => {
    const work = archive.works.find((each) => each.id === id)!;
    return statusOn(work, archive.events.get(id) ?? [], day, work.horizon ?? '');
  };
  return { archive, unread: unreadable.map(({ file }) => file), unreadable, state };
}

const read = (files: Record<string, string | Uint8Array>) => loaded(dirOf(files));

describe('a text is read wherever its name says what it is', () => {
  test.each([
    ['an ending in capitals', 'works/feizhi/2022-06-01.MD'],
    ['.TXT', 'works/废止.TXT'],
    ['.markdown', 'works/废止.markdown'],
    ['a name that begins with README', 'works/README-废止.md'],
  ])('%s', (_, path) => {
    const { unread, state } = read({ ...base, [path]: repeal });
    expect(unread).toEqual([]);
    expect(state('yeshi', '2024-01-01').state).toBe('repealed');
  });

  test('in a folder of nothing but texts', () => {
    const { unread, archive } = read({ 'a.md': rules, '2022-06-01.txt': repeal });
    expect(unread).toEqual([]);
    expect(archive.works.filter(({ versions }) => versions.length > 0)).toHaveLength(2);
  });

  test('behind a link to a folder', () => {
    const dir = dirOf(base);
    const elsewhere = dirOf({ '2022-06-01.md': repeal });
    symlinkSync(elsewhere, join(dir, 'works', 'feizhi'));
    const { unread, state } = loaded(dir);
    expect(unread).toEqual([]);
    expect(state('yeshi', '2024-01-01').state).toBe('repealed');
  });

  test('records end in .yml as well, and corrections of the only text of a folder need no day', () => {
    const { unread, archive } = read({
      'register.yml': 'horizon: 2024-12-31\n',
      'works/yeshi/2019-02-01.md': rules,
      'works/yeshi/work.yml': 'aliases: [夜市办法]\n',
      'works/yeshi/corrections.yaml':
        '- line: 5\n  from: 为了管理\n  kind: replace\n  to: 为了规范\n  reason: 原件如此\n',
    });
    expect(unread).toEqual([]);
    expect(archive.horizon).toBe('2024-12-31');
    const [work] = archive.works;
    expect(work!.aliases).toContain('夜市办法');
    expect(JSON.stringify(work!.versions[0]!.instrument.provisions)).toContain('为了规范夜市');
  });
});

describe('what is not read is named, and then nothing is said to be in force', () => {
  test.each([
    ['a Word file', 'works/废止.docx', /不读\.docx.*\.md 或 \.txt.*works\/<名称>/],
    ['a PDF', 'works/feizhi/2022-06-01.pdf', /不读\.pdf/],
    ['a web page', 'works/废止.html', /不读\.html/],
    ['a file without an ending', 'works/feizhi/决定', /没有后缀/],
    ['one folder too deep', 'works/2022/feizhi/2022-06-01.md', /不在应有的位置.*works\/<名称>/],
    ['an issue without a folder', 'issues/2022-06.md', /不在应有的位置.*issues\/<期号>/],
    ['a second gazette', 'issues/2022-06/gazette-2.md', /不在应有的位置.*gazette\.md/],
    ['a README', 'works/README.md', /说明文件/],
    ['a text beside the folders', 'notes.md', /不在应有的位置.*works\//],
    ['another folder', '废止文件/2022-06-01.md', /不在应有的位置/],
    ['corrections of no text', 'works/yeshi/2020-01-01.corrections.yaml', /没有它所校的文本/],
    ['an empty text', 'works/feizhi/2022-06-01.md', /没有内容/],
  ])('%s', (_, path, reason) => {
    const { unreadable, state } = read({ ...base, [path]: repealOr(path) });
    expect(unreadable.find(({ file }) => file === path)).toMatchObject({
      severity: 'error',
      line: 1,
      reason: expect.stringMatching(reason),
    });
    const status = state('yeshi', '2024-01-01');
    expect(status.state).toBe('unknown');
    // Readers meet the name of the file; its path is for `check`.
    expect(status.reason).toContain(path.split('/').at(-1));
    expect(status.reason).not.toContain('/');
    expect(status.reason).not.toContain('未见');
  });

  const repealOr = (path: string): string => (path === 'works/feizhi/2022-06-01.md' ? ' \n' : repeal);

  test('corrections that may be those of either text', () => {
    const { unread } = read({
      ...base,
      'works/yeshi/2021-01-01.md': rules.replace('夜市，', '夜市秩序，'),
      'works/yeshi/corrections.yaml': '[]\n',
    });
    expect(unread).toEqual(['works/yeshi/corrections.yaml']);
  });

  test('a link that leads nowhere, and one that leads back', () => {
    const dir = dirOf(base);
    symlinkSync(join(dir, 'nowhere'), join(dir, 'works', 'gone.md'));
    symlinkSync(dir, join(dir, 'works', 'round'));
    expect(loaded(dir).unreadable).toMatchObject([
      { file: 'works/gone.md', reason: expect.stringContaining('不存在') },
      { file: 'works/round', reason: expect.stringContaining('链接指回') },
    ]);
  });

  test('one thing twice', () => {
    const { unread } = read({ ...base, 'register.yml': 'horizon: 2020-12-31\n' });
    expect(unread).toEqual(['register.yml']);
  });

  test('a repeal that was read stays a repeal', () => {
    const { state } = read({ ...base, 'works/废止.md': repeal, 'works/其他.docx': 'x' });
    expect(state('yeshi', '2024-01-01').state).toBe('repealed');
    expect(state('yeshi', '2021-01-01').state).toBe('unknown');
  });

  test('what systems leave in folders is passed over', () => {
    const dir = dirOf({ ...base, 'works/.gitkeep': '', 'works/yeshi/.DS_Store': 'x', 'Thumbs.db': 'x' });
    mkdirSync(join(dir, '.git'));
    writeFileSync(join(dir, '.git', 'HEAD'), 'ref\n');
    expect(loaded(dir).unread).toEqual([]);
  });
});

describe('days in file names', () => {
  test.each([
    ['2021.1.1', /“2021\.1\.1”不是日期/],
    ['2021-01-01 - 副本', /“2021-01-01 - 副本”不是日期/],
    ['2020-02-30', /没有“2020-02-30”这一天/],
    ['0000-00-00', /没有“0000-00-00”这一天/],
    ['9999-12-31', /没有“9999-12-31”这一天/],
  ])('%s is told, and the text is read', (stem, reason) => {
    const { archive, unread } = read({ 'works/a/work.yaml': '{}\n', [`works/a/${stem}.md`]: rules });
    expect(unread).toEqual([]);
    expect(archive.messages.find(({ file }) => file === `works/a/${stem}.md`)).toMatchObject({
      severity: 'error',
      reason: expect.stringMatching(reason),
    });
    // Without a day in the name the text's own decides.
    expect(archive.works[0]!.versions.map(({ date }) => date)).toEqual(['2019-02-01']);
  });

  test('a loose text need not name one, but one that it names has to exist', () => {
    const { archive } = read({ 'works/夜市办法.md': rules, 'works/夜市办法2021-02-30.md': repeal });
    expect(archive.messages.filter(({ rule }) => rule === 'content').map(({ file }) => file)).toEqual([
      'works/夜市办法2021-02-30.md',
    ]);
  });
});

describe('records', () => {
  const message = (files: Record<string, string>) => read({ ...base, ...files }).unreadable[0];

  test.each([
    ['0000-00-00', '没有这一天'],
    ['2020-02-30', '没有这一天'],
    ['9999-12-31', '不会是公报所写的日期'],
    ['2020.1.1', '应写作 YYYY-MM-DD'],
  ])('the day %s', (day, reason) => {
    expect(message({ 'register.yaml': `site:\n  title: 文库\nhorizon: ${day}\n` })).toMatchObject({
      file: 'register.yaml',
      line: 3,
      reason: expect.stringContaining(reason),
    });
  });

  test('an issue whose first day is after its last', () => {
    const yaml = 'horizon: 2021-01-31\nfrom: 2021-03-01\n';
    expect(message({ 'issues/2021-01/issue.yaml': yaml, 'issues/2021-01/gazette.md': rules })).toMatchObject({
      file: 'issues/2021-01/issue.yaml',
      line: 2,
      reason: 'from：晚于 horizon',
    });
  });

  test('a value that begins with a star', () => {
    expect(message({ 'works/yeshi/work.yaml': 'issuer: 示例市人民政府\ntitle: *夜市办法\n' })).toMatchObject({
      file: 'works/yeshi/work.yaml',
      line: 2,
      reason: expect.stringContaining('"*夜市办法"'),
    });
  });
});

describe('addresses of source files', () => {
  test('paths that only marks or endings tell apart have addresses of their own', () => {
    const paths = [
      'works/a b/x.md',
      'works/a-b/x.md',
      'works/甲(试).md',
      'works/甲（试）.md',
      'c.md',
      'c.txt',
    ];
    const ids = Array.from(sourceIds(paths).values());
    expect(new Set(ids).size).toBe(paths.length);
    expect(ids.every((id) => /^[\p{L}\p{N}.-]+$/u.test(id))).toBe(true);
  });

  test('a path that is alone keeps its name, a long one is cut to what a file system takes', () => {
    expect(sourceIds(['issues/2020-12/gazette.md']).get('issues/2020-12/gazette.md')).toBe(
      'issues-2020-12-gazette',
    );
    const long = `works/${'夜'.repeat(84)}/2020-01-01.md`;
    const [id] = sourceIds([long]).values();
    expect(Buffer.byteLength(id!)).toBeLessThan(240);
  });
});
