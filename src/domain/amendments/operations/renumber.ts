/** 改为: a provision gets another number; a 款 becomes an article, an article a 款; two provisions change targets. */

import type { Locator, LocatorStep, Operation, Target } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { rankOf } from '../../references/steps.ts';
import { numberedAs } from '../number/articles.ts';
import { finalMark } from '../number/punctuation.ts';
import { type Context, keyOf } from '../read/context.ts';
import { phrase } from '../read/pattern.ts';
import {
  areProvisions,
  type Groups,
  numbersIn,
  type Phrase,
  type Said,
  substitution,
  targetsIn,
  wordsIn,
} from '../read/phrase.ts';
import { claim } from '../text/claims.ts';
import {
  attach,
  childrenOf,
  type Draft,
  detach,
  emptyDraft,
  move,
  remove,
  removedBy,
  upward,
  within,
} from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { above, countsUp, expand, isContainer, locatorsOf, typeOf } from '../text/locators.ts';
import { nodeAt, nodesAt, targetsName } from '../text/places.ts';
import { alreadyGone, refuse, type Told } from '../text/refusal.ts';
import { findTargets } from '../text/targets.ts';
import { joinedBack, levelOf, rowOf, singles, steppedOf } from './back.ts';
import type { Kind, Task } from './kind.ts';

// ------------------------------------------------------------- phrasings

const rows: readonly Phrase[] = [
  {
    name: 'single out', // 第二款单列一条，作为第十六条
    pattern: phrase(
      '{BA}<target:T>(?:的内容|的规定)?单(?:独)?列(?:为|出)?(?:一条|一款)?[，,]?(?:作为|为)(?<dest>{L})',
    ),
    read: (parts, context) => renumbering(parts, context),
  },
  {
    name: 'change targets', // 第三条与第四条互换; 将第三条、第四条的顺序对调
    pattern: phrase(
      '{BA}(?<target>{L}(?:(?:、|和|与|同|及){L})?)(?:的)?(?:位置|顺序|次序|序号|条文顺序|条文)?(?:的)?(?:相互|互相|前后)?(?:对调|互换|调换|交换|对换)(?:位置|顺序|次序|序号)?',
    ),
    read: (parts, context) => {
      const targets = targetsIn(parts.target, context).flatMap((place): Target[] =>
        place.kind === 'provision'
          ? expand(place.locator).map((locator) => ({ kind: 'provision', locator }))
          : [place],
      );
      const [one, other, ...more] = locatorsOf(targets);
      if (!one || !other || more.length > 0 || !areProvisions(targets) || typeOf(one) !== typeOf(other))
        return undefined;
      return renumbered([one, other], [other, one], context);
    },
  },
  {
    name: 'renumber', // 将第十条改为第十三条; 原第二款作为第三款; 第七项至第十五项相应改为第八项至第十六项
    pattern: phrase(
      '{BA}<target:T>(?<quote>{q})?(?:的)?(?:条文|序号|内容)?(?:修改后)?{ALL}(?:改为|改作|作为|移作|列为|调整为|变更为|变为|修改为|相应变为|顺延为|顺延至|改成|依次为|为)(?:修改后的?)?<dest:T>(?!{IN}{q}{WORD}(?:{ALL}{TO}|[之]?[前后]))(?:(?<name>{q})(?=[，。；\\s]|$)|(?:[，,]?(?:内容|规定)(?:为|如下))?[：:]\\n?(?<content>{QS}))?(?:[，,](?:依次|分别)?作为(?<within>{T}))?',
    ),
    read: (parts, context) => (inTurn(parts.within, context) ? renumbering(parts, context) : undefined),
  },
  {
    name: 'the former text as a part', // 原条文作为第二款
    pattern: phrase('原(?:条文|条款|内容|规定)(?:内容)?{ALL}(?:作为|改为)<dest:T>'),
    read: (parts, context) => {
      const article = above(context.steps, 'paragraph');
      const to = numbersIn(parts.dest, context);
      if (article.length === 0 || to.length !== 1 || typeOf(to[0]) !== 'paragraph') return undefined;
      const locator: Locator = { steps: [...article, { type: 'paragraph', number: '1' }] };
      return [{ op: 'renumber', targets: [{ kind: 'provision', locator }], to }];
    },
  },
  {
    name: 'renumber what was named', // …修改为“…”，并作为第二十七条
    pattern: phrase('(?:后|并|同时|，)*(?:作为|列为|改列为|改为)<dest:T>(?!{IN}{q})'),
    read: (parts, context) => {
      const [only, ...more] = locatorsOf(context.last);
      const to = numbersIn(parts.dest, context);
      if (!only || more.length > 0 || only.through || to.length !== 1 || typeOf(only) !== typeOf(to[0]))
        return undefined;
      return renumbered([only], to, context);
    },
  },
];

