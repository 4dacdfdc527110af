import { describe, expect, test } from 'vitest';
import { parseDecision } from '../../src/domain/amendments/index.ts';

const place = { line: 1, column: 1, offset: 0 };
const lines = (...texts: string[]) => texts.map((text) => ({ text, position: { start: place, end: place } }));
const head = '关于修改《甲市渔港条例》的决定';

function read(...clauses: string[]) {
  const { operations, leftovers } = parseDecision(lines(head, ...clauses), { title: '甲市渔港条例' });
  return { ops: operations.map(({ op }) => op), rules: leftovers.map(({ rule }) => rule) };
}

describe('a decision that lost half of a title mark', () => {
  test('changes nothing by that clause, and says so', () => {
    const { ops, rules } = read('一、根据《上位法的规定，将《码头条例》第三条修改为：“丙丙。”');
    expect(ops.filter((op) => op !== 'unknown')).toEqual([]);
    expect(rules.length).toBeGreaterThan(0);
    expect(read('一、依照上位法》，将第三条修改为：“丙丙。”').rules).toContain('title-mark');
  });

  test('changes nothing by what stands under that clause', () => {
    const { ops } = read('一、修改《码头条例', '（一）将第三条修改为：“丙丙。”');
    expect(ops.filter((op) => op !== 'unknown')).toEqual([]);
  });

  test('changes by its other clauses what they name', () => {
    expect(read('一、根据《上位法，将第一条修改为：“甲甲。”', '二、将第二条修改为：“乙乙。”').ops).toEqual([
      'unknown',
      'substitute',
    ]);
  });
});
