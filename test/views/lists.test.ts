import { describe, expect, it } from 'vitest';
import { readPromulgation, readRepealList } from '../../src/domain/views/index.ts';
import { read } from './read.ts';

const notice = (title: string, body: string, annex: string, rows: string[][]): string =>
  [
    title,
    '某建规〔2022〕3号',
    '各县（区）住房和城乡建设局：',
    body,
    '某市住房和城乡建设局',
    '2022年3月1日',
    '附件',
    annex,
    rows.map((row) => row.join('\t')).join('\n'),
  ].join('\n\n');

const rows = [
  ['序号', '文件名称', '发文字号', '处理意见'],
  ['1', '某市住房和城乡建设局关于甲的通知', '某建〔2010〕1号', '废止'],
  ['2', '某市住房和城乡建设局 某市财政局关于乙的意见', '某建〔2012〕7号', '继续有效'],
  ['3', '某市住房和城乡建设局 某市财政局关于丙的办法', '某建〔2013〕9号', '宣布失效'],
];

describe('repeal lists of other notices', () => {
  it('leave out rows that stay in force, and count what is left', () => {
    const list = readRepealList(
      read(
        notice(
          '某市住房和城乡建设局关于公布规范性文件清理结果的通知',
          '决定废止、宣布失效下列文件，自2022年4月1日起停止执行。共3件。',
          '规范性文件清理结果目录',
          rows,
        ),
      ),
    );
    expect(list?.rows.map(({ numberKey }) => numberKey)).toEqual(['某建〔2010〕1号', '某建〔2013〕9号']);
    expect(list?.rows[1]?.remarks).toEqual(['原由2个机关联合制发，本文由其中的某市住房和城乡建设局一家废止']);
    expect(list?.from?.date).toBe('2022-04-01');
  });

  const titles = (text: string) =>
    readRepealList(read(text))?.rows.map(({ title, numberKey }) => `${title.text} ${numberKey}`);
  const decided = (title: string, ...body: string[]) =>
    [title, '某府〔2023〕1号', '各县（区）人民政府：', ...body].join('\n\n');
  const signed = ['某市人民政府', '2023年5月8日'];

  it('are read from lines of the annex and of the body', () => {
    const expected = ['某市供水办法 某府〔2001〕3号', '某市停车收费办法 某府〔2005〕18号'];
    const lines = ['1.《某市供水办法》（某府〔2001〕3号）', '2.《某市停车收费办法》（某府〔2005〕18号）'];
    const annexed = decided(
      '某市人民政府关于废止部分规范性文件的通知',
      '决定废止2件规范性文件（目录见附件）。',
      ...signed,
      '附件',
      '废止的规范性文件目录',
      ...lines,
    );
    expect(titles(annexed)).toEqual(expected);
    const inBody = decided(
      '某市人民政府关于废止部分规范性文件的决定',
      '决定废止下列规范性文件：',
      ...lines,
      ...signed,
    );
    expect(titles(inBody)).toEqual(expected);
    const [first] = readRepealList(read(inBody))!.rows;
    expect(first!.documentNumber?.text).toBe('某府〔2001〕3号');
  });

  it('of two fates are counted apart', () => {
    const text = decided(
      '某市人民政府关于公布规范性文件清理结果的决定',
      '决定废止2件，宣布失效1件。',
      ...signed,
      '附件1',
      '废止的规范性文件目录',
      '| 文件名称 | 文号 |\n|---|---|\n| 甲通知 | 某府〔2011〕1号 |\n| 乙通知 | 某府〔2012〕2号 |',
      '附件2',
      '宣布失效的规范性文件目录',
      '1.丙通知（某府〔2013〕3号）',
    );
    const list = readRepealList(read(text))!;
    expect(list.rows.map(({ verb }) => verb)).toEqual(['废止', '废止', '失效']);
    expect(list.counts.map(({ cell, rows, agrees }) => [cell.text, rows, agrees])).toEqual([
      ['2件', 2, true],
      ['1件', 1, true],
    ]);
  });

  it('take of three annexes the one that ends its documents, and count what the sentence says of it', () => {
    const annex = (number: number, title: string, name: string) => [
      `附件${number}`,
      title,
      `| 文件名称 | 文号 |\n|---|---|\n| ${name} | 某府〔201${number}〕1号 |`,
    ];
    const text = decided(
      '某市人民政府关于公布规范性文件清理结果的通知',
      '保留1件（附件1），修改1件（附件2），废止2件（附件3）。列入附件3的文件停止执行。',
      ...signed,
      ...annex(1, '继续有效的规范性文件目录', '甲通知'),
      ...annex(2, '拟修改的规范性文件目录', '乙通知'),
      ...annex(3, '废止的规范性文件目录', '丙通知'),
    );
    expect(titles(text)).toEqual(['丙通知 某府〔2013〕1号']);
    expect(readRepealList(read(text))!.counts.map(({ cell, agrees }) => [cell.text, agrees])).toEqual([
      ['2件', false],
    ]);
  });

  it.each<[string, string[]]>([
    [
      'rows cut by a line break',
      ['决定废止下列文件：', '文件名称\t文号\t日期\n关于加强供水\n管理的通知\t某府〔2001〕3号\t2001年'],
    ],
    [
      'documents to be amended',
      [
        '废止《某市养犬办法》（某府〔2009〕2号），修改以下文件：',
        '| 文件名称 | 文号 |\n|---|---|\n| 甲通知 | 某府〔2011〕1号 |',
      ],
    ],
    [
      'a list of texts in force',
      [
        '现印发政策文件目录；过期资料请自行废止。',
        '| 文件名称 | 文号 |\n|---|---|\n| 甲通知 | 某府〔2011〕1号 |',
      ],
    ],
  ])('are silent on %s', (_name, body) => {
    expect(titles(decided('某市人民政府关于文件的通知', ...body, ...signed))).toBeUndefined();
  });

  it('stay silent on a list of documents in force', () => {
    const kept = rows.map((row) => row.slice(0, 3));
    const text = notice(
      '某市住房和城乡建设局关于公布现行有效文件的通知',
      '现将继续有效的文件公布如下。',
      '继续有效的规范性文件目录',
      kept,
    );
    expect(readRepealList(read(text))).toBeUndefined();
  });

  it('stay silent on a table of something else', () => {
    const text = notice(
      '某市住房和城乡建设局关于废止收费项目的通知',
      '决定废止下列收费项目。',
      '废止的收费项目目录',
      [
        ['序号', '项目', '金额'],
        ['1', '甲', '5元'],
      ],
    );
    expect(readRepealList(read(text))).toBeUndefined();
  });

  it('say that a stated number does not agree', () => {
    const kept = rows.slice(0, 2).map((row) => row.slice(0, 3));
    const text = notice(
      '某市住房和城乡建设局关于废止文件的通知',
      '决定废止《关于甲的通知》（某建〔2010〕1号）等5件文件。',
      '废止的文件目录',
      kept,
    );
    const list = readRepealList(read(text));
    expect(list?.counts.map(({ count, agrees }) => [count, agrees])).toEqual([[5, false]]);
    expect(list?.rows[0]?.citedAs?.text).toBe('关于甲的通知');
  });
});

