/** insert: new articles, paragraphs, items, points, chapters. */
import type { Locator, LocatorStep, Provision, ProvisionType } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { rankOf } from '../references/steps.ts';
import { containerMark } from '../structure/index.ts';
import { articleNode } from './act-substitute.ts';
import { noted, type Outcome, refused, rewritten } from './outcome.ts';
import type { Task } from './task.ts';
import {
  articleHead,
  growParagraphs,
  growProvisions,
  headingWords,
  itemHead,
  itemLines,
  splitArticles,
  splitGroups,
} from './text/content.ts';
import { attach, type Draft, isRemoved, newDraft, replacedBy, walk } from './text/draft.ts';
import type { Ground } from './text/ground.ts';
import { hasArticles, insertLevel } from './text/levels.ts';
import { findTarget } from './text/targets.ts';

/** Articles made by the decision that still have no place: the numbering gives it to them. */
export interface Unplaced {
  drafts: Draft[];
  /** Chapter that takes them, where the decision says so. */
  home?: Draft;
}

export function insert(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const unit = operation.unit ?? 'article';
  if (unit === 'article') return insertArticles(ground, operation, unplaced);
  if (rankOf(unit) < rankOf('article')) return insertContainer(ground, operation, unplaced);
  return insertParts(ground, operation, unit);
}

function destinationNumbers(operation: Task): LocatorStep[] {
  const { destination } = operation;
  if (!destination?.locator || destination.position !== 'as') return [];
  return [destination.locator, ...(destination.also ?? [])].flatMap(({ steps }) => steps.at(-1) ?? []);
}

// ------------------------------------------------------------ articles

function insertArticles(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  if (!hasArticles(ground) && ground.index.ofType.has('level')) return insertLevel(ground, operation);
  const { heading, lines } = leadingHeading(operation.content ?? []);
  const made = newArticles({ ...operation, content: lines });
  if (!made) return refused('新条文的条数与所列条号不一致');
  const home = heading === undefined ? homeOf(ground, operation) : newContainer(ground, heading);
  if (home && !home.ok) return refused(home.reason);
  const drafts = made.map((provision) => {
    const draft = newDraft(provision, undefined, operation.id);
    if (provision.number !== '') draft.fixed = provision.number;
    return draft;
  });
  if (drafts.every(({ fixed }) => fixed !== undefined)) {
    for (const draft of drafts) {
      if (unplaced.drafts.some(({ fixed }) => fixed === draft.fixed))
        return refused(`第${draft.fixed}条已由本决定的另一条款增加`);
    }
    if (home?.ok) for (const draft of drafts) draft.parent = home.draft;
    unplaced.drafts.push(...drafts);
    return noted([]);
  }
  const anchor = operation.destination?.locator;
  if (anchor && operation.destination?.position !== 'as') {
    const found = findTarget(ground, anchor);
    if (!found.ok) return refused(found.reason);
    const at = found.draft.parent!.children.indexOf(found.draft);
    attach(found.draft.parent!, operation.destination!.position === 'before' ? at : at + 1, drafts);
    return noted([]);
  }
  if (home?.ok) {
    attach(home.draft, home.draft.children.length, drafts);
    return noted([]);
  }
  return refused('未写明增加的条文作为第几条');
}

/** `第七节 监察委员会` at the head of the new articles: the section that the same decision adds. */
function leadingHeading(lines: readonly string[]): { heading?: string; lines: string[] } {
  const mark = containerMark(lines[0] ?? '');
  return mark ? { heading: lines[0]!.slice(mark.rest).trim(), lines: lines.slice(1) } : { lines: [...lines] };
}

function newContainer(ground: Ground, heading: string): ReturnType<typeof findTarget> {
  for (const draft of walk(ground.root)) {
    if (!draft.old && draft.heading === heading && rankOf(draft.type) < rankOf('article'))
      return { ok: true, draft };
  }
  return { ok: false, reason: `没有新增的“${heading}”` };
}

