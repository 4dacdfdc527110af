/** The clauses of a decision, as its operations name them. */
import type { ClauseName, Operation } from '../../model.ts';

/** The instruction that does something. */
export type Doer = Pick<Operation, 'clause'>;

/** The number that a clause bears, or '' where it bears none: for those who only print it. */
export const clauseLabel = (clause: ClauseName): string => (clause.is === 'numbered' ? clause.label : '');

const keyOf = (clause: ClauseName): string =>
  clause.is === 'numbered' ? clause.label : `line ${clause.line}`;

export const isClause = (one: ClauseName, other: ClauseName): boolean => keyOf(one) === keyOf(other);

/** True for instructions of one clause; those without a number are told apart by their lines. */
export const sameClause = (one: Doer, other: Doer): boolean => isClause(one.clause, other.clause);

/** Each clause once, in order. */
export function distinctClauses(clauses: Iterable<ClauseName>): ClauseName[] {
  const found = new Map<string, ClauseName>();
  for (const clause of clauses) if (!found.has(keyOf(clause))) found.set(keyOf(clause), clause);
  return [...found.values()];
}

/** How a clause is called in a report: 决定“二（三）”. */
export function clauseName({ clause }: Doer): string {
  return clause.is === 'numbered' ? `决定“${clause.label}”` : '本决定的另一处修改';
}
