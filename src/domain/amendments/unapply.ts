/**
 * From the text after a decision back to what can be known of the text before it.
 *
 * Numbers and existence follow with certainty from the operations; words that the decision took away are 原文未载.
 * `删去第六条第一款第三项和第五项、第二款` and four items today → six items once, the third and fifth not held, and a
 * second paragraph, not held.
 */
import type { ClauseName, Instrument, Operation, Provision } from '../model.ts';
import { isAmbiguous } from './addresses.ts';
import { numberArticles } from './number/articles.ts';
import { numberContainers } from './number/containers.ts';
import { numberList, numberParagraphs, type Overflow } from './number/parts.ts';
import { updateReferences } from './number/references.ts';
import { singles, steppedOf } from './operations/back.ts';
import { undo } from './operations/index.ts';
import { type Back, type Level, levels } from './operations/kind.ts';
import { build } from './text/build.ts';
import { attach, emptyDraft, isLive, walk } from './text/draft.ts';
import { groundOf } from './text/ground.ts';

/** What is known, or not known, of a place of the reconstructed text. */
export interface ReconstructionNote {
  /** eId in the reconstructed text; absent where the note concerns the whole. */
  eId?: string;
  /** The clause that it follows from, where it is one. */
  clause?: ClauseName;
  reason: string;
}

export interface Reconstruction {
  instrument: Instrument;
  notes: ReconstructionNote[];
  /** Operations that could not be turned back. */
  open: Operation[];
}

/**
 * Reconstructs the text before.
 * @param instrument the text as published after the decision; it is not changed
 * @param operations the decision's, as parsed
 * @returns a tree whose provisions that are not held have `missing: true` and no text; it says nothing that does not
 *   follow from the two texts
 */
export function unapply(instrument: Instrument, operations: readonly Operation[]): Reconstruction {
  // What is bound, or can be read in two ways: what of the text after is its work cannot be told.
  const untold = (operation: Operation) => operation.limit !== undefined || isAmbiguous(operation);
  const ground = groundOf(instrument);
  const back: Back = {
    ground,
    tasks: operations.flatMap((one, id) => (untold(one) ? [] : [{ ...one, id }])),
    notes: [],
    open: operations.filter(untold),
    all: new Map(),
    articles: new Map(),
    returning: [],
    touched: new Set(),
  };
  const overflow: Overflow = (draft, reason) => {
    delete draft.fixed;
    back.notes.push({ draft, reason });
  };
  for (const level of levels) {
    if (level === 'article')
      back.all = new Map(
        [...walk(ground.root), ...ground.unplaced].flatMap((draft) =>
          draft.type === 'article' && draft.old ? [[draft.old.number, draft]] : [],
        ),
      );
    if (level === 'paragraph') returnParagraphs(back);
    for (const task of back.tasks) undo(back, task, level);
    renumber(back, level, overflow);
    back.touched.clear();
  }
  updateReferences(ground, instrument);
  const { provisions, made } = build(ground, (id) => operations[id]!.clause);
  const notes = back.notes.map(({ draft, ...note }): ReconstructionNote => {
    const provision = draft && made.get(draft);
    return { ...(provision ? { eId: provision.eId } : {}), ...note };
  });
  const open = [...new Set(back.open)].map((one) => ('id' in one ? operations[one.id as number]! : one));
  return { instrument: { ...instrument, provisions }, notes, open };
}

function returnParagraphs({ returning, articles, notes }: Back): void {
  for (const { article, paragraph } of returning) {
    const home = articles.get(article);
    if (home) attach(home, home.children.length, [paragraph]);
    else notes.push({ reason: `没有第${article}条可以放回其第${paragraph.fixed}款` });
  }
}

/** Numbers a level as it was before. */
function renumber(back: Back, level: Level, overflow: Overflow): void {
  const { ground, touched, articles, all } = back;
  switch (level) {
    case 'container':
      numberContainers(ground.root, overflow);
      return;
    case 'article':
      for (const [number, id] of vanished(back)) {
        const article = emptyDraft('article');
        article.fixed = number;
        article.by.add(id);
        ground.unplaced.push(article);
      }
      for (const draft of ground.unplaced) draft.parent = undefined;
      if (
        ground.unplaced.length > 0 ||
        [...all.values()].some((draft) => draft.fixed !== undefined) ||
        [...ground.byOld.values()].some((draft) => draft.type === 'article' && !isLive(draft))
      )
        numberArticles(ground, true, overflow);
      for (const draft of walk(ground.root)) if (draft.type === 'article') articles.set(draft.number, draft);
      return;
    case 'paragraph':
      for (const article of articles.values()) numberParagraphs(article, overflow);
      return;
    case 'item':
    case 'point':
      for (const holder of touched) numberList(holder, level, overflow, false);
  }
}

/**
 * Articles that went with their last paragraph: all of 第一款, 第二款 … became articles or parts of others. One of
 * which the decision took a later paragraph only is still there.
 */
function vanished({ tasks }: Back): Map<string, number> {
  const taken = new Map<string, { paragraphs: Set<number>; id: number }>();
  for (const task of tasks) {
    if ((task.op !== 'renumber' && task.op !== 'merge') || steppedOf(task.to)[0]?.type !== 'article')
      continue;
    for (const { type, number, steps } of singles(task.targets)) {
      const article = steps.find((step) => step.type === 'article')?.number;
      if (type !== 'paragraph' || article === undefined) continue;
      const known = taken.get(article) ?? { paragraphs: new Set(), id: task.id };
      known.paragraphs.add(Number(number));
      taken.set(article, known);
    }
  }
  const whole = ({ paragraphs }: { paragraphs: Set<number> }) =>
    paragraphs.size >= 2 &&
    Array.from({ length: paragraphs.size }, (_, i) => i + 1).every((n) => paragraphs.has(n));
  return new Map([...taken].filter(([, found]) => whole(found)).map(([article, { id }]) => [article, id]));
}

/** Provisions of a reconstruction that are not held. */
export function missingIn(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => [
    ...(provision.missing ? [provision] : []),
    ...missingIn(provision.children),
  ]);
}
