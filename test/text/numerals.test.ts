import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNumbers, formatNumeral, parseNumeral, provisionNumber } from '../../src/domain/text/index.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['二十一', 21],
  ['一百零三', 103],
  ['一百一十', 110],
  ['一千零五', 1005],
  ['一千二百六十', 1260],
  ['二〇二〇', 2020],
  ['二○○六', 2006],
  ['一九四九', 1949],
  ['两', 2],
  ['零', 0],
  ['21', 21],
  ['２１', 21],
  ['一万二千', 12000],
])('%s is %i', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each([[''], ['甲'], ['第一'], ['1a'], ['一条'], ['1.5'], ['-1']])('“%s” is no numeral', (text) => {
  expect(parseNumeral(text)).toBeUndefined();
});

test('every number up to 9999 reads as it was printed', () => {
  for (let value = 0; value < 10_000; value++) expect(parseNumeral(formatNumeral(value))).toBe(value);
});

test('articles inserted later have their number and their place after it', () => {
  expect(provisionNumber('十')).toBe('10');
  expect(provisionNumber('十', '一')).toBe('10-1');
  expect(provisionNumber('１０', '２')).toBe('10-2');
  expect(provisionNumber('甲')).toBeUndefined();
});

test('numbers of provisions are ordered as laws print them', () => {
  const printed = ['1', '2', '9', '10', '10-1', '10-2', '10-11', '11', '100', '1000'];
  fc.assert(
    fc.property(fc.shuffledSubarray(printed, { minLength: printed.length }), (shuffled) => {
      expect(shuffled.toSorted(compareNumbers)).toEqual(printed);
    }),
  );
});

test.each([
  [10, '十'],
  [20, '二十'],
  [103, '一百零三'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
])('%i is written %s', (value, words) => {
  expect(formatNumeral(value)).toBe(words);
});
