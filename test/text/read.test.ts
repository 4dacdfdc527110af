/** What becomes of a line: one case a row, as files of laws print it. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { type Correction, readText } from '../../src/domain/text/index.ts';

function read(source: string, corrections: Correction[] = []) {
  const file = new VFile({ path: 'sample.md' });
  const text = readText(source, file, corrections);
  return { ...text, texts: text.lines.map((line) => line.text), messages: file.messages };
}

describe('spaces', () => {
  test.each([
    ['自 2019 年 3 月 1 日起施行。', '自2019年3月1日起施行。'],
    ['给予举报人 500 元奖励；', '给予举报人500元奖励；'],
    ['目 录', '目录'],
    ['总　则', '总则'],
    ['第一章 总　则', '第一章 总则'],
    ['曹 兴：常务副市长。', '曹兴：常务副市长。'],
    ['1. 粤政易。推广应用。', '1.粤政易。推广应用。'],
    ['样本市网络预约出租汽车 经营服务管理暂行规定', '样本市网络预约出租汽车经营服务管理暂行规定'],
    ['市长 曾进泽', '市长 曾进泽'],
    ['第六条 申请材料如下：', '第六条 申请材料如下：'],
    [
      '1\t样本市教育局 样本市财政局关于收费的通知\t样发〔2015〕26号',
      '1\t样本市教育局 样本市财政局关于收费的通知\t样发〔2015〕26号',
    ],
    [
      '（1999年6月1日通过　2004年7月30日修正 2010年1月1日修订）',
      '（1999年6月1日通过　2004年7月30日修正 2010年1月1日修订）',
    ],
    ['推动IPv6 and 5G改造。', '推动IPv6 and 5G改造。'],
    ['自然资源 and 地理空间库', '自然资源 and 地理空间库'],
  ])('%s → %s', (source, published) => {
    expect(read(source).texts).toEqual([published]);
  });
});

describe('widths', () => {
  test.each([
    ['规范经营行为,保障权益;制定本规定:', '规范经营行为，保障权益；制定本规定：'],
    ['县(市、区)人民政府', '县（市、区）人民政府'],
    ['（2020-2022年)的通知', '（2020-2022年）的通知'],
    ['(2020-2022年)的规划', '（2020-2022年）的规划'],
    ['每日8:30开始,比例为1:2.5,共1,000元。', '每日8:30开始，比例为1:2.5，共1,000元。'],
    ['见https://a.cn/b,c;d?e=1和电话0759-3381464。', '见https://a.cn/b,c;d?e=1和电话0759-3381464。'],
    ['《关于修改<甲办法>的决定》', '《关于修改〈甲办法〉的决定》'],
    ['Hello, world (no Chinese); ok: yes', 'Hello, world (no Chinese); ok: yes'],
    ['采用P2P(peer to peer)技术', '采用P2P（peer to peer）技术'],
    ['自２０１３年１月１日起罚款１,０００元。', '自2013年1月1日起罚款1,000元。'],
    ['１. 登记； ３．５倍', '1.登记； 3．5倍'],
    ['第 １２ 条 按８:３０开始', '第12条 按8:30开始'],
  ])('%s → %s', (source, published) => {
    expect(read(source).texts).toEqual([published]);
  });
});

test('a page number in full-width digits is no text', () => {
  expect(read('甲。\n\n－　１２　－\n\n乙。').texts).toEqual(['甲。', '乙。']);
});

describe('marks of the file', () => {
  test.each([
    ['- (一) 具有资格；', '（一） 具有资格；'],
    ['- 1.危险废物；', '1.危险废物；'],
    ['* 第一项', '第一项'],
    ['**第一条** 为了管理。', '第一条 为了管理。'],
    ['## 第一章 总则', '第一章 总则'],
    ['> 2000年1月1日通过', '2000年1月1日通过'],
    ['官网：<https://www.example.gov.cn/a/>。', '官网：https://www.example.gov.cn/a/。'],
    ['a < b 且 c > d', 'a < b 且 c > d'],
    ['1. 违法拘留的；', '1.违法拘留的；'],
    ['3) 违法拘留的；', '3) 违法拘留的；'],
    ['\\*不是标记', '\\*不是标记'],
    ['代码`甲`与[乙](丙)照印', '代码`甲`与[乙]（丙）照印'],
  ])('%s → %s', (source, published) => {
    expect(read(source).texts).toEqual([published]);
  });

  test('page numbers, rules and comments are no text', () => {
    expect(read('甲。\n\n- 12 -\n\n乙。\n\n— 13 —\n\n---\n\n<!-- 丙 -->\n\n丁。').texts).toEqual([
      '甲。',
      '乙。',
      '丁。',
    ]);
  });

  test('script, tags and attributes are words like any other', () => {
    const source = '<script src=//a.cn/x.js>alert(1)</script><b onclick=steal()>';
    expect(read(source).texts).toEqual([source]);
  });

  test('emphasis is remembered as a range of the published line', () => {
    const [line] = read('管控。**五是**加快 3 个方面。').lines;
    expect(line!.strong!.map(([from, to]) => line!.text.slice(from, to))).toEqual(['五是']);
  });

  test('a heading knows its depth', () => {
    expect(read('# 甲法\n\n### 第一节 乙').lines.map(({ depth }) => depth)).toEqual([1, 3]);
  });
});

describe('lines', () => {
  test('a last line without a line break counts, and so does every kind of line break', () => {
    expect(read('甲。\n乙。').texts).toEqual(['甲。', '乙。']);
    expect(read('甲。\r\n\r\n乙。\r丙。\u2028丁。').lines.map(({ line, text }) => `${line} ${text}`)).toEqual(
      ['1 甲。', '3 乙。', '4 丙。', '5 丁。'],
    );
  });

  test('a byte order mark is no part of the first line and shifts nothing', () => {
    expect(read('\ufeff样本市限行规定\n\n- （一）单号；\n\n**第一条** 甲。').texts).toEqual([
      '样本市限行规定',
      '（一）单号；',
      '第一条 甲。',
    ]);
  });

  test('blank lines before a line and its indent are known', () => {
    expect(
      read('甲。\n\n\n　　乙。\n丙。').lines.map(({ blankBefore, indented }) => [blankBefore, indented]),
    ).toEqual([
      [0, false],
      [2, true],
      [0, false],
    ]);
  });

  test('control characters and broken characters are kept and reported once', () => {
    const rest = '此后是正文。'.repeat(40);
    const { texts, messages } = read(`甲\u0007乙\ud83d丙。\n丁\u0000。${rest}`);
    expect(texts.join('')).toBe(`甲\u0007乙\ud83d丙。丁\u0000。${rest}`);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['control-character']);
  });

  test('an empty file and a binary file are told as errors', () => {
    expect(read('').messages).toMatchObject([{ ruleId: 'empty', fatal: true }]);
    expect(read(' \n\u3000\n').messages).toMatchObject([{ ruleId: 'empty', fatal: true }]);
    expect(read('PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000').messages).toMatchObject([
      { ruleId: 'binary', fatal: true },
    ]);
  });
});

describe('joins', () => {
  const cut = '与驾驶员签订劳动合同或者协议，采取有效措施处理驾驶员不符合运营服';
  test('a paragraph that the page cut inside a word is one line', () => {
    const { lines, repairs } = read(`${cut}\n\n务标准的行为。\n\n下一段。`);
    expect(lines.map(({ text }) => text)).toEqual([`${cut}务标准的行为。`, '下一段。']);
    expect(repairs).toMatchObject([{ kind: 'join', from: '\n\n', to: '', place: { line: 1 } }]);
  });

  test.each([
    ['an item', '1.智能客服平台。对接省平台。'],
    ['an article', '第二条 网约车应当登记。'],
    ['a level', '（二）统一预约。'],
    ['a caption', '图 2 架构图。'],
    ['a disclosure', '公开方式：主动公开。'],
  ])('a line that stops in a word is not joined to %s below it', (_, next) => {
    expect(read(`${cut}\n\n${next}`).texts).toHaveLength(2);
  });

  test('a heading, a short line, a signature and a row of cells are not continued', () => {
    expect(read('一、立足现状，绘制数字政府建设新蓝图\n\n为了发展。').texts).toHaveLength(2);
    expect(read('样本市人民政府\n\n2020年12月15日').texts).toHaveLength(2);
    expect(read('1\t甲乙丙丁戊己庚辛壬癸，甲乙丙丁戊己庚辛壬癸\n2\t子丑。').texts).toHaveLength(2);
  });

  test('an editor can join and part what the rules do not', () => {
    const join: Correction = { line: 1, from: '甲', kind: 'join', reason: '换页' };
    expect(read('甲\n\n乙。', [join]).texts).toEqual(['甲乙。']);
    const split: Correction = { line: 1, from: '与驾驶员', kind: 'split', reason: '两段' };
    expect(read(`${cut}\n\n务标准的行为。`, [split]).texts).toHaveLength(2);
  });

  test('a 题注 on several lines is one, its events at a distance', () => {
    const { texts } = read(
      '(2018年12月31日市政府令第3号公布\n根据2020年12月19日《关于修改\n〈暂行规定〉的决定》修改)\n\n第一条 甲。',
    );
    expect(texts).toEqual([
      '（2018年12月31日市政府令第3号公布　根据2020年12月19日《关于修改〈暂行规定〉的决定》修改）',
      '第一条 甲。',
    ]);
  });
});

describe('corrections', () => {
  const source = '第一条 本法所称以上，包括本数，包括本数。';
  const correct = (correction: Partial<Correction>) =>
    read(source, [{ line: 1, from: '本法', kind: 'note', reason: '试', ...correction } as Correction]);

  test('a note keeps the text and carries the editor’s guess in its reason', () => {
    const { texts, repairs } = correct({ suggestion: '本办法', id: 'X-1' });
    expect(texts).toEqual([source]);
    expect(repairs).toMatchObject([
      { kind: 'note', id: 'X-1', from: '本法', to: '本法', reason: '试（疑为：本办法）' },
    ]);
  });

  test('a replacement changes the text where it stands, the nth time where asked', () => {
    expect(correct({ kind: 'replace', to: '本办法' }).texts).toEqual([
      '第一条 本办法所称以上，包括本数，包括本数。',
    ]);
    expect(correct({ kind: 'replace', from: '包括', nth: 2, to: '含' }).texts).toEqual([
      '第一条 本法所称以上，包括本数，含本数。',
    ]);
  });

  test.each<[string, Partial<Correction>]>([
    ['the words are not on the line', { from: '本条例' }],
    ['they do not occur so often', { from: '包括', nth: 3 }],
    ['the file has no such line', { line: 9 }],
  ])('one is refused with its line where %s', (_, correction) => {
    const { texts, repairs, messages } = correct({ kind: 'replace', to: '某', ...correction });
    expect(texts).toEqual([source]);
    expect(repairs).toEqual([]);
    expect(messages).toMatchObject([{ ruleId: 'correction', fatal: true, line: correction.line ?? 1 }]);
  });

  test('of two that change the same words the second is refused', () => {
    const replace = (from: string, to: string): Correction => ({
      line: 1,
      from,
      to,
      kind: 'replace',
      reason: '试',
    });
    const { texts, messages } = read(source, [replace('本法所称', '本办法所称'), replace('法所', '所')]);
    expect(texts).toEqual(['第一条 本办法所称以上，包括本数，包括本数。']);
    expect(messages).toMatchObject([{ ruleId: 'correction', fatal: true }]);
  });
});

describe('running heads', () => {
  const head = '样洲市人民政府公报　2022年第4期';
  const page = (words: string, name = head) => `${words}\n\n${name}\n\n`;

  test('may name the number behind a dot', () => {
    const source = ['', '第一条　甲。', '第二条　乙。'].map((words) =>
      page(words, '样洲市人民政府公报　　2022·4'),
    );
    expect(read(source.join('')).texts).toHaveLength(3);
  });

  test('are left out but for the masthead, and do not part a paragraph', () => {
    const source = `${page('')}${page('第一条　渔港管理应当坚持统一规划、分级负责、保护环境的原则，由')}${page('市渔业部门负责。')}`;
    const { texts, repairs } = read(source);
    expect(texts).toEqual([
      '样洲市人民政府公报2022年第4期',
      '第一条　渔港管理应当坚持统一规划、分级负责、保护环境的原则，由市渔业部门负责。',
    ]);
    expect(repairs.filter(({ rule }) => rule === 'running-head')).toHaveLength(2);
  });

  test('that stand once or twice are text', () => {
    expect(read(page('第一条　甲。')).texts).toHaveLength(2);
  });
});

describe('hostile text', () => {
  test.each([
    ['quotes in quotes', '>'.repeat(40_000)],
    ['lists in lists', '1. '.repeat(10_000)],
    ['quotes and lists', '> - '.repeat(10_000)],
    ['emphasis in emphasis', `${'*a **b '.repeat(4000)}${'b** a* '.repeat(4000)}`],
    ['open brackets', '（'.repeat(50_000)],
    ['open titles', '《'.repeat(50_000)],
    ['spaces', `第一条${' '.repeat(100_000)}甲。`],
    ['digits', '1'.repeat(100_000)],
    ['numerals', `第${'一'.repeat(100_000)}条`],
    ['backslashes', '\\'.repeat(100_000)],
    ['underscores', '_'.repeat(100_000)],
    ['pipes', '|'.repeat(100_000)],
    ['comments', '<!--'.repeat(25_000)],
    ['tabs', '甲\t'.repeat(40_000)],
    ['entities', '&amp;'.repeat(20_000)],
  ])('%s without end are read as text', (_, source) => {
    const { lines } = read(`${source}\n\n第二条 乙。`);
    expect(lines.at(-1)!.text).toBe('第二条 乙。');
  });
});
