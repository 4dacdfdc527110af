/** A tier of a reward: a sum with the acts and the condition that it is paid for. */
import type { Cell } from './cell.ts';

export interface Tier {
  /** Yuan, or a share of what its words name. */
  amount: { min?: number; max?: number; rate?: { min: number; max: number }; cell: Cell };
  /** What must be fulfilled for the sum, as printed before it. */
  condition: Cell;
  /** Acts listed under the tier; empty where the condition itself names the act. */
  acts: Cell[];
  /** The least that a share comes to: 不足2000元的，给予2000元. */
  floor?: Cell;
  eId: string;
}
