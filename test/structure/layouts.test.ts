import { describe, expect, test } from 'vitest';
import { issuerOf } from '../../src/domain/structure/lines/metadata.ts';
import { readIssue, read as readLaw } from './read.ts';

/** An issue of paragraphs, one each, with an empty line between. */
const print = (...lines: string[]): string => `${lines.join('\n\n')}\n`;

const notice = [
  '柳川市人民政府关于做好防汛准备的通知',
  '柳府〔2022〕3号',
  '各区人民政府：',
  '一、落实值班。',
  '柳川市人民政府',
  '2022年4月1日',
];
const ordered = [
  '《柳川市船闸管理办法》已经2022年4月8日市政府第12次常务会议审议通过，现予公布，自2022年6月1日起施行。',
  '市长　甲某某',
  '2022年4月20日',
  '柳川市船闸管理办法',
  '第一条　为了管理船闸，制定本办法。',
  '第二条　船闸由市水务部门管理。',
];
const titlesOf = (source: string): string[] => readIssue(source).issue.instruments.map(({ title }) => title);

test.each([
  ['中华人民共和国主席令第一〇一号', '中华人民共和国主席'],
  ['柳川市人民政府批转市水产局关于渔政的报告的通知', '柳川市人民政府'],
  ['柳川市工会主席令第一号', undefined],
])('%s is issued by %s', (title, issuer) => {
  expect(issuerOf(title)).toBe(issuer);
});

describe('the heading of an order', () => {
  test.each([
    [['柳川市人民政府令', '第21号'], '柳川市人民政府令第21号'],
    [['柳川市人民政府令第21号'], '柳川市人民政府令第21号'],
    [['柳川市人民政府令　第21号'], '柳川市人民政府令第21号'],
    [['柳川市人民政府令（第21号）'], '柳川市人民政府令第21号'],
    [['（柳川市人民政府令第21号）'], '柳川市人民政府令第21号'],
    [['柳川市人民政府令〔2022〕第21号'], '柳川市人民政府令〔2022〕第21号'],
    [['柳川市人民政府令第二十一号'], '柳川市人民政府令第二十一号'],
  ])('%s opens a document of its own', (head, title) => {
    const { issue } = readIssue(
      print('目　录', `${notice[0]}（1）`, '柳川市船闸管理办法（2）', ...notice, ...head, ...ordered),
    );
    expect(issue.instruments.map((each) => each.title)).toEqual([notice[0], title, '柳川市船闸管理办法']);
    const [first, order, measures] = issue.instruments;
    expect(first).toMatchObject({ dates: { written: '2022-04-01' } });
    expect(first?.signatory).toBeUndefined();
    expect(order).toMatchObject({
      kind: 'order',
      signatory: { name: '甲某某' },
      dates: { promulgated: '2022-04-20' },
    });
    expect(measures?.carriedBy).toBe(order?.id);
  });

  test('below the title of the text that it promulgated is that text’s number', () => {
    const { instruments } = readLaw(
      print(
        '柳川市船闸管理办法',
        '（柳川市人民政府令第21号）',
        '第一条　为了管理船闸，制定本办法。',
        '第二条　本办法自2022年6月1日起施行。',
      ),
    );
    expect(instruments).toHaveLength(1);
    expect(instruments[0]).toMatchObject({ kind: 'measures', title: '柳川市船闸管理办法' });
  });
});

