/** Which text a page shows, and what it says of the days on which another applies. */
import { describe, expect, test } from 'vitest';
import { addressOf, type Holdings, presentText } from '../../src/site/holdings.ts';
import { lifeView, stretchesOf } from '../../src/site/status/life.ts';
import { pairsOf } from '../../src/site/views/compare.ts';
import { noticesOf } from '../../src/site/views/days.ts';
import { forceMarks } from '../../src/site/views/force.ts';
import { stateView } from '../../src/site/views/state.ts';
import { versionView } from '../../src/site/views/version.ts';
import { heldUntil, textOf, workOf } from './held.ts';

const boat = '示例市游船管理规定';
const first = `${boat}

（2018年5月4日示例市人民政府令第2号公布）

第一条　游船应当每年检验一次。

第二条　夜间不得航行。

第三条　本规定自2018年6月1日起施行。
`;
const decision = `示例市人民政府关于修改《${boat}》的决定

（2025年3月3日示例市人民政府令第7号公布）

示例市人民政府决定对《${boat}》作如下修改：

一、将第一条修改为：“游船应当每半年检验一次。”

二、删去第二条。

本决定自2031年1月1日起施行。
`;
const amended = (horizon: string): Holdings =>
  heldUntil(horizon, ['youchuan', '2018-05-04', first], ['xiugai', '2025-03-03', decision]);

const words = (holdings: Holdings, date?: string): string[] =>
  noticesOf(holdings, workOf(holdings, boat), textOf(holdings, boat, date)).map(({ runs }) =>
    runs.map(({ text }) => text).join(''),
  );

test('the list of terms names, with its place, a term that it cannot read', () => {
  const text = first.replace('游船应当每年检验一次。', '申请人应当在15个自然日内补正，并在30日内复核。');
  const holdings = heldUntil('2026-06-30', ['youchuan', '2018-05-04', text]);
  const work = workOf(holdings, boat);
  const { deadlines, unread, left } = lifeView(holdings, work, work.versions[0]);
  expect(deadlines.map((row) => row.words)).toEqual(['30日内']);
  expect(unread).toEqual([{ text: '第一条：15个自然日内', href: '#art_1__para_1' }]);
  expect(left).toBe(0);
});

test('deadlines and terms that are not read are called by one name of their places', () => {
  const text = [
    '青禾市人民政府关于游船检验的通知\n\n各区县：\n\n一、检验\n\n（一）船主应当在15个自然日内报告。',
    '（二）检验机构应当在20日内检验。\n\n二、其他\n\n自受理之日起60日内办结。\n\n逾期的，30个自然日内补正。\n',
  ].join('\n\n');
  const holdings = heldUntil('2026-06-30', ['tongzhi', '2018-05-04', text]);
  const [work] = holdings.works.values();
  const { deadlines, unread } = lifeView(holdings, work!, work!.versions[0]);
  expect(deadlines.map(({ label, words: term }) => `${label}：${term}`)).toEqual([
    '一、（二）：20日内',
    '二、第一段：60日内',
  ]);
  expect(unread.map((link) => link.text)).toEqual(['一、（一）：15个自然日内', '二、第二段：30个自然日内']);
});

