/**
 * The 82 oddities of the issue, each by its number in the register of anomalies, and what becomes of it:
 * typography is normalised and recorded, broken lines are joined, structure is read as meant,
 * slips of the print are kept and annotated, missing things are said to be missing, the rest stays as it is.
 */
import { describe, expect, test } from 'vitest';
import { numberLine } from '../../src/domain/names/index.ts';
import { joined, normalised, noted } from './handled.ts';
import {
  at,
  byId,
  editorial,
  flatten,
  issue,
  published,
  publishedLine,
  repairs,
  repairsOn,
  source,
  sourceLines,
  texts,
} from './issue.ts';

const { portfolios, order, decision, rule, planNotice, plan, measuresNotice, measures, repeal } = texts;

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
    expect(numberLine('(湛府〔2020〕68 号)')).toBe(portfolios.documentNumber);
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
