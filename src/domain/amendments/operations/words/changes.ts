/** What the phrasings on words share: changes of words, which of their places are meant, and what is left alone. */
import type { Exception, Locator, LocatorStep, Occurrence, Target, WordChange } from '../../../model.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import type { Context } from '../../read/context.ts';
import { areProvisions, type Groups, type Said, targetsIn, wordsIn } from '../../read/phrase.ts';
import { locatorsOf } from '../../text/locators.ts';

/** One operation for each place and each word; the longer words first, or the shorter would break them. */
export function changes(
  targets: readonly Target[],
  list: readonly WordChange[],
  except: Exception[] = [],
): Said[] {
  const lengthOf = (change: WordChange) => ('from' in change ? change.from.length : 0);
  const sorted = list.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const named: readonly Target[] = targets.length > 0 ? targets : [{ kind: 'text' }];
  return named.flatMap((target) =>
    sorted.map((change): Said => ({ op: 'replaceWords', targets: [target], change, except })),
  );
}

export const everywhere: Occurrence = { is: 'all' };

/**
 * Pairs old words with new ones: “a”、“b”分别修改为“c”、“d” → a→c, b→d; “a”、“b”修改为“c” → both → c.
 * @returns undefined where the lists do not answer each other
 */
export function pairedWords(
  old: readonly string[],
  now: readonly string[],
  which: Occurrence = everywhere,
): WordChange[] | undefined {
  if (old.length === 0 || now.length === 0 || (now.length > 1 && old.length !== now.length)) return undefined;
  return old.map((from, i) => ({ kind: 'replace', from, to: now.length === 1 ? now[0]! : now[i]!, which }));
}

export const struck = (from: string, which: Occurrence = everywhere): WordChange => ({
  kind: 'strike',
  from,
  which,
});

/**
 * Which places are meant, by what stands before the quoted words and behind them.
 *
 * 第二处“甲” → the second · 最后一处“甲” → the last · 两处“甲”, “甲”（两处） → all, which must be two
 */
export function occurrenceOf(before = '', behind = ''): Occurrence {
  if (behind.startsWith('一句')) return { is: 'sentence' };
  if (/^最后/.test(before)) return { is: 'nth', nth: -1 };
  const nth = /^(?:第(.+?)|首)[处个]/.exec(before);
  if (nth) return { is: 'nth', nth: parseNumeral(nth[1] ?? '一') ?? 1 };
  const count = /([两二三四五六七八九十])处/.exec(before + behind)?.[1];
  return count === undefined ? everywhere : { is: 'counted', count: parseNumeral(count) ?? 2 };
}

/** 但第三条除外; （第三条、第五条除外）; 但第一条中的“《甲条例》”除外; 第三款不变 */
export const exception =
  '(?:[，,（(]?(?:但|但是)?(?<except>{TS})?(?:中的?)?(?<left>{QL})?(?:除外|不变|不作修改|不在此限|不在此列)[）)]?)?';
/** 除第七条外， */
export const exempt = '(?:除(?<exempt>{TS})(?:以外|之外|外)(?:的)?[，,]?)?';

/**
 * What an instruction on words leaves alone. Its targets are not what follows is about.
 * @param under what an address that leaves out its article is counted in
 * @returns undefined where one is less than a provision: 但第一条第二句除外
 */
export function exceptions(
  parts: Groups,
  context: Context,
  under: LocatorStep[] = [],
): Exception[] | undefined {
  const { steps, last } = context;
  context.steps = under;
  const targets = targetsIn([parts.exempt, parts.outside, parts.beyond, parts.except].find(Boolean), context);
  Object.assign(context, { steps, last });
  if (!areProvisions(targets)) return undefined;
  const words = wordsIn(parts.left, context);
  const locators = locatorsOf(targets);
  const outside: (Locator | undefined)[] = locators.length > 0 || words.length === 0 ? locators : [undefined];
  const left: (string | undefined)[] = words.length > 0 ? words : [undefined];
  return outside.flatMap((place) => left.map((one): Exception => ({ place, words: one })));
}
