/** Addresses of a decision → nodes of the text under amendment. Numbers are those of the old text. */
import type { Locator, ProvisionType } from '../../model.ts';
import { formatLocator, resolveLocator } from '../../references/locator.ts';
import { rankOf } from '../../references/steps.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { hasArticles, leadingParagraph, runningLevel } from './levels.ts';

/** Number of a step for 最后一款. */
export const lastNumber = '-1';

export type Found = { ok: true; drafts: Draft[]; note?: string } | { ok: false; reason: string };

/**
 * The nodes that a locator names.
 * @returns the reason in Chinese where it names none, or leaves a choice
 */
export function findTargets(ground: Ground, locator: Locator): Found {
  const end = locator.steps.at(-1);
  if (end?.number === lastNumber) return lastOf(ground, locator, end.type);
  const own = runningLevel(ground, locator) ?? leadingParagraph(ground, locator);
  if (own) return { ok: true, drafts: [own] };
  const [first] = locator.steps;
  if (first && !locator.preamble && rankOf(first.type) > rankOf('article') && hasArticles(ground))
    return { ok: false, reason: `没有写明是哪一条的${formatLocator(locator)}` };
  const whole = (locator.preamble ? inPreamble(ground, locator) : undefined) ?? resolve(ground, locator);
  if (whole.ok) return whole;
  // The 款 was taken from the words before, and the 项 stands in another 款 of the article: only one such is certain.
  const shorter = withoutParagraph(locator);
  if (shorter) {
    const found = resolve(ground, shorter);
    if (found.ok) return { ...found, note: `按“${formatLocator(shorter)}”确定` };
  }
  return whole;
}

/** 第六十四条最后一款 */
function lastOf(ground: Ground, locator: Locator, type: ProvisionType): Found {
  const above = findTargets(ground, { steps: locator.steps.slice(0, -1) });
  if (!above.ok) return above;
  const children = above.drafts.flatMap((draft) => draft.children.filter((child) => child.type === type));
  const last = children.at(-1);
  return last ? { ok: true, drafts: [last] } : { ok: false, reason: '没有最后一款（项）可改' };
}

function resolve(ground: Ground, locator: Locator): Found {
  const resolution = resolveLocator(ground.index, locator);
  if (!resolution.ok) return resolution;
  const drafts = resolution.eIds.flatMap((eId) => ground.byOld.get(eId) ?? []);
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: `没有${formatLocator(locator)}` };
}

/** 序言第七自然段, where the preamble stands under a heading of its own. */
function inPreamble({ root }: Ground, locator: Locator): Found | undefined {
  const preamble = root.children.find(
    ({ heading, number }) => number === '' && heading?.replace(/\s/g, '') === '序言',
  );
  const [step, below] = locator.steps;
  if (!preamble || !step || below || locator.through) return undefined;
  const draft = preamble.children.find(({ type, old }) => type === step.type && old?.number === step.number);
  return draft && { ok: true, drafts: [draft] };
}

function withoutParagraph(locator: Locator): Locator | undefined {
  const last = locator.steps.at(-1);
  if (!last || rankOf(last.type) <= rankOf('paragraph') || locator.through) return undefined;
  const steps = locator.steps.filter(({ type }) => type !== 'paragraph');
  return steps.length < locator.steps.length && steps.length > 1 ? { ...locator, steps } : undefined;
}
