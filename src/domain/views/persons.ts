/** A person of a division of work, with posts and duties. */
import type { Cell } from './cell.ts';

export type DutyKind =
  /** 主持, 领导 */
  | 'lead'
  /** 协助…负责, 协助…分管 */
  | 'assist'
  /** 负责, 分管, 主管, 牵头 */
  | 'charge'
  /** 联系, 协调 */
  | 'liaise';

export interface Duty {
  kind: DutyKind;
  /** As printed: 负责, 协助市长负责. */
  verb: string;
  /** What it is for: one field a member of the list, 、 parting them. */
  fields: Cell[];
  /** The clause as a whole. */
  cell: Cell;
}

export interface Person {
  name: Cell;
  posts: Cell[];
  duties: Duty[];
  /** 根据市委分工: on what the duties rest, where the text says so. */
  basis?: Cell;
  /** True under 备注. */
  note: boolean;
  eId: string;
}
