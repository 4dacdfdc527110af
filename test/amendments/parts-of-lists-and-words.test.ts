/** Instructions that name what stays, half a sentence, a sentence by its words, or the new words before the old ones. */
import { describe, expect, test } from 'vitest';
import { apply, read } from './helpers.ts';

const base = `庙会办法

第一条　庙会由镇政府主办；村民可以协助镇政府。

第二条　摊位应当：

（一）登记；

（二）备案；

（三）检验；

（四）公示。

违反前款第二项规定的，由镇政府处罚。

第三条　镇政府每年检查。镇政府可以委托村民检查。检查应当公开。

摊主应当配合检查。

违反本条第二款规定的，给予警告。
`;

const decide = (words: string) => {
  const { lines, result, fates } = apply(
    base,
    `关于修改《庙会办法》的决定\n决定对《庙会办法》作如下修改：\n${words}\n本决定自公布之日起施行。`,
  );
  return { lines, complete: result.complete, fates, findings: result.findings };
};
const article = (words: string, number: string): string[] => {
  const { lines } = decide(words);
  const from = lines.findIndex((line) => line.startsWith(`第${number}条 `));
  const to = lines.findIndex((line, i) => i > from && /^第.条 /.test(line));
  return lines.slice(from, to < 0 ? undefined : to);
};

describe('all of a list but what is kept', () => {
  test.each([
    '一、删去第二条中除第一项、第三项以外的各项。',
    '一、除第二条第一项、第三项外，删去第二条第一款其他各项。',
    '一、除第二条第一款第一项、第三项外，第二条第一款其余各项予以删除。',
    '一、保留第二条第一项、第三项，删去其他各项。',
    '一、第二条第一款仅保留第一项和第三项。',
  ])('%s', (words) => {
    expect(article(words, '二').slice(0, 3)).toEqual(['第二条 摊位应当：', '（一）登记；', '（二）检验。']);
    expect(decide(words).complete).toBe(true);
  });

  test('nothing is struck where nothing else stands beside', () => {
    const { fates, complete } = decide('一、删去第一条除第一款以外的各款。');
    expect(fates).toEqual(['repeal: 除外的以外没有其他各处']);
    expect(complete).toBe(false);
  });
});

describe('new words before the old ones', () => {
  test.each([
    ['一、以“庙会由县政府主办。”替换第一条。', '第一条 庙会由县政府主办。'],
    ['一、以“县政府”替换第一条中的“镇政府”。', '第一条 庙会由县政府主办；村民可以协助县政府。'],
    ['一、将第一条中的“镇政府”以“县政府”代替。', '第一条 庙会由县政府主办；村民可以协助县政府。'],
  ])('%s', (words, expected) => {
    expect(article(words, '一')).toEqual([expected]);
  });
});

describe('some of the places of a word', () => {
  test.each([
    [
      '一、第三条第一款中第二个“镇政府”修改为“其”。',
      0,
      '第三条 镇政府每年检查。其可以委托村民检查。检查应当公开。',
    ],
    [
      '一、第三条第一款中的两处“镇政府”修改为“县政府”。',
      0,
      '第三条 县政府每年检查。县政府可以委托村民检查。检查应当公开。',
    ],
    [
      '一、第三条第一款中的“镇政府”（两处）修改为“县政府”。',
      0,
      '第三条 县政府每年检查。县政府可以委托村民检查。检查应当公开。',
    ],
    [
      '一、第一条“庙会由镇政府主办；村民可以协助镇政府”中的“镇政府”均修改为“县政府”。',
      -1,
      '第一条 庙会由县政府主办；村民可以协助县政府。',
    ],
  ])('%s', (words, at, expected) => {
    expect(at < 0 ? article(words, '一')[0] : article(words, '三')[at]).toBe(expected);
  });

  test.each([
    '一、第三条中的“检查”除第一款外修改为“巡查”。',
    '一、第三条第二款中的“检查”修改为“巡查”，第一款不变。',
    '一、第三条第一款不作修改，第二款中的“检查”修改为“巡查”。',
  ])('%s leaves the first paragraph as it is', (words) => {
    expect(article(words, '三').slice(0, 2)).toEqual([
      '第三条 镇政府每年检查。镇政府可以委托村民检查。检查应当公开。',
      '摊主应当配合巡查。',
    ]);
    expect(decide(words).complete).toBe(true);
  });

  test('a number of places that the text has not is refused', () => {
    expect(decide('一、第三条第一款中的三处“镇政府”修改为“县政府”。').fates).toEqual([
      'replaceWords: 决定称“镇政府”有3处，第三条第一款有2处',
    ]);
  });

  test('what is left alone is not counted among the places changed', () => {
    const { result } = apply(base, '一、将第三条中的“检查”修改为“巡查”，但“检查应当公开”除外。');
    expect(result.operations[0]!.reason).toBe('“检查”共3处，均作修改');
    expect(result.complete).toBe(true);
    const whole = apply(base, '一、将第三条中的“检查”修改为“巡查”。').result;
    expect(whole.operations[0]!.reason).toBe('“检查”共4处，均作修改');
  });
});

