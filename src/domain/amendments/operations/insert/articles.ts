/** New articles, chapters and sections, and what a text without articles counts. */
import type { Provision } from '../../../model.ts';
import { rankOf } from '../../../references/steps.ts';
import { containerMark } from '../../../structure/index.ts';
import { growProvisions, headingWords, levelIn, sharedAmong, splitArticles } from '../../text/content.ts';
import { attach, beside, type Draft, isLive, newDraft, walk } from '../../text/draft.ts';
import type { Ground } from '../../text/ground.ts';
import { isContainer, locatorsOf, typeOf } from '../../text/locators.ts';
import { nodeAt } from '../../text/places.ts';
import { refuse } from '../../text/refusal.ts';
import { articleNode } from '../substitute/give.ts';
import { endOf, type Insert, laidDown } from './task.ts';

/** 增加一条, or several, under their own numbers, beside another one or at the end of a chapter. */
export function insertArticles(ground: Ground, task: Insert): void {
  const [first = '', ...more] = task.wording.flat();
  // `第七节 监察委员会` at the head of the new articles: the section that the same decision adds.
  const mark = containerMark(first);
  const made = newArticles(mark ? { ...task, wording: [more] } : task);
  const home = mark ? newContainer(ground, first.slice(mark.rest).trim()) : homeOf(ground, task);
  const drafts = made.map((provision) => {
    const draft = newDraft(provision, undefined, task.id);
    if (provision.number !== '') draft.fixed = provision.number;
    return draft;
  });
  if (drafts.every(({ fixed }) => fixed !== undefined)) {
    for (const draft of drafts) {
      if (ground.unplaced.some(({ fixed }) => fixed === draft.fixed))
        refuse(`第${draft.fixed}条已由本决定的另一条款增加`);
      draft.parent = home;
    }
    ground.unplaced.push(...drafts);
  } else if (task.to.at === 'after' || task.to.at === 'before') {
    const { parent, at } = beside(nodeAt(ground, task.to.anchor), task.to.at);
    attach(parent, at, drafts);
  } else if (home) {
    attach(home, home.children.length, drafts);
  } else refuse('未写明增加的条文作为第几条');
}

function newContainer(ground: Ground, heading: string): Draft {
  for (const draft of walk(ground.root))
    if (!draft.old && draft.heading === heading && isContainer(draft.type)) return draft;
  return refuse(`没有新增的“${heading}”`);
}

/** The chapter named as 在第二章增加一条; an article named before 后 is an anchor and no home. */
function homeOf(ground: Ground, { targets }: Insert): Draft | undefined {
  const [target] = locatorsOf(targets);
  return target && isContainer(typeOf(target)) ? nodeAt(ground, target) : undefined;
}

/** New articles with their numbers, from labels in the quotation or from 作为第N条. */
function newArticles(task: Insert): Provision[] {
  const numbers = laidDown(task);
  const lines = task.wording.flat();
  const labelled = splitArticles(lines);
  if (!labelled && numbers.length <= 1) return [articleNode('', numbers[0] ?? '', lines, task)];
  const parts =
    labelled ??
    sharedAmong(task.wording, numbers.length)?.map((own) => ({ label: '', number: '', lines: own }));
  if (!parts || (numbers.length > 0 && parts.length !== numbers.length))
    return refuse('新条文的条数与所列条号不一致');
  return parts.map(({ label, number, lines: own }, i) => articleNode(label, numbers[i] ?? number, own, task));
}

/** 增加一条，作为第三条：“三、…” in a text that counts 一、 */
export function insertLevel(ground: Ground, task: Insert): void {
  const [number, ...more] = laidDown(task);
  const list = walk(ground.root).find(({ type, old }) => type === 'level' && old !== undefined)?.parent;
  const made = levelIn(task.wording.flat(), task.position);
  if (!list || !made || number === undefined || more.length > 0)
    refuse('文本不以条编号，不能确定新增内容的位置');
  const draft = newDraft({ ...made, label: '' }, list, task.id);
  draft.fixed = number;
  attach(list, endOf(list, 'level'), [draft]);
}

export function insertContainer(ground: Ground, task: Insert): void {
  const { unit, position, id, covers } = task;
  const [head, ...rest] = task.wording.flat();
  if (head === undefined) refuse('没有新增章节的名称');
  const grown = growProvisions([head, ...rest], position);
  const only = grown.length === 1 && grown[0]!.type === unit ? grown[0]! : undefined;
  const provision: Provision = only ?? {
    type: unit,
    number: '',
    label: '',
    eId: '',
    heading: headingWords(head),
    text: '',
    children: growProvisions(rest, position),
    position,
  };
  const draft = newDraft({ ...provision, children: [] }, undefined, id);
  draft.fixed = laidDown(task)[0] || only?.number || refuse('未写明增加的章节作为第几章（节）');
  const parent = containerParent(ground, task);
  const at = parent.children.findIndex(
    (child) => child.type === unit && isLive(child) && Number(child.number) >= Number(draft.fixed),
  );
  attach(parent, at < 0 ? endOf(parent, unit) : at, [draft]);
  for (const child of provision.children) {
    const made = newDraft(child, draft, id);
    for (const article of walk(made)) if (article.type === 'article') article.fixed = article.number;
    if (made.type === 'article') ground.unplaced.push(made);
    else attach(draft, draft.children.length, [made]);
  }
  draft.covers = covers.flatMap(({ steps, through }) => {
    const [first, last] = [steps.at(-1)?.number, (through ?? steps).at(-1)?.number];
    return first && last ? [{ from: Number(first), to: Number(last) }] : [];
  });
}

/** The node whose children the new chapter or section joins. */
function containerParent(ground: Ground, { targets, to, unit }: Insert): Draft {
  const named = locatorsOf(targets).find(({ steps }) => rankOf(steps.at(-1)!.type) < rankOf(unit));
  const steps = to.at === 'number' ? (to.locators[0]?.steps.slice(0, -1) ?? []) : [];
  const locator = named ?? (steps.length > 0 ? { steps } : undefined);
  if (locator) return nodeAt(ground, locator);
  const [holder = ground.root, ...more] = new Set(
    walk(ground.root).flatMap(({ type, old, parent }) => (type === unit && old && parent ? [parent] : [])),
  );
  return more.length > 0 ? refuse('全文有多处编列同类章节，未写明增加在何处') : holder;
}
