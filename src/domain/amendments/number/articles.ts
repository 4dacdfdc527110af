/** New numbers, order and chapters of the articles. */
import { longestOrder } from '../../compare/index.ts';
import { compareNumbers } from '../../text/index.ts';
import { attach, type Draft, isLive, isMoved, walk } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { isContainer } from '../text/locators.ts';
import { relabel } from './labels.ts';
import type { Overflow } from './parts.ts';
import { slots, slotsOf } from './slots.ts';

export interface ArticleOrder {
  /** Articles that the laid-down numbers put out of the order of the old text. */
  displaced: Draft[];
  /** New articles at the edge of two chapters, with the one they were given to. */
  edges: { article: Draft; home: Draft }[];
}

const isSub = (number: string): boolean => number.includes('-');
const numberOf = (draft: Draft): string => draft.fixed ?? draft.number;

/** Articles of the draft in order, without removed ones. */
export function articlesIn(root: Draft): Draft[] {
  return walk(root).filter(({ type }) => type === 'article');
}

/**
 * Places and numbers the articles.
 * @param renumbers false for amendments that keep every number (刑法修正案): new articles are 第X条之一
 */
export function numberArticles(ground: Ground, renumbers: boolean, overflow: Overflow): ArticleOrder {
  const { root } = ground;
  const present = articlesIn(root);
  if (!renumbers) {
    placeByNumber(ground, present, overflow);
    return { displaced: [], edges: [] };
  }
  const first = firstNumber(root);
  const subs = subsOf(present);
  const main = present.filter((draft) => !subs.has(draft));
  const order = slotsOf(
    () => [...main, ...ground.unplaced.filter((draft) => !isSub(numberOf(draft)))],
    first,
    (draft, count) => overflow(draft, `修改后全文共${count}条，或者编号已被占用，不能有第${draft.fixed}条`),
  );
  const sequence: Draft[] = [];
  const like = present[0]?.old?.label;
  const rank = new Map(present.map((draft, i) => [draft, i]));
  for (const { item, number } of order) {
    setNumber(item, String(number), like);
    sequence.push(item);
    for (const sub of subs.followers.get(item) ?? []) {
      setNumber(sub, `${number}-${sub.number.split('-').slice(1).join('-')}`, like);
      sequence.push(sub);
    }
  }
  const newSubs = ground.unplaced.filter((draft) => isSub(numberOf(draft)));
  for (const sub of newSubs) insertSub(sequence, sub, like);
  const kept = sequence.filter((draft) => rank.has(draft) && !isMoved(draft));
  const ordered = longestOrder(kept.map((draft) => rank.get(draft)!));
  const displaced = kept.filter((_, i) => !ordered.has(i));
  const edges = house(root, sequence, new Set(displaced));
  return { displaced, edges };
}

/** The article that will have a number, as far as the operations carried out by now tell. */
export function numberedAs({ root, unplaced, leaving }: Ground, number: string): Draft | undefined {
  const present = articlesIn(root).filter((draft) => !leaving.has(draft));
  const known = [...present, ...unplaced].find(({ fixed }) => fixed === number);
  if (known || isSub(number)) return known ?? present.find((draft) => draft.number === number);
  const subs = subsOf(present);
  const all = [
    ...present.filter((draft) => !subs.has(draft)),
    ...unplaced.filter((draft) => !isSub(numberOf(draft))),
  ];
  return slots(all, firstNumber(root)).order.find((slot) => String(slot.number) === number)?.item;
}

/** Lowest article number of the old text, gone or not. */
function firstNumber(root: Draft): number {
  let first = Number.POSITIVE_INFINITY;
  const stack = [root];
  for (let draft = stack.pop(); draft; draft = stack.pop()) {
    if (draft.type === 'article') {
      if (draft.old) first = Math.min(first, Number(draft.old.number.split('-')[0]) || 1);
    } else stack.push(...draft.children);
  }
  return Number.isFinite(first) ? first : 1;
}

/** 第X条之一 follows 第X条 wherever that goes, unless the decision gives it a number of its own. */
function subsOf(present: readonly Draft[]): { has(draft: Draft): boolean; followers: Map<Draft, Draft[]> } {
  const followers = new Map<Draft, Draft[]>();
  const subs = new Set<Draft>();
  let main: Draft | undefined;
  for (const draft of present) {
    const sub = draft.fixed === undefined ? isSub(draft.number) : isSub(draft.fixed);
    if (!sub) main = draft;
    else {
      subs.add(draft);
      if (main) followers.set(main, [...(followers.get(main) ?? []), draft]);
    }
  }
  return { has: (draft) => subs.has(draft), followers };
}

function setNumber(draft: Draft, number: string, like: string | undefined): void {
  if (draft.number === number && draft.label !== '' && draft.old?.number === number) return;
  draft.number = number;
  draft.label = relabel('article', number, like);
}

