import { describe, expect, it } from 'vitest';
import { fieldIndex, leaderOf, readPortfolios, whoFor } from '../../src/domain/views/index.ts';
import { read } from './read.ts';

const notice = (...lines: string[]): string =>
  [
    '某市人民政府关于市政府领导工作分工的通知',
    '某府〔2023〕12号',
    '各县（区）人民政府，市政府各部门：',
    '经研究，现将市政府领导工作分工通知如下：',
    ...lines,
    '某市人民政府',
    '2023年5月8日',
  ].join('\n\n');

const outline = (text: string) =>
  readPortfolios(read(text))?.persons.map(({ name, posts, duties }) => [
    name.text,
    posts.map((post) => post.text).join('、'),
    duties.map(({ kind, fields }) => `${kind} ${fields.map((field) => field.text).join('、')}`),
  ]);

describe('notices of other cities', () => {
  it('post first, sentences instead of semicolons', () => {
    const text = notice(
      '市长王建国同志：领导市政府全面工作。主管审计局。',
      '常务副市长欧阳海燕同志：协助市长负责市政府常务工作。分管发展改革、财政、统计等方面工作。联系市税务局、市人大。',
    );
    expect(outline(text)).toEqual([
      ['王建国', '市长', ['lead 市政府全面工作', 'charge 审计局']],
      [
        '欧阳海燕',
        '常务副市长',
        ['assist 市政府常务', 'charge 发展改革、财政、统计', 'liaise 市税务局、市人大'],
      ],
    ]);
  });

  it('headings with names', () => {
    const text = notice(
      '一、李卫东（市委副书记、市长）',
      '主持市政府全面工作。',
      '二、赵敏（副市长）',
      '负责教育、卫生健康工作。',
      '联系市总工会。',
    );
    expect(outline(text)).toEqual([
      ['李卫东', '市委副书记、市长', ['lead 市政府全面工作']],
      ['赵敏', '副市长', ['charge 教育、卫生健康', 'liaise 市总工会']],
    ]);
  });

  it('name and post without a colon', () => {
    const text = notice(
      '陈志强市长主持市政府全面工作。',
      '周丽华副市长负责商务、口岸工作，协助分管招商工作。',
    );
    expect(outline(text)).toEqual([
      ['陈志强', '市长', ['lead 市政府全面工作']],
      ['周丽华', '副市长', ['charge 商务、口岸', 'assist 分管招商']],
    ]);
  });

  it('minority names and rare surnames', () => {
    const text = notice(
      '买买提·艾力：副州长，负责民族、宗教工作。',
      '揭晓东：副州长，分管水利工作。',
      '乜文斌：州长助理、办公室主任，协助州长处理日常工作。',
    );
    expect(outline(text)?.map(([name]) => name)).toEqual(['买买提·艾力', '揭晓东', '乜文斌']);
  });

  it('a list that commas part goes on with the duty before it', () => {
    expect(
      outline(notice('张伟：市长，主持全面工作。', '刘洋：副市长，负责公安、司法，信访、维稳工作。'))?.[1],
    ).toEqual(['刘洋', '副市长', ['charge 公安、司法、信访、维稳']]);
  });
});

