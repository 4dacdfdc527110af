/** Facts printed twice: where the places agree nothing is said; where they do not, both are, and neither is asserted. */
import { describe, expect, it } from 'vitest';
import { type Archive, buildArchive } from '../../src/domain/archive.ts';
import { textOn } from '../../src/domain/status/life/life.ts';
import { book, stateOf } from './named.ts';

const told = ({ disagreements }: Archive) =>
  disagreements.map(({ work, about, sides }) => [work, about, ...sides.map(({ says }) => says)]);

const crate: [string, string, string] = [
  'a',
  '2014-01-10',
  '某市集装箱办法\n\n某府〔2014〕4号\n\n第一条　集装箱应当登记。\n\n第二条　本办法自2014年3月1日起施行。\n\n某市人民政府\n\n2014年1月10日\n',
];
const repeal: [string, string, string] = [
  'b',
  '2019-05-01',
  '某市人民政府关于废止《某市集装箱办法》的决定\n\n某府〔2019〕10号\n\n决定废止《某市集装箱办法》（某府〔2014〕4号），自2019年6月1日起生效。\n\n某市人民政府\n\n2019年5月1日\n',
];
const later = (day: string, words: string): [string, string, string] => [
  'c',
  '2021-05-01',
  `某市人民政府关于做好码头工作的通知\n\n某府〔2021〕3号\n\n各单位：\n\n${words}\n\n某市人民政府\n\n${day}\n`,
];

describe('a repeal and a later text that goes on with the document', () => {
  it.each([
    '继续执行《某市集装箱办法》（某府〔2014〕4号）。',
    '《某市集装箱办法》（某府〔2014〕4号）仍继续有效。',
  ])('are both told, and the force is open from the repeal on: %s', (words) => {
    const archive = book(crate, repeal, later('2021年5月1日', words));
    expect(told(archive)).toEqual([['a', 'force', '自2019年6月1日起废止', '2021年5月1日仍称继续有效']]);
    expect(['2019-05-31', '2019-06-01', '2022-01-01'].map((day) => stateOf(archive, 'a', day).state)).toEqual(
      ['in-force', 'unknown', 'unknown'],
    );
    expect(stateOf(archive, 'a', '2022-01-01').reason).toMatch(/^两处所载不一：/);
  });

  it.each([
    ['根据《某市集装箱办法》（某府〔2014〕4号），码头应当登记。', '2021年5月1日'],
    ['取得的许可继续有效，《某市集装箱办法》另行清理。', '2021年5月1日'],
  ])('agree where the later one says nothing of its force: %s', (words, day) => {
    const archive = book(crate, repeal, later(day, words));
    expect(told(archive)).toEqual([]);
    expect(stateOf(archive, 'a', '2022-01-01').state).toBe('repealed');
  });

  it('agree where it went on before the repeal', () => {
    const before: [string, string, string] = [
      'c',
      '2018-05-01',
      later('2018年5月1日', '继续执行《某市集装箱办法》（某府〔2014〕4号）。')[2],
    ];
    expect(told(book(crate, repeal, before))).toEqual([]);
  });
});

describe('what a portal prints of the force', () => {
  const labelled = (words: string): [string, string, string] => [
    'a',
    '2014-01-10',
    crate[2].replace('\n\n某府〔2014〕4号', `\n\n有效性：${words}\n\n某府〔2014〕4号`),
  ];

  it('is held against a repeal', () => {
    expect(told(book(labelled('现行有效'), repeal))).toEqual([
      ['a', 'force', '自2019年6月1日起废止', '所附注记作“有效性：现行有效”'],
    ]);
    expect(told(book(labelled('已废止'), repeal))).toEqual([]);
    expect(told(book(labelled('现行有效')))).toEqual([]);
  });
});

describe('a count and its list', () => {
  const listing = (count: string) =>
    book([
      'b',
      '2019-05-01',
      `某市人民政府关于废止部分文件的决定\n\n某府〔2019〕9号\n\n决定废止下列文件（共${count}件）：\n\n一、某市菜篮子办法（某府〔2014〕3号）\n\n二、某市豆腐办法（某府〔2013〕3号）\n\n三、某市米袋子办法（某府〔2012〕3号）\n\n某市人民政府\n\n2019年5月1日\n`,
    ]);

  it.each(['2', '四', '12'])('of %s differ from three lines', (count) => {
    expect(told(listing(count)).map(([, about, , lists]) => [about, lists])).toEqual([['count', '列出3件']]);
  });

  it('agree where it is three', () => {
    expect(told(listing('3'))).toEqual([]);
    expect(told(listing('三'))).toEqual([]);
  });
});

