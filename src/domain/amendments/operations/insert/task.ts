/** What making new provisions of every kind shares. */
import type { ProvisionType } from '../../../model.ts';
import type { Draft } from '../../text/draft.ts';
import type { Task } from '../kind.ts';

export type Insert = Task<'insert'>;

export function laidDown({ to }: Pick<Insert, 'to'>): string[] {
  return to.at === 'number' ? to.locators.map(({ steps }) => steps.at(-1)?.number ?? '') : [];
}

/** After the last child of a kind, before what follows it (a table, say). */
export function endOf({ children }: Draft, unit: ProvisionType): number {
  const at = children.findLastIndex(({ type }) => type === unit);
  return at < 0 ? children.length : at + 1;
}
