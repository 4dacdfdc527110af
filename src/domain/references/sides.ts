/**
 * In a decision: which text an address is counted in, before the change or after, and what it leaves out.
 *
 * `将第六条改为第八条，第二款修改为…` → 第六条 before, 第八条 after, 第六条第二款 before
 */
import { oncePer } from '../model/once.ts';
import type { Locator } from '../model.ts';
import { isOther, type Said } from './doubts.ts';
import type { LocatorMatch } from './find-locators.ts';
import type { Side } from './found.ts';
import { type Quotes, quotedAt, readQuotes } from './quotation.ts';
import type { Reader } from './reader.ts';
import { rankOf } from './steps.ts';
import type { TextUnit } from './texts.ts';

const newPlace = /(?:改为|作为|移至|移作|调整为|变更为|列为)[ \u00a0]*$/;

/** Which text a bare address at an offset is counted in. */
export function sideAt(unit: TextUnit, at: number, reader: Reader): Side {
  if (!reader.amended.amends || unit.provision === undefined) return 'own';
  return (
    quotedSide(unit, at) ?? (newPlace.test(unit.text.slice(Math.max(0, at - 8), at)) ? 'after' : 'before')
  );
}

/** 本法 in a decision is the amended text where it is quoted, and the decision itself where it is not. */
export function selfSide(unit: TextUnit, at: number, reader: Reader): Side {
  return reader.amended.amends ? (quotedSide(unit, at) ?? 'own') : 'own';
}

function quotedSide(unit: TextUnit, at: number): Side | undefined {
  if (unit.quoted) return 'after';
  const quote = quotedAt(quotesOf(unit), at);
  return quote && (quote === 'new' ? 'after' : 'before');
}

const quotesOf = oncePer(({ text }: TextUnit): Quotes => readQuotes(text));

/** 规定的财产或者: what may stand between an address and one that leaves its 条 to it. */
const joined = /^[^，。；]{0,24}(?:或者?|和|以及|及|、)$/;

/**
 * Addresses that leave their 条 to the one before, completed; undefined for addresses that are whole.
 *
 * In a clause of a decision this is the rule, elsewhere it happens beside its like:
 * `第三百九十五条第一款第一项规定的财产或者第五项规定的…` → 第三百九十五条第一款第五项
 */
export function carriedOn(
  unit: TextUnit,
  match: LocatorMatch,
  before: Said | undefined,
  reader: Reader,
): Locator[] | undefined {
  const first = match.locators[0]!.steps[0]!;
  if (first.relative !== undefined || rankOf(first.type) <= rankOf('article')) return undefined;
  const last = reader.amended.amends
    ? carried(unit, match.start, reader)
    : beside(unit.text, match.start, before);
  const head = last?.steps.filter(({ number }) => number !== undefined) ?? [];
  if (!head.some(({ type }) => type === 'article')) return undefined;
  return match.locators.map((locator) => {
    const own = locator.steps[0]!;
    if (rankOf(own.type) <= rankOf('article')) return locator;
    const above = head.filter(({ type }) => rankOf(type) < rankOf(own.type));
    const { through } = locator;
    return {
      ...locator,
      steps: [...above, ...locator.steps],
      ...(through ? { through: [...above, ...through] } : {}),
    };
  });
}

/** Of another document; in the text itself the article that says it may be meant, and resolution weighs the two. */
function beside(text: string, at: number, before: Said | undefined): Locator | undefined {
  if (!before || !isOther(before.anchor)) return undefined;
  return joined.test(text.slice(before.end, at)) ? before.locators.at(-1) : undefined;
}

/** What the clause, or the clause above it, named last in the text that the address is counted in. */
function carried(unit: TextUnit, at: number, reader: Reader): Locator | undefined {
  if (quotedSide(unit, at)) return undefined;
  const side = sideAt(unit, at, reader);
  let clause = clauseOf(unit.eId);
  for (;;) {
    const held = reader.carry.get(clause);
    if (held) return side === 'after' ? (held.after ?? held.before) : held.before;
    const up = clause.lastIndexOf('__');
    if (up < 0) return undefined;
    clause = clauseOf(clause.slice(0, up));
  }
}

/** `para_1__lvl_16__para_4` → `para_1__lvl_16`: the clause that a paragraph goes on. */
function clauseOf(eId: string): string {
  return /^(?:.*__)?(?:lvl|art|item)_[^_]+/.exec(eId)?.[0] ?? eId;
}

/** Remembers an address for what follows it in its clause. */
export function remember(locators: readonly Locator[], unit: TextUnit, start: number, reader: Reader): void {
  const last = locators.at(-1)!;
  if (!reader.amended.amends || quotedSide(unit, start) || last.steps[0]!.type !== 'article') return;
  const clause = clauseOf(unit.eId);
  const held = reader.carry.get(clause);
  if (sideAt(unit, start, reader) === 'after') reader.carry.set(clause, { ...held, after: last });
  // What another article became says nothing of this one.
  else
    reader.carry.set(clause, sameArticle(held?.before, last) ? { ...held, before: last } : { before: last });
}

function sameArticle(one: Locator | undefined, other: Locator): boolean {
  return one?.steps[0]?.type === other.steps[0]!.type && one.steps[0].number === other.steps[0]!.number;
}
