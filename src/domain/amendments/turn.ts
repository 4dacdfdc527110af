/** The state of a text on its way back to what it was before a decision, and how its nodes are found and forgotten. */
import type { Operation, ProvisionType } from '../model.ts';
import type { Unplaced } from './act-insert.ts';
import { type Draft, emptyDraft } from './text/draft.ts';
import type { Ground } from './text/ground.ts';

export interface Work {
  ground: Ground;
  unplaced: Unplaced;
  tasks: { operation: Operation; id: number }[];
  notes: { draft?: Draft; clause: string; reason: string }[];
  open: Operation[];
  /** Articles by their number before the decision. */
  articles: Map<string, Draft>;
  /** Paragraphs on their way back into an article of the text before. */
  returning: { article: string; paragraph: Draft }[];
}

export function missing(type: ProvisionType, number: string, id: number): Draft {
  const draft = emptyDraft(type);
  draft.missing = true;
  draft.fixed = number;
  draft.by.add(id);
  return draft;
}

/** Takes away what is not held any more: the words that the decision laid down in their place. */
export function forget(draft: Draft, id: number): void {
  draft.text = '';
  draft.children = [];
  draft.missing = true;
  draft.edits.length = 0;
  draft.by.add(id);
  draft.replaced = '';
}

export const lastOf = (operation: Operation): { type: ProvisionType; number?: string } | undefined =>
  operation.targets[0]?.steps.at(-1);

/** Last steps of the destinations, which are new numbers. */
export function destinations(
  operation: Operation,
): { type: ProvisionType; number: string; above: string | undefined }[] {
  const { destination } = operation;
  if (!destination?.locator) return [];
  return [destination.locator, ...(destination.also ?? [])].flatMap(({ steps }) => {
    const last = steps.at(-1);
    const article = steps.find(({ type }) => type === 'article')?.number;
    return last?.number === undefined ? [] : [{ type: last.type, number: last.number, above: article }];
  });
}

/** Old steps of every single target; a range gives each number between its ends. */
export function oldTargets(
  operation: Operation,
): { type: ProvisionType; numbers: Partial<Record<ProvisionType, string>> }[] {
  return operation.targets.flatMap(({ steps, through }) => {
    const last = steps.at(-1);
    if (!last?.number) return [];
    const numbers = Object.fromEntries(steps.map(({ type, number }) => [type, number])) as Partial<
      Record<ProvisionType, string>
    >;
    const end = through?.at(-1);
    if (!end?.number || end.type !== last.type) return [{ type: last.type, numbers }];
    const [from, to] = [Number(last.number), Number(end.number)];
    if (!(from <= to) || to - from > 500) return [{ type: last.type, numbers }];
    return Array.from({ length: to - from + 1 }, (_, i) => ({
      type: last.type,
      numbers: { ...numbers, [last.type]: String(from + i) },
    }));
  });
}

export const live = (draft: Draft): boolean => draft.removed === undefined;

/** A node by its number in the text after. */
export function byNewNumber(nodes: Iterable<Draft>, type: ProvisionType, number: string): Draft | undefined {
  for (const node of nodes) if (node.type === type && node.old?.number === number) return node;
  return undefined;
}

/** A node by its number in the text before, once its kind has been numbered back. */
export function byOldNumber(
  nodes: Iterable<Draft>,
  type: ProvisionType,
  number: string | undefined,
): Draft | undefined {
  for (const node of nodes) if (node.type === type && node.number === number && live(node)) return node;
  return undefined;
}
