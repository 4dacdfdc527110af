import { describe, expect, test } from 'vitest';
import { applyOperations, parseDecision, verify } from '../../src/domain/amendments/index.ts';
import { apply, decisionLines, law, plainLaw } from './helpers.ts';

function classes(decision: string, base: string, printed: string): string[] {
  const applied = applyOperations(law(base), parseDecision(decisionLines(decision)).operations);
  return verify(applied.instrument, law(printed), applied.operations).map(
    (row) => `${row.old ?? '—'} ${row.new ?? '—'} ${row.class}`,
  );
}

describe('the computed text against the printed one', () => {
  test('space and width are typography, other words are not', () => {
    expect(
      classes('一、删去第三条。', plainLaw(3), plainLaw(2, { 1: '第1号内容甲(乙)。', 2: '第2号内 容甲。' })),
    ).toEqual(['第一条 第一条 contradiction', '第二条 第二条 typography']);
  });

  test('a difference in the numbers of references only', () => {
    expect(
      classes('一、删去第四条。', plainLaw(4, { 2: '依照第三条。' }), plainLaw(3, { 2: '依照第五条。' })),
    ).toEqual(['第一条 第一条 same', '第二条 第二条 renumbering', '第三条 第三条 same']);
  });

  test('unlisted wording is allowed by a general clause, but not in what the decision lays down', () => {
    const decision = '一、将第一条修改为：“新一。”\n个别文字作相应调整。';
    expect(classes(decision, plainLaw(2), plainLaw(2, { 1: '新一改。', 2: '第2号内容改。' }))).toEqual([
      '第一条 第一条 contradiction',
      '第二条 第二条 allowed',
    ]);
  });

  test('an article more, and an article less', () => {
    expect(
      classes(
        '一、删去第一条。',
        plainLaw(3, { 3: '末条丙丁戊己。' }),
        plainLaw(3, { 1: '第2号内容甲。', 2: '凭空多出来的一条。', 3: '末条丙丁戊己。' }),
      ),
    ).toEqual(['第一条 第一条 same', '— 第二条 contradiction', '第二条 第三条 renumbering']);
  });

  test('what no operation touched is told apart: there the two prints differ by themselves', () => {
    const rows = (decision: string, base: string, printed: string) =>
      (apply(base, decision, printed).result.comparison ?? [])
        .filter((row) => row.class === 'contradiction')
        .map((row) => `${row.old ?? '—'} ${row.new ?? '—'}${row.untouched ? ' untouched' : ''}`);
    const base = plainLaw(3, { 2: '甲一。\n\n甲二。' });
    const decision = '一、将第二条第一款中的“甲”修改为“乙”。';
    expect(rows(decision, base, plainLaw(3, { 2: '乙一。\n\n甲二，另见注。', 3: '另一版本。' }))).toEqual([
      '第二条 第二条 untouched',
      '第三条 第三条 untouched',
    ]);
    expect(rows(decision, base, plainLaw(3, { 2: '丙一。\n\n甲二。' }))).toEqual(['第二条 第二条']);
  });

  test('a contradiction makes the run incomplete', () => {
    const { result } = apply(plainLaw(2), '一、将第一条修改为：“新一。”', plainLaw(2, { 1: '别的。' }));
    expect(result.complete).toBe(false);
    expect(
      apply(plainLaw(2), '一、将第一条修改为：“新一。”', plainLaw(2, { 1: '新一。' })).result.complete,
    ).toBe(true);
  });
});
