import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import { cite } from '../../src/domain/references/cite.ts';
import { libraryOf } from '../../src/domain/status/life/life.ts';
import { loadContent } from '../../src/site/load.ts';
import { libraryAmong, readTexts } from './archive.ts';

const index = libraryAmong(loadContent('content').archive.works);
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
  test('with title, promulgating order, day of the text, and the words of the place', () => {
    const [cited] = answer('《湛江市网络预约出租汽车经营服务管理暂行规定》第六条第一款第三项').results;
    expect(cited?.citation).toBe(
      '《湛江市网络预约出租汽车经营服务管理暂行规定》（湛江市人民政府令第3号，2020年12月19日文本）第六条第三项',
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

describe('among laws', () => {
  const numerals = ['一', '二', '二之一', '三'].map((number) => number.split('之'));
  const articles = numerals.map(
    ([number, inserted]) =>
      `第${number}条${inserted ? `之${inserted}` : ''}　有下列行为的：\n\n（一）甲；\n\n（二）乙。\n\n丙。`,
  );
  const { works } = readTexts(
    ['hefa', '2010-01-01', ['中华人民共和国河流法', ...articles].join('\n\n')],
    ['qinglan', '2012-01-01', ['青岚市实施《中华人民共和国湖泊法》办法', ...articles].join('\n\n')],
    ['baishi', '2015-01-01', ['白石市绿化条例', ...articles].join('\n\n')],
    ['heishi', '2015-01-01', ['黑石市绿化条例', ...articles].join('\n\n')],
  );
  const laws = libraryAmong(works);
  const found = (query: string) => cite(query, laws).results.map(({ work, eId }) => `${work.id} ${eId}`);

  test.each([
    ['河流法第二条', 'hefa art_2'],
    ['河流法 2', 'hefa art_2'],
    ['河流法2', 'hefa art_2'],
    ['河流法2条1款(二)', 'hefa art_2__para_1__item_2'],
    ['河流法二条之一', 'hefa art_2-1'],
    ['河流法2之一', 'hefa art_2-1'],
    ['河流法三-2', undefined],
    ['河流法 3-2', 'hefa art_3__para_2'],
    ['河流法：3-1-2', 'hefa art_3__para_1__item_2'],
    ['河流法§3', 'hefa art_3'],
    ['依照《河流法》第三条第二款的规定', 'hefa art_3__para_2'],
    ['《河流法》第三条第一款规定', 'hefa art_3__para_1'],
    ['河流法（2010年修正）第三条', 'hefa art_3'],
    ['hefa@2010-01-01#art_3', 'hefa art_3'],
    ['白石 绿化 3条', 'baishi art_3'],
  ])('%s → %s', (query, expected) => {
    expect(found(query)).toEqual(expected === undefined ? [] : [expected]);
  });

  test.each([
    // A mere dash may part article and paragraph, or be the inserted article.
    ['河流法 2-1', '第二条之一'],
    ['河流法（1998）第三条', '1998年的文本'],
    ['hefa@2001-01-01', '2001-01-01的文本'],
    ['hefa@2010-02-30#art_3', '“2010-02-30”不存在'],
    ['《河流法》第三条第一款所说的甲', '没有看懂“第三条第一款所说的甲”'],
    // A law that is not held is not the measures that carry it out.
    ['湖泊法第三条', '原文未载'],
    ['绿化条例 3条', '可指2个文件'],
    ['河流法第〇条', '没有第零条'],
  ])('%s: %s', (query, reason) => {
    const { results, reasons } = cite(query, laws);
    expect(results).toEqual([]);
    expect(reasons.join()).toContain(reason);
  });

  test('two citations in one are answered each', () => {
    expect(found('河流法第一条和白石市绿化条例第三条')).toEqual(['hefa art_1', 'baishi art_3']);
    expect(found('河流法第一条；白石市绿化条例第三条')).toEqual(['hefa art_1', 'baishi art_3']);
  });
});

test('words that are not held are said to be missing', () => {
  const { results, reasons } = answer('wangyueche-guiding 第六条第一款第三项', '2019-06-01');
  expect(results.map(({ version }) => version.date)).toEqual(['2018-12-31']);
  expect(reasons).toEqual(['第六条第一款第三项：曾有条文，原文未载于本库']);
});

describe('a cover', () => {
  const notice = [
    '某市人民政府办公室关于印发某市加装电梯补助细则的通知',
    '某府办规〔2023〕2号',
    '各区人民政府：',
    '现将《某市加装电梯补助细则》印发给你们。',
    '某市人民政府办公室',
    '2023年3月6日',
    '某市加装电梯补助细则',
    '第一条　为了规范补助，制定本细则。',
    '第二条　每台补助二十万元。',
  ].join('\n\n');
  const works = libraryAmong(
    buildArchive({
      issues: [],
      works: [{ name: 'cover', path: 'works/cover/text.md', text: notice, corrections: [] }],
      register: { works: [], organs: [] },
    }).works,
  );

  test('is asked for an article that only its enclosed text has', () => {
    const { results, notes } = cite('某府办规〔2023〕2号第二条', works);
    expect(results.map(({ work, eId }) => [work.title, eId])).toEqual([['某市加装电梯补助细则', 'art_2']]);
    expect(notes).toEqual(['“某府办规〔2023〕2号”所印发、公布的是《某市加装电梯补助细则》，以下为其条文']);
  });

  test('of a text that has no such article either says so of itself', () => {
    const { results, reasons } = cite('某府办规〔2023〕2号第九条', works);
    expect(results).toEqual([]);
    expect(reasons).toHaveLength(1);
  });
});

describe('a short name that a text of the archive gives', () => {
  const text = (name: string, title: string, ...lines: string[]) => ({
    name,
    date: '2021-01-01',
    path: `works/${name}/2021-01-01.md`,
    text: [title, '（2020年12月1日青禾市人民政府公布）', ...lines].join('\n\n'),
    corrections: [],
  });
  const ferry = text('ferry', '青禾市渡船检验办法', '第一条　渡船应当检验。', '检验每年一次。');
  const crew = text(
    'crew',
    '青禾市船员规定',
    '第一条　根据《青禾市渡船检验办法》（以下简称《渡船办法》），制定本规定。',
  );
  const other = text('other', '青禾市渡船收费办法', '第一条　渡船可以收费。');
  const fees = text(
    'fees',
    '青禾市收费规定',
    '第一条　根据《青禾市渡船收费办法》（以下简称《渡船办法》），制定本规定。',
  );
  const among = (...works: ReturnType<typeof text>[]) =>
    libraryOf(buildArchive({ issues: [], works, register: { works: [], organs: [] } }));

  test('means the document that it was given to, and says so', () => {
    const { results, reasons, notes } = cite('渡船办法 第一条第二款', among(ferry, crew));
    expect(results.map(({ work, eId }) => `${work.id} ${eId}`)).toEqual(['ferry art_1__para_2']);
    expect(reasons).toEqual([]);
    expect(notes).toEqual(['“渡船办法”是《青禾市船员规定》用的简称，指《青禾市渡船检验办法》']);
  });

  test('that texts give to two documents means neither', () => {
    const { results, candidates } = cite('《渡船办法》第一条', among(ferry, crew, other, fees));
    expect(results).toEqual([]);
    expect(candidates.map(({ id }) => id).sort()).toEqual(['ferry', 'other']);
  });

  test('gives way to a document of that title', () => {
    const own = text('own', '渡船办法', '第一条　本办法所称渡船是指船。');
    const { results } = cite('渡船办法第一条', among(ferry, crew, own));
    expect(results.map(({ work }) => work.id)).toEqual(['own']);
  });
});

describe('a place that is called by its heading or by the marks of a plan', () => {
  const code = [
    '样本法典',
    '第一编　总则',
    '第一章　一般规定',
    '第一条　甲。',
    '第二编　合同',
    '第一章　一般规定',
    '第二条　乙。',
    '第二章　订立',
    '第三条　丙。',
  ];
  const plan = (year: number) => [
    `青禾市总体规划（${year}年修订）`,
    '一、总则',
    '（一）目标',
    '1.甲。',
    '2.乙。',
  ];
  const file = (name: string, date: string, lines: string[]) => ({
    name,
    date,
    path: `works/${name}/${date}.md`,
    text: lines.join('\n\n'),
    corrections: [],
  });
  const works = [
    file('code', '2020-01-01', code),
    file('plan19', '2019-05-01', plan(2019)),
    file('plan23', '2023-05-01', plan(2023)),
  ];
  const library = libraryOf(buildArchive({ issues: [], works, register: { works: [], organs: [] } }));

  test.each([
    ['样本法典合同编', 'code part_2'],
    ['《样本法典》第一编总则', 'code part_1'],
    ['样本法典总则', 'code part_1'],
    ['样本法典合同编第二章', 'code part_2__chp_2'],
    ['样本法典第二编第二章', 'code part_2__chp_2'],
    ['青禾市总体规划（2019年修订）一、（一）2', 'plan19 lvl_1__lvl_1__lvl_2'],
    ['《青禾市总体规划（2023年修订）》一、（一）1', 'plan23 lvl_1__lvl_1__lvl_1'],
  ])('%s', (query, place) => {
    expect(cite(query, library).results.map(({ work, eId }) => `${work.id} ${eId}`)).toEqual([place]);
  });

  test.each(['样本法典第二章第九条', '样本法典婚姻编', '样本法典一般规定', '青禾市总体规划一、（一）2'])(
    '%s means no one place',
    (query) => {
      const { results, reasons } = cite(query, library);
      expect(results).toEqual([]);
      expect(reasons.length).toBeGreaterThan(0);
    },
  );
});
