import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/domain/model.ts';
import { at, byId, flatten, levels, ofType, texts } from './issue.ts';

const { rule, measures, plan, decision, portfolios, repeal } = texts;
const childrenOf = (node: Provision, type: Provision['type']): Provision[] =>
  node.children.filter((child) => child.type === type);
const perArticle = (instrument: typeof rule, type: Provision['type']): Record<string, number> =>
  Object.fromEntries(
    ofType(instrument, 'article').flatMap((article) => {
      const count = flatten(article.children).filter((node) => node.type === type).length;
      return count > 0 ? [[article.number, count]] : [];
    }),
  );
const starts = (instrument: typeof rule, type: Provision['type']): number[] =>
  ofType(instrument, type).map(({ position }) => position.start.line);

describe('the rule', () => {
  test('has 24 条, 39 款, 39 项 and no 目, without chapters', () => {
    expect(ofType(rule, 'article')).toHaveLength(24);
    expect(ofType(rule, 'paragraph')).toHaveLength(39);
    expect(ofType(rule, 'item')).toHaveLength(39);
    expect(ofType(rule, 'point')).toHaveLength(0);
    expect(rule.provisions.map(({ type }) => type)).toEqual(Array(24).fill('article'));
    expect(rule.provisions.map(({ number }) => number)).toEqual(
      Array.from({ length: 24 }, (_, i) => String(i + 1)),
    );
  });

  test('has the 款 and 项 of each 条', () => {
    expect(Object.values(perArticle(rule, 'paragraph'))).toEqual([
      1, 3, 1, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 2, 1, 2, 1, 1, 1, 1, 3, 3, 3, 1,
    ]);
    expect(perArticle(rule, 'item')).toEqual({ 5: 7, 6: 4, 13: 3, 15: 5, 17: 10, 18: 2, 19: 2, 20: 6 });
  });

  test('begins each 条 on its line', () => {
    expect(starts(rule, 'article')).toEqual([
      99, 101, 107, 109, 113, 125, 132, 134, 136, 138, 142, 146, 150, 156, 160, 168, 172, 196, 202, 208, 222,
      228, 234, 242,
    ]);
    const articles = new Set(starts(rule, 'article'));
    expect(starts(rule, 'paragraph').filter((line) => !articles.has(line))).toEqual([
      103, 105, 111, 123, 140, 144, 148, 158, 170, 224, 226, 230, 232, 238, 240,
    ]);
    expect(starts(rule, 'item')).toEqual([
      115, 116, 117, 118, 119, 120, 121, 127, 128, 129, 130, 152, 153, 154, 162, 163, 164, 165, 166, 174, 176,
      178, 180, 182, 184, 188, 190, 192, 194, 198, 200, 204, 206, 210, 212, 214, 216, 218, 220,
    ]);
  });
});

describe('the measures', () => {
  test('have 16 条, 20 款, 9 项, 18 目', () => {
    expect(ofType(measures, 'article')).toHaveLength(16);
    expect(ofType(measures, 'paragraph')).toHaveLength(20);
    expect(ofType(measures, 'item')).toHaveLength(9);
    expect(ofType(measures, 'point')).toHaveLength(18);
    expect(perArticle(measures, 'item')).toEqual({ 3: 4, 6: 5 });
    const several = Object.entries(perArticle(measures, 'paragraph')).filter(([, count]) => count > 1);
    expect(Object.fromEntries(several)).toEqual({ 5: 2, 8: 3, 13: 2 });
    const third = ofType(measures, 'item').slice(0, 4);
    expect(third.map((item) => childrenOf(item, 'point').length)).toEqual([4, 9, 5, 0]);
  });

  test('begin each 条, further 款 and 项 on its line', () => {
    expect(starts(measures, 'article')).toEqual([
      1050, 1052, 1054, 1098, 1100, 1104, 1116, 1118, 1126, 1128, 1130, 1132, 1134, 1138, 1140, 1142,
    ]);
    const articles = new Set(starts(measures, 'article'));
    expect(starts(measures, 'paragraph').filter((line) => !articles.has(line))).toEqual([
      1102, 1120, 1124, 1136,
    ]);
    expect(starts(measures, 'item')).toEqual([1056, 1063, 1082, 1094, 1106, 1108, 1110, 1112, 1114]);
    expect(starts(measures, 'point')).toEqual([
      1058, 1059, 1060, 1061, 1065, 1066, 1068, 1070, 1072, 1074, 1076, 1078, 1080, 1084, 1086, 1088, 1090,
      1092,
    ]);
  });
});

