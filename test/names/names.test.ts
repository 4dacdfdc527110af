import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentNumberKey,
  findDocumentNumbers,
  nameSkeleton,
  parseDocumentNumber,
  titleKey,
  titleTailKey,
} from '../../src/domain/names/index.ts';

describe('文号 as keys', () => {
  it.each([
    ['湛府〔2020〕68号', '湛府[2020] 68 号'],
    ['湛府〔2020〕68号', '湛府（2020）68号'],
    ['湛府〔2020〕68号', '湛府【2020】第68号'],
    ['湛府〔2020〕68号', '湛府［２０２０］６８号'],
    ['湛府〔2020〕68号', '湛府〔二〇二〇〕六十八号'],
    ['湛府〔2020〕68号', '湛府2020年68号'],
    ['湛府〔2020〕68号', '湛府2020-68'],
    ['湛府〔2020〕68号', '湛府〔2020〕068号'],
    ['湛部规2020-50', '湛部规 2020—50'],
    ['湛江市人民政府令第7号', '湛江市人民政府令 第 7 号'],
    ['湛江市人民政府令第7号', '湛江市人民政府第7号令'],
    ['国务院令第722号', '中华人民共和国国务院令第七百二十二号'],
    ['公安部令第132号', '公安部令第１３２号'],
    ['主席令第23号', '中华人民共和国主席令（第二十三号）'],
    ['令第7号', '令第7号'],
    ['环办执法函〔2020〕8号', '环办执法函〔2020〕8 号'],
    ['国办发明电〔2003〕9号', '国办发明电[2003]9号'],
  ])('%s is also %s', (key, spelling) => {
    expect(documentNumberKey(spelling)).toBe(key);
  });

  it('gives its parts', () => {
    expect(parseDocumentNumber('湛部规 2020—50')).toEqual({
      scheme: 'registry',
      organ: '湛部规',
      year: 2020,
      number: 50,
    });
    expect(parseDocumentNumber('湛江市数字政府建设总体规划（2020-2022年）')).toBeUndefined();
    expect(parseDocumentNumber('第十四届')).toBeUndefined();
  });

  it('is its own key', () => {
    const parts = fc.record({
      organ: fc.constantFrom('湛府', '湛发改价格函', '国办发'),
      year: fc.integer({ min: 1949, max: 2049 }),
      number: fc.integer({ min: 1, max: 99999 }),
    });
    const spelling = fc.tuple(
      parts,
      fc.constantFrom('〔〕', '[]', '（）', '【】', '()'),
      fc.constantFrom('', ' '),
    );
    fc.assert(
      fc.property(spelling, ([{ organ, year, number }, brackets, space]) => {
        const key = documentNumberKey(
          `${organ}${space}${brackets[0]}${year}${brackets[1]}${space}${number}${space}号`,
        );
        expect(key).toBe(`${organ}〔${year}〕${number}号`);
        expect(documentNumberKey(key)).toBe(key);
      }),
    );
  });
});

describe('文号 in running text', () => {
  it.each([
    ['《补充通知》（湛司函〔2020〕406号）的精神', ['湛司函〔2020〕406号']],
    ['根据湛发改价格[2015] 26 号文件', ['湛发改价格〔2015〕26号']],
    ['被样府〔2022〕8号替代', ['样府〔2022〕8号']],
    ['（2018年12月31日湛江市人民政府令第3号公布）', ['湛江市人民政府令第3号']],
    ['2021年12月11日生态环境部令第24号', ['生态环境部令第24号']],
    ['1997年12月16日公安部令第33号发布', ['公安部令第33号']],
    ['2019年10月22日中华人民共和国国务院令第722号公布', ['国务院令第722号']],
    ['废止粤府〔1999〕1号和粤府办〔2001〕2号', ['粤府〔1999〕1号', '粤府办〔2001〕2号']],
    ['湛部规 2020—50', ['湛部规2020-50']],
    ['国务院第722号令公布', ['国务院令第722号']],
    ['以主席令第二十三号公布', ['主席令第23号']],
    ['湛江市人民政府令 第7号', ['湛江市人民政府令第7号']],
  ])('%s', (text, keys) => {
    const found = findDocumentNumbers(text);
    expect(found.map(({ key }) => key)).toEqual(keys);
    for (const { start, end, text: own } of found) expect(text.slice(start, end)).toBe(own);
  });

  it.each([
    '建设总体规划(2020-2022年)',
    '总体规划（2018-2020年）',
    '湛江市人民大道中32号',
    '信访电话:0759-3381464',
    '命令第3号机组',
    '规划2018-2020',
    '第6号台风',
  ])('finds none in %s', (text) => {
    expect(findDocumentNumbers(text)).toEqual([]);
  });
});

describe('titles as keys', () => {
  it.each([
    ['湛江市 “数字政府”建设总体规划(2020-2022年)', '湛江市“数字政府”建设总体规划（2020—2022年）'],
    ['中华人民共和国环境保护法', '环境保护法'],
    ['刑法修正案（十二）', '中华人民共和国刑法修正案(12)'],
    ['关于修改〈甲办法〉的决定', '关于修改《甲办法》的决定'],
    ['湛江市发展和改革局 湛江市教育局关于收费的通知', '湛江市发展和改革局、湛江市教育局关于收费的通知'],
  ])('%s and %s', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it('tells 试行 and the like apart', () => {
    expect(titleKey('奖励办法（试行）')).not.toBe(titleKey('奖励办法'));
  });

  it('leaves out who issued it only in the tail', () => {
    expect(titleTailKey('湛江市教育局 湛江市财政局关于收费管理的通知')).toBe(titleKey('关于收费管理的通知'));
    expect(titleTailKey('优化营商环境条例')).toBeUndefined();
  });

  it('cuts numbers down to see whether two names differ only in them', () => {
    expect(nameSkeleton('刑法修正案（十一）')).toBe(nameSkeleton('刑法修正案（十二）'));
    expect(nameSkeleton('湛府〔2020〕68号')).toBe(nameSkeleton('湛府〔2019〕7号'));
  });
});
