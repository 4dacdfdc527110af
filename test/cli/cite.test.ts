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
