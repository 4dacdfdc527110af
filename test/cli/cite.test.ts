import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../scripts/cite.ts';
import { folder, runCommand } from './run.ts';

const dir = folder({
  'register.yaml': 'horizon: 2024-12-31\n',
  'works/ferry/2018-01-01.md':
    '青禾市渡船检验办法\n\n（2017年12月1日青禾市人民政府令第3号公布）\n\n第一条　渡船应当检验。\n\n第二条　本办法自2018年1月1日起施行。\n',
});
afterAll(() => rmSync(dir, { recursive: true }));

const cite = (citation: string) => runCommand(run, [citation, '--content', dir, '--json']);

test('an answer that is whole is done, though something was assumed', async () => {
  const { code, out } = await cite('青禾市渡船检验办法第一条前段');
  expect(code).toBe(0);
  expect(JSON.parse(out).messages).toEqual([
    { rule: 'cite', reason: expect.stringContaining('“前段”没有单独的地址'), severity: 'info' },
  ]);
});

test.each(['青禾市渡船检验办法第九条', '青禾市渡船收费办法第一条'])(
  '%s needs attention',
  async (citation) => {
    const { code, out } = await cite(citation);
    expect(code).toBe(1);
    expect(JSON.parse(out).messages[0].severity).toBe('error');
  },
);

test('lines of standard input are parted as everywhere, a mark at their beginning and empty lines left out', async () => {
  const lines = '\ufeff青禾市渡船检验办法第一条\r\n\r青禾市渡船检验办法第二条\r';
  const { code, out } = await runCommand(run, ['-', '--content', dir, '--json'], lines);
  expect(code).toBe(0);
  const queries = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).query);
  expect(queries).toEqual(['青禾市渡船检验办法第一条', '青禾市渡船检验办法第二条']);
});

test('a day is read as people type it; one that does not exist is refused', async () => {
  const at = (day: string) =>
    runCommand(run, ['青禾市渡船检验办法第一条', '--content', dir, '--json', '--at', day]);
  const { code, out } = await at('2019年3月1日');
  expect(code).toBe(0);
  expect(JSON.parse(out).results[0]).toMatchObject({ at: '2019-03-01', text: '第一条 渡船应当检验。' });
  expect(await at('2019年2月30日')).toMatchObject({
    ...{ code: 2, out: '' },
    err: expect.stringMatching(/^--at：日期“2019年2月30日”不存在\n用法：/),
  });
});
