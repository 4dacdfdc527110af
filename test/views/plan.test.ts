import { describe, expect, it } from 'vitest';
import { readPlan, viewsOf } from '../../src/domain/views/index.ts';
import { read } from './read.ts';

const text = [
  '某县乡村振兴工作方案',
  '一、发展现状',
  '截至2021年6月，全县共有行政村120个，其中平原村80个、山区村40个；通客车率达98.5%。',
  '二、工作目标',
  '到2023年，农村自来水普及率达到95%以上，新增公路300公里，建成24小时服务点。',
  '三、重点应用',
  '（一）智慧农业平台',
  '建设农业大数据。',
  '（二）道路工程',
  '修建道路。',
  '四、实施步骤',
  '（一）启动阶段（2021年7月—2021年12月）',
  '完成部署。',
  '1.智慧农业建设任务。完成智慧农业平台招标。',
  '2.道路建设任务。完成勘察。',
  '（二）攻坚阶段（2022年1月至2022年12月）',
  '1.智慧农业建设任务。上线运行。',
  '（三）总结阶段（2023年6月底前）',
  '1.道路建设任务。竣工验收。',
].join('\n\n');

describe('a plan of another place', () => {
  const plan = readPlan(read(text), '2021-07-01')!;

  it('has its phases with first and last day', () => {
    expect(plan.phases?.phases.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['启动阶段', '2021-07-01', '2021-12-31'],
      ['攻坚阶段', '2022-01-01', '2022-12-31'],
      ['总结阶段', undefined, '2023-06-30'],
    ]);
    expect(plan.daysToPhaseEnd).toEqual([183, 548, 729]);
  });

  it('sets the fields side by side, with gaps where a phase has none', () => {
    expect(
      plan.phases?.fields.map(({ field, tasks }) => [field, tasks.map((task) => task?.tasks[0]?.text)]),
    ).toEqual([
      ['智慧农业', ['完成智慧农业平台招标', '上线运行', undefined]],
      ['道路', ['完成勘察', undefined, '竣工验收']],
    ]);
  });

  it('keeps the present state and the targets apart', () => {
    expect(plan.present.map(({ value }) => value.text)).toEqual(['120个', '80个', '40个', '98.5%']);
    expect(plan.sums).toMatchObject([{ agrees: true }]);
    expect(plan.targets.map(({ value }) => value.text)).toEqual(['95%以上', '300公里']);
  });

  it('links tasks by field', () => {
    expect(
      plan.links.map(({ phase, field, application }) => `${phase} ${field} ${application.text}`),
    ).toContain('0 智慧农业 智慧农业平台');
  });
});

describe('sums that do not add up', () => {
  it('say so', () => {
    const plan = readPlan(read(text.replace('山区村40个', '山区村30个')))!;
    expect(plan.sums).toMatchObject([{ total: { number: 120 }, agrees: false }]);
  });
});

it('a plan without phases has none, and no links', () => {
  const plan = readPlan(read('某县工作意见\n\n一、总体要求\n\n提高认识。\n\n二、主要任务\n\n抓好落实。'))!;
  expect(plan.phases).toBeUndefined();
  expect([plan.links, plan.targets, plan.present]).toEqual([[], [], []]);
});

it('an empty text and a law have no view at all', () => {
  expect(viewsOf(read(''))).toEqual([]);
  expect(viewsOf(read('某市条例\n\n第一条　甲。\n\n第二条　乙。'))).toEqual([]);
});

describe('other ways to give a time', () => {
  const phases = (...headings: string[]) =>
    readPlan(
      read(
        [
          '某县行动方案',
          '一、目标',
          '甲。',
          '二、步骤',
          ...headings.flatMap((heading) => [heading, '乙。']),
        ].join('\n\n'),
      ),
    )?.phases?.phases.map(({ name, start, end }) => [name, start, end]);

  it.each<[string[], unknown]>([
    [
      ['（一）到2023年，夯实基础。', '（二）到2025年底，全面提升。'],
      [
        ['夯实基础', undefined, '2023-12-31'],
        ['全面提升', undefined, '2025-12-31'],
      ],
    ],
    [
      ['（一）第一阶段（2021—2022年）', '（二）第二阶段（2023年至2025年）'],
      [
        ['第一阶段', '2021-01-01', '2022-12-31'],
        ['第二阶段', '2023-01-01', '2025-12-31'],
      ],
    ],
    // A month alone is all of it; 中旬 ends on the 20th.
    [
      ['（一）动员（2021年3月）', '（二）整治（至2021年6月中旬）'],
      [
        ['动员', '2021-03-01', '2021-03-31'],
        ['整治', undefined, '2021-06-20'],
      ],
    ],
    // Without a year there is no day.
    [['（一）动员（3月1日—3月31日）', '（二）整治（4月1日至6月30日）'], undefined],
  ])('%j', (headings, expected) => {
    expect(phases(...headings)).toEqual(expected);
  });
});

describe('figures of several days and parts', () => {
  const plan = readPlan(
    read(
      [
        '某县发展规划',
        '一、发展现状',
        '共有系统30个，其中县级10个、镇级20个。',
        '二、总体目标',
        '到2023年，网上可办率达到95%以上，建成基站300个。到2025年，占比不低于45%，基站数量翻一番。',
      ].join('\n\n'),
    ),
  )!;

  it('each target is as of the day named last before it', () => {
    expect(plan.targets.map(({ asOf, value }) => [asOf?.text, value.text])).toEqual([
      ['2023年', '95%以上'],
      ['2023年', '300个'],
      ['2025年', '45%'],
      ['2025年', '翻一番'],
    ]);
  });

  it('a list counts what stands before each number', () => {
    expect(plan.present.map(({ what, value }) => `${what.text} ${value.text}`)).toEqual([
      '系统 30个',
      '县级 10个',
      '镇级 20个',
    ]);
  });
});

it('a plan whose first chapter was not read is no plan', () => {
  expect(readPlan(read('某县工作方案\n\n二、总体要求\n\n甲。\n\n三、主要任务\n\n乙。'))).toBeUndefined();
});

describe('targets that stand in a row or before a day', () => {
  const plan = readPlan(
    read(
      [
        '某县慢行交通规划',
        '一、工作目标',
        '轨道站点周边800米慢行覆盖率达到90%以上。',
        '二、重点任务',
        '2024年底前完成35处断点整治；新建人行天桥12座、地下通道6处。',
      ].join('\n\n'),
    ),
  )!;

  it('are all of the row, with the day by which they are due; a distance that says where is none', () => {
    expect(plan.targets.map(({ value, asOf }) => [value.text, asOf?.text])).toEqual([
      ['90%以上', undefined],
      ['35处', '2024年底'],
      ['12座', '2024年底'],
      ['6处', '2024年底'],
    ]);
  });
});