describe('contents', () => {
  const second = [
    '柳川市人民政府关于撤销两处码头的决定',
    '柳府〔2022〕4号',
    '经研究，撤销两处码头。',
    '柳川市人民政府',
    '2022年4月2日',
  ];

  test.each([
    ['pages only', ['目 录', `${notice[0]} 1`, `${second[0]} 6`]],
    ['dotted to the page', ['目录', `${notice[0]}…………1`, `${second[0]}………（6）`]],
    ['pages in words', ['目录', `${notice[0]} —— 第1页`, `${second[0]} —— 第6页`]],
    ['pages on lines of their own', ['目录', notice[0]!, '……1', second[0]!, '……6']],
    ['without a heading', [`${notice[0]}……1`, `${second[0]}……6`]],
    ['in two columns', ['目录', `${notice[0]}……1　　${second[0]}……6`]],
    [
      'entries over two lines',
      [
        '目录',
        '柳川市人民政府关于做好防汛',
        '准备的通知（柳府〔2022〕3号） 1',
        '柳川市人民政府关于撤销两处',
        '码头的决定（柳府〔2022〕4号） 6',
      ],
    ],
  ])('%s', (_, contents) => {
    const { issue, messages } = readIssue(print('柳川市人民政府公报', ...contents, ...notice, ...second));
    expect(
      issue.instruments.map(({ title, documentNumber, pages }) => [title, documentNumber, pages?.start]),
    ).toEqual([
      [notice[0], '柳府〔2022〕3号', 1],
      [second[0], '柳府〔2022〕4号', 6],
    ]);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(['〔2022〕', '[2022]', '（2022）', '(2022)'])('name a number with its year in %s', (year) => {
    const head = [notice[0]!, `柳府${year}3号`, ...notice.slice(2)];
    const { issue } = readIssue(
      print('目　录', `${notice[0]}（柳府${year}3号）1`, '柳川市船闸管理办法 2', ...head, ...ordered),
    );
    expect(issue.instruments[0]).toMatchObject({ title: notice[0], documentNumber: '柳府〔2022〕3号' });
  });

  test('list a document without a word of kind, which is not the end of the one above', () => {
    const duties = ['市长、副市长联系区县安排表说明', '为便于联系，现公布如下。', '一、市长联系东区。'];
    expect(
      titlesOf(print('目录', `${second[0]} 1`, '市长、副市长联系区县安排表说明 3', ...second, ...duties)),
    ).toEqual([second[0], duties[0]]);
  });

  test('may print the page before the entry, and count nothing', () => {
    const listed = (first: string, then: string) =>
      readIssue(
        print('目录', `${first}${notice[0]}（柳府〔2022〕3号）`, `${then}${second[0]}`, ...notice, ...second),
      ).issue.entries.map(({ title, page }) => [title, page]);
    expect(listed('１　', '６　')).toEqual([
      [notice[0], 1],
      [second[0], 6],
    ]);
    expect(listed('1 ', '2 ').map(([, page]) => page)).toEqual([undefined, undefined]);
  });

  test('of a text are its own, with a preface before its first chapter', () => {
    const plan = ['柳川市水网规划', '目　录', '前　言', '第一章　背景', '第二章　目标'];
    const body = ['前　言', '水网是基础。', '第一章　背景', '供水充足。', '第二章　目标', '覆盖全市。'];
    const { issue } = readIssue(print(...plan, ...body));
    expect(issue.entries).toEqual([]);
    expect(issue.instruments.map(({ title }) => title)).toEqual(['柳川市水网规划']);
  });

  test('may name who gave a report behind its title', () => {
    const report = [
      '关于《柳川市船闸条例（草案）》的说明',
      '现作如下说明。',
      '一、必要性',
      '以上说明，请审议。',
    ];
    const { issue, messages } = readIssue(
      print('目录', `${notice[0]} (1)`, `${report[0]}……丁某某 (3)`, ...notice, ...report),
    );
    expect(issue.instruments.map(({ title, pages }) => [title, pages?.start])).toEqual([
      [notice[0], 1],
      [report[0], 3],
    ]);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('and a heading over documents, printed again in the body, belongs to no document', () => {
    const order = ['柳川市人民政府令', '第21号', ...ordered];
    const { issue, messages } = readIssue(
      print(
        '目录',
        '市政府规章',
        '柳川市人民政府令第21号　柳川市船闸管理办法……1',
        '部门文件',
        `${notice[0]}……3`,
        '◎ 市政府规章',
        ...order,
        '★ 部门文件',
        ...notice,
      ),
    );
    expect(issue.instruments.map(({ title, pages, dates }) => [title, pages?.start, dates.written])).toEqual([
      ['柳川市人民政府令第21号', 1, '2022-04-20'],
      ['柳川市船闸管理办法', undefined, undefined],
      [notice[0], 3, '2022-04-01'],
    ]);
    expect(issue.instruments[1]?.provisions).toHaveLength(2);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(issue.roles.filter(({ role }) => role === 'contents-section').map(({ line }) => line)).toEqual([
      3, 7, 11, 29,
    ]);
  });

  test('and documents that differ are said as errors, both ways', () => {
    const { messages } = readIssue(
      print('目录', `${notice[0]} 1`, '柳川市人民政府关于灯塔的通知 4', ...notice, ...second),
    );
    expect(messages.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'contents-entry-without-text',
      'text-not-in-contents',
    ]);
  });
});

describe('an order and the text that it promulgates', () => {
  test('are bound to one another where the contents list both', () => {
    const { issue, messages } = readIssue(
      print(
        '目录',
        '柳川市人民政府令（2022年第21号）（1）',
        '柳川市船闸管理办法（2）',
        '柳川市人民政府令',
        '〔2022〕第21号',
        ...ordered,
      ),
    );
    expect(issue.instruments.map(({ title, pages }) => [title, pages?.start])).toEqual([
      ['柳川市人民政府令〔2022〕第21号', 1],
      ['柳川市船闸管理办法', 2],
    ]);
    expect(issue.instruments[1]?.carriedBy).toBe(issue.instruments[0]?.id);
    expect(issue.entries.map(({ instrument }) => instrument)).toEqual(issue.instruments.map(({ id }) => id));
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('its number may stand in brackets below the title, in a section of orders', () => {
    const { issue } = readIssue(
      print(
        '目录',
        '市政府令',
        '柳川市船闸管理办法',
        '（第21号）……2',
        '市政府文件',
        `${notice[0]}……5`,
        '柳川市人民政府令',
        '第21号',
        ...ordered,
        ...notice,
      ),
    );
    expect(issue.entries.map(({ documentNumber }) => documentNumber)).toEqual(['令第21号', undefined]);
    expect(issue.entries.every(({ instrument }) => instrument)).toBe(true);
  });
});

test('an announcement is called by the title below its number', () => {
  const { instruments } = readLaw(
    print(
      '国家灯塔总局公告',
      '2022年第5号',
      '国家灯塔总局关于灯器检验的公告',
      '现公告如下：',
      '一、灯器应当检验。',
      '国家灯塔总局',
      '2022年2月28日',
    ),
  );
  expect(instruments[0]).toMatchObject({
    title: '国家灯塔总局关于灯器检验的公告',
    documentNumber: '国家灯塔总局公告2022年第5号',
  });
});

describe('what stands above a title', () => {
  const last = ['柳川市灯塔管理规定', '第一条　制定本规定。', '第二条　本规定自发布之日起施行。'];

  test('the issuer belongs to a title that begins with 关于', () => {
    const { issue } = readIssue(
      print(
        '目录',
        '关于公布名单的通报（柳政发〔2018〕2号）……1',
        ...[
          '柳川市人民政府',
          '关于公布名单的通报',
          '柳政发〔2018〕2号',
          '各区人民政府：',
          '现公布名单。',
          '柳川市人民政府',
          '2018年2月1日',
        ],
      ),
    );
    expect(issue.instruments.map(({ title, issuer }) => [title, issuer])).toEqual([
      ['柳川市人民政府关于公布名单的通报', '柳川市人民政府'],
    ]);
  });

  test('the red head, the number and the registry’s number belong to the document below', () => {
    const { issue } = readIssue(
      print(
        '目录',
        '柳川市水务局关于印发《柳川市灯塔管理规定》的通知（柳水规字〔2021〕2号）……1',
        '柳川市水务局关于检验灯器的通知（柳水规字〔2021〕3号）……4',
        'LC0420210002',
        '柳川市水务局文件',
        '柳水规字〔2021〕2号',
        '柳川市水务局关于印发《柳川市灯塔管理规定》的通知',
        '各区水务局：',
        '现印发给你们。',
        '柳川市水务局',
        '2021年2月20日',
        ...last,
        'LC0420210003',
        '柳川市水务局文件',
        '柳水规字〔2021〕3号',
        '柳川市水务局关于检验灯器的通知',
        '各区水务局：',
        '请检验灯器。',
        '柳川市水务局',
        '2021年2月21日',
      ),
    );
    expect(
      issue.instruments.map(({ title, documentNumber, registryNumber }) => [
        title,
        documentNumber,
        registryNumber,
      ]),
    ).toEqual([
      ['柳川市水务局关于印发《柳川市灯塔管理规定》的通知', '柳水规字〔2021〕2号', 'LC0420210002'],
      ['柳川市灯塔管理规定', undefined, undefined],
      ['柳川市水务局关于检验灯器的通知', '柳水规字〔2021〕3号', 'LC0420210003'],
    ]);
  });
});

test('a document that is called by its number alone has that number for its title', () => {
  const { issue } = readIssue(
    print(
      '目录',
      '·市政府文件·',
      `柳府〔2022〕3号 ${notice[0]}（1）`,
      '·人事任免·',
      '柳府任〔2022〕12号（20）',
      ...notice,
      '柳府任〔2022〕12号',
      '市政府决定：',
      '任命甲某为乙局局长。',
      '柳川市人民政府',
      '2022年5月1日',
    ),
  );
  expect(
    issue.instruments.map(({ title, documentNumber, dates }) => [title, documentNumber, dates.written]),
  ).toEqual([
    [notice[0], '柳府〔2022〕3号', '2022-04-01'],
    ['柳府任〔2022〕12号', '柳府任〔2022〕12号', '2022-05-01'],
  ]);
});

describe('where no contents tell documents apart', () => {
  const resolution = (name: string) => [
    `柳川市人民代表大会常务委员会关于${name}工作的决议`,
    '（2022年4月26日柳川市第八届人民代表大会常务委员会第二十二次会议通过）',
    `${name}工作应当加强。`,
  ];

  test('one begins with its title and its 题注', () => {
    const [first, second] = [resolution('船闸'), resolution('码头')];
    expect(titlesOf(print(...first, ...second))).toEqual([first[0], second[0]]);
    const list = ['柳川市人民代表大会常务委员会任免名单', first[1]!, '任命：', '甲某为法院院长。'];
    expect(titlesOf(print(...first, ...list))).toEqual([first[0], list[0]]);
  });

  test('an annex below a signature is no document of its own', () => {
    const list = '柳川市文物名单（共计2处）';
    const { issue } = readIssue(
      print(...notice.slice(0, 4), '附件：柳川市文物名单', ...notice.slice(4), '附件', list, '一、东塔'),
    );
    expect(issue.instruments.map(({ title, annexes }) => [title, annexes.map((one) => one.title)])).toEqual([
      [notice[0], [list]],
    ]);
  });

  test('who signs may stand alone where the day stands below the title', () => {
    const report = (last: string) =>
      readLaw(print('关于渔政管理的报告', '（一九八五年五月二十日）', '市人民政府：', '情况如下。', last))
        .first;
    expect(report('柳川市水产局')).toMatchObject({
      issuer: '柳川市水产局',
      dates: { written: '1985-05-20' },
    });
    expect(report('请予批转。').issuer).toBeUndefined();
  });

  test('a page prints how a text is made public among its fields', () => {
    const { instruments } = readLaw(
      print(
        notice[0]!,
        '索引号：GZJX-2022-0033',
        '公开日期：2022-04-02',
        '公开方式：主动公开',
        ...notice.slice(1),
      ),
    );
    expect(instruments[0]).toMatchObject({ documentNumber: '柳府〔2022〕3号', addressees: '各区人民政府' });
    const { instruments: below } = readLaw(print(...notice, '（信息公开形式：主动公开）'));
    expect(below[0]).toMatchObject({ disclosure: '主动公开', dates: { written: '2022-04-01' } });
  });
});

describe('a number above the title', () => {
  const numbered = (number: string, title: string): string[] => [
    number,
    title,
    '各区人民政府：',
    '一、加强检查。',
    '柳川市人民政府办公室',
    '2022年5月3日',
    '公开方式：主动公开',
  ];

  test.each([[true], [false]])('is that of the document below it (with contents: %s)', (listed) => {
    const titles = ['柳川市人民政府办公室关于检查码头的通知', '柳川市人民政府办公室关于检查船闸的通知'];
    const contents = listed ? ['目录', ...titles.map((title, i) => `${title} ${i + 1}`)] : [];
    const { issue } = readIssue(
      print(
        ...contents,
        ...numbered('柳府办〔2022〕8号', titles[0]!),
        ...numbered('柳府办〔2022〕9号', titles[1]!),
      ),
    );
    expect(
      issue.instruments.map(({ title, documentNumber, disclosure }) => [title, documentNumber, disclosure]),
    ).toEqual([
      [titles[0], '柳府办〔2022〕8号', '主动公开'],
      [titles[1], '柳府办〔2022〕9号', '主动公开'],
    ]);
  });
});

describe('a title', () => {
  test('over three lines, broken inside 《》, is one', () => {
    const { instruments } = readLaw(
      print(
        '柳川市人民政府关于在滨江新区',
        '暂停施行《柳川市临时建筑管理',
        '条例》部分规定的决定',
        '柳府〔2022〕7号',
        '各区人民政府：',
        '暂停施行第三条。',
        '柳川市人民政府',
        '2022年7月1日',
      ),
    );
    expect(instruments[0]).toMatchObject({
      title: '柳川市人民政府关于在滨江新区暂停施行《柳川市临时建筑管理条例》部分规定的决定',
      documentNumber: '柳府〔2022〕7号',
      kind: 'decision',
    });
  });

  test('ends where its mark of a note stands, and begins below the rows of a list', () => {
    const { instruments } = readLaw(
      print('柳川市2022年统计公报[1]', '柳川市统计局', '2023年3月20日', '一、综合', '运行平稳。'),
    );
    expect(instruments[0]).toMatchObject({ title: '柳川市2022年统计公报', issuer: '柳川市统计局' });
    const row = '2　柳川市关于水面承包案件的通知　1995年7月6日　情况已变化，不再适用';
    expect(
      titlesOf(
        print(...notice.slice(0, 3), '废止下列文件：', `1　${row.slice(2)}`, row, ...notice.slice(0, 4)),
      ),
    ).toEqual([notice[0], notice[0]]);
  });

  test('of an annex over two lines is the one that the note announces', () => {
    const { instruments, messages } = readLaw(
      print(
        '柳川市水务局关于船闸检查的通知',
        '柳水〔2022〕2号',
        '各区水务局：',
        '现印发检查表。',
        '附件：1.柳川市船闸安全运行检查记录簿',
        '2.柳川市船闸检查人员名册',
        '柳川市水务局',
        '2022年3月1日',
        '附件1',
        '柳川市船闸安全运行',
        '检查记录簿',
        '检查人应当签名。',
      ),
    );
    expect(instruments[0]?.annexes.map(({ title, missing }) => [title, missing])).toEqual([
      ['柳川市船闸安全运行检查记录簿', false],
      ['柳川市船闸检查人员名册', true],
    ]);
    expect(messages.map(({ rule }) => rule)).toContain('annex-missing');
  });
});

test('one notice with two enclosures carries both', () => {
  const { instruments } = readLaw(
    print(
      '柳川市人民政府办公室关于印发两项规定的通知',
      '柳府办〔2022〕11号',
      '各区人民政府：',
      '《船员培训规定》和《船员补贴规定》已经市政府同意，现印发给你们。',
      '柳川市人民政府办公室',
      '2022年8月1日',
      '船员培训规定',
      '为培训船员，规定如下：',
      '一、每年培训。',
      '船员补贴规定',
      '为补贴船员，规定如下：',
      '一、每月补贴。',
    ),
  );
  expect(instruments.map(({ title }) => title)).toEqual([
    '柳川市人民政府办公室关于印发两项规定的通知',
    '船员培训规定',
    '船员补贴规定',
  ]);
  expect(instruments[0]?.carries).toEqual(instruments.slice(1).map(({ id }) => id));
});

test('a document printed twice is two, with ids of their own, and it is said', () => {
  const { issue, messages } = readIssue(print(...notice, ...notice));
  expect(new Set(issue.instruments.map(({ id }) => id)).size).toBe(2);
  expect(messages.map(({ rule }) => rule)).toContain('document-twice');
});

test.each(['2021年2月29日', '2021年13月1日', '2021年0月0日'])('%s in a masthead is kept and said', (day) => {
  const { issue, messages } = readIssue(
    print('柳川市人民政府公报', '2021年第2期', day, '目录', `${notice[0]} 1`, ...notice),
  );
  expect(issue.masthead).toEqual({ title: '柳川市人民政府公报', number: '2021年第2期' });
  expect(messages.map(({ rule }) => rule)).toEqual(['impossible-day']);
});

test('the first sentence of a decision is no addressee', () => {
  const { instruments } = readLaw(
    print(
      '柳川市人民代表大会常务委员会关于废止两部条例的决定',
      '柳川市第九届人民代表大会常务委员会第七次会议决定：',
      '一、废止《柳川市灯塔条例》。',
    ),
  );
  expect(instruments[0]?.addressees).toBeUndefined();
  expect(instruments[0]?.provisions[0]?.text).toBe('柳川市第九届人民代表大会常务委员会第七次会议决定：');
});

describe('a tab', () => {
  test('inside an article’s sentence is a space', () => {
    const { instruments } = readLaw(
      print(
        '柳川市灯塔条例',
        '第一条 制定本条例。',
        '第二条 灯塔的设立由区人民政府批准，报市政府备案；\t也可以由市政府批准。',
        '第三条 本条例自公布之日起施行。',
      ),
    );
    expect(instruments[0]?.provisions.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(instruments[0]?.provisions[1]?.children[0]?.text).toBe(
      '灯塔的设立由区人民政府批准，报市政府备案；也可以由市政府批准。',
    );
  });

  test('between cells stays, also where a cell is a sentence', () => {
    const { instruments } = readLaw(
      print(
        '柳川市灯塔检查标准',
        '项目\t要求',
        '灯器\t灯器应当每月检查一次，并且记录检查结果和检查人。',
        '塔体\t塔体应当每年检查一次，并且记录检查结果和检查人。',
      ),
    );
    expect(instruments[0]?.provisions[0]?.rows).toHaveLength(3);
  });
});

describe('a heading on two lines', () => {
  const text = (contents: boolean): string =>
    print(
      '柳川市灯塔监督条例',
      ...(contents
        ? ['目　录', '第一章　总则', '第二章　灯塔的设立以及对', '灯塔运行的监督检查', '第三章　附则']
        : []),
      '第一章　总则',
      '第一条　制定本条例。',
      '第二章　灯塔的设立以及对',
      '灯塔运行的监督检查',
      '第二条　每年检查。',
      '第三章　附则',
      '第三条　本条例自公布之日起施行。',
    );

  test('is one where the contents break it at the same place', () => {
    const { instruments } = readLaw(text(true));
    expect(instruments[0]?.provisions.map(({ heading }) => heading)).toEqual([
      '总则',
      '灯塔的设立以及对灯塔运行的监督检查',
      '附则',
    ]);
  });
});

test('a paragraph that a narrow page cuts is one', () => {
  const { instruments } = readLaw(
    print(
      '柳川灯塔办法',
      '　　第一条　制定本办法。',
      '　　第二条　灯塔看守人应当遵守检查、记',
      '— 7 —',
      '录和报告的规定，接受监督。',
      '　　第三条　本办法自2022年1月1日起施行。',
    ),
  );
  expect(instruments[0]?.provisions[1]?.children.map(({ text }) => text)).toEqual([
    '灯塔看守人应当遵守检查、记录和报告的规定，接受监督。',
  ]);
});

test('the fields of a page are kept as printed, several on a line, and belong to the document below', () => {
  const { issue, messages } = readIssue(
    print(
      '首页 > 政务公开 > 政府文件',
      '索 引 号：X00/2022-7\t主题分类：水利、交通',
      '发文机关：柳川市人民政府\t成文日期：2022年4月1日',
      '有 效 性：有效',
      ...notice,
    ),
  );
  expect(issue.instruments[0]?.pageFields?.map(({ name, value }) => [name, value])).toEqual([
    ['索引号', 'X00/2022-7'],
    ['主题分类', '水利、交通'],
    ['发文机关', '柳川市人民政府'],
    ['成文日期', '2022年4月1日'],
    ['有效性', '有效'],
  ]);
  expect(messages.map(({ rule }) => rule)).toEqual(['contents-missing']);
});

describe('a joint order', () => {
  const signed = ['省长　丁　一', '司令员　王二', '政治委员　李三'];
  const text = (head: string[], signatures = signed): string[] => [
    ...head,
    '《柳川省征兵规定》已经2021年3月1日省人民政府第5次常务会议通过，现予公布，自2021年5月1日起施行。',
    ...signatures,
    '2021年3月20日',
    '柳川省征兵规定',
    '第一条　为了做好征兵工作，制定本规定。',
    '第二条　本规定自2021年5月1日起施行。',
  ];
  const heads = [
    ['柳川省人民政府', '柳川省军区', '令', '第12号'],
    ['柳川省人民政府', '柳川省军区　令', '第12号'],
    ['柳川省人民政府', '柳川省军区令', '（第12号）'],
    ['柳川省人民政府　令', '柳川省军区', '第12号'],
    ['柳川省人民政府', '令', '柳川省军区', '第12号'],
    ['柳川省人民政府　柳川省军区令', '第12号'],
    ['柳川省人民政府　柳川省军区令第12号'],
    ['柳川省民政厅', '柳川省财政厅', '柳川省教育厅　令', '第12号'],
  ];

  test.each(heads.map((head) => ({ head })))(
    'headed $head has its title, issuers, number and signatories',
    ({ head }) => {
      const issuer =
        head.length === 4 && head[0]!.endsWith('厅')
          ? '柳川省民政厅 柳川省财政厅 柳川省教育厅'
          : '柳川省人民政府 柳川省军区';
      const expected = {
        kind: 'order',
        title: `${issuer}令第12号`,
        documentNumber: '令第12号',
        issuer,
        signatory: { post: '省长', name: '丁一' },
        cosignatories: [
          { post: '司令员', name: '王二' },
          { post: '政治委员', name: '李三' },
        ],
        dates: { promulgated: '2021-03-20' },
      };
      const { instruments, messages } = readLaw(print(...text(head)));
      expect(instruments.map(({ title }) => title)).toEqual([expected.title, '柳川省征兵规定']);
      expect(instruments[0]).toMatchObject(expected);
      expect(instruments[0]!.provisions).toHaveLength(1);
      expect(messages).toEqual([]);
      // Behind another document, with contents and without.
      const listed = ['目　录', `${notice[0]}（1）`, `${issuer}令（第12号）（2）`];
      for (const above of [[], listed]) {
        const { issue } = readIssue(print(...above, ...notice, ...text(head)));
        expect(issue.instruments.map(({ title }) => title)).toEqual([
          notice[0],
          expected.title,
          '柳川省征兵规定',
        ]);
        expect(issue.instruments[1]).toMatchObject(expected);
      }
    },
  );

  test.each([
    ['the number', ['柳川省人民政府', '柳川省军区　令', '第号'], signed, 'order-number-unread', 5],
    ['a heading without number', ['柳川省人民政府', '柳川省军区　令'], signed, 'order-number-unread', 3],
    [
      'a post',
      ['柳川省人民政府', '柳川省军区　令', '第12号'],
      ['省长　丁一', '警备主官　王二', '政治委员　李三'],
      'signatory-unread',
      11,
    ],
  ])('names the line where it cannot read %s', (_, head, signatures, rule, line) => {
    const { first, messages } = readLaw(print(...text(head, signatures)));
    expect(messages.map((message) => [message.rule, message.line])).toEqual([[rule, line]]);
    expect(first).toMatchObject({
      issuer: '柳川省人民政府 柳川省军区',
      signatory: { post: '省长', name: '丁一' },
      dates: { promulgated: '2021-03-20' },
    });
  });

  test('two bodies on a line below the signatory sign, and are no person with a post', () => {
    const { first, messages } = readLaw(print(...text(heads[0]!, ['省长　丁一', '民政厅　财政厅'])));
    expect(messages).toEqual([]);
    expect(first).toMatchObject({ issuer: '民政厅 财政厅', signatory: { post: '省长', name: '丁一' } });
  });

  test('the signature of the text above is no body of the order below it', () => {
    const { issue } = readIssue(
      print(...notice.slice(0, -2), '柳川市人民政府', '柳川省民政厅令', '第21号', ...ordered),
    );
    expect(issue.instruments[1]?.title).toBe('柳川省民政厅令第21号');
  });
});

test.each([
  [['柳川市公安局', '柳川市交通运输局', '公　告', '2021年第5号'], '公告2021年第5号'],
  [['柳川市公安局', '柳川市交通运输局公告', '（第5号）'], '公告第5号'],
  [['柳川市公安局　柳川市交通运输局公告2021年第5号'], '公告2021年第5号'],
  [['柳川市公安局', '柳川市交通运输局通告', '〔2021〕第5号'], '通告〔2021〕第5号'],
])('an announcement of two bodies headed %j is theirs together', (head, number) => {
  const issuer = '柳川市公安局 柳川市交通运输局';
  const body = ['为了灯塔安全，现就有关事项公布如下：', '一、灯塔由市民政局看守。', '2021年5月1日'];
  const { instruments, messages } = readLaw(print(...head, ...body));
  expect(instruments).toHaveLength(1);
  expect(instruments[0]).toMatchObject({
    kind: 'announcement',
    title: `${issuer}${number}`,
    documentNumber: `${issuer.replace(' ', '')}${number}`,
    issuer,
  });
  expect(messages).toEqual([]);
  const listed = [
    '目　录',
    `${notice[0]}（1）`,
    `关于灯塔的公告（${issuer.replace(' ', '')}${number}）（2）`,
  ];
  for (const above of [[], listed]) {
    const { issue, messages } = readIssue(print(...above, ...notice, ...head, ...body));
    expect(issue.instruments.map(({ title }) => title)).toEqual([notice[0], `${issuer}${number}`]);
    expect(messages.map(({ rule }) => rule)).toEqual(above.length > 0 ? [] : ['contents-missing']);
  }
});

test.each([
  ['省长　丁一　司令员　王　二', '司令员'],
  ['省 长　丁　一　　秘 书 长　王二', '秘书长'],
])('two sign on one line above the day: %s', (line, post) => {
  const text = ['柳川省人民政府令', '第12号', '《柳川船闸办法》现予公布。', line];
  const { first } = readLaw(print(...text, '2021年3月20日'));
  expect(first).toMatchObject({
    signatory: { post: '省长', name: '丁一' },
    cosignatories: [{ post, name: '王二' }],
  });
  expect(first.provisions).toHaveLength(1);
  // Without a day below it is a line of the text.
  expect(readLaw(print(...text, '本令自公布之日起施行。')).first.signatory).toBeUndefined();
});

test('a signature that print pulled apart is one, where its day stands below it', () => {
  const { first } = readLaw(
    print('柳川省人民政府令', '第3号', '《柳川省灯塔规定》现予公布。', '省　长　袁　某', '2022年9月20日'),
  );
  expect(first.signatory).toEqual({ post: '省长', name: '袁某' });
});

test('a bulletin prints its issuers and its day below the title', () => {
  const { first } = readLaw(
    print(
      '柳川市2021年统计公报',
      '柳川市统计局',
      '国家统计局柳川调查队',
      '（2022年3月25日）',
      '2021年，经济平稳。',
    ),
  );
  expect(first).toMatchObject({
    issuer: '柳川市统计局 国家统计局柳川调查队',
    dates: { written: '2022-03-25' },
  });
});

test('without contents a title below a signature opens the next document, and a masthead is part of no title', () => {
  const { issue } = readIssue(
    print(
      '柳川市人民政府公报 2022 年第 2 期',
      ...notice,
      '柳川市2022年第一季度大事记',
      '1月3日，市长主持召开会议。',
    ),
  );
  expect(issue.masthead).toEqual({ title: '柳川市人民政府公报', number: '2022年第2期' });
  expect(issue.instruments.map(({ title, dates }) => [title, dates.written])).toEqual([
    [notice[0], '2022-04-01'],
    ['柳川市2022年第一季度大事记', undefined],
  ]);
});

test('without contents a text that a signed notice names is carried by it', () => {
  const { issue } = readIssue(
    print(
      '柳川市人民政府关于印发《柳川市灯塔规定》的通知',
      ...notice.slice(1),
      '柳川市灯塔规定',
      '第一条　制定本规定。',
      '第二条　本规定自印发之日起施行。',
    ),
  );
  expect(issue.instruments[1]?.carriedBy).toBe(issue.instruments[0]?.id);
});