describe('other layouts', () => {
  it.each<[string, string[]]>([
    [
      'name, posts and a colon',
      ['李卫东，市委副书记、市长：主持市政府全面工作。', '赵敏，副市长：负责教育工作。'],
    ],
    [
      'posts in brackets',
      ['李卫东（市委副书记、市长）：主持市政府全面工作。', '赵敏（副市长）：负责教育工作。'],
    ],
    [
      'headings with the post first',
      ['（一）市委副书记、市长李卫东。主持市政府全面工作。', '（二）副市长赵敏。负责教育工作。'],
    ],
    [
      'lines of their own',
      ['李卫东 同志', '市委副书记、市长', '主持市政府全面工作。', '赵 敏 同志', '副市长', '负责教育工作。'],
    ],
    [
      'name and post on one line',
      ['李卫东 市委副书记、市长', '主持市政府全面工作。', '赵敏 副市长', '负责：教育工作。'],
    ],
    [
      'a table',
      [
        '| 姓名 | 职务 | 分工 |\n|---|---|---|\n| 李卫东 | 市委副书记、市长 | 主持市政府全面工作。 |\n| 赵 敏 | 副市长 | 教育工作。 |',
      ],
    ],
  ])('%s', (_name, lines) => {
    expect(outline(notice(...lines))).toEqual([
      ['李卫东', '市委副书记、市长', ['lead 市政府全面工作']],
      ['赵敏', '副市长', ['charge 教育']],
    ]);
  });

  it('columns of a table say what a list without a verb is', () => {
    const table =
      '| 市领导 | 分管部门 | 协助分管 | 联系单位 |\n|---|---|---|---|\n| 李卫东 市长 | 市审计局 | — | |\n| 孙磊 副市长 | 市公安局、市司法局 | 信访 | 市法院、市检察院 |';
    const text = notice(table);
    expect(outline(text)).toEqual([
      ['李卫东', '市长', ['charge 市审计局']],
      ['孙磊', '副市长', ['charge 市公安局、市司法局', 'assist 信访', 'liaise 市法院、市检察院']],
    ]);
    const portfolios = readPortfolios(read(text))!;
    expect(portfolios.persons[1]!.duties[0]!.fields[1]).toMatchObject({
      text: '市司法局',
      start: 5,
      end: 9,
      part: 'cell',
      cell: [2, 1],
    });
    expect(leaderOf(portfolios, '某市公安局').reason).toBe(
      '“某市公安局”的名称与孙磊分管的“市公安局”相合，系按名称推定，通知没有写明',
    );
  });

  it('a two-character name before 副市长', () => {
    const text = notice('李卫东市长主持市政府全面工作。', '赵敏副市长（常务）：负责市政府常务工作。');
    expect(outline(text)?.map(([name, post]) => [name, post])).toEqual([
      ['李卫东', '市长'],
      ['赵敏', '副市长（常务）'],
    ]);
  });

  it('what is no duty is no field', () => {
    const text = notice(
      '李卫东：主持市政府全面工作，不再分管市审计局。其他分工不变。',
      '赵敏：协助李卫东、孙磊处理日常工作；负责教育工作，与孙磊同志互为AB角，完成市长交办的其他工作。',
    );
    expect(outline(text)).toEqual([
      ['李卫东', '', ['lead 市政府全面工作']],
      ['赵敏', '', ['assist 日常工作', 'charge 教育', 'charge 市长交办的其他工作']],
    ]);
  });

  it('names the entries that cannot be read, and infers nothing from the rest', () => {
    const view = readPortfolios(
      read(notice('李卫东：市长，主持全面工作。', '赵敏：负责教育。', '市政府党组成员甲乙同志负责水务。')),
    )!;
    expect(view.persons.map(({ name }) => name.text)).toEqual(['李卫东', '赵敏']);
    expect(view.unread.map(({ text }) => text)).toEqual(['市政府党组成员甲乙同志负责水务']);
    expect(leaderOf(view, '某市教育局')).toEqual({
      issuer: '某市教育局',
      reason: '分工中有1处没有读出，不能推定',
    });
    // Of a table that is the whole list, nothing is read.
    const table = '| 姓名 | 分工 |\n|---|---|\n| 李卫东 | 主持全面工作 |\n| 办公室 | 教育 |\n| 赵敏 | 水务 |';
    expect(outline(notice(table))).toBeUndefined();
  });
});

/** Layouts in which each line but the first ones speaks of a person or of what a person does. */
const lists: readonly string[][] = [
  ['李明：市长，主持全面工作。', '周任：负责教育工作。', '郑标：分管水务。', '吴会：联系市总工会。'],
  [
    '李明同志：',
    '主持市政府全面工作。',
    '分管市审计局。',
    '周任同志：',
    '负责教育、卫生健康工作。',
    '联系市红十字会。',
  ],
  ['李明　市长', '主持市政府全面工作。', '周任　副市长', '负责教育工作。', '分管市教育局。', '联系市妇联。'],
  [
    '市长李明：主持全面工作。',
    '副市长周任：负责教育。',
    '某某负责水务工作。',
    '分管市林业局。',
    '负责督办。',
  ],
  [
    '李明：市长，主持全面工作。',
    '周任：负责教育。',
    '分管：市教育局。',
    '郑标同志负责水务。',
    '协助市长负责审计。',
  ],
];

it.each(lists.map((lines) => [lines]))('every line is shown or listed as unread: %#', (lines) => {
  const view = readPortfolios(read(notice(...lines)))!;
  const shown = [
    ...view.unread,
    ...view.persons.flatMap(({ name, duties }) => [name, ...duties.map(({ cell }) => cell)]),
  ];
  const bare = (words: string): string => words.replace(/[\s，。：:；]/g, '');
  for (const line of lines)
    expect(
      shown.some(({ text }) => bare(line).includes(bare(text)) && text !== ''),
      line,
    ).toBe(true);
});

