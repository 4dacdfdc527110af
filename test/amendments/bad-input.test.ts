import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend, parseDecision } from '../../src/domain/amendments/index.ts';
import { apply, decisionLines, plainLaw } from './helpers.ts';

describe('decisions that cannot be carried out as they stand', () => {
  test('a decision for another text', () => {
    const { result, lines } = apply(
      plainLaw(2),
      '关于修改《另一条例》的决定\n对《另一条例》作如下修改：\n一、删去第一条。',
    );
    expect(result.complete).toBe(false);
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 第2号内容甲。']);
  });

  test('a text without instructions', () => {
    const { result, remarks } = apply(plainLaw(2), '关于加强管理的通知\n请各单位认真执行。');
    expect(remarks).toEqual(['decision-empty']);
    expect(result.complete).toBe(false);
  });

  test('an empty decision, an empty text', () => {
    expect(apply(plainLaw(1), '').result.complete).toBe(false);
    expect(apply('', '一、删去第一条。').fates).toEqual(['repeal: 全文没有第一条']);
  });

  test('an unclosed quotation gives a partial result and says so', () => {
    const { fates, remarks, result } = apply(plainLaw(3), '一、将第一条修改为：“新一。\n二、删去第二条。');
    expect(fates).toEqual(['substitute', 'repeal']);
    expect(remarks).toEqual(['quote-unclosed']);
    expect(result.complete).toBe(false);
  });

  test('contradictory clauses: repealed and amended, inserted twice under one number', () => {
    const twice = apply(
      plainLaw(3),
      '一、删去第二条。\n二、将第二条中的“内容”修改为“内涵”。\n三、增加一条，作为第三条：“新。”\n四、增加一条，作为第三条：“又。”',
    );
    expect(twice.fates[0]).toBe('repeal');
    expect(twice.fates[1]).toMatch(/^replaceWords: .*删去/);
    expect(twice.fates[3]).toMatch(/^insert: .*已由本决定的另一条款增加/);
    expect(twice.result.complete).toBe(false);
  });

  test('new numbers that break the order are told', () => {
    const { findings } = apply(plainLaw(4), '一、将第一条改为第四条。\n条文顺序作相应调整。');
    expect(findings.some((finding) => finding.startsWith('order: 第一条改为第四条'))).toBe(true);
  });

  test('prose that names an article and is no known instruction is an error, with its place', () => {
    const { leftovers } = parseDecision(
      decisionLines('一、删去第一条。\n本决定施行前依照第三条办理的，继续有效。'),
    );
    expect(leftovers).toMatchObject([
      { rule: 'decision-prose', severity: 'error', position: { start: { line: 2, column: 1 } } },
    ]);
  });
});

describe('an address without its article', () => {
  const base = '示例条例\n为了甲，制定本条例。\n本条例由甲解释。\n第一条　甲负责。\n第二条　乙负责。';

  test.each(['一、第一款中的“甲”修改为“丙”。', '一、删去第二款。'])(
    '%s touches nothing in a text of articles',
    (clause) => {
      const { fates, lines } = apply(base, clause);
      expect(fates).toEqual([expect.stringContaining('没有写明是哪一条的')]);
      expect(lines.slice(0, 2)).toEqual(['为了甲，制定本条例。', '本条例由甲解释。']);
    },
  );
});

describe('words that could be read in more ways than there is time for', () => {
  test.each([
    `经${'会议决定'.repeat(40)}甲第一条乙`,
    `将${'《甲》《乙》第一条'.repeat(60)}甲`,
    `对${'《甲》和'.repeat(3000)}《乙》作如下修改`,
    `《甲》（${'号'.repeat(100_000)}`,
    '《甲条例》以下简称甲，'.repeat(5000),
    `将第二条${'、'.repeat(100_000)}甲修改为“乙”`,
    `将第二条${' '.repeat(100_000)}甲修改为“乙”`,
  ])('%#: are read at once', (words) => {
    const { base, clause } = {
      base: plainLaw(2),
      clause: `关于修改《示例条例》的决定\n一、${words}\n二、删去第二条。`,
    };
    const result = amend({ text: base, name: 'a' }, { text: clause, name: 'b' });
    expect(result.instrument.provisions.length).toBeGreaterThan(0);
  });
});

const pieces = [
  '一、',
  '二、',
  '（一）',
  '1.',
  '将',
  '第一条',
  '第二条第一款',
  '第三项',
  '修改为：',
  '“',
  '”',
  '‘甲’',
  '删去',
  '增加一条，作为第二条',
  '改为',
  '合并',
  '、',
  '，',
  '。',
  '\n',
  '《示例条例》',
  '中的',
  '甲',
  '内容',
  '条文顺序作相应调整',
  '附件1',
  '名称',
  '第九百九十九条之一',
];

describe('any text at all', () => {
  test('is read without failing, and every operation has a fate and, if refused, a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
        const result = amend({ text: plainLaw(3), name: 'a' }, { text: words.join(''), name: 'b' });
        for (const { fate, reason } of result.operations)
          expect(fate === 'applied' || (reason ?? '') !== '').toBe(true);
        expect(result.instrument.provisions.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 120 },
    );
  });
});
