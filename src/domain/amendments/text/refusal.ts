/** What becomes of an operation: carried out, with what had to be assumed, or refused with the reason. */
import { clauseName, type Doer } from './clauses.ts';

/** Thrown where an operation cannot be carried out; the message is the reason, in Chinese. */
export class Refusal extends Error {}

export function refuse(reason: string): never {
  throw new Refusal(reason);
}

/** What carrying out an operation had to assume. */
export interface Told {
  notes: string[];
  /** Why the result may not be what the decision means. */
  doubts: string[];
}

/** Why a place cannot be changed again. */
export function rewritten(by: Doer): string {
  return `该处已由${clauseName(by)}整体改写，两处修改相冲突`;
}

export const alreadyGone = '该处已由本决定的另一条款删去';
