/**
 * The 82 oddities of the issue, each by its number in the register of anomalies, and what becomes of it:
 * typography is normalised and recorded, broken lines are joined, structure is read as meant,
 * slips of the print are kept and annotated, missing things are said to be missing, the rest stays as it is.
 */
import { describe, expect, test } from 'vitest';
import { serialize } from '../../src/domain/structure/index.ts';
import { kept, noted } from './handled.ts';
import {
  at,
  byId,
  editorial,
  flatten,
  levels,
  ofType,
  repairs,
  repairsOn,
  source,
  sourceLines,
  texts,
} from './issue.ts';

const { portfolios, decision, rule, planNotice, plan, measuresNotice, measures, repeal } = texts;

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
