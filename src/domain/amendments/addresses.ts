/**
 * Which numbers an address of a decision is counted in.
 *
 * All addresses mean the text before the decision, whatever has been renumbered before them. Only 修改后的第三条 means
 * the text after. Where the same sentence has just given the number to another provision, people write both ways: the
 * reading that fits the text is taken, and where both fit, none.
 */
import type { Locator, LocatorStep, WordChange } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import type { Unplaced } from './act-insert.ts';
import { numberedAs } from './number/articles.ts';
import type { Task } from './task.ts';
import { walk } from './text/draft.ts';
import { findWords } from './text/find-words.ts';
import type { Ground } from './text/ground.ts';
import { findTargets } from './text/targets.ts';

export type Reading = { ok: true; task: Task; note?: string } | { ok: false; reason: string };

/**
 * An operation with all its targets in the numbers of the text before.
 *
 * `第二条改为第三条，将第三条中的“甲”修改为“乙”` → the old third article, where it has 甲 and the old second has not
 */
export function readingOf(ground: Ground, task: Task, unplaced: Unplaced): Reading {
  const targets: Locator[] = [];
  for (const locator of task.targets) {
    const steps = locator.latter ? formerSteps(ground, locator, unplaced) : locator.steps;
    if (!steps) return { ok: false, reason: `修改后的${formatLocator(locator)}不是原有的条文，不能确定所指` };
    targets.push(steps === locator.steps ? locator : { steps });
  }
  const plain = { ...task, targets };
  if (!targets.some(({ otherwise }) => otherwise)) return { ok: true, task: plain };
  const other = targets.map((locator) => (locator.otherwise ? { steps: locator.otherwise } : locator));
  // Nobody strikes what the same sentence has just given its number.
  const strikes =
    task.op === 'repeal' && targets.every(({ otherwise, steps }) => otherwise && isWhole(task, steps));
  const asOld = fits(ground, targets, task.words);
  const asNew = !strikes && fits(ground, other, task.words);
  const names = [targets, other].map((locators) =>
    locators.map((locator) => formatLocator(locator)).join('、'),
  );
  if (asOld && asNew)
    return {
      ok: false,
      reason: `“${names[0]}”可以指原${names[0]}，也可以指同一句中改号而来的原${names[1]}，两种读法都成立；写明“原${names[0]}”或者“修改后的${names[0]}”才能应用`,
    };
  if (asNew)
    return {
      ok: true,
      task: { ...task, targets: other },
      note: `“${names[0]}”按改号后的编号，指原${names[1]}`,
    };
  return { ok: true, task: plain };
}

/** True for an article as such, not a part of one. */
function isWhole({ part }: Task, steps: readonly LocatorStep[]): boolean {
  return part === undefined && steps.at(-1)?.type === 'article';
}

/** True for an operation that speaks in numbers of the text after: it waits until they can be told. */
export function speaksOfAfter({ targets }: Task): boolean {
  return targets.some(({ latter }) => latter);
}

/** The old steps of a place that is named by its new article number. */
function formerSteps({ root }: Ground, { steps }: Locator, unplaced: Unplaced): LocatorStep[] | undefined {
  const at = steps.findIndex(({ type }) => type === 'article');
  const number = steps[at]?.number;
  const old = number === undefined ? undefined : numberedAs(root, unplaced, number)?.old;
  return old && steps.map((step, i) => (i === at ? { type: 'article', number: old.number } : step));
}

/** True where the text before has the places, and the words in them. */
function fits(
  ground: Ground,
  locators: readonly Locator[],
  words: readonly WordChange[] | undefined,
): boolean {
  return locators.every((locator) => {
    const found = findTargets(ground, locator);
    if (!found.ok) return false;
    const texts = found.drafts.flatMap((draft) =>
      [...walk(draft)].map(({ text, heading }) => text + (heading ?? '')),
    );
    return (words ?? []).every(({ from, after, before }) => {
      const named = after ?? before ?? from;
      return named === '' || texts.some((text) => findWords(text, named).length > 0);
    });
  });
}
