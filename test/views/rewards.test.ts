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
      [5000, 10000, '5000元以上1万元以下'],
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

describe('other ways to say what is given', () => {
  const tiers = (...articles: string[]) =>
    readRewards(read(measures(...articles)))?.tiers.map(
      ({ amount: { min, max, rate, cell }, condition, floor }) =>
        [
          cell.text,
          rate ? `${rate.min}–${rate.max}%` : `${min ?? ''}–${max ?? ''}`,
          condition.text,
          floor?.text ?? '',
        ].join(' | '),
    );

  it.each<[string, string[], string[]]>([
    [
      'ranges of every spelling',
      [
        '举报甲的，奖励2000—5000元。',
        '举报乙的，奖励1至5万元；举报丙的，奖励500至1万元。',
        '举报丁的，奖励1万元以内。',
        '举报戊的，给予人民币10万元以上奖励。',
      ],
      [
        '2000—5000元 | 2000–5000 | 举报甲的 | ',
        '1至5万元 | 10000–50000 | 举报乙的 | ',
        '500至1万元 | 500–10000 | 举报丙的 | ',
        '1万元以内 | –10000 | 举报丁的 | ',
        '10万元以上 | 100000– | 举报戊的 | ',
      ],
    ],
    [
      'shares, with the least they come to',
      [
        '一级举报，按照货值金额的5%给予奖励，不足2000元的，给予2000元奖励。',
        '二级举报，按罚没款金额的百分之二至百分之四给予奖励。按此计算不足500元的，给予500元奖励。',
        '举报查实的，给予举报人罚款数额1%的奖励，最高不超过5万元。',
      ],
      [
        '货值金额的5% | 5–5% | 一级举报 | 不足2000元的，给予2000元',
        '罚没款金额的百分之二至百分之四 | 2–4% | 二级举报 | 按此计算不足500元的，给予500元',
        '罚款数额1% | 1–1% | 举报查实的 | ',
      ],
    ],
    [
      'several in one clause',
      ['对甲类线索给予300元奖励，对乙类线索给予500元奖励。'],
      ['300元 | 300–300 | 对甲类线索 | ', '500元 | 500–500 | 对乙类线索 | '],
    ],
    [
      'headings',
      ['一、奖励标准', '（一）举报偷排的，奖励1000元。', '（二）举报焚烧的，奖励300元。'],
      ['1000元 | 1000–1000 | 举报偷排的 | ', '300元 | 300–300 | 举报焚烧的 | '],
    ],
    [
      'a table',
      [
        '按照下表给予奖励：\n\n| 违法行为 | 奖励金额（元） |\n|---|---|\n| 无证经营 | 500 |\n| 非法添加 | 1000—5000 |',
      ],
      ['500 | 500–500 | 无证经营 | ', '1000—5000 | 1000–5000 | 非法添加 | '],
    ],
  ])('%s', (name, articles, expected) => {
    const text =
      name === 'headings'
        ? read(['某市关于举报奖励的通知', '某府〔2022〕1号', '各单位：', ...articles].join('\n\n'))
        : undefined;
    const found = text
      ? readRewards(text)?.tiers.map(
          ({ amount, condition }) =>
            `${amount.cell.text} | ${amount.min}–${amount.max} | ${condition.text} | `,
        )
      : tiers(...articles);
    expect(found).toEqual(expected);
  });

  it('what changes a sum is no tier of its own', () => {
    const rewards = readRewards(
      read(
        measures(
          '举报查实的，奖励500元；内部人员举报的，按标准的2倍奖励；提供关键证据的，加奖300元。',
          '举报重大案件的，奖励5000元。',
        ),
      ),
    );
    expect(rewards?.tiers.map(({ amount }) => amount.min)).toEqual([500, 5000]);
    expect(rewards?.adjustments.map(({ text }) => text)).toEqual([
      '内部人员举报的，按标准的2倍奖励',
      '提供关键证据的，加奖300元',
    ]);
  });

  it('a row of a table that gives no sum is listed as not read, and the other rows are shown', () => {
    const table = '| 行为 | 奖励金额 |\n|---|---|\n| 甲 | 500元 |\n| 乙 | 500元或者1000元 |\n| 丙 | 面议 |';
    const rewards = readRewards(read(measures(`按照下表给予奖励：\n\n${table}`)))!;
    expect(rewards.tiers.map(({ condition, amount }) => [condition.text, amount.cell.text])).toEqual([
      ['甲', '500元'],
    ]);
    expect(rewards.unread.map(({ text, eId, cell }) => [text, eId, cell])).toEqual([
      ['乙　500元或者1000元', rewards.tiers[0]!.eId, [2, 1]],
      ['丙　面议', rewards.tiers[0]!.eId, [3, 1]],
    ]);
  });

  it('a table without any sum, and one row alone, give no view', () => {
    const table = (...rows: string[]) =>
      ['按照下表给予奖励：\n', '| 行为 | 奖励金额 |', '|---|---|', ...rows].join('\n');
    expect(tiers(table('| 甲 | 面议 |', '| 乙 | 另定 |'))).toBeUndefined();
    expect(tiers(table('| 甲 | 500元 |'))).toBeUndefined();
  });

  it.each([
    '奖励资金每年200万元。',
    '市财政每年安排奖励资金200万元。',
    '根据预算，每年列支奖励经费200万元。',
    '年度奖励资金预算为200万元。',
    '市级财政每年安排200万元奖励资金，用于举报奖励。',
  ])('a budget is no tier, and its sum is named: %s', (budget) => {
    const rewards = readRewards(read(measures('举报甲的，奖励500元。', '举报乙的，奖励1000元。', budget)))!;
    expect(rewards.tiers.map(({ amount }) => amount.min)).toEqual([500, 1000]);
    expect(rewards.unread.map(({ text }) => `${text}。`)).toEqual([budget]);
  });

  it.each([
    '举报丙的，给予奖励资金200万元。',
    '对获奖单位每年给予奖励资金200万元。',
    '对获奖单位，每年安排奖励资金200万元。',
    '奖励资金每人200万元。',
  ])('money that is given to somebody is a tier: %s', (given) => {
    const rewards = readRewards(read(measures('举报甲的，奖励500元。', '举报乙的，奖励1000元。', given)))!;
    expect(rewards.tiers.map(({ amount }) => amount.min)).toEqual([500, 1000, 2000000]);
  });

  it('fines are no rewards', () => {
    expect(
      tiers(
        '骗取奖金的，追回奖金，并处1000元罚款；情节严重的，处5000元罚款。',
        '奖励查实的，处罚款数额2%以下罚款。',
      ),
    ).toBeUndefined();
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

describe('a share with its least sum', () => {
  const { tiers } = readRewards(
    read(
      measures(
        '为了鼓励举报，制定本办法。',
        '奖励标准如下：\n\n（一）举报重大隐患的，按照行政处罚金额的15%给予奖励，最低奖励3000元，最高不超过30万元；\n\n（二）举报瞒报事故的，给予奖励：一般事故按每查实1人奖励3万元计算；\n\n（三）举报一般隐患的，处罚款1000元的，给予500元奖励。',
      ),
    ),
  )!;

  it('is one tier: the share of a penalty is no penalty, the least sum no tier', () => {
    expect(tiers.map(({ amount, floor }) => [amount.cell.text, floor?.text])).toEqual([
      ['行政处罚金额的15%', '最低奖励3000元'],
      ['3万元', undefined],
      ['500元', undefined],
    ]);
  });

  it('keeps what a sum is counted by', () => {
    expect(tiers[1]!.condition.text).toBe('举报瞒报事故的，给予奖励：一般事故按每查实1人');
  });
});

describe('a tier keeps its condition', () => {
  const rewardsOf = (...articles: string[]) =>
    readRewards(read(['丁市举报奖励办法', ...articles].join('\n\n')));

  it('the quantity before 的奖', () => {
    const found = rewardsOf('第一条　举报奖励50公斤以下的奖300元，50公斤以上的奖900元。');
    expect(found?.tiers.map(({ condition, amount }) => [condition.text, amount.min])).toEqual([
      ['50公斤以下的', 300],
      ['50公斤以上的', 900],
    ]);
  });

  it('a least sum is a floor, and no tier', () => {
    const found = rewardsOf(
      '第一条　举报奖励标准：',
      '（一）一级举报，按货值金额的6%给予奖励，不足四千元的按四千元奖励；',
      '（二）二级举报，给予举报人八百元奖励。',
    );
    expect(found?.tiers.map(({ amount, floor }) => [amount.rate?.min ?? amount.min, floor?.text])).toEqual([
      [6, '不足四千元的按四千元'],
      [800, undefined],
    ]);
  });

  it('what other columns of a table say of the act', () => {
    const found = rewardsOf('序号\t行为\t证据\t奖励金额（元）\n1\t偷排\t照片\t500\n2\t直排\t录像\t900');
    expect(found?.tiers.map(({ condition, acts }) => [condition.text, acts.map(({ text }) => text)])).toEqual(
      [
        ['偷排', ['照片']],
        ['直排', ['录像']],
      ],
    );
  });

  it('以上 and 以下 as the text defines them, each in its clause', () => {
    const found = rewardsOf(
      '第一条　按照以下标准给予奖励：',
      '（一）罚款金额在8万元以下的，奖励800元；',
      '（二）罚款金额在8万元以上30万元以下的，奖励2000元。',
      '第二条　本办法中的“以上”包含本数，“以下”不包含本数。',
    );
    expect(found?.boundaries.map(({ state }) => state)).toEqual(['settled']);
  });
});
