import { expect, test } from 'vitest';
import { findDays, parseNumeral } from '../../../src/domain/text/index.ts';

test.each([
  ['二00五', 2005],
  ['二〇二〇', 2020],
  ['２０', 20],
  ['一百二十', 120],
])('%s is %i', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each(['二OO六年二月二十日', '二○○六年二月二十日', '二〇〇六年二月二十日', '二００六年二月二十日'])(
  '%s is a day, whatever stands for nought',
  (text) => {
    expect(findDays(text)).toEqual([{ day: '2006-02-20', start: 0, end: text.length }]);
  },
);
