import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import { cite } from '../../src/domain/references/cite.ts';
import { libraryAmong } from './archive.ts';

const file = (name: string, date: string, ...lines: string[]) => ({
  name,
  date,
  path: `works/${name}/${date}.md`,
  text: lines.join('\n\n'),
  corrections: [],
});
const indexOf = (...works: ReturnType<typeof file>[]) =>
  libraryAmong(buildArchive({ issues: [], works, register: { works: [], organs: [] } }).works);

const promulgated = '2015年6月30日青禾市人民政府令第12号公布';
const amended =
  '根据2019年12月31日青禾市人民政府令第40号《青禾市人民政府关于修改〈青禾市渡口管理规定〉的决定》修正';
const old = file(
  'du',
  '2015-06-30',
  '青禾市渡口管理规定',
  `（${promulgated}）`,
  '第一条　渡口应当登记。',
  '第二条　申请人应当提交：',
  '（一）申请书；',
  '（二）担保书；',
  '（三）船舶证书。',
  '第三条　本规定自2015年7月1日起施行。',
);
const now = file(
  'du',
  '2019-12-31',
  '青禾市渡口管理规定',
  `（${promulgated}　${amended}）`,
  '第一条　渡口应当登记。',
  '第二条　申请人应当提交：',
  '（一）申请书；',
  '（二）船舶证书。',
  '第三条　本规定自2015年7月1日起施行。',
);
const decision = file(
  'jue',
  '2019-12-31',
  '青禾市人民政府令',
  '第40号',
  '《青禾市人民政府关于修改〈青禾市渡口管理规定〉的决定》已经2019年12月20日市政府常务会议通过，现予公布。',
  '市长　王五',
  '2019年12月31日',
  '青禾市人民政府关于修改《青禾市渡口管理规定》的决定',
  '一、删去第二条第二项，原第三项改为第二项。',
  '本决定自公布之日起施行。',
);

describe('a citation that tells its text is answered from that text', () => {
  const index = indexOf(old, now);
  const found = (query: string) => {
    const { results, reasons, notes } = cite(query, index);
    const at = results.map(({ version, eId }) => `${version.date} ${eId}`);
    return { at, reasons: reasons.join('；'), notes: notes.join('；') };
  };
  test.each([
    '《青禾市渡口管理规定》（2015年6月30日文本）第二条第三项',
    '《青禾市渡口管理规定》（2015年）第二条第三项',
    '《青禾市渡口管理规定》（2015）第二条第三项',
    '《青禾市渡口管理规定》（2015年文本）第二条第一款第三项',
    '《青禾市渡口管理规定》（青禾市人民政府令第12号）（2015-06-30文本）第二条第三项',
    '《青禾市渡口管理规定》（青禾市人民政府令第12号，2015年6月30日文本）第二条第三项',
    '青禾市渡口管理规定第二条第三项（2015年6月30日文本）',
    '《青禾市渡口管理规定（2015年文本）》第二条第三项',
    '《青禾市渡口管理规定（2015年修正）》第二条第三项',
    '青禾市渡口管理规定（二〇一五年六月三十日文本）2条1款3项',
    '《靑禾市渡口管理規定》（2015年文本）第二條第三項'.replace('靑', '青'),
  ])('%s', (query) => {
    expect(found(query)).toEqual({ at: ['2015-06-30 art_2__para_1__item_3'], reasons: '', notes: '' });
  });

  test('the day of promulgation means the text of that day, and the later one is told', () => {
    const { at, notes } = found('《青禾市渡口管理规定》（2015年6月30日公布）第二条第三项');
    expect(at).toEqual(['2015-06-30 art_2__para_1__item_3']);
    expect(notes).toContain('2019年12月31日文本');
  });

  test('原 means the text before the amendment', () => {
    const { at, notes } = found('原《青禾市渡口管理规定》第二条第三项');
    expect(at).toEqual(['2015-06-30 art_2__para_1__item_3']);
    expect(notes).toContain('修改以前');
  });

  test.each([
    ['《青禾市渡口管理规定》（2017年文本）第二条', '2015年6月30日文本、2019年12月31日文本'],
    ['《青禾市渡口管理规定》（2017年2月30日文本）第二条', '“2017年2月30日”不存在'],
    ['《青禾市渡口管理规定》（青禾市人民政府令第99号）第二条', '令第12号，不是'],
    ['《青禾市渡口管理规定》（不知何物）第二条', '没有看懂“不知何物”'],
    ['《青禾市渡口管理规定》（2015年文本）第八条', '没有第八条'],
    ['《青禾市渡船的规定', '没有名称或文号'],
    ['《》第二条', '没有名称或文号'],
  ])('%s is refused: %s', (query, reason) => {
    const { at, reasons } = found(query);
    expect(at).toEqual([]);
    expect(reasons).toContain(reason);
  });

  test('a number that an amendment took away is told with the text that had it', () => {
    const { at, reasons } = found('青禾市渡口管理规定第二条第三项');
    expect(at).toEqual([]);
    expect(reasons).toContain('2015年6月30日文本有第二条第三项');
  });

  test('spaces in an address, and a part of a 款', () => {
    expect(found('青禾市渡口管理规定 2 条 2 项').at).toEqual(['2019-12-31 art_2__para_1__item_2']);
    const half = found('青禾市渡口管理规定第一条第一款前段');
    expect(half.at).toEqual(['2019-12-31 art_1__para_1']);
    expect(half.notes).toContain('“前段”没有单独的地址');
  });
});