/** The chapter named as 在第二章增加一条; an article named before 后 is an anchor and no home. */
function homeOf(ground: Ground, operation: Task): ReturnType<typeof findTarget> | undefined {
  const [target] = operation.targets;
  const type = target?.steps.at(-1)?.type;
  return target && type && rankOf(type) < rankOf('article') ? findTarget(ground, target) : undefined;
}

/** New articles with their numbers, from labels in the quotation or from 作为第N条. */
function newArticles(operation: Task): Provision[] | undefined {
  const content = operation.content ?? [];
  const numbers = destinationNumbers(operation).map(({ number }) => number ?? '');
  const labelled = splitArticles(content);
  if (labelled) {
    if (numbers.length > 0 && labelled.length !== numbers.length) return undefined;
    return labelled.map(({ label, number, lines }, i) =>
      articleNode(label, numbers[i] ?? number, lines, operation),
    );
  }
  if (numbers.length <= 1) return [articleNode('', numbers[0] ?? '', content, operation)];
  const groups = splitGroups(content, operation.groups);
  const parts =
    groups.length === numbers.length
      ? groups
      : content.length === numbers.length
        ? content.map((line) => [line])
        : undefined;
  return parts?.map((lines, i) => articleNode('', numbers[i]!, lines, operation));
}

// ---------------------------------------------------------- containers

function insertContainer(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const unit = operation.unit!;
  const [number] = destinationNumbers(operation);
  const content = operation.content ?? [];
  const [head, ...rest] = content;
  if (head === undefined) return refused('没有新增章节的名称');
  const grown = growProvisions(content, operation.position);
  const only = grown.length === 1 && grown[0]!.type === unit ? grown[0]! : undefined;
  const provision: Provision = only ?? {
    type: unit,
    number: '',
    label: '',
    eId: '',
    heading: headingWords(head),
    text: '',
    children: growProvisions(rest, operation.position),
    position: operation.position,
  };
  const draft = newDraft({ ...provision, children: [] }, undefined, operation.id);
  const wanted = number?.number ?? (only?.number || undefined);
  if (wanted === undefined) return refused('未写明增加的章节作为第几章（节）');
  draft.fixed = wanted;
  const parent = containerParent(ground, operation, unit);
  if (!parent.ok) return refused(parent.reason);
  const siblings = parent.draft.children;
  const at = siblings.findIndex(
    ({ type, number: own, removed }) =>
      type === unit && removed === undefined && Number(own) >= Number(wanted),
  );
  attach(parent.draft, at < 0 ? lastOf(siblings, unit) : at, [draft]);
  draft.children = [];
  for (const child of provision.children) {
    const made = newDraft(child, draft, operation.id);
    const articles = [...walk(made)].filter(({ type }) => type === 'article');
    for (const article of articles) article.fixed = article.number;
    if (made.type === 'article') unplaced.drafts.push(made);
    else attach(draft, draft.children.length, [made]);
  }
  draft.covers = (operation.covers ?? []).flatMap(({ steps, through }) => {
    const [first, last] = [steps.at(-1)?.number, (through ?? steps).at(-1)?.number];
    return first && last ? [{ from: Number(first), to: Number(last) }] : [];
  });
  return noted([]);
}

function lastOf(siblings: readonly Draft[], unit: ProvisionType): number {
  const at = siblings.findLastIndex(({ type }) => type === unit);
  return at < 0 ? siblings.length : at + 1;
}

/** The node whose children the new chapter or section joins. */
function containerParent(
  ground: Ground,
  operation: Task,
  unit: ProvisionType,
): ReturnType<typeof findTarget> {
  const named = operation.targets.find(({ steps }) => rankOf(steps.at(-1)!.type) < rankOf(unit));
  const above = operation.destination?.locator?.steps.slice(0, -1) ?? [];
  const locator: Locator | undefined = named ?? (above.length > 0 ? { steps: above } : undefined);
  if (locator) return findTarget(ground, locator);
  const holders = new Set<Draft>();
  for (const draft of walk(ground.root))
    if (draft.type === unit && draft.old && draft.parent) holders.add(draft.parent);
  if (holders.size > 1) return { ok: false, reason: '全文有多处编列同类章节，未写明增加在何处' };
  const [holder] = holders;
  return { ok: true, draft: holder ?? ground.root };
}

