/** Addresses of targets, and what they are addresses of. */
import type { Locator, LocatorStep, ProvisionType, Target } from '../../model.ts';
import { rankOf } from '../../references/steps.ts';

/** The addresses of targets that have one. */
export function locatorsOf(targets: readonly Target[]): Locator[] {
  return targets.flatMap((place) => ('locator' in place ? [place.locator] : []));
}

export function typeOf(locator: Locator | undefined): ProvisionType | undefined {
  return locator?.steps.at(-1)?.type;
}

export function isContainer(type: ProvisionType | undefined): boolean {
  return type === 'chapter' || type === 'section' || type === 'part';
}

/** 1, 2, 3 … */
export const countsUp = (numbers: readonly (string | undefined)[]): boolean =>
  numbers.every((number, i) => number === String(i + 1));

/** The steps that stand above a type. */
export function above(steps: readonly LocatorStep[], type: ProvisionType): LocatorStep[] {
  return steps.filter((step) => rankOf(step.type) < rankOf(type));
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
