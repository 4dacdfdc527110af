/** The text under amendment: its nodes, and where each stood before. */
import type { Provision } from '../../model.ts';
import { indexProvisions, type ProvisionIndex } from '../../references/locator.ts';
import { type Draft, draftOf, walk } from './draft.ts';

/** The text under amendment with its old addresses. */
export interface Ground {
  root: Draft;
  index: ProvisionIndex;
  byOld: ReadonlyMap<string, Draft>;
}

export function groundOf(provisions: readonly Provision[]): Ground {
  const root = draftOf(provisions);
  const byOld = new Map<string, Draft>();
  for (const draft of walk(root)) if (draft.old && !byOld.has(draft.old.eId)) byOld.set(draft.old.eId, draft);
  return { root, index: indexProvisions(provisions), byOld };
}
