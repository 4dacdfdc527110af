/** Starts that another text sets or moves, and ends that no title names. */
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { textOn } from '../../src/domain/status/life/life.ts';
import { partsOn } from '../../src/domain/status/life/parts.ts';
import { searchCorpus } from '../../src/site/search/archive.ts';
import { book, stateOf } from './named.ts';
import { book as named } from './read.ts';

const shore = (last: string) =>
  `某市岸线条例\n\n（2020年6月1日某市人民政府令第51号公布）\n\n第一章　总则\n\n第一条　保护岸线。\n\n第二章　收费\n\n第二条　收费一元。\n\n第三章　附则\n\n第三条　${last}\n`;
const notice = (body: string): [string, string, string] => [
  'b',
  '2020-08-20',
  `某市人民政府关于岸线事项的决定\n\n（2020年8月20日某市人民政府令第53号公布）\n\n${body}\n`,
];
const states = (last: string, body: string, days: string[]) => {
  const archive = book(['a', '2020-06-01', shore(last)], notice(body));
  return days.map((day) => stateOf(archive, 'a', day).state);
};

describe('a start that is left to others', () => {
  const open = '本条例的施行日期由市人民政府另行公布。';

  it.each([
    '《某市岸线条例》自2021年9月1日起施行。',
    '《某市岸线条例》的施行日期确定为2021年9月1日。',
    '经研究，某市人民政府决定：《某市岸线条例》自2021年9月1日起正式施行。',
  ])('is what they set: %s', (words) => {
    expect(states(open, words, ['2020-09-01', '2021-08-31', '2021-09-01'])).toEqual([
      'published',
      'published',
      'in-force',
    ]);
  });

  it.each([
    '《某市岸线条例》自2021年9月1日起施行以来，成效明显。',
    '《某市岸线条例》第一条自有规定，2021年9月1日检查。',
  ])('stays open where they set none: %s', (words) => {
    expect(states(open, words, ['2021-09-01'])).toEqual(['unknown']);
  });

  it('of a chapter is set for that chapter', () => {
    const archive = book(
      ['a', '2020-06-01', shore('本条例自2020年8月1日起施行。第二章的施行日期由市人民政府另行规定。')],
      notice('《某市岸线条例》第二章自2021年9月1日起施行。'),
    );
    const parts = (day: string) => partsOn(textOn(archive.lives.get('a')!, day), day);
    expect(parts('2021-08-31').find(({ eId }) => eId === 'art_2')).toMatchObject({ state: 'published' });
    expect(parts('2021-09-01')).toEqual([]);
  });
});

describe('a start that the text sets itself', () => {
  const own = '本条例自2020年9月1日起施行。';

  it.each(['《某市岸线条例》推迟至2021年1月1日起施行。', '将《某市岸线条例》的施行日期延期至2021年1月1日。'])(
    'gives way to a later one that moves it: %s',
    (words) => {
      expect(states(own, words, ['2020-09-01', '2020-12-31', '2021-01-01'])).toEqual([
        'published',
        'published',
        'in-force',
      ]);
    },
  );

  it('stands against one that only repeats another day', () => {
    expect(states(own, '《某市岸线条例》自2020年10月1日起施行。', ['2020-09-01'])).toEqual(['in-force']);
  });
});

it('an end with the coming of a text that no title names leaves the force open', () => {
  const archive = book([
    'a',
    '2020-11-01',
    '某市补助办法\n\n某府〔2020〕6号\n\n第一条　发放补助。\n\n第二条　本办法自2021年1月1日起施行，有效期至新的补助办法出台之日止。\n\n某市人民政府\n\n2020年11月1日\n',
  ]);
  expect(stateOf(archive, 'a', '2021-01-01').state).toBe('in-force');
  expect(stateOf(archive, 'a', '2022-01-01')).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('新的补助办法'),
  });
});

