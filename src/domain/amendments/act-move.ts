/** renumber, move, split and merge: old provisions that come to stand elsewhere. */
import type { Locator, LocatorStep, Operation, Provision } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { rankOf } from '../references/steps.ts';
import { insert, type Unplaced } from './act-insert.ts';
import { substitute } from './act-substitute.ts';
import { numberedAs } from './number/articles.ts';
import { noted, type Outcome, refused, rewritten } from './outcome.ts';
import type { Task } from './task.ts';
import { splitArticles, splitGroups } from './text/content.ts';
import { attach, type Draft, detach, emptyDraft, isRemoved, replacedBy } from './text/draft.ts';
import type { Ground } from './text/ground.ts';
import { findTarget, findTargets } from './text/targets.ts';

type Drafts = { ok: true; drafts: Draft[]; notes: (string | undefined)[] } | { ok: false; reason: string };

function sources(ground: Ground, operation: Task): Drafts {
  const drafts: Draft[] = [];
  const notes: (string | undefined)[] = [];
  for (const locator of operation.targets) {
    const found = findTargets(ground, locator);
    if (!found.ok) return found;
    notes.push(found.note);
    for (const draft of found.drafts) {
      if (isRemoved(draft)) return { ok: false, reason: '该处已由本决定的另一条款删去' };
      drafts.push(draft);
    }
  }
  return drafts.length > 0
    ? { ok: true, drafts, notes }
    : { ok: false, reason: '没有写明移动或者改号的是哪一处' };
}

function destinations(operation: Task): Locator[] {
  const { destination } = operation;
  return destination?.locator ? [destination.locator, ...(destination.also ?? [])] : [];
}

function lastStep(locator: Locator): LocatorStep {
  return locator.steps.at(-1)!;
}

/** 将第十条改为第十三条; 第二款改为第十六条; 第七项至第十五项相应改为第八项至第十六项 */
export function renumber(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const from = sources(ground, operation);
  if (!from.ok) return refused(from.reason);
  const to = destinations(operation);
  if (from.drafts.length > 1 && to.length === 1) return merge(ground, operation, unplaced);
  if (from.drafts.length === 1 && to.length > 1) return split(ground, operation, unplaced);
  if (from.drafts.length !== to.length)
    return refused(`改号前${from.drafts.length}处，改号后${to.length}处，不能一一对应`);
  const notes = [...from.notes];
  for (const [i, draft] of from.drafts.entries()) {
    const outcome = renumberOne(ground, draft, to[i]!, operation, unplaced);
    if (!outcome.ok) return outcome;
    notes.push(outcome.note);
  }
  return noted(notes);
}

function renumberOne(
  ground: Ground,
  draft: Draft,
  to: Locator,
  operation: Task,
  unplaced: Unplaced,
): Outcome {
  const step = lastStep(to);
  const number = step.number;
  if (number === undefined) return refused('新编号不明');
  draft.by.add(operation.id);
  if (step.type === draft.type) {
    const parent = newParent(ground, draft, to);
    if (!parent.ok) return refused(parent.reason);
    if (parent.draft !== draft.parent && rankOf(draft.type) > rankOf('article')) {
      detach(draft);
      attach(parent.draft, parent.draft.children.length, [draft]);
      draft.moved = true;
    }
    draft.fixed = number;
    return noted([]);
  }
  if (step.type === 'article' && rankOf(draft.type) > rankOf('article')) {
    promote(draft, number, operation.id, unplaced);
    return noted([]);
  }
  if (step.type === 'paragraph' && draft.type === 'article')
    return demote(ground, draft, to, operation, unplaced);
  return refused(`不能把${draft.label || '该款'}改为${formatLocator(to)}`);
}

/** The parent under the new number: the same one, unless the destination names another article. */
function newParent(
  ground: Ground,
  draft: Draft,
  to: Locator,
): { ok: true; draft: Draft } | { ok: false; reason: string } {
  const above = to.steps.slice(0, -1);
  if (!draft.parent || above.length === 0 || rankOf(draft.type) <= rankOf('article'))
    return { ok: true, draft: draft.parent ?? ground.root };
  const own = findTarget(ground, { steps: above });
  // 第二条第三项: the paragraph between is left out.
  if (own.ok && isAbove(own.draft, draft)) return { ok: true, draft: draft.parent };
  return articleByNewNumber(ground, above) ?? own;
}

function isAbove(upper: Draft, lower: Draft): boolean {
  for (let at = lower.parent; at; at = at.parent) if (at === upper) return true;
  return false;
}

/** True for an operation that makes an article a paragraph of another one, whose number is the new one. */
export function joinsAnother({ op, targets, destination }: Operation): boolean {
  const last = destination?.locator?.steps.at(-1);
  return (
    (op === 'renumber' || op === 'move') &&
    last?.type === 'paragraph' &&
    targets.some(({ steps }) => steps.at(-1)?.type === 'article')
  );
}

