/** The whole matrix of the first issue, cell by cell: every stretch is asked on its first and last day. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { addDays } from '../../src/domain/text/calendar.ts';
import { loadContent } from '../../src/site/load.ts';

const { archive } = loadContent('content');
const book = statusBook(archive);
const desk = book;

/** First and last day of each column. */
const columns: [string, string][] = [
  ['2018-01-01', '2018-12-30'],
  ['2018-12-31', '2019-02-28'],
  ['2019-03-01', '2020-12-14'],
  ['2020-12-15', '2020-12-18'],
  ['2020-12-19', '2020-12-25'],
  ['2020-12-26', '2020-12-30'],
  ['2020-12-31', '2020-12-31'],
  ['2021-01-01', '2022-12-30'],
  ['2022-12-31', '2022-12-31'],
  ['2023-01-01', '2026-11-23'],
];

/** Codes of the table: state and how it is known. */
const codes: Record<string, [string, string]> = {
  '–': ['not-yet', 'stated'],
  Ad: ['adopted', 'stated'],
  P: ['published', 'stated'],
  I: ['in-force', 'stated'],
  'I°': ['in-force', 'inferred'],
  'I*': ['in-force', 'own-terms'],
  M: ['superseded', 'stated'],
  S: ['executed', 'stated'],
  B: ['expiry-open', 'own-terms'],
  E: ['lapsed', 'own-terms'],
  T: ['period-over', 'own-terms'],
  X: ['repealed', 'stated'],
  U: ['unknown', 'none'],
};

const rule = '湛江市网络预约出租汽车经营服务管理暂行规定';
const rows: [string, string, string][] = [
  ['分工通知', '湛府〔2020〕68号', '– – – I I I I U U U'],
  ['令第7号', 'zhanjiang-ling-7', '– – – Ad S S S S S S'],
  ['修改决定', '令第7号', '– – – Ad S S S S S S'],
  ['暂行规定，2018年文本', `${rule}@2018-12-31`, '– P I I M M M M M M'],
  ['暂行规定，2020年文本', `${rule}@2020-12-19`, '– – – – I I I U U U'],
  ['总体规划', '湛府〔2020〕71号', '– – – – – I I I* I* T'],
  ['奖励办法', '湛环〔2020〕565号', '– – – – – – I I* B E'],
  ['废止通知', '湛发改法规〔2020〕675号', '– – – – – – S S S S'],
  ['2015年26号', '湛发改价格〔2015〕26号', 'I° I° I° I° I° I° X X X X'],
  ['2015年62号', '湛发改价格函〔2015〕62号', 'I° I° I° I° I° I° X X X X'],
];

const cells = rows.flatMap(([name, query, line]) =>
  line.split(' ').flatMap((code, i) =>
    columns[i]!.filter((day, j, days) => j === 0 || day !== days[0]).map((day) => ({
      name,
      query,
      day,
      code,
    })),
  ),
);

describe('the matrix of the issue of December 2020', () => {
  it.each(cells)('$name on $day: $code', ({ query, day, code }) => {
    const [result] = askStatus([query], day, desk);
    expect([result!.state, result!.basis]).toEqual(codes[code]);
  });

  it.each(rows)('every answer on %s has a reason, and evidence where it claims something', (_name, query) => {
    for (const day of columns.flat()) {
      const [result] = askStatus([query], day, desk);
      expect(result!.reason.length).toBeGreaterThan(8);
      if (result!.basis !== 'none') expect(result!.evidence.length).toBeGreaterThan(0);
      for (const { instrument } of result!.evidence) expect(desk.register.works.has(instrument)).toBe(true);
    }
  });

  it.each([
    ['2014-12-31', 'not-yet', 'inferred'],
    ['2015-01-01', 'unknown', 'none'],
    ['2015-12-31', 'unknown', 'none'],
    ['2016-01-01', 'in-force', 'inferred'],
  ])('a document of which only the year 2015 is known, on %s: %s', (day, state, basis) => {
    expect(askStatus(['湛发改价格〔2015〕26号'], day, desk)[0]).toMatchObject({ state, basis });
  });

  it.each([
    ['2018-12-30', 'not-yet', null],
    ['2018-12-31', 'published', '2018-12-31'],
    ['2019-02-28', 'published', '2018-12-31'],
    ['2019-03-01', 'in-force', '2018-12-31'],
    ['2020-12-18', 'in-force', '2018-12-31'],
    ['2020-12-19', 'in-force', '2020-12-19'],
    ['2020-12-31', 'in-force', '2020-12-19'],
    ['2021-01-01', 'unknown', '2020-12-19'],
  ])('the amended rule as a work on %s: %s, text of %s', (day, state, version) => {
    expect(askStatus([rule], day, desk)[0]).toMatchObject({ state, version });
  });

  it('covers are spent once what they enclose is issued', () => {
    for (const id of ['zhanfu-2020-71', 'zhanhuan-2020-565']) {
      expect(askStatus([id], '2021-06-01', desk)[0]).toMatchObject({ work: { id }, state: 'executed' });
    }
  });

  it('titles that hold 废止 or 修改 are neither repealed nor amended', () => {
    const states = (query: string) => columns.flat().map((day) => askStatus([query], day, desk)[0]!.state);
    expect(states('湛江市发展和改革局关于废止部分部门规范性文件的通知')).not.toContain('repealed');
    expect(
      states('湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定'),
    ).not.toContain('superseded');
  });

  it('documents that are only cited have no status, only a witness', () => {
    const cited = [
      '优化营商环境条例',
      '中华人民共和国环境保护法',
      '中华人民共和国大气污染防治法',
      '中华人民共和国水污染防治法',
      '广东省环境保护条例',
      '湛司函〔2020〕406号',
      '广东省数字政府建设总体规划（2018-2020年）',
    ];
    for (const day of ['2020-06-01', '2020-12-31', '2026-09-01']) {
      for (const result of askStatus(cited, day, desk)) {
        expect(result).toMatchObject({ state: 'unknown', basis: 'none' });
        expect(result.work).not.toBeNull();
        expect(result.reason).toContain('引用');
      }
    }
  });

  it('stretches are half open: each ends on the day on which the next begins', () => {
    const asked = askStatus(['湛环〔2020〕565号'], '2021-06-01', desk)[0]!;
    expect([asked.since, asked.until]).toEqual(['2021-01-01', '2022-12-31']);
    expect(askStatus(['湛环〔2020〕565号'], asked.until!, desk)[0]!.state).not.toBe(asked.state);
    expect(askStatus(['湛环〔2020〕565号'], addDays(asked.until!, -1), desk)[0]!.state).toBe(asked.state);
  });

  it('quotes the clause it rests on as the issue prints it', () => {
    const source = readFileSync('content/issues/2020-12/gazette.md', 'utf8').replace(/[\s-]/g, '');
    const [result] = askStatus(['湛环〔2020〕565号'], '2023-01-01', desk);
    expect(result!.evidence[0]!.text).toBe('本办法自印发之日起施行，有效期2年。');
    expect(source).toContain(result!.evidence[0]!.text);
  });
});
