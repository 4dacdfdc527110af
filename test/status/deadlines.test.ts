import { describe, expect, it } from 'vitest';
import { deadlinesIn, deadlinesOf, unreadTerms } from '../../src/domain/status/calendar/deadlines.ts';
import { loadContent } from '../../src/site/load.ts';
import { read } from '../structure/read.ts';
import { sentence } from './read.ts';

const found = (text: string) =>
  deadlinesIn(sentence(text)).map(({ kind, words, from }) => [kind, words, ...(from ? [from] : [])]);

describe('deadlines in a sentence', () => {
  it.each([
    ['市生态环境局应当在接到举报之日起20日内告知举报人受理情况。', [['within', '20日内', '接到举报之日']]],
    [
      '市局作出行政处罚决定、行政处理决定之日起20日内，应当告知举报人。',
      [['within', '20日内', '市局作出行政处罚决定、行政处理决定之日']],
    ],
    ['网络正式联通之日起30日内，还应当办理备案手续。', [['within', '30日内', '网络正式联通之日']]],
    ['应当提前30日向原许可机关书面报告。', [['ahead', '提前30日']]],
    ['有效期届满30日前申请延续。', [['ahead', '届满30日前']]],
    ['应当自收到相关要求之日起10个工作日内作出答复。', [['within', '10个工作日内', '收到相关要求之日']]],
    ['保存期限不少于2年。', [['at-least', '不少于2年']]],
    ['发放许可期限为4年的经营许可证。', [['term', '期限为4年']]],
    ['车龄达到8年的，退出经营。', [['reaching', '达到8年']]],
    ['可以延长为4年。', [['reaching', '延长为4年']]],
    ['应当于2018年12月底前报送备案。', [['cut-off', '于2018年12月底前']]],
    ['各地要在2019年3月31日前完成。', [['cut-off', '在2019年3月31日前']]],
    ['每月10日前报送上月报表。', [['cut-off', '每月10日前']]],
    ['次月5日前缴纳。', [['cut-off', '次月5日前']]],
    ['2021年底前完成。', [['cut-off', '2021年底前']]],
    ['年底前完成。', [['cut-off', '年底前']]],
    ['处500元以上2000元以下罚款。', []],
    ['本办法自印发之日起施行，有效期2年。', []],
    ['根据2019年修订的规定办理。', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each<[string, unknown[]]>([
    ['应当于2018年12月底前报送备案。', [{ day: '2018-12-31' }]],
    ['各地要在2019年3月31日前完成。', [{ day: '2019-03-31' }]],
    ['2020年2月底前完成。', [{ day: '2020-02-29' }]],
    ['2021年6月启动，12月底前全部完成，次年总结。', [{ day: '2021-12-31' }]],
    ['今年9月30日前完成普查。', [{ day: '2022-09-30' }]],
    ['每年12月底前报送年度报告。', [{ yearly: '12-31' }]],
    ['2021年底前完成。', [{ day: '2021-12-31' }]],
    ['今年年底前完成。', [{ day: '2022-12-31' }]],
    ['每年年底前报送。', [{ yearly: '12-31' }]],
    ['每月10日前报送。', [undefined]],
    ['12月底前完成。', [undefined]],
    ['2021年2月30日前完成。', [undefined]],
  ])('%s: the last day, where the text says of which year it is', (text, due) => {
    expect(deadlinesIn(sentence(text), 2022).map((one) => one.due)).toEqual(due);
  });

  it('each names the rule by which it is counted', () => {
    const rules = ['接到通知之日起20日内', '收到之日起5个工作日内', '受理之日起三个月内', '提前30日报告'].map(
      (text) => deadlinesIn(sentence(text))[0]!.rule,
    );
    expect(rules).toEqual([
      '按日计：起算事件当日不计入，自次日起算；末日为法定休假日的顺延',
      '按工作日计：起算事件当日不计入，休息日、法定休假日不计入',
      '按月计：到期月的对应日为末日，没有对应日的以月末为末日',
      '自所指之日（如届满之日）向前倒推',
    ]);
  });

  it.each([
    ['保存期限不少于2年。', '所定的最短时长，不是办理的期限'],
    ['取得驾驶证3年以上的驾驶经历。', '所定的最短时长，不是办理的期限'],
    ['车龄达到8年的，退出经营。', '适用的条件，不是办理的期限'],
    ['未满3年的，不予受理。', '适用的条件，不是办理的期限'],
    ['办理时间最长不得超过30日。', '按日计：起算事件当日不计入，自次日起算；末日为法定休假日的顺延'],
    ['超过30日未办理的，予以通报。', '适用的条件，不是办理的期限'],
    ['可以延长为4年。', '按年计：到期年的对应日为末日，没有对应日的以月末为末日'],
  ])('%s: a least length and a condition are no periods to be counted', (text, rule) => {
    expect(deadlinesIn(sentence(text)).map((one) => one.rule)).toEqual([rule]);
  });
});

describe('the count of deadlines against the text', () => {
  const unread = (...lines: string[]) =>
    unreadTerms(read(['样城市办事规定', ...lines].join('\n\n')).first).map(({ words, eId }) => [words, eId]);

  it.each<[string, string[]]>([
    ['申请人应当在15个自然日内补正。', ['15个自然日内']],
    ['接到报警的，三十分钟内到达现场。', ['三十分钟内']],
    ['受理之日起5个工作日内审核，并在数日内公告。', ['数日内']],
    ['应当按时（10个工作日内）办结。', ['10个工作日内']],
    ['许可证到期前，应当申请延续。', ['到期前']],
    ['有关部门应当在当日内答复。', ['当日内']],
    ['下月中旬前完成。', ['中旬前']],
    ['受理之日起5个工作日内审核。', []],
    ['2021年12月底前完成，每月10日前报送。', []],
    ['本规定自2021年1月1日起施行，有效期2年。', []],
    ['将“十五日内”改为“二十日内”。', []],
    ['目前，一年前期工作已经完成。', []],
  ])('%s', (text, expected) => {
    expect(unread(`第一条　${text}`)).toEqual(expected.map((words) => [words, 'art_1__para_1']));
  });

  it('names what tables and annexes print', () => {
    expect(
      unread(
        '第一条　按照下表办理：',
        '| 事项 | 时限 |\n|---|---|\n| 登记 | 3个工作日内 |',
        '附件',
        '办事指南',
        '收到材料后20日内办结。',
      ),
    ).toEqual([
      ['3个工作日内', 'art_1__para_1__tbl_1'],
      ['20日内', 'att_1__para_1'],
    ]);
  });
});

describe('deadlines of the first issue', () => {
  const { archive } = loadContent('content');
  const of = (id: string) =>
    deadlinesOf(archive.works.find((work) => work.id === id)!.versions.at(-1)!.instrument);

  it('the measures set six terms of 20 days, all in calendar days', () => {
    const terms = of('jubao-jiangli-banfa');
    expect(terms.map(({ words, period }) => [words, period?.unit])).toEqual(Array(6).fill(['20日内', 'day']));
    expect(terms.map(({ eId }) => eId)).toEqual([
      'art_7__para_1',
      'art_8__para_1',
      'art_8__para_2',
      'art_9__para_1',
      'art_10__para_1',
      'art_10__para_1',
    ]);
  });

  it('the rule’s terms are all found, with their articles', () => {
    expect(of('wangyueche-guiding').map(({ words, eId }) => `${eId.split('__')[0]} ${words}`)).toEqual([
      'art_7 期限为4年',
      'art_8 30日内',
      'art_9 提前30日',
      'art_9 10日内',
      'art_12 达到8年',
      'art_13 3年以上',
      'art_22 不少于2年',
      'art_24 180日内',
      'art_24 延长为4年',
    ]);
  });
});
