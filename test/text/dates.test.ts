import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, addYears, findDays, isDay, parseDay } from '../../src/domain/text/index.ts';

test.each([
  ['2020年12月15日', '2020-12-15'],
  ['2020 年 12 月 15 日', '2020-12-15'],
  ['二〇二〇年十二月十五日', '2020-12-15'],
  ['二○○六年四月一日', '2006-04-01'],
  ['２０２０年１月２日', '2020-01-02'],
  ['2019年3月1日', '2019-03-01'],
  ['一九八六年元月一日', '1986-01-01'],
])('%s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each([
  ['2020年2月30日', 'no such day'],
  ['2021年2月29日', 'no leap year'],
  ['2020年13月1日', 'no such month'],
  ['12月15日', 'no year'],
  ['2020年12月', 'no day'],
  ['自2020年12月15日起', 'more than a day'],
  ['', 'nothing'],
])('“%s” is no day: %s', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('days of a sentence are found in order with their ranges', () => {
  const text = '（2018年12月31日公布 根据2020 年 12 月 19 日的决定修改，2020年2月30日作废）';
  const found = findDays(text);
  expect(found.map(({ day }) => day)).toEqual(['2018-12-31', '2020-12-19']);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    '2018年12月31日',
    '2020 年 12 月 19 日',
  ]);
});

test.each([
  ['2020-12-31', true],
  ['2020-02-29', true],
  ['2021-02-29', false],
  ['2020-2-9', false],
  ['2020-00-10', false],
  ['2020-10-00', false],
  ['2020-04-31', false],
  ['today', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test('months and years end on the last day where the corresponding day is lacking', () => {
  expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
  expect(addMonths('2020-12-31', 2)).toBe('2021-02-28');
  expect(addYears('2020-02-29', 1)).toBe('2021-02-28');
  expect(addYears('2020-12-31', 2)).toBe('2022-12-31');
  expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
});

test('adding days crosses months and years, and can be undone', () => {
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
  expect(addDays('2019-03-01', 180)).toBe('2019-08-28');
  fc.assert(
    fc.property(fc.integer({ min: -50_000, max: 50_000 }), (days) => {
      expect(addDays(addDays('2020-12-31', days), -days)).toBe('2020-12-31');
    }),
  );
});
