import { describe, expect, test } from 'vitest';
import { clauseLabel, parseDecision, unapply } from '../../src/domain/amendments/index.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { formatNumeral } from '../../src/domain/text/index.ts';
import { apply, decisionLines, law, plainLaw } from './helpers.ts';

/** Six articles whose words tell which is which. */
const base = `庙会条例

第一条　庙会甲。

第二条　庙会乙，由镇政府办理。

第三条　庙会丙，由镇政府办理。

第四条　庙会丁。

第五条　庙会戊。
`;
const bodies = (decision: string): string[] =>
  apply(base, decision).lines.map((line) => line.replace(/^第.+?条[\s　]/, '').slice(0, 3));

describe('all addresses mean the text before the decision', () => {
  test.each([
    ['a chain that goes up', '第二条改为第三条，第三条改为第四条，第四条改为第五条，第五条改为第六条。'],
    ['with 原', '原第二条改为第三条，原第三条改为第四条，原第四条改为第五条，原第五条改为第六条。'],
    ['with semicolons', '第二条调整为第三条；第三条调整为第四条；第四条调整为第五条；第五条调整为第六条。'],
    ['a chain that goes down', '第五条改为第六条，第四条改为第五条，第三条改为第四条，第二条改为第三条。'],
  ])('renumbering in one sentence: %s', (_name, clause) => {
    const decision = `一、增加一条，作为第二条：“新增己。”${clause}`;
    expect(bodies(decision)).toEqual(['庙会甲', '新增己', '庙会乙', '庙会丙', '庙会丁', '庙会戊']);
  });

  test('a swap and a cycle', () => {
    expect(bodies('一、第四条改为第五条，第五条改为第四条。')).toEqual([
      '庙会甲',
      '庙会乙',
      '庙会丙',
      '庙会戊',
      '庙会丁',
    ]);
    expect(bodies('一、第三条改为第五条，第五条改为第四条，第四条改为第三条。')).toEqual([
      '庙会甲',
      '庙会乙',
      '庙会丁',
      '庙会戊',
      '庙会丙',
    ]);
  });

  test('a swap is taken back', () => {
    const decision = '一、第四条改为第五条，第五条改为第四条。';
    const after = apply(base, decision).result.instrument;
    const { operations } = parseDecision(decisionLines(decision));
    expect(serializeProvisions(unapply(after, operations).instrument.provisions)).toEqual(
      serializeProvisions(law(base).provisions),
    );
  });

  test('a number given by another sentence is still the old one', () => {
    const { lines, result } = apply(
      base,
      '增加一条，作为第二条：“新增己。”\n将第二条改为第三条，删去其中的“，由镇政府办理”。\n将第三条中的“镇政府”修改为“县政府”。\n此外，对条文顺序作相应调整。',
    );
    expect(lines.slice(2, 4)).toEqual(['第三条 庙会乙。', '第四条 庙会丙，由县政府办理。']);
    expect(result.complete).toBe(true);
  });

  test('in one sentence two readings give none, and the words say how to tell them apart', () => {
    const inserted = '一、增加一条，作为第二条：“新增己。”\n二、';
    const { lines, result } = apply(
      base,
      `${inserted}将第二条改为第三条，将第三条中的“镇政府”修改为“县政府”。`,
    );
    expect(lines.join('')).not.toContain('县政府');
    expect(result.complete).toBe(false);
    expect(result.operations.at(-1)?.reason).toContain('写明“原第三条”或者“修改后的第三条”');
  });

  test('原 and 修改后的 tell them apart; so do the words, where one place has them only', () => {
    const inserted = '一、增加一条，作为第二条：“新增己。”\n二、将第二条改为第三条，';
    const third = (clause: string): string[] => apply(base, inserted + clause).lines.slice(2, 4);
    expect(third('将原第三条中的“镇政府”修改为“县政府”。')).toEqual([
      '第三条 庙会乙，由镇政府办理。',
      '第四条 庙会丙，由县政府办理。',
    ]);
    expect(third('将修改后的第三条中的“镇政府”修改为“县政府”。')).toEqual([
      '第三条 庙会乙，由县政府办理。',
      '第四条 庙会丙，由镇政府办理。',
    ]);
    expect(third('将第三条中的“庙会乙”修改为“庙市乙”。')[0]).toBe('第三条 庙市乙，由镇政府办理。');
  });
});

