/** What a government page prints beside a text, on the text's page and in the filters; and what the views could not read. */
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { repealListView } from '../../src/site/views/repeal-list.ts';
import { rewardsView } from '../../src/site/views/rewards.ts';
import { versionView } from '../../src/site/views/version.ts';
import { corpusOf, packed } from '../search/sample.ts';
import { heldTexts, textOf } from './held.ts';

const page = (title: string, subject: string, validity: string, year: string, body: string): string =>
  [
    title,
    `索引号：${year}-00012\t主题分类：${subject}`,
    `发文机关：江州市人民政府\t成文日期：${year}年2月18日`,
    `发文字号：江政发〔${year}〕4号\t有效性：${validity}`,
    '各县（市、区）人民政府：',
    body,
    '江州市人民政府',
    `${year}年2月18日`,
  ].join('\n\n');

const held = heldTexts(
  [
    'a',
    '2019-02-18',
    page('江州市人民政府关于山洪防治的通知', '水利', '已失效', '2019', '请做好山洪防治工作。'),
  ],
  [
    'b',
    '2020-02-18',
    page('江州市人民政府关于渡口管理的通知', '交通运输', '有效', '2020', '请做好渡口管理工作。'),
  ],
  [
    'c',
    '2021-02-18',
    page('江州市人民政府关于桥梁管理的通知', '交通运输', '有效', '2021', '请做好桥梁管理工作。'),
  ],
);

describe('the fields of a page', () => {
  const facts = (title: string): string[] =>
    versionView(held, held.works.get(textOf(held, title).work)!, textOf(held, title)).facts.map(
      ({ term, runs }) => `${term}：${runs.map((run) => run.text).join('')}`,
    );

  test('stand in the head, and a word on the force is told as the page’s', () => {
    expect(facts('江州市人民政府关于山洪防治的通知')).toEqual(
      expect.arrayContaining([
        '索引号：2019-00012',
        '主题分类：水利',
        '有效性：已失效（网页所注，何时所注未载）',
      ]),
    );
  });

  test.each([
    ['in memory', (corpus: ReturnType<typeof corpusOf>) => memorySource(corpus)],
    ['from files', (corpus: ReturnType<typeof corpusOf>) => packed(corpus, { mode: 'shards' }).source],
  ])('are filters: 主题, 机关 and year leave what their counts say, %s', async (_, sourceOf) => {
    const source = sourceOf(corpusOf(Array.from(held.works.values())));
    const { facets } = await searchArchive(source, '请做好', { limit: 0, survey: true });
    expect(facets?.subject).toEqual([
      ['交通运输', 2],
      ['水利', 1],
    ]);
    expect(facets?.issuer).toEqual([['江州市人民政府', 3]]);
    for (const [subject, count] of facets!.subject)
      expect((await searchArchive(source, '请做好', { filters: { subject }, survey: true })).total).toBe(
        count,
      );
    for (const [issuer, count] of facets!.issuer)
      expect((await searchArchive(source, '请做好', { filters: { issuer }, survey: true })).total).toBe(
        count,
      );
    const both = await searchArchive(source, '请做好', {
      filters: { subject: '交通运输', year: '2021' },
      survey: true,
    });
    expect(both.total).toBe(1);
  });
});

test('a panel of rewards names the sums it could not read, with their places', () => {
  const title = '江州市见义勇为奖励办法';
  const view = rewardsView(
    textOf(
      heldTexts([
        'd',
        '2020-01-01',
        [
          title,
          '第一条　授予英雄称号的，奖励10万元；授予模范称号的，奖励5万元。',
          '第二条　奖励资金由市财政安排，每年200万元。三年内不得重复申报。',
        ].join('\n\n'),
      ]),
      title,
    ),
  );
  expect(view?.unread).toEqual([{ text: '奖励资金由市财政安排，每年200万元', href: '#art_2__para_1' }]);
  expect(view?.terms).toEqual([{ text: '三年内不得重复申报', href: '#art_2__para_1' }]);
});

test('a panel of repealed documents names the lines it could not read', () => {
  const title = '江州市人民政府关于废止部分文件的决定';
  const archive = heldTexts([
    'e',
    '2020-01-01',
    [
      title,
      '经研究，决定废止下列文件：',
      '1.《江州市畜禽屠宰管理办法》（江政发〔2009〕12号）',
      '2.《江州市砂石管理办法》（江政发〔2011〕30号）',
      '3.（略）',
    ].join('\n\n'),
  ]);
  expect(repealListView(archive, textOf(archive, title))?.unread).toEqual([
    { text: '（略）', href: '#lvl_3' },
  ]);
});
