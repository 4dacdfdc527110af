/** The text under amendment: its nodes, and where each stood before. */
import type { Instrument, Provision } from '../../model.ts';
import { indexProvisions, type ProvisionIndex } from '../../references/locator.ts';
import type { Doer } from './clauses.ts';
import { type Draft, draftOf, walk } from './draft.ts';

/**
 * `end` it goes · `join` it goes on with others, or as several, in its old words; `anew` in new ones · `sink` it goes
 * on as 款 of another article · `leave` it comes to stand elsewhere · `place` it gets another number · `whole` its wording
 * is laid down · `add` parts come to stand in it · `mark` something comes to stand beside it
 */
export type Role = 'end' | 'join' | 'anew' | 'sink' | 'leave' | 'place' | 'whole' | 'add' | 'mark';

export interface Claim {
  role: Role;
  by: Doer;
  /** The number laid down. */
  to: string;
}

/** The text under amendment with its old addresses. */
export interface Ground {
  root: Draft;
  index: ProvisionIndex;
  byOld: ReadonlyMap<string, Draft>;
  /** Articles made by the decision that still have no place: the numbering gives it to them. */
  unplaced: Draft[];
  /** Articles on their way into another one: no number of the text after is theirs. */
  leaving: Set<Draft>;
  /** What clauses do to provisions of the old text, and to what stood in them. */
  claims: Map<Provision, Record<'on' | 'below', Claim[]>>;
  /** The text that is being made: its title, frame and annexes; its provisions are those of the text before. */
  instrument: Instrument;
}

export function groundOf(before: Instrument): Ground {
  const root = draftOf(before.provisions);
  const byOld = new Map<string, Draft>();
  for (const draft of walk(root)) if (draft.old && !byOld.has(draft.old.eId)) byOld.set(draft.old.eId, draft);
  const { provisions, frame, annexes } = before;
  const instrument = {
    ...before,
    frame: frame.map((line) => ({ ...line })),
    annexes: structuredClone(annexes),
  };
  return {
    root,
    index: indexProvisions(provisions),
    byOld,
    unplaced: [],
    leaving: new Set(),
    claims: new Map(),
    instrument,
  };
}
