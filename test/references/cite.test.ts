import { describe, expect, test } from 'vitest';
import { cite } from '../../src/domain/references/cite.ts';
import { indexWorks } from '../../src/domain/references/work-index.ts';
import { loadContent } from '../../src/site/load.ts';

const index = indexWorks(loadContent('content').archive.works);
const answer = (query: string, at?: string) => cite(query, index, at);
const ids = (query: string) => answer(query).results.map(({ work, eId }) => `${work.id}#${eId}`);

describe('a citation in any of its spellings finds the one provision', () => {
  const item = 'wangyueche-guiding#art_6__para_1__item_3';
  test.each([
    '《湛江市网络预约出租汽车经营服务管理暂行规定》第六条第一款第三项',
    '湛江市网络预约出租汽车经营服务管理暂行规定六条一款三项',
    '《网络预约出租汽车经营服务管理暂行规定》第6条第1款第(三)项',
    '网络预约 第六条第（三）项',
    '湛江市网络预约出租汽车经营服务管理暂行规定 6-1-3',
    'wangyueche-guiding art_6__para_1__item_3',
  ])('%s', (query) => {
    expect(ids(query)).toEqual([item]);
  });

  test('a compound citation finds all its places, in order', () => {
    expect(ids('奖励办法 第三条第一项第2目、第五条第二款')).toEqual([
      'jubao-jiangli-banfa#art_3__para_1__item_1__point_2',
      'jubao-jiangli-banfa#art_5__para_2',
    ]);
  });

  test.each(['湛府〔2020〕68号', '湛府[2020]68 号', '湛府(2020)68号'])(
    'a 文号 alone is the whole text: %s',
    (query) => {
      expect(ids(query)).toEqual(['zhanfu-2020-68#']);
    },
  );
});

describe('the answer can be quoted', () => {
  test('with title, promulgating and amending orders, and the words of the place', () => {
    const [cited] = answer('《湛江市网络预约出租汽车经营服务管理暂行规定》第六条第一款第三项').results;
    expect(cited?.citation).toBe(
      '《湛江市网络预约出租汽车经营服务管理暂行规定》（湛江市人民政府令第3号公布，令第7号修改）第六条第一款第三项',
    );
    expect(cited?.text).toBe('（三）服务所在地办公场所、负责人员和管理人员等信息；');
  });

  test('the only 款 of an article is not named for itself', () => {
    expect(answer('奖励办法 第一条第一款').results[0]?.label).toBe('第一条');
    expect(answer('奖励办法 第五条第二款').results[0]?.label).toBe('第五条第二款');
  });

  test('title marks inside a title are nested', () => {
    const { citation } = answer('湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定')
      .results[0]!;
    expect(citation).toContain(
      '《湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定》',
    );
  });
});

describe('what cannot be found is refused with a reason', () => {
  test.each([
    ['', '没有写'],
    ['第六条', '没有写文件名称'],
    ['《不存在的办法》第一条', '没有名称或文号为'],
    ['湛江市数字政府规划 第九十九条', '没有第九十九条'],
    ['《湛江市网络预约出租汽车经营服务管理暂行规定》第六条第二款', '第二款'],
    ['《优化营商环境条例》第一条', '原文未载'],
  ])('%s', (query, reason) => {
    const { results, reasons } = answer(query);
    expect(results).toEqual([]);
    expect(reasons.join()).toContain(reason);
  });

  test('a name that several works bear names them all and takes none', () => {
    const { results, candidates } = answer('收费管理 第一条');
    expect(results).toEqual([]);
    expect(candidates.length).toBeGreaterThan(1);
  });

  test('a short name is offered, never assumed', () => {
    const { results, candidates } = answer('网约规定 第六条');
    expect(results).toEqual([]);
    expect(candidates.map(({ id }) => id)).toContain('wangyueche-guiding');
  });

  test('a day before the first text that is held says so', () => {
    expect(answer('湛府〔2020〕68号', '2019-01-01').reasons.join()).toContain('2019-01-01');
  });

  test('ten thousand characters, markup and lone surrogates are only words', () => {
    for (const query of ['甲'.repeat(10_000), '<script>第一条</script>', '\ud800第一条', '.*[(第一条']) {
      expect(answer(query).results).toEqual([]);
    }
  });
});
