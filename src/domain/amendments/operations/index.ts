/** The kinds of operations: one file each, with phrasings, act, inverse and label. */
import type { Operation, OperationKind } from '../../model.ts';
import type { Phrase } from '../read/phrase.ts';
import type { Ground } from '../text/ground.ts';
import type { Told } from '../text/refusal.ts';
import { annex } from './annex.ts';
import { general, unknown } from './general.ts';
import { insert } from './insert/index.ts';
import type { Back, Kind, Level, Task } from './kind.ts';
import { merge } from './merge.ts';
import { move } from './move.ts';
import { renumber } from './renumber.ts';
import { repeal } from './repeal.ts';
import { retitle } from './retitle.ts';
import { split } from './split.ts';
import { substitute } from './substitute/index.ts';
import { replaceWords } from './words/index.ts';

const kinds: { readonly [K in OperationKind]: Kind<K> } = {
  merge,
  split,
  move,
  insert,
  replaceWords,
  retitle,
  substitute,
  renumber,
  repeal,
  annex,
  general,
  unknown,
};

const kindOf = ({ op }: Pick<Operation, 'op'>): Kind<OperationKind> => kinds[op] as Kind<OperationKind>;

/**
 * The table of phrasings, tried from the top at every place of a clause where a phrase can begin.
 *
 * A row reads its own words and answers the operations they mean; what no row reads is reported by the caller.
 */
export const phrases: readonly Phrase[] = Object.values(kinds).flatMap(({ rows }) => rows);

export const act = (ground: Ground, task: Task, told: Told): void => kindOf(task).act(ground, task, told);
export const undo = (back: Back, task: Task, level: Level): void => kindOf(task).undo(back, task, level);

/** What an operation does, as a reader is told: 删去, 增加. */
export const operationLabel = (operation: Pick<Operation, 'op'>): string => kindOf(operation).label;
