import { describe, expect, test } from 'vitest';
import { clauseLabel, missingIn } from '../../src/domain/amendments/index.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import {
  affectedBy,
  buildVersions,
  compareVersions,
  historyOf,
  numberMap,
} from '../../src/domain/versions/index.ts';
import { work } from './helpers.ts';

const first =
  '示例办法\n\n第一条　甲应当乙。\n\n第二条　有下列情形之一的：\n\n（一）丙；\n\n（二）丁；\n\n（三）戊。\n\n特殊情形另行规定。\n\n第三条　依照第二条办理的，从其规定。\n\n第四条　本办法自2019年1月1日起施行。\n';
const decision =
  '关于修改《示例办法》的决定\n\n决定对《示例办法》作如下修改：\n\n一、将第一条修改为：“甲必须乙。”\n\n二、删去第二条第一款第二项、第二款。\n\n个别文字作相应调整。\n\n本决定自公布之日起施行。\n\n《示例办法》根据本决定作相应修改，重新公布。\n';
const second =
  '示例办法\n\n（2018年12月31日示例市人民政府令第3号公布　根据2020年12月19日《关于修改〈示例办法〉的决定》修改）\n\n第一条　甲必须乙。\n\n第二条　有下列情形之一的：\n\n（一）丙；\n\n（二）戊。\n\n第三条　依照第二条办理的，从其规定。\n\n第四条　本办法自2019年1月1日起施行。\n';

const decree = () => work('decree', [['2020-12-19', decision]]);

describe('only the text after is held', () => {
  const { works, amendments, messages } = buildVersions([work('rule', [['2020-12-19', second]]), decree()]);
  const rule = works[0]!;

  test('what can be known of the text before is its first version, dated by the caption', () => {
    expect(rule.versions.map(({ date, origin }) => [date, origin])).toEqual([
      ['2018-12-31', 'reconstructed'],
      ['2020-12-19', 'published'],
    ]);
    expect(missingIn(rule.versions[0]!.instrument.provisions).map(({ eId }) => eId)).toEqual([
      'art_1',
      'art_2__para_1__item_2',
      'art_2__para_2',
    ]);
    expect(
      rule.versions[0]!.notes?.some(({ eId, reason }) => eId === undefined && reason.includes('个别文字')),
    ).toBe(true);
  });

  test('the decision and the print agree', () => {
    expect(rule.versions[1]!.verification?.state).toBe('verified');
    expect(rule.versions[1]!.madeBy).toBe('decree');
    expect(amendments).toMatchObject([
      { decision: 'decree', work: 'rule', before: '2018-12-31', after: '2020-12-19' },
    ]);
    expect(messages).toEqual([]);
  });

  test('the comparison says what is not held instead of guessing', () => {
    const [before, after] = rule.versions;
    const rows = compareVersions(before!.instrument, after!.instrument, after!.lineage);
    expect(rows.map(({ old, change, clauses }) => [old, change, (clauses ?? []).map(clauseLabel)])).toEqual([
      ['第一条', 'amended', ['一']],
      ['第二条', 'amended', ['二']],
      ['第三条', 'unchanged', []],
      ['第四条', 'unchanged', []],
    ]);
    expect(rows[1]!.oldText).toBe(
      '有下列情形之一的：\n（一）丙；\n（二）［原文未载］\n（三）戊。\n［原文未载］',
    );
  });

  test('a provision that narrowed without being touched is listed', () => {
    const [before, after] = rule.versions;
    expect(affectedBy(before!, after!)).toMatchObject([
      { eId: 'art_3__para_1', text: '第二条', target: 'art_2', change: 'repealed' },
    ]);
  });

  test('the history of an item follows it through its old number', () => {
    const steps = historyOf(rule)(rule.versions[1]!, 'art_2__para_1__item_2');
    expect(
      steps.map(({ version, label, change, clauses }) => [version, label, change, clauses.map(clauseLabel)]),
    ).toEqual([
      ['2018-12-31', '第二条第一款第三项', 'enacted', []],
      ['2020-12-19', '第二条第一款第二项', 'renumbered', ['二']],
    ]);
    expect(numberMap(rule.versions[1]!)).toEqual([
      { from: 'art_2__para_1__item_3', to: 'art_2__para_1__item_2' },
    ]);
  });
});

