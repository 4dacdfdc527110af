import { describe, expect, test } from 'vitest';
import { archive, issue, texts } from './issue.ts';

const { portfolios, order, decision, rule, planNotice, plan, measuresNotice, measures, repeal } = texts;
const everyone = '各县（市、区）人民政府（管委会），市府直属各单位';

test('five documents carry nine texts, in the order of print', () => {
  expect(issue.instruments.map(({ id, kind, carriedBy = '' }) => [id, kind, carriedBy])).toEqual([
    ['zhanfu-2020-68', 'notice', ''],
    ['zhanjiang-ling-7', 'order', ''],
    ['wangyueche-xiugai-jueding', 'decision', 'zhanjiang-ling-7'],
    ['wangyueche-guiding', 'rules', 'zhanjiang-ling-7'],
    ['zhanfu-2020-71', 'notice', ''],
    ['shuzi-zhengfu-guihua', 'plan', 'zhanfu-2020-71'],
    ['zhanhuan-2020-565', 'notice', ''],
    ['jubao-jiangli-banfa', 'measures', 'zhanhuan-2020-565'],
    ['zhanfagaifagui-2020-675', 'notice', ''],
  ]);
  expect(order.carries).toEqual(['wangyueche-xiugai-jueding', 'wangyueche-guiding']);
  expect(planNotice.carries).toEqual(['shuzi-zhengfu-guihua']);
  expect(measuresNotice.carries).toEqual(['jubao-jiangli-banfa']);
});

test('titles are verbatim, joined where print broke them', () => {
  expect(issue.instruments.map(({ title }) => title)).toEqual([
    '湛江市人民政府关于调整市政府领导同志分工的通知',
    '湛江市人民政府令第7号',
    '湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定',
    '湛江市网络预约出租汽车经营服务管理暂行规定',
    '湛江市人民政府关于印发湛江市“数字政府”建设总体规划（2020-2022年）的通知',
    '湛江市“数字政府”建设总体规划（2020-2022年）',
    '湛江市生态环境局关于印发《湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）》的通知',
    '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）',
    '湛江市发展和改革局关于废止部分部门规范性文件的通知',
  ]);
});

test('numbers, registry numbers, issuers, addressees and disclosure are each text’s own', () => {
  const facts = (instrument: typeof order) => [
    instrument.documentNumber,
    instrument.registryNumber,
    instrument.issuer,
    instrument.addressees,
    instrument.disclosure,
  ];
  const [city, environment, development] = ['湛江市人民政府', '湛江市生态环境局', '湛江市发展和改革局'];
  const none = undefined;
  expect(facts(portfolios)).toEqual(['湛府〔2020〕68号', none, city, everyone, '主动公开']);
  expect(facts(order)).toEqual(['令第7号', none, city, none, '主动公开']);
  expect(facts(decision)).toEqual([none, none, city, none, none]);
  expect(facts(rule)).toEqual(['令第3号', none, city, none, none]);
  expect(facts(planNotice)).toEqual(['湛府〔2020〕71号', none, city, everyone, '主动公开']);
  expect(facts(plan)).toEqual([none, none, city, none, none]);
  expect(facts(measuresNotice)).toEqual([
    '湛环〔2020〕565号',
    '湛部规2020-50',
    environment,
    '各县（市、区）人民政府（管委会），市直各有关单位',
    '主动公开',
  ]);
  expect(facts(measures)).toEqual([none, none, environment, none, none]);
  expect(facts(repeal)).toEqual([
    '湛发改法规〔2020〕675号',
    '湛部规2020-52',
    development,
    '各县（市、区）发展和改革局，市各有关单位',
    '主动公开',
  ]);
});

test('dates are those that the texts print; what must be computed is none of them', () => {
  expect(issue.instruments.map(({ dates }) => dates)).toEqual([
    { written: '2020-12-15' },
    { adopted: '2020-12-15', written: '2020-12-19', promulgated: '2020-12-19' },
    {},
    { promulgated: '2018-12-31', commenced: '2019-03-01' },
    { written: '2020-12-26' },
    {},
    { written: '2020-12-31' },
    {},
    { written: '2020-12-31' },
  ]);
});

test('the order is signed by the mayor; the separating space is no part of the name', () => {
  expect(order.signatory).toEqual({ post: '市长', name: '曾进泽' });
  expect(issue.instruments.filter(({ signatory }) => signatory)).toEqual([order]);
});