describe('orders of other bodies', () => {
  it('give what they state and say what they lack', () => {
    const act = readPromulgation(
      read(
        '某省人民政府令\n\n第288号\n\n《某省测试规定》已经2021年3月2日省人民政府第130次常务会议审议通过，现予公布，自2021年5月1日起施行。\n\n省长　李明\n\n2021年3月20日',
      ),
    );
    expect(act).toMatchObject({
      adopted: { date: '2021-03-02', meeting: { text: '省人民政府第130次常务会议' } },
      promulgated: '2021-03-20',
      inForce: { date: '2021-05-01' },
      promulgates: [{ text: '《某省测试规定》' }],
    });
    expect(act?.elements.every(({ present }) => present)).toBe(true);
  });

  it('without a day of adoption miss one part', () => {
    const act = readPromulgation(
      read('某部令\n\n第5号\n\n现公布《某办法》，自公布之日起施行。\n\n部长　王强\n\n2021年3月20日'),
    );
    expect(act?.elements.filter(({ present }) => !present).map(({ name }) => name)).toEqual(['通过日期']);
  });

  it('are no notices', () => {
    expect(
      readPromulgation(read('某局关于某事的通知\n\n各单位：\n\n甲。\n\n某局\n\n2021年1月1日')),
    ).toBeUndefined();
  });
});