describe('the earlier text is added', () => {
  test('the reconstruction gives way to it, and the decision is applied to it and verified', () => {
    const { works } = buildVersions([
      work('rule', [
        ['2018-12-31', first],
        ['2020-12-19', second],
      ]),
      decree(),
    ]);
    const rule = works[0]!;
    expect(rule.versions.map(({ date, origin }) => [date, origin])).toEqual([
      ['2018-12-31', 'published'],
      ['2020-12-19', 'published'],
    ]);
    expect(rule.versions[1]!.operations?.map(({ fate }) => fate)).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
    ]);
    expect(rule.versions[1]!.verification?.state).toBe('verified');
    expect(rule.versions[1]!.verification?.rows.every((row) => row.class === 'same')).toBe(true);
  });

  test('a printed text that differs from what the decision makes of it is contradicted, article by article', () => {
    const altered = second.replace('从其规定', '从其特别规定').replace('甲必须乙', '甲可以乙');
    const { works, messages } = buildVersions([
      work('rule', [
        ['2018-12-31', first],
        ['2020-12-19', altered],
      ]),
      decree(),
    ]);
    const rows = works[0]!.versions[1]!.verification!.rows.map((row) => [row.new, row.class]);
    expect(rows).toEqual([
      ['第一条', 'contradiction'],
      ['第二条', 'same'],
      ['第三条', 'allowed'],
      ['第四条', 'same'],
    ]);
    expect(works[0]!.versions[1]!.verification!.state).toBe('contradicted');
    expect(messages.map(({ rule }) => rule)).toEqual(['version-contradiction']);
  });

  test('without a printed text after it, the decision makes the next version, marked as computed', () => {
    const { works } = buildVersions([work('rule', [['2018-12-31', first]]), decree()]);
    const [, made] = works[0]!.versions;
    expect([made!.date, made!.origin, made!.verification?.state]).toEqual([
      '2020-12-19',
      'applied',
      'computed',
    ]);
    expect(serializeProvisions(made!.instrument.provisions)[0]).toBe('第一条 甲必须乙。');
  });

  test('two decisions in a row: the second works on what the first one made', () => {
    const next = work('decree-2', [
      [
        '2022-05-01',
        '关于修改《示例办法》的决定\n\n决定对《示例办法》作如下修改：\n\n一、将第二条第一款第二项修改为：“（二）新戊。”\n\n本决定自2022年6月1日起施行。\n',
      ],
    ]);
    const { works } = buildVersions([next, work('rule', [['2018-12-31', first]]), decree()]);
    const rule = works[1]!;
    expect(rule.versions.map(({ date, madeBy }) => [date, madeBy])).toEqual([
      ['2018-12-31', undefined],
      ['2020-12-19', 'decree'],
      ['2022-06-01', 'decree-2'],
    ]);
    expect(serializeProvisions(rule.versions[2]!.instrument.provisions)[3]).toBe('（二）新戊。');
    expect(historyOf(rule)(rule.versions[2]!, 'art_2__para_1__item_2').map(({ change }) => change)).toEqual([
      'enacted',
      'renumbered',
      'amended',
    ]);
  });

  test('the given works are not changed', () => {
    const given = [work('rule', [['2020-12-19', second]]), decree()];
    buildVersions(given);
    expect(given[0]!.versions).toHaveLength(1);
    expect(given[0]!.versions[0]!.madeBy).toBeUndefined();
  });
});

describe('a notice that amends', () => {
  const base = [
    '样本奖励办法',
    '',
    '第一条　奖金不超过三万元。',
    '',
    '第二条　本办法有效期至2026年3月31日。',
  ];
  const words = ['一、将第一条中的“三万元”修改为“五万元”。', '', '二、将第二条中的“2026年”修改为“2028年”。'];
  const opening = '决定对《样本奖励办法》作如下修改：';

  test.each([
    [
      'by its title',
      ['样本市财政局关于修改《样本奖励办法》的通知', '', '样财〔2023〕3号', '', `经研究，${opening}`],
    ],
    ['by its words', ['样本市人民政府令', '', '第8号', '', `经市人民政府常务会议审议通过，${opening}`]],
  ])('%s', (_how, head) => {
    const notice = [...head, '', ...words].join('\n');
    const rule = work('rule', [['2023-04-01', base.join('\n')]]);
    const { works } = buildVersions([rule, work('notice', [['2023-06-25', notice]])]);
    expect(works[0]!.versions.map(({ date, origin }) => [date, origin])).toEqual([
      ['2023-04-01', 'published'],
      ['2023-06-25', 'applied'],
    ]);
    expect(works[0]!.versions[1]!.operations?.map(({ fate }) => fate)).toEqual(['applied', 'applied']);
  });

  test('one that only passes a decision on changes nothing', () => {
    const notice = ['样本市财政局关于转发样本省修改奖励标准的通知', '', '请认真贯彻《样本奖励办法》。'].join(
      '\n',
    );
    const { works } = buildVersions([
      work('rule', [['2023-04-01', base.join('\n')]]),
      work('notice', [['2023-06-25', notice]]),
    ]);
    expect(works[0]!.versions).toHaveLength(1);
  });
});

describe('what cannot be joined', () => {
  test('a decision on a text that is known by name only', () => {
    const named = {
      id: 'rule',
      title: '示例办法',
      kind: 'measures' as const,
      aliases: [],
      versions: [],
      carries: [],
    };
    const { amendments, messages } = buildVersions([named, decree()]);
    expect(amendments).toMatchObject([{ decision: 'decree', work: 'rule', operations: [] }]);
    expect(messages.map(({ rule }) => rule)).toEqual(['amendment-unapplied']);
  });

  test('an operation that the earlier text cannot take is a message with its place', () => {
    const wrong = work('decree', [['2020-12-19', decision.replace('第一条修改为', '第九条修改为')]]);
    const { messages } = buildVersions([work('rule', [['2018-12-31', first]]), wrong]);
    expect(messages).toMatchObject([{ rule: 'operation-not-applied', line: 5, severity: 'error' }]);
  });
});

describe('which printed text belongs to a decision', () => {
  test('a decision of another year with the same title is not the one that the caption names', () => {
    const early = work('early', [
      ['2015-03-01', decision.replace('二、删去第二条第一款第二项、第二款。\n\n', '')],
    ]);
    const { works } = buildVersions([
      work('rule', [
        ['2010-01-01', first],
        ['2020-12-19', second],
      ]),
      early,
      decree(),
    ]);
    expect(works[0]!.versions.map(({ date, madeBy }) => [date, madeBy])).toEqual([
      ['2010-01-01', undefined],
      ['2015-03-01', 'early'],
      ['2020-12-19', 'decree'],
    ]);
  });
});
