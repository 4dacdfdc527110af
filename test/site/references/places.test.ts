import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../src/site/references/places.ts';
import { heldContent, textOf } from '../held.ts';

const held = heldContent();
const rules = placesOf(textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定').instrument);
const plan = placesOf(textOf(held, '湛江市“数字政府”建设总体规划（2020-2022年）').instrument);
const decision = placesOf(
  textOf(held, '湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定').instrument,
);
const repeal = placesOf(textOf(held, '湛江市发展和改革局关于废止部分部门规范性文件的通知').instrument);
const order = placesOf(textOf(held, '湛江市人民政府令第7号').instrument);

describe('a place in words', () => {
  test.each([
    ['art_6__para_1__item_3', '第六条第三项'],
    ['art_2__para_3', '第二条第三款'],
    // A lone 款 is called by its article.
    ['art_13__para_1', '第十三条'],
    ['art_13', '第十三条'],
  ])('of a text with articles: %s is %s', (eId, words) => {
    expect(rules.words(eId)).toBe(words);
  });

  test('of a plan is its printed labels', () => {
    expect(plan.words('lvl_6__lvl_2__lvl_1')).toBe('六、（二）1');
    expect(plan.words('lvl_1__lvl_2__para_3')).toBe('一、（二）第三段');
  });

  test('of a decision is its clause, of quoted wording the paragraph of the clause', () => {
    const clauses = decision.ids().filter((eId) => /lvl_\d+$/.test(eId));
    expect(clauses.map((eId) => decision.words(eId))).toEqual(['一', '二', '三', '四']);
    expect(decision.words(`${clauses[1]}__para_2`)).toBe('二、第二段');
  });

  test('of a notice is the paragraph, or 正文 where it has only one', () => {
    expect(repeal.words('para_2')).toBe('第二段');
    expect(order.words('para_1')).toBe('正文');
  });

  test('of an annex names the annex', () => {
    expect(repeal.words('att_1__tbl_1')).toBe('附件表格');
    expect(repeal.words('att_1')).toBe('附件');
  });

  test('that the text does not have is empty', () => {
    expect(rules.words('art_99')).toBe('');
  });
});

describe('what lies where', () => {
  test('a provision and what is inside it are nested, neighbours are not', () => {
    expect(rules.nested('art_6', 'art_6__para_1__item_3')).toBe(true);
    expect(rules.nested('art_6__para_1__item_3', 'art_6')).toBe(true);
    expect(rules.nested('art_6', 'art_7')).toBe(false);
    expect(rules.nested('art_6', 'art_99')).toBe(false);
  });

  test('a span runs from the first to the last where they stand side by side', () => {
    expect(rules.span('art_3', 'art_5').map(({ eId }) => eId)).toEqual(['art_3', 'art_4', 'art_5']);
    expect(rules.span('art_5', 'art_3').map(({ eId }) => eId)).toEqual(['art_5']);
    expect(rules.span('art_5', 'art_6__para_1').map(({ eId }) => eId)).toEqual(['art_5']);
    expect(rules.span('art_99')).toEqual([]);
  });
});
