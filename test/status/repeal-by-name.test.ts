import { describe, expect, test } from 'vitest';
import { book, stateOf } from './named.ts';

const older = '甲市法院关于审理渔港案件的解释';
const repeals = (number: string): string =>
  `甲市法院关于审理码头案件的解释\n\n第一条　审理码头案件，适用本解释。\n\n第二条　本解释自2021年5月1日起施行。《${older}》（${number}）同时废止。`;
const held = (year: number): string =>
  `${older}\n\n（${year}年2月10日甲市法院审判委员会第12次会议通过 ${year}年2月20日公布 自${year}年3月1日起施行）\n\n第一条　审理渔港案件，适用本解释。`;

describe('a clause that repeals by title and number a text that prints no number', () => {
  test('is that text’s where the year is the same, and says why', () => {
    const made = book(['new', '2021-05-01', repeals('甲法释〔2004〕6号')], ['old', '2004-03-01', held(2004)]);
    expect(made.works.filter(({ title }) => title === older)).toHaveLength(1);
    const { state, reason } = stateOf(made, 'old', '2022-01-01');
    expect(state).toBe('repealed');
    expect(reason).toContain('甲法释〔2004〕6号');
    expect(stateOf(made, 'old', '2021-04-30').state).toBe('in-force');
  });

  test('leaves it unknown with that clause where the text is of an earlier year', () => {
    const made = book(['new', '2021-05-01', repeals('甲法释〔2009〕6号')], ['old', '2004-03-01', held(2004)]);
    const { state, evidence } = stateOf(made, 'old', '2022-01-01');
    expect(state).toBe('unknown');
    expect(evidence.map(({ text }) => text).join()).toContain('同时废止');
    expect(stateOf(made, 'old', '2021-04-30').state).toBe('in-force');
  });

  test('is not that text’s where the text is of a later year', () => {
    const made = book(['new', '2021-05-01', repeals('甲法释〔1999〕6号')], ['old', '2004-03-01', held(2004)]);
    expect(stateOf(made, 'old', '2022-01-01').state).toBe('in-force');
    expect(made.works.filter(({ title }) => title === older)).toHaveLength(2);
  });
});

test('a clause that gives another number than the text prints leaves it unknown, with both numbers', () => {
  const rules = '甲市渡口管理办法';
  const made = book(
    [
      'new',
      '2021-05-01',
      `${rules}实施细则\n\n第一条　本细则自2021年5月1日起施行。《${rules}》（甲市人民政府令第13号）同时废止。`,
    ],
    [
      'old',
      '2010-01-01',
      `${rules}\n\n（2009年12月1日甲市人民政府令第12号公布 自2010年1月1日起施行）\n\n第一条　渡口应当安全。`,
    ],
  );
  const { state, reason } = stateOf(made, 'old', '2022-01-01');
  expect(state).toBe('unknown');
  expect(reason).toContain('令第13号');
  expect(reason).toContain('令第12号');
  expect(stateOf(made, 'old', '2021-04-30').state).toBe('in-force');
});

describe('a short name of a former document that the text gives', () => {
  const rules = '甲市渡口管理办法';
  const old: [string, string, string] = [
    'old',
    '2010-01-01',
    `${rules}\n\n（2009年12月1日甲市人民政府公布 自2010年1月1日起施行）\n\n第一条　渡口应当安全。`,
  ];
  const state = (named: string, end: string) =>
    stateOf(
      book(
        [
          'new',
          '2021-05-01',
          `甲市水上交通办法\n\n第一条　为了代替《${rules}》（${named}），制定本办法。\n\n第二条　本办法自2021年5月1日起施行，${end}。`,
        ],
        old,
      ),
      'old',
      '2022-01-01',
    ).state;

  test.each([
    ['以下简称“原办法”', '原办法同时废止'],
    ['以下简称《原办法》', '《原办法》同时废止'],
    ['以下简称旧规定', '旧规定即行废止'],
  ])('%s: %s', (named, end) => {
    expect(state(named, end)).toBe('repealed');
  });

  test.each([
    ['以下简称“原办法”', '按原办法办理的手续不再重办'],
    ['以下简称“原办法”', '依原办法发放的证件同时废止'],
    ['以下简称“办法”', '原办法同时废止'],
  ])('%s: %s ends nothing', (named, end) => {
    expect(state(named, end)).toBe('in-force');
  });
});

describe('works that are only named', () => {
  test('a short name that a text gives is no work', () => {
    const made = book([
      'a',
      '2021-01-01',
      '甲市渔港规定\n\n第一条　根据《甲省渔港管理办法》（以下简称《办法》），制定本规定。\n\n第二条　适用《办法》的，从其规定。',
    ]);
    expect(made.works.map(({ title }) => title)).toEqual(['甲市渔港规定', '甲省渔港管理办法']);
  });

  test('a title and the number behind it are one work', () => {
    const made = book([
      'a',
      '2021-01-01',
      '甲市渔港规定\n\n第一条　按照《关于码头收费的通知》（甲价〔2012〕3号）收费。\n\n第二条　甲价〔2012〕3号另有规定的，从其规定。',
    ]);
    expect(made.works.slice(1)).toMatchObject([
      { title: '关于码头收费的通知', documentNumber: '甲价〔2012〕3号' },
    ]);
  });
});

test.each([
  '市政府12号令',
  '甲市政府12号令',
  '甲市人民政府12号令',
  '甲市人民政府第12号令',
  '市人民政府令第12号',
])('%s同时废止: the order that the caption prints ends', (number) => {
  const made = book(
    [
      'new',
      '2021-05-01',
      `甲市水上交通办法\n\n（2021年4月1日甲市人民政府令第30号公布 自2021年5月1日起施行）\n\n第一条　为了安全，制定本办法。\n\n第二条　本办法自2021年5月1日起施行，${number}同时废止。`,
    ],
    [
      'old',
      '2010-01-01',
      '甲市渡口管理办法\n\n（2009年12月1日甲市人民政府令第12号公布 自2010年1月1日起施行）\n\n第一条　渡口应当安全。',
    ],
  );
  expect(stateOf(made, 'old', '2022-01-01').state).toBe('repealed');
  expect(made.works).toHaveLength(2);
});
