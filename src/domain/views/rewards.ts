/**
 * Reward measures: what an act is worth, on which conditions, up to what sum, what is excluded, and the steps to it.
 *
 * Recognised by sums of 奖励 that are tied to acts; any text without at least two such sums gives nothing.
 */
import type { Instrument, Provision } from '../model.ts';
import { rewarding } from '../vocabulary/rewards.ts';
import { anyOf } from '../vocabulary/words.ts';
import { findMoney } from './amounts.ts';
import { findAwards, isAward, isFine } from './awards.ts';
import { type Cell, cellOf, pieces, walk, wholeCell } from './cell.ts';
import { tableTiers } from './reward-table.ts';
import { readSteps, type Step } from './steps.ts';
import { type Boundary, readBoundaries } from './thresholds.ts';
import type { Tier } from './tiers.ts';
import { heldBy } from './unread.ts';

export interface Rewards {
  type: 'rewards';
  tiers: Tier[];
  /** 总额不超过10000元 */
  caps: { amount: number; cell: Cell }[];
  /** What changes a sum: 内部人员举报的，按标准的2倍奖励; 加奖500元. */
  adjustments: Cell[];
  /** How several reporters or several acts share: 一案一奖, 平均分配. */
  sharing: Cell[];
  exclusions: Cell[];
  steps: Step[];
  /** Spans of time that count no step: 三年内不得再次申报. */
  terms: Cell[];
  boundaries: Boundary[];
  /**
   * Sums and shares beside the words of reward that none of the lists above holds, and rows of a table without a sum: the
   * view is not whole without them.
   */
  unread: Cell[];
}

const reward = new RegExp(anyOf(rewarding));
const capWords = /(?:不超过|不高于|最高(?:为|不超过)?|封顶|上限(?:为)?)[^，。；]{0,6}$/;
const adjusting = /(?:加奖|另奖|再奖|追加|额外|增加)[^，。；]{0,8}$/;
const adjustment = /[0-9一二两三四五六七八九十]倍|加倍|减半|上浮|下浮|加奖/;
const sharingWords =
  /一案一奖|平均分配|分别奖励|合并奖励|最先举报|第一举报|共同举报|联名举报|单项最高|重复奖励/;
const exclusionWords = /不予奖励|不给予奖励|不予以奖励|不属于奖励|不在奖励范围|不适用本办法/;

/** Reward tiers of an instrument, or undefined where it has none, or only one and no row of a table that cannot be read. */
export function readRewards(instrument: Instrument): Rewards | undefined {
  const provisions = walk(instrument.provisions);
  const tables = provisions.map(tableTiers);
  const announced = new Set(provisions.flatMap(announcedBy));
  const tiers = provisions.flatMap((provision, i) => {
    return tables[i]?.tiers ?? tiersOf(provision, announced.has(provision));
  });
  const rows = tables.flatMap((table) => table?.unread ?? []);
  if (tiers.length === 0 || tiers.length + rows.length < 2) return undefined;
  const lists = {
    tiers,
    caps: provisions.flatMap(capsOf),
    adjustments: provisions.flatMap(adjustmentsOf),
    sharing: provisions.flatMap((provision) => clausesWith(provision, sharingWords)),
    exclusions: exclusionsOf(provisions),
  };
  const { steps, terms } = readSteps(instrument);
  return {
    type: 'rewards',
    ...lists,
    steps,
    terms,
    boundaries: readBoundaries(instrument, tiers),
    unread: [...rows, ...unreadOf(provisions, lists)],
  };
}

/** Every sum and share of a clause that speaks of rewards, or of a list that such a clause announces, but for fines. */
function unreadOf(
  provisions: readonly Provision[],
  {
    tiers,
    caps,
    adjustments,
    sharing,
    exclusions,
  }: Pick<Rewards, 'tiers' | 'caps' | 'adjustments' | 'sharing' | 'exclusions'>,
): Cell[] {
  const held = heldBy([
    ...tiers.flatMap(({ amount, condition, acts, floor }) => [
      amount.cell,
      condition,
      ...acts,
      ...(floor ? [floor] : []),
    ]),
    ...caps.map(({ cell }) => cell),
    ...adjustments,
    ...sharing,
    ...exclusions,
  ]);
  const announced = new Set(
    provisions.flatMap(({ text, heading = '', children }) =>
      reward.test(heading + text) ? walk(children) : [],
    ),
  );
  return provisions.flatMap((provision) =>
    (['heading', undefined] as const).flatMap((part) => {
      const text = part ? (provision.heading ?? '') : provision.text;
      if (provision.rows || !(reward.test(text) || announced.has(provision))) return [];
      return pieces(text, '；。').flatMap(({ start, end }) => {
        const clause = text.slice(start, end);
        const left = findAwards(clause).some(
          (award) =>
            !isFine(clause, award) &&
            !held({ eId: provision.eId, start: start + award.start, end: start + award.end }, part),
        );
        return left ? [cellOf(provision, start, end, part)] : [];
      });
    }),
  );
}