/** …改为第十七条，作为第一款、第二款: true where the parts are to stand as they come. */
export function inTurn(piece: string | undefined, context: Context): boolean {
  const { steps, last } = context;
  context.steps = [];
  const named = locatorsOf(targetsIn(piece, context));
  Object.assign(context, { steps, last });
  return (
    named.every(({ steps: [step, ...more] }) => more.length === 0 && step?.type === 'paragraph') &&
    countsUp(named.map(({ steps: [step] }) => step?.number))
  );
}

/** 第三十九条改为第四十五条第一款: the article goes on as article 45; other paragraphs join it. */
function withoutFirstParagraph(locator: Locator): Locator {
  const [last, upper] = [locator.steps.at(-1), locator.steps.at(-2)];
  return last?.type === 'paragraph' && last.number === '1' && upper?.type === 'article'
    ? { steps: locator.steps.slice(0, -1) }
    : locator;
}

/** What is given a new number is named by its old one: nothing is renumbered twice. */
function renumbered(from: readonly Locator[], to: Locator[], { renumbered: known }: Context): Said[] {
  const old = from.flatMap(expand);
  const targets = from.map(({ otherwise: _other, ...locator }): Target => ({ kind: 'provision', locator }));
  if (old.length === to.length)
    for (const [i, { steps }] of old.entries()) known.set(keyOf(to[i]!.steps), steps);
  return [{ op: 'renumber', targets, to }];
}

function renumbering(parts: Groups, context: Context): Said[] | undefined {
  const targets = targetsIn(parts.target, context);
  const from = locatorsOf(targets);
  const to = numbersIn(parts.dest, context).map((locator) =>
    typeOf(from[0]) === 'article' ? withoutFirstParagraph(locator) : locator,
  );
  if (!areProvisions(targets) || to.length === 0) return undefined;
  const moved = renumbered(from, to, context);
  const [name] = wordsIn(parts.name, context);
  // 第十条改为第九条：“…”: the new wording stands right behind the new number.
  if (name === undefined)
    return [
      ...moved,
      ...(parts.content === undefined ? [] : (substitution(moved[0]!.targets, parts.content, context) ?? [])),
    ];
  // 第一章“甲”改为第二章“乙”: the chapter gets another name with its number.
  if (!from.every((locator) => isContainer(typeOf(locator)))) return undefined;
  const named = from.map((locator): Target => ({ kind: 'heading', locator }));
  return [...moved, { op: 'retitle', targets: named, wording: [[name]] }];
}

// ------------------------------------------------------------------- act

/** The nodes that are to stand elsewhere. */
export function sources(ground: Ground, { targets }: Task, told: Told): Draft[] {
  if (!areProvisions(targets)) refuse(`${targetsName(targets)}不是条、款、项，不能移动、改号或者合并`);
  const drafts = nodesAt(ground, targets, told);
  if (drafts.some((draft) => removedBy(draft) !== undefined)) refuse(alreadyGone);
  return drafts.length > 0 ? drafts : refuse('没有写明移动或者改号的是哪一处');
}

export const lastStep = (locator: Locator): LocatorStep => locator.steps.at(-1)!;

/** Gives nodes the numbers that answer to them. */
export function renumberAt(ground: Ground, from: readonly Draft[], to: readonly Locator[], task: Task): void {
  if (from.length !== to.length) refuse(`改号前${from.length}处，改号后${to.length}处，不能一一对应`);
  from.forEach((draft, i) => {
    renumberOne(ground, draft, to[i]!, task);
  });
}

function renumberOne(ground: Ground, draft: Draft, to: Locator, task: Task): void {
  const { type, number = refuse('新编号不明') } = lastStep(to);
  draft.by.add(task.id);
  if (type === draft.type) {
    const parent = newParent(ground, draft, to);
    const leaves = parent !== draft.parent && rankOf(type) > rankOf('article');
    claim(ground, draft, leaves ? 'leave' : 'place', task, to);
    if (leaves) {
      detach(draft);
      attach(parent, parent.children.length, [draft]);
      move(draft, task);
    }
    draft.fixed = number;
    return;
  }
  claim(ground, draft, draft.type === 'article' ? 'sink' : 'leave', task);
  if (type === 'article' && rankOf(draft.type) > rankOf('article')) promote(ground, draft, number, task);
  else if (type === 'paragraph' && draft.type === 'article') demote(ground, draft, to, task);
  else if (type === 'paragraph' && draft.type === 'item') raise(draft, number, task);
  else refuse(`不能把${draft.label || '该款'}改为${formatLocator(to)}`);
}

