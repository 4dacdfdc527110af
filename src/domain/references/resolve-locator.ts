/**
 * A locator on a provision tree: which provisions it names, or why none.
 *
 * Nothing is guessed. Where the text leaves a choice (an item cited without its 款, and two 款 with items) the answer
 * is the reason, not one of the candidates.
 */
import type { Locator, LocatorStep, Provision, ProvisionType } from '../model.ts';
import { formatLocator } from './format-locator.ts';
import {
  ancestorOf,
  contains,
  indexProvisions,
  type ProvisionIndex,
  siblingsOf,
  standingIn,
} from './provision-index.ts';
import { rankOf, unitNames } from './steps.ts';

export type Resolution = { ok: true; eIds: string[] } | { ok: false; reason: string };
type Found = { ok: true; nodes: readonly Provision[] } | { ok: false; reason: string };

/**
 * Resolves a locator.
 * @param provisions a tree, or its index where many locators are resolved on it
 * @param context the provision that holds the locator: needed for 前款, 本条, a bare 第二款
 * @returns eIds in reading order (a range gives all between its ends), or a reason in Chinese
 */
export function resolveLocator(
  provisions: readonly Provision[] | ProvisionIndex,
  locator: Locator,
  context?: { eId?: string },
): Resolution {
  const index = 'byId' in provisions ? provisions : indexProvisions(provisions);
  const here = context?.eId === undefined ? undefined : index.byId.get(context.eId);
  const found = resolveSteps(index, locator, locator.steps, here);
  if (!found.ok) return found;
  if (!locator.through) return { ok: true, eIds: found.nodes.map(({ eId }) => eId) };
  const last = resolveSteps(index, locator, locator.through, here);
  if (!last.ok) return last;
  return between(index, locator, found.nodes[0]!, last.nodes.at(-1)!);
}

function between(index: ProvisionIndex, locator: Locator, first: Provision, last: Provision): Resolution {
  const [from, to] = [index.orderOf.get(first)!, index.orderOf.get(last)!];
  if (from > to) return no(`“${formatLocator(locator)}”起止颠倒`);
  if (first.type !== last.type) return { ok: true, eIds: [first.eId, last.eId] };
  const line =
    rankOf(first.type) <= rankOf('article') ? (index.ofType.get(first.type) ?? []) : siblingsOf(index, first);
  const start = line.indexOf(first);
  const end = line.indexOf(last);
  if (start < 0 || end < 0)
    return no(`“${formatLocator(locator)}”的起止不在同一${unitNames[parentType(first.type)] ?? '处'}内`);
  const nodes = line.slice(start, end + 1).filter(({ type }) => type === first.type);
  return { ok: true, eIds: nodes.map(({ eId }) => eId) };
}

function resolveSteps(
  index: ProvisionIndex,
  locator: Locator,
  steps: readonly LocatorStep[],
  here: Provision | undefined,
): Found {
  const [first, ...rest] = steps;
  if (!first) return no('没有条款编号');
  let found =
    first.number === undefined ? relativeStep(index, first, here) : firstStep(index, locator, first, here);
  let done: LocatorStep[] = [first];
  for (const step of rest) {
    if (!found.ok) return found;
    const nodes: Provision[] = [];
    for (const node of found.nodes) {
      const below =
        step.number === undefined ? relativeStep(index, step, here) : stepDown(index, node, done, step);
      if (!below.ok) return below;
      nodes.push(...below.nodes);
    }
    found = { ok: true, nodes };
    done = [...done, step];
  }
  return found;
}

