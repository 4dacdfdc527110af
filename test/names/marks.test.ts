import { describe, expect, test } from 'vitest';
import { inMarks, isMarked, mask, unmarked, withoutTitles } from '../../src/domain/names/index.ts';
import { squared } from '../../src/domain/text/index.ts';

describe('a name and its marks', () => {
  test.each([
    ['《甲办法》', '甲办法'],
    ['《甲办法》（试行）', '甲办法（试行）'],
    ['《关于修改《甲法》的决定》', '关于修改《甲法》的决定'],
    ['《甲法》和《乙法》', '《甲法》和《乙法》'],
    ['甲《办法》', '甲《办法》'],
    ['《甲办法', '《甲办法'],
    ['《》', '《》'],
    ['', ''],
  ])('%s without them is %s', (name, bare) => {
    expect(unmarked(name)).toBe(bare);
  });

  test('a title is put into marks and taken out again; marks of its own are made small', () => {
    expect(inMarks('关于修改《甲法》的决定')).toBe('《关于修改〈甲法〉的决定》');
    for (const title of ['甲法', '甲规划（2020—2022年）', '关于修改〈甲法〉的决定'])
      expect(unmarked(inMarks(title))).toBe(title);
  });

  test.each([
    ['《甲法》', true],
    ['《甲法》《乙法》', false],
    ['《甲法》第三条', false],
    ['甲法', false],
  ])('%s is one title and nothing else: %s', (text, one) => {
    expect(isMarked(text)).toBe(one);
  });

  test('a text without its titles keeps every other character', () => {
    expect(withoutTitles('根据《甲法》和《关于〈乙〉的决定》修改《丙')).toBe('根据和修改《丙');
  });
});

describe('what a mask hides', () => {
  test.each([
    ['《关于废止〈甲〉的决定》同时废止', '⟦□□□□□□□□□□⟧同时废止'],
    ['“修改《甲》”（三）', '“□□□□□”（□）'],
    ['《甲的规定', '⟦甲的规定'],
    ['甲》的规定', '甲⟧的规定'],
    ['某府〔2012〕5号', '某府〔□□□□〕5号'],
    ['没有标记', '没有标记'],
  ])('%s → %s', (bare, masked) => {
    expect(mask(bare)).toBe(masked);
    expect(masked).toHaveLength(bare.length);
  });
});

test('square brackets of every edition are one, and nothing moves', () => {
  expect(squared('【第一条】〔二〕［三］[四]（五）《六》')).toBe('[第一条][二][三][四]（五）《六》');
});
