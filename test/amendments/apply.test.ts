import { describe, expect, test } from 'vitest';
import { apply, plainLaw } from './helpers.ts';

const decree = `示例市网约车规定

第一条　第一号内容甲。

第二条　网约车经营者应当具备下列条件：

（一）甲；

（二）乙；

（三）丙；

（四）丁；

（五）戊；

（六）己。

第二款内容。

第三条　车辆应当符合条件。

第四条　依照第二条第一款第四项和第三条的规定办理。
`;

describe('repeal', () => {
  test('all targets of one decision are found on the old text, so the fifth item is the old fifth', () => {
    const { lines, fates } = apply(
      decree,
      '决定\n\n一、删去第二条第一款第三项和第五项、第二款。\n\n个别条文序号和文字作相应调整。',
    );
    expect(lines).toEqual([
      '第一条 第一号内容甲。',
      '第二条 网约车经营者应当具备下列条件：',
      '（一）甲；',
      '（二）乙；',
      '（三）丁；',
      '（四）己。',
      '第三条 车辆应当符合条件。',
      '第四条 依照第二条第一款第三项和第三条的规定办理。',
    ]);
    expect(fates).toEqual(['repeal', 'repeal', 'repeal', 'general']);
  });

  test('the last item goes: the one before it takes the full stop', () => {
    const { lines } = apply(decree, '一、删去第二条第一款第六项。');
    expect(lines.slice(1, 7)).toEqual([
      '第二条 网约车经营者应当具备下列条件：',
      '（一）甲；',
      '（二）乙；',
      '（三）丙；',
      '（四）丁；',
      '（五）戊。',
    ]);
  });

  test('an article goes: the others move up and the references follow, each told', () => {
    const { lines, findings } = apply(decree, '一、删去第一条。\n二、条文顺序作相应调整。');
    expect(lines[0]).toBe('第一条 网约车经营者应当具备下列条件：');
    expect(lines.at(-1)).toBe('第三条 依照第一条第一款第四项和第二条的规定办理。');
    expect(findings).toEqual([
      'reference-updated: 第三条中的“第二条第一款第四项”更新为“第一条第一款第四项”（随条文改号更新）',
      'reference-updated: 第三条中的“第三条”更新为“第二条”（随条文改号更新）',
    ]);
  });

  test('a reference to what was removed stays as it is and is reported', () => {
    const { lines, findings } = apply(decree, '一、删去第二条第一款第四项。');
    expect(lines.at(-1)).toBe('第四条 依照第二条第一款第四项和第三条的规定办理。');
    expect(findings).toEqual([
      'reference-lost: 第四条引用的“第二条第一款第四项”：所引条款已由本决定删去、改写或者分入他条',
    ]);
  });

  test('in a text whose numbers have gaps kept open, a repealed article keeps its number', () => {
    const base = plainLaw(4, { 2: '（删去）' });
    const { lines } = apply(base, '示例条例修正案\n\n一、删去第三条。');
    expect(lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 （删去）',
      '第三条 （删去）',
      '第四条 第4号内容甲。',
    ]);
  });

  test('a chapter goes with its articles', () => {
    const base =
      '示例条例\n\n第一章　总则\n\n第一条　甲。\n\n第二章　监督\n\n第二条　乙。\n\n第三章　附则\n\n第三条　本条例自公布之日起施行。\n';
    const { lines } = apply(base, '一、删去第二章。');
    expect(lines).toEqual(['第一章 总则', '第一条 甲。', '第二章 附则', '第二条 本条例自公布之日起施行。']);
  });

  test('a target that does not exist is reported, and the rest is done', () => {
    const { lines, fates } = apply(plainLaw(3), '一、删去第九条、第二条。');
    expect(fates).toEqual(['repeal: 全文没有第九条', 'repeal']);
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 第3号内容甲。']);
  });
});

