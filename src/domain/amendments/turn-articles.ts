/** Chapters and articles back to their old numbers: inserted ones go, repealed ones come back without words. */
import type { Operation, ProvisionType } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { numberArticles } from './number/articles.ts';
import { numberContainers } from './number/containers.ts';
import type { Overflow } from './number/parts.ts';
import { attach, type Draft, detach, emptyDraft, walk } from './text/draft.ts';
import { byNewNumber, destinations, forget, lastOf, live, missing, oldTargets, type Work } from './turn.ts';

const containers: ReadonlySet<ProvisionType> = new Set(['part', 'chapter', 'section']);

export function turnContainers({ ground, tasks, notes, open, unplaced }: Work): void {
  const overflow: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  for (const { operation, id } of tasks) {
    const type = lastOf(operation)?.type;
    if (operation.op === 'insert' && operation.unit && containers.has(operation.unit)) {
      const [to] = destinations(operation);
      const made = to && byNewNumber(walk(ground.root), to.type, to.number);
      if (!made) {
        open.push(operation);
        continue;
      }
      // The articles that the new chapter took in go back to where their neighbours are.
      for (const article of [...walk(made)].filter((draft) => draft.type === 'article')) {
        detach(article);
        delete article.fixed;
        // It is placed by its number, between its neighbours.
        unplaced.drafts.push(article);
      }
      made.removed = operation.clause;
    } else if (operation.op === 'repeal' && operation.part === undefined && type && containers.has(type)) {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing(type, numbers[type]!, id);
        const like = [...walk(ground.root)].find((draft) => draft.type === type)?.parent ?? ground.root;
        attach(like, like.children.length, [gone]);
        notes.push({ draft: gone, clause: operation.clause, reason: '原有此章节，其名称和条文原文未载' });
      }
      open.push(operation);
    } else if (operation.op === 'renumber' && type && containers.has(type)) {
      const [to] = destinations(operation);
      const now = to && byNewNumber(walk(ground.root), to.type, to.number);
      const before = lastOf(operation)?.number;
      if (now && before !== undefined) now.fixed = before;
    } else if (operation.op === 'move' && type && (containers.has(type) || type === 'article')) {
      open.push(operation);
    }
  }
  numberContainers(ground.root, overflow);
}

export function turnArticles(work: Work): void {
  const { ground, tasks, notes, open, unplaced } = work;
  const all = new Set([...walk(ground.root), ...unplaced.drafts].filter(({ type }) => type === 'article'));
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const type = lastOf(operation)?.type;
    const to = destinations(operation).filter((step) => step.type === 'article');
    if (op === 'insert' && (operation.unit ?? 'article') === 'article') {
      for (const step of to) take(all, step.number, clause, work, operation);
    } else if (op === 'repeal' && type === 'article' && operation.part === undefined) {
      for (const { numbers } of oldTargets(operation)) lost(numbers.article!, id, operation, work);
    } else if (op === 'renumber' && type === 'article' && to.length > 0) {
      const from = oldTargets(operation);
      to.forEach((step, i) => {
        const now = byNewNumber(all, 'article', step.number);
        const before = from[i]?.numbers.article;
        if (now && before !== undefined) now.fixed = before;
        else open.push(operation);
      });
    } else if (op === 'renumber' && type === 'article') {
      open.push(operation);
    } else if (op === 'split' && type === 'article') {
      const [first, ...more] = to;
      const now = first && byNewNumber(all, 'article', first.number);
      const before = lastOf(operation)?.number;
      if (!now || before === undefined) {
        open.push(operation);
        continue;
      }
      now.fixed = before;
      forget(now, id);
      notes.push({ draft: now, clause, reason: '原条拆分前的文字原文未载' });
      for (const step of more) take(all, step.number, clause, work, operation);
    } else if (op === 'merge' || (op === 'renumber' && type === 'paragraph' && to.length > 0)) {
      turnJoined(operation, id, all, work);
    }
  }
  for (const [number, id] of vanished(work)) {
    const article = emptyDraft('article');
    article.fixed = number;
    article.by.add(id);
    unplaced.drafts.push(article);
  }
  const overflow: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const renumbers =
    unplaced.drafts.length > 0 || [...all].some((draft) => draft.fixed !== undefined || !live(draft));
  for (const draft of unplaced.drafts) draft.parent = undefined;
  if (renumbers) numberArticles(ground.root, unplaced, true, overflow);
  for (const draft of walk(ground.root))
    if (draft.type === 'article' && live(draft)) work.articles.set(draft.number, draft);
}

