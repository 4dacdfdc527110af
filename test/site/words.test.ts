import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleWords } from '../../src/site/title-words.ts';
import { breakable, dayWords, firstWords, kindName, pageWords, wordsOf } from '../../src/site/words.ts';

test('days are written out; what is no day is left alone', () => {
  expect(dayWords('2020-12-09')).toBe('2020年12月9日');
  expect(dayWords('2020')).toBe('2020');
});

test('pages: a range, a single page, an open end', () => {
  expect(pageWords({ start: 3, end: 11 })).toBe('第3–11页');
  expect(pageWords({ start: 3, end: 3 })).toBe('第3页');
  expect(pageWords({ start: 61 })).toBe('第61页');
});

test('a title inside a title takes the inner brackets; an order takes none', () => {
  expect(titleWords('关于修改《办法》的决定')).toBe('《关于修改〈办法〉的决定》');
  expect(titleWords('示范市人民政府令第7号', 'order')).toBe('示范市人民政府令第7号');
});

test.each([
  ['示范市“十四五”总体规划（2021-2025年）', 'plan', '规划'],
  ['关于征求意见的函', 'notice', '函'],
  ['示范市奖励办法（试行）', 'measures', '办法'],
  ['中华人民共和国民法典', 'law', '法典'],
  ['没有文种的标题', 'notice', '通知'],
] as const)('%s is called by its own word', (title, kind, word) => {
  expect(kindName(kind, title)).toBe(word);
});

test('the words of a title, joined, are the title; no word begins with a closing mark', () => {
  const title = '示范市人民政府关于修改《示范市网络预约出租汽车管理暂行规定》的决定（试行）';
  const words = wordsOf(title);
  expect(words.join('')).toBe(title);
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter((word) => /^[》）]/.test(word) || /[《（]$/.test(word))).toEqual([]);
});

test('cutting loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(wordsOf(text).join('')).toBe(text);
      expect(breakable(text).join('')).toBe(text);
    }),
  );
});

test('a line may break beside a quotation of letters', () => {
  expect(breakable('作为全省“1+N+M”总体架构')).toEqual(['作为全省', '“1+N+M”', '总体架构']);
  expect(breakable('以“放管服”改革')).toEqual(['以“放管服”改革']);
});

test('first words end at a stop that is near, else are cut', () => {
  expect(firstWords('坚持优先发展城市公共交通、适度发展出租汽车')).toBe('坚持优先发展城市公共交通');
  expect(firstWords('为了规范网络预约出租汽车（以下简称网约车）经营服务行为')).toBe(
    '为了规范网络预约出租汽车（以下简…',
  );
});