describe('substitute', () => {
  test('an article over several paragraphs, with items and inner quotation marks made outer ones', () => {
    const { lines } = apply(
      plainLaw(2),
      '一、将第一条修改为：“本条例所称‘甲’，包括下列各项：\n“（一）乙；\n“（二）丙。\n“丁。”',
    );
    expect(lines).toEqual([
      '第一条 本条例所称“甲”，包括下列各项：',
      '（一）乙；',
      '（二）丙。',
      '丁。',
      '第二条 第2号内容甲。',
    ]);
  });

  test('an item keeps its final mark where the quotation has none', () => {
    const { lines } = apply(decree, '一、将第二条第一款第二项修改为“（二）新乙”，第六项修改为“新己”。');
    expect(lines.slice(2, 8)).toEqual([
      '（一）甲；',
      '（二）新乙；',
      '（三）丙；',
      '（四）丁；',
      '（五）戊；',
      '（六）新己。',
    ]);
  });

  test('a lead that ends with a colon leaves its items in place', () => {
    const { lines, result } = apply(decree, '一、将第二条第一款修改为：“网约车经营者应当同时具备下列条件：”');
    expect(lines.slice(1, 4)).toEqual([
      '第二条 网约车经营者应当同时具备下列条件：',
      '（一）甲；',
      '（二）乙；',
    ]);
    expect(result.operations[0]?.reason).toBe('引文止于冒号，其下各项保留');
  });

  test('several articles from one quotation, by their labels', () => {
    const { lines } = apply(plainLaw(3), '一、将第一条、第三条修改为：\n“第一条　新一。\n“第三条　新三。”');
    expect(lines).toEqual(['第一条 新一。', '第二条 第2号内容甲。', '第三条 新三。']);
  });

  test('a sentence', () => {
    const base = plainLaw(1, { 1: '甲一。甲二。甲三。' });
    expect(apply(base, '一、将第一条第二句修改为：“新二。”').lines).toEqual(['第一条 甲一。新二。甲三。']);
  });

  test('two clauses that rewrite the same article contradict each other: the second is refused', () => {
    const { fates, lines } = apply(
      plainLaw(2),
      '一、将第一条修改为：“新一。”\n二、将第一条第一款修改为：“又一。”',
    );
    expect(fates[0]).toBe('substitute');
    expect(fates[1]).toContain('两处修改相冲突');
    expect(lines[0]).toBe('第一条 新一。');
  });

  test.each([
    ['将第一条中的“内容”修改为“条文”。', '将第一条修改为：“新一。”', '作了部分修改，两处修改相冲突'],
    ['将第一条第一款修改为：“新一。”', '将第一条修改为：“又一。”', '作了部分修改，两处修改相冲突'],
    ['将第一条修改为：“新一。”', '删去第一条第一款。', '整体改写，两处修改相冲突'],
    ['将第一条修改为：“新一。”', '将第一条中的“内容”修改为“条文”。', '不能再改其中的“内容”'],
  ])('clauses without numbers contradict each other as numbered ones do: %s%s', (one, other, reason) => {
    for (const decision of [`一、${one}\n二、${other}`, `${one}\n${other}`]) {
      const { result, fates } = apply(plainLaw(2), decision);
      expect(fates).toEqual([expect.not.stringContaining('：'), expect.stringContaining(reason)]);
      expect(result.complete).toBe(false);
    }
  });

  test.each([
    ['将第一条中的“内容”修改为“条文”。', '删去第一条。'],
    ['在第一条增加一款，作为第二款：“新款。”', '删去第一条。'],
    ['在第一条第一款后增加一款：“新款。”', '将第一条修改为：“新一。”'],
  ])('what another clause takes away again is not applied, and is told: %s%s', (one, other) => {
    const { result, fates } = apply(plainLaw(2), `一、${one}\n二、${other}`);
    expect(fates[0]).toContain('又由本决定的另一条款整体改写或者删去，两处修改相冲突');
    expect(result.operations[1]!.fate).toBe('applied');
    expect(result.complete).toBe(false);
  });

  test.each([
    ['将第一条中的“号内”修改为“子”，“容甲”修改为“丑”。', '删去第一条。'],
    ['将第一条中的“号内”修改为“子”，“容甲”修改为“丑”。', '将第一条、第二条合并为第一条，修改为：“新文。”'],
    ['第一条第一句修改为：“新句。”末尾增加一句：“尾句。”', '删去第一条。'],
    ['第一条增加一款，作为第二款：“新款。”第一款第一句修改为：“新句。”', '删去第一条。'],
  ])('the work of several operations of a clause is told when another takes it: %s%s', (one, other) => {
    const whole = (second: string) => apply(plainLaw(4), `一、${one}\n二、${second}`).result;
    const { operations, complete } = whole(other);
    expect(operations.every(({ fate }) => fate === 'applied')).toBe(false);
    expect(complete).toBe(false);
    expect(whole('删去第三条。').complete).toBe(true);
  });

  test('what moves on into another article stands there with its change', () => {
    const { lines, result } = apply(
      plainLaw(3),
      '一、将第二条中的“内容”修改为“条文”。\n二、将第二条改为第一条第二款。',
    );
    expect(lines).toEqual(['第一条 第1号内容甲。', '第2号条文甲。', '第二条 第3号内容甲。']);
    expect(result.complete).toBe(true);
  });

  test('words first and then the whole paragraph: the whole is laid down once', () => {
    const base = '示例法\n\n第一条　国家提倡甲乙丙，人人参与。\n';
    const { lines } = apply(
      base,
      '第一条　示例法第一条中“甲乙丙”修改为“甲乙丁”。这一条相应修改为：“国家提倡甲乙丁，人人参与。”',
    );
    expect(lines).toEqual(['第一条 国家提倡甲乙丁，人人参与。']);
  });
});

