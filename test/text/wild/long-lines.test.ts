/** Lines that a pattern could try in more ways than there is time for. */
import { expect, test } from 'vitest';
import { read } from '../../structure/read.ts';

test.each([
  ['a number of forty digits behind 第', `第${'7'.repeat(40)}号 批文`],
  ['forty numerals behind 第', `第${'一'.repeat(40)} 批文`],
  ['sixty thousand numerals', '一'.repeat(60_000)],
])('%s is read at once, and whole', (_name, line) => {
  const { text } = read(`样本公告\n\n${line}\n`);
  expect(text.lines.at(-1)!.text.replace(/ /g, '')).toBe(line.replace(/ /g, ''));
});
