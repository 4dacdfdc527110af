/** Numbers with units in a text: money, quantities, shares. */
import { numeralClass, parseNumeral } from '../text/numerals.ts';

/** A number with its unit. */
export interface Amount {
  start: number;
  end: number;
  /** As printed, unit included: `5万元`, `100公斤`, `91.33%`. */
  text: string;
  /** In the unit alone: 5万元 → 50000. */
  value: number;
  unit: string;
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 };
/** A run of digits is read from its beginning only, and no longer than a number is. */
const plain =
  '(?<![0-9０-９])(?:[0-9０-９]{1,3}(?:[,，][0-9]{3}){1,5}(?:\\.[0-9]{1,8})?|[0-9０-９]{1,15}(?:\\.[0-9]{1,8})?)';
const chinese = `[${numeralClass}]{1,12}`;
const money = new RegExp(`(?:(${plain})(余|多)?(万|亿|千|百)?|(${chinese}))元(?!素|件|器|旦)`, 'g');

/** A number as written, with its scale: (`5`, `万`) → 50000; undefined where it is none. */
export function numberOf(digits: string, scale = ''): number | undefined {
  const bare = digits
    .replace(/[,，]/g, '')
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const value = /^[0-9]+(?:\.[0-9]+)?$/.test(bare) ? Number(bare) : parseNumeral(bare);
  return value === undefined ? undefined : Number((value * (scales[scale] ?? 1)).toPrecision(12));
}

/** Sums of money, in order. `五千元` → 5000 · `2 万元` → 20000 */
export function findMoney(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(money)) {
    const value = match[1] === undefined ? numberOf(match[4]!) : numberOf(match[1], match[3]);
    if (value === undefined) continue;
    const start = match.index;
    found.push({ start, end: start + match[0].length, text: match[0], value, unit: '元' });
  }
  return found;
}

/** Units that measure one thing, in their smallest: 1吨 = 1000公斤. */
const measures: Readonly<Record<string, { kind: string; factor: number }>> = {
  克: { kind: '质量', factor: 0.001 },
  公斤: { kind: '质量', factor: 1 },
  千克: { kind: '质量', factor: 1 },
  吨: { kind: '质量', factor: 1000 },
  米: { kind: '长度', factor: 1 },
  公里: { kind: '长度', factor: 1000 },
  千米: { kind: '长度', factor: 1000 },
  平方米: { kind: '面积', factor: 1 },
  立方米: { kind: '体积', factor: 1 },
  升: { kind: '体积', factor: 0.001 },
  公顷: { kind: '面积', factor: 10000 },
  亩: { kind: '面积', factor: 666.67 },
  元: { kind: '金额', factor: 1 },
  倍: { kind: '倍数', factor: 1 },
  人: { kind: '人数', factor: 1 },
  头: { kind: '头', factor: 1 },
  辆: { kind: '辆', factor: 1 },
  件: { kind: '件', factor: 1 },
  日: { kind: '日', factor: 1 },
  年: { kind: '年', factor: 1 },
  '%': { kind: '比例', factor: 1 },
};
const bound = new RegExp(
  `(不满|不足|超过|低于|高于|未满)?(${plain}|${chinese})(万|亿|千|百)?(${Object.keys(measures)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:（含[^（）]*）)?(以上|以下|以内|内|及以上|及以下)?`,
  'g',
);

/** A bound of a tier: `100公斤以上`, `不满3吨`. */
export interface Bound extends Amount {
  kind: string;
  /** In the smallest unit of its kind. */
  measure: number;
  side: 'from' | 'to';
  /** The word that sets it: 以上, 以下, 不满 … */
  word: string;
}

const froms: ReadonlySet<string> = new Set(['以上', '及以上', '超过', '高于']);

/** Bounds of quantities in a text, in order; a number without 以上, 以下 or the like is none. */
export function findBounds(text: string): Bound[] {
  const found: Bound[] = [];
  for (const match of text.matchAll(bound)) {
    const [whole, before, digits, scale, unit, after] = match as unknown as (string | undefined)[];
    const word = after ?? before;
    const number = numberOf(digits!, scale);
    if (word === undefined || number === undefined) continue;
    const { kind, factor } = measures[unit!]!;
    const start = match.index;
    found.push({
      start,
      end: start + whole!.length,
      text: whole!,
      value: number,
      unit: unit!,
      kind,
      measure: number * factor,
      side: froms.has(word) ? 'from' : 'to',
      word,
    });
  }
  return found;
}