/** 本条, 前款, 前两款, 上一条: counted from the provision that says it. */
function relativeStep(index: ProvisionIndex, step: LocatorStep, here: Provision | undefined): Found {
  const words = formatLocator({ steps: [step] });
  if (step.anaphor) return no(`“${words}”指前文所引，须由上下文确定`);
  if (!here) return no(`“${words}”须由所在条文确定，此处未给出所在条文`);
  const own =
    step.type === 'part'
      ? partOf(index, here, step)
      : ancestorOf(index, here, step.type, ...(hasArticles(index) ? [] : (['level'] as const)));
  if (!own) return no(`“${words}”所在之处不在任何一${unitNames[step.type] ?? '段'}之内`);
  const shift = step.relative ?? 0;
  if (shift === 0) return { ok: true, nodes: [own] };
  const line = (
    rankOf(own.type) <= rankOf('article') ? (index.ofType.get(own.type) ?? []) : siblingsOf(index, own)
  ).filter(({ type }) => type === own.type);
  const at = line.indexOf(own);
  const count = step.count ?? 1;
  const [from, to] = shift < 0 ? [at - count, at] : [at + 1, at + 1 + count];
  if (at < 0 || from < 0 || to > line.length) {
    const unit = unitNames[step.type] ?? '段';
    return no(`“${words}”无所指：${shift < 0 ? `其前只有${Math.max(at, 0)}${unit}` : `其后没有${unit}`}`);
  }
  return { ok: true, nodes: line.slice(from, to) };
}

/** A numbered step with nothing before it: an article of the whole text, a 款 of the article that says it. */
function firstStep(
  index: ProvisionIndex,
  locator: Locator,
  step: LocatorStep,
  here: Provision | undefined,
): Found {
  if (locator.preamble) return onlyOne(onFloor(index, index.roots, step), step, '序言');
  if (!hasArticles(index) && index.ofType.has('level') && step.type !== 'paragraph')
    return onlyOne(onFloor(index, index.roots, levelStep(step)), step, '全文');
  if (rankOf(step.type) > rankOf('article')) return insideArticle(index, step, here);
  const numbered = ofSub(index.numbered.get(`${step.type} ${step.number}`) ?? [], step);
  if (locator.within !== undefined) return within(index, numbered, step, locator.within);
  const all = numbered;
  if (all.length > 1 && step.type === 'section' && here) {
    // 第二节 alone is counted in the chapter that says it.
    const chapter = ancestorOf(index, here, 'chapter');
    const own = all.filter((node) => chapter && contains(index, chapter, node));
    if (own.length === 1) return { ok: true, nodes: own };
  }
  return onlyOne(all, step, '全文');
}

/** 总则第四章: counted in the only part or chapter of that heading. */
function within(
  index: ProvisionIndex,
  nodes: readonly Provision[],
  step: LocatorStep,
  heading: string,
): Found {
  const named = (type: ProvisionType): readonly Provision[] =>
    (index.ofType.get(type) ?? []).filter((node) => {
      const words = node.heading?.replace(/[\s\u3000]/g, '');
      return words !== undefined && (words === heading || `${words}编` === heading);
    });
  const parts = named('part');
  const holders = parts.length > 0 ? parts : named('chapter');
  if (holders.length !== 1)
    return no(holders.length === 0 ? `全文没有“${heading}”` : `全文有${holders.length}处“${heading}”`);
  return onlyOne(
    nodes.filter((node) => contains(index, holders[0]!, node)),
    step,
    heading,
  );
}

/** 本编 said in a 分编 is the 编 above it. */
function partOf(index: ProvisionIndex, here: Provision, step: LocatorStep): Provision | undefined {
  for (let at: Provision | undefined = here; at; at = index.parentOf.get(at)) {
    if (at.type === 'part' && isSub(at) === (step.sub === true)) return at;
  }
  return undefined;
}

function isSub(node: Provision): boolean {
  return node.label.includes('分编');
}

function insideArticle(index: ProvisionIndex, step: LocatorStep, here: Provision | undefined): Found {
  const wanted = formatLocator({ steps: [step] });
  if (!here) {
    const atRoot = onFloor(index, index.roots, step);
    return atRoot.length > 0 ? onlyOne(atRoot, step, '全文') : no(`“${wanted}”未写明是哪一条`);
  }
  if (step.type === 'paragraph') {
    const article = ancestorOf(index, here, 'article');
    return onlyOne(
      onFloor(index, article?.children ?? index.roots, step),
      step,
      article ? nameOf(article) : '全文',
    );
  }
  for (let at: Provision | undefined = here; at; at = index.parentOf.get(at)) {
    if (at.type === step.type || rankOf(at.type) > rankOf(step.type)) continue;
    if (at.children.some(({ type }) => type === step.type))
      return onlyOne(onFloor(index, at.children, step), step, nameOf(at));
    if (at.type === 'article') return stepDown(index, at, [{ type: 'article', number: at.number }], step);
  }
  return onlyOne(onFloor(index, index.roots, step), step, '全文');
}