// ---------------------------------------------- paragraphs, items, points

function insertParts(ground: Ground, operation: Task, unit: ProvisionType): Outcome {
  const container = partContainer(ground, operation, unit);
  if (!container.ok) return refused(container.reason);
  const { draft: parent } = container;
  if (isRemoved(parent)) return refused('该处已由本决定的另一条款删去');
  const by = replacedBy(parent);
  // 修改为：“…”，增加一款，作为第二款：“…”: counted in the wording that the same clause has just laid down.
  const goesOn = by === operation.clause && operation.destination?.position === 'as';
  if (by !== undefined && !goesOn) return refused(rewritten(by));
  const numbers = destinationNumbers(operation).map(({ number }) => number ?? '');
  const made =
    unit === 'paragraph'
      ? newParagraphs(operation, numbers.length)
      : newItems(operation, unit, numbers.length);
  if (!made) return refused('增加的内容与所列款项数不一致');
  const drafts = made.provisions.map((provision, i) => {
    const draft = newDraft(provision, parent, operation.id);
    // Without 作为第六项 the label in the quotation, （六）, says which number is laid down.
    const labelled = container.at === undefined && provision.label !== '' ? provision.number : '';
    const number =
      numbers[i] ?? (numbers.length === 1 ? String(Number(numbers[0]) + i) : labelled || undefined);
    if (number !== undefined) draft.fixed = number;
    return draft;
  });
  const placed = container.at !== undefined || drafts.some(({ fixed }) => fixed !== undefined);
  const taken = drafts.find(
    ({ fixed }) =>
      fixed !== undefined &&
      parent.children.some(
        (child) => child.type === unit && child.fixed === fixed && child.removed === undefined,
      ),
  );
  if (taken)
    return refused(
      `${formatLocator({ steps: [{ type: unit, number: taken.fixed! }] })}已由本决定的另一处修改占用`,
    );
  const at = container.at ?? endOf(parent, unit);
  attach(parent, at, drafts);
  parent.by.add(operation.id);
  return noted([container.note, made.note, placed ? undefined : '未写明位置，加在该处末尾']);
}

/** After the last child of the kind, before what follows it (a table, say). */
function endOf(parent: Draft, unit: ProvisionType): number {
  const at = parent.children.findLastIndex(({ type }) => type === unit);
  return at < 0 ? parent.children.length : at + 1;
}

function newParagraphs(
  operation: Task,
  count: number,
): { provisions: Provision[]; note?: string } | undefined {
  const content = operation.content ?? [];
  const groups = splitGroups(content, operation.groups);
  const parts = count > 1 && groups.length === count ? groups : undefined;
  const grown = parts
    ? parts.flatMap((lines) => growParagraphs(lines, operation.position))
    : growParagraphs(content, operation.position);
  const paragraphs = grown.filter(({ type }) => type === 'paragraph');
  if (paragraphs.length === 0) return undefined;
  if (count <= 1)
    return { provisions: grown, ...(paragraphs.length > 1 ? { note: `引文有${paragraphs.length}款` } : {}) };
  return paragraphs.length === count ? { provisions: grown } : undefined;
}