/** An article that the decision made: it was not there. */
function take(
  all: ReadonlySet<Draft>,
  number: string,
  clause: string,
  { unplaced, open }: Work,
  operation: Operation,
): void {
  const now = byNewNumber(all, 'article', number);
  if (!now) {
    open.push(operation);
    return;
  }
  now.removed = clause;
  unplaced.drafts = unplaced.drafts.filter((draft) => draft !== now);
}

/** An article that the decision removed: it was there. */
function lost(number: string, id: number, operation: Operation, { unplaced, notes, ground }: Work): Draft {
  const held = [...walk(ground.root)].find(
    ({ type, old, text, children }) =>
      type === 'article' &&
      old?.number === number &&
      /^（(?:已)?(?:删去|删除)）$/.test(text || (children[0]?.text ?? '')),
  );
  const gone = held ?? missing('article', number, id);
  if (held) forget(held, id);
  else unplaced.drafts.push(gone);
  notes.push({ draft: gone, clause: operation.clause, reason: '原有此条，条文原文未载' });
  return gone;
}

/** Paragraphs that became an article, or were merged into one: they stood in their old articles. */
function turnJoined(operation: Operation, id: number, all: ReadonlySet<Draft>, work: Work): void {
  const { notes, open, unplaced } = work;
  const [to] = destinations(operation);
  const articles = operation.targets.every(({ steps }) => steps.at(-1)?.type === 'article');
  if (articles) {
    const from = oldTargets(operation);
    const now = byNewNumber(all, 'article', to?.number ?? from[0]?.numbers.article ?? '');
    if (!now) {
      open.push(operation);
      return;
    }
    now.fixed = from[0]!.numbers.article!;
    forget(now, id);
    notes.push({ draft: now, clause: operation.clause, reason: '合并前的条文原文未载' });
    for (const { numbers } of from.slice(1)) lost(numbers.article!, id, operation, work);
    return;
  }
  const now = to && byNewNumber(all, 'article', to.number);
  if (!now || to.type !== 'article') {
    if (operation.op === 'merge') open.push(operation);
    return;
  }
  now.removed = operation.clause;
  unplaced.drafts = unplaced.drafts.filter((draft) => draft !== now);
  const whole =
    operation.op === 'renumber' &&
    work.tasks.every(
      (task) =>
        task.operation.op !== 'substitute' ||
        formatLocator(task.operation.targets[0] ?? { steps: [] }) !== formatLocator(operation.targets[0]!),
    );
  for (const { numbers } of oldTargets(operation)) {
    const kept = whole ? now.children.find(({ type }) => type === 'paragraph') : undefined;
    const paragraph = kept ?? missing('paragraph', numbers.paragraph ?? '1', id);
    if (kept) detach(kept);
    else notes.push({ draft: paragraph, clause: operation.clause, reason: '原有此款，文字原文未载' });
    paragraph.fixed = numbers.paragraph ?? '1';
    work.returning.push({ article: numbers.article!, paragraph });
  }
}

/**
 * Articles that went with their last paragraph: all of 第一款, 第二款 … became articles or parts of others. One of
 * which the decision took a later paragraph only is still there.
 */
function vanished({ tasks }: Work): Map<string, number> {
  const taken = new Map<string, { paragraphs: Set<number>; id: number }>();
  for (const { operation, id } of tasks) {
    const [to] = destinations(operation);
    if ((operation.op !== 'renumber' && operation.op !== 'merge') || to?.type !== 'article') continue;
    for (const { type, numbers } of oldTargets(operation)) {
      if (type !== 'paragraph' || numbers.article === undefined) continue;
      const known = taken.get(numbers.article) ?? { paragraphs: new Set(), id };
      known.paragraphs.add(Number(numbers.paragraph));
      taken.set(numbers.article, known);
    }
  }
  const gone = new Map<string, number>();
  for (const [article, { paragraphs, id }] of taken) {
    const all =
      paragraphs.size >= 2 &&
      Array.from({ length: paragraphs.size }, (_, i) => i + 1).every((n) => paragraphs.has(n));
    if (all) gone.set(article, id);
  }
  return gone;
}
