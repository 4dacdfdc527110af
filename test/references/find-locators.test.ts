import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLocators, formatLocator } from '../../src/domain/references/locator.ts';

const found = (text: string): string[][] =>
  findLocators(text).map(({ locators }) => locators.map((locator) => formatLocator(locator)));

describe('locators in running text', () => {
  it.each([
    ['依照第六条第一款第三项第2目处理', ['第六条第一款第三项第2目']],
    [
      '删去第六条第一款第三项和第五项、第二款。',
      ['第六条第一款第三项', '第六条第一款第五项', '第六条第二款'],
    ],
    ['违反本条例第十九条、第二十条第四款规定', ['第十九条', '第二十条第四款']],
    ['依照第四条至第六条的规定', ['第四条至第六条']],
    ['适用本法第二章第一节至第五节关于普通合伙企业的规定', ['第二章第一节至第五节']],
    ['有前款第三项至六项规定情形之一', ['前款第三项至第六项']],
    ['第十二条第一、三、四、八项', ['第十二条第一项', '第十二条第三项', '第十二条第四项', '第十二条第八项']],
    [
      '第二十四条第（一）、（二）、（五）项行政强制措施',
      ['第二十四条第一项', '第二十四条第二项', '第二十四条第五项'],
    ],
    ['上述第(一)至第(十二)项专门设计', ['第一项至第十二项']],
    ['第十三条第(一)项和第(二)项规定的支出', ['第十三条第一项', '第十三条第二项']],
    ['具有第三十一条（五）项情形', ['第三十一条第五项']],
    ['有第一条第（二）（三）项情形的', ['第一条第二项', '第一条第三项']],
    ['第四、五条', ['第四条', '第五条']],
    ['将第三十一条、三十二条删去', ['第三十一条', '第三十二条']],
    ['依照第一百二十条之一第二款的规定', ['第一百二十条之一第二款']],
    ['本节第二百一十三条至第二百一十九条之一规定', ['本节第二百一十三条至第二百一十九条之一']],
    ['第6条第1款第(三)项', ['第六条第一款第三项']],
    ['第 7 条第 2 款', ['第七条第二款']],
    ['第３条', ['第三条']],
    [
      '有限合伙人有第四十八条第一款第一项、第三项至第五项所列情形',
      ['第四十八条第一款第一项', '第四十八条第一款第三项至第五项'],
    ],
    ['适用第五十五条和第五十六条以及本章第七节的规定', ['第五十五条', '第五十六条', '本章第七节']],
    ['依照前款和第一千零九十八条第一项', ['前款', '第一千零九十八条第一项']],
    ['前条第一款第一项、第二项情形', ['前条第一款第一项', '前条第一款第二项']],
    ['单位犯前两款罪的', ['前两款']],
    ['对依照前三款规定追究刑事责任', ['前三款']],
    ['使用以前项手段获取的', ['前项']],
    ['诉讼时效适用本条前款规定', ['本条前款']],
    ['除本款第一项规定外', ['本款第一项']],
    ['依照各该条的规定从重处罚', ['该条']],
    ['将该条修改为', ['该条']],
    ['上一条的规定', ['前条']],
    ['原第三款作为第四款', ['原第三款']],
    ['宪法序言第七自然段', ['序言第七自然段']],
    ['具有第一项、第二项之一的', ['第一项', '第二项']],
    ['前款第（二）项、第（三）项中的机关', ['前款第二项', '前款第三项']],
    ['第三项第2目', ['第三项第2目']],
  ])('%s', (text, expected) => {
    expect(found(text)[0]).toEqual(expected);
  });

  it('ends at a comma, so that 改为 keeps its two sides apart', () => {
    expect(found('将第十三条第二款改为第十六条，第一款改为第十七条。')).toEqual([
      ['第十三条第二款'],
      ['第十六条'],
      ['第一款'],
      ['第十七条'],
    ]);
  });

  it('keeps other instruments’ provisions apart', () => {
    expect(found('具有本法第一编第六章第三节和本法第五百零六条规定的情形')).toEqual([
      ['第一编第六章第三节'],
      ['第五百零六条'],
    ]);
  });

  it.each([
    '委托第三方评估',
    '第十四届95次常务会议',
    '湛江市人民政府令第7号',
    '第一次修正',
    '第二产业和第三产业',
    '本条例自公布之日起施行',
    '应当具备下列条件',
    '符合以下条件、如下条件、以上条件和目前条件',
    '提供格式条款的一方对该条款予以说明',
    '取得该项资产时实际发生的支出',
    '成本项目和基本条件',
    '在办理退役审批手续前编制环境影响报告书',
    '第一项工作是调查摸底',
    '双方签订的第一条件',
    '本项目总投资',
    '到2022年实现第一目标',
    '第三节能服务公司',
    '按照章程第',
    '《联合国海洋法公约》第一条款式',
    '前项目经理',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells where each member of a compound stands', () => {
    const text = '删去第六条第一款第三项和第五项、第二款。';
    const [match] = findLocators(text);
    expect(match?.text).toBe('第六条第一款第三项和第五项、第二款');
    expect(match?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '第六条第一款第三项',
      '第五项',
      '第二款',
    ]);
  });

  it('gives the first member 原, and marks the number as a former one', () => {
    const [match] = findLocators('将原第六条改为第十条');
    expect(match?.text).toBe('原第六条');
    expect(match?.locators[0]?.former).toBe(true);
  });

  it('ranges and slices hold for any text', () => {
    const word = fc.constantFrom(
      '第',
      '前',
      '本',
      '条',
      '款',
      '项',
      '（',
      '）',
      '三',
      '十',
      '5',
      '、',
      '和',
      '至',
      '之',
      '该',
      '原',
      ' ',
      '，',
      '的规定',
      '目',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
        (text) => {
          let end = 0;
          for (const match of findLocators(text)) {
            expect(match.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(match.start, match.end)).toBe(match.text);
            expect(match.spans).toHaveLength(match.locators.length);
            for (const span of match.spans) {
              expect(span.start).toBeGreaterThanOrEqual(match.start);
              expect(span.end).toBeLessThanOrEqual(match.end);
              expect(span.end).toBeGreaterThan(span.start);
            }
            end = match.end;
          }
        },
      ),
    );
  });

  it('what is written is read back', () => {
    const number = fc.integer({ min: 1, max: 1300 }).map(String);
    const locator = fc.tuple(number, fc.option(number), fc.option(number)).map(([a, p, i]) => ({
      steps: [
        { type: 'article' as const, number: a },
        ...(p ? [{ type: 'paragraph' as const, number: p }] : []),
        ...(i ? [{ type: 'item' as const, number: i }] : []),
      ],
    }));
    fc.assert(
      fc.property(locator, fc.constantFrom('print' as const, 'citation' as const), (value, form) => {
        expect(findLocators(formatLocator(value, form))[0]?.locators).toEqual([value]);
      }),
    );
  });
});
