/**
 * Reward measures: what an act is worth, on which conditions, up to what sum, what is excluded, and the steps to it.
 *
 * Recognised by sums of 奖励 that are tied to acts; any text without at least two such sums gives nothing.
 */
import type { Instrument, Provision } from '../model.ts';
import { type Amount, findMoney } from './amounts.ts';
import { type Cell, cellOf, pieces, walk, wholeCell } from './cell.ts';
import { readSteps, type Step } from './steps.ts';
import { type Boundary, readBoundaries } from './thresholds.ts';

export interface Tier {
  amount: { min?: number; max?: number; cell: Cell };
  /** What must be fulfilled for the sum, as printed before it. */
  condition: Cell;
  /** Acts listed under the tier; empty where the condition itself names the act. */
  acts: Cell[];
  eId: string;
}

export interface Rewards {
  type: 'rewards';
  tiers: Tier[];
  /** 总额不超过10000元 */
  caps: { amount: number; cell: Cell }[];
  /** How several reporters or several acts share: 一案一奖, 平均分配. */
  sharing: Cell[];
  exclusions: Cell[];
  steps: Step[];
  boundaries: Boundary[];
}

const reward = /奖励|奖金|补助|补贴|奖补/;
const capWords = /(?:不超过|不高于|最高(?:为|不超过)?|封顶|上限(?:为)?)[^，。；]{0,6}$/;
const sharingWords =
  /一案一奖|平均分配|分别奖励|合并奖励|最先举报|第一举报|共同举报|联名举报|单项最高|重复奖励/;
const exclusionWords = /不予奖励|不给予奖励|不予以奖励|不属于奖励|不在奖励范围|不适用本办法/;

/** Reward tiers of an instrument, or undefined where it has fewer than two. */
export function readRewards(instrument: Instrument): Rewards | undefined {
  const provisions = walk(instrument.provisions);
  const tiers = provisions.flatMap(tiersOf);
  if (tiers.length < 2) return undefined;
  return {
    type: 'rewards',
    tiers,
    caps: provisions.flatMap(capsOf),
    sharing: provisions.flatMap((provision) => clausesWith(provision, sharingWords)),
    exclusions: exclusionsOf(provisions),
    steps: readSteps(instrument),
    boundaries: readBoundaries(instrument, tiers),
  };
}

/** One tier a sum: 给予…5000元奖励, 奖励500元至2000元. */
function tiersOf(provision: Provision): Tier[] {
  const { text } = provision;
  if (!reward.test(text)) return [];
  return pieces(text, '；。').flatMap(({ start, end }) => {
    const clause = text.slice(start, end);
    const sums = findMoney(clause).filter((sum) => !capWords.test(clause.slice(0, sum.start)));
    // 货值不满1万元的，给予二千元奖励: the first sum is a condition.
    const at = sums.findIndex((sum) => isReward(clause, sum));
    const [first, second] = at < 0 ? [] : sums.slice(at);
    if (!first) return [];
    const ranged =
      second !== undefined && /^(?:以上|至|到|—|-|－|～|~)+$/.test(clause.slice(first.end, second.start));
    const last = ranged ? second : first;
    const from = start + lastOf(clause.slice(0, first.start));
    const acts = provision.children.filter(
      ({ type, quoted }) => !quoted && (type === 'point' || type === 'item' || type === 'level'),
    );
    return [
      {
        amount: {
          ...amountOf(clause, first, last, ranged),
          cell: cellOf(provision, start + first.start, start + last.end),
        },
        condition: cellOf(provision, start, from),
        acts: acts.map(wholeCell),
        eId: provision.eId,
      },
    ];
  });
}

/** 给予举报人500元奖励, 奖励500元: the word stands in the same member of the sentence. */
function isReward(clause: string, { start, end }: Amount): boolean {
  return (
    /(?:给予|奖励|发放|奖)[^，。；]{0,16}$/.test(clause.slice(0, start)) ||
    /^(?:的)?(?:一次性)?(?:奖励|奖金|补助|补贴)/.test(clause.slice(end))
  );
}

/** Offset of the member of the sentence that gives: ，|给予举报人. */
function lastOf(before: string): number {
  const at = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','));
  return at < 0 ? before.length : at;
}

function amountOf(
  clause: string,
  first: Amount,
  last: Amount,
  ranged: boolean,
): { min?: number; max?: number } {
  if (ranged) return { min: first.value, max: last.value };
  const after = clause.slice(last.end, last.end + 3);
  if (after.startsWith('以上')) return { min: first.value };
  if (/^以[下内]/.test(after)) return { max: first.value };
  return { min: first.value, max: first.value };
}

function capsOf(provision: Provision): Rewards['caps'] {
  const { text } = provision;
  if (!reward.test(text)) return [];
  return findMoney(text)
    .filter(({ start }) => capWords.test(text.slice(Math.max(0, start - 12), start)))
    .map(({ value, start, end }) => ({
      amount: value,
      cell: cellOf(provision, clauseStart(text, start), end),
    }));
}

function clauseStart(text: string, at: number): number {
  return Math.max(...['，', '；', '。', ','].map((stop) => text.lastIndexOf(stop, at))) + 1;
}

function clausesWith(provision: Provision, words: RegExp): Cell[] {
  if (!reward.test(provision.text)) return [];
  return pieces(provision.text, '；。')
    .filter(({ start, end }) => words.test(provision.text.slice(start, end)))
    .map(({ start, end }) => cellOf(provision, start, end));
}

/** 不予奖励: the list it announces, or the clause itself. */
function exclusionsOf(provisions: readonly Provision[]): Cell[] {
  const listed = new Set<Provision>();
  return provisions.flatMap((provision) => {
    if (listed.has(provision) || !exclusionWords.test(provision.text)) return [];
    const list = provision.children.filter(({ quoted }) => !quoted);
    for (const child of list) listed.add(child);
    return list.length > 0 ? list.map(wholeCell) : clausesWith(provision, exclusionWords);
  });
}
