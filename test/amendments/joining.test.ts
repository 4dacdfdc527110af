/** Articles that become paragraphs, chapters that take in articles, and clauses that say a thing twice. */
import { describe, expect, test } from 'vitest';
import { apply, plainLaw, read } from './helpers.ts';

function after(clauses: string, count = 6, more: Record<number, string> = {}) {
  return apply(plainLaw(count, more), `关于修改《示例条例》的决定\n${clauses}\n此外，对条文顺序作相应调整。`);
}

describe('an article becomes a paragraph', () => {
  test('第N条第一款 is the article under its new number, which other paragraphs join', () => {
    const { lines, fates } = after(`一、增加一条，作为第二条：“新。”
二、将第四条改为第五条第一款，其中的“甲”修改为“乙”。
增加一款，作为第二款：“丙。”`);
    expect(fates).toEqual(['insert', 'renumber', 'replaceWords', 'insert', 'general']);
    expect(lines.slice(4, 7)).toEqual(['第五条 第4号内容乙。', '丙。', '第六条 第5号内容甲。']);
  });

  test('the article that it joins is the one that will have that number', () => {
    const { lines } = after('一、增加一条，作为第二条：“新。”\n二、将第四条改为第四条第二款。');
    expect(lines.slice(3)).toEqual([
      '第四条 第3号内容甲。',
      '第4号内容甲。',
      '第五条 第5号内容甲。',
      '第六条 第6号内容甲。',
    ]);
  });

  test('two articles become the paragraphs of one', () => {
    const { lines } = after('一、将第三条改为第三条第一款。\n二、将第四条改为第三条第二款。', 5);
    expect(lines.slice(2)).toEqual(['第三条 第3号内容甲。', '第4号内容甲。', '第四条 第5号内容甲。']);
  });
});

describe('clauses that say a thing twice, or in another order', () => {
  test.each([
    ['第二条第一款增加“等”，修改为：“甲等。”', ['substitute 第二条第一款 “甲等。”']],
    ['第六条分为两款，第一款为：“甲。”第二款为：“乙。”', ['substitute 第六条 “甲。/乙。”']],
    [
      '第九条增加一款作为第二款，第二款改为第三款：“甲。”',
      ['insert 第九条 as:第九条第二款 paragraph “甲。”', 'renumber 第九条第二款 as:第九条第三款'],
    ],
    ['第十八条修改后作为第十九条：“甲。”', ['renumber 第十八条 as:第十九条', 'substitute 第十八条 “甲。”']],
    [
      '将第五十六条修改为：“甲。”并移至第五十八条之后。',
      ['substitute 第五十六条 “甲。”', 'move 第五十六条 after:第五十八条'],
    ],
    [
      '第四十五条第一款后增加“甲。”作为第二款。',
      ['insert 第四十五条第一款 as:第四十五条第二款 paragraph “甲。”'],
    ],
    ['第四十五条第一款后增加“甲。”', ['replaceWords 第四十五条第一款 end []→[甲。] doubt']],
    [
      '将第十条改为第九条，删去末句“并征求意见”。',
      ['renumber 第十条 as:第九条', 'replaceWords sentence-1 第十条 [并征求意见]→[]'],
    ],
    ['将章名“第三章　管理”修改为“第三章　治理”。', ['retitle heading 第三章 “第三章　治理”']],
    ['将第一章“总则”改为第二章“通则”。', ['renumber 第一章 as:第二章', 'retitle heading 第一章 “通则”']],
  ])('%s', (words, expected) => {
    expect(read(`一、${words}`)).toEqual(expected);
  });

  test('words in a quotation that nothing closes are not carried out', () => {
    expect(read('一、将第五条中的“甲”修改为“乙。\n二、删去第六条。')).toEqual(['unknown', 'repeal 第六条']);
  });

  test('an item added without a number of its own goes where its label says', () => {
    const list = { 2: '情形：\n\n（一）甲；\n\n（二）乙；\n\n（三）丙。' };
    const { lines } = after('一、第二条增加一项：“（二）丁；”', 3, list);
    expect(lines.slice(1, 6)).toEqual([
      '第二条 情形：',
      '（一）甲；',
      '（二）丁；',
      '（三）乙；',
      '（四）丙。',
    ]);
  });

  test('the last paragraph is found on the old text', () => {
    const { lines } = after('一、将第二条最后一款修改为：“乙。”', 3, { 2: '甲一。\n\n甲二。' });
    expect(lines.slice(1, 3)).toEqual(['第二条 甲一。', '乙。']);
  });
});

describe('parts of chapters', () => {
  const chapters = `示例条例
第一章　总则
第一条　甲一。
第二章　管理
第二条　甲二。
第三条　甲三。
第四条　甲四。
第三章　附则
第五条　甲五。`;

  test('a chapter is parted into sections that take in what it holds', () => {
    const { lines } = apply(
      chapters,
      '关于修改《示例条例》的决定\n一、第二章分为两节：第一节“规划”，包括第二条至第三条；第二节“监督”，包括第四条。',
    );
    expect(lines.slice(2, 8)).toEqual([
      '第二章 管理',
      '第一节 规划',
      '第二条 甲二。',
      '第三条 甲三。',
      '第二节 监督',
      '第四条 甲四。',
    ]);
  });

  test('a new chapter comes with its articles', () => {
    const { lines } = apply(
      chapters,
      `关于修改《示例条例》的决定
一、增加一章，作为第二章“规划”，包括第二条至第三条，内容如下：
“第二条　乙一。
“第三条　乙二。”
此外，对条文顺序作相应调整。`,
    );
    expect(lines.slice(2, 7)).toEqual([
      '第二章 规划',
      '第二条 乙一。',
      '第三条 乙二。',
      '第三章 管理',
      '第四条 甲二。',
    ]);
  });
});

describe('articles at the edge of two chapters', () => {
  const law = `示例条例
第一章　管理
第一条　甲一。
第二章　法律责任
第二条　违反规定的，处一千元罚款。`;

  test('they are placed by guess and said to be', () => {
    const { lines, findings } = apply(
      law,
      '关于修改《示例条例》的决定\n一、增加一条，作为第二条：“单位违反规定的，处一万元罚款。”',
    );
    expect(lines.slice(2, 4)).toEqual(['第二章 法律责任', '第二条 单位违反规定的，处一万元罚款。']);
    expect(findings[0]).toContain('决定没有写明归属');
  });

  test('a print that has them in the other chapter contradicts', () => {
    const { result } = apply(
      law,
      '关于修改《示例条例》的决定\n一、增加一条，作为第二条：“应当公开。”',
      law
        .replace('第二条　违', '第三条　违')
        .replace('第二章　法律责任\n', '第二章　法律责任\n第二条　应当公开。\n'),
    );
    expect(result.complete).toBe(false);
  });
});
