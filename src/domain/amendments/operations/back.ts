/** The way back from the text after a decision: how nodes are found, taken away, brought back and forgotten. */

import type { Locator, LocatorStep, ProvisionType, Target } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import {
  attach,
  childrenOf,
  type Draft,
  detach,
  emptyDraft,
  isLive,
  remove,
  replace,
  walk,
} from '../text/draft.ts';
import { expand, locatorsOf } from '../text/locators.ts';
import type { Back, Level, Task } from './kind.ts';

export function levelOf(type: ProvisionType | undefined): Level | undefined {
  switch (type) {
    case 'part':
    case 'chapter':
    case 'section':
      return 'container';
    case 'article':
    case 'paragraph':
    case 'item':
    case 'point':
      return type;
    default:
      return undefined;
  }
}

export type Numbers = Partial<Record<ProvisionType, string>>;

function numberByType(steps: readonly LocatorStep[]): Numbers {
  return Object.fromEntries(steps.map(({ type, number }) => [type, number]));
}

/** The single addresses of targets: a range gives each number between its ends. */
export function singles(
  targets: readonly Target[],
): { type: ProvisionType; number: string; steps: LocatorStep[] }[] {
  return steppedOf(locatorsOf(targets).flatMap(expand));
}

export function steppedOf(
  locators: readonly Locator[],
): { type: ProvisionType; number: string; steps: LocatorStep[] }[] {
  return locators.flatMap(({ steps }) => {
    const last = steps.at(-1);
    return last?.number === undefined ? [] : [{ type: last.type, number: last.number, steps }];
  });
}

/** Nodes of one kind in one list: one by its number in the text after, the last ones, and how a lost one comes back. */
export interface Row {
  now(number: string): Draft | undefined;
  last(count: number): Draft[];
  put(lost: Draft): void;
}

/** The list in which old steps of a type stand. */
export function rowOf(back: Back, type: ProvisionType, steps: readonly LocatorStep[]): Row | undefined {
  const { ground, articles, touched, all } = back;
  const listed = (nodes: readonly Draft[], put: Row['put']): Row => ({
    now: (number) => nodes.find((node) => node.type === type && node.old?.number === number),
    last: (count) => nodes.slice(-count),
    put,
  });
  if (type === 'article')
    return { now: (number) => all.get(number), last: () => [], put: (lost) => ground.unplaced.push(lost) };
  if (levelOf(type) === 'container') {
    const like = walk(ground.root).find((draft) => draft.type === type)?.parent ?? ground.root;
    return listed(walk(ground.root), (lost) => attach(like, like.children.length, [lost]));
  }
  const holder =
    type === 'paragraph'
      ? articles.get(numberByType(steps).article ?? '')
      : type === 'item' || type === 'point'
        ? listHolder(back, steps, type)
        : undefined;
  if (!holder) return undefined;
  touched.add(holder);
  const members = holder.children.filter((child) => child.type === type);
  return listed(members, (lost) => attach(holder, holder.children.length, [lost]));
}

/** The node that holds the list named by old steps. */
function listHolder(
  { articles }: Back,
  steps: readonly LocatorStep[],
  type: 'item' | 'point',
): Draft | undefined {
  const numbers = numberByType(steps);
  const article = articles.get(numbers.article ?? '');
  if (!article || article.missing) return undefined;
  const paragraphs = childrenOf(article, 'paragraph');
  const listed = paragraphs.filter(({ children }) => children.some((child) => child.type === 'item'));
  const only = listed.length === 1 ? listed[0] : paragraphs.length === 1 ? paragraphs[0] : undefined;
  const chosen = numbers.paragraph === undefined ? only : byOld(paragraphs, 'paragraph', numbers.paragraph);
  return !chosen || type === 'item' ? chosen : byOld(chosen.children, 'item', numbers.item);
}

/** The node under old steps, once all is numbered back. */
export function nodeBack(back: Back, steps: readonly LocatorStep[]): Draft | undefined {
  const numbers = numberByType(steps);
  if (numbers.article === undefined) {
    const [type] = (['section', 'chapter', 'part'] as const).filter((kind) => numbers[kind] !== undefined);
    return type && byOld(walk(back.ground.root), type, numbers[type]);
  }
  const article = back.articles.get(numbers.article);
  if (!article) return undefined;
  if (numbers.paragraph === undefined && numbers.item === undefined) return article;
  const paragraph =
    numbers.paragraph === undefined
      ? listHolder(back, steps, 'item')
      : byOld(article.children, 'paragraph', numbers.paragraph);
  if (!paragraph || numbers.item === undefined) return paragraph;
  const item = byOld(paragraph.children, 'item', numbers.item);
  return item && numbers.point !== undefined ? byOld(item.children, 'point', numbers.point) : item;
}

