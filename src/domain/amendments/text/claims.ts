/**
 * What each clause does to a provision as such. Where two clauses cannot both mean the text before, neither order of
 * them makes a text that is surely meant.
 */
import type { Locator, Provision } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { clauseName, type Doer, sameClause } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { Claim, Ground, Role } from './ground.ts';
import { refuse, rewritten } from './refusal.ts';

const most: readonly Role[] = ['end', 'join', 'anew', 'sink', 'leave', 'place', 'whole'];
/** What another clause cannot do to the same provision. */
const excluded: Readonly<Record<Role, readonly Role[]>> = {
  end: most,
  join: [...most, 'add'],
  anew: [...most, 'add'],
  sink: ['end', 'join', 'anew', 'sink', 'leave', 'place', 'add'],
  leave: ['end', 'join', 'anew', 'sink', 'leave', 'place', 'mark'],
  place: ['end', 'join', 'anew', 'sink', 'leave', 'place', 'mark'],
  whole: ['end', 'join', 'anew'],
  add: ['join', 'anew', 'sink'],
  mark: ['leave', 'place'],
};
/** What another clause cannot do to a provision that stood in it. */
const excludedIn: Readonly<Record<Role, readonly Role[]>> = {
  end: most,
  join: ['end', 'join', 'anew', 'leave', 'place'],
  anew: [...most, 'add'],
  sink: ['join', 'anew', 'place'],
  leave: [],
  place: [],
  whole: ['end', 'join', 'anew', 'place', 'whole'],
  add: [],
  mark: [],
};

/** Notes what a clause does to a provision. Refuses where another clause does what cannot go with it. */
export function claim({ claims, index }: Ground, { old }: Draft, role: Role, by: Doer, to?: Locator): void {
  if (!old) return;
  const own: Claim = { role, by, to: to ? formatLocator(to) : '' };
  const known = (where: Provision) => claims.get(where) ?? { on: [], below: [] };
  const same = (other: Claim) => role === 'place' && other.role === 'place' && to && other.to === own.to;
  const clash = (others: readonly Claim[], clashes: (other: Claim) => boolean) =>
    others.find((other) => !sameClause(other.by, by) && clashes(other));
  const inside = clash(known(old).below, (other) => excludedIn[role].includes(other.role));
  if (inside) refuse(`该处已由${clauseName(inside.by)}作了部分修改，两处修改相冲突`);
  let found = clash(known(old).on, (other) => excluded[role].includes(other.role) && !same(other));
  for (let at = index.parentOf.get(old); at && !found; at = index.parentOf.get(at))
    found = clash(known(at).on, (other) => excludedIn[other.role].includes(role));
  if (found?.role === 'whole') refuse(rewritten(found.by));
  if (found) refuse(`该处另由${clauseName(found.by)}修改，两处修改相冲突`);
  for (let at: Provision | undefined = old; at; at = index.parentOf.get(at)) {
    const list = known(at);
    (at === old ? list.on : list.below).push(own);
    claims.set(at, list);
  }
}