describe('the plan', () => {
  const all = levels(plan.provisions);
  const atDepth = (depth: number): Provision[] =>
    all.filter((each) => each.depth === depth).map(({ node }) => node);
  const below = (chapter: Provision, depth: number): number =>
    levels(chapter.children, 2).filter((each) => each.depth === depth).length;

  test('has 8, 39, 134 and 31 levels, in each chapter as printed', () => {
    expect([1, 2, 3, 4].map((depth) => atDepth(depth).length)).toEqual([8, 39, 134, 31]);
    expect(plan.provisions.map((chapter) => below(chapter, 2))).toEqual([8, 4, 3, 7, 3, 6, 3, 5]);
    expect(plan.provisions.map((chapter) => below(chapter, 3))).toEqual([21, 17, 13, 15, 0, 42, 26, 0]);
    expect(plan.provisions.map((chapter) => below(chapter, 4))).toEqual([0, 7, 7, 0, 0, 17, 0, 0]);
  });

  test('begins its levels on their lines', () => {
    const line = ({ position }: Provision): number => position.start.line;
    expect(atDepth(1).map(line)).toEqual([340, 460, 569, 672, 745, 771, 934, 1008]);
    expect(atDepth(2).map(line)).toEqual([
      342, 346, 358, 374, 394, 398, 408, 450, 464, 487, 506, 529, 573, 604, 635, 676, 682, 690, 700, 710, 716,
      737, 747, 753, 757, 773, 777, 816, 836, 868, 896, 938, 964, 988, 1010, 1014, 1020, 1024, 1028,
    ]);
    expect(atDepth(4).map(line)).toEqual([
      477, 481, 537, 543, 547, 555, 559, 648, 650, 652, 654, 656, 660, 662, 790, 792, 794, 796, 800, 802, 804,
      806, 812, 814, 916, 918, 922, 924, 926, 928, 930,
    ]);
  });

  test('numbers its levels without a gap', () => {
    const check = (nodes: Provision[]): void => {
      const numbered = nodes.filter(({ type }) => type === 'level');
      expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, i) => String(i + 1)));
      for (const node of numbered) check(node.children);
    };
    check(plan.provisions);
  });

  test('has 92 further paragraphs, 8 figures without their pictures, no tables', () => {
    expect(ofType(plan, 'paragraph')).toHaveLength(92);
    const figures = ofType(plan, 'figure');
    expect(figures.map(({ number, missing }) => `${number} ${missing}`)).toEqual(
      Array.from({ length: 8 }, (_, i) => `${i + 1} true`),
    );
    expect(figures.map(({ position }) => position.start.line)).toEqual([
      471, 494, 513, 580, 611, 642, 725, 784,
    ]);
    expect(ofType(plan, 'table')).toHaveLength(0);
  });

  test('tells headings that stand alone from those that run in, and the six items without any', () => {
    const third = atDepth(3);
    const lines = (nodes: Provision[]): number[] => nodes.map(({ position }) => position.start.line);
    const alone = third.filter(({ heading, text }) => heading && text === '');
    expect(lines(alone.filter(({ heading }) => !heading!.endsWith('。')))).toEqual([
      414, 418, 422, 426, 434, 438, 442, 446,
    ]);
    expect(lines(alone.filter(({ heading }) => heading!.endsWith('。')))).toEqual([
      473, 483, 533, 551, 563, 582, 588, 592, 596, 600, 613, 619, 623, 627, 631, 644, 664, 668, 786,
    ]);
    expect(third.filter(({ heading, text }) => heading && text !== '')).toHaveLength(101);
    expect(lines(third.filter(({ heading }) => !heading))).toEqual([380, 382, 384, 386, 390, 852]);
    const fourth = atDepth(4);
    expect(lines(fourth.filter(({ heading, text }) => heading && text === ''))).toEqual([
      537, 543, 547, 555, 559,
    ]);
    expect(fourth.filter(({ heading, text }) => heading && text !== '')).toHaveLength(26);
  });

  test('keeps every run-in heading within 27 characters', () => {
    const headed = all.map(({ node }) => node).filter(({ heading, text }) => heading && text !== '');
    const longest = headed.toSorted((a, b) => b.heading!.length - a.heading!.length)[0]!;
    expect(longest.position.start.line).toBe(794);
    expect(longest.heading!.replace(/。$/, '')).toHaveLength(27);
  });
});

