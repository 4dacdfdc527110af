/** The portal command without an engine: wrong uses, and an engine that does not answer. */
import { expect, test } from 'vitest';
import { run } from '../../scripts/portal.ts';

async function portal(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await run(args, {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });
  return { code, ...said };
}

test.each([
  ['nothing asked', [], '用法：portal load'],
  ['something that there is not', ['reindex'], '没有这种用法：reindex'],
  ['a load of nothing', ['load'], 'load 后面要写明哪些'],
  ['an engine without an address', ['list', '--engine', 'nowhere'], '不是网址：nowhere'],
  ['a port that is no number', ['serve', '--port', 'http'], '端口须为 0–65535 的整数：http'],
  ['a port beyond the last', ['serve', '--port', '70000'], '端口须为 0–65535 的整数：70000'],
])('%s: wrong use, said on standard error', async (_, args, reason) => {
  const { code, out, err } = await portal(...args);
  expect(code).toBe(2);
  expect(err).toContain(reason);
  expect(err).toContain('用法：portal load');
  expect(out).toBe('');
});

test('an engine that does not answer is named, and the exit code is 1', async () => {
  const { code, err } = await portal('list', '--engine', 'http://127.0.0.1:9');
  expect(code).toBe(1);
  expect(err).toContain('引擎（http://127.0.0.1:9）没有作答');
});