function insertSub(sequence: Draft[], sub: Draft, like: string | undefined): void {
  setNumber(sub, numberOf(sub), like);
  const at = sequence.findLastIndex((draft) => compareNumbers(draft.number, sub.number) <= 0);
  sequence.splice(at + 1, 0, sub);
}

/** Without renumbering: each new article after the last one with a lower number, in that one's chapter. */
function placeByNumber({ root, unplaced }: Ground, present: Draft[], overflow: Overflow): void {
  const like = present[0]?.old?.label;
  for (const draft of present) if (draft.fixed !== undefined) setNumber(draft, draft.fixed, like);
  for (const draft of unplaced) {
    const number = numberOf(draft);
    if (present.some((other) => other.number === number)) {
      overflow(draft, `${relabel('article', number, like)}已经存在`);
      continue;
    }
    setNumber(draft, number, like);
    const at = present.findLastIndex((other) => compareNumbers(other.number, number) < 0);
    const before = present[at];
    const parent = before?.parent ?? root;
    attach(parent, before ? parent.children.indexOf(before) + 1 : 0, [draft]);
    present.splice(at + 1, 0, draft);
  }
}

/** Gives every article its chapter and puts the chapters' articles in order. */
function house(
  root: Draft,
  sequence: readonly Draft[],
  displaced: ReadonlySet<Draft>,
): ArticleOrder['edges'] {
  const containers = walk(root).filter(({ type }) => isContainer(type));
  const covering = containers.filter(({ covers }) => covers !== undefined && covers.length > 0);
  const inTree = new Set(articlesIn(root));
  const homes: (Draft | undefined)[] = sequence.map((draft) => {
    const number = Number(draft.number.split('-')[0]);
    const covered = covering.find(({ covers }) =>
      covers!.some(({ from, to }) => number >= from && number <= to),
    );
    if (covered) return covered;
    if (displaced.has(draft)) return undefined;
    return draft.parent && isLive(draft.parent) ? draft.parent : undefined;
  });
  const edges: ArticleOrder['edges'] = [];
  // A chapter that has lost all its articles may be the home of a new one as well.
  const emptied = containers.some(
    (home) => home.old?.children.some(({ type }) => type === 'article') && !homes.includes(home),
  );
  for (let i = 0; i < sequence.length; i++) {
    if (homes[i] !== undefined) continue;
    const before = homes[i - 1];
    const after = homes.slice(i + 1).find((home) => home !== undefined);
    const own = sequence[i]!.parent;
    const closed = before !== undefined && covering.includes(before);
    let home = before === undefined || (closed && after !== undefined) ? after : before;
    if (after !== undefined && before !== after && punishes(sequence[i]!) && isPunitive(after)) home = after;
    if (before !== after && own !== undefined && (own === before || own === after)) home = own;
    homes[i] = home ?? root;
    if (emptied || (before !== undefined && after !== undefined && before !== after && !closed))
      edges.push({ article: sequence[i]!, home: homes[i]! });
  }
  const byHome = new Map<Draft, Draft[]>();
  for (const [i, draft] of sequence.entries()) {
    const home = homes[i]!;
    const list = byHome.get(home);
    if (list) list.push(draft);
    else byHome.set(home, [draft]);
  }
  for (const parent of [root, ...containers]) {
    const articles = byHome.get(parent) ?? [];
    const now = parent.children.filter((child) => child.type === 'article' && inTree.has(child));
    if (now.length === articles.length && now.every((article, i) => articles[i] === article)) continue;
    arrange(parent, articles);
  }
  return edges;
}

/** A chapter of 法律责任 begins with what punishes: a new article there is no last one of the chapter before. */
function isPunitive({ heading }: Draft): boolean {
  return /法律责任|罚则|处罚/.test(heading ?? '');
}

function punishes(draft: Draft): boolean {
  const words = walk(draft)
    .map(({ text }) => text)
    .join('');
  return /处[^。，]{0,20}罚款|依法给予(?:政务)?处分|追究刑事责任|治安管理处罚/.test(words);
}

/** Puts articles among a parent's other children: before the first section whose articles come later. */
function arrange(parent: Draft, articles: readonly Draft[]): void {
  const others = parent.children.filter((child) => child.type !== 'article' || !isLive(child));
  const result: Draft[] = [];
  let next = 0;
  for (const child of others) {
    const first = walk(child).find(({ type }) => type === 'article');
    while (first && next < articles.length && compareNumbers(articles[next]!.number, first.number) < 0)
      result.push(articles[next++]!);
    if (!first && isContainer(child.type)) while (next < articles.length) result.push(articles[next++]!);
    result.push(child);
  }
  result.push(...articles.slice(next));
  parent.children = result;
  for (const article of articles) article.parent = parent;
}
