import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { type SearchOptions, searchArchive } from '../../src/domain/search/search.ts';
import type { SearchHit } from '../../src/domain/search/types.ts';
import { corpusOf, seedWorks, townWorks, workOf } from './sample.ts';

const seed = memorySource(corpusOf(seedWorks()));
const town = memorySource(corpusOf(townWorks()));

const places = (hits: readonly SearchHit[]): string[] =>
  hits.map(({ work, version, eId }) => `${work}${version ? `@${version}` : ''}${eId ? `#${eId}` : ''}`);

async function found(source: typeof seed, query: string, options: SearchOptions = {}): Promise<SearchHit[]> {
  return (await searchArchive(source, query, { limit: 0, ...options })).hits;
}

describe('the order of hits', () => {
  test('titles first, the shortest of them first, then headings, then texts', async () => {
    const hits = await found(seed, '数字政府');
    expect(hits.slice(0, 2).map(({ title, eId }) => [title, eId])).toEqual([
      ['湛江市“数字政府”建设总体规划（2020-2022年）', ''],
      ['湛江市人民政府关于印发湛江市“数字政府”建设总体规划（2020-2022年）的通知', ''],
    ]);
    const inHeading = hits.map(({ heading }) => heading.includes('数字政府'));
    const lastHeading = inHeading.lastIndexOf(true);
    expect(inHeading.slice(2, lastHeading + 1).every(Boolean)).toBe(true);
  });

  test('a 文号 leads to its document, in every spelling; another number that begins alike is another document', async () => {
    for (const query of [
      '某府办〔2021〕6号',
      '某府办[2021]6 号',
      '某府办 2021 6号',
      '某府办2021-6号',
      '某府办6号',
    ]) {
      expect(places(await found(town, query))).toEqual(['moufuban-2021-6@2021-06-01']);
    }
  });

  test('a title without its signs leads to the document', async () => {
    const [first] = await found(seed, '湛江市数字政府建设总体规划');
    expect(first!.title).toBe('湛江市“数字政府”建设总体规划（2020-2022年）');
  });

  test('a work known only by its name is found by it, and by its short name', async () => {
    expect(places(await found(town, '房屋停车配建标准'))).toEqual(['only-name']);
    expect(places(await found(town, '停车配建'))).toContain('only-name');
  });

  test('provisions of a document whose title holds the word come before mentions elsewhere', async () => {
    const works = places(await found(town, '停车场', { filters: { text: 'latest' } }));
    const firstMention = works.findIndex((place) => place.startsWith('moufuban') && place.includes('#lvl_1'));
    const lastOwn = works.findLastIndex((place) => place.startsWith('parking@2021'));
    expect(lastOwn).toBeLessThan(firstMention);
  });

  test('texts of today come before replaced ones, which are found too', async () => {
    const hits = await found(town, '停车场管理人员');
    expect(places(hits)).toEqual(['parking@2021-07-01#art_4__para_1', 'parking@2015-05-01#art_4']);
    expect(hits.map(({ past }) => past)).toEqual([false, true]);
  });

  test('words side by side as typed, then words close together', async () => {
    const works = [
      workOf('far', {
        '2020-01-01': '甲办法\n\n第一条 登记应当在三十日内向所在地主管机关提出，逾期的给予处罚。',
      }),
      workOf('near', { '2020-01-01': '乙办法\n\n第一条 不办登记的，处罚如下。' }),
      workOf('beside', { '2020-01-01': '丙办法\n\n第一条 本办法所称登记处罚，是指有关的处理。' }),
    ];
    const hits = await found(memorySource(corpusOf(works)), '登记 处罚');
    expect(hits.map(({ work }) => work)).toEqual(['beside', 'near', 'far']);
  });

  test('where no provision has all the words, the title may have the rest, and that is said', async () => {
    const result = await searchArchive(town, '停车场管理办法 佩戴标志');
    expect(places(result.hits)).toEqual(['parking@2021-07-01#art_4__para_1']);
    expect(result.messages).toHaveLength(1);
  });
});

describe('places', () => {
  test('an article of a document meant by a word of its title or text', async () => {
    const [first] = await found(seed, '网约车 第十条');
    expect(first).toMatchObject({ eId: 'art_10', label: '第十条' });
    expect(first!.title).toContain('暂行规定');
  });

  test('条款项: straight to the 项, cited as lawyers cite', async () => {
    const [first] = await found(town, '停车场管理办法第三条第一款第（二）项');
    expect(first).toMatchObject({ work: 'parking', eId: 'art_3__para_1__item_2', label: '第三条第二项' });
    expect(first!.excerpt).toContain('建立安全管理制度');
  });

  test('an article that does not say its document’s word is still meant by it', async () => {
    const hits = await found(seed, '网约车 第三条');
    expect(hits[0]!.eId).toBe('art_3');
    expect(hits[0]!.title).toContain('网络预约出租汽车');
  });

  test('a word of the title and one from anywhere in it: that document is meant, not one that mentions both', async () => {
    const works = [
      workOf('other', {
        '2022-01-01': '甲市监督办法\n\n第一条 公寓的住户应当登记。\n\n第二条 本办法自发布之日起施行。',
      }),
      workOf('meant', {
        '2020-01-01': '乙市公寓规定\n\n第一条 住户应当爱护设施。\n\n第二条 设施由业主维护。',
      }),
    ];
    const hits = await found(memorySource(corpusOf(works)), '公寓 第二条 住户');
    expect(places(hits)).toEqual(['meant@2020-01-01#art_2']);
  });

  test('a 款 that is not there: the article, and a word about it', async () => {
    const result = await searchArchive(town, '停车场管理办法第五条第九款');
    expect(result.hits[0]).toMatchObject({ eId: 'art_5' });
    expect(result.messages[0]).toContain('第五条第九款');
  });
});

describe('conditions', () => {
  test('excluded words', async () => {
    const charging = places(await found(town, '收费管理人员'));
    expect(charging).toHaveLength(2);
    expect(places(await found(town, '收费管理人员 -5G'))).toEqual(
      charging.filter((place) => !place.includes('-66')),
    );
    for (const hit of await found(seed, '网约车 -平台')) expect(hit.excerpt).not.toContain('平台');
  });

  test('traditional characters, full width, zero width', async () => {
    const expected = places(await found(seed, '网约车'));
    expect(expected.length).toBeGreaterThan(20);
    for (const query of ['網約車', '網约車', '网\u200b约车'])
      expect(places(await found(seed, query))).toEqual(expected);
    expect(places(await found(seed, '５Ｇ'))).toEqual(places(await found(seed, '5g')));
  });

  test('a space beside a digit, as some prints have it', async () => {
    expect(places(await found(seed, '2020 年 12 月 15 日'))).toEqual(
      places(await found(seed, '2020年12月15日')),
    );
  });
});

describe('excerpts', () => {
  test('are centred on the match, and the marks are the match', async () => {
    for (const query of ['信息', '5G', '湛江', '监督管理', '(一)']) {
      for (const { excerpt, marks } of await found(seed, query)) {
        expect(excerpt.length).toBeLessThan(160);
        for (const [start, end] of marks) {
          expect(start).toBeLessThan(end);
          expect(excerpt.slice(start, end).replace(/\s/g, '').length).toBeGreaterThan(0);
          expect(end).toBeLessThanOrEqual(excerpt.length);
        }
      }
    }
    const [hit] = await found(seed, '运输证');
    expect(hit!.marks.map(([start, end]) => hit!.excerpt.slice(start, end))).toEqual(['运输证', '运输证']);
  });

  test('the label is left in print and the place is the 款 of the match', async () => {
    const hits = await found(town, '责令改正');
    expect(hits[0]).toMatchObject({ eId: 'art_4__para_2', label: '第四条第二款' });
  });
});

describe('filters', () => {
  test('counts say what each choice leaves', async () => {
    const result = await searchArchive(town, '停车场', { limit: 0 });
    const { kind, year, past } = result.facets!;
    for (const [value, count] of kind) {
      expect((await searchArchive(town, '停车场', { filters: { kind: value } })).total).toBe(count);
    }
    for (const [value, count] of year) {
      expect((await searchArchive(town, '停车场', { filters: { year: value } })).total).toBe(count);
    }
    expect((await searchArchive(town, '停车场', { filters: { text: 'past' } })).total).toBe(past);
  });

  test('another choice of the same filter keeps its count while one is in force', async () => {
    const all = await searchArchive(town, '停车场');
    const one = await searchArchive(town, '停车场', { filters: { kind: 'notice' } });
    expect(one.facets!.kind).toEqual(all.facets!.kind);
    expect(one.total).toBe(all.facets!.kind.find(([kind]) => kind === 'notice')![1]);
  });

  test('newest first, oldest first, and by document in the order of its text', async () => {
    const dates = async (sort: SearchOptions['sort']): Promise<string[]> =>
      (await found(town, '停车场', { sort })).map(({ version }) => version).filter((day) => day !== '');
    const newest = await dates('newest');
    expect(newest).toEqual([...newest].sort().reverse());
    const oldest = await dates('oldest');
    expect(oldest).toEqual([...oldest].sort());
    const inText = places(
      await found(town, '停车场', { sort: 'document', filters: { work: 'parking', text: 'latest' } }),
    );
    expect(inText[0]).toBe('parking@2021-07-01');
    expect(inText.filter((place) => place.includes('#art_'))).toEqual(
      inText.filter((place) => place.includes('#art_')).sort(),
    );
  });

  test('no more than so many of one document, and how many it has', async () => {
    const result = await searchArchive(seed, '网约车', { limit: 10, perDocument: 2 });
    const rules = result.hits.filter(({ title, eId }) => title.endsWith('暂行规定') && eId !== '');
    expect(rules).toHaveLength(2);
    expect(rules[0]!.inDocument).toBeGreaterThan(10);
  });
});

describe('nothing found', () => {
  test('a mistyped character: what comes near, apart from hits', async () => {
    const result = await searchArchive(seed, '网约车经菅许可证');
    expect(result.total).toBe(0);
    expect(result.hits).toEqual([]);
    expect(result.similar.map(({ label }) => label)).toContain('第七条');
  });

  test('several words: which of them are there', async () => {
    const result = await searchArchive(seed, '网约车 直升机');
    expect(result.suggestions).toEqual([
      expect.objectContaining({ query: '网约车', total: expect.any(Number) }),
    ]);
  });

  test('filters too narrow: what is there without them', async () => {
    const result = await searchArchive(seed, '网约车', { filters: { year: '1999' } });
    expect(result.total).toBe(0);
    expect(result.suggestions[0]!.total).toBeGreaterThan(20);
  });
});

describe('odd input gives an answer, never an exception', () => {
  test.each([
    ...[
      '',
      ' ',
      '，',
      '。',
      '-',
      '--',
      '“',
      '”',
      '“”',
      '""',
      '\u200b',
      '😀',
      '\ud800',
      '\udc00网',
      '\u0000',
      '.*',
    ],
    ...[
      '[',
      '(?:',
      '\\',
      '%',
      '<script>alert(1)</script>',
      '&amp;',
      '__proto__',
      'constructor',
      '第条',
      '《》',
      '-“',
    ],
    ...[
      'a'.repeat(10_000),
      '网约车'.repeat(4000),
      '网 '.repeat(5000),
      '\ud83d'.repeat(500),
      '第九千九百九十九条',
    ],
  ])('%j', async (query) => {
    const result = await searchArchive(seed, query, { limit: 5 });
    expect(result.hits.length).toBeLessThanOrEqual(5);
    expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
  });

  test('an empty archive', async () => {
    const nothing = memorySource(corpusOf([]));
    expect(await searchArchive(nothing, '网约车')).toMatchObject({ total: 0, hits: [] });
    expect(await searchArchive(nothing, '第十条 网约车')).toMatchObject({ total: 0, hits: [] });
  });
});