describe('a 题注 and the decision it names', () => {
  const rule = (day: string, number: number): [string, string, string] => [
    'a',
    '2024-05-01',
    `某市停车办法\n\n（2019年6月1日某市人民政府令第12号公布　根据${day}某市人民政府令第${number}号《某市人民政府关于修改〈某市停车办法〉的决定》修正）\n\n第一条　停车场由市城管局管理。\n\n第二条　本办法自2019年8月1日起施行。\n`,
  ];
  const decision: [string, string, string] = [
    'd',
    '2024-03-15',
    '某市人民政府关于修改《某市停车办法》的决定\n\n（2024年3月15日某市人民政府令第21号公布）\n\n某市人民政府决定对《某市停车办法》作如下修改：\n\n将第一条中的“市公安局”修改为“市城管局”。\n\n本决定自2024年5月1日起施行。\n',
  ];

  it('agree', () => {
    expect(told(book(rule('2024年3月15日', 21), decision))).toEqual([]);
  });

  it('differ in the day, and in the number', () => {
    expect(told(book(rule('2024年3月5日', 21), decision))).toEqual([
      ['a', 'amendment', '题注作2024年3月5日', '决定作2024年3月15日'],
    ]);
    expect(told(book(rule('2024年3月15日', 22), decision)).map(([, about, said]) => [about, said])).toEqual([
      ['amendment', expect.stringContaining('第22号')],
    ]);
  });
});

describe('a number that stands in two places', () => {
  const issue = (contents: string, inCaption: string): Archive =>
    buildArchive({
      issues: [
        {
          id: '2024-03',
          path: 'issues/2024-03/gazette.md',
          horizon: '2024-03-31',
          corrections: [],
          text: `某市人民政府公报\n\n目　录\n\n某市人民政府关于加强防火的通知（某府〔2024〕${contents}号）……1\n\n某市人民政府令（第12号）……2\n\n某市人民政府关于加强防火的通知\n\n某府〔2024〕7号\n\n各区人民政府：\n\n请加强防火。\n\n某市人民政府\n\n2024年3月1日\n\n某市人民政府令\n\n第12号\n\n《某市码头办法》已经2024年3月8日市政府常务会议通过，现予公布，自2024年5月1日起施行。\n\n市长　李明\n\n2024年3月15日\n\n某市码头办法\n\n（2024年3月15日某市人民政府令第${inCaption}号公布）\n\n第一条　码头应当登记。\n\n第二条　本办法自2024年5月1日起施行。\n`,
        },
      ],
      works: [],
      register: { works: [], organs: [] },
    });

  it('agrees', () => {
    expect(told(issue('7', '12'))).toEqual([]);
  });

  it('differs between contents and text', () => {
    expect(told(issue('9', '12')).map(([, about, ...says]) => [about, ...says])).toEqual([
      ['number', '正文作某府〔2024〕7号', '目录作某府〔2024〕9号'],
    ]);
  });

  it('differs between the order and the 题注 of what it promulgates', () => {
    expect(told(issue('7', '13')).map(([, about, said]) => [about, said])).toEqual([
      ['number', expect.stringMatching(/^题注作.*第13号$/)],
    ]);
  });
});

it('each is a message at its place, with both sides', () => {
  const archive = book(
    crate,
    repeal,
    later('2021年5月1日', '继续执行《某市集装箱办法》（某府〔2014〕4号）。'),
  );
  const [message, ...more] = archive.messages.filter(({ rule }) => rule === 'sources-disagree');
  expect(more).toEqual([]);
  expect(message).toMatchObject({ file: 'works/b/2019-05-01.md', severity: 'warning' });
  expect(message!.reason).toMatch(/《某市集装箱办法》的效力两处所载不一：.*废止；.*继续有效/);
  expect(textOn(archive.lives.get('a')!, '2020-01-01').evidence).toHaveLength(2);
});
