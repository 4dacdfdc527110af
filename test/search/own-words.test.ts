import { describe, expect, test } from 'vitest';
import type { EverydayWord } from '../../src/domain/model.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { ownWords } from '../../src/domain/search/own-words.ts';
import { type SearchResult, searchArchive } from '../../src/domain/search/search.ts';
import { corpusOf, workOf } from './sample.ts';

const table: EverydayWord[] = [
  { said: '溜狗', meant: ['遛犬', '携带犬只'], because: '办法称犬只' },
  { said: '多少钱', meant: ['元'], because: '金额以元写' },
];
const texts = ['携带犬只外出应当束犬链', '罚款由公安机关收缴，五十元以上', '犬只登记'];
const occurs = async (word: string): Promise<boolean> => texts.some((text) => text.includes(word));

describe('a question is cut', () => {
  test.each([
    // A word of the archive stands before parts of it, and before words of asking.
    ['犬只登记怎么办', ['犬只登记'], ['怎么办']],
    ['溜狗罚款多少钱', ['溜狗', '罚款', '多少钱'], []],
    ['谁收缴罚款', ['收缴', '罚款'], ['谁']],
    ['飞碟登记', ['登记'], ['飞碟']],
  ])('%s', async (typed, words, dropped) => {
    const cut = await ownWords(typed, table, occurs);
    expect(cut?.needles.map((needle) => needle.typed)).toEqual(words);
    expect(cut?.dropped).toEqual(dropped);
  });

  test('an everyday word is looked for as said and as the law says it', async () => {
    const cut = await ownWords('溜狗', table, occurs);
    expect(cut?.needles[0]?.forms).toEqual(['溜狗', '遛犬', '携带犬只']);
    expect(cut?.led).toEqual([table[0]]);
  });

  test.each(['', '犬只登记', '“犬只 登记”', '飞碟', '一'.repeat(60), '！？', '犬只 -登记'])(
    'there is nothing to cut: %j',
    async (typed) => {
      expect(await ownWords(typed, table, occurs)).toBeUndefined();
    },
  );
});

describe('a question is answered', () => {
  const dogs = workOf('dogs', {
    '2021-01-01': `某市养犬管理办法

第一条 为了规范养犬，制定本办法。

第二条 携带犬只外出，应当遵守下列规定：

（一）束犬链，牵领犬只；

（二）避让老年人，不得让犬只进入幼儿园。

第三条 违反第二条规定，携带犬只不束犬链的，由公安机关处五十元以上二百元以下罚款。
`,
  });
  const source = memorySource(corpusOf([dogs]));
  const ask = (query: string): Promise<SearchResult> =>
    searchArchive(source, query, { limit: 0, everyday: table });

  test('by the words it is made of, and what was done is said', async () => {
    const { hits, messages } = await ask('溜狗罚款多少钱');
    expect(hits.map(({ label }) => label)).toEqual(['第三条']);
    expect(messages.join()).toContain('“溜狗”也按“遛犬”“携带犬只”查（办法称犬只）');
  });

  test('without a word that no text holds, which is said', async () => {
    const { hits, messages } = await ask('飞碟犬链');
    expect(hits.map(({ label }) => label)).toContain('第三条');
    expect(messages.join()).toContain('没有用到“飞碟”');
  });

  test('as typed where that is found: nothing is put for anything', async () => {
    const { hits, messages } = await ask('束犬链');
    expect(hits.length).toBe(2);
    expect(messages).toEqual([]);
  });

  test('words that the reader parted are conditions: none is left out', async () => {
    const { total, suggestions } = await ask('犬链 飞碟');
    expect(total).toBe(0);
    expect(suggestions.map(({ query }) => query)).toEqual(['犬链']);
  });
});

describe('every line that holds the words', () => {
  const rules = workOf('rules', {
    '2021-01-01': `某市仓储管理规定

第一条 仓库应当遵守下列规定：

（一）易燃物品单独存放；

（二）不得堆放杂物；

（三）易燃物品的存放量不得超过核定数量，易燃物品的标志应当醒目。

第二条 易燃物品出库应当登记，登记的内容包括${'品名、数量、用途、'.repeat(20)}经办人；装卸易燃物品应当有人看管。
`,
  });
  const source = memorySource(corpusOf([rules]));

  test('is a place of its own under its article, and is counted', async () => {
    const { hits, total, lines } = await searchArchive(source, '易燃物品', { limit: 0 });
    expect(hits.map(({ places }) => places.map(({ label }) => label))).toEqual([
      ['第一条第一项', '第一条第三项'],
      [],
    ]);
    expect([total, lines]).toEqual([2, 3]);
    for (const { excerpt } of hits[0]!.places) expect(excerpt).toContain('易燃物品');
  });

  test('words far apart are all seen in the excerpt', async () => {
    const { hits } = await searchArchive(source, '出库 看管', { limit: 0 });
    const [{ excerpt, marks }] = hits as [(typeof hits)[0]];
    expect(marks.map(([start, end]) => excerpt.slice(start, end))).toEqual(['出库', '看管']);
    expect(excerpt).toContain('…');
    expect(excerpt.length).toBeLessThan(260);
  });
});

test('works without a text come after the texts', async () => {
  const named = workOf('named', { '2020-01-01': '某省广告管理条例\n\n第一条 为了规范广告，制定本条例。\n' });
  const held = workOf('held', { '2021-01-01': '某市户外广告管理办法\n\n第一条 户外广告应当安全。\n' });
  const corpus = corpusOf([{ ...named, versions: [] }, held]);
  const { hits } = await searchArchive(memorySource(corpus), '广告', { limit: 0 });
  expect(hits.map(({ work, eId }) => `${work}#${eId}`)).toEqual(['held#', 'held#art_1', 'named#']);
});