describe('texts that list no persons', () => {
  it.each([
    notice('市公安局：负责治安管理工作。', '市财政局：负责资金保障工作。', '市教育局：牵头负责校园安全。'),
    notice('一、工作目标', '负责落实各项任务。', '二、职责分工', '各部门分管各自领域。'),
    notice('张伟：市长，主持全面工作。'),
    notice('国家统筹推进此项工作。', '省负责指导此项工作。'),
    notice('备注：以上分工自发文之日起执行。', '附件：领导分工表。'),
    '某市条例\n\n第一条　国家负责制定规划。\n\n第二条　张某负责实施。',
  ])('stay silent: %#', (text) => {
    expect(readPortfolios(read(text))).toBeUndefined();
  });
});

describe('who is responsible', () => {
  const portfolios = readPortfolios(
    read(
      notice(
        '张伟：市长，主持全面工作，负责审计工作。',
        '刘洋：副市长，负责生态环境、城市管理和综合执法工作。',
        '孙莉：副市长，负责农村生态环境、城市管理工作；联系生态环境监测站。',
      ),
    ),
  )!;

  it('gives the field itself first, then those that hold the words', () => {
    expect(whoFor(fieldIndex(portfolios), '生态环境').map(({ field }) => field)).toEqual([
      '生态环境',
      '农村生态环境',
      '生态环境监测站',
    ]);
  });

  it('names both where two persons have one field', () => {
    const text = notice('张伟：市长，负责水务工作。', '刘洋：副市长，负责水务工作。');
    const both = readPortfolios(read(text))!;
    expect(fieldIndex(both)[0]!.holders.map(({ person }) => person.name.text)).toEqual(['张伟', '刘洋']);
    expect(leaderOf(both, '某市水务局')).toEqual({
      issuer: '某市水务局',
      reason: '张伟、刘洋的分工都写有“水务”，不能推定',
    });
  });

  it('takes the longest field that a name ends in, and 和 for nothing', () => {
    expect(leaderOf(portfolios, '某市城市管理和综合执法局').person?.name.text).toBe('刘洋');
    expect(leaderOf(portfolios, '某市城市管理局').person?.name.text).toBe('孙莉');
  });

  it('does not infer from liaison', () => {
    expect(leaderOf(portfolios, '某市生态环境监测站').person).toBeUndefined();
  });
});

describe('a person is lost for no name, and a duty for no line', () => {
  it('names that end as words or bodies do', () => {
    const text = notice(
      '何明：市长，主持市政府全面工作。',
      '陈新会：副市长，负责教育工作。',
      '郑守村：副市长，负责农业工作。',
      '周责：副市长，负责商务工作。',
    );
    expect(outline(text)?.map(([name]) => name)).toEqual(['何明', '陈新会', '郑守村', '周责']);
  });

  it('headings and bodies are no persons', () => {
    expect(
      outline(notice('说明：负责解释本通知。', '公安局：负责治安工作。', '水务局：负责防汛工作。')),
    ).toBeUndefined();
  });

  it('lines below a name with 同志', () => {
    const text = notice(
      '赵甲同志：主持市政府全面工作。',
      '分管市审计局。',
      '钱乙同志：负责教育工作。',
      '联系团市委。',
    );
    expect(outline(text)).toEqual([
      ['赵甲', '', ['lead 市政府全面工作', 'charge 市审计局']],
      ['钱乙', '', ['charge 教育', 'liaise 团市委']],
    ]);
  });

  it('name and post on one line without a space, duties below', () => {
    const text = notice(
      '孙某甲市长',
      '领导市政府全面工作。',
      '李某乙常务副市长',
      '负责财政等工作。',
      '分管市统计局。',
    );
    expect(outline(text)).toEqual([
      ['孙某甲', '市长', ['lead 市政府全面工作']],
      ['李某乙', '常务副市长', ['charge 财政', 'charge 市统计局']],
    ]);
  });

  it('分管单位： is a label, and a place beside a field is a field', () => {
    const text = notice(
      '赵甲：市长，主持市政府全面工作。分管单位：市审计局、市财政局。',
      '钱乙：副市长，负责民族宗教和滨海高新技术产业开发区工作。联系单位：市税务局。',
    );
    expect(outline(text)).toEqual([
      ['赵甲', '市长', ['lead 市政府全面工作', 'charge 市审计局、市财政局']],
      ['钱乙', '副市长', ['charge 民族宗教、滨海高新技术产业开发区', 'liaise 市税务局']],
    ]);
  });
});