describe('the caption of the rule', () => {
  test('is one line of two events, the nested title whole', () => {
    expect(rule.caption?.text).toBe(
      '（2018年12月31日湛江市人民政府令第3号公布　根据2020年12月19日《湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定》修改）',
    );
    expect(rule.caption?.events).toEqual([
      { date: '2018-12-31', by: '湛江市人民政府令第3号', event: 'promulgated', documentNumber: '令第3号' },
      {
        date: '2020-12-19',
        by: '',
        event: 'amended',
        decision: '湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定',
      },
    ]);
  });
});

test('printed pages come from the contents; the last has no end', () => {
  expect([portfolios, order, planNotice, measuresNotice, repeal].map(({ pages }) => pages)).toEqual([
    { start: 1, end: 2 },
    { start: 3, end: 11 },
    { start: 12, end: 55 },
    { start: 56, end: 60 },
    { start: 61 },
  ]);
  expect([decision, rule, plan, measures].map(({ pages }) => pages)).toEqual(Array(4).fill(undefined));
});

test('the contents of the issue have two sections and five entries, each leading to its document', () => {
  expect(
    issue.entries.map(({ section, page, documentNumber, instrument }) => [
      section,
      page,
      documentNumber,
      instrument,
    ]),
  ).toEqual([
    ['市政府文件', 1, '湛府〔2020〕68号', 'zhanfu-2020-68'],
    ['市政府文件', 3, '令第7号', 'zhanjiang-ling-7'],
    ['市政府文件', 12, '湛府〔2020〕71号', 'zhanfu-2020-71'],
    ['市政府部门文件', 56, '湛环〔2020〕565号', 'zhanhuan-2020-565'],
    ['市政府部门文件', 61, '湛发改法规〔2020〕675号', 'zhanfagaifagui-2020-675'],
  ]);
  expect(issue.entries.map(({ title }) => title)).toEqual(
    [portfolios, order, planNotice, measuresNotice, repeal].map(({ title }) => title),
  );
});

test('annexes: the application form is known and not held, the repeal list is held', () => {
  expect(measures.annexes).toMatchObject([
    { label: '附件', title: '湛江市举报环境违法行为奖励申请表', missing: true, provisions: [] },
  ]);
  expect(measures.annexNote).toBe('附件：湛江市举报环境违法行为奖励申请表，此略');
  expect(repeal.annexes).toMatchObject([{ label: '附件', title: '废止的规范性文件目录', missing: false }]);
  expect(repeal.annexNote).toBe('附件：废止的规范性文件目录（共2份）');
  for (const instrument of [portfolios, order, decision, rule, planNotice, plan, measuresNotice]) {
    expect(instrument.annexes, instrument.id).toEqual([]);
  }
});

test('texts do not overlap: what a document carries lies outside its own lines', () => {
  expect(issue.instruments.map(({ position }) => [position.start.line, position.end.line])).toEqual([
    [26, 58],
    [60, 68],
    [70, 88],
    [90, 242],
    [246, 256],
    [258, 1030],
    [1034, 1046],
    [1048, 1144],
    [1148, 1174],
  ]);
});

test('each stated field points to the words that state it', () => {
  const line = (instrument: typeof order, field: string): number | undefined =>
    instrument.stated[field]?.start.line;
  expect(
    ['title', 'documentNumber', 'addressees', 'issuer', 'dates.written', 'disclosure'].map((field) =>
      line(portfolios, field),
    ),
  ).toEqual([26, 28, 30, 54, 56, 58]);
  expect(
    ['title', 'documentNumber', 'signatory', 'dates.written', 'disclosure'].map((field) =>
      line(order, field),
    ),
  ).toEqual([60, 62, 66, 68, 244]);
  expect(
    ['registryNumber', 'title', 'documentNumber', 'disclosure'].map((field) => line(measuresNotice, field)),
  ).toEqual([1034, 1036, 1038, 1146]);
  expect(
    ['registryNumber', 'documentNumber', 'annexNote', 'issuer', 'dates.written', 'disclosure'].map((field) =>
      line(repeal, field),
    ),
  ).toEqual([1148, 1152, 1160, 1162, 1164, 1166]);
});

test('the issue has no masthead: its name is not inferred, its horizon is the last day it prints', () => {
  expect(issue.title).toBeUndefined();
  expect(issue.horizon).toBe('2020-12-31');
  expect(archive.horizon).toBe('2020-12-31');
});