describe('words', () => {
  const base = plainLaw(3, {
    1: '农业部门和林业部门应当协作，农业部门牵头。',
    2: '保护“商业秘密”。',
    3: '县级人民政府，负责（甲）工作。',
  });

  test('every place in the target is meant, and the number is told', () => {
    const { lines, result } = apply(base, '一、将第一条中的“农业部门”修改为“农业农村部门”。');
    expect(lines[0]).toBe('第一条 农业农村部门和林业部门应当协作，农业农村部门牵头。');
    expect(result.operations[0]?.reason).toContain('共2处');
  });

  test('width, spaces and kinds of quotation marks do not hide the words', () => {
    expect(apply(base, '一、将第二条中的“‘商业秘密’”修改为“隐私”。').lines[1]).toBe('第二条 保护隐私。');
    expect(apply(base, '一、将第三条中的“负责(甲)工作”修改为“负责乙”。').lines[2]).toBe(
      '第三条 县级人民政府，负责乙。',
    );
  });

  test('words that are not there are reported with the place', () => {
    const { fates, lines } = apply(base, '一、将第一条中的“水利部门”修改为“水务部门”。');
    expect(fates).toEqual(['replaceWords: 第一条没有“水利部门”']);
    expect(lines[0]).toBe('第一条 农业部门和林业部门应当协作，农业部门牵头。');
  });

  test('words to be added after words that stand twice are not added anywhere', () => {
    expect(apply(base, '一、在第一条中的“农业部门”后增加“及其派出机构”。').fates).toEqual([
      'replaceWords: “农业部门”出现2处，未写明在哪一处后增加',
    ]);
  });

  test('a struck sentence takes its mark along', () => {
    const text = plainLaw(1, { 1: '甲应当乙。丙负责丁。戊另行规定。' });
    expect(apply(text, '一、删去第一条中的“丙负责丁”。').lines[0]).toBe('第一条 甲应当乙。戊另行规定。');
    expect(apply(text, '一、删去第一条中的“戊另行规定”。').lines[0]).toBe('第一条 甲应当乙。丙负责丁。');
  });

  test('the mark before added words is supplied and told', () => {
    const text = plainLaw(2, {
      1: '为了保护市场公平竞争，提高效率，制定本条例。',
      2: '对知悉的商业秘密负有保密义务。',
    });
    const { lines, result } = apply(
      text,
      '一、在第一条中的“保护市场公平竞争”后增加“鼓励创新”。\n二、在第二条“商业秘密”后增加“、个人隐私”。',
    );
    expect(lines).toEqual([
      '第一条 为了保护市场公平竞争，鼓励创新，提高效率，制定本条例。',
      '第二条 对知悉的商业秘密、个人隐私负有保密义务。',
    ]);
    expect(result.operations.map(({ reason }) => reason)).toEqual(['增加的文字前补“，”', undefined]);
  });

  test('throughout the text, headings included, quoted new wording excluded', () => {
    const text = '示例条例\n\n第一章　工商管理\n\n第一条　工商部门负责。\n\n第二条　工商部门配合。\n';
    const { lines } = apply(
      text,
      '一、将第二条修改为：“市场部门与工商部门配合。”\n二、将本条例中的“工商”统一修改为“市场监管”。',
    );
    expect(lines).toEqual([
      '第一章 市场监管管理',
      '第一条 市场监管部门负责。',
      '第二条 市场部门与工商部门配合。',
    ]);
  });

  test('a sentence at the end of a paragraph', () => {
    expect(apply(base, '一、在第二条最后增加“具体办法另行制定。”').lines[1]).toBe(
      '第二条 保护“商业秘密”。具体办法另行制定。',
    );
  });
});

