/** What a clause awards: a sum, a range of sums, a share of the fine. */
import { numeralClass } from '../text/numerals.ts';
import {
  funds,
  givingBefore,
  givingBehind,
  rewardNouns,
  settingAside,
  shareNouns,
  shareOf,
} from '../vocabulary/rewards.ts';
import { anyOf } from '../vocabulary/words.ts';
import { type Amount, findMoney, numberOf } from './amounts.ts';

interface Award {
  start: number;
  end: number;
  /** Yuan; both the same for a fixed sum, absent where the text sets no bound there. */
  min?: number;
  max?: number;
  /** Per cent of what the words before it name: 货值金额的5%. */
  rate?: { min: number; max: number };
}

const digits = '(?:[0-9０-９]{1,3}(?:[,，][0-9]{3}){1,4}|[0-9０-９]{1,9})(?:\\.[0-9]{1,4})?';
const chinese = `[${numeralClass}]{1,9}`;
const to = '[ ]?(?:至|到|—{1,2}|-|－|–|～|~)[ ]?';
const range = new RegExp(
  `(?<![0-9０-９.])(${digits}|${chinese})(万|亿|千|百)?(元)?(?:（含）)?(?:以上)?(?:${to}|(?<=以上))(${digits}|${chinese})(万|亿|千|百)?元(?:（含）)?(?:以[下内])?`,
  'g',
);
const share = new RegExp(
  `(?:(${digits})[%％]|百分之(${chinese}))(?:（含）)?(?:${to}(?:(${digits})[%％]|百分之(${chinese})))?(?:（含）)?`,
  'g',
);
/** What a share is taken of. */
const base = new RegExp(
  `(?:行政(?=处罚)|实际(?=入库))?(?:${anyOf(shareOf)})[^，。；、按给予]{0,24}(?:${anyOf(shareNouns)})?的?$`,
);

/** Every sum, range and share of a clause, in order. `奖励2000—5000元` → 2000 to 5000 · `罚款数额的5%` → rate 5 */
export function findAwards(clause: string): Award[] {
  const ranges = [...clause.matchAll(range)].flatMap(rangeOf);
  const inside = ({ start, end }: Amount): boolean =>
    ranges.some((one) => one.start <= start && end <= one.end);
  const singles = findMoney(clause)
    .filter((sum) => !inside(sum))
    .map((sum) => singleOf(clause, sum));
  return [
    ...ranges,
    ...singles,
    ...[...clause.matchAll(share)].flatMap((match) => readShare(clause, match)),
  ].sort((a, b) => a.start - b.start);
}

/** 1至5万元 is 1万元至5万元, 500至1万元 is 500元至1万元: the reading that rises. */
function rangeOf(match: RegExpMatchArray): Award[] {
  const [whole, low, lowScale, yuan, high, highScale] = match as unknown as (string | undefined)[];
  const max = numberOf(high!, highScale);
  const plain = numberOf(low!, lowScale);
  const scaled = yuan || lowScale ? plain : numberOf(low!, highScale);
  const min = scaled !== undefined && max !== undefined && scaled <= max ? scaled : plain;
  if (min === undefined || max === undefined || min > max) return [];
  return [{ start: match.index!, end: match.index! + whole!.length, min, max }];
}

function singleOf(clause: string, { start, end, value }: Amount): Award {
  const after = clause.slice(end, end + 3);
  if (after.startsWith('以上')) return { start, end: end + 2, min: value };
  if (/^以[下内]/.test(after)) return { start, end: end + 2, max: value };
  return { start, end, min: value, max: value };
}

function readShare(clause: string, match: RegExpMatchArray): Award[] {
  const [whole, low, lowWords, high, highWords] = match as unknown as (string | undefined)[];
  const min = numberOf(low ?? lowWords!);
  const max = high === undefined && highWords === undefined ? min : numberOf(high ?? highWords!);
  if (min === undefined || max === undefined) return [];
  const before = base.exec(clause.slice(0, match.index!))?.[0].length ?? 0;
  return [{ start: match.index! - before, end: match.index! + whole!.length, rate: { min, max } }];
}

/** 并处1000元罚款: what is taken is no award. */
export function isFine(clause: string, { start, end }: Award): boolean {
  return (
    /(?:处(?![罚理置分])以?|并处|罚款(?!金额|数额|总额)|(?<!处)罚金)[^，。；]{0,6}$/.test(
      clause.slice(0, start),
    ) || /^(?:以上|以下)?(?:的)?(?:罚款|罚金)/.test(clause.slice(end))
  );
}

const fund = new RegExp(anyOf(funds));
const setAside = new RegExp(anyOf(settingAside));
const toSomebody = /给予|予以|发放|兑付|每(?!年)|对|[的得][，,]/;

/** 奖励资金每年200万元, 市财政每年安排奖励经费100万元: what is set aside is no award; to whom a clause gives, it is. */
function isBudget(clause: string, { start, end }: Award): boolean {
  const from = Math.max(clause.lastIndexOf('，', start), clause.lastIndexOf(',', start)) + 1;
  const member = clause.slice(from, start) + /^[^，,]*/.exec(clause.slice(end))![0];
  return fund.test(member) && setAside.test(member) && !toSomebody.test(clause.slice(0, from) + member);
}

const givenBefore = new RegExp(`(?:${anyOf(givingBefore)})[^，。；]{0,16}$`);
const givenBehind = new RegExp(
  `^(?:的)?(?:标准)?(?:一次性)?(?:${anyOf(givingBehind)})?(?:${anyOf(rewardNouns)})`,
);

/**
 * The words that make a number of the clause an award: 给予举报人500元奖励, 奖励500元, 按货值金额的5%给予奖励.
 * @param announced the line above said that sums of reward follow: 一等奖5万元
 */
export function isAward(clause: string, award: Award, announced = false): boolean {
  const { start, end, rate } = award;
  const before = clause.slice(0, start);
  const after = clause.slice(end);
  if (isFine(clause, award) || isBudget(clause, award)) return false;
  if (givenBefore.test(before) || givenBehind.test(after)) return true;
  if (announced && !/^[^，。；]{0,20}的/.test(after)) return true;
  return rate !== undefined && /^[^，。；]{0,10}(?:奖励|奖金|奖)/.test(after);
}
