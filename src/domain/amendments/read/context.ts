/** What earlier words of a clause have named, for addresses that leave it out: 将第六条改为第八条，第二款修改为… */
import type { Limit, Locator, LocatorStep, Operation, ProvisionType, WordChange } from '../../model.ts';
import { rankOf } from '../../references/steps.ts';
import type { Clause } from './clauses.ts';
import type { Remark } from './lines.ts';
import type { Address, Tokens } from './tokens.ts';

/** A named place: an address with what it leaves out filled in. */
export interface Target {
  locators: Locator[];
  part?: Address['part'];
  partNumber?: string;
}

export interface Context {
  clause: Clause;
  tokens: Tokens;
  /** Steps of the place last named. */
  steps: LocatorStep[];
  /** The targets last named. */
  last: Target[];
  /** Renumbered in this sentence: new number → old steps. */
  renumbered: Map<string, LocatorStep[]>;
  /** Text named in the clause itself. */
  of?: string;
  /** Words that the clauses below are to replace: 将下列行政法规中的“A”修改为“B” */
  group?: WordChange[];
  /** What binds all instructions of the clause and of those below it. */
  limit?: Limit;
  /** Words that are no instruction. */
  prose: Remark[];
  /** The verb of the last phrase, for a list that does not repeat it. */
  verb?: Operation['op'];
}

/**
 * Fills in what an address leaves out.
 *
 * 第三款, after 第六条第二款 was named → 第六条第三款 · 该条第二款 → of the article last named
 */
export function complete(locator: Locator, context: Context): Locator {
  const steps = completeSteps(locator.steps, context);
  const completed: Locator = { ...locator, steps };
  // 这一自然段, after 序言第七自然段
  if (
    locator.steps[0]?.relative === 0 &&
    context.last.some(({ locators }) => locators.some(({ preamble }) => preamble))
  )
    completed.preamble = true;
  if (locator.through) completed.through = completeSteps(locator.through, context);
  return completed;
}

/** The place that the sentence at hand has given this number: 第二条改为第三条，第三条中的… may mean the old second. */
function otherwise(locator: Locator, { renumbered }: Context): LocatorStep[] | undefined {
  if (locator.former || locator.latter || locator.through) return undefined;
  for (let count = locator.steps.length; count > 0; count--) {
    const old = renumbered.get(keyOf(locator.steps.slice(0, count)));
    if (old) return [...old, ...locator.steps.slice(count)];
  }
  return undefined;
}

function completeSteps(steps: readonly LocatorStep[], context: Context): LocatorStep[] {
  const [first, ...rest] = steps;
  if (!first) return [];
  if (first.relative === 0 || first.anaphor) {
    const named = upTo(context.steps, first.type);
    if (named.at(-1)?.type === first.type) return [...named, ...rest];
    const kept = context.last
      .flatMap(({ locators }) => locators)
      .findLast(({ steps }) => steps.some(({ type }) => type === first.type));
    return kept ? [...upTo(kept.steps, first.type), ...rest] : [...steps];
  }
  if (rankOf(first.type) <= rankOf('article')) return [...steps];
  return [...above(context.steps, first.type), ...steps];
}

/** The steps that stand above a type. */
export function above(steps: readonly LocatorStep[], type: ProvisionType): LocatorStep[] {
  return steps.filter((step) => rankOf(step.type) < rankOf(type));
}

function upTo(steps: readonly LocatorStep[], type: ProvisionType): LocatorStep[] {
  return steps.filter((step) => rankOf(step.type) <= rankOf(type));
}

export function keyOf(steps: readonly LocatorStep[]): string {
  return steps.map(({ type, number }) => `${type} ${number}`).join('/');
}

/** Completes addresses and remembers them as the place last named. */
export function targetsOf(addresses: readonly Address[], context: Context): Target[] {
  const targets: Target[] = [];
  for (const address of addresses) {
    const target: Target = { ...address, locators: [] };
    // 第二句, of the paragraph last named.
    if (address.part === 'sentence' && address.locators.length === 0)
      target.locators.push({ steps: context.steps.slice() });
    for (const locator of address.locators) {
      const completed = complete(locator, context);
      const other = otherwise(completed, context);
      target.locators.push(other ? { ...completed, otherwise: other } : completed);
      context.steps = (completed.through ?? completed.steps).slice();
    }
    targets.push(target);
  }
  if (targets.length > 0) context.last = targets;
  return targets;
}

/** Completes addresses that name new places: they are not what follows is about. */
export function destinationsOf(addresses: readonly Address[], context: Context): Locator[] {
  return addresses.flatMap(({ locators }) =>
    locators.flatMap((locator) => expand(complete(locator, context))),
  );
}

/** 第八条至第十条 as three locators, where both ends are plain numbers. */
export function expand(locator: Locator): Locator[] {
  if (!locator.through) return [locator];
  const [last, end] = [locator.steps.at(-1), locator.through.at(-1)];
  const [from, to] = [Number(last?.number), Number(end?.number)];
  if (!last || !end || last.type !== end.type || !(from <= to) || to - from > 500) return [locator];
  const head = locator.steps.slice(0, -1);
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    steps: [...head, { type: last.type, number: String(from + i) }],
  }));
}
