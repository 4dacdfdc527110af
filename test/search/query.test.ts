import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Reading } from '../../src/domain/search/query.ts';

const first = (typed: string): Reading => parseQuery(typed).readings[0]!;
const needles = (typed: string): string[] => first(typed).needles.map(({ forms }) => forms[0]!);

describe('parseQuery', () => {
  test('words are conditions, a dash excludes, quotation marks hold together', () => {
    expect(needles('网约车 运输证')).toEqual(['网约车', '运输证']);
    expect(first('网约车 -巡游').excluded.map(({ forms }) => forms[0])).toEqual(['巡游']);
    expect(needles('“经营 许可” 处罚')).toEqual(['经营许可', '处罚']);
    expect(needles('「经营许可」')).toEqual(['经营许可']);
    expect(first('网约车 -“经营许可”').excluded[0]!.forms).toEqual(['经营许可']);
  });

  test('quotation marks inside a word are text', () => {
    expect(needles('“数字政府”建设')).toEqual(['"数字政府"建设']);
  });

  test('a dash with nothing beside it to look for is text, and so is one inside a word', () => {
    expect(needles('-2022年')).toEqual(['-2022年']);
    expect(needles('2020-2022年')).toEqual(['2020-2022年']);
  });

  test('a space beside a digit is first taken for layout, then for a gap between words', () => {
    const { readings } = parseQuery('2020 年 12 月');
    expect(
      readings.filter(({ across }) => !across).map((reading) => reading.needles.map(({ forms }) => forms[0])),
    ).toEqual([['2020年12月'], ['2020', '年', '12', '月']]);
    expect(parseQuery('5G IPv6').readings.filter(({ across }) => !across)).toHaveLength(1);
  });

  test.each([
    '湛府〔2020〕68号',
    '湛府[2020]68号',
    '湛府（2020） 68 号',
    '湛府2020 68号',
    '湛府 2020 68',
    '湛府2020-68号',
  ])('a 文号 in any spelling: %s', (typed) => {
    expect(first(typed).needles).toHaveLength(1);
    expect(first(typed).needles[0]!.forms).toContain('湛府(2020)68号');
  });

  test('the beginning of a 文号 is not completed', () => {
    expect(first('湛府〔2020〕6').needles[0]!.forms).toEqual(['湛府(2020)6']);
  });

  test.each([
    ['网约车 第十条', '10', '', ['网约车']],
    ['网约车10条', '10', '', ['网约车']],
    ['6条1款3项', '6', '__para_1__item_3', []],
    ['第六条第一款第（三）项', '6', '__para_1__item_3', []],
    ['十三条二款', '13', '__para_2', []],
    ['第十条之一', '10-1', '', []],
    ['《停车场管理办法》第三条', '3', '', ['停车场管理办法']],
  ])('the place in %s', (typed, article, below, words) => {
    const { place } = first(typed);
    expect(place).toMatchObject({ article, below });
    expect(place!.needles.map(({ forms }) => forms[0])).toEqual(words);
  });

  test.each(['条件', '2020', '十', '一条龙服务', '条款'])('no place in %s', (typed) => {
    expect(first(typed).place).toBeUndefined();
  });

  test('a 款 that may not exist: the article comes after, with a word about it', () => {
    const { readings } = parseQuery('6条9款');
    expect(readings.at(-1)!.place).toMatchObject({ article: '6', below: '' });
    expect(readings.at(-1)!.note).toContain('第六条第九款');
  });

  test('article numbers in Chinese and Arabic digits mean the same', () => {
    expect(first('第20条').needles[0]!.forms).toContain('第二十条');
    expect(first('第二十条').needles[0]!.forms).toContain('第20条');
  });

  test.each(['', ' ', '\u200b', '“”'])('nothing to look for: %j', (typed) => {
    expect(parseQuery(typed).readings).toEqual([]);
  });

  test('ten thousand characters are cut, and that is said', () => {
    const { cut, readings } = parseQuery('网约车'.repeat(5000));
    expect(cut).toBe(true);
    expect(readings[0]!.needles[0]!.forms[0]!.length).toBeLessThanOrEqual(256);
  });

  test('any string at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const { needles: list } of parseQuery(typed).readings) {
          expect(list.length).toBeGreaterThan(0);
          for (const { forms } of list) for (const form of forms) expect(form).not.toBe('');
        }
      }),
    );
  });
});