/** An article that the decision itself has given this number. */
function articleByNewNumber(
  ground: Ground,
  steps: readonly LocatorStep[],
): { ok: true; draft: Draft } | undefined {
  if (steps.length !== 1 || steps[0]!.type !== 'article') return undefined;
  for (const draft of ground.byOld.values()) {
    if (draft.type === 'article' && draft.fixed === steps[0]!.number) return { ok: true, draft };
  }
  return undefined;
}

/** A paragraph (or item) becomes an article of its own. */
function promote(draft: Draft, number: string, by: number, unplaced: Unplaced): Draft {
  const article = newArticle(number, by);
  const home = articleOf(draft)?.parent;
  detach(draft);
  if (draft.type === 'paragraph') attach(article, 0, [draft]);
  else {
    const paragraph = emptyDraft('paragraph');
    if (draft.old) paragraph.old = draft.old;
    paragraph.text = draft.text;
    paragraph.edits = draft.edits;
    paragraph.children = draft.children;
    attach(article, 0, [paragraph]);
  }
  article.parent = home;
  article.merged = draft.old ? [draft.old] : [];
  unplaced.drafts.push(article);
  return article;
}

function newArticle(number: string, by: number): Draft {
  const article = emptyDraft('article');
  article.fixed = number;
  article.by.add(by);
  return article;
}

function articleOf(draft: Draft): Draft | undefined {
  for (let at: Draft | undefined = draft; at; at = at.parent) if (at.type === 'article') return at;
  return undefined;
}

/** An article becomes a paragraph of another one. */
function demote(ground: Ground, article: Draft, to: Locator, operation: Task, unplaced: Unplaced): Outcome {
  const above = to.steps.slice(0, -1);
  const found = numberedAs(ground.root, unplaced, above.at(-1)?.number ?? '', article);
  if (!found) return refused(`修改后没有${formatLocator({ steps: above })}`);
  const home = { draft: found };
  if (home.draft === article) return refused('条文不能成为自己的一款');
  const paragraphs = article.children.filter(
    ({ type, removed }) => type === 'paragraph' && removed === undefined,
  );
  for (const paragraph of [...article.children]) detach(paragraph);
  paragraphs.forEach((paragraph, i) => {
    paragraph.fixed = String(Number(lastStep(to).number) + i);
    paragraph.moved = true;
  });
  attach(home.draft, home.draft.children.length, paragraphs);
  article.removed = operation.clause;
  return noted([]);
}

/** 将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“…” */
export function merge(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const from = sources(ground, operation);
  if (!from.ok) return refused(from.reason);
  if (from.drafts.length < 2) return refused('合并须有两处以上');
  const by = from.drafts.map(replacedBy).find((clause) => clause !== undefined);
  if (by !== undefined) return refused(rewritten(by));
  const [to] = destinations(operation);
  const [first, ...others] = from.drafts as [Draft, ...Draft[]];
  const { clause, content } = operation;
  const articles = from.drafts.every(({ type }) => type === 'article');
  const step = to ? lastStep(to) : undefined;
  if (step && step.type === 'article' && !articles) {
    const article = promote(first, step.number ?? '', operation.id, unplaced);
    article.merged = from.drafts.flatMap(({ old }) => old ?? []);
    for (const other of others) {
      if (content) other.removed = clause;
      else {
        detach(other);
        attach(article, article.children.length, [other]);
      }
    }
    return content ? substituteAt(ground, first, operation) : noted(from.notes);
  }
  if (!from.drafts.every(({ type }) => type === first.type))
    return refused('合并的条款不是同一层次，又未写明作为第几条');
  if (step?.number !== undefined) {
    if (step.type !== first.type) return refused(`合并后不能成为${formatLocator(to!)}`);
    first.fixed = step.number;
  }
  first.merged = from.drafts.flatMap(({ old }) => old ?? []);
  first.by.add(operation.id);
  for (const other of others) {
    if (content) other.removed = clause;
    else if (articles || others.every(({ children }) => children.length > 0)) {
      for (const child of [...other.children]) {
        detach(child);
        attach(first, first.children.length, [child]);
        child.moved = true;
      }
      other.removed = clause;
    } else {
      return refused('合并后的文字没有载明');
    }
  }
  return content ? substituteAt(ground, first, operation) : noted(from.notes);
}

/** Gives the merged wording to the node that goes on. */
function substituteAt(ground: Ground, draft: Draft, operation: Task): Outcome {
  const locator = operation.targets[0]!;
  const only: Locator = locator.through ? { steps: locator.steps } : locator;
  const found = findTarget(ground, only);
  if (!found.ok || found.draft !== draft) return refused('合并的首处不能确定');
  const { destination: _destination, ...rest } = operation;
  return substitute(ground, { ...rest, targets: [only] });
}

