import { describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../../src/domain/model.ts';
import {
  type Cell,
  fieldIndex,
  leaderOf,
  readPlan,
  readPortfolios,
  readPromulgation,
  readRepealList,
  readRewards,
  viewsOf,
  whoFor,
} from '../../src/domain/views/index.ts';
import { readIssue, versionOf } from '../references/archive.ts';

const { works } = readIssue();
const held = works.filter(({ versions }) => versions.length > 0);
const instrumentOf = (title: string): Instrument => versionOf(works, title).instrument;
const notice = instrumentOf('湛江市人民政府关于调整市政府领导同志分工的通知');
const measures = instrumentOf('湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
const planned = instrumentOf('湛江市“数字政府”建设总体规划（2020-2022年）');
const repealing = instrumentOf('湛江市发展和改革局关于废止部分部门规范性文件的通知');
const order = instrumentOf('湛江市人民政府令第7号');

describe('each document of the issue', () => {
  it('gives the views that fit it, and no other', () => {
    const views = held.map(({ versions }) =>
      viewsOf(versions[0]!.instrument, versions[0]!.date).map(({ type }) => type),
    );
    expect(views).toEqual([
      ['portfolios'],
      ['promulgation'],
      [],
      [],
      [],
      ['plan'],
      [],
      ['rewards'],
      ['repeal-list'],
    ]);
  });

  it('has every cell stand in the provision that it names', () => {
    for (const { versions } of held) {
      const { instrument } = versions[0]!;
      const cells = viewsOf(instrument, versions[0]!.date).flatMap(cellsIn);
      for (const cell of cells)
        expect(textAt(instrument, cell).slice(cell.start, cell.end), cell.eId).toBe(cell.text);
    }
  });
});

function cellsIn(value: unknown): Cell[] {
  if (Array.isArray(value)) return value.flatMap(cellsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('eId' in value && 'start' in value && 'text' in value) return [value as Cell];
  return Object.values(value).flatMap(cellsIn);
}

function textAt(instrument: Instrument, { eId, part, cell }: Cell): string {
  if (part === 'annexNote') return instrument.annexNote ?? '';
  const find = (list: readonly Provision[]): Provision | undefined => {
    for (const node of list) {
      const hit = node.eId === eId ? node : find(node.children);
      if (hit) return hit;
    }
    return undefined;
  };
  const node = find([
    ...instrument.provisions,
    ...instrument.annexes.flatMap(({ provisions }) => provisions),
  ]);
  if (cell) return node?.rows?.[cell[0]]?.[cell[1]] ?? '';
  return (part === 'heading' ? node?.heading : node?.text) ?? '';
}

describe('portfolios', () => {
  const portfolios = readPortfolios(notice)!;
  const personOf = (name: string) => portfolios.persons.find((person) => person.name.text === name)!;

  it('are of nine persons with their posts, the last under 备注', () => {
    expect(
      portfolios.persons.map(({ name, posts, note }) => [name.text, posts.map(({ text }) => text), note]),
    ).toEqual([
      ['曾进泽', ['市长'], false],
      ['曹兴', ['常务副市长'], false],
      ['黄勇武', ['副市长', '兼任市公安局局长'], false],
      ['欧先伟', ['副市长'], false],
      ['陈伟杰', ['副市长'], false],
      ['崔青', ['副市长'], false],
      ['黄明忠', ['副市长'], false],
      ['陈才君', ['市政府党组成员', '秘书长'], false],
      ['钟力', ['市委常委'], true],
    ]);
    expect(personOf('钟力').basis?.text).toBe('根据市委分工');
  });

  it('tell leading, assisting, being in charge and liaising apart', () => {
    const duties = (name: string) =>
      personOf(name).duties.map(({ kind, verb, fields }) => [kind, verb, fields.length, fields[0]!.text]);
    expect(duties('曾进泽')).toEqual([
      ['lead', '主持', 1, '市政府全面工作'],
      ['charge', '负责', 1, '审计'],
    ]);
    expect(duties('曹兴')).toEqual([
      ['assist', '协助市长负责', 1, '市政府日常工作'],
      ['charge', '负责', 16, '发展改革'],
      ['liaise', '联系', 1, '湛江经济技术开发区'],
    ]);
    expect(duties('陈才君')).toEqual([
      ['assist', '协助市长安排处理', 1, '市政府日常工作'],
      ['charge', '负责', 1, '市政府办公室全面工作'],
      ['charge', '分管', 1, '市政府研究室'],
    ]);
    expect(duties('钟力')).toEqual([['charge', '负责', 2, '农业农村']]);
  });

  it('keep a field whole though it holds 和', () => {
    expect(personOf('陈伟杰').duties[0]!.fields.map(({ text }) => text)).toContain('城市管理和综合执法');
  });

  it.each([
    ['生态环境', ['黄明忠']],
    ['教育', ['崔青']],
    ['住房', ['陈伟杰', '陈伟杰']],
    ['发展和改革', ['曹兴']],
    ['审计工作', ['曾进泽']],
    ['湛江奋勇高新区', []],
    ['', []],
  ])('answer who is responsible for %s', (words, names) => {
    const rows = whoFor(fieldIndex(portfolios), words);
    expect(rows.flatMap(({ holders }) => holders.map(({ person }) => person.name.text))).toEqual(names);
  });

  it.each([
    ['湛江市生态环境局', '黄明忠'],
    ['湛江市发展和改革局', '曹兴'],
    ['湛江市教育局', '崔青'],
  ])('%s is linked to %s as an inference', (issuer, name) => {
    const link = leaderOf(portfolios, issuer);
    expect(link.person?.name.text).toBe(name);
    expect(link.reason).toContain('系按名称推定，通知没有写明');
  });

  it('link no leader where no field has the name', () => {
    expect(leaderOf(portfolios, '湛江市人民政府')).toEqual({
      issuer: '湛江市人民政府',
      reason: '分工中没有与“湛江市人民政府”名称相合的领域',
    });
  });
});

describe('reward measures', () => {
  const rewards = readRewards(measures)!;

  it('have five sums, each tied to its acts or its own words', () => {
    expect(rewards.tiers.map(({ amount, acts, eId }) => [eId, amount.min, amount.max, acts.length])).toEqual([
      ['art_3__para_1__item_1', 500, 500, 4],
      ['art_3__para_1__item_2', 2000, 2000, 9],
      ['art_3__para_1__item_3', 5000, 5000, 5],
      ['art_3__para_1__item_4', 5000, 5000, 0],
      ['art_3__para_1__item_4', 10000, 10000, 0],
    ]);
    expect(rewards.tiers[4]!.condition.text).toContain('立案侦查');
  });

  it('are capped at 10000 yuan, shared by the rules of article 4, and exclude five cases', () => {
    expect(rewards.caps.map(({ amount, cell }) => [amount, cell.eId])).toEqual([[10000, 'art_4__para_1']]);
    expect(rewards.sharing.map(({ text }) => text.slice(0, 8))).toEqual([
      '举报奖励遵循“一',
      '对同一违法行为有',
      '联名举报的，按照',
      '举报同一环境违法',
      '举报同一主体多项',
    ]);
    expect(rewards.exclusions.map(({ eId }) => eId)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `art_6__para_1__item_${n}`),
    );
  });

  it('go in six steps of 20 days', () => {
    expect(
      rewards.steps.map(({ actor, trigger, limit, action }) => [
        actor?.text,
        trigger?.text,
        `${limit.count}${limit.unit}`,
        action?.text.slice(0, 12),
      ]),
    ).toEqual([
      ['市生态环境局', '接到举报', '20日', '告知举报人受理情况'],
      ['市生态环境局', '作出行政处罚决定、行政处理决定', '20日', '应当告知符合奖励条件的举'],
      ['符合奖励条件的举报人', '接到通知', '20日', '向市生态环境局提交《湛江'],
      ['市生态环境局', '收到举报人申请奖励的相关材料', '20日', '告知举报人奖励决定'],
      ['市生态环境局', '作出奖励决定，并告知举报人', '20日', '通过银行转账的方式将奖金'],
      ['举报人', '接到奖励决定', '20日', '持有效身份证件领取'],
    ]);
    expect(rewards.steps[2]!.consequence?.text).toBe('逾期不提交的，视为自动放弃奖励');
  });

  it('leave open what exactly 100 kg and 3 tonnes are worth, as the text does', () => {
    expect(
      rewards.boundaries.map(({ at, lower, upper, state }) => [at, lower.eId, upper.eId, state]),
    ).toEqual([
      ['100公斤', 'art_3__para_1__item_1__point_2', 'art_3__para_1__item_2__point_7', 'open'],
      ['3吨', 'art_3__para_1__item_2__point_7', 'art_3__para_1__item_3__point_2', 'open'],
    ]);
    expect(rewards.boundaries[0]).toMatchObject({
      reason: '正好100公斤属于哪一档，原文没有写明：未规定“以下”是否包括本数',
      rule: { eId: 'art_14__para_1', text: '本法所称以上、内，包括本数。' },
    });
  });
});

describe('the plan', () => {
  const plan = readPlan(planned, '2020-12-26')!;

  it('has eight chapters with 39 sections, and 47 contents entries of which one reads otherwise', () => {
    expect(plan.chapters.map(({ sections }) => sections.length)).toEqual([8, 4, 3, 7, 3, 6, 3, 5]);
    expect(plan.contents).toHaveLength(47);
    expect(plan.contents.every(({ target }) => target !== undefined)).toBe(true);
    expect(
      plan.contents.filter(({ mismatch }) => mismatch).map(({ heading, mismatch }) => [heading, mismatch]),
    ).toEqual([['社会信用公共平台', '公共信用信息平台']]);
  });

  it('has three phases; the first ends five days after the plan was issued', () => {
    expect(plan.phases?.phases.map(({ name, end }) => [name, end])).toEqual([
      ['重点突破期', '2020-12-31'],
      ['全面普及期', '2021-12-31'],
      ['深度发展期', '2022-12-31'],
    ]);
    expect(plan.daysToPhaseEnd).toEqual([5, 370, 735]);
  });

  it('sets the fields side by side; the third phase has no 行政效能', () => {
    expect(
      plan.phases?.fields.map(({ field, tasks }) => [
        field,
        tasks.map((task) => task?.eId.slice(-5) ?? null),
      ]),
    ).toEqual([
      ['基础平台', ['lvl_1', 'lvl_1', 'lvl_1']],
      ['公共支撑', ['lvl_2', 'lvl_2', 'lvl_2']],
      ['安全、标准和运行体系', ['lvl_3', 'lvl_3', 'lvl_3']],
      ['湛江大脑', ['lvl_4', 'lvl_4', 'lvl_4']],
      ['政务服务', ['lvl_5', 'lvl_5', 'lvl_5']],
      ['行政效能', ['lvl_6', 'lvl_6', null]],
      ['营商环境', ['lvl_7', 'lvl_7', 'lvl_6']],
      ['社会治理', ['lvl_8', 'lvl_8', 'lvl_7']],
      ['公共服务', ['lvl_9', 'lvl_9', 'lvl_8']],
    ]);
  });

  it('tells the present state in figures, with the day of each', () => {
    const shown = plan.present.map(({ what, value, asOf }) => [what.text, value.text, asOf?.text]);
    expect(shown).toContainEqual(['县级政务单位', '899个', '2019年11月底']);
    expect(shown).toContainEqual(['湛江市依申请事项网上可办率达', '91.33%', '2020年11月底']);
    expect(shown).toContainEqual(['签发电子证照', '2984.74万张', '2020年11月底']);
    expect(plan.present.find(({ value }) => value.text === '1.9亿条')?.number).toBe(190_000_000);
    expect(plan.sums).toMatchObject([
      { total: { number: 497 }, parts: [{ number: 108 }, { number: 164 }, { number: 225 }], agrees: true },
    ]);
  });

  it('sets itself targets in figures', () => {
    expect(plan.targets.map(({ value }) => value.text)).toEqual([
      '100%',
      '1/2',
      '100%',
      '100%',
      '50%以上',
      '80%',
      '100%',
      '100%',
      '100%',
      '100%',
      '10G',
    ]);
  });

  it('links tasks of chapter 7 to chapter 6 where the names agree, and says why', () => {
    const fields = plan.links.filter(({ reason }) => reason.startsWith('领域同名'));
    expect(new Set(fields.map(({ field, application }) => `${field} ${application.eId}`))).toEqual(
      new Set([
        '湛江大脑 lvl_6__lvl_1',
        '政务服务 lvl_6__lvl_2',
        '行政效能 lvl_6__lvl_3',
        '营商环境 lvl_6__lvl_4',
        '公共服务 lvl_6__lvl_5',
        '社会治理 lvl_6__lvl_6',
      ]),
    );
    const tasks = plan.links.filter(({ reason }) => reason.startsWith('任务中写有'));
    expect(tasks).toContainEqual(
      expect.objectContaining({
        phase: 1,
        field: '行政效能',
        reason: '任务中写有“国资监管”',
        application: expect.objectContaining({ text: '国资监管应用' }),
      }),
    );
    for (const { task, reason } of tasks)
      expect(task.text.replace(/[“”]/g, '')).toContain(reason.slice(6, -1));
  });
});

describe('the repeal list', () => {
  const list = readRepealList(repealing)!;

  it('has two documents of three bodies each, repealed by one of them from 2020-12-31', () => {
    expect(list.rows.map(({ numberKey, issuers }) => [numberKey, issuers.map(({ text }) => text)])).toEqual([
      ['湛发改价格〔2015〕26号', ['湛江市发展和改革局', '湛江市教育局', '湛江市财政局']],
      ['湛发改价格函〔2015〕62号', ['湛江市发展和改革局', '湛江市教育局', '湛江市财政局']],
    ]);
    expect(list).toMatchObject({
      repealer: '湛江市发展和改革局',
      from: { date: '2020-12-31', cell: { eId: 'para_2' } },
    });
  });

  it('shows that notice and annex give the first title differently', () => {
    expect(list.rows.map(({ citedAs }) => citedAs?.text)).toEqual([
      '关于进一步明确我市公办中小学收费管理有关问题的通知',
      undefined,
    ]);
    expect(list.rows[0]!.remarks).toContain('正文引用的标题略去了发文机关，按文号对应');
    expect(list.rows[1]!.remarks).toEqual(['原由3个机关联合制发，本文由其中的湛江市发展和改革局一家废止']);
  });

  it('agrees with the number of documents that the notice states twice', () => {
    expect(list.counts.map(({ count, agrees }) => [count, agrees])).toEqual([
      [2, true],
      [2, true],
    ]);
  });
});

describe('the order', () => {
  it('was adopted, signed, promulgated and came into force, with all seven parts', () => {
    const act = readPromulgation(order)!;
    expect(act).toMatchObject({
      number: '令第7号',
      issuer: '湛江市人民政府',
      adopted: { date: '2020-12-15', meeting: { text: '湛江市人民政府第十四届95次常务会议' } },
      signed: { post: '市长', name: '曾进泽', date: '2020-12-19' },
      promulgated: '2020-12-19',
      inForce: { date: '2020-12-19', rule: '自公布之日（2020年12月19日）起' },
    });
    expect(act.carries).toHaveLength(2);
    expect(act.elements.map(({ name, present }) => [name, present])).toEqual([
      ['制定机关', true],
      ['序号', true],
      ['名称', true],
      ['通过日期', true],
      ['施行日期', true],
      ['署名', true],
      ['公布日期', true],
    ]);
  });
});