/** Members of a list that 奖励标准如下： announces: there a sum is an award without a verb. */
function announcedBy({ text, children }: Provision): Provision[] {
  if (!reward.test(text) || !/[：:]$/.test(text) || findAwards(text).length > 0) return [];
  return children.filter(({ label, quoted }) => label !== '' && !quoted);
}

/**
 * One tier an award: 给予…5000元奖励, 奖励500元至2000元, 按罚款数额的5%奖励.
 * @param announced the line above said that sums of reward follow: 一等奖5万元 is one as well
 */
function tiersOf(provision: Provision, announced: boolean): Tier[] {
  const tiers: Tier[] = [];
  for (const part of ['heading', undefined] as const) readPart(provision, part, announced, tiers);
  return tiers;
}

function readPart(
  provision: Provision,
  part: 'heading' | undefined,
  announced: boolean,
  tiers: Tier[],
): void {
  const text = part ? (provision.heading ?? '') : provision.text;
  if (!announced && !reward.test(text)) return;
  const acts = provision.children
    .filter(({ type, quoted }) => !quoted && (type === 'point' || type === 'item' || type === 'level'))
    .map(wholeCell)
    .filter(({ text: words }) => words !== '');
  for (const { start, end } of pieces(text, '；。')) {
    const clause = text.slice(start, end);
    let from = 0;
    const awards = findAwards(clause);
    const verbless = announced && !awards.some((award) => isAward(clause, award));
    for (const award of awards) {
      const before = clause.slice(0, award.start);
      // 货值不满1万元的，给予二千元奖励: the first sum is a condition.
      if (capWords.test(before) || adjusting.test(before) || !isAward(clause, award, verbless)) continue;
      from += /^[，,、\s]*/.exec(clause.slice(from))![0].length;
      const said = clause.slice(from, award.start);
      const last = tiers.at(-1);
      if (last?.amount.rate && floorWords.test(said)) {
        last.floor = cellOf(provision, start + from + said.search(floorWords), start + award.end, part);
      } else {
        // 举报奖励100公斤以下的奖500元: what announces the reward is no condition.
        const opening = announcing.exec(said)?.[0].length ?? 0;
        const to = lastOf(said);
        const lead = opening < to ? opening : 0;
        const condition = cellOf(provision, start + from + lead, start + from + to, part);
        const { start: at, end: stop, ...sum } = award;
        tiers.push({
          amount: { ...sum, cell: cellOf(provision, start + at, start + stop, part) },
          condition,
          acts,
          eId: provision.eId,
        });
      }
      from =
        award.end + /^(?:的)?(?:一次性)?(?:奖励|奖金|补助|补贴)?/.exec(clause.slice(award.end))![0].length;
    }
  }
}

/** 不足2000元的，给予2000元 · 最低奖励3000元 */
const floorWords =
  /(?:按此计算|计算后?)?(?:不足|低于|少于|不满)[^，。；]{0,14}(?:元|的)[^，。；]{0,4}(?:，|按照?|以|给予|奖励|发放)|(?:最低|不低于|不少于)[^，。；]{0,8}$/;

const announcing = /^(?:举报)?(?:奖励|奖金)(?:标准|金额|数额)?(?:如下|为|是)?[：:，]?/;

/** The verb that gives, with whom it gives to; what stands before 的 is a condition: 100公斤以下的|奖. */
const gives = /(?:，|,)?(?:可以?|应当)?(?:一次性)?(?:给予|奖励|发放|兑付|奖)[^，。；的]{0,16}$/;

/** Offset of the member of the sentence that gives: ，|给予举报人. */
function lastOf(before: string): number {
  const at = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','));
  // 一般事故按每查实1人奖励3万元: what a sum is counted by belongs to it.
  if (at >= 0 && before.slice(at).includes('每'))
    return before.replace(/(?:给予|奖励|发放)(?:举报人)?$/, '').length;
  const verb = gives.exec(before)?.index ?? before.length;
  // …，100公斤以上的奖: a condition of the last member.
  if (at >= 0 && !before.slice(at, verb).includes('的')) return at;
  return verb === 0 ? before.length : verb;
}

function adjustmentsOf(provision: Provision): Cell[] {
  return clausesWith(provision, adjustment).filter(({ text }) => /奖/.test(text));
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