describe('where a decision tells what became of the numbers', () => {
  const index = indexOf(now, decision);

  test('the old number leads to the new one, and that is said', () => {
    const { results, reasons } = cite('青禾市渡口管理规定第二条第三项', index);
    expect(results.map(({ version, eId }) => [version.date, eId])).toEqual([
      ['2019-12-31', 'art_2__para_1__item_2'],
    ]);
    expect(reasons.join()).toMatch(/2015年6月30日文本有第二条第三项，2019年12月31日文本里是第二条第二项/);
  });

  test('the text before the decision is cited by its own order alone', () => {
    const [cited] = cite('《青禾市渡口管理规定》（2015年6月30日文本）第二条第三项', index).results;
    expect(cited!.citation).toBe(
      '《青禾市渡口管理规定》（青禾市人民政府令第12号，2015年6月30日文本）第二条第三项',
    );
  });

  test('the number of the amending order means the text it made', () => {
    const [cited] = cite(
      '《青禾市渡口管理规定》（青禾市人民政府令第12号公布，令第40号修改）第二条第二项',
      index,
    ).results;
    expect(cited?.version.date).toBe('2019-12-31');
  });
});

test('a law that repealed its own predecessor of the same title is the one meant; the other is offered beside it', () => {
  const index = indexOf(
    file(
      'law',
      '2012-01-01',
      '青禾市湿地条例',
      '第一条　为了保护湿地，制定本条例。',
      '第二条　湿地应当保护。',
      '第三条　本条例自2012年3月1日起施行。2001年1月1日青禾市人民代表大会通过的《青禾市湿地条例》同时废止。',
    ),
  );
  const { results, candidates } = cite('《青禾市湿地条例》第二条', index);
  expect(results.map(({ work, eId }) => `${work.id} ${eId}`)).toEqual(['law art_2']);
  expect(candidates.map(({ title, versions }) => [title, versions.length])).toEqual([['青禾市湿地条例', 0]]);
});

test('titles that differ in one character are two documents', () => {
  const index = indexOf(
    file('shui', '2012-01-01', '青禾市水源保护办法', '第一条　水源应当保护。'),
    file('lin', '2012-01-01', '青禾市林源保护办法', '第一条　林源应当保护。'),
  );
  expect(cite('《青禾市水源保护办法》第一条', index).results.map(({ work }) => work.id)).toEqual(['shui']);
  expect(cite('《青禾市木源保护办法》第一条', index).results).toEqual([]);
});
