import { describe, expect, test } from 'vitest';
import { apply, plainLaw, read } from './helpers.ts';

/** One clause each: its words, and the operations they mean. */
const cases: [string, string[]][] = [
  // whole provisions
  ['将第四条修改为：“甲。”', ['substitute 第四条 “甲。”']],
  ['第十一条修改为：“甲。”', ['substitute 第十一条 “甲。”']],
  ['将刑法第五十条修改为:“甲。”', ['substitute 第五十条 “甲。”']],
  ['将第二条第一款修改为：“甲。”', ['substitute 第二条第一款 “甲。”']],
  ['第三条第一项修改为：“（一）甲；”', ['substitute 第三条第一项 “（一）甲；”']],
  ['第二百二十五条第（三）项修改为：“甲；”', ['substitute 第二百二十五条第三项 “甲；”']],
  [
    '将第二条第二项修改为“甲”，第四项修改为“乙”。',
    ['substitute 第二条第二项 “甲”', 'substitute 第二条第四项 “乙”'],
  ],
  ['将第六条第一款、第二款修改为：“甲。”“乙。”', ['substitute 第六条第一款&第六条第二款 “甲。/乙。”']],
  ['将第六条第一款第一句修改为：“甲。”', ['substitute sentence1 第六条第一款 “甲。”']],
  ['第三百三十八条之一修改为：“甲。”', ['substitute 第三百三十八条之一 “甲。”']],
  ['将第五条改为：“甲。”', ['substitute 第五条 “甲。”']],
  // words
  ['将第二十三条第二款中的“甲”修改为“乙”。', ['replaceWords 第二十三条第二款 [甲]→[乙]']],
  ['将第八条“甲”修改为“乙”。', ['replaceWords 第八条 [甲]→[乙]']],
  ['第九条中“甲”改为“乙”。', ['replaceWords 第九条 [甲]→[乙]']],
  [
    '将第三条第一款中的“甲”修改为“乙”，“丙”修改为“丁”。',
    ['replaceWords 第三条第一款 [甲]→[乙]', 'replaceWords 第三条第一款 [丙]→[丁]'],
  ],
  [
    '将第三条、第五条、第七条中的“甲”修改为“乙”。',
    ['replaceWords 第三条 [甲]→[乙]', 'replaceWords 第五条 [甲]→[乙]', 'replaceWords 第七条 [甲]→[乙]'],
  ],
  [
    '将第三条中的“甲”、第五条中的“乙”修改为“丙”。',
    ['replaceWords 第三条 [甲]→[丙]', 'replaceWords 第五条 [乙]→[丙]'],
  ],
  ['将第三条中的“甲”、“乙”修改为“丙”。', ['replaceWords 第三条 [甲]→[丙]', 'replaceWords 第三条 [乙]→[丙]']],
  [
    '将第三条中的“甲”、“乙”分别修改为“丙”、“丁”。',
    ['replaceWords 第三条 [甲]→[丙]', 'replaceWords 第三条 [乙]→[丁]'],
  ],
  [
    '第三条中的“甲”修改为“乙”、“丙”修改为“丁”。',
    ['replaceWords 第三条 [甲]→[乙]', 'replaceWords 第三条 [丙]→[丁]'],
  ],
  ['将第十五条至第十八条中的“甲”修改为“乙”。', ['replaceWords 第十五条至第十八条 [甲]→[乙]']],
  ['在第一条中的“甲”后增加“乙”。', ['replaceWords 第一条 [甲]后+[乙]']],
  ['第三条第一款“甲”之后增加“乙”。', ['replaceWords 第三条第一款 [甲]后+[乙]']],
  ['在第一条“甲”前增加“乙”。', ['replaceWords 第一条 [甲]前+[乙]']],
  ['在第一款最后增加“甲。”', ['replaceWords 第一款 end [甲。]'.replace('[甲。]', '[]→[甲。]')]],
  ['第五条第二款后增加一句：“甲。”', ['replaceWords 第五条第二款 end []→[甲。]']],
  ['删去第二条中的“甲”。', ['replaceWords 第二条 [甲]→[]']],
  ['将第二条中的“甲”删去。', ['replaceWords 第二条 [甲]→[]']],
  [
    '删除第二条第一项中的“甲、”和第三项中的“乙”。',
    ['replaceWords 第二条第一项 [甲、]→[]', 'replaceWords 第二条第三项 [乙]→[]'],
  ],
  ['删去第二款中的“甲”，第三款中的“乙”。', ['replaceWords 第二款 [甲]→[]', 'replaceWords 第三款 [乙]→[]']],
  ['将本条例中的“甲”统一修改为“乙”。', ['replaceWords [甲]→[乙]']],
  ['将相关条文中的“甲”修改为“乙”。', ['replaceWords [甲]→[乙]']],
  ['将全文中的“甲”修改为“乙”。', ['replaceWords [甲]→[乙]']],
  [
    '将第二十条改为第二十一条，其中的“甲”修改为“乙”。',
    ['renumber 第二十条 as:第二十一条', 'replaceWords 第二十条 [甲]→[乙]'],
  ],
  [
    '第四十二条改为第四十条，并将其中的“甲”修改为“乙”，删去“丙”。',
    [
      'renumber 第四十二条 as:第四十条',
      'replaceWords 第四十二条 [甲]→[乙]',
      'replaceWords 第四十二条 [丙]→[]',
    ],
  ],
  // insertion
  ['增加一条，作为第五条：“甲。”', ['insert as:第五条 article “甲。”']],
  ['增加一条作为第五条：“甲。”', ['insert as:第五条 article “甲。”']],
  ['增加第五条：“甲。”', ['insert as:第五条 article “甲。”']],
  ['增加二条，作为第五条、第六条：“甲。”“乙。”', ['insert as:第五条&第六条 article “甲。/乙。”']],
  ['在第二章增加一条，作为第十条：“甲。”', ['insert 第二章 as:第十条 article “甲。”']],
  [
    '第一百六十二条后增加一条，作为第一百六十二条之一：“甲。”',
    ['insert 第一百六十二条 as:第一百六十二条之一 article “甲。”'],
  ],
  ['在第八条后增加一条：“甲。”', ['insert 第八条 after:第八条 article “甲。”']],
  ['第十三条后增加一条作为第十四条，即：“甲。”', ['insert 第十三条 as:第十四条 article “甲。”']],
  ['第十条增加一款，作为第二款：“甲。”', ['insert 第十条 as:第十条第二款 paragraph “甲。”']],
  [
    '在第一百五十二条中增加一款作为第二款：“甲。”',
    ['insert 第一百五十二条 as:第一百五十二条第二款 paragraph “甲。”'],
  ],
  ['第十三条增加一款作为该条第二款，即：“甲。”', ['insert 第十三条 as:第十三条第二款 paragraph “甲。”']],
  [
    '第十条增加二款，作为第二款、第三款：“甲。”“乙。”',
    ['insert 第十条 as:第十条第二款&第十条第三款 paragraph “甲。/乙。”'],
  ],
  ['第十条增加一款：“甲。”', ['insert 第十条 end paragraph “甲。”']],
  ['在第十条第二款后增加一款：“甲。”', ['insert 第十条第二款 after:第十条第二款 paragraph “甲。”']],
  ['在第十条中增加一款“甲。”，作为第二款。', ['insert 第十条 as:第十条第二款 paragraph “甲。”']],
  ['第七条中增加一项作为第六项，即：“甲；”', ['insert 第七条 as:第七条第六项 item “甲；”']],
  [
    '第三条第二款增加一项，作为第四项：“（四）甲”',
    ['insert 第三条第二款 as:第三条第二款第四项 item “（四）甲”'],
  ],
  [
    '第三条增加一项，作为第三项：“（三）甲；”，原第三项改为第四项。',
    [
      'insert 第三条 as:第三条第三项 item “（三）甲；”',
      'renumber 第三条原第三项 as:第三条第四项'.replace('第三条原第三项', '原第三条第三项'),
    ],
  ],
  [
    '增加一章“监督”，作为第六章，分为四条，包括第四十二条至第四十五条。',
    ['insert as:第六章 chapter “监督” covers:第四十二条至第四十五条'],
  ],
  ['在刑法第三百六十九条中增加一款作为第二款，将该条修改为：“甲。”', ['substitute 第三百六十九条 “甲。”']],
  // repeal
  [
    '删去第六条第一款第三项和第五项、第二款。',
    ['repeal 第六条第一款第三项', 'repeal 第六条第一款第五项', 'repeal 第六条第二款'],
  ],
  ['删除第二条、第三条。', ['repeal 第二条', 'repeal 第三条']],
  ['将第七条予以删除。', ['repeal 第七条']],
  ['删去第五章。', ['repeal 第五章']],
  ['删去第十条至第十二条。', ['repeal 第十条至第十二条']],
  // renumber, move, split, merge
  [
    '将第十条改为第十三条,第一款修改为：“甲。”',
    ['renumber 第十条 as:第十三条', 'substitute 第十条第一款 “甲。”'],
  ],
  [
    '将第三十七条改为第四十三条，修改为：“甲。”',
    ['renumber 第三十七条 as:第四十三条', 'substitute 第三十七条 “甲。”'],
  ],
  [
    '将第十三条第二款改为第十六条，第一款改为第十七条。',
    ['renumber 第十三条第二款 as:第十六条', 'renumber 第十三条第一款 as:第十七条'],
  ],
  [
    '第十五条至第十七条改为第十六条至第十八条。',
    ['renumber 第十五条至第十七条 as:第十六条&第十七条&第十八条'],
  ],
  [
    '删除第二十条第一款，第二款改为第一款并修改为：“甲。”',
    [
      'repeal 第二十条第一款',
      'renumber 第二十条第二款 as:第二十条第一款',
      'substitute 第二十条第二款 “甲。”',
    ],
  ],
  [
    '将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“甲。”',
    ['merge 第三十七条第二款&第六条第三款 as:第四十二条 “甲。”'],
  ],
  ['将第六条和第七条合并修改为：“甲。”', ['merge 第六条&第七条 “甲。”']],
  ['将第十条至第十二条合并为一条，作为第十条：“甲。”', ['merge 第十条至第十二条 as:第十条 “甲。”']],
  ['将第十条、第十一条合并为第十条。', ['merge 第十条&第十一条 as:第十条']],
  ['将第八条拆分为两条，作为第八条、第九条：“甲。”“乙。”', ['split 第八条 as:第八条&第九条 “甲。/乙。”']],
  ['将第三章移至第五章后。', ['move 第三章 after:第五章']],
  ['将第二十条移至第三章，作为第三十条。', ['move 第二十条 as:第三章第三十条']],
  // titles and headings
  ['将名称修改为：“示例办法”。', ['retitle title “示例办法”']],
  ['将名称修改为《示例办法》。', ['retitle title “示例办法”']],
  ['1.将引言修改为：\n“甲。”', ['retitle introduction “甲。”']],
  ['将第二章章名修改为“监督管理”。', ['retitle heading 第二章 “监督管理”']],
  ['将第四章章名“甲”修改为“乙”。', ['replaceWords heading 第四章 [甲]→[乙]']],
  ['将第四章“甲”修改为“乙”。', ['replaceWords heading 第四章 [甲]→[乙]']],
  [
    '将名称、第一条、第三条中的“甲”修改为“乙”。',
    ['replaceWords title [甲]→[乙]', 'replaceWords 第一条 [甲]→[乙]', 'replaceWords 第三条 [甲]→[乙]'],
  ],
  // general clauses
  ['条文顺序作相应调整。', ['general numbering']],
  ['其后各条序号依次顺延。', ['general numbering']],
  [
    '第十条增加一款，作为第二款：“甲。”以下各款依次顺延。',
    ['insert 第十条 as:第十条第二款 paragraph “甲。”', 'general numbering'],
  ],
  // annexes
  ['将附件1中的“甲”修改为“乙”。', ['replaceWords annex1 [甲]→[乙]']],
  // constitution
  ['宪法第十一条增加规定：“甲。”', ['insert 第十一条 end paragraph “甲。”']],
  ['宪法第一条第二款“甲。”后增写一句，内容为：“乙。”', ['replaceWords 第一条第二款 [甲。]后+[乙。]']],
  [
    '宪法第六十七条“下列职权”中第六项“（六）甲”修改为“（六）乙”。',
    ['replaceWords 第六十七条第六项 [（六）甲]→[（六）乙]'],
  ],
];

