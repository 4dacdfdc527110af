import { describe, expect, test } from 'vitest';
import { findTitles, hasLoneMark, readMentions } from '../../src/domain/names/index.ts';

const titles = (text: string): string[] => findTitles(text).map(({ title }) => title);

describe('titles in 《》', () => {
  test.each<[string, string[]]>([
    ['《甲法》《乙法》和《丙办法》', ['甲法', '乙法', '丙办法']],
    ['《关于修改〈甲办法〉的决定》', ['关于修改〈甲办法〉的决定']],
    ['《关于修改《甲办法》的决定》', ['关于修改《甲办法》的决定']],
    ['《一《二《三《四《五》四》三》二》一》', ['一《二《三《四《五》四》三》二》一']],
    ['根据《甲法的规定，将《乙法》第三条', ['乙法']],
    ['将《乙法第三条', []],
    ['甲法》第三条', []],
    ['《》第三条', []],
    [`《${'长'.repeat(5000)}》`, []],
    ['《甲法。》乙', []],
  ])('%s', (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  test.each<[string, boolean]>([
    ['《甲法》第三条和《乙法》', false],
    ['根据《甲法的规定，将《乙法》第三条', true],
    ['将甲法》第三条修改', true],
    ['《》', false],
    ['没有书名号', false],
    [`《${'长'.repeat(5000)}》`, true],
  ])('a mark without its other half: %s', (text, lone) => {
    expect(hasLoneMark(text)).toBe(lone);
  });

  test('a document that is named after a lost 》 is named whole', () => {
    const [first, ...more] = readMentions('根据《甲法的规定，废止《乙办法》（乙府〔2011〕3号）');
    expect(first).toMatchObject({ title: '乙办法', number: '乙府〔2011〕3号', year: '2011' });
    expect(more).toEqual([]);
  });

  test('marks without end are read in time linear in their number', () => {
    for (const text of ['《'.repeat(100_000), '《甲'.repeat(50_000), '》'.repeat(100_000)]) {
      expect(titles(text)).toEqual([]);
      expect(readMentions(text.slice(0, 20_000))).toEqual([]);
    }
  });
});
