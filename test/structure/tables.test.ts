import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: string[]) => read(`某市收费标准\n\n项目和标准如下：\n\n${rows.join('\n')}\n`);
const said = (...rows: string[]) =>
  table(...rows).messages.flatMap(({ rule, line, severity }) =>
    rule === 'table-cells' ? [`${line} ${severity}`] : [],
  );

test('rows with other cells than the first are kept as they are and told once, with the place of the first', () => {
  const rows = ['类别\t项目\t标准', '甲\t停车\t5元', '洗车\t6元', '乙\t7元'];
  expect(said(...rows)).toEqual(['7 info']);
  expect(JSON.stringify(table(...rows).first.provisions)).toContain(
    '[["类别","项目","标准"],["甲","停车","5元"],["洗车","6元"],["乙","7元"]]',
  );
});

test('an even table has nothing to tell', () => {
  expect(said('类别\t项目', '甲\t停车', '乙\t洗车')).toEqual([]);
});