describe('insert', () => {
  test('numbers laid down are the final ones; what stood there moves on', () => {
    const { lines } = apply(
      plainLaw(3),
      '一、增加一条，作为第二条：“新二。”\n二、增加一条，作为第四条：“新四。\n“新四第二款。”',
    );
    expect(lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 新二。',
      '第三条 第2号内容甲。',
      '第四条 新四。',
      '新四第二款。',
      '第五条 第3号内容甲。',
    ]);
  });

  test('several articles from one quotation, by labels without a space', () => {
    const { lines } = apply(
      plainLaw(2),
      '一、增加二条，分别作为第二条、第三条：\n“第二条新二。\n“新二第二款。\n“第三条新三。”',
    );
    expect(lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 新二。',
      '新二第二款。',
      '第三条 新三。',
      '第四条 第2号内容甲。',
    ]);
  });

  test('第X条之一 moves nothing', () => {
    const { lines } = apply(plainLaw(3), '一、在第二条后增加一条，作为第二条之一：“新。”');
    expect(lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 第2号内容甲。',
      '第二条之一 新。',
      '第三条 第3号内容甲。',
    ]);
  });

  test('paragraphs by number, and the old ones named after them', () => {
    const base = '示例条例\n\n第一条　甲一。\n\n甲二。\n\n甲三。\n';
    const { lines } = apply(
      base,
      '一、第一条增加一款，作为第二款：“新二。”\n第三款改为第四款，修改为：“新四。”',
    );
    expect(lines).toEqual(['第一条 甲一。', '新二。', '甲二。', '新四。']);
  });

  test('an item in the middle gets the number laid down, and the list its marks', () => {
    const { lines } = apply(
      decree,
      '一、第二条第一款增加一项，作为第三项：“（三）新丙”。\n二、第二条第一款增加一项，作为第八项：“（八）末项。”',
    );
    expect(lines.slice(2, 10)).toEqual([
      '（一）甲；',
      '（二）乙；',
      '（三）新丙；',
      '（四）丙；',
      '（五）丁；',
      '（六）戊；',
      '（七）己；',
      '（八）末项。',
    ]);
  });

  test('a number that the text cannot have is refused, and nothing is inserted', () => {
    const { lines, fates } = apply(
      plainLaw(3),
      '一、增加一条，作为第九条：“新。”\n二、第一条增加一款，作为第四款：“新。”',
    );
    expect(fates[0]).toContain('不能有第9条');
    expect(fates[1]).toContain('不能有第4款');
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 第2号内容甲。', '第三条 第3号内容甲。']);
  });

  test('a new chapter takes in the articles it names, whichever clauses make them', () => {
    const base =
      '示例法\n\n第一章　总则\n\n第一条　甲。\n\n第二条　乙。\n\n第二章　附则\n\n第三条　丙。\n\n第四条　丁。\n';
    const decision = [
      '一、增加一章“保障”，作为第二章，分为二条，包括第三条至第四条。',
      '二、将第三条改为第三条，修改为：“新丙。”',
      '三、增加二条，分别作为第四条、第五条：',
      '“第四条　新四。',
      '“第五条　新五。”',
    ].join('\n');
    expect(apply(base, decision).lines).toEqual([
      '第一章 总则',
      '第一条 甲。',
      '第二条 乙。',
      '第二章 保障',
      '第三条 新丙。',
      '第四条 新四。',
      '第三章 附则',
      '第五条 新五。',
      '第六条 丁。',
    ]);
  });
});