describe('phrasings', () => {
  test.each(cases)('%s', (words, expected) => {
    expect(read(`一、${words}`)).toEqual(expected);
  });

  test('nothing is swallowed: what a phrase cannot mean is said beside what it means', () => {
    expect(read('一、将第五条妥善处理，其余条文序号顺延。')).toEqual(['unknown', 'general numbering']);
    expect(read('一、将第五条、第七条妥善处理，第八条中的“甲”修改为“乙”。')).toEqual([
      'unknown',
      'replaceWords 第八条 [甲]→[乙]',
    ]);
    expect(read('一、删去第三条后半部分。')).toEqual(['unknown']);
    expect(read('一、第三条第二款删除“但是”以后的内容。')).toEqual(['unknown']);
    expect(read('一、第五条。第六条修改为：“甲。”')).toEqual(['unknown', 'substitute 第六条 “甲。”']);
    expect(read('一、第二条第一项“甲部门负责”中的“部门”修改为“机关”。')).toEqual([
      'replaceWords 第二条第一项 [甲部门负责]→[甲机关负责]',
    ]);
    expect(read('一、第五条以下各条序号依次顺延。')).toEqual(['general numbering']);
  });

  test('what is left out of an instruction is part of it: not understood, nothing of it is carried out', () => {
    expect(read('一、删去第三条（第二款除外）。删去第四条。')).toEqual([
      'repeal 第三条 limit:（第二款除外）',
      'repeal 第四条',
    ]);
    const { lines, fates } = apply(plainLaw(4), '一、删去第三条（第二款除外）。');
    expect(lines).toHaveLength(4);
    expect(fates).toEqual(['repeal: “（第二款除外）”限定了该项，是否、何时、何处修改须由人判断']);
  });

  test('places and longer words that a replacement leaves alone', () => {
    expect(read('一、将第三条至第八条中的“甲”修改为“乙”，但第五条除外。')).toEqual([
      'replaceWords 第三条至第八条 [甲]→[乙] except:第五条',
    ]);
    expect(read('一、将全文中的“甲”修改为“乙”，但第五条中的“甲丙”除外。')).toEqual([
      'replaceWords [甲]→[乙] except:第五条甲丙',
    ]);
  });

  test('words that no phrasing fits are an operation that says so, with the rest still read', () => {
    expect(read('一、将第三条妥善处理后修改。删去第四条。')).toEqual(['unknown', 'repeal 第四条']);
  });
});
