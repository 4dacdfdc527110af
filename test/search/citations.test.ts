import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { corpusOf, workOf } from './sample.ts';

const works = [
  workOf('du', {
    '2015-06-30':
      '青禾市渡口管理规定\n\n第一条 渡口应当登记。\n\n第二条 申请人应当提交：\n\n（一）申请书；\n\n（二）担保书。',
    '2019-12-31':
      '青禾市渡口管理规定\n\n第一条 渡口应当登记。\n\n第二条 申请人应当提交：\n\n（一）申请书；\n\n（二）船舶证书。',
  }),
  workOf('hang', {
    '2018-01-01': '青禾市航道办法\n\n第一条 依照《海上交通法》第二条的规定办理。\n\n第二条 航道应当疏浚。',
  }),
];
const source = memorySource(corpusOf(works));
const found = async (query: string) => {
  const { hits, messages } = await searchArchive(source, query);
  return { hits: hits.map(({ work, version, eId }) => `${work} ${version} ${eId}`), messages };
};

describe('a citation typed into the search', () => {
  test.each([
    ['《青禾市渡口管理规定》（2015年6月30日文本）第二条第二项', 'du 2015-06-30 art_2__para_1__item_2'],
    [
      '《青禾市渡口管理规定》（青禾市人民政府令第12号，2019年12月31日文本）第二条第一款第二项',
      'du 2019-12-31 art_2__para_1__item_2',
    ],
    ['《青禾市渡口管理规定》（2015年）第一条', 'du 2015-06-30 art_1'],
    ['《青禾市渡口管理规定》（2015年文本）', 'du 2015-06-30 '],
  ])('%s goes to its place in that text', async (query, place) => {
    const { hits, messages } = await found(query);
    expect(hits[0]).toBe(place);
    expect(hits.filter((hit) => !hit.startsWith(place.slice(0, 13)))).toEqual([]);
    expect(messages).toEqual([]);
  });

  test('of a text that is not held is told so, and gets the others', async () => {
    const { hits, messages } = await found('《青禾市渡口管理规定》（2017年文本）第二条第二项');
    expect(hits[0]).toBe('du 2019-12-31 art_2__para_1__item_2');
    expect(messages).toEqual(['本库没有2017年的文本，以下是所收的文本']);
  });
});

describe('an article of a law that is not held', () => {
  test('is not the article of another: what prints the words comes, and the law is said to be missing', async () => {
    const { hits, messages } = await found('海上交通法第2条');
    expect(hits).toEqual(['hang 2018-01-01 art_1']);
    expect(messages[0]).toContain('没有收录《海上交通法》');
  });

  test('that nothing prints gets no hit, and is said to be missing', async () => {
    const { hits, messages } = await found('渔业法第二条');
    expect(hits).toEqual([]);
    expect(messages[0]).toContain('没有收录《渔业法》');
  });

  test('of a law that is held comes first', async () => {
    expect((await found('渡口管理规定第一条')).hits[0]).toBe('du 2019-12-31 art_1');
  });
});