/** A node by its number in the text before, once its kind has been numbered back. */
function byOld(nodes: Iterable<Draft>, type: ProvisionType, number: string | undefined): Draft | undefined {
  for (const node of nodes) if (node.type === type && node.number === number && isLive(node)) return node;
  return undefined;
}

export function missing(type: ProvisionType, number: string, id: number): Draft {
  const draft = emptyDraft(type);
  draft.missing = true;
  draft.fixed = number;
  draft.by.add(id);
  return draft;
}

/** Takes away what is not held any more: the words that the decision laid down in their place. */
export function forget(draft: Draft, task: Task): void {
  draft.text = '';
  draft.children = [];
  draft.missing = true;
  draft.edits.length = 0;
  draft.by.add(task.id);
  replace(draft, task);
}

/**
 * What the decision made was not there. What a new chapter or section took in stood where its neighbours are.
 * @param own numbers of articles that it laid down with their chapter
 */
export function takeAway({ ground }: Back, draft: Draft, task: Task, own: readonly string[] = []): void {
  if (levelOf(draft.type) === 'container') {
    for (const article of walk(draft))
      if (article.type === 'article' && own.includes(article.old?.number ?? '')) remove(article, task);
    const taken = draft.children.filter(isLive);
    const { parent } = draft;
    const at = parent?.children.indexOf(draft) ?? -1;
    const before = parent?.children
      .slice(0, at)
      .findLast((other) => other.type === draft.type && isLive(other));
    for (const child of taken) detach(child);
    if (parent && (draft.type === 'section' || !before)) attach(parent, at, taken);
    else if (before) attach(lastIn(before), lastIn(before).children.length, taken);
  }
  remove(draft, task);
  ground.unplaced = ground.unplaced.filter((other) => other !== draft);
}

/** The last section of a chapter, or the chapter itself. */
function lastIn(container: Draft): Draft {
  const last = container.children.findLast((child) => levelOf(child.type) === 'container' && isLive(child));
  return last ? lastIn(last) : container;
}

const lostNames: Readonly<Record<Level, string>> = {
  container: '原有此章节，其名称和条文原文未载',
  article: '原有此条，条文原文未载',
  paragraph: '原有此款，文字原文未载',
  item: '原有此项，文字原文未载',
  point: '原有此项，文字原文未载',
  words: '原有文字原文未载',
};

/** What the decision removed was there. An article whose number was kept, （删去）, stands there still. */
export function bringBack(back: Back, row: Row, type: ProvisionType, number: string, task: Task): void {
  const kept = type === 'article' ? row.now(number) : undefined;
  const held = kept && /^（(?:已)?(?:删去|删除)）$/.test(kept.text || (kept.children[0]?.text ?? ''));
  const gone = held ? kept : missing(type, number, task.id);
  if (held) forget(gone, task);
  else row.put(gone);
  back.notes.push({ draft: gone, clause: task.clause, reason: lostNames[levelOf(type) ?? 'words'] });
}

/** Takes back what made one article of several, or of paragraphs: they stood in their old articles. */
export function joinedBack(back: Back, task: Task<'merge' | 'renumber'>, to: readonly Locator[]): void {
  const { notes, open, all, ground } = back;
  const { clause, id } = task;
  const from = singles(task.targets);
  const [first] = from;
  const now = steppedOf(to)[0] ?? first;
  const node = now && all.get(now.number);
  if (!node || now.type !== 'article') return void open.push(task);
  if (first?.type === 'article') {
    node.fixed = first.number;
    forget(node, task);
    notes.push({ draft: node, clause, reason: '合并前的条文原文未载' });
    for (const { type, number, steps } of from.slice(1))
      bringBack(back, rowOf(back, type, steps)!, type, number, task);
    return;
  }
  takeAway(back, node, task);
  const rewritten = back.tasks.some(
    ({ op, targets }) => op === 'substitute' && nameOf(targets[0]) === nameOf(task.targets[0]),
  );
  for (const { number, steps } of from) {
    const kept =
      task.op === 'renumber' && !rewritten
        ? node.children.find(({ type }) => type === 'paragraph')
        : undefined;
    const paragraph = kept ?? missing('paragraph', number, id);
    if (kept) detach(kept);
    else notes.push({ draft: paragraph, clause, reason: '原有此款，文字原文未载' });
    paragraph.fixed = number;
    back.returning.push({ article: numberByType(steps).article ?? '', paragraph });
  }
  ground.unplaced = ground.unplaced.filter((draft) => draft !== node);
}

const nameOf = (target: Target | undefined): string =>
  target && 'locator' in target ? formatLocator(target.locator) : '';
