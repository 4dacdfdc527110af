import { expect, test } from 'vitest';
import { linesOfInput } from '../../scripts/io.ts';

test.each([
  ['\ufeff甲\r\n\n乙\r', ['甲', '', '乙']],
  ['甲\r乙', ['甲', '乙']],
  ['', []],
  [undefined, []],
])('standard input %o has the lines %o', async (text, lines) => {
  const out = { write: () => true };
  const stdin = text === undefined ? {} : { stdin: async () => text };
  expect(await linesOfInput({ ...stdin, stdout: out, stderr: out })).toEqual(lines);
});
