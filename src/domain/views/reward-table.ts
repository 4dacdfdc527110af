/** Rewards printed as a table: a column of acts and a column of sums, `违法行为 | 奖励金额（元）`. */
import type { Provision } from '../model.ts';
import { findAwards } from './awards.ts';
import { type Cell, tableCell } from './cell.ts';
import type { Tier } from './tiers.ts';

const sumHeader =
  /^奖(?:励|金)?(?:金额|标准|数额|额度|幅度|档次)?(?:（(元|万元)）)?$|^(?:给予)?奖励(?:金额|标准)/;
const actHeader = /行为|情形|事项|内容|类型|类别|等级|项目|条件|问题/;

interface TableTiers {
  tiers: Tier[];
  /** Rows that give no act or not just one sum, as printed. */
  unread: Cell[];
}

/**
 * Tiers of a table of rewards, row by row; undefined for any other provision.
 *
 * `甲 | 500元` → a tier · `乙 | 面议` → a row not read
 */
export function tableTiers(table: Provision): TableTiers | undefined {
  const [header = [], ...rows] = table.rows ?? [];
  const heads = header.map((cell) => cell.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）'));
  const sumAt = heads.findIndex((cell) => sumHeader.test(cell));
  const actAt = heads.findLastIndex((cell, i) => i !== sumAt && actHeader.test(cell));
  if (sumAt < 0 || actAt < 0) return undefined;
  const unit = /（(元|万元)）/.exec(heads[sumAt]!)?.[1];
  const tiers: Tier[] = [];
  const unread: Cell[] = [];
  for (const [i, row] of rows.entries()) {
    const cell = (column: number, text: string, start?: number) =>
      tableCell(table, i + 1, column, text, start);
    const [sum = '', act = ''] = [row[sumAt], row[actAt]];
    const words = unit && !sum.includes('元') ? `${sum}${unit}` : sum;
    const awards = findAwards(words);
    const [award] = awards;
    if (!award || awards.length > 1 || act === '') {
      unread.push(cell(sumAt, row.filter((words) => words !== '').join('　')));
      continue;
    }
    const { start, end, ...amount } = award;
    const printed = sum.slice(start, Math.min(end, sum.length));
    tiers.push({
      amount: { ...amount, cell: cell(sumAt, printed, start) },
      condition: cell(actAt, act),
      // What other columns say of the act is a condition as well.
      acts: row.flatMap((words, column) =>
        column === sumAt || column === actAt || words === '' || /^(?:序号|编号)$/.test(heads[column] ?? '')
          ? []
          : [cell(column, words)],
      ),
      eId: table.eId,
    });
  }
  return { tiers, unread };
}
