import { describe, expect, test } from 'vitest';
import { type CityAnswer, oneOf } from '../../src/portal/desk.ts';
import { isNational, joined, jointKey } from '../../src/portal/national.ts';

const law = (title: string, documentNumber?: string, issuer?: string) => ({
  ...{ title, kind: 'law' },
  ...(documentNumber === undefined ? {} : { documentNumber }),
  ...(issuer === undefined ? {} : { issuer }),
});

test.each([
  [law('中华人民共和国道路交通安全法'), true],
  [law('《中华人民共和国行政处罚法》'), true],
  [law('行政处罚法'), true],
  [{ title: '关于推进政务服务的通知', kind: 'notice', issuer: '国务院办公厅' }, true],
  [{ title: '税收规范性文件制定管理办法', kind: 'measures', issuer: '国家税务总局' }, true],
  [{ title: '关于收费的通知', kind: 'notice', issuer: '财政部 国家发展改革委' }, true],
  [{ title: '文溪市停车场管理办法', kind: 'measures', issuer: '文溪市人民政府' }, false],
  [{ title: '关于收费的通知', kind: 'notice', issuer: '文溪市财政局' }, false],
  [{ title: '停车场管理办法', kind: 'measures' }, false],
  [{ title: '国家城区管理办法', kind: 'measures', issuer: '国家城镇人民政府' }, false],
])('%o is national: %s', (work, national) => {
  expect(isNational(work)).toBe(national);
});

test('a law is one work under its long and its short name', () => {
  expect(jointKey(law('中华人民共和国行政处罚法'))).toBe(jointKey(law('行政处罚法')));
  expect(jointKey({ title: '文溪市停车场管理办法', kind: 'measures' })).toBeUndefined();
});

describe('works of one name', () => {
  test('a law that was amended has several orders and is one work', () => {
    const works = [law('行政处罚法', '主席令第70号'), law('行政处罚法', '主席令第18号'), law('行政处罚法')];
    expect(joined(works)).toEqual([works]);
  });

  test('notices of one name are told apart by their 文号; one without stays by itself', () => {
    const works = ['国发〔2015〕1号', '国发[2015]1号', '国发〔2018〕1号', undefined].map((number) =>
      law('国务院关于机构设置的通知', number),
    );
    expect(joined(works).map((group) => group.length)).toEqual([2, 1, 1]);
    expect(joined(works.slice(1, 2))).toHaveLength(1);
  });

  test('one 文号 known to some is that of all', () => {
    const works = [law('国务院关于机构设置的通知', '国发〔2018〕1号'), law('国务院关于机构设置的通知')];
    expect(joined(works)).toHaveLength(1);
  });
});

describe('answers of several cities for one law', () => {
  const answer = (name: string, state: CityAnswer['state'], horizon: string): CityAnswer => ({
    ...{ work: { id: `${name}/law`, title: '某法', documentNumber: null }, state, basis: 'stated', horizon },
    ...{
      version: null,
      since: null,
      until: null,
      reason: `${name}说`,
      evidence: [],
      doubts: [],
      addresses: [],
    },
    city: { id: name, name, horizon },
  });

  test('where those that know agree, the one that looked last is quoted, and all are listed', () => {
    const one = oneOf([
      answer('甲', 'in-force', '2020-12-31'),
      answer('乙', 'unknown', '2024-12-31'),
      answer('丙', 'in-force', '2022-12-31'),
    ]);
    expect(one).toMatchObject({ state: 'in-force', reason: '丙说' });
    expect(one.city).toBeUndefined();
    expect(one.sources!.map(({ city }) => city.name)).toEqual(['甲', '乙', '丙']);
  });

  test('where they do not agree, it is unknown, and who says what is told', () => {
    const one = oneOf([answer('甲', 'in-force', '2024-12-31'), answer('乙', 'repealed', '2023-12-31')]);
    expect(one).toMatchObject({ state: 'unknown', basis: 'none' });
    expect(one.reason).toContain('甲：甲说；乙：乙说');
  });

  test('where nobody knows, it stays unknown', () => {
    expect(oneOf([answer('甲', 'unknown', '2020-12-31'), answer('乙', 'unknown', '')]).state).toBe('unknown');
  });
});
