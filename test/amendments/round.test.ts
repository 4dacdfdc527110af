/** Back and forth: what a decision made, taken back and made again, is the same text. */
import { expect, test } from 'vitest';
import { applyOperations, parseDecision, unapply } from '../../src/domain/amendments/index.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { decisionLines, law, plainLaw } from './helpers.ts';

const base = plainLaw(8, {
  2: '甲一丙。\n\n甲二丁。',
  5: '情形：\n\n（一）甲戊；\n\n（二）甲己；\n\n（三）甲庚。',
});

test.each([
  '一、增加一条，作为第二条：“新。”\n二、将第四条改为第五条第一款，其中的“甲”修改为“乙”。\n增加一款，作为第二款：“丙。”',
  '一、将本条例中的“甲”修改为“乙乙乙乙乙乙乙乙”，但第三条、第五条除外。',
  '一、将第一条、第二条第一款，第七条中的“甲”修改为“乙辛壬癸”。',
  '一、第五条增加一项：“（二）新；”\n二、删去第五条第三项。',
  '一、将第五条第（三）项修改为：“（三）新。”\n二、将第二条最后一款修改为：“新。”',
  '一、将第六条、第七条合并，作为第六条，修改为：“合。”',
  '一、将第二条第二款作为第三条，修改为：“新。”\n二、删去第八条。',
])('%s', (clauses) => {
  const { operations } = parseDecision(
    decisionLines(`关于修改《示例条例》的决定\n${clauses}\n此外，对条文顺序作相应调整。`),
  );
  const made = applyOperations(law(base), operations);
  expect(made.operations.filter(({ fate }) => fate !== 'applied')).toEqual([]);
  const back = unapply(made.instrument, operations);
  const again = applyOperations(back.instrument, operations);
  expect(again.operations.filter(({ fate }) => fate !== 'applied').map(({ reason }) => reason)).toEqual([]);
  expect(serializeProvisions(again.instrument.provisions)).toEqual(
    serializeProvisions(made.instrument.provisions),
  );
});
