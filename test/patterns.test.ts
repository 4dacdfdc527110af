/** Regular expressions take time that grows with the text and not faster. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { forbidden, literalsOf, slowness, slowPatterns } from '../scripts/patterns.ts';
import { patternsBuilt } from './record.ts';

const domain = fileURLToPath(new URL('../src/domain', import.meta.url));

test('no pattern of the source backtracks', () => {
  expect(forbidden(slowPatterns(domain))).toEqual([]);
});

test('no pattern that is built from words when the code is loaded backtracks exponentially', async () => {
  const built = await patternsBuilt();
  expect(built.length).toBeGreaterThan(50);
  expect(built.filter((pattern) => slowness(pattern) === 'exponential')).toEqual([]);
});

test.each([
  ['^(?:a+)+$', 'exponential'],
  ['^(?:[^|]{1,14}\\s*[| ]\\s*){2,}[^|]{0,14}$', 'exponential'],
  ['^(.*?)\\s*(\\d+)\\s*\\d*$', 'polynomial'],
])('%s is %s', (source, slow) => {
  expect(slowness({ source, flags: '' })).toBe(slow);
});

test('a pattern without overlapping repeats is none of them', () => {
  expect(slowness({ source: '^第[一二三]{1,5}条$', flags: 'u' })).toBeUndefined();
});

test('literals are found with their lines', () => {
  expect(literalsOf("const a = 1;\nconst b = /甲+/u.test('乙');\n")).toEqual([
    { source: '甲+', flags: 'u', line: 2 },
  ]);
});
