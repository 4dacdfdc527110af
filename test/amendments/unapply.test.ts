import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
  applyOperations,
  clauseLabel,
  linesOfInstrument,
  missingIn,
  parseDecision,
  unapply,
  verify,
} from '../../src/domain/amendments/index.ts';
import type { Instrument, Provision } from '../../src/domain/model.ts';
import { parseIssue, serializeProvisions } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';
import { apply, decisionLines, law, plainLaw } from './helpers.ts';

function gazette(): { decision: Instrument; rule: Instrument } {
  const file = new VFile({ path: 'gazette.md' });
  const source = readFileSync(new URL('../../content/issues/2020-12/gazette.md', import.meta.url), 'utf8');
  const { instruments } = parseIssue('2020-12', readText(source, file), file);
  return {
    decision: instruments.find(({ kind }) => kind === 'decision')!,
    rule: instruments.find(({ kind, title }) => kind === 'rules' && title.includes('网络预约'))!,
  };
}

function at(provisions: readonly Provision[], eId: string): Provision | undefined {
  for (const provision of provisions) {
    if (provision.eId === eId) return provision;
    const below = at(provision.children, eId);
    if (below) return below;
  }
  return undefined;
}

describe('Decree No. 7 of 2020 turned back', () => {
  const { decision, rule } = gazette();
  const { operations, leftovers } = parseDecision(linesOfInstrument(decision), { title: rule.title });
  const { instrument, notes, open } = unapply(rule, operations);
  const tree = instrument.provisions;

  test('the decision is six listed changes and one general clause, nothing left over', () => {
    expect(leftovers).toEqual([]);
    expect(operations.map(({ op, clause }) => [op, clauseLabel(clause)])).toEqual([
      ['repeal', '一'],
      ['repeal', '一'],
      ['repeal', '一'],
      ['substitute', '二'],
      ['repeal', '三'],
      ['repeal', '四'],
      ['general', ''],
    ]);
    expect(open).toEqual([]);
  });

  test('article 6: six items once, 一 二 四 六 are those of today, and a second paragraph', () => {
    const items = at(tree, 'art_6__para_1')!.children;
    const today = at(rule.provisions, 'art_6__para_1')!.children;
    expect(items.map(({ label, missing }) => [label, missing === true])).toEqual([
      ['（一）', false],
      ['（二）', false],
      ['（三）', true],
      ['（四）', false],
      ['（五）', true],
      ['（六）', false],
    ]);
    expect([0, 1, 3, 5].map((i) => items[i]!.text)).toEqual(today.map(({ text }) => text));
    expect(at(tree, 'art_6__para_2')?.missing).toBe(true);
    expect(at(tree, 'art_6__para_3')).toBeUndefined();
  });

  test('article 10 existed; neither its words nor its number of paragraphs are known', () => {
    expect(at(tree, 'art_10')).toMatchObject({ missing: true, text: '', children: [] });
    expect(notes.find(({ eId }) => eId === 'art_10')?.reason).toContain('款数');
  });

  test('article 13 had a second paragraph; article 15 six items, the fifth of today being the sixth', () => {
    expect(at(tree, 'art_13')!.children.map(({ missing }) => missing === true)).toEqual([false, true]);
    const items = at(tree, 'art_15__para_1')!.children;
    expect(items).toHaveLength(6);
    expect(items[4]!.missing).toBe(true);
    expect(items[5]!.text).toBe(at(rule.provisions, 'art_15__para_1__item_5')!.text);
  });

  test('the count and numbers of articles are the same; that words may differ everywhere is said', () => {
    expect(tree).toHaveLength(24);
    expect(tree.map(({ label }) => label)).toEqual(rule.provisions.map(({ label }) => label));
    expect(missingIn(tree).map(({ eId }) => eId)).toEqual([
      'art_6__para_1__item_3',
      'art_6__para_1__item_5',
      'art_6__para_2',
      'art_10',
      'art_13__para_2',
      'art_15__para_1__item_5',
    ]);
    expect(notes.find(({ eId }) => eId === undefined)?.reason).toContain('个别条文序号和文字');
  });

  test('the decision on the reconstruction gives the printed text, character for character', () => {
    const again = applyOperations(instrument, operations);
    expect(again.operations.map(({ fate }) => fate)).toEqual(new Array(7).fill('applied'));
    expect(serializeProvisions(again.instrument.provisions)).toEqual(serializeProvisions(rule.provisions));
    expect(missingIn(again.instrument.provisions)).toEqual([]);
    expect(verify(again.instrument, rule, again.operations).every((row) => row.class === 'same')).toBe(true);
  });

  test('neither text was changed by it', () => {
    const fresh = gazette().rule;
    expect(serializeProvisions(rule.provisions)).toEqual(serializeProvisions(fresh.provisions));
    expect(at(rule.provisions, 'art_10')?.missing).toBeUndefined();
  });
});