describe('a decision that starts after the horizon', () => {
  const holdings = amended('2026-06-30');
  const work = workOf(holdings, boat);
  const [old, next] = work.versions;

  test('leaves the text in force at the address of the work, and gives the coming one an address of its day', () => {
    expect(work.versions).toHaveLength(2);
    expect(presentText(holdings, work)).toBe(old);
    expect(addressOf(holdings, old!)).toBe('/works/youchuan/');
    expect(addressOf(holdings, next!)).toMatch(/^\/works\/youchuan\/\d{4}-\d\d-\d\d\/$/);
  });

  test('is told before the first line of both texts, each with a link to the other', () => {
    expect(words(holdings, old!.date)).toEqual([expect.stringMatching(/^自2031年1月1日起改用.*文本。$/)]);
    expect(words(holdings, next!.date)).toEqual([
      '这是将来的文本，自2031年1月1日起施行。2026年6月30日适用的是2018年5月4日文本。',
    ]);
    const [notice] = noticesOf(holdings, work, next!);
    expect(notice!.runs.find(({ href }) => href)!.href).toBe('/works/youchuan/');
  });

  test('gives no badge 有效 to a text that does not apply yet, on no day before', () => {
    expect(stateView(holdings, work, next!)!.word).not.toContain('有效');
    expect(stateView(holdings, work, old!)!.word).toBe('有效');
    const early = stretchesOf(holdings, work, next!).filter(({ since }) => since < '2031-01-01');
    expect(early.length).toBeGreaterThan(0);
    expect(early.filter(({ word }) => word.includes('有效'))).toEqual([]);
  });

  test('is told at each provision: what it will be, and from which day', () => {
    const now = forceMarks(holdings, work, old!);
    expect(now.get('art_1')).toMatchObject([
      { words: '自2031年1月1日起改为：', lines: [expect.stringContaining('每半年检验一次')] },
    ]);
    expect(now.get('art_2')).toMatchObject([{ words: '自2031年1月1日起删去', lines: [] }]);
    const coming = forceMarks(holdings, work, next!);
    expect(coming.get('art_1')).toMatchObject([{ words: '自2031年1月1日起施行' }]);
  });

  test('stands in the list of stretches, each with its text', () => {
    const { lines, compare } = lifeView(holdings, work, old);
    const texts = lines.map(({ since, text }) => [since, text?.name, text?.here]);
    expect(texts).toContainEqual(['2018-06-01', '2018-05-04', true]);
    expect(texts).toContainEqual(['2031-01-01', next!.date, false]);
    // Nothing is known of a text before the first was made.
    expect(lines[0]!.text).toBeUndefined();
    expect(compare).toBe('/works/youchuan/compare/OLD..NEW/');
  });
});

describe('the same decision after its day', () => {
  const holdings = amended('2032-01-01');
  const work = workOf(holdings, boat);
  const [old, next] = work.versions;

  test('its text is the present one, the other an old one', () => {
    expect(presentText(holdings, work)).toBe(next);
    expect(words(holdings, next!.date)).toEqual([]);
    expect(words(holdings, old!.date)).toEqual([
      expect.stringMatching(/^这是旧文本，自2031年1月1日起已为后来的文本所代替。2032年1月1日适用的是/),
    ]);
    expect(forceMarks(holdings, work, next!)).toEqual(new Map());
    expect(forceMarks(holdings, work, old!)).toEqual(new Map());
  });
});

test('a text that has not begun says from when, before its first line', () => {
  const holdings = heldUntil('2018-05-20', ['youchuan', '2018-05-04', first]);
  expect(words(holdings)).toEqual(['自2018年6月1日起施行，此前不适用。']);
  expect(words(heldUntil('2019-01-01', ['youchuan', '2018-05-04', first]))).toEqual([]);
});

test('an article that begins on a day of its own is marked until that day', () => {
  const text = first.replace('起施行。', '起施行，第二条自2020年1月1日起施行。');
  const marks = (horizon: string) => {
    const holdings = heldUntil(horizon, ['youchuan', '2018-05-04', text]);
    return forceMarks(holdings, workOf(holdings, boat), textOf(holdings, boat)).get('art_2');
  };
  expect(marks('2019-01-01')).toMatchObject([{ words: '本处自2020年1月1日起施行，此前不适用' }]);
  expect(marks('2021-01-01')).toBeUndefined();
});

test('a text with a doubt says so before its first line and in what is copied from it', () => {
  const holdings = amended('2032-01-01');
  const work = workOf(holdings, boat);
  const version = presentText(holdings, work)!;
  version.doubts = [{ kind: 'instruction', reason: '决定“三”：删去第九条：全文没有第九条' }];
  const [notice] = noticesOf(holdings, work, version);
  expect(notice).toMatchObject({
    kind: 'doubt',
    runs: [{ text: expect.stringContaining('本文本不完整：1项修改未能应用') }],
    details: ['决定“三”：删去第九条：全文没有第九条。'],
  });
  expect(versionView(holdings, work, version).doubt).toContain('文本不完整');
});

test('any two of a few texts are compared; of many, neighbours and each with the last', () => {
  const texts = (count: number) =>
    Array.from({ length: count }, (_, i): [string, string, string] => [
      'duo',
      `20${10 + i}-01-01`,
      `示例办法\n\n第一条　${'甲'.repeat(i + 1)}。\n`,
    ]);
  const pairs = (count: number) => {
    const holdings = heldUntil('2030-01-01', ...texts(count));
    return pairsOf(workOf(holdings, '示例办法'));
  };
  expect(pairs(4)).toHaveLength(6);
  const many = pairs(14);
  expect(many).toHaveLength(13 + 12);
  expect(many.some(([a, b]) => a.date === '2010-01-01' && b.date === '2012-01-01')).toBe(false);
});