/** The parent under the new number: the same one, unless the destination names another article. */
function newParent(ground: Ground, draft: Draft, to: Locator): Draft {
  const steps = to.steps.slice(0, -1);
  if (!draft.parent || steps.length === 0 || rankOf(draft.type) <= rankOf('article'))
    return draft.parent ?? ground.root;
  const own = findTargets(ground, { steps });
  // 第二条第三项: the paragraph between is left out.
  if (own.ok && own.drafts.length === 1 && [...upward(draft)].includes(own.drafts[0]!)) return draft.parent;
  const [only, ...more] = steps;
  // An article that the decision itself has given this number.
  const numbered =
    only?.type === 'article' && more.length === 0
      ? [...ground.byOld.values()].find(({ type, fixed }) => type === 'article' && fixed === only.number)
      : undefined;
  return numbered ?? nodeAt(ground, { steps });
}

/** True for an operation that makes an article a paragraph of another one, whose number is the new one. */
export function joinsAnother(operation: Operation): boolean {
  const to =
    operation.op === 'renumber'
      ? operation.to
      : operation.op === 'move' && operation.to.at === 'number'
        ? operation.to.locators
        : [];
  return (
    typeOf(to[0]) === 'paragraph' &&
    locatorsOf(operation.targets).some((locator) => typeOf(locator) === 'article')
  );
}

/** A paragraph (or item) becomes an article of its own. */
export function promote(ground: Ground, draft: Draft, number: string, { id }: Task): Draft {
  const article = emptyDraft('article');
  article.fixed = number;
  article.by.add(id);
  const home = within(draft, 'article')?.parent;
  detach(draft);
  if (draft.type === 'paragraph') attach(article, 0, [draft]);
  else {
    const { old, text, edits, children } = draft;
    attach(article, 0, [{ ...emptyDraft('paragraph'), ...(old ? { old } : {}), text, edits, children }]);
  }
  article.parent = home;
  article.merged = draft.old ? [draft.old] : [];
  ground.unplaced.push(article);
  return article;
}

/** An item becomes a paragraph of its own article. */
function raise(item: Draft, number: string, task: Task): void {
  const article = within(item, 'article') ?? refuse('该项不在条文之内，不能成为一款');
  detach(item);
  attach(article, article.children.length, [item]);
  move(item, task);
  Object.assign(item, { type: 'paragraph', label: '', fixed: number, amended: true });
  item.edits.push({ start: item.text.length - finalMark(item.text).length, end: item.text.length, to: '。' });
}

/** An article becomes a paragraph of another one. */
function demote(ground: Ground, article: Draft, to: Locator, task: Task): void {
  const steps = to.steps.slice(0, -1);
  const home = numberedAs(ground, steps.at(-1)?.number ?? '');
  if (!home) refuse(`修改后没有${formatLocator({ steps })}`);
  if (home === article) refuse('条文不能成为自己的一款');
  const paragraphs = childrenOf(article, 'paragraph');
  for (const child of [...article.children]) detach(child);
  paragraphs.forEach((paragraph, i) => {
    paragraph.fixed = String(Number(lastStep(to).number) + i);
    move(paragraph, task);
  });
  attach(home, home.children.length, paragraphs);
  remove(article, task);
}

export const renumber: Kind<'renumber'> = {
  label: '改变序号',
  rows,
  act: (ground, task, told) => renumberAt(ground, sources(ground, task, told), task.to, task),
  undo(back, task, level) {
    const from = singles(task.targets);
    const to = steppedOf(task.to);
    const [old, now] = [from[0], to[0]];
    if (!old || levelOf(now?.type ?? old.type) !== level) return;
    if (!now || (now.type !== old.type && !(now.type === 'article' && old.type === 'paragraph')))
      return void back.open.push(task);
    if (now.type !== old.type) return joinedBack(back, task, task.to);
    to.forEach(({ type, number }, i) => {
      const row = from[i] && rowOf(back, type, from[i].steps);
      const node = row?.now(number);
      if (node) node.fixed = from[i]!.number;
      else back.open.push(task);
    });
  },
};