describe('renumber, move, split, merge', () => {
  test('paragraphs become articles of their own, in the order that the decision gives', () => {
    const base = '示例法\n\n第一条　甲。\n\n第二条　乙一。\n\n乙二。\n\n第三条　丙。\n';
    const { lines, fates } = apply(base, '一、将第二条第二款改为第二条，第一款改为第三条。');
    expect(fates).toEqual(['renumber', 'renumber']);
    expect(lines).toEqual(['第一条 甲。', '第二条 乙二。', '第三条 乙一。', '第四条 丙。']);
  });

  test('articles merged, with and without new wording', () => {
    expect(apply(plainLaw(4), '一、将第二条、第三条合并，作为第二条，修改为：“新二。”').lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 新二。',
      '第三条 第4号内容甲。',
    ]);
    expect(apply(plainLaw(4), '一、将第二条、第三条合并为第二条。').lines).toEqual([
      '第一条 第1号内容甲。',
      '第二条 第2号内容甲。',
      '第3号内容甲。',
      '第三条 第4号内容甲。',
    ]);
  });

  test('an article split', () => {
    const { lines } = apply(
      plainLaw(3),
      '一、将第二条拆分为两条，作为第二条、第三条：\n“第二条　前半。\n“第三条　后半。”',
    );
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 前半。', '第三条 后半。', '第四条 第3号内容甲。']);
  });

  test('a chapter moved with its articles; numbers and references follow', () => {
    const base =
      '示例法\n\n第一章　甲章\n\n第一条　甲。\n\n第二章　乙章\n\n第二条　乙，依照第三条办理。\n\n第三章　丙章\n\n第三条　丙。\n';
    const { lines } = apply(base, '一、将第二章移至第三章后。');
    expect(lines).toEqual([
      '第一章 甲章',
      '第一条 甲。',
      '第二章 丙章',
      '第二条 丙。',
      '第三章 乙章',
      '第三条 乙，依照第二条办理。',
    ]);
  });

  test('references to other laws do not move', () => {
    const base = plainLaw(3, {
      3: '依照《某某法》第二条、第三条和本条例第二条处罚，依照刑法第二条追究责任。',
    });
    const { lines } = apply(base, '一、增加一条，作为第一条：“新一。”');
    expect(lines.at(-1)).toBe(
      '第四条 依照《某某法》第二条、第三条和本条例第三条处罚，依照刑法第二条追究责任。',
    );
  });

  test('ranges and lists of references', () => {
    const base = plainLaw(6, { 6: '本条例第二条至第四条、第五条的规定，第二条第一款除外。' });
    const { lines } = apply(base, '一、增加一条，作为第二条：“新二。”');
    expect(lines.at(-1)).toBe('第七条 本条例第三条至第五条、第六条的规定，第三条第一款除外。');
  });
});