/** A step below another one. 款 may be left out before 项, 项 before 目, and all between a 章 and a 条. */
function stepDown(
  index: ProvisionIndex,
  node: Provision,
  done: readonly LocatorStep[],
  step: LocatorStep,
): Found {
  const where = formatLocator({ steps: [...done] });
  if (node.type === 'level' || (node.type === 'paragraph' && step.type !== 'item' && step.type !== 'point')) {
    return onlyOne(onFloor(index, node.children, levelStep(step)), step, where);
  }
  if (rankOf(step.type) <= rankOf('article')) {
    const all = index.numbered.get(`${step.type} ${step.number}`) ?? [];
    const inside = all.filter(
      (candidate) => candidate !== node && isStep(step)(candidate) && contains(index, node, candidate),
    );
    return onlyOne(inside, step, where);
  }
  const own = node.children.filter(({ type }) => type === step.type);
  if (own.length > 0) return onlyOne(own.filter(isStep(step)), step, where, own.length);
  const holders = holdersOf(node, step.type);
  if (holders.length > 1)
    return no(
      `${where}有${holders.length}处列${unitNames[step.type]}，“${where}${stepName(step)}”未写明是哪一${unitNames[parentType(step.type)]}`,
    );
  const held = holders[0]?.children.filter(({ type }) => type === step.type) ?? [];
  return onlyOne(held.filter(isStep(step)), step, where, held.length);
}

/** The nearest descendants that have children of a type. */
function holdersOf(node: Provision, type: ProvisionType): Provision[] {
  return node.children.flatMap((child) => {
    if (child.quoted) return [];
    return child.children.some((grandchild) => grandchild.type === type) ? [child] : holdersOf(child, type);
  });
}

/** In a notice or decision 第二条, 第二项 and 第二部分 all mean the level with that number. */
const levelStep = (step: LocatorStep): LocatorStep =>
  step.type === 'paragraph' ? step : { ...step, type: 'level' };

function onFloor(index: ProvisionIndex, list: readonly Provision[], step: LocatorStep): readonly Provision[] {
  return ofSub(standingIn(index, list, step.type, step.number), step);
}

function onlyOne(nodes: readonly Provision[], step: LocatorStep, where: string, count?: number): Found {
  if (nodes.length === 1) return { ok: true, nodes };
  if (nodes.length > 1) return no(`${where}有${nodes.length}处${stepName(step)}，无法确定是哪一处`);
  const unit = unitNames[step.type] ?? '段';
  return no(count ? `${where}只有${count}${unit}，没有${stepName(step)}` : `${where}没有${stepName(step)}`);
}

function isStep(step: LocatorStep): (node: Provision) => boolean {
  return (node) =>
    node.type === step.type &&
    node.number === step.number &&
    !node.quoted &&
    (node.type !== 'part' || isSub(node) === (step.sub === true));
}

/** Of the provisions of a step's type and number: 第一分编 is no 第一编. */
function ofSub(nodes: readonly Provision[], step: LocatorStep): readonly Provision[] {
  return step.type === 'part' ? nodes.filter((node) => isSub(node) === (step.sub === true)) : nodes;
}

function hasArticles(index: ProvisionIndex): boolean {
  return index.ofType.has('article');
}

function stepName(step: LocatorStep): string {
  return formatLocator({ steps: [step] });
}

function nameOf(node: Provision): string {
  return formatLocator({ steps: [{ type: node.type, number: node.number }] });
}

function parentType(type: ProvisionType): ProvisionType {
  return type === 'point'
    ? 'item'
    : type === 'item'
      ? 'paragraph'
      : type === 'paragraph'
        ? 'article'
        : 'chapter';
}

function no(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