describe('the decision', () => {
  test('has a preamble, four clauses, the second with two quoted paragraphs, and three closing paragraphs', () => {
    const clauses = ofType(decision, 'level');
    expect(clauses.map(({ label, text }) => label + text)).toEqual([
      '一、删去第六条第一款第三项和第五项、第二款。',
      '二、将第十条修改为：',
      '三、删去第十三条第二款。',
      '四、删去第十五条第五项。',
    ]);
    expect(clauses.map(({ children }) => children.length)).toEqual([0, 2, 0, 0]);
    expect(clauses[1]!.children.map(({ quoted, text }) => `${quoted} ${text}`)).toEqual([
      'true “从事网约车经营的车辆，应当取得网约车运输证。',
      'true “申请网约车运输证的车辆，应当符合法律、法规、规章和交通运输部规定的条件，具体的技术标准和营运要求由市交通运输主管部门依法另行制定并向社会公布。”',
    ]);
    const top = decision.provisions.filter(({ type }) => type === 'paragraph');
    expect(top[0]!.text).toMatch(/^为了贯彻落实《优化营商环境条例》.*予以修改。$/);
    expect(top.slice(1).map(({ text }) => text)).toEqual([
      '个别条文序号和文字作相应调整。',
      '本决定自公布之日起施行。',
      '《湛江市网络预约出租汽车经营服务管理暂行规定》根据本决定作相应修改，重新公布。',
    ]);
  });

  test('quotes what the rule prints as its tenth article, character by character', () => {
    const quoted = ofType(decision, 'level')[1]!.children.map(({ text }) => text.replace(/[“”]/g, ''));
    expect(quoted).toEqual(byId(rule, 'art_10').children.map(({ text }) => text));
  });
});

test('the portfolios name nine persons: eight, and one in the 备注', () => {
  const named = portfolios.provisions.filter(({ text }) => /^[\u4e00-\u9fff]{2,3}：./.test(text));
  expect(named.map(({ text, position }) => `${position.start.line} ${text.split('：')[0]}`)).toEqual([
    '34 曾进泽',
    '36 曹兴',
    '38 黄勇武',
    '40 欧先伟',
    '42 陈伟杰',
    '44 崔青',
    '46 黄明忠',
    '48 陈才君',
    '52 钟力',
  ]);
});

test('the repeal notice lists two documents, the last of them on the last line of the file', () => {
  const table = repeal.annexes[0]!.provisions[0]!;
  expect(table.type).toBe('table');
  expect(table.rows).toEqual([
    ['序号', '文件名称', '文号'],
    [
      '1',
      '湛江市发展和改革局 湛江市教育局 湛江市财政局关于进一步明确我市公办中小学收费管理有关问题的通知',
      '湛发改价格〔2015〕26号',
    ],
    [
      '2',
      '湛江市发展和改革局 湛江市教育局 湛江市财政局关于进一步明确我市公办中小学收费管理有关问题的补充通知',
      '湛发改价格函〔2015〕62号',
    ],
  ]);
  expect(table.position.end.line).toBe(1174);
});

test('the third article of the measures keeps its items under its first paragraph though that ends with 。', () => {
  const article = byId(measures, 'art_3');
  expect(article.children).toHaveLength(1);
  expect(article.children[0]!.text).toMatch(/相应奖励。$/);
  expect(childrenOf(article.children[0]!, 'item')).toHaveLength(4);
  expect(at(1094).number).toBe('4');
});