describe('titles, introductions, annexes', () => {
  test('the title', () => {
    const { result } = apply(plainLaw(1), '一、将名称修改为《新示例条例》。');
    expect(result.instrument.title).toBe('新示例条例');
    expect(result.instrument.frame[0]?.text).toBe('新示例条例');
  });

  test('words in the title and in articles at once', () => {
    const base = '关于审理侵犯甲案件的解释\n\n第一条　侵犯甲的，应当停止。\n\n第二条　其他。\n';
    const { result, lines } = apply(base, '1.将名称、第一条中的“侵犯”修改为“侵害”。');
    expect(result.instrument.title).toBe('关于审理侵害甲案件的解释');
    expect(lines[0]).toBe('第一条 侵害甲的，应当停止。');
  });

  test('the introduction', () => {
    const base = '关于甲的解释\n\n为正确审理甲案件，制定本解释。\n\n第一条　乙。\n';
    expect(apply(base, '1.将引言修改为：\n“为依法审理甲案件，制定本解释。”').lines[0]).toBe(
      '为依法审理甲案件，制定本解释。',
    );
  });

  test('a chapter heading', () => {
    const base = '示例法\n\n第一章　总则\n\n第一条　甲。\n';
    expect(apply(base, '一、将第一章章名修改为“一般规定”。').lines[0]).toBe('第一章 一般规定');
    expect(apply(base, '一、将第一章“总则”修改为“通则”。').lines[0]).toBe('第一章 通则');
  });

  test('an annex that the text does not hold', () => {
    expect(apply(plainLaw(1), '一、将附件1中的“甲”修改为“乙”。').fates).toEqual([
      'replaceWords: 文本没有该附件',
    ]);
    expect(apply(plainLaw(1), '一、附表修改为：“新表”。').fates[0]).toContain('人工处理');
  });
});

describe('harder cases', () => {
  test('a new chapter with its articles in one quotation', () => {
    const base = '示例法\n\n第一章　总则\n\n第一条　甲。\n\n第二章　附则\n\n第二条　乙。\n';
    const { lines, fates } = apply(
      base,
      '一、第一章后增加一章，作为第二章：\n“第二章　监督\n“第二条　丙。\n“第三条　丁。”',
    );
    expect(fates).toEqual(['insert']);
    expect(lines).toEqual([
      '第一章 总则',
      '第一条 甲。',
      '第二章 监督',
      '第二条 丙。',
      '第三条 丁。',
      '第三章 附则',
      '第四条 乙。',
    ]);
  });

  test('a renumbered article with its new wording right behind the number', () => {
    expect(apply(plainLaw(3), '一、删去第一条。\n二、第二条改为第一条：“新一。”').lines).toEqual([
      '第一条 新一。',
      '第二条 第3号内容甲。',
    ]);
  });

  test('quoted words that carry the item’s own mark, or another final mark', () => {
    const { lines } = apply(decree, '一、将第二条第一款第二项“（二）乙。”修改为“（二）新乙。”');
    expect(lines[3]).toBe('（二）新乙；');
  });

  test('an item split in two', () => {
    const { lines } = apply(
      decree,
      '一、将第二条第一款第二项修改为两项，作为第二项、第三项：“（二）乙一；\n“（三）乙二；”',
    );
    expect(lines.slice(2, 9)).toEqual([
      '（一）甲；',
      '（二）乙一；',
      '（三）乙二；',
      '（四）丙；',
      '（五）丁；',
      '（六）戊；',
      '（七）己。',
    ]);
  });

  test('a paragraph that moves into another article', () => {
    const base = '示例法\n\n第一条　甲一。\n\n甲二。\n\n第二条　乙。\n';
    expect(apply(base, '一、将第一条第二款移至第二条，作为第二款。').lines).toEqual([
      '第一条 甲一。',
      '第二条 乙。',
      '甲二。',
    ]);
  });

  test('new wording that is like a neighbour and not like its target is applied as the decision says, and questioned', () => {
    const base =
      '示例法\n\n第一条　甲部门负责监督检查工作并公布结果。\n\n经营者应当按照规定报送统计资料和财务报表。\n';
    const { findings, result } = apply(
      base,
      '一、将第一条第一款修改为：“经营者应当按照规定及时报送统计资料和财务报表。”',
    );
    expect(findings.some((finding) => finding.startsWith('target-doubtful'))).toBe(true);
    expect(result.complete).toBe(false);
  });

  test('the table of contents follows the chapters', () => {
    const base =
      '示例法\n\n目录\n\n第一章　总则\n\n第二章　附则\n\n第一章　总则\n\n第一条　甲。\n\n第二章　附则\n\n第二条　乙。\n';
    const { result } = apply(
      base,
      '一、增加一章“监督”，作为第二章，包括第二条。\n二、增加一条，作为第二条：“丙。”',
    );
    expect(result.instrument.contents?.map(({ text }) => text)).toEqual([
      '第一章　总则',
      '第二章　监督',
      '第三章　附则',
    ]);
  });

  test('an operation on several places is one fate for each', () => {
    const { result } = apply(plainLaw(3), '一、将第一条、第二条、第九条中的“内容”修改为“内涵”。');
    expect(result.operations.map(({ fate }) => fate)).toEqual(['applied', 'applied', 'not-applied']);
  });

  test('a notice counted by 一、二、 is amended and counted on', () => {
    const base = '关于加强甲的通知\n\n各有关单位：\n\n一、甲。\n\n二、乙。\n\n三、丙。\n';
    const { lines, fates } = apply(base, '一、删去第二条。\n二、将第三条中的“丙”修改为“新丙”。');
    expect(fates).toEqual(['repeal', 'replaceWords']);
    expect(lines).toEqual(['一、甲。', '二、新丙。']);
  });
});

