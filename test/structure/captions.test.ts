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
    '附件3 丙表',
    '附件4 丁表',
    '附件2 样本市发展战略',
  ]);
});
