/** Whether a decision numbers the articles of a text through again, or leaves every number where it is. */

import type { Instrument, Locator, Operation } from '../../model.ts';
import type { Doer } from '../text/clauses.ts';
import { type Draft, isLive, replace } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { locatorsOf } from '../text/locators.ts';

/** New numbers that an operation lays down; undefined for one that lays down none by its kind. */
function laidDown(operation: Operation): readonly Locator[] | undefined {
  const { op } = operation;
  if (op === 'renumber' || op === 'merge' || op === 'split') return operation.to;
  if (op === 'insert' || op === 'move') return operation.to.at === 'number' ? operation.to.locators : [];
  return undefined;
}

/** True where a number that has no place may be the one that an operation gave to a node. */
export function givesNumber(operation: Operation, { type, fixed }: Draft): boolean {
  const locators = laidDown(operation);
  if (!locators) return false;
  return (
    locators.length === 0 ||
    locators.some(({ steps }) => steps.at(-1)?.type === type && steps.at(-1)?.number === fixed)
  );
}

/** Articles are numbered through again unless the amendment keeps every number, as 刑法修正案 do. */
export function numbersAnew(ground: Ground, applied: readonly Operation[], { kind }: Instrument): boolean {
  if (applied.some((one) => one.op === 'general' && one.adjusts.includes('numbering'))) return true;
  const steps = applied
    .flatMap((one) => {
      const locators = laidDown(one) ?? [];
      return locators.length === 0 && (one.op === 'move' || one.op === 'merge')
        ? locatorsOf(one.targets)
        : locators;
    })
    .map((locator) => locator.steps.at(-1))
    .filter((step) => step?.type === 'article');
  if (steps.some((step) => step?.number !== undefined && !step.number.includes('-'))) return true;
  if (steps.length > 0) return false;
  // Nothing is said of numbers: a text that has kept an empty number before keeps it now.
  const keeps = (ground.index.ofType.get('article') ?? []).some(
    ({ number, children }) =>
      number.includes('-') || /^（(?:已)?(?:删去|删除|废止)）$/.test(children[0]?.text ?? ''),
  );
  return !keeps && kind !== 'amendment';
}

/** 第一百九十九条　（删去）: the number stays where the others do not move up. */
export function keepPlaces(ground: Ground, repeals: ReadonlyMap<number, Doer>): void {
  for (const draft of ground.byOld.values()) {
    const by = [...draft.by].map((id) => repeals.get(id)).find((repeal) => repeal !== undefined);
    if (
      draft.type !== 'article' ||
      isLive(draft) ||
      by === undefined ||
      (draft.parent && !isLive(draft.parent))
    )
      continue;
    replace(draft, by);
    draft.children = [];
    draft.text = '（删去）';
    draft.amended = true;
  }
}