describe('修正案', () => {
  test('of the Constitution: paragraphs of the preamble, items that move on, a section with unmarked articles', () => {
    const base = `中华人民共和国宪法

目录

序言

第一章　总纲

第二章　国家机构

第一节　代表大会

第二节　法院

序言

中国是世界上历史最悠久的国家之一。

革命胜利以后，健全社会主义法制，自力更生，艰苦奋斗。

第一章　总纲

第一条　国家是社会主义国家。

社会主义制度是根本制度。禁止任何组织或者个人破坏。

第二章　国家机构

第一节　代表大会

第二条　代表大会行使下列职权：

（一）修改宪法；

（二）选举法院院长；

（三）其他职权。

第三条　代表大会任期五年。

第二节　法院

第四条　法院是审判机关，依照本法第三条组成。
`;
    const amendment = `中华人民共和国宪法修正案（2018年）

第三十二条　宪法序言第二自然段中“健全社会主义法制”修改为“健全社会主义法治”；在“自力更生，艰苦奋斗”前增写“贯彻新发展理念”。这一自然段相应修改为：“革命胜利以后，健全社会主义法治，贯彻新发展理念，自力更生，艰苦奋斗。”

第三十六条　宪法第一条第二款“社会主义制度是根本制度。”后增写一句，内容为：“党的领导是最本质的特征。”

第四十一条　宪法第二条“代表大会行使下列职权”中增加一项，作为第二项“（二）选举监察委员会主任”，第二项、第三项相应改为第三项、第四项。

第四十四条　宪法第二条“代表大会行使下列职权”中第一项“（一）修改宪法”修改为“（一）修改宪法和法律”。

第五十二条　宪法第二章“国家机构”中增加一节，作为第二节“监察委员会”；增加二条，分别作为第四条至第五条。内容如下：

第二节 监察委员会

第四条　监察委员会是监察机关。

监察委员会由下列人员组成：

主任，

委员若干人。

第五条　监察委员会独立行使监察权。

第二节相应改为第三节，第四条相应改为第六条。`;
    const { lines, result } = apply(base, amendment);
    expect(result.complete).toBe(true);
    expect(lines).toEqual([
      '序言',
      '中国是世界上历史最悠久的国家之一。',
      '革命胜利以后，健全社会主义法治，贯彻新发展理念，自力更生，艰苦奋斗。',
      '第一章 总纲',
      '第一条 国家是社会主义国家。',
      '社会主义制度是根本制度。党的领导是最本质的特征。禁止任何组织或者个人破坏。',
      '第二章 国家机构',
      '第一节 代表大会',
      '第二条 代表大会行使下列职权：',
      '（一）修改宪法和法律；',
      '（二）选举监察委员会主任；',
      '（三）选举法院院长；',
      '（四）其他职权。',
      '第三条 代表大会任期五年。',
      '第二节 监察委员会',
      '第四条 监察委员会是监察机关。',
      '监察委员会由下列人员组成：',
      '主任，',
      '委员若干人。',
      '第五条 监察委员会独立行使监察权。',
      '第三节 法院',
      '第六条 法院是审判机关，依照本法第三条组成。',
    ]);
  });

  test('of the Criminal Law: 之一 and its followers, a repealed article that keeps its number, no reference moved', () => {
    const base =
      '中华人民共和国刑法\n\n第一编　总则\n\n第一章　犯罪\n\n第一条　甲。\n\n第二章　刑罚\n\n第二条　乙一。\n\n乙二。\n\n第二编　分则\n\n第一章　甲罪\n\n第三条　丙，依照第二条处罚。\n\n第三条之一　丁。\n\n第四条　戊。\n';
    const amendment = [
      '中华人民共和国刑法修正案（九）',
      '一、在刑法第三条之一后增加二条，作为第三条之二、第三条之三：',
      '“第三条之二　新二。',
      '“第三条之三　新三。',
      '“新三第二款。”',
      '二、删去刑法第一条。',
      '三、将刑法第二条第二款修改为：“新乙二。”',
      '四、在刑法第四条中增加一款作为第二款，将该条修改为：“新戊。',
      '“新戊第二款。”',
      '五、本修正案自2015年11月1日起施行。',
    ].join('\n');
    const { lines, result, findings } = apply(base, amendment);
    expect(result.complete).toBe(true);
    expect(findings).toEqual([]);
    expect(lines).toEqual([
      '第一编 总则',
      '第一章 犯罪',
      '第一条 （删去）',
      '第二章 刑罚',
      '第二条 乙一。',
      '新乙二。',
      '第二编 分则',
      '第一章 甲罪',
      '第三条 丙，依照第二条处罚。',
      '第三条之一 丁。',
      '第三条之二 新二。',
      '第三条之三 新三。',
      '新三第二款。',
      '第四条 新戊。',
      '新戊第二款。',
    ]);
  });
});

