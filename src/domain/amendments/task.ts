/** An operation on its way through application. */
import type { Operation } from '../model.ts';

/** `id` tells the operations of one application apart; copies made on the way keep it. */
export interface Task extends Operation {
  id: number;
}
