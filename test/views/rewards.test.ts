import { describe, expect, it } from 'vitest';
import { readRewards } from '../../src/domain/views/index.ts';
import { read } from './read.ts';

const measures = (...articles: string[]): string =>
  [
    '某市食品安全举报奖励办法',
    ...articles.map((text, i) => `第${'一二三四五六七八九十'[i]}条　${text}`),
  ].join('\n\n');

describe('reward measures of another city', () => {
  const rewards = readRewards(
    read(
      measures(
        '为了鼓励举报，制定本办法。',
        '按照下列标准奖励：\n\n（一）举报货值不满1万元的，给予二千元至五千元奖励；\n\n（二）举报货值1万元以上不满10万元的，给予5000元以上1万元以下的奖励；\n\n（三）举报货值10万元以上的，一次性奖励5万元。',
        '每起案件奖励金额最高不超过50万元。',
        '有下列情形之一的，不予奖励：\n\n（一）举报人为监管人员的；\n\n（二）匿名举报的。',
        '市场监管部门应当自收到举报之日起5个工作日内作出是否受理的决定。举报人应当在收到领奖通知之日起60日内领取奖金；逾期未领取的，视为放弃。',
        '本办法所称以上，包括本数；所称不满，不包括本数。',
      ),
    ),
  )!;

  it('reads sums in words, ranges and sums in 万', () => {
    expect(rewards.tiers.map(({ amount }) => [amount.min, amount.max, amount.cell.text])).toEqual([
      [2000, 5000, '二千元至五千元'],
      [5000, 10000, '5000元以上1万元'],
      [50000, 50000, '5万元'],
    ]);
  });

  it('finds cap, exclusions and steps in working days', () => {
    expect(rewards.caps.map(({ amount }) => amount)).toEqual([500000]);
    expect(rewards.exclusions.map(({ text }) => text)).toEqual(['举报人为监管人员的', '匿名举报的']);
    expect(
      rewards.steps.map(({ actor, trigger, limit, action, consequence }) => [
        actor?.text,
        trigger?.text,
        limit.count,
        limit.unit,
        action?.text,
        consequence?.text,
      ]),
    ).toEqual([
      ['市场监管部门', '收到举报', 5, '个工作日', '作出是否受理的决定', undefined],
      ['举报人', '收到领奖通知', 60, '日', '领取奖金', '逾期未领取的，视为放弃'],
    ]);
  });

  it('says that a boundary is settled where the words settle it', () => {
    expect(rewards.boundaries.map(({ at, state, reason }) => [at, state, reason])).toEqual([
      ['1万元', 'settled', '正好1万元，属于“1万元以上”一档'],
      ['10万元', 'settled', '正好10万元，属于“10万元以上”一档'],
    ]);
  });
});

describe('boundaries', () => {
  const tiers = (rule: string): string =>
    measures(
      '举报下列行为的，给予500元奖励：\n\n（一）倾倒垃圾5吨以下的。',
      '举报下列行为的，给予1000元奖励：\n\n（一）倾倒垃圾5吨以上的。',
      rule,
    );

  it.each([
    ['本办法所称以上、以下，均包括本数。', 'overlap'],
    ['本办法所称以上，包括本数；所称以下，不包括本数。', 'settled'],
    ['本办法所称以上、以下，不包括本数。', 'open'],
    ['本办法自公布之日起施行。', 'open'],
  ])('%s: %s', (rule, state) => {
    expect(readRewards(read(tiers(rule)))?.boundaries.map((boundary) => boundary.state)).toEqual([state]);
  });

  it('of different things do not touch', () => {
    const text = measures(
      '举报下列行为的，给予500元奖励：\n\n（一）倾倒垃圾5吨以下的。',
      '举报下列行为的，给予1000元奖励：\n\n（一）倾倒废油5吨以上的。',
    );
    expect(readRewards(read(text))?.boundaries).toEqual([]);
  });
});

describe('texts without tiers', () => {
  it.each([
    measures('违反规定的，处500元罚款。', '情节严重的，处5000元以上1万元以下罚款。'),
    measures('对做出突出贡献的单位和个人给予奖励。', '奖励办法另行制定。'),
    measures('设立奖励基金100万元。', '本办法自公布之日起施行。'),
  ])('stay silent: %#', (text) => {
    expect(readRewards(read(text))).toBeUndefined();
  });
});
