import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '../../src/site/views/runs.ts';

test('marks cut the text where they stand', () => {
  expect(runsOf('依照第三条规定', [{ start: 2, end: 5, href: '#art_3' }])).toEqual([
    { text: '依照' },
    { text: '第三条', href: '#art_3' },
    { text: '规定' },
  ]);
});

test('a printed web address becomes a link, without the full stop after it', () => {
  const runs = runsOf('网址：https://www.example.gov.cn/hb/?a=1。电话0759-3381464');
  expect(runs.map(({ text }) => text)).toEqual([
    '网址：',
    'https://www.example.gov.cn/hb/?a=1',
    '。电话0759-3381464',
  ]);
  expect(runs[1]).toMatchObject({ href: 'https://www.example.gov.cn/hb/?a=1', outside: true });
});

test('an address with a script in it is no link', () => {
  expect(runsOf('javascript:alert(1)').every(({ href }) => href === undefined)).toBe(true);
});

test('no marks, however they lie, lose or repeat a character', () => {
  const mark = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.array(mark), (text, marks) => {
      expect(
        runsOf(text, marks)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
