import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms, findTermUses, referencesAmong } from '../../src/domain/references/index.ts';
import { textUnits } from '../../src/domain/references/texts.ts';
import { viewsOf } from '../../src/domain/views/index.ts';
import { read } from '../views/read.ts';

const words = fc.constantFrom(
  '第一条　',
  '第二条　',
  '一、',
  '（一）',
  '1.',
  '\n\n',
  '\n\n',
  '关于修改《甲法》的决定',
  '某市办法',
  '附件',
  '依照',
  '第二条',
  '第一款',
  '第（一）项',
  '和',
  '至',
  '前款',
  '本法',
  '本办法',
  '该条',
  '各该款',
  '该法',
  '《甲法》',
  '《',
  '》',
  '〈',
  '“',
  '”',
  '（以下简称甲）',
  '（',
  '）',
  '修改为：',
  '作为第三条',
  '将第一条',
  '下列',
  '上述条件',
  '另行制定',
  '湛府〔2020〕1号',
  '令第7号',
  '所称甲，是指乙。',
  '“丙”（丁）',
  '张伟：市长，负责审计工作。',
  '给予500元奖励',
  '5吨以下',
  '5吨以上',
  '之日起20日内',
  '告知',
  '（至2020年12月底）',
  '共有3个，其中1个、2个',
  '80%',
  '，',
  '。',
  '；',
  '：',
  '、',
  '原第三款',
  '总则',
  '序号\t文件名称\t文号',
  '1\t甲\t乙〔2020〕3号',
  '废止',
);
const anyText = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('gives references that stand where they say and end in provisions that are there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const instrument = read(text);
        const units = textUnits(instrument);
        for (const { from, part, cell, start, end, text: own, target, through, reason } of referencesAmong([
          instrument,
        ])) {
          const unit = units.find(
            (one) => one.eId === from.eId && one.part === part && `${one.cell}` === `${cell}`,
          );
          expect(unit?.text.slice(start, end)).toBe(own);
          expect(target !== undefined || reason !== undefined).toBe(true);
          const eIds = new Set(units.map(({ eId }) => eId));
          for (const eId of [target && 'eId' in target ? target.eId : undefined, through]) {
            if (eId !== undefined)
              expect(
                [...eIds].some((id) => id === eId || id.startsWith(`${eId}__`)) ||
                  hasNode(instrument.provisions, eId),
              ).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives terms and views that stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const instrument = read(text);
        const units = textUnits(instrument);
        const terms = findTerms(instrument);
        for (const { eId, part, start, end, term } of terms) {
          expect(units.find((unit) => unit.eId === eId && unit.part === part)?.text.slice(start, end)).toBe(
            term,
          );
        }
        for (const use of findTermUses(instrument, terms)) {
          const unit = units.find(
            (one) => one.eId === use.eId && one.part === use.part && `${one.cell}` === `${use.cell}`,
          );
          expect(unit?.text.slice(use.start, use.end)).toBe(use.term.term);
        }
        expect(() => viewsOf(instrument, '2020-12-26')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

function hasNode(
  list: readonly { eId: string; children: readonly never[] | readonly unknown[] }[],
  eId: string,
): boolean {
  return list.some((node) => node.eId === eId || hasNode(node.children as typeof list, eId));
}