describe('what binds an instruction is not dropped', () => {
  test.each([
    ['a day', '自2031年3月1日起，删去第四条。'],
    ['a day behind', '删去第四条，自2031年3月1日起施行。'],
    ['a sentence of its own', '删去第四条。本条修改自2031年3月1日起施行。'],
    ['a bracket', '删去第四条（2031年3月1日起施行）。'],
    ['a place', '在高新技术开发区范围内，删去第四条。'],
    ['a condition', '报省人民政府同意后，删去第四条。'],
    ['a negation', '暂不删去第四条。'],
    ['a proposal', '拟删去第四条。'],
    ['the head of a list', '自2031年3月1日起，对第四条作如下修改：\n（一）将“庙会”修改为“庙市”。'],
  ])('%s', (_name, clause) => {
    const { lines, result } = apply(base, `一、${clause}\n本决定自公布之日起施行。`);
    expect(lines).toEqual(serializeProvisions(law(base).provisions));
    expect(result.complete).toBe(false);
    expect(result.operations.every(({ fate }) => fate === 'not-applied')).toBe(true);
  });

  test('a day of its own stands on the operation', () => {
    const effect = '本决定自公布之日起施行，其中第二项自2031年3月1日起施行。';
    const { operations } = parseDecision(
      decisionLines(`一、删去第四条。\n二、将第五条中的“戊”修改为“己”。\n${effect}`),
    );
    expect(operations.map(({ limit }) => limit?.starts)).toEqual([undefined, '2031-03-01']);
  });

  test.each([
    '根据机构改革方案，删去第四条。',
    '为了与上位法相衔接，删去第四条。',
    '删去第四条（见附件）。',
    '同时，删去第四条。',
  ])('a reason binds nothing: %s', (clause) => {
    const { lines, result } = apply(base, `一、${clause}`);
    expect(lines).toHaveLength(4);
    expect(result.complete).toBe(true);
  });

  test('words that nothing understands leave the change of their sentence in doubt', () => {
    const { lines, result } = apply(base, '一、逐户登记，删去第四条。删去第五条。');
    expect(lines).toHaveLength(3);
    expect(result.complete).toBe(false);
    expect(result.remarks).toMatchObject([{ rule: 'decision-unread', severity: 'error', text: '逐户登记' }]);
  });
});

describe('what a decision leaves to others', () => {
  test('numbers of another law are not adjusted, and the articles that cite it are listed', () => {
    const text = `罚则办法

第一条　违反庙会条例第五条的，处罚款。

第二条　本办法第一条所称罚款，由镇政府收取。

第三条　庙会条例第七条所称摊主，包括合伙人。
`;
    const { result } = apply(text, '一、条文中援引庙会条例有关条款序号作相应调整。');
    expect(result.operations).toMatchObject([{ fate: 'not-applied' }]);
    expect(result.operations[0]!.reason).toMatch(/核对：第一条、第三条$/);
    expect(apply(text, '一、条文序号作相应调整。').result.operations[0]!.fate).toBe('applied');
  });

  test('前款 and 前条 that would now mean another provision are told; others are not', () => {
    const text = `示例办法

第一条　甲。

违反前款规定的，处罚。

第二条　乙。

第三条　违反前条规定的，处罚。
`;
    const lost = (decision: string): string[] =>
      apply(text, decision).findings.filter((finding) => finding.startsWith('reference-lost'));
    expect(lost('一、第一条增加一款，作为第二款：“丙。”\n二、增加一条，作为第三条：“丁。”')).toEqual([
      expect.stringContaining('前款'),
      expect.stringContaining('前条'),
    ]);
    expect(lost('一、增加一条，作为第一条：“丁。”')).toEqual([]);
  });
});

