/** What earlier words of a clause have named, for addresses that leave it out: 将第六条改为第八条，第二款修改为… */

import type { Limit, Locator, LocatorStep, ProvisionType, Target, WordChange } from '../../model.ts';
import { rankOf } from '../../references/steps.ts';
import { above, expand, locatorsOf } from '../text/locators.ts';
import type { Clause } from './clause.ts';
import type { Remark } from './lines.ts';
import { type Address, isInside } from './pieces.ts';
import type { Tokens } from './tokens.ts';

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
  /** True behind a phrase that strikes something, for a list that does not repeat its verb. */
  striking: boolean;
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
  if (locator.steps[0]?.relative === 0 && locatorsOf(context.last).some(({ preamble }) => preamble))
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
    const kept = locatorsOf(context.last).findLast(({ steps }) =>
      steps.some(({ type }) => type === first.type),
    );
    return kept ? [...upTo(kept.steps, first.type), ...rest] : [...steps];
  }
  if (rankOf(first.type) <= rankOf('article')) return [...steps];
  return [...above(context.steps, first.type), ...steps];
}

function upTo(steps: readonly LocatorStep[], type: ProvisionType): LocatorStep[] {
  return steps.filter((step) => rankOf(step.type) <= rankOf(type));
}

export function keyOf(steps: readonly LocatorStep[]): string {
  return steps.map(({ type, number }) => `${type} ${number}`).join('/');
}

/** Completes addresses and remembers them as the targets last named. */
export function targetsOf(addresses: readonly Address[], context: Context): Target[] {
  const targets = addresses.flatMap(({ part, locators }): Target[] => {
    if (!isInside(part)) return [part];
    // 第二句, of the paragraph last named.
    if (locators.length === 0) return [{ ...part, locator: { steps: context.steps.slice() } }];
    return locators.map((locator) => {
      const completed = complete(locator, context);
      const other = otherwise(completed, context);
      context.steps = (completed.through ?? completed.steps).slice();
      return { ...part, locator: other ? { ...completed, otherwise: other } : completed };
    });
  });
  if (targets.length > 0) context.last = targets;
  return targets;
}

/** Completes addresses that name new targets: they are not what follows is about. */
export function destinationsOf(addresses: readonly Address[], context: Context): Locator[] {
  return addresses.flatMap(({ locators }) =>
    locators.flatMap((locator) => expand(complete(locator, context))),
  );
}
