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
