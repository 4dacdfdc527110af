/**
 * From the text after a decision back to what can be known of the text before it.
 *
 * Numbers and existence follow with certainty from the operations; words that the decision took away are 原文未载.
 * `删去第六条第一款第三项和第五项、第二款` and four items today → six items once, the third and fifth not held, and a
 * second paragraph, not held.
 */
import type { Instrument, Operation, Provision } from '../model.ts';
import { updateReferences } from './number/references.ts';
import { separate } from './separate.ts';
import { build } from './text/build.ts';
import { citing } from './text/citations.ts';
import { groundOf } from './text/ground.ts';
import { forget, type Work } from './turn.ts';
import { turnArticles, turnContainers } from './turn-articles.ts';
import { turnLists, turnParagraphs } from './turn-parts.ts';
import { turnWords } from './turn-words.ts';

/** What is known, or not known, of a place of the reconstructed text. */
export interface ReconstructionNote {
  /** eId in the reconstructed text; absent where the note concerns the whole. */
  eId?: string;
  clause: string;
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
  const work: Work = {
    ground: groundOf(instrument.provisions),
    unplaced: { drafts: [] },
    tasks: operations
      .filter((operation) => !untold(operation))
      .flatMap(separate)
      .map((operation, id) => ({ operation, id })),
    notes: [],
    open: operations.filter(untold),
    articles: new Map(),
    returning: [],
  };
  turnContainers(work);
  turnArticles(work);
  turnParagraphs(work);
  turnLists(work, 'item');
  turnLists(work, 'point');
  turnWords(work);
  turnRest(work, instrument);
  updateReferences(work.ground, instrument);
  const clauses = new Map(work.tasks.map(({ id, operation }) => [id, operation.clause]));
  const { provisions, made } = build(work.ground, (id) => clauses.get(id) ?? '');
  const notes = work.notes.map(({ draft, clause, reason }): ReconstructionNote => {
    const provision = draft && made.get(draft);
    return { ...(provision ? { eId: provision.eId } : {}), clause, reason };
  });
  return { instrument: { ...instrument, provisions }, notes, open: work.open };
}

/** What of the text after is this operation's cannot be told from its words: they are bound, or can be read in two ways. */
function untold({ limit, targets }: Operation): boolean {
  return (
    limit !== undefined || targets.some(({ otherwise, latter }) => otherwise !== undefined || latter === true)
  );
}

/** Names, headings, introductions and general clauses. */
function turnRest({ tasks, notes, ground, open }: Work, instrument: Instrument): void {
  for (const { operation, id } of tasks) {
    const { op, clause, part } = operation;
    if (op === 'retitle' && part === 'title')
      notes.push({ clause, reason: `原名称未载，现名称《${instrument.title}》由本决定确定` });
    if (op === 'retitle' && part === 'introduction') {
      const [lead] = ground.root.children;
      if (lead?.type === 'paragraph') forget(lead, id);
      notes.push({ ...(lead ? { draft: lead } : {}), clause, reason: '原引言原文未载' });
    }
    if (op === 'retitle' && part === 'heading') notes.push({ clause, reason: '章节原名称未载' });
    if (op === 'general' && operation.adjusts?.includes('wording')) {
      notes.push({
        clause,
        reason: `“${operation.instruction}”授权调整个别文字，未列明修改的条文据此推定未变，其文字不能确定`,
      });
    }
    if (op === 'general' && operation.adjusts?.includes('citations')) {
      open.push(operation);
      for (const draft of citing(ground.root, operation.cites))
        notes.push({
          draft,
          clause,
          reason: `“${operation.instruction}”没有列明原条号，所引条文序号修改前如何不能确定`,
        });
    }
    if (op === 'unknown') open.push(operation);
  }
}

/** Provisions of a reconstruction that are not held. */
export function missingIn(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => [
    ...(provision.missing ? [provision] : []),
    ...missingIn(provision.children),
  ]);
}