describe('wording without quotation marks', () => {
  test('ends where the decision speaks again', () => {
    const { lines, result } = apply(
      plainLaw(2, { 1: '甲登记。\n\n乙佩戴。' }),
      '一、第一条增加一款，作为第二款，内容为：丙检验。\n原第二款变为第三款。\n条文顺序作相应调整。\n说明：本次修改由市司法局起草。',
    );
    expect(lines.slice(0, 3)).toEqual(['第一条 甲登记。', '丙检验。', '乙佩戴。']);
    expect(result.operations.map(({ op, fate }) => [op, fate])).toEqual([
      ['insert', 'applied'],
      ['renumber', 'applied'],
      ['general', 'applied'],
    ]);
  });

  test('an article may have more paragraphs below', () => {
    const { lines } = apply(plainLaw(2), '一、第一条修改为：\n丙检验。\n丁登记。');
    expect(lines).toEqual(['第一条 丙检验。', '丁登记。', '第二条 第2号内容甲。']);
  });
});

describe('marks of a list', () => {
  const list = (mark: string): string =>
    `示例办法\n\n第一条　分为：\n（一）甲类${mark}\n（二）乙类${mark}\n（三）丙类。\n\n第二条　丁。\n`;
  test('an item without a mark gets that of its list', () => {
    const clause = '一、第一条增加一项，作为第二项：“（二）戊类”。';
    expect(apply(list('。'), clause).lines[2]).toBe('（二）戊类。');
    expect(apply(list('；'), clause).lines[2]).toBe('（二）戊类；');
  });
});

describe('parts of a provision', () => {
  const text =
    '示例办法\n\n第一条　甲登记。乙备案。丙报告。\n\n第二条　有下列情形的，警告：\n（一）丁；\n（二）戊。\n';
  test.each([
    ['第一条后两句修改为：“乙、丙备案。”', '第一条 甲登记。乙、丙备案。'],
    ['删去第一条前两句。', '第一条 丙报告。'],
    ['在第一条第一句后增加“己公示。”', '第一条 甲登记。己公示。乙备案。丙报告。'],
    ['将第一条第二句中的“备案”修改为“报告”。', '第一条 甲登记。乙报告。丙报告。'],
    ['第一条末尾增加一句：“己公示。”', '第一条 甲登记。乙备案。丙报告。己公示。'],
  ])('%s', (clause, line) => {
    expect(apply(text, `一、${clause}`).lines[0]).toBe(line);
  });

  test('the words before a list are changed alone', () => {
    const { lines } = apply(text, '一、第二条各项之前的部分修改为：“有下列情形的，罚款：”');
    expect(lines.slice(1)).toEqual(['第二条 有下列情形的，罚款：', '（一）丁；', '（二）戊。']);
  });

  test('half of a provision is no part that can be told', () => {
    const [fate] = apply(text, '一、将第一条前半部分的“甲”修改为“己”。').fates;
    expect(fate).toContain('没有读懂“将第一条前半部分的“甲”修改为“己””；写明');
  });
});

test('a decision of more than a thousand clauses has a label for each', () => {
  const clauses = Array.from(
    { length: 1001 },
    (_, i) => `${formatNumeral(i + 1)}、删去第${formatNumeral(i + 1)}条。`,
  );
  const { operations } = parseDecision(decisionLines(clauses.join('\n')));
  expect(operations.map(({ clause }) => clauseLabel(clause)).slice(-2)).toEqual(['一千', '一千零一']);
});

test('instructions without a number are told apart by their lines, those with one by it', () => {
  const clauses = (decision: string) =>
    parseDecision(decisionLines(decision)).operations.map(({ clause }) => clause);
  expect(clauses('一、删去第一条。\n删去第二条。')).toEqual([
    { is: 'numbered', label: '一' },
    { is: 'numbered', label: '一' },
  ]);
  expect(clauses('删去第一条。删去第二条。\n删去第三条。')).toEqual([
    { is: 'unnumbered', line: 1 },
    { is: 'unnumbered', line: 1 },
    { is: 'unnumbered', line: 2 },
  ]);
});
