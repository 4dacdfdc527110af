/**
 * Which numbers an address of a decision is counted in.
 *
 * All addresses mean the text before the decision, whatever has been renumbered before them. Only 修改后的第三条 means
 * the text after. Where the same sentence has just given the number to another provision, people write both ways: the
 * reading that fits the text is taken, and where both fit, none.
 */

import { findWords } from '../compare/index.ts';
import type { Locator, LocatorStep, Operation, Target } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { numberedAs } from './number/articles.ts';
import { joinsAnother } from './operations/renumber.ts';
import { namedBy } from './operations/words/spots.ts';
import { walk } from './text/draft.ts';
import type { Ground } from './text/ground.ts';
import { locatorsOf } from './text/locators.ts';
import { targetsName } from './text/places.ts';
import { refuse, type Told } from './text/refusal.ts';
import { findTargets } from './text/targets.ts';

/**
 * An operation with all its targets in the numbers of the text before. Refuses where they can be read in two ways.
 *
 * `第二条改为第三条，将第三条中的“甲”修改为“乙”` → the old third article, where it has 甲 and the old second has not
 */
export function inOldNumbers<O extends Operation>(ground: Ground, operation: O, { notes }: Told): O {
  const targets = operation.targets.map((target) =>
    located(target, (locator) => formerLocator(ground, locator)),
  );
  const plain = { ...operation, targets };
  const named = locatorsOf(targets);
  if (!named.some(({ otherwise }) => otherwise)) return plain;
  const other = targets.map((target) =>
    located(target, (locator) => (locator.otherwise ? { steps: locator.otherwise } : locator)),
  );
  // Nobody strikes what the same sentence has just given its number.
  const strikes =
    operation.op === 'repeal' &&
    targets.every(
      (target) => target.kind === 'provision' && target.locator.otherwise && isArticle(target.locator),
    );
  const asNew = !strikes && fits(ground, locatorsOf(other), operation);
  if (!asNew) return plain;
  const [old, now] = [targetsName(targets), targetsName(other)];
  if (fits(ground, named, operation))
    refuse(
      `“${old}”可以指原${old}，也可以指同一句中改号而来的原${now}，两种读法都成立；写明“原${old}”或者“修改后的${old}”才能应用`,
    );
  notes.push(`“${old}”按改号后的编号，指原${now}`);
  return { ...operation, targets: other };
}

/** True for an operation that waits until the numbers of the text after can be told. */
export function needsNewNumbers(operation: Operation): boolean {
  return joinsAnother(operation) || locatorsOf(operation.targets).some(({ latter }) => latter);
}

/** True where it cannot be told from the text after alone what an operation is on. */
export function isAmbiguous({ targets }: Operation): boolean {
  return locatorsOf(targets).some(({ otherwise, latter }) => otherwise !== undefined || latter === true);
}

function located(target: Target, change: (locator: Locator) => Locator): Target {
  return 'locator' in target ? { ...target, locator: change(target.locator) } : target;
}

const isArticle = ({ steps }: Locator): boolean => steps.at(-1)?.type === 'article';

/** The old steps of a place that is named by its new article number. */
function formerLocator(ground: Ground, locator: Locator): Locator {
  if (!locator.latter) return locator;
  const { steps } = locator;
  const at = steps.findIndex(({ type }) => type === 'article');
  const number = steps[at]?.number;
  const old = number === undefined ? undefined : numberedAs(ground, number)?.old;
  if (!old) return refuse(`修改后的${formatLocator(locator)}不是原有的条文，不能确定所指`);
  return {
    steps: steps.map((step, i): LocatorStep => (i === at ? { type: 'article', number: old.number } : step)),
  };
}

/** True where the text before has the targets, and the words in them. */
function fits(ground: Ground, locators: readonly Locator[], operation: Operation): boolean {
  const words =
    operation.op === 'replaceWords' && operation.change.kind !== 'extend' ? namedBy(operation.change) : '';
  return locators.every((locator) => {
    const found = findTargets(ground, locator);
    if (!found.ok) return false;
    const texts = found.drafts.flatMap((draft) =>
      walk(draft).map(({ text, heading }) => text + (heading ?? '')),
    );
    return words === '' || texts.some((text) => findWords(text, words).length > 0);
  });
}