describe('a decision that is itself repealed', () => {
  const quarry: [string, string, string] = [
    'a',
    '2015-03-01',
    '某市石料办法\n\n（2015年3月1日某市人民政府令第5号公布）\n\n第一条　石料费为一元。\n\n第二条　本办法自2015年5月1日起施行。\n',
  ];
  const decision: [string, string, string] = [
    'b',
    '2018-10-01',
    '某市人民政府关于修改《某市石料办法》的决定\n\n（2018年10月1日某市人民政府令第20号公布）\n\n对《某市石料办法》作如下修改：\n\n将第一条中的“一元”修改为“二元”。\n\n本决定自2019年1月1日起施行。\n',
  ];
  const repeal = (day: string, filed: string): [string, string, string] => [
    'c',
    filed,
    `某市人民政府关于废止《某市人民政府关于修改〈某市石料办法〉的决定》的决定\n\n（${day}某市人民政府令第21号公布）\n\n废止《某市人民政府关于修改〈某市石料办法〉的决定》（某市人民政府令第20号）。本决定自公布之日起施行。\n`,
  ];
  const textIn2020 = (...texts: [string, string, string][]) =>
    textOn(book(quarry, decision, ...texts).lives.get('a')!, '2020-01-01');

  it('before it begins changes nothing, which is said', () => {
    const told = textIn2020(repeal('2018年12月1日', '2018-12-01'));
    expect([told.state, told.version]).toEqual(['in-force', '2015-03-01']);
    expect(told.reason).toContain('该决定于2018年12月1日施行前被废止');
  });

  it('before it begins is not found by a search on any day', async () => {
    const source = memorySource(searchCorpus(book(quarry, decision, repeal('2018年12月1日', '2018-12-01'))));
    for (const day of ['2018-12-31', '2019-01-01', '2020-01-01']) {
      const { hits } = await searchArchive(source, '石料费', {
        at: day,
        filters: { on: day, work: 'a' },
        limit: 5,
      });
      expect(new Set(hits.map(({ version }) => version))).toEqual(new Set(['2015-03-01']));
    }
  });

  it('after it has begun has changed the text', () => {
    expect(textIn2020(repeal('2019年12月1日', '2019-12-01')).version).toBe('2019-01-01');
    expect(textIn2020().version).toBe('2019-01-01');
  });
});

it('a repeal that needs approval and prints no day of promulgation is open from the approval on', () => {
  const archive = book(
    [
      'a',
      '2012-03-30',
      '某市土地条例\n\n（2012年3月1日某市人民代表大会常务委员会第三次会议通过　2012年3月30日某省人民代表大会常务委员会第五次会议批准）\n\n第一条　土地应当登记。\n\n第二条　本条例自2012年5月1日起施行。\n',
    ],
    [
      'z',
      '2019-09-27',
      '某市人民代表大会常务委员会关于废止《某市土地条例》的决定\n\n（2019年8月20日某市人民代表大会常务委员会第三十次会议通过　2019年9月27日某省人民代表大会常务委员会第十二次会议批准）\n\n某市人民代表大会常务委员会决定：废止《某市土地条例》。\n\n本决定报经批准后公布施行。\n',
    ],
  );
  expect(['2019-09-26', '2019-09-27'].map((day) => stateOf(archive, 'a', day).state)).toEqual([
    'in-force',
    'unknown',
  ]);
});

describe('of a text that is not held, a start that others tell', () => {
  const told = (words: string) =>
    `某市人民政府办公室关于有关工作的通知\n\n某政办〔2023〕20号\n\n各区人民政府：\n\n${words}\n\n某市人民政府办公室\n\n2023年5月20日\n`;
  const moved = '《某市餐厨垃圾管理办法》施行日期由2023年6月1日推迟至2023年12月1日。';
  const other = '《某市餐厨垃圾管理办法》推迟至2024年1月1日起施行。';
  it.each([
    [[moved], ['not-yet', 'in-force']],
    [
      [moved, other],
      ['unknown', 'unknown'],
    ],
    [['《某市餐厨垃圾管理办法》施行日期由2023年6月1日起算。'], ['unknown', 'unknown']],
  ])('%s', (words, states) => {
    const texts = Object.fromEntries(words.map((one, i) => [`z${i}/2023-05-2${i}`, told(one)]));
    const index = named(texts, '2024-12-31');
    expect(
      ['2023-07-01', '2023-12-10'].map((day) => askStatus(['某市餐厨垃圾管理办法'], day, index)[0]!.state),
    ).toEqual(states);
  });
});
