/** Paragraphs, items and points back to their old numbers. */
import type { Operation, ProvisionType } from '../model.ts';
import { numberList, numberParagraphs, type Overflow } from './number/parts.ts';
import { attach, type Draft } from './text/draft.ts';
import {
  byNewNumber,
  byOldNumber,
  destinations,
  lastOf,
  live,
  missing,
  oldTargets,
  type Work,
} from './turn.ts';

export function turnParagraphs(work: Work): void {
  const { tasks, notes, open, articles } = work;
  for (const { article, paragraph } of work.returning) {
    const home = articles.get(article);
    if (home) attach(home, home.children.length, [paragraph]);
    else notes.push({ clause: '', reason: `没有第${article}条可以放回其第${paragraph.fixed}款` });
  }
  const ignore: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const touched = new Set<Draft>();
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const inserts = op === 'insert' && operation.unit === 'paragraph';
    const steps = inserts
      ? (operation.destination?.locator?.steps ?? operation.targets.at(-1)?.steps ?? [])
      : (operation.targets[0]?.steps ?? []);
    const concerns =
      inserts ||
      (['repeal', 'renumber'].includes(op) &&
        lastOf(operation)?.type === 'paragraph' &&
        operation.part === undefined);
    if (!concerns) continue;
    const to = destinations(operation);
    if (op === 'renumber' && to.some(({ type }) => type !== 'paragraph')) continue;
    const article = articles.get(steps.find(({ type }) => type === 'article')?.number ?? '');
    if (!article) {
      open.push(operation);
      continue;
    }
    touched.add(article);
    const paragraphs = article.children.filter(({ type }) => type === 'paragraph');
    if (inserts) {
      const numbers = to.length > 0 ? to.map(({ number }) => number) : insertedAtEnd(operation, paragraphs);
      for (const number of numbers) {
        const now = byNewNumber(paragraphs, 'paragraph', number);
        if (now) now.removed = clause;
        else open.push(operation);
      }
    } else if (op === 'repeal') {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing('paragraph', numbers.paragraph!, id);
        attach(article, article.children.length, [gone]);
        notes.push({ draft: gone, clause, reason: '原有此款，文字原文未载' });
      }
    } else {
      const from = oldTargets(operation);
      to.forEach(({ number }, i) => {
        const now = byNewNumber(paragraphs, 'paragraph', number);
        const before = from[i]?.numbers.paragraph;
        if (now && before !== undefined) now.fixed = before;
        else open.push(operation);
      });
    }
  }
  for (const article of [...touched, ...articles.values()]) numberParagraphs(article, ignore);
}

/** Numbers that paragraphs added at the end have now. */
function insertedAtEnd(operation: Operation, paragraphs: readonly Draft[]): string[] {
  const lines = operation.content?.length ?? 1;
  if (operation.destination?.position !== 'end') return [];
  return paragraphs.slice(-lines).flatMap(({ old }) => old?.number ?? []);
}

export function turnLists(work: Work, type: 'item' | 'point'): void {
  const { tasks, notes, open } = work;
  const ignore: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const touched = new Set<Draft>();
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const inserts = op === 'insert' && operation.unit === type;
    if (
      !inserts &&
      !(
        ['repeal', 'renumber'].includes(op) &&
        lastOf(operation)?.type === type &&
        operation.part === undefined
      )
    )
      continue;
    const steps = inserts
      ? (operation.destination?.locator?.steps ?? operation.targets.at(-1)?.steps ?? [])
      : operation.targets[0]!.steps;
    const holder = listHolder(work, steps, type);
    if (!holder) {
      open.push(operation);
      continue;
    }
    touched.add(holder);
    const items = holder.children.filter((child) => child.type === type);
    const to = destinations(operation);
    if (inserts) {
      for (const { number } of to) {
        const now = byNewNumber(items, type, number);
        if (now) now.removed = clause;
        else open.push(operation);
      }
      if (to.length === 0) open.push(operation);
    } else if (op === 'repeal') {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing(type, numbers[type]!, id);
        attach(holder, holder.children.length, [gone]);
        notes.push({ draft: gone, clause, reason: '原有此项，文字原文未载' });
      }
    } else {
      const from = oldTargets(operation);
      to.forEach(({ number }, i) => {
        const now = byNewNumber(items, type, number);
        const before = from[i]?.numbers[type];
        if (now && before !== undefined) now.fixed = before;
      });
    }
  }
  for (const holder of touched) numberList(holder, type, ignore, false);
}

/** The node that holds the list named by old steps. */
export function listHolder(
  { articles }: Work,
  steps: readonly { type: ProvisionType; number?: string }[],
  type: 'item' | 'point',
): Draft | undefined {
  const numberOf = (kind: ProvisionType) => steps.find((step) => step.type === kind)?.number;
  const article = articles.get(numberOf('article') ?? '');
  if (!article || article.missing) return undefined;
  const paragraph = numberOf('paragraph');
  const paragraphs = article.children.filter((child) => child.type === 'paragraph' && live(child));
  const holds = paragraphs.filter(({ children }) => children.some((child) => child.type === 'item'));
  const chosen =
    paragraph !== undefined
      ? byOldNumber(paragraphs, 'paragraph', paragraph)
      : holds.length === 1
        ? holds[0]
        : paragraphs.length === 1
          ? paragraphs[0]
          : undefined;
  if (!chosen || type === 'item') return chosen;
  return byOldNumber(chosen.children, 'item', numberOf('item'));
}
