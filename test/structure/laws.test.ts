/** What long laws and damaged ones ask for, beyond the golden samples. */
import { describe, expect, test } from 'vitest';
import { articleMark, containerMark, listMark } from '../../src/domain/structure/index.ts';
import { formatNumeral } from '../../src/domain/text/index.ts';
import { read } from './read.ts';

describe('a code of 1260 articles', () => {
  const parts = Array.from({ length: 7 }, (_, p) => {
    const articles = Array.from(
      { length: 180 },
      (_, i) =>
        `第${formatNumeral(p * 180 + i + 1)}条　当事人应当依照本法第${formatNumeral(i + 1)}条的规定履行义务。`,
    );
    return [`第${formatNumeral(p + 1)}编　分则`, '第一章　一般规定', ...articles];
  });
  const { first, messages } = read(['中华人民共和国样本法典', ...parts.flat()].join('\n\n'));

  test('has every article, with its number, in its chapter and part', () => {
    expect(messages).toEqual([]);
    expect(first.provisions).toHaveLength(7);
    const articles = first.provisions.flatMap(({ children }) => children[0]!.children);
    expect(articles.map(({ number }) => number)).toEqual(
      Array.from({ length: 1260 }, (_, i) => String(i + 1)),
    );
    expect(articles[1259]).toMatchObject({ label: '第一千二百六十条', eId: 'art_1260' });
    for (const [i, part] of first.provisions.entries()) {
      expect(part).toMatchObject({ type: 'part', number: String(i + 1), heading: '分则' });
      expect(part.children).toHaveLength(1);
      expect(part.children[0]!.children).toHaveLength(180);
    }
  });
});

describe('irregular numbers are reported with their place, and nothing is left out', () => {
  test.each([
    ['第一条 第二条 第三条', []],
    ['第一条 第三条', ['3 article-gap']],
    ['第二条 第三条', ['2 article-gap']],
    ['第一条 第二条 第二条 第三条', ['4 article-duplicate']],
    ['第一条 第二条 第四条 第三条 第五条', ['4 article-order', '5 article-order']],
    ['第一条 第一条之一 第一条之二 第二条', []],
    ['第一条 第一条之二 第二条', ['3 article-gap']],
  ])('%s → %j', (labels, expected) => {
    const heads = labels.split(' ');
    const { first, messages } = read(['样本办法', ...heads.map((head) => `${head} 甲。`)].join('\n'));
    expect(first.provisions.map(({ label }) => label)).toEqual(heads);
    expect(messages.map(({ rule, line }) => `${line} ${rule}`)).toEqual(expected);
  });
});

describe('what heads a provision, and what only seems to', () => {
  test.each([
    ['第六条 申请材料', '6'],
    ['第六条　申请材料', '6'],
    ['第六条【目的】为了', '6'],
    ['第十条之一 为了', '10-1'],
    ['第一百零三条 甲', '103'],
    ['第１０条　甲', '10'],
    ['第21条 甲', '21'],
  ])('%s heads an article %s', (text, number) => {
    expect(articleMark(text)?.number).toBe(number);
  });

  test.each([
    '第十三条规定的条件',
    '第三条第一款所称',
    '第六条、第七条',
    '第六条和第七条',
    '第三方机构',
    '第十四届人民代表大会',
    '第7号',
    '本法第六条 规定',
  ])('%s heads none', (text) => {
    expect(articleMark(text)).toBeUndefined();
  });

  test.each([
    ['第一编 总则', 'part', '1'],
    ['第一分编 通则', 'part', '1'],
    ['第十二章　法律责任', 'chapter', '12'],
    ['第三节 附则', 'section', '3'],
    ['第 一 章　总　则', 'chapter', '1'],
  ])('%s heads a %s', (text, style, number) => {
    expect(containerMark(text)).toMatchObject({ style, number });
  });

  test.each(['第一章规定的程序，应当遵守。', '第三章和第四章的规定', '第二节的规定', '第一章。'])(
    '%s heads none',
    (text) => {
      expect(containerMark(text)).toBeUndefined();
    },
  );

  test.each([
    ['一、总体要求', 'han', '1'],
    ['（十二）其他', 'han-bracket', '12'],
    ['(三) 甲', 'han-bracket', '3'],
    ['1.甲', 'digit', '1'],
    ['12、甲', 'digit', '12'],
    ['（1）甲', 'digit-bracket', '1'],
    ['③甲', 'circle', '3'],
  ])('%s opens an item of style %s', (text, style, number) => {
    expect(listMark(text)).toMatchObject({ style, number });
  });

  test.each(['1.9亿条数据', '80%的事项', '2020年12月', '3.14', '（以下简称网约车）', '十四五规划', '一方面'])(
    '%s opens none',
    (text) => {
      expect(listMark(text)).toBeUndefined();
    },
  );
});
