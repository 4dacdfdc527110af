import { expect, test } from 'vitest';
import { within } from '../../scripts/package.ts';
import { readPort } from '../../scripts/running.ts';

test.each([
  ['/a/content/dist', '/a/content', true],
  ['/a/content', '/a/content', true],
  ['/a/content/..dist', '/a/content', true],
  ['/a', '/a/content', false],
  ['/a/other', '/a/content', false],
])('%s lies in %s: %s', (inner, outer, lies) => {
  expect(within(inner, outer)).toBe(lies);
});

test.each(['0', '4321', '65535'])('%s is a port', (typed) => {
  expect(readPort(typed)).toEqual({ port: Number(typed) });
});

test.each(['65536', '-1', '1.5', '', 'http'])('“%s” is no port', (typed) => {
  expect(readPort(typed)).toEqual({ wrong: `端口须为 0–65535 的整数：${typed}` });
});
