/**
 * The 82 oddities of the issue, each by its number in the register of anomalies, and what becomes of it:
 * typography is normalised and recorded, broken lines are joined, structure is read as meant,
 * slips of the print are kept and annotated, missing things are said to be missing, the rest stays as it is.
 */
import { describe, expect, test } from 'vitest';
import { documentNumber, serialize } from '../../src/domain/structure/index.ts';
import {
  at,
  byId,
  editorial,
  flatten,
  issue,
  levels,
  messages,
  ofType,
  published,
  publishedLine,
  repairs,
  repairsOn,
  source,
  sourceLines,
  texts,
} from './issue.ts';

const { portfolios, order, decision, rule, planNotice, plan, measuresNotice, measures, repeal } = texts;

/** The words stand in the published text as in the source, and no repair touches them. */
function kept(line: number, ...words: string[]): void {
  for (const each of words) {
    expect(sourceLines[line - 1], `line ${line}`).toContain(each);
    expect(publishedLine(line), `line ${line}`).toContain(each);
  }
}

/** An editor's note stands on the words, which stay as printed. */
function noted(id: string, line: number, words: string, suggestion?: string): void {
  const note = editorial(id).find((repair) => repair.place.line === line && repair.from === words);
  expect(note, `${id} on line ${line}`).toMatchObject({ kind: 'note', rule: 'correction', to: words });
  expect(note!.reason).not.toBe('');
  if (suggestion) expect(note!.reason).toContain(`疑为：${suggestion}`);
  kept(line, words);
}

/** The line is published so, by repairs of these rules and no others. */
function normalised(line: number, text: string, ...rules: string[]): void {
  expect(publishedLine(line), `line ${line}`).toBe(text);
  const made = repairsOn(line).filter(({ kind }) => kind === 'normalise');
  expect([...new Set(made.map(({ rule }) => rule))].sort(), `line ${line}`).toEqual(rules.sort());
  for (const repair of made) expect(repair.reason).not.toBe('');
}

/** The two lines are one paragraph, joined without a space. */
function joined(first: number, second: number, rule = 'join'): void {
  const join = repairs.find((repair) => repair.kind === 'join' && repair.place.line === first);
  expect(join, `join after line ${first}`).toMatchObject({ rule, to: '' });
  expect(sourceLines.slice(first - 1, second).filter((line) => line.trim() !== '')).toHaveLength(2);
  expect(published).toContain(publishedLine(first).slice(-6) + publishedLine(second).slice(0, 6));
}

const editorialLines = (id: string): number[] => editorial(id).map(({ place }) => place.line);

describe('contents of the issue', () => {
  test('A-01 the last line counts though no line break ends it', () => {
    expect(source.endsWith('\n')).toBe(false);
    expect(sourceLines).toHaveLength(1174);
    expect(repeal.annexes[0]!.provisions[0]!.rows!.at(-1)![2]).toBe('湛发改价格函〔2015〕62号');
  });

  test('A-02 目 录 loses its inner space', () => normalised(3, '目录', 'padding'));

  test('A-03 trailing page numbers become the page, not part of title or number', () => {
    expect(issue.entries.map(({ page }) => page)).toEqual([1, 3, 12, 56, 61]);
    for (const { title, documentNumber: number } of issue.entries)
      expect(title + number).not.toMatch(/\s\d+$/);
    expect(publishedLine(9)).toMatch(/ 1$/);
  });

  test('A-04 numbers are the same in contents and text, whatever spaces and brackets print', () => {
    expect(documentNumber('(湛府〔2020〕68 号)')).toBe(portfolios.documentNumber);
    for (const [line, target] of [
      [9, portfolios],
      [14, planNotice],
      [20, measuresNotice],
      [24, repeal],
    ] as const) {
      expect(issue.entries.find((entry) => entry.instrument === target.id)?.documentNumber).toBe(
        target.documentNumber,
      );
      expect(publishedLine(line)).toContain(`（${target.documentNumber}）`);
    }
  });

  test('A-05 the order’s entry has its number in the title and the decision’s title in brackets', () => {
    expect(issue.entries[1]).toMatchObject({
      title: '湛江市人民政府令第7号',
      documentNumber: '令第7号',
      page: 3,
      instrument: order.id,
      position: { start: { line: 11 }, end: { line: 11 } },
    });
  });

  test('A-06 lines without a blank between them: an entry and a caption are one, bulleted items are not', () => {
    expect(issue.entries[2]!.position).toMatchObject({ start: { line: 13 }, end: { line: 14 } });
    joined(96, 97, 'caption');
    expect(repairsOn(115, 'join')).toEqual([]);
  });
});