describe('a sentence, or half of one', () => {
  test.each([
    ['一、第一条后半句修改为：“村民应当协助。”', '第一条 庙会由镇政府主办；村民应当协助。'],
    ['一、第一条前半句修改为：“庙会由县政府主办；”', '第一条 庙会由县政府主办；村民可以协助镇政府。'],
  ])('%s', (words, expected) => {
    expect(article(words, '一')).toEqual([expected]);
  });

  test.each([
    ['一、第三条第一款删去最后一句。', '第三条 镇政府每年检查。镇政府可以委托村民检查。'],
    ['一、删去第三条第一款“镇政府可以委托村民检查”一句。', '第三条 镇政府每年检查。检查应当公开。'],
    ['一、第三条第一款第一句、第三句修改为：“甲。”“乙。”', '第三条 甲。镇政府可以委托村民检查。乙。'],
    ['一、第三条第一款第一句、第二句合并为一句，修改为：“甲。”', '第三条 甲。检查应当公开。'],
  ])('%s', (words, expected) => {
    expect(article(words, '三')[0]).toBe(expected);
  });

  test.each([
    [
      '一、第三条第一款后半句修改为：“甲。”',
      'substitute: 该处不是以一个分号分成两半的一句，不能确定是哪一半，引出所改的文字才能应用',
    ],
    [
      '一、删去第三条第一款“镇政府可以委托”一句。',
      'replaceWords: “镇政府可以委托”在第三条第一款不是完整的一句，引出全句才能应用',
    ],
    [
      '一、将第三条第一款第二句移至第二款之后作为第三款。',
      'move: 第三条第一款第二句不是条、款、项，不能移动、改号或者合并',
    ],
    [
      '一、删去第三条第二款第一句。',
      'repeal: 该处只有这些文字，删去后没有内容；写明删去该条、款、项才能应用',
    ],
  ])('%s is refused', (words, fate) => {
    expect(decide(words).fates).toEqual([fate]);
  });

  test('of a list of places is doubtful: of each, or of the last only', () => {
    const { complete, findings } = decide('一、删去第三条第一款、第二款第一句。');
    expect(complete).toBe(false);
    expect(findings.map(({ rule }) => rule)).toContain('target-doubtful');
  });
});

describe('references of a text to itself by 前款 and 本条', () => {
  test('follow the 款 and 项 that they name', () => {
    expect(article('一、第三条第二款、第三款对调。', '三')[1]).toBe('违反本条第三款规定的，给予警告。');
    expect(article('一、第二条第一款增加一项，作为第一项：“（一）核准；”', '二').at(-1)).toBe(
      '违反前款第三项规定的，由镇政府处罚。',
    );
  });

  test.each(['一、删去第二条第一款第二项。', '一、第三条第三款并入第一条，作为第二款。'])(
    '%s leaves one without its place, and says so',
    (words) => {
      expect(decide(words).findings.map(({ rule }) => rule)).toContain('reference-lost');
      expect(decide('一、删去第一条。').findings.map(({ rule }) => rule)).not.toContain('reference-lost');
    },
  );
});

describe('wording without marks', () => {
  test('ends where the decision speaks again on its line', () => {
    expect(article('一、将第三条第一款修改为：镇政府每月检查。原第二款改为第三款。', '三')).toEqual([
      '第三条 镇政府每月检查。',
      '违反本条第三款规定的，给予警告。',
      '摊主应当配合检查。',
    ]);
  });

  test('goes on over sentences of its own', () => {
    expect(article('一、将第一条修改为：庙会由县政府主办。村民应当协助。', '一')).toEqual([
      '第一条 庙会由县政府主办。村民应当协助。',
    ]);
  });
});

test('words in single marks are quoted', () => {
  expect(read('一、第一条中的‘镇政府’修改为‘县政府’。')).toEqual(['replaceWords 第一条 [镇政府]→[县政府]']);
});

