import { describe, expect, it } from 'vitest';
import { findLocators, indexProvisions, resolveLocator } from '../../src/domain/references/locator.ts';
import { article, node, tree } from './tree.ts';

const rule = tree([
  node('chapter', 1, article(1, '为了……'), article(2, '甲', '乙', '丙')),
  node(
    'chapter',
    2,
    node('section', 1, article(3, ['应当具备下列条件：', '甲', '乙', '丙'], '前款第二项……')),
    node('section', 2, article(4, ['一：', '甲', '乙'], ['二：', '丙', '丁', '戊']), article('4-1', '之一')),
    article(
      5,
      node(
        'paragraph',
        1,
        '下列：',
        node('item', 1, '甲', node('point', 1, '子'), node('point', 2, '丑')),
        node('item', 2, '乙'),
      ),
    ),
  ),
]);
const index = indexProvisions(rule);

const resolve = (text: string, eId?: string) =>
  findLocators(text).flatMap(({ locators }) =>
    locators.map((locator) => resolveLocator(index, locator, { eId })),
  );
const ids = (text: string, eId?: string) =>
  resolve(text, eId).map((found) => (found.ok ? found.eIds : found.reason));

describe('locators on a tree', () => {
  it.each<[string, string | undefined, (string | string[])[]]>([
    ['第三条第一款第二项', undefined, [['art_3__para_1__item_2']]],
    ['第三条第二项', undefined, [['art_3__para_1__item_2']]],
    ['第五条第一项第2目', undefined, [['art_5__para_1__item_1__point_2']]],
    ['第四条之一', undefined, [['art_4-1']]],
    ['第二章第四条', undefined, [['art_4']]],
    ['第二章第一节', undefined, [['chp_2__sec_1']]],
    ['第二条至第四条', undefined, [['art_2', 'art_3', 'art_4']]],
    [
      '第三条第一项至第三项',
      undefined,
      [['art_3__para_1__item_1', 'art_3__para_1__item_2', 'art_3__para_1__item_3']],
    ],
    [
      '第三条第一项和第三项、第二款',
      undefined,
      [['art_3__para_1__item_1'], ['art_3__para_1__item_3'], ['art_3__para_2']],
    ],
    ['前款第二项', 'art_3__para_2', [['art_3__para_1__item_2']]],
    ['前两款', 'art_2__para_3', [['art_2__para_1', 'art_2__para_2']]],
    ['前条第三款', 'art_3__para_1', [['art_2__para_3']]],
    ['上一条规定', 'art_3__para_1__item_2', [['art_2']]],
    ['本条第一款', 'art_4__para_2__item_1', [['art_4__para_1']]],
    ['本款第三项', 'art_4__para_2__item_1', [['art_4__para_2__item_3']]],
    ['本章第一节', 'art_4__para_1', [['chp_2__sec_1']]],
    ['第二款', 'art_2__para_3', [['art_2__para_2']]],
    ['第一项', 'art_4__para_2__item_2', [['art_4__para_2__item_1']]],
    ['第三项', 'art_3__para_2', [['art_3__para_1__item_3']]],
    ['前项', 'art_3__para_1__item_2', [['art_3__para_1__item_1']]],
    ['第1目', 'art_5__para_1__item_1__point_2', [['art_5__para_1__item_1__point_1']]],
  ])('%s said in %s', (text, eId, expected) => {
    expect(ids(text, eId)).toEqual(expected);
  });

  it.each<[string, string | undefined, string]>([
    ['第四十条', undefined, '全文没有第四十条'],
    ['第〇条', undefined, '全文没有第零条'],
    ['第二条第五款', undefined, '第二条只有3款，没有第五款'],
    ['第三条第九项', undefined, '第三条只有3项，没有第九项'],
    ['第四条第二项', undefined, '第四条有2处列项，“第四条第二项”未写明是哪一款'],
    ['第一条第一项', undefined, '第一条没有第一项'],
    ['前款', 'art_3__para_1', '“前款”无所指：其前只有0款'],
    ['前两款', 'art_2__para_2', '“前两款”无所指：其前只有1款'],
    ['前款', undefined, '“前款”须由所在条文确定，此处未给出所在条文'],
    ['第二款', undefined, '“第二款”未写明是哪一条'],
    ['该条规定', 'art_2__para_1', '“该条”指前文所引，须由上下文确定'],
    ['第四条至第二条', undefined, '“第四条至第二条”起止颠倒'],
    ['前条', 'art_1__para_1', '“前条”无所指：其前只有0条'],
  ])('%s said in %s has a reason', (text, eId, reason) => {
    expect(ids(text, eId)).toEqual([reason]);
  });

  it('does not choose between two articles of one number', () => {
    const twice = tree([node('part', 1, article(1, '甲')), node('part', 2, article(1, '乙'))]);
    const [match] = findLocators('第一条');
    expect(resolveLocator(twice, match!.locators[0]!)).toEqual({
      ok: false,
      reason: '全文有2处第一条，无法确定是哪一处',
    });
    const [exact] = findLocators('第二编第一条');
    expect(resolveLocator(twice, exact!.locators[0]!).ok).toBe(true);
  });

  it('counts sections in the chapter that says them', () => {
    const code = tree([
      node('chapter', 1, node('section', 1, article(1, '甲'))),
      node('chapter', 2, node('section', 1, article(2, '乙')), node('section', 2, article(3, '丙'))),
    ]);
    const [match] = findLocators('第一节');
    expect(resolveLocator(code, match!.locators[0]!, { eId: 'art_3__para_1' })).toEqual({
      ok: true,
      eIds: ['chp_2__sec_1'],
    });
    expect(resolveLocator(code, match!.locators[0]!).ok).toBe(false);
  });

  it('reads 第二条第一项 on a text of levels', () => {
    const decision = tree([node('level', 1, '甲'), node('level', 2, '乙', node('level', 1, '子'))]);
    const [match] = findLocators('第二条第（一）项');
    expect(resolveLocator(decision, match!.locators[0]!)).toEqual({ ok: true, eIds: ['lvl_2__lvl_1'] });
  });

  it('never lands in quoted new wording', () => {
    const decision = tree([node('level', 1, '修改为：', { ...node('paragraph', 1, '新文'), quoted: true })]);
    const [match] = findLocators('第一款');
    expect(resolveLocator(decision, match!.locators[0]!, { eId: 'lvl_1' }).ok).toBe(false);
  });

  it('accepts an empty tree and an unknown context', () => {
    const [match] = findLocators('第一条');
    expect(resolveLocator([], match!.locators[0]!, { eId: 'art_9' }).ok).toBe(false);
  });
});
