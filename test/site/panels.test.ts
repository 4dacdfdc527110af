/** What particular texts hold, as the pages print it: every cell with its place. */
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../src/site/references/places.ts';
import { graphView } from '../../src/site/views/graph.ts';
import { panelsView } from '../../src/site/views/panels.ts';
import { plans, planView } from '../../src/site/views/plan.ts';
import { hasPortfolios, leaderFact, portfoliosPage } from '../../src/site/views/portfolios.ts';
import { versionView } from '../../src/site/views/version.ts';
import { heldContent, heldTexts, textOf, workOf } from './held.ts';

const held = heldContent();
const measures = textOf(held, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');

describe('the division of work', () => {
  const [view, ...others] = portfoliosPage(held).current;

  test('is a table of nine persons, by kind of duty', () => {
    expect(others).toEqual([]);
    expect(view!.persons.map(({ name }) => name.text)).toEqual([
      '曾进泽',
      '曹兴',
      '黄勇武',
      '欧先伟',
      '陈伟杰',
      '崔青',
      '黄明忠',
      '陈才君',
      '钟力',
    ]);
    expect(view!.columns.map(({ name }) => name)).toEqual(['主持', '负责', '协助', '联系']);
    expect(view!.persons.filter(({ note }) => note).map(({ name }) => name.text)).toEqual(['钟力']);
  });

  test('answers who is in charge of a field, with the provision', () => {
    const field = view!.fields.find((each) => each.field === '生态环境')!;
    expect(field.holders).toMatchObject([{ name: '黄明忠', kind: 'charge' }]);
    const eId = field.holders[0]!.href.split('#')[1]!;
    const notice = textOf(held, '湛江市人民政府关于调整市政府领导同志分工的通知');
    expect(placesOf(notice.instrument).get(eId)?.text).toContain('生态环境');
  });

  test('ties bureaux of the same place to a leader as an inference with its reason', () => {
    const issuers = new Map(view!.issuers.map((each) => [each.issuer, each]));
    expect(issuers.get('湛江市生态环境局')).toMatchObject({
      person: { text: '黄明忠' },
      reason: expect.stringContaining('推定'),
    });
    expect(issuers.get('湛江市发展和改革局')?.person?.text).toBe('曹兴');
    // Bodies of other places are none of theirs.
    expect(Array.from(issuers.keys()).every((issuer) => issuer.startsWith('湛江市'))).toBe(true);
    const [fact] = leaderFact(held, measures);
    expect(fact).toMatchObject({ term: '分管领导（推定）', runs: [{ text: '黄明忠' }] });
    expect(fact!.runs[0]!.why).toContain('推定');
  });

  test('is not there where no text divides work', () => {
    const none = heldTexts(['a', '2010-01-01', '甲市甲办法\n\n第一条　制定本办法。']);
    expect(hasPortfolios(none)).toBe(false);
    expect(portfoliosPage(none)).toEqual({ current: [], earlier: [] });
  });

  test('of a later notice takes the place of the earlier one, and tells what changed hands', () => {
    const notice = (person: string, teaching = '李四', policing = '王五'): string =>
      `乙市人民政府关于调整领导分工的通知（${person}）

各区人民政府：

现将分工通知如下：

${person}：市长，主持市政府全面工作。

${teaching}：副市长，负责教育、卫生健康工作。

${policing}：副市长，负责公安工作，联系工会。

乙市人民政府

2021年1月1日`;
    const both = heldTexts(
      ['jiu', '2020-01-01', notice('赵一')],
      ['xin', '2021-01-01', notice('钱二', '李四', '孙六')],
    );
    const { current, earlier } = portfoliosPage(both);
    expect(current).toHaveLength(1);
    expect(current[0]!.persons[0]!.name.text).toBe('钱二');
    // It is told with the changes, not again in a list.
    expect(earlier).toEqual([]);
    expect(current[0]!.changes!.from.day).toBe('2020年1月1日');
    expect(current[0]!.changes!.rows).toEqual([
      { field: '市政府全面工作', before: ['赵一'], after: ['钱二'] },
      { field: '公安', before: ['王五'], after: ['孙六'] },
      { field: '工会', before: ['王五（联系）'], after: ['孙六（联系）'] },
    ]);
  });
});

describe('reward measures', () => {
  const { rewards, links } = panelsView(held, measures);

  test('are tiers of sums and acts, each linked', () => {
    expect(rewards!.tiers.map(({ amount, acts }) => [amount.text, acts.length])).toEqual([
      ['500元', 4],
      ['2000元', 9],
      ['5000元', 5],
      ['5000元', 0],
      ['10000元', 0],
    ]);
    expect(rewards!.tiers[1]!.acts[6]!.href).toBe('#art_3__para_1__item_2__point_7');
    expect(links).toEqual([{ text: '奖励档次与办理步骤', href: '#rewards' }]);
  });

  test('lead through six steps of 20 days, in the words of the text', () => {
    expect(rewards!.steps.map(({ trigger, limit }) => trigger + limit)).toEqual([
      '接到举报之日起20日内',
      '作出行政处罚决定、行政处理决定之日起20日内',
      '接到通知之日起20日内',
      '收到举报人申请奖励的相关材料之日起20日内',
      '作出奖励决定，并告知举报人后，应于20日内',
      '接到奖励决定之日起20日内',
    ]);
    expect(rewards!.steps[2]!.consequence).toBe('逾期不提交的，视为自动放弃奖励');
  });

  test('flag the numbers where two tiers touch, and decide nothing', () => {
    expect(rewards!.boundaries.map(({ at, settled }) => [at, settled])).toEqual([
      ['100公斤', false],
      ['3吨', false],
    ]);
    expect(rewards!.boundaries[0]!.rule?.href).toBe('#art_14__para_1');
  });
});

describe('a repeal list', () => {
  const notice = textOf(held, '湛江市发展和改革局关于废止部分部门规范性文件的通知');
  const { repeals } = panelsView(held, notice);

  test('leads to the pages of the documents, tells issuers, day, and where titles differ', () => {
    expect(repeals!.rows.map(({ title }) => title.href)).toEqual([
      '/works/zhanfagaijiage-2015-26/',
      '/works/zhanfagaijiagehan-2015-62/',
    ]);
    expect(repeals!.rows[0]!.issuers).toHaveLength(3);
    expect(repeals!.rows[0]!.citedAs?.text).toBe('关于进一步明确我市公办中小学收费管理有关问题的通知');
    expect(repeals!.from?.day).toBe('2020年12月31日');
    expect(repeals!.counts.every(({ agrees }) => agrees)).toBe(true);
  });
});

describe('an order', () => {
  test('is told as an act of promulgation', () => {
    const { promulgation } = panelsView(held, textOf(held, '湛江市人民政府令第7号'));
    const acts = new Map(
      promulgation!.acts.map(({ term, runs }) => [term, runs.map(({ text }) => text).join('')]),
    );
    expect(acts.get('通过')).toBe('2020年12月15日，湛江市人民政府第十四届95次常务会议');
    expect(acts.get('签署')).toBe('市长 曾进泽');
    expect(acts.get('公布')).toBe('2020年12月19日');
    expect(acts.get('施行')).toMatch(/^2020年12月19日起/);
    expect(promulgation!.carries).toHaveLength(2);
    expect(promulgation!.elements.every(({ present }) => present)).toBe(true);
  });
});

describe('a plan', () => {
  const work = workOf(held, '湛江市“数字政府”建设总体规划（2020-2022年）');
  const view = planView(held, work.id)!;

  test('puts the fields of the three phases side by side, an empty cell where the text has none', () => {
    expect(view.phases.map(({ name, time, remark }) => [name, time, remark])).toEqual([
      ['重点突破期', '至2020年12月31日', '印发后5天届满'],
      ['全面普及期', '至2021年12月31日', undefined],
      ['深度发展期', '至2022年12月31日', undefined],
    ]);
    expect(view.fields.map(({ field }) => field)).toHaveLength(9);
    const efficiency = view.fields.find(({ field }) => field === '行政效能')!;
    expect(efficiency.tasks.map((cell) => cell !== undefined)).toEqual([true, true, false]);
    expect(efficiency.application?.title).toContain('行政效能');
  });

  test('ties a task to its application where the names agree, with the reason', () => {
    const applications = view.fields.flatMap(({ tasks }) =>
      tasks.flatMap((cell) => cell?.tasks.flatMap((task) => task.applications) ?? []),
    );
    expect(applications).toContainEqual(
      expect.objectContaining({ text: '国资监管应用', title: expect.stringContaining('国资监管') }),
    );
  });

  test('compares its contents with its body', () => {
    expect(view.contents).toMatchObject({ total: 47, agreeing: 46 });
    expect(view.contents.odd[0]).toMatchObject({ target: { text: '公共信用信息平台' } });
  });

  test('gives every figure with its words and place', () => {
    const share = view.present.find(({ value }) => value.text === '91.33%')!;
    expect(share).toMatchObject({ asOf: '2020年11月底', place: '一、（二）第四段' });
    expect(view.sums).toMatchObject([{ total: { text: '497个' }, agrees: true }]);
    expect(view.targets.map(({ value }) => value.text)).toContain('10G');
  });

  test('links only to places that are there', () => {
    const places = placesOf(work.versions.at(-1)!.instrument);
    const hrefs = [
      ...view.phases.map(({ href }) => href),
      ...view.fields.flatMap(({ tasks }) =>
        tasks.flatMap((cell) => cell?.tasks.map(({ href }) => href) ?? []),
      ),
      ...[...view.present, ...view.targets].map(({ value }) => value.href),
      ...view.chapters.flatMap((chapter) => [chapter.href, ...chapter.sections.map(({ href }) => href)]),
    ];
    expect(hrefs.filter((href) => !places.get(href.split('#')[1] ?? ''))).toEqual([]);
  });
});

describe('a text that holds nothing of the kind', () => {
  test('a plan with headings alone has no page of its own', () => {
    const archive = heldTexts([
      'fangan',
      '2020-01-01',
      '甲市绿化方案\n\n一、总体要求\n\n绿化全市。\n\n二、主要任务\n\n（一）种树。多种树。\n\n（二）养护。勤养护。',
    ]);
    expect(plans(archive)).toEqual([]);
    expect(panelsView(archive, textOf(archive, '甲市绿化方案')).links).toEqual([]);
  });

  test('has no panels', () => {
    const rules = textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定');
    expect(panelsView(held, rules)).toEqual({ links: [] });
    expect(versionView(held, workOf(held, rules.instrument.title), rules).panels.links).toEqual([]);
  });
});

describe('the citation graph of an issue', () => {
  const graph = graphView(held, '2020-12')!;

  test('says in words all that the picture shows', () => {
    const acts = graph.texts.flatMap(({ title, does }) =>
      does.flatMap(({ verb, works }) => works.map(({ text }) => `${title.text}${verb}${text}`)),
    );
    expect(graph.svg.match(/<path /g)).toHaveLength(acts.length);
    expect(acts).toContain(
      '《湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定》修改《湛江市网络预约出租汽车经营服务管理暂行规定》',
    );
    expect(acts.filter((act) => act.includes('废止《湛江市发展和改革局 湛江市教育局'))).toHaveLength(2);
  });

  test('of an issue that is not there is none', () => {
    expect(graphView(held, '1999-01')).toBeUndefined();
  });
});
