/** Documents that stand in one list: 《甲》（文号）、《乙》和1994年发布的《丙》. */
import type { Mention } from '../../names/index.ts';
import { numeralClass } from '../../text/numerals.ts';

const separator = new RegExp(
  `^(?:文件?)?(?:[、，,；;和及与]|以及|并且|[（(]?[一二三四五六七八九十${numeralClass}]{1,3}[）)、.．])*$`,
);
/** 《甲》及其补充通知（某府〔2012〕3号): the second document is named by its number alone. */
const supplement = /^[、，]?及其?[一-龥]{0,10}（$/;
/** What stands before a document that is only referred to: 根据《甲》, 违反《甲》. */
export const notObject =
  /(?:根据|依据|按照?|依照|违反|适用|执行|贯彻|落实|遵守|参照|符合|结合|与|同|代替|替代)$/;

const goesOn = '继续(?:执行|施行|实施|适用|有效)';
/** 《甲》仍继续有效, 《甲》第三条继续执行: the words behind a name, or a part, that lives on. */
export const goesOnAfter = new RegExp(
  `^(?:（□*）)?(?:(?:仍然?|均|将)?${goesOn}|仍然?有效|现行有效)(?:。|；|，|$)`,
);
/** 继续执行《甲》 */
export const goesOnBefore = new RegExp(`(?:^|[，；：]|请|仍|应|均|决定)${goesOn}$`);

/** 《甲》设定的行政许可, 《甲》规定的收费标准: what the text lays down, and not the text. */
export const laysDown =
  /^(?:（□*）)?(?:等[^，。；⟦]{0,8})?(?:中|所)?(?:规定|设定|设立|设置|确定|明确|列出?|作出|核发|颁发)的[^，。；⟦]{1,30}/;

/**
 * The list that ends with mention `last`; a document that is only referred to ends it.
 *
 * 废止《甲》、《乙》和1994年发布的《丙》, `last` 丙 → 甲、乙、丙 · 根据《甲》，《乙》废止, `last` 乙 → 乙
 */
export function chainBack(masked: string, mentions: readonly Mention[], last: number): Mention[] {
  const chain: Mention[] = [];
  for (let i = last; i >= 0; i--) {
    const mention = mentions[i]!;
    if (notObject.test(masked.slice(0, mention.from))) break;
    chain.unshift(mention);
    const previous = mentions[i - 1];
    if (!previous || !joined(masked, previous, mention)) break;
  }
  return chain;
}

/**
 * The list that begins with mention `first`.
 *
 * 《甲》、《乙》废止，《丙》继续有效, `first` 甲 → 甲、乙
 */
export function chainOn(masked: string, mentions: readonly Mention[], first: number): Mention[] {
  const chain = [mentions[first]!];
  for (let i = first + 1; i < mentions.length && joined(masked, mentions[i - 1]!, mentions[i]!); i++) {
    chain.push(mentions[i]!);
  }
  return chain;
}

/**
 * The first and the last document of the list in which mention `at` stands.
 *
 * 《甲》、《乙》、《丙》废止，《丁》继续有效, `at` 乙 (1) → [0, 2]
 */
export function listAround(
  masked: string,
  mentions: readonly Mention[],
  at: number,
): readonly [first: number, last: number] {
  let first = at;
  let last = at;
  while (first > 0 && joined(masked, mentions[first - 1]!, mentions[first]!)) first--;
  while (last + 1 < mentions.length && joined(masked, mentions[last]!, mentions[last + 1]!)) last++;
  return [first, last];
}

function joined(masked: string, one: Mention, next: Mention): boolean {
  const end = one.end + (one.scope?.length ?? 0);
  const between = masked.slice(end, next.from).replace(/原$/, '');
  return next.from >= end && (separator.test(between) || supplement.test(between));
}
