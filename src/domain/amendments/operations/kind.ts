/** What every kind of operation has: its phrasings, its act, its inverse and its label. */
import type { ClauseName, Operation, OperationKind, OperationOf } from '../../model.ts';
import type { Phrase } from '../read/phrase.ts';
import type { Draft } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import type { Told } from '../text/refusal.ts';

/** An operation on its way through application; `id` tells those of one application apart. */
export type Task<K extends OperationKind = OperationKind> = OperationOf<K> & { id: number };

export interface Kind<K extends OperationKind> {
  /** What it does, as a reader is told. */
  label: string;
  /** Its phrasings; the order of kinds and of their rows is the order in which they are tried. */
  rows: readonly Phrase[];
  /** Carries it out on the text before. Throws a refusal where it cannot be done as it stands. */
  act(ground: Ground, task: Task<K>, told: Told): void;
  /** Takes it back on the text after, at one level of numbering; does nothing at the others. */
  undo(back: Back, task: Task<K>, level: Level): void;
}

/** Levels of numbering, in the order in which they are turned back; words last. */
export const levels = ['container', 'article', 'paragraph', 'item', 'point', 'words'] as const;
export type Level = (typeof levels)[number];

export interface Back {
  ground: Ground;
  tasks: readonly Task[];
  notes: { draft?: Draft; clause?: ClauseName; reason: string }[];
  /** Operations that cannot be turned back. */
  open: Operation[];
  /** Articles by their number in the text after. */
  all: ReadonlyMap<string, Draft>;
  /** Articles by their number before the decision, once they are numbered back. */
  articles: Map<string, Draft>;
  /** Paragraphs on their way back into an article of the text before. */
  returning: { article: string; paragraph: Draft }[];
  /** Articles and holders of lists whose members came, went or moved. */
  touched: Set<Draft>;
}