/** 将第八条拆分为两条，作为第八条、第九条：“…” */
export function split(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const from = sources(ground, operation);
  if (!from.ok) return refused(from.reason);
  const [draft, second] = from.drafts;
  if (!draft || second) return refused('拆分的应当只有一处');
  const to = destinations(operation);
  const parts = to.length > 0 ? to : partsFrom(operation, draft);
  if (parts.length < 2) return refused('拆分后的条款没有列明');
  const types = new Set(parts.map((locator) => lastStep(locator).type));
  if (types.size > 1) return refused('拆分后的各部分不是同一层次');
  const [type] = types;
  const { content } = operation;
  if (content) {
    const shares = sharesOf(content, operation.groups, parts.length);
    if (!shares) return refused(`新条文不能分为${parts.length}部分`);
    if (type !== draft.type) return refused('拆分后的层次与原条款不同');
    const { destination: _destination, groups: _groups, ...rest } = operation;
    const outcome = substitute(ground, { ...rest, targets: [operation.targets[0]!], content: shares[0]! });
    if (!outcome.ok) return outcome;
    draft.fixed = lastStep(parts[0]!).number ?? draft.number;
    for (const [i, lines] of shares.slice(1).entries()) {
      const made = insert(
        ground,
        {
          ...operation,
          op: 'insert',
          targets: [],
          unit: type!,
          content: lines,
          groups: [lines.length],
          destination: { locator: parts[i + 1]!, position: 'as' },
        },
        unplaced,
      );
      if (!made.ok) return made;
    }
    return noted([outcome.note]);
  }
  const paragraphs = draft.children.filter(({ removed }) => removed === undefined);
  if (type !== 'article' || draft.type !== 'article' || paragraphs.length !== parts.length) {
    return refused(`原条款有${paragraphs.length}款，不能确定如何拆分为${parts.length}部分`);
  }
  draft.fixed = lastStep(parts[0]!).number ?? draft.number;
  draft.by.add(operation.id);
  for (const [i, paragraph] of paragraphs.slice(1).entries())
    promote(paragraph, lastStep(parts[i + 1]!).number ?? '', operation.id, unplaced);
  return noted([]);
}

/** Numbers of the parts where the clause gives none but the quotation carries labels. */
function partsFrom(operation: Task, draft: Draft): Locator[] {
  const articles = splitArticles(operation.content ?? []);
  if (articles && draft.type === 'article')
    return articles.map(({ number }) => ({ steps: [{ type: 'article', number }] }));
  return [];
}

function sharesOf(
  content: readonly string[],
  groups: readonly number[] | undefined,
  count: number,
): string[][] | undefined {
  const articles = splitArticles(content);
  if (articles) return articles.length === count ? articles.map(({ lines }) => lines) : undefined;
  const quoted = splitGroups(content, groups);
  if (quoted.length === count) return quoted;
  return content.length === count ? content.map((line) => [line]) : undefined;
}

/** 将第三章移至第五章后 */
export function move(ground: Ground, operation: Task, unplaced: Unplaced): Outcome {
  const from = sources(ground, operation);
  if (!from.ok) return refused(from.reason);
  const { destination } = operation;
  if (!destination?.locator) return refused('未写明移至何处');
  if (destination.position === 'as') {
    const chapter = destination.locator.steps.filter(({ type }) => rankOf(type) < rankOf('article'));
    if (chapter.length > 0 && from.drafts.every(({ type }) => type === 'article')) {
      const home = findTarget(ground, { steps: chapter });
      if (!home.ok) return refused(home.reason);
      for (const draft of from.drafts) {
        detach(draft);
        attach(home.draft, home.draft.children.length, [draft]);
      }
    }
    for (const draft of from.drafts) draft.moved = true;
    return renumber(ground, operation, unplaced);
  }
  const anchor = findTarget(ground, destination.locator);
  if (!anchor.ok) return refused(anchor.reason);
  if (from.drafts.includes(anchor.draft)) return refused('不能移至自身前后');
  const inside = destination.position === 'end';
  if (inside && rankOf(anchor.draft.type) >= rankOf(from.drafts[0]!.type))
    return refused(`不能移入${formatLocator(destination.locator)}`);
  if (!inside && anchor.draft.type !== from.drafts[0]!.type)
    return refused('移动的条款与所至之处不是同一层次');
  for (const draft of from.drafts) {
    detach(draft);
    draft.moved = true;
    draft.by.add(operation.id);
  }
  if (inside) {
    attach(anchor.draft, anchor.draft.children.length, from.drafts);
    return noted([]);
  }
  const parent = anchor.draft.parent!;
  const at = parent.children.indexOf(anchor.draft) + (destination.position === 'before' ? 0 : 1);
  attach(parent, at, from.drafts);
  return noted(from.notes);
}

/** An article all of whose paragraphs went elsewhere is no longer there; it was not repealed. */
export function emptied(draft: Draft, old: Provision): boolean {
  return (
    old.children.length > 0 &&
    draft.text === '' &&
    draft.children.every(({ removed }) => removed !== undefined)
  );
}