describe('turning back', () => {
  const back = (after: string, decision: string) => {
    const { operations } = parseDecision(decisionLines(decision));
    const { instrument, notes } = unapply(law(after), operations);
    return {
      lines: serializeProvisions(instrument.provisions),
      notes: notes.map(({ eId, reason }) => `${eId ?? ''} ${reason}`),
      instrument,
    };
  };

  test('inserted articles go, and numbers and references with them', () => {
    const { lines } = back(plainLaw(4, { 4: '依照第三条办理。' }), '一、增加一条，作为第二条：“新。”');
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 第3号内容甲。', '第三条 依照第二条办理。']);
  });

  test('a repealed article comes back without words', () => {
    const { lines, notes } = back(plainLaw(3), '一、删去第二条。');
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条', '第三条 第2号内容甲。', '第四条 第3号内容甲。']);
    expect(notes).toEqual(['art_2 原有此条，条文原文未载']);
  });

  test('words put back where the new ones stand once, and not where they stand twice', () => {
    const { lines, notes } = back(
      plainLaw(2, { 1: '农业农村部门负责。', 2: '甲部门和甲部门负责。' }),
      '一、将第一条中的“农业部门”修改为“农业农村部门”。\n二、将第二条中的“乙部门”修改为“甲部门”。\n三、删去第一条中的“依法”。',
    );
    expect(lines).toEqual(['第一条 农业部门负责。', '第二条 甲部门和甲部门负责。']);
    expect(notes).toEqual([
      'art_2 “甲部门”现有2处，其中哪几处原作“乙部门”不能确定',
      'art_1 原文另有“依法”，位置不详',
    ]);
  });

  test('articles that were paragraphs go back into one article', () => {
    const base = '示例法\n\n第一条　甲。\n\n第二条　乙一。\n\n乙二。\n\n第三条　丙。\n';
    const decision = '一、将第二条第二款改为第二条，第一款改为第三条。';
    const after = apply(base, decision).lines.join('\n\n');
    expect(back(`示例法\n\n${after}\n`, decision).lines).toEqual([
      '第一条 甲。',
      '第二条 乙一。',
      '乙二。',
      '第三条 丙。',
    ]);
  });

  test('a new chapter goes, its articles go back to where they stood', () => {
    const base =
      '示例法\n\n第一章　总则\n\n第一条　甲。\n\n第二条　乙。\n\n第二章　附则\n\n第三条　丙。\n\n第四条　丁。\n';
    const decision =
      '一、增加一章“保障”，作为第二章，包括第三条至第四条。\n二、增加二条，分别作为第三条、第四条：\n“第三条　新三。\n“第四条　新四。”';
    const after = apply(base, decision);
    expect(after.lines).toEqual([
      '第一章 总则',
      '第一条 甲。',
      '第二条 乙。',
      '第二章 保障',
      '第三条 新三。',
      '第四条 新四。',
      '第三章 附则',
      '第五条 丙。',
      '第六条 丁。',
    ]);
    expect(back(`示例法\n\n${after.lines.join('\n\n')}\n`, decision).lines).toEqual([
      '第一章 总则',
      '第一条 甲。',
      '第二条 乙。',
      '第二章 附则',
      '第三条 丙。',
      '第四条 丁。',
    ]);
  });
});

test('articles merged without a new number are not taken back: which one they are is not told', () => {
  const back = (clause: string) => {
    const { operations } = parseDecision(decisionLines(`一、${clause}`), { title: '示例条例' });
    const { instrument } = applyOperations(law(plainLaw(4)), operations);
    return unapply(instrument, operations).open.map(({ op }) => op);
  };
  expect(back('删去第一条。第二条、第三条合并，修改为：“合。”')).toEqual(['merge']);
  expect(back('删去第一条。第二条、第三条合并，作为第一条，修改为：“合。”')).toEqual([]);
});
