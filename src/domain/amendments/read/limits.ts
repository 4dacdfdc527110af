/**
 * What binds an instruction: a day of its own, a place, a condition, a negation, a proposal. An instruction with a limit
 * is no plain change of the text, and is not applied as one.
 */

import type { Limit, Operation } from '../../model.ts';
import { findLocators } from '../../references/locator.ts';
import { findDays, parseNumeral } from '../../text/index.ts';
import {
  conditions,
  contrasts,
  denials,
  ifs,
  placeEndings,
  places,
  proposals,
  times,
} from '../../vocabulary/limits.ts';
import { anyOf } from '../../vocabulary/words.ts';
import { clauseLabel } from '../text/clauses.ts';
import { locatorsOf } from '../text/locators.ts';

const limiting = new RegExp(
  [
    '[自从至到于][^，。；]*?(?:起|止|之日|前|后)|第?[一二三四五六七八九十\\d]+(?:年|个月|日)',
    `在[^，。；]{1,20}(?:${anyOf(placeEndings)})$`,
    `[后时的前]$|^(?:${anyOf(ifs)})|^(?:${anyOf(contrasts)})`,
    anyOf([...times, ...places, ...conditions, ...denials, ...proposals]),
  ].join('|'),
);

/**
 * The limit that words round an instruction lay down.
 *
 * `自2030年1月1日起` → from 2030-01-01 · `经市人大常委会批准后` → a limit without a day · `同时` → none
 */
export function limitIn(words: string): Limit | undefined {
  if (!limiting.test(words)) return undefined;
  const [first, second] = findDays(words);
  const starts =
    first && !second && /^[\s之]*日?[零0]?时?起/.test(words.slice(first.end)) ? first.day : undefined;
  return { words, ...(starts === undefined ? {} : { starts }) };
}

const starting =
  /(?:其中[，,]?)?(?:但[，,]?)?([^，。；]*?[条款项][^，。；]*?)(?:的(?:修改|规定|内容))?[，,]?(?:自|从|于|待)([^，。；]*?)(?:起|后|时)?(?:开始)?(?:施行|实施|生效|执行)/g;

/**
 * Gives their own start to the operations that a line on the decision's effect names.
 *
 * `本决定自公布之日起施行，其中第一项自2030年1月1日起施行。` → the operations of clause 一 start on 2030-01-01
 * @returns true where a part of the decision starts by itself and no operation answers to it
 */
export function limitByEffect(line: string, operations: readonly Operation[]): boolean {
  let unanswered = false;
  for (const match of line.matchAll(starting)) {
    const numbers = findLocators(match[1]!).flatMap(({ locators }) =>
      locators.flatMap(({ steps: [step], through }) => range(step?.number, through?.[0]?.number)),
    );
    const [day] = findDays(match[2]!);
    if (numbers.length === 0) continue;
    const named = operations.filter((operation) =>
      ofTheText.test(match[1]!)
        ? articlesOf(operation).some((number) => numbers.includes(number))
        : numbers.includes(clauseNumber(operation)),
    );
    for (const operation of named) operation.limit = { words: match[0], ...(day ? { starts: day.day } : {}) };
    if (named.length === 0) unanswered = true;
  }
  return unanswered;
}

/** The first number of a clause's label: 二（三） → 2. */
function clauseNumber({ clause }: Operation): string {
  return String(
    parseNumeral(/^第?([一二三四五六七八九十百零〇\d]+)/.exec(clauseLabel(clause))?.[1] ?? '') ?? '',
  );
}

/** 修改后的第五条, 本条例第五条: an article of the text and no clause of the decision. */
const ofTheText = /修改后|增加的|新增|本(?:法|条例|办法|规定|细则|规则)|^\p{Ps}/u;

function articlesOf(operation: Operation): string[] {
  const to = 'to' in operation ? operation.to : [];
  const named = Array.isArray(to) ? to : to.at === 'number' ? to.locators : [];
  const locators = named.length > 0 ? named : locatorsOf(operation.targets);
  return locators.flatMap(({ steps }) => steps.find(({ type }) => type === 'article')?.number ?? []);
}

function range(from: string | undefined, to: string | undefined): string[] {
  if (from === undefined) return [];
  const count = to === undefined ? 1 : Math.min(Math.max(Number(to) - Number(from) + 1, 1), 500);
  return Array.from({ length: count }, (_, i) => (i === 0 ? from : String(Number(from) + i)));
}