describe('heads and frames', () => {
  test('A-07 titles broken in print lose the space of the break', () => {
    for (const line of [26, 90, 246, 258, 1048, 1150]) {
      expect(repairsOn(line, 'title-space').length, `line ${line}`).toBeGreaterThan(0);
    }
    expect(repairsOn(246, 'title-space')).toHaveLength(2);
    for (const entry of issue.entries) {
      expect(issue.instruments.find(({ id }) => id === entry.instrument)!.title).toBe(entry.title);
    }
  });

  test('A-08 half-width brackets of a title become full-width', () => {
    normalised(
      246,
      '湛江市人民政府关于印发湛江市“数字政府”建设总体规划（2020-2022年）的通知',
      'title-space',
      'width',
    );
    expect(publishedLine(252)).toContain('《湛江市“数字政府”建设总体规划（2020-2022年）》');
  });

  test('A-09 title and 目录 on one line are told apart', () => {
    expect(plan.title).toBe('湛江市“数字政府”建设总体规划（2020-2022年）');
    expect(
      plan.frame.slice(0, 2).map(({ role, text, position }) => [role, text, position.start.line]),
    ).toEqual([
      ['title', plan.title, 258],
      ['toc', '目录', 258],
    ]);
  });

  test('A-10 padded names are closed up, the list of issuing bodies is not', () => {
    for (const [line, name] of [
      [36, '曹兴：'],
      [44, '崔青：'],
      [52, '钟力：'],
    ] as const) {
      expect(publishedLine(line).startsWith(name)).toBe(true);
      expect(repairsOn(line, 'padding')).toHaveLength(1);
    }
    expect(repairsOn(1173)).toEqual([]);
  });

  test('A-11 科技口 stays', () => noted('A-11', 40, '科技口'));

  test('A-12 the 备注 is a note of the text, and its person is none of the eight', () => {
    const roles = issue.roles.filter(({ role }) => role === 'note').map(({ line }) => line);
    expect(roles).toEqual([50, 52]);
    expect(portfolios.provisions.slice(-2).map(({ text }) => text.slice(0, 3))).toEqual(['备注：', '钟力：']);
  });

  test('A-13 spaces around digits go', () => {
    const lines = [
      9, 11, 13, 14, 20, 24, 56, 62, 64, 68, 136, 146, 152, 153, 242, 1056, 1059, 1063, 1076, 1082, 1086,
      1088, 1090, 1094, 1126, 1128, 1142,
    ];
    for (const line of lines) {
      expect(repairsOn(line, 'digit-space').length, `line ${line}`).toBeGreaterThan(0);
      expect(publishedLine(line).replace(/ \d+$/, ''), `line ${line}`).not.toMatch(/[一-鿿] \d|\d [一-鿿]/);
    }
    for (const line of [92, 94, 132, 134, 228, 256, 1046, 1096, 1098, 1116, 1118, 1156, 1164]) {
      expect(repairsOn(line, 'digit-space'), `line ${line}`).toEqual([]);
    }
  });

  test('A-14 the order’s heading on two lines is one title and its number', () => {
    expect(order.title).toBe('湛江市人民政府令第7号');
    expect(order.documentNumber).toBe('令第7号');
    normalised(62, '第7号', 'digit-space');
  });

  test('A-15 第十四届95次常务会议 stays without 第', () => {
    noted('A-15', 64, '次常务会议');
    expect(at(64).text).toContain('湛江市人民政府第十四届95次常务会议通过');
  });

  test('A-16 the space in 市长 曾进泽 parts post and name', () => {
    expect(order.signatory).toEqual({ post: '市长', name: '曾进泽' });
    expect(repairsOn(66)).toEqual([]);
  });

  test('A-17 a quotation over two paragraphs opens twice and closes once', () => {
    const quoted = flatten(decision.provisions).filter((node) => node.quoted);
    expect(quoted.map(({ text }) => [text.at(0), text.at(-1)])).toEqual([
      ['“', '。'],
      ['“', '”'],
    ]);
    expect((source.match(/“/g) ?? []).length - (source.match(/”/g) ?? []).length).toBe(2);
    expect(editorial('A-17')).toEqual([]);
    expect(repairsOn(76)).toEqual([]);
  });

  test('A-18 the caption on four lines is one, with two events', () => {
    const captions = repairs.filter((repair) => repair.rule === 'caption');
    expect(captions.map(({ place, to }) => [place.line, to])).toEqual([
      [92, '　'],
      [94, ''],
      [96, ''],
    ]);
    expect(rule.caption!.events.map(({ event, date }) => `${event} ${date}`)).toEqual([
      'promulgated 2018-12-31',
      'amended 2020-12-19',
    ]);
  });
});