test.each([
  ['一、将《庙会办法》更名为《灯会办法》。', ['retitle title “灯会办法”']],
  [
    '一、将第二章改为第三章，章名修改为“监督检查”。',
    ['renumber 第二章 as:第三章', 'retitle heading 第二章 “监督检查”'],
  ],
  [
    '一、增加一章作为第二章：“第二章　举办”，包括第三条。',
    ['insert as:第二章 chapter “第二章　举办” covers:第三条'],
  ],
  ['一、第五条增加一款：“甲。”作为第二款。', ['insert 第五条 as:第五条第二款 paragraph “甲。”']],
  ['一、第四条第一款末尾的句号修改为分号。', ['replaceWords 第四条第一款 [。]#-1→[；]']],
  ['一、第六条不作修改，第七条第二款修改为：“甲。”', ['substitute 第七条第二款 “甲。”']],
  ['一、第四条由三款合并为两款，修改为：“甲。”', ['substitute 第四条 “甲。”']],
  ['一、修改第六条为：“甲。”', ['substitute 第六条 “甲。”']],
  ['一、修改第六条，将“甲”改为“乙”。', ['replaceWords 第六条 [甲]→[乙]']],
  ['一、对第六条进行修改，修改后的内容为：“甲。”', ['substitute 第六条 “甲。”']],
  ['一、第六条“甲”改“乙”。', ['replaceWords 第六条 [甲]→[乙]']],
  ['一、附则第六条修改为：“甲。”', ['substitute 第六条 “甲。”']],
  ['一、第六条“甲”后增加“乙”字样。', ['replaceWords 第六条 [甲]后+[乙]']],
  ['一、第六条末尾增加：甲应当乙。', ['replaceWords 第六条 end []→[甲应当乙。]']],
  ['一、本办法中“甲”的表述，除第四条外，统一调整为“乙”。', ['replaceWords [甲]→[乙] except:第四条']],
])('%s', (words, operations) => {
  expect(read(words)).toEqual(operations);
});

test('an article goes on as two, each of the paragraphs that are named', () => {
  const { lines, complete } = decide('一、第三条分为两条，第一款作为第三条，第二款、第三款作为第四条。');
  expect(lines.slice(-3)).toEqual([
    '第三条 镇政府每年检查。镇政府可以委托村民检查。检查应当公开。',
    '第四条 摊主应当配合检查。',
    '违反本条第二款规定的，给予警告。',
  ]);
  expect(complete).toBe(true);
});

test('an item becomes a paragraph', () => {
  expect(article('一、第二条第一款第三项改为第二款，修改为：“摊位应当检验。”', '二')).toEqual([
    '第二条 摊位应当：',
    '（一）登记；',
    '（二）备案；',
    '（三）公示。',
    '摊位应当检验。',
    '违反前款第二项规定的，由镇政府处罚。',
  ]);
});

test.each([
  [
    '一、第一条修改为：“庙会由县政府主办。”但在乙村仍按原规定执行。',
    'substitute: “但在乙村仍按原规定执行”限定了该项，是否、何时、何处修改须由人判断',
  ],
  [
    '一、第一条中的“主办”修改为“承办”；其他条款中引用《庙会条例》的条文序号作相应调整。',
    'general: 引用《庙会条例》的条文序号没有列明新的条号，未作调整；没有找到引用《庙会条例》条文的条款',
  ],
])('%s is not carried out as it stands', (words, fate) => {
  expect(decide(words).fates).toContain(fate);
});

test('an annex is struck; numbers behind it are left and told', () => {
  const law = `${base}\n附件1：收费标准\n\n十元。\n\n附件2：申请表\n\n姓名。\n`;
  const last = apply(law, '一、删去附件2。').result;
  expect([last.complete, last.instrument.annexes.map(({ title }) => title)]).toEqual([true, ['收费标准']]);
  const first = apply(law, '一、删去附件1。').result;
  expect([first.complete, first.instrument.annexes.map(({ title }) => title)]).toEqual([false, ['申请表']]);
});

test('a new chapter that no article is told to be in is an error', () => {
  const { complete, findings } = decide('一、增加一章，作为第一章：“第一章　总则”。');
  expect([complete, findings.map(({ rule }) => rule)]).toEqual([false, ['chapter-empty']]);
});

test('a line of a number that fits no clause, behind wording without marks, is told as an error', () => {
  const { result } = apply(base, '一、第二条第一款第四项修改为：（四）公布。\n（五）投保。');
  expect([result.complete, result.remarks.map(({ text }) => text)]).toEqual([false, ['（五）投保。']]);
});

test('one item laid down as two in a line is doubtful', () => {
  expect(decide('一、第二条第一款第一项修改为：“（一）甲；（二）乙；”').complete).toBe(false);
  expect(decide('一、第二条第一款第一项修改为：“（一）甲；”').complete).toBe(true);
});

test.each([
  ['一、第三条第一款增加“和公安机关”。', '写明加在哪些文字之前、之后，或者该处末尾'],
  ['一、将第一条中“主办”之后的内容修改为：“甲。”', '引出所改的全部原文，不写“以前”“以后”'],
  ['一、将第三条检查次数提高到两次。', '引出新的文字'],
  [
    '一、第二条第一款、第三条第一款中的“镇政府”分别修改为“县政府”“市政府”。',
    '使原文字与新文字一一对应，或者逐处写明',
  ],
])('%s is refused, and told what would make it work', (words, hint) => {
  expect(decide(words).fates.join()).toContain(`；${hint}，才能应用`);
});
