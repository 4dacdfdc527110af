/** What copies of texts do to lines, and what the text stage makes of it. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { publishedText, readText, restoreSource } from '../../../src/domain/text/index.ts';

function read(source: string) {
  const text = readText(source, new VFile({ path: 'sample.txt' }));
  expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
  return { ...text, texts: text.lines.map((line) => line.text), rules: text.repairs.map(({ rule }) => rule) };
}

describe('one line', () => {
  test.each([
    ['第 一 条  为了规范管理。', '第一条  为了规范管理。'],
    ['第 十 二 章　总　　则', '第十二章　总则'],
    ['第 16 条 之 一 加条。', '第16条之一 加条。'],
    ['第一条\t为了规范管理。', '第一条 为了规范管理。'],
    ['（一）\t甲；', '（一） 甲；'],
    ['一\t甲\t乙', '一\t甲\t乙'],
    ['●（一）甲；', '（一）甲；'],
    ['\ue000第三条　甲。', '第三条　甲。'],
    ['##第一章 总则', '第一章 总则'],
    ['1\\. 甲', '1. 甲'],
    ['国发\\[2018\\]43号', '国发[2018]43号'],
    ['**（一）**甲；', '（一）甲；'],
    ['第⼀条 ⼆⼗⼈。', '第一条 二十人。'],
    ['依照[刑法](https://example.com/a?b=1)处理。', '依照刑法处理。'],
    ['修正）[[1]](#footnote-0)', '修正）[1]'],
    ['将第三条修改为:"第三条 甲。"', '将第三条修改为：“第三条 甲。”'],
    ['"第八条 违反本条例的，处罚款。', '“第八条 违反本条例的，处罚款。'],
    ['情节严重的，从重。"', '情节严重的，从重。”'],
    ['"第八条 称"甲"的，处罚款。"', '“第八条 称“甲”的，处罚款。”'],
    ['alert("甲")', 'alert（"甲"）'],
    ['目 录 第一章 总则', '目录 第一章 总则'],
    ['笫三条　甲。', '第三条　甲。'],
    ['第 l0 条　甲。', '第10条　甲。'],
    ['第二十—条　甲。', '第二十一条　甲。'],
    ['第三+二条　甲。', '第三十二条　甲。'],
    ['第10-1条　甲。', '第10-1条　甲。'],
    ['第一百〇—条　甲。', '第一百〇一条　甲。'],
    ['第II条　甲。', '第II条　甲。'],
    ['第I条　甲。', '第1条　甲。'],
    ['第1—3条　略。', '第1—3条　略。'],
    ['第五—八条　略。', '第五—八条　略。'],
    ['笫三－五章　略。', '第三－五章　略。'],
    ['第十—二十条　略。', '第十—二十条　略。'],
    ['总　理　　李　四', '总理　　李四'],
    ['**　　第一条**　甲。', '第一条　甲。'],
  ])('%s → %s', (source, published) => {
    expect(read(source).texts).toEqual([published]);
  });
});

describe('lines that are no text', () => {
  test.each(['— 12 —', '- 3 -', '第 3 页 共 12 页', '第3页', '共12页 第3页', '3 / 12', 'Page 3 of 12'])(
    '%s is a page number',
    (line) => {
      const { texts, rules } = read(`甲。\n\n${line}\n\n乙。`);
      expect(texts).toEqual(['甲。', '乙。']);
      expect(rules).toContain('page-number');
    },
  );

  test('bare numbers count pages only if they run on, pages apart', () => {
    const page = (n: number): string => `${Array.from({ length: 9 }, () => '甲乙丙丁。').join('\n')}\n${n}\n`;
    expect(read(page(1) + page(2) + page(3)).texts).not.toContain('2');
    expect(read('1\n甲\n2\n乙\n3\n丙').texts).toContain('2');
    expect(read(page(1) + page(5) + page(3)).texts).toContain('5');
  });

  test('the block above the text is the file’s, and its fields are kept', () => {
    const { texts, frontMatter, rules } = read('---\ntitle: "样本办法"\ntags:\n  - 甲\n---\n# 样本办法\n');
    expect(texts).toEqual(['样本办法']);
    expect(frontMatter).toMatchObject({ title: '样本办法' });
    expect(rules[0]).toBe('front-matter');
  });

  test('a rule above text that is no field stays a rule', () => {
    expect(read('---\n第一条 甲。\n---\n第二条 乙。').texts).toEqual(['第一条 甲。', '第二条 乙。']);
  });

  test('a file that stands in a quotation loses the mark of every line', () => {
    expect(read('> 第一条 甲，\n> 乙。\n>\n> 第二条 丙。').texts).toEqual([
      '第一条 甲，',
      '乙。',
      '第二条 丙。',
    ]);
  });

  test('a web page may print several lines, or the cells of a row, on one', () => {
    const page = [
      '<p><b>第一条</b> 甲：<br>（一）乙。</p>',
      '<p>第二条 丙。</p>',
      '<tr><td>丁</td><td>戊</td></tr>',
    ];
    expect(read(page.join('\n')).texts).toEqual(['第一条 甲：', '（一）乙。', '第二条 丙。', '丁\t戊']);
    expect(read('<script>alert(1)</script>\n<p>甲</p>\n<p>乙</p>\n<p>丙</p>').texts[0]).toBe(
      '<script>alert(1)</script>',
    );
  });

  test('a clause that ends where a page ends goes on on the next', () => {
    const cut = '申请人应当自收到通知之日起十日内作出书面答复；逾期不答复的视为放弃；';
    expect(read(`${cut}\n\n- 2 -\n\n情况复杂的，可以延长。`).texts).toHaveLength(1);
    expect(read(`${cut}\n\n情况复杂的，可以延长。`).texts).toHaveLength(2);
    expect(read(`${cut}\n\n- 2 -\n\n（二）情况复杂的，可以延长。`).texts).toHaveLength(2);
  });

  test('a comment over several lines is left out, an open one is not', () => {
    expect(read('甲。\n<!-- 乙\n丙 -->\n丁。').texts).toEqual(['甲。', '丁。']);
    expect(read('甲。\n<!-- 乙\n丁。').texts).toHaveLength(3);
  });
});

describe('years', () => {
  test.each(['二○○五年', '二〇〇五年', '二OO五年', '二00五年', '2005年'])('%s五月九日', (year) => {
    const { texts } = read(`${year}五月九日`);
    expect(texts).toEqual([`${year}五月九日`]);
  });
});

describe('a text cut at one width', () => {
  const paragraphs = [
    '第一条 为了加强城市房屋租赁管理，维护房地产市场秩序，根据《样本法》第五十二条和第五十三条的规定，制定本条例。',
    '第二条 本市行政区域内的房屋租赁及其监督管理，适用本条例。法律、法规另有规定的，从其规定。',
    '市房屋主管部门负责本市房屋租赁的监督管理工作，区房屋主管部门按照职责分工负责具体工作。',
    '第三条 有下列情形之一的，不得出租：',
    '（一）未依法取得房屋所有权证书或者其他合法权属证明的；',
    '（二）司法机关依法裁定查封或者以其他形式限制房地产权利的。',
  ];
  const cut = (text: string, width: number): string[] =>
    text.length <= width ? [text] : [text.slice(0, width), ...cut(text.slice(width), width)];

  test.each([18, 22, 26, 33])('of %i characters is whole again', (width) => {
    const plain = paragraphs.flatMap((text) => cut(text, width)).join('\n');
    const indented = paragraphs.flatMap((text) => cut(`　　${text}`, width)).join('\n');
    const apart = paragraphs.map((text) => cut(text, width).join('\n')).join('\n\n');
    for (const source of [plain, indented, apart])
      expect(read(source).texts.join('\n')).toBe(paragraphs.join('\n'));
  });

  test('a reference at the head of a line goes on with the line above', () => {
    const lines = cut(`　　${paragraphs[0]!.replace('第五十二条和', '第五十二条、第五十四条、')}`, 20);
    const broken = [...lines.slice(0, 2), lines.slice(2).join('')].join('\n');
    expect(
      read(`${paragraphs.flatMap((text) => cut(`　　${text}`, 20)).join('\n')}\n${broken}`).texts,
    ).toHaveLength(7);
  });

  test('a list of short lines is not', () => {
    const fields = [
      '索引号：000014349',
      '主题分类：卫生体育',
      '发文机关：样本部',
      '成文日期：二〇一八年',
      '标题：样本规定',
    ];
    expect(read([...fields, ...fields].join('\n')).texts).toHaveLength(10);
  });
});