describe('typography', () => {
  test('A-19 half-width punctuation becomes full-width on the pages that print it', () => {
    const pages = [
      [99, 113],
      [216, 234],
      [658, 678],
      [1096, 1120],
    ] as const;
    for (const [first, last] of pages) {
      for (let line = first; line <= last; line++) {
        const text = publishedLine(line).replace(/https?:\/\/\S+?(?=。|$)|\d{4}-\d+/g, '');
        expect(text, `line ${line}`).not.toMatch(/[,;]|(?<!\d):/);
      }
    }
    const changed = (mark: string): number =>
      repairs.filter(({ from, rule }) => rule === 'width' && from === mark).length;
    expect([changed(','), changed(';'), changed(':')]).toEqual([87, 12, 6]);
    expect(publishedLine(99)).toContain('经营服务行为，保障运营安全');
  });

  test('A-20 half-width brackets become full-width, and pair', () => {
    const count = (mark: string): number => published.split(mark).length - 1;
    expect([count('('), count(')')]).toEqual([0, 0]);
    expect(count('（')).toBe(count('）'));
    expect(publishedLine(1040)).toBe('各县（市、区）人民政府（管委会），市直各有关单位：');
  });

  test('A-21 bullets before numbered items go', () => {
    const bulleted = sourceLines.flatMap((line, i) => (line.startsWith('- ') ? [i + 1] : []));
    expect(bulleted).toHaveLength(43);
    for (const line of bulleted) {
      expect(
        repairsOn(line, 'markup').map(({ from, to }) => from + to),
        `line ${line}`,
      ).toEqual(['-']);
      expect(publishedLine(line)).toMatch(/^(?:（[一二三四五六七八]）|\d\.)/);
    }
  });

  test('A-22 five spellings of one mark of 项 read as one', () => {
    expect(
      [115, 152, 174, 216, 1106].map((line) => [at(line).type, at(line).label, at(line).number]),
    ).toEqual([
      ['item', '（一）', '1'],
      ['item', '（一）', '1'],
      ['item', '（一）', '1'],
      ['item', '（四）', '4'],
      ['item', '（一）', '1'],
    ]);
  });

  test('A-23 the list of 第二十条 is one of six, though its style changes', () => {
    expect(byId(rule, 'art_20__para_1').children.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });

  test('A-24 the list of 第三条 of the measures is one of four', () => {
    expect(byId(measures, 'art_3__para_1').children.map(({ label }) => label)).toEqual([
      '（一）',
      '（二）',
      '（三）',
      '（四）',
    ]);
  });

  test('A-25 目 stand directly under their 项, bulleted or not', () => {
    const points = byId(measures, 'art_3__para_1').children.map((item) => item.children);
    expect(points.map((list) => list.map(({ type, number }) => type + number).join(' '))).toEqual([
      'point1 point2 point3 point4',
      'point1 point2 point3 point4 point5 point6 point7 point8 point9',
      'point1 point2 point3 point4 point5',
      '',
    ]);
  });

  test('A-26 项 belong to the first 款 though it ends with 。', () => {
    expect(at(1056).eId).toBe('art_3__para_1__item_1');
    expect(byId(measures, 'art_3__para_1').text).toMatch(/。$/);
  });

  test('A-27 the paragraph after seven items is 第五条第二款', () => {
    expect(at(123).eId).toBe('art_5__para_2');
    expect(at(123).text).toMatch(/^外商投资网约车经营的/);
  });

  test('A-28 the 26 paragraphs that a page break cut are joined without a space', () => {
    const pairs = [
      [184, 186],
      [234, 236],
      [352, 354],
      [366, 368],
      [386, 388],
      [477, 479],
      [539, 541],
      [565, 567],
      [584, 586],
      [656, 658],
      [678, 680],
      [718, 720],
      [749, 751],
      [767, 769],
      [796, 798],
      [808, 810],
      [852, 854],
      [870, 872],
      [884, 886],
      [908, 910],
      [948, 950],
      [960, 962],
      [980, 982],
      [1016, 1018],
      [1094, 1096],
      [1120, 1122],
    ] as const;
    for (const [first, second] of pairs) joined(first, second);
    expect(repairs.filter((repair) => repair.rule === 'join').map(({ place }) => place.line)).toEqual(
      pairs.map(([first]) => first),
    );
    expect(at(184).text).toContain('不符合运营服务标准的行为；');
  });

  test('A-29 a paragraph that stops in the middle of a word is not joined to the item below it', () => {
    expect(at(739).text).toMatch(/智能在线咨询服$/);
    expect(at(741)).toMatchObject({ type: 'level', label: '1.', heading: '智能客服平台。' });
    expect(repairsOn(739, 'join')).toEqual([]);
    noted('A-29', 739, '智能在线咨询服', '智能在线咨询服务。');
  });
});

describe('the plan', () => {
  test('A-30 the entry that names a heading otherwise is linked, reported, and each is kept verbatim', () => {
    const entry = plan.contents!.find(({ position }) => position.start.line === 288)!;
    expect(entry).toMatchObject({
      heading: '社会信用公共平台',
      target: at(690).eId,
      mismatch: '公共信用信息平台',
    });
    expect(messages).toEqual([
      {
        file: 'issues/2020-12/gazette.md',
        rule: 'contents-mismatch',
        line: 288,
        column: 3,
        reason: '目录作“社会信用公共平台”，正文作“公共信用信息平台”',
        severity: 'warning',
      },
    ]);
    noted('A-30', 288, '社会信用公共平台', '公共信用信息平台');
    noted('A-30', 690, '公共信用信息平台');
    kept(517, '社会信用公共平台');
  });

  test('A-31 entries and headings match though the contents print (一) and the body （一）', () => {
    expect(plan.contents!.filter(({ target }) => target === undefined)).toEqual([]);
    expect(plan.contents!.filter(({ mismatch }) => mismatch !== undefined)).toHaveLength(1);
  });

  test('A-32 the second occurrence of the first heading begins the body', () => {
    expect(publishedLine(260)).toBe(publishedLine(340));
    expect(plan.provisions[0]!.position.start.line).toBe(340);
    expect(plan.contents![0]).toMatchObject({
      target: plan.provisions[0]!.eId,
      position: { start: { line: 260 } },
    });
  });

  test('A-33 2019年11月 beside 2020年11月 is noted', () => {
    noted('A-33', 350, '截至2019年11月底', '截至2020年11月底');
    kept(352, '截至2020年11月底');
    kept(356, '截至2020年11月底');
  });

  test('A-34 units stay as printed', () => {
    kept(350, '16079G内存', '943TB存储');
    noted('A-34', 350, '1.7GB');
  });

  test('A-35 asterisks go, what they set in bold is known', () => {
    expect(published).not.toContain('**');
    expect(repairs.filter(({ from }) => from === '**').map(({ place }) => place.line)).toEqual([
      388, 388, 392, 392, 392, 392, 392, 392, 392, 392, 392, 392,
    ]);
    expect(publishedLine(388)).toContain('预警管控。五是加快推进');
  });

  test('A-36 the second paragraph of the fifth item, without a number, belongs to it', () => {
    const item = at(390);
    expect(item.number).toBe('5');
    expect(item.children.map(({ type, position }) => [type, position.start.line])).toEqual([
      ['paragraph', 392],
    ]);
  });

  test('A-37 数据政府 is noted', () => noted('A-37', 404, '数据政府集约化', '数字政府集约化'));

  test('A-38 网云数 beside 云数网 is noted', () => {
    noted('A-38', 410, '网云数');
    kept(390, '云数网');
    kept(404, '云数网');
  });

  test('A-39 the four layers keep both their names', () => {
    noted('A-39', 462, '业务应用层、应用支撑层、数据服务层、信息基础设施层、以及');
    kept(508, '应用层、应用支撑层、数据服务层、基础设施层');
  });

  test('A-40 eight lost pictures leave a placeholder on their captions', () => {
    const captions = [471, 494, 513, 580, 611, 642, 725, 784];
    expect(editorialLines('A-40')).toEqual(captions);
    for (const repair of editorial('A-40')) {
      expect(repair).toMatchObject({ kind: 'placeholder', to: repair.from });
      expect(repair.reason).toContain('图像缺失，仅存图题');
      expect(at(repair.place.line)).toMatchObject({ type: 'figure', missing: true, text: repair.from });
      expect(repair.reason).toContain(`第${repair.place.line - 3}行`);
    }
    const slots = issue.roles.filter(({ role }) => role === 'figure-slot').map(({ line }) => line);
    expect(slots).toEqual(captions.map((line) => line - 3));
  });

  test('A-41 captions count 1 to 8, whatever spaces they print', () => {
    expect(ofType(plan, 'figure').map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `图${number}`),
    );
    for (const line of [494, 513]) expect(repairsOn(line, 'digit-space'), `line ${line}`).toHaveLength(1);
  });

  test('A-42 a sentence without its verb is noted', () =>
    noted('A-42', 477, '统筹推进全市数字政府改革建设的职能', '承担统筹推进全市数字政府改革建设的职能'));

  test('A-43 the 35 headings in half-width brackets read as those in full-width ones', () => {
    const lines = [
      506, 543, 547, 555, 559, 573, 635, 648, 650, 652, 654, 656, 660, 662, 676, 773, 777, 790, 792, 794, 796,
      800, 802, 804, 806, 812, 814, 916, 918, 922, 924, 926, 928, 930, 938,
    ];
    const bracketed = levels(plan.provisions)
      .map(({ node }) => node)
      .filter(({ label }) => /^（.+）$/.test(label));
    expect(bracketed).toHaveLength(70);
    const half = bracketed
      .map(({ position }) => position.start.line)
      .filter((line) => /^\(/.test(sourceLines[line - 1]!));
    expect(half).toEqual(lines);
    for (const line of lines) {
      expect(repairsOn(line, 'width').length, `line ${line}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('A-44 a bracket that a page break parts pairs after the join', () => {
    joined(584, 586);
    expect(at(584).text).toContain('实现万兆到市、县（市、区），千兆到镇（街）');
  });

  test('A-45 a half-width comma inside a heading of the first level', () => {
    normalised(672, '四、集约共享，提升数字政府建设新效能', 'width');
    expect(at(672).heading).toBe('集约共享，提升数字政府建设新效能');
  });

  test('A-46 and in a Chinese name stays, noted; so do the other spellings', () => {
    noted('A-46', 727, '自然资源 and 地理空间库', '自然资源和地理空间库');
    expect(at(727).heading).toBe('自然资源 and 地理空间库。');
    expect(at(727).text).toMatch(/^完善自然资源 and 地理空间库，/);
    noted('A-46', 660, '自然资源和空间地理数据');
    kept(519, '自然资源与空间地理库');
    kept(731, '自然资源和空间地理库');
  });

  test('A-47 司法公信交易 is noted', () =>
    noted('A-47', 694, '司法公信交易等四大领域', '司法公信等四大领域'));

  test('A-48 事分级监管 is noted', () => noted('A-48', 698, '事分级监管', '事中分级监管'));

  test('A-49 数据管理和规范 is noted', () => noted('A-49', 720, '按照省数据管理和规范'));

  test('A-50 a truncated sentence is noted', () => noted('A-50', 741, '智能在线咨询服', '智能在线咨询服务'));

  test('A-51 half-width brackets inside full-width text', () => {
    expect(publishedLine(802)).toContain('构建市、县（市、区）、镇（街）、村（居）四级');
    expect(publishedLine(824)).toContain('金审工程（三期）审计');
    expect(publishedLine(978)).toContain('金审工程（三期）审计');
  });

  test('A-52 the space after 1. goes', () => {
    for (const line of [820, 822, 824, 932, 942, 944, 946, 948]) {
      expect(repairsOn(line, 'label-space'), `line ${line}`).toHaveLength(1);
      expect(at(line).label, `line ${line}`).toMatch(/^\d\.$/);
    }
  });

  test('A-53 the seventh item has no heading, the eighth goes on', () => {
    expect(at(852)).toMatchObject({ number: '7', label: '7.' });
    expect(at(852).heading).toBeUndefined();
    expect(at(856)).toMatchObject({ number: '8', heading: '推进人才服务。' });
  });

  test('A-54 variants of wording stay, the worst are noted', () => {
    kept(862, '县（区）');
    kept(834, '视频通讯', '即时通讯', '通讯保障');
    noted('A-54', 866, '优化办流程', '优化办事流程');
    noted('A-54', 432, '最多跑一趟');
    noted('A-54', 864, '融资难，融资贵');
    noted('A-54', 942, '政务大数据湛江节点');
    noted('A-54', 962, '最后一米');
  });

  test('A-55 a quotation that never closes is noted', () =>
    noted('A-55', 902, '“人、车、船、路、港一体化协同联动', '“人、车、船、路、港”一体化协同联动'));

  test('A-56 a quotation that a page break parts is whole', () => {
    joined(948, 950);
    expect(at(948).text).toMatch(/打造“湛江大脑”的建设思路。$/);
  });
});

describe('the measures and the repeal notice', () => {
  test('A-57 an address and a telephone number keep their half-width marks, the text around them does not', () => {
    expect(at(1102).text).toBe(
      '市生态环境局地址：湛江市人民大道中32号；邮政编码：524001；信访电话：0759-3381464；官网：https://www.zhanjiang.gov.cn/sthjj/。',
    );
    expect(repairsOn(1102, 'markup').map(({ from }) => from)).toEqual(['<', '>']);
  });

  test('A-58 inconsistent names of bodies and decisions stay', () => {
    noted('A-58', 1130, '市生态环境部门');
    noted('A-58', 1118, '行政处罚决定、行政处理决定');
    kept(1052, '行政管辖范围');
    kept(1098, '两项或两项以上行政决定');
  });

  test('A-59 本法 in a 办法 is noted, and so are the amounts where two tiers touch', () => {
    noted('A-59', 1138, '本法', '本办法');
    noted('A-59', 1059, '公斤以下');
    noted('A-59', 1076, '吨以下');
    for (const line of [1059, 1076]) {
      expect(editorial('A-59').find(({ place }) => place.line === line)!.reason).toContain('不作判断');
    }
  });

  test('A-60 spaces between issuing bodies and tabs between cells are separators', () => {
    for (const line of [1172, 1173, 1174]) expect(repairsOn(line)).toEqual([]);
    const [, first, second] = repeal.annexes[0]!.provisions[0]!.rows!;
    for (const row of [first!, second!]) {
      expect(row).toHaveLength(3);
      expect(row[1]).toMatch(/^湛江市发展和改革局 湛江市教育局 湛江市财政局关于/);
    }
  });

  test('A-61 the notice cites by a title without its issuers, the number is the same', () => {
    noted('A-61', 1156, '关于进一步明确我市公办中小学收费管理有关问题的通知');
    kept(1156, '（湛发改价格〔2015〕26号）');
    expect(repeal.annexes[0]!.provisions[0]!.rows![1]![2]).toBe('湛发改价格〔2015〕26号');
  });

  test('A-62 广东省办公厅 is noted as not resolvable', () => noted('A-62', 1156, '广东省办公厅'));

  test('A-63 registry numbers have one key', () => {
    expect([measuresNotice.registryNumber, repeal.registryNumber]).toEqual([
      '湛部规2020-50',
      '湛部规2020-52',
    ]);
    expect(sourceLines[1033]).toBe('湛部规 2020—50');
  });

  test('A-64 a title that begins with its issuer stays whole', () => {
    expect(measures.title).toBe('湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
    expect(measuresNotice.title).toContain(`《${measures.title}》`);
  });

  test('A-65 an annex that is left out is a placeholder', () => {
    expect(editorial('A-65')).toMatchObject([{ kind: 'placeholder', from: '此略', place: { line: 1144 } }]);
    expect(measures.annexes).toMatchObject([{ missing: true, title: '湛江市举报环境违法行为奖励申请表' }]);
  });
});

describe('what looks odd and is right', () => {
  test('A-66 a phase that ends five days after the plan is issued', () => {
    noted('A-66', 938, '至2020年12月底');
    expect(planNotice.dates.written).toBe('2020-12-26');
    expect(at(938).heading).toBe('重点突破期（至2020年12月底）');
  });

  test('A-67 the third phase has eight items, the first two nine', () => {
    const count = (line: number): number => at(line).children.filter(({ type }) => type === 'level').length;
    expect([938, 964, 988].map(count)).toEqual([9, 9, 8]);
    noted('A-67', 1002, '营商环境方面重点应用建设内容');
  });

  test('A-68 海上雷达 stands under two headings', () => {
    noted('A-68', 1006, '海上雷达综合监控信息应用');
    kept(930, '海上雷达综合监控信息应用');
  });

  test('A-69 commencement and transition are two sentences of one 款', () => {
    expect(byId(rule, 'art_24').children).toHaveLength(1);
    expect(at(242).text).toBe(
      '本规定自2019年3月1日起施行。在本规定施行之日起180日内申请网约车运输证的，车辆车龄条件从初次注册登记日期至申请之日可以延长为4年。',
    );
    expect(rule.dates.commenced).toBe('2019-03-01');
  });

  test('A-70 第三方, 第十四届, 第7号 head nothing', () => {
    for (const line of [226, 380, 686, 702, 706, 810, 882]) kept(line, '第三方');
    expect(ofType(rule, 'article')).toHaveLength(24);
    expect(at(226).type).toBe('paragraph');
  });

  test('A-71 80% and 1.9亿 are no list numbers', () => {
    expect(at(432)).toMatchObject({ type: 'paragraph', label: '' });
    expect(at(432).text).toMatch(/^80%高频服务事项/);
    expect(at(352).text).toContain('1.9亿条');
    expect(at(356).text).toContain('91.33%');
  });

  test('A-72 quoted names in a row keep their 顿号', () => kept(814, '“一站式”、“免证办”、“营商通”'));

  test('A-73 a condition that is defined nowhere is noted', () => {
    noted('A-73', 242, '车辆车龄条件');
    expect(serialize(rule).match(/车龄条件/g)).toHaveLength(1);
  });

  test('A-74 lists of duties stay one sentence', () => {
    expect(at(46).children).toEqual([]);
    expect(at(46).text).toContain('民族宗教和湛江奋勇高新技术产业开发区。');
  });

  test('A-75 the same mark is another level in another kind of text', () => {
    expect(at(74)).toMatchObject({ type: 'level', label: '一、' });
    expect(at(74).heading).toBeUndefined();
    expect(at(340)).toMatchObject({
      type: 'level',
      label: '一、',
      heading: '立足现状，绘制数字政府建设新蓝图',
    });
    expect(at(174)).toMatchObject({ type: 'item', label: '（一）' });
    expect(at(342)).toMatchObject({ type: 'level', label: '（一）', heading: '改革背景' });
    expect(at(1068)).toMatchObject({ type: 'point', label: '3.' });
    expect(at(362)).toMatchObject({ type: 'level', label: '1.' });
  });

  test('A-76 the three closing paragraphs are no part of the fourth clause', () => {
    const fourth = flatten(decision.provisions).find(({ label }) => label === '四、')!;
    expect(fourth.children).toEqual([]);
    expect(decision.provisions.slice(-3).map(({ position }) => position.start.line)).toEqual([84, 86, 88]);
  });

  test('A-77 a duty and the lead of a list are one 款', () => {
    const article = byId(rule, 'art_15');
    expect(article.children).toHaveLength(1);
    expect(article.children[0]!.text).toMatch(/^网约车平台公司应当提交.*报备。驾驶员有以下情形之一的.*：$/);
  });

  test('A-78 the 备注 stands before the signature', () => {
    expect(portfolios.provisions.at(-1)!.position.start.line).toBe(52);
    expect(portfolios.stated['issuer']!.start.line).toBe(54);
  });

  test('A-79 what the text counts is what it lists', () => {
    expect(repeal.annexNote).toContain('共2份');
    expect(repeal.annexes[0]!.provisions[0]!.rows).toHaveLength(1 + 2);
    expect(at(1156).text).toContain('等2份部门规范性文件');
    const list = (line: number, pattern: RegExp): number =>
      pattern.exec(at(line).text)![1]!.split(/、|以及/).length;
    expect(list(904, /“(新指挥、[^”]+)”等“8\+N”/)).toBe(8);
    expect(list(960, /实现(公共服务、医疗服务[^等]+)等七大/)).toBe(7);
    expect(list(660, /建设完善(自然人、[^等]+)等五大基础数据库/)).toBe(5);
    expect(plan.contents).toHaveLength(47);
    expect(levels(plan.provisions).filter(({ depth }) => depth <= 2)).toHaveLength(47);
  });

  test('A-80 重污染工作企业 is noted', () => noted('A-80', 1072, '重污染工作企业', '重污染工业企业'));

  test('A-81 其他生产经营相关负责人 beside 其他生产经营者', () => {
    noted('A-81', 1094, '其他生产经营相关负责人');
    kept(1052, '其他生产经营者');
  });

  test('A-82 slips of style stay', () => {
    noted('A-82', 617, '互联网业务区');
    noted('A-82', 629, '部分进行评估后改造为网络汇聚节点机房');
    noted('A-82', 706, '分批进驻非税支付平台通过微信');
    noted('A-82', 834, '联通了市直有关部门');
  });
});

test('every note has a number of the register, and its words stand where it says', () => {
  const edited = repairs.filter(({ rule: name }) => name === 'correction');
  expect(edited.length).toBeGreaterThan(45);
  for (const { id, from, to, kind, start, end, place } of edited) {
    expect(id).toMatch(/^A-\d\d$/);
    expect(['note', 'placeholder']).toContain(kind);
    expect(to).toBe(from);
    expect(source.slice(start, end)).toBe(from);
    expect(sourceLines[place.line - 1]!.slice(place.column - 1).startsWith(from)).toBe(true);
  }
});