function newItems(
  operation: Task,
  unit: ProvisionType,
  count: number,
): { provisions: Provision[]; note?: string } | undefined {
  const groups: string[][] = [];
  const lines = count > 1 ? itemLines(operation.content ?? [], count) : (operation.content ?? []);
  const labelled = lines.some((line) => itemHead(line));
  if (labelled) {
    // Marks of the first line's style begin items; marks of another style are points inside them.
    const style = styleOf(lines[0]!);
    for (const line of lines) {
      if (styleOf(line) === style || groups.length === 0) groups.push([line]);
      else groups.at(-1)!.push(line);
    }
  } else {
    groups.push(...splitGroups(lines, operation.groups));
    if (groups.length === 1 && count > 1) groups.splice(0, 1, ...lines.map((line) => [line]));
  }
  if (count > 1 && groups.length !== count) return undefined;
  const provisions = groups.map(([first, ...rest]): Provision => {
    const head = itemHead(first ?? '');
    const children = growParagraphs(rest, operation.position).flatMap((grown) =>
      grown.text === '' ? grown.children : [grown],
    );
    return {
      type: unit,
      number: head?.number ?? '',
      label: head?.label ?? '',
      eId: '',
      text: head ? head.rest : (first ?? ''),
      children: children.map((child) => (child.type === 'item' ? { ...child, type: 'point' } : child)),
      position: operation.position,
    };
  });
  return provisions.length > 0 ? { provisions } : undefined;
}

function styleOf(line: string): string {
  if (articleHead(line)) return 'article';
  if (/^[（(]\s*[一二三四五六七八九十百]/.test(line)) return 'han';
  if (/^[（(]\s*\d/.test(line)) return 'digit-bracket';
  if (/^\d{1,3}[.．、]/.test(line)) return 'digit';
  return itemHead(line) ? 'other' : '';
}

type Container = { ok: true; draft: Draft; at?: number; note?: string } | { ok: false; reason: string };

/** The node that receives new paragraphs, items or points, and the index where an anchor says so. */
function partContainer(ground: Ground, operation: Task, unit: ProvisionType): Container {
  const { destination } = operation;
  const anchor =
    destination && destination.position !== 'as' && destination.locator
      ? findTarget(ground, destination.locator)
      : undefined;
  if (anchor) {
    if (!anchor.ok) return anchor;
    const parent = anchor.draft.parent!;
    const at = parent.children.indexOf(anchor.draft) + (destination!.position === 'before' ? 0 : 1);
    return { ok: true, draft: parent, at };
  }
  const target = operation.targets.at(-1) ?? aboveDestination(operation);
  if (!target) return { ok: false, reason: '未写明在哪一条增加' };
  const found = findTarget(ground, target);
  if (!found.ok) return found;
  const holder = found.draft;
  // 在第二款后增加一款，作为第三款: the anchor's own parent receives it.
  if (holder.type === unit) return { ok: true, draft: holder.parent! };
  if (unit === 'paragraph') return holder.type === 'article' ? { ok: true, draft: holder } : notHere(target);
  if (unit === 'point' && holder.type === 'item') return { ok: true, draft: holder };
  return listHolder(holder, target, unit);
}

function aboveDestination(operation: Task): Locator | undefined {
  const steps = operation.destination?.locator?.steps.slice(0, -1) ?? [];
  return steps.length > 0 ? { steps } : undefined;
}

/** The paragraph whose list is meant by 第十条增加一项. */
function listHolder(holder: Draft, target: Locator, unit: ProvisionType): Container {
  if (holder.type === 'paragraph' || holder.type === 'item') return { ok: true, draft: holder };
  const paragraphs = holder.children.filter(
    ({ type, removed }) => type === 'paragraph' && removed === undefined,
  );
  const listed = paragraphs.filter(({ children }) =>
    children.some(({ type, removed }) => type === unit && removed === undefined),
  );
  if (listed.length === 1) return { ok: true, draft: listed[0]! };
  if (listed.length === 0 && paragraphs.length === 1) return { ok: true, draft: paragraphs[0]! };
  return { ok: false, reason: `${formatLocator(target)}有${listed.length}款列有项，未写明在哪一款增加` };
}

function notHere(target: Locator): Container {
  return { ok: false, reason: `${formatLocator(target)}之下不能增加款` };
}