describe('where a new item stands', () => {
  const insert = (clause: string) => apply(decree, `决定\n\n一、${clause}`);

  test.each([
    '原第一项至第六项依次顺延。',
    '其余各项序号依次类推。',
    '其他各项依次后移。',
    '原第一项改为第二项，以此类推。',
  ])('%s says that the others follow', (others) => {
    const { lines, result } = insert(`第二条第一款增加一项，作为第一项：“（一）新；”${others}`);
    expect(lines.slice(2, 4)).toEqual(['（一）新；', '（二）甲；']);
    expect(result.operations.map(({ fate }) => fate)).not.toContain('not-applied');
  });

  test('the label in the quotation lays down the number: one that the list does not reach is not applied', () => {
    const { lines } = insert('在第二条中增加一项：“（七）新。”');
    expect(lines.slice(7, 9)).toEqual(['（六）己；', '（七）新。']);
    const [operation] = insert('在第二条中增加一项：“（九）新。”').result.operations;
    expect(operation).toMatchObject({ fate: 'not-applied', reason: '修改后共7项，不能有第9项' });
  });

  test.each(['第二条第一款增加一项：“新；”', '第三条增加一款：“新。”'])(
    '%s names no place: it is told where it was put',
    (clause) => {
      const [operation] = insert(clause).result.operations;
      expect(operation).toMatchObject({ fate: 'applied', reason: '未写明位置，加在该处末尾' });
    },
  );
});
