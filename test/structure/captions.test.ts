/** A title with its 题注: where a text begins, and where one is only listed. */
import { expect, test } from 'vitest';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { read } from './read.ts';

const listed = [
  '样本市甲管理办法',
  '（2001年5月1日市人民政府令第3号发布）',
  '样本市乙管理规定',
  '（2002年5月1日市人民政府令第4号发布）',
];
const lead = ['样本市人民政府关于废止部分规章的决定', '经研究，决定废止下列规章：'];
const foot = '本决定自公布之日起施行。';

test.each([[listed], [listed.slice(0, 2)]])(
  'titles that a decision lists, each with its 题注, begin no text',
  (titles) => {
    const { instruments } = read([...lead, ...titles, foot].join('\n\n'));
    expect(instruments).toHaveLength(1);
    expect(serializeProvisions(instruments[0]!.provisions)).toEqual([lead[1], ...titles, foot]);
  },
);

test('a title with its 题注 above a text begins it', () => {
  const second = [
    '样本市丙管理办法',
    '（2003年5月1日市人民政府令第5号发布）',
    '第一条　甲。',
    '第二条　乙。',
  ];
  const { instruments } = read(['样本市人民政府关于丙工作的决定', '现予公布。', ...second].join('\n\n'));
  expect(instruments.map(({ title }) => title)).toEqual([
    '样本市人民政府关于丙工作的决定',
    '样本市丙管理办法',
  ]);
});

test('an annex is omitted where a word of its own says so, not where its title ends in 战略', () => {
  const note = ['附件：1.甲表（略）', '2.样本市发展战略', '3.丙表（此处略）', '4.丁表，略'];
  const { first } = read(
    [
      '样本市人民政府关于工作的通知',
      '各县人民政府：',
      '现通知如下。',
      ...note,
      '样本市人民政府',
      '2020年1月1日',
    ].join('\n\n'),
  );
  expect(first.annexes.map(({ label, title }) => `${label} ${title}`)).toEqual([
    '附件1 甲表',
    '附件2 样本市发展战略',
    '附件3 丙表',
    '附件4 丁表',
  ]);
});

test('omitted annexes stand between printed ones where the note counts them, each with its line', () => {
  const { first } = read(
    [
      '样本市人民政府关于工作的通知',
      '各县人民政府：',
      '现通知如下。',
      '附件：1.甲表（略）',
      '2.乙表',
      '3.丙表（略）',
      '4.丁表',
      '样本市人民政府',
      '2020年1月1日',
      '附件2',
      '乙表',
      '乙表的内容。',
      '附件4',
      '丁表',
      '丁表的内容。',
    ].join('\n\n'),
  );
  expect(
    first.annexes.map(({ label, title, missing, provisions, position }) => [
      `${label} ${title}`,
      missing,
      provisions[0]?.eId,
      position.start.line,
    ]),
  ).toEqual([
    ['附件1 甲表', true, undefined, 7],
    ['附件2 乙表', false, 'att_2__para_1', 19],
    ['附件3 丙表', true, undefined, 11],
    ['附件4 丁表', false, 'att_4__para_1', 25],
  ]);
});

test.each(['以上意见如无不妥，请批转各地执行。', '以上方案如无不当，请转发各部门贯彻执行。'])(
  'a request to pass a text on closes it below all its levels: %s',
  (closing) => {
    const levels = ['一、加强管理。', '（一）统一规划。', '（二）多方筹资。'];
    const { first } = read(
      ['样本省财政厅关于资金管理的意见', '省人民政府：', '提出如下意见：', ...levels, closing].join('\n\n'),
    );
    expect(first.provisions.map(({ type, text }) => [type, text]).at(-1)).toEqual(['paragraph', closing]);
  },
);

test('a sentence that only speaks of opinions stays in the level above it', () => {
  const { first } = read(
    [
      '样本省财政厅关于资金管理的意见',
      '省人民政府：',
      '提出如下意见：',
      '一、加强管理。',
      '以上意见由各部门负责落实。',
    ].join('\n\n'),
  );
  expect(first.provisions.at(-1)!.children.map(({ text }) => text)).toEqual(['以上意见由各部门负责落实。']);
});
