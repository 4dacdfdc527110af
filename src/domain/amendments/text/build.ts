/** The draft as provisions again, each with where it comes from. */
import type { ClauseName, Lineage, Provision } from '../../model.ts';
import { finish } from '../../structure/index.ts';
import { distinctClauses } from './clauses.ts';
import { type Draft, edited, isLive, upward } from './draft.ts';
import type { Ground } from './ground.ts';
import { isContainer } from './locators.ts';

export interface Built {
  provisions: Provision[];
  /** The provision that each live node became. */
  made: Map<Draft, Provision>;
  lineage: Lineage[];
}

/** @param clauseOf the clause of an operation */
export function build(ground: Ground, clauseOf: (id: number) => ClauseName): Built {
  const made = new Map<Draft, Provision>();
  const provisions = live(ground.root).map((draft) => provisionOf(draft, made));
  const positions = new Map([...made.values()].map((provision) => [provision, provision.position]));
  finish(provisions);
  // Old and new wording stand in different files: a node's place is not stretched over its children's.
  for (const [provision, position] of positions) provision.position = position;
  const lineage = [...made].map(([draft, provision]) => lineageOf(draft, provision, clauseOf));
  for (const draft of ground.byOld.values()) {
    if (made.has(draft) || !draft.old) continue;
    lineage.push({
      eId: '',
      previous: draft.old.eId,
      change: 'repealed',
      clauses: removers(draft, clauseOf),
    });
  }
  return { provisions, made, lineage };
}

function live(draft: Draft): Draft[] {
  return draft.children.filter(isLive);
}

function provisionOf(draft: Draft, made: Map<Draft, Provision>): Provision {
  const { type, number, label, heading, headingForm, rows, missing } = draft;
  const first = (draft.old ?? draft.source)?.position;
  const children = live(draft).map((child) => provisionOf(child, made));
  const zero = { line: 1, column: 1, offset: 0 };
  const newHeading = heading === undefined ? undefined : edited(heading, draft.headingEdits);
  const provision: Provision = {
    type,
    number,
    label,
    eId: '',
    ...(newHeading === undefined ? {} : { heading: newHeading }),
    ...(headingForm === undefined
      ? {}
      : { headingForm: headingForm.replace(heading ?? '', newHeading ?? '') }),
    text: edited(draft.text, draft.edits),
    children,
    position: first ?? children[0]?.position ?? { start: zero, end: zero },
    ...(rows ? { rows } : {}),
    ...(missing ? { missing } : {}),
  };
  made.set(draft, provision);
  return provision;
}

function lineageOf(draft: Draft, provision: Provision, clauseOf: (id: number) => ClauseName): Lineage {
  const clauses = distinctClauses([...draft.by].map(clauseOf));
  const old = draft.old ?? draft.merged?.[0];
  if (!old) return { eId: provision.eId, change: 'inserted', clauses };
  const changed = draft.amended || draft.merged !== undefined || belowChanged(draft);
  const renumbered = old.eId !== provision.eId || provision.text !== old.text;
  if (!changed && renumbered && clauses.length === 0) clauses.push(...movers(draft, clauseOf));
  return {
    eId: provision.eId,
    previous: old.eId,
    change: changed ? 'amended' : renumbered ? 'renumbered' : 'unchanged',
    clauses: changed ? distinctClauses([...clauses, ...clausesBelow(draft, clauseOf)]) : clauses,
  };
}

/** Clauses that made a paragraph or item move up or down: those that touched the ones beside it. */
function movers(draft: Draft, clauseOf: (id: number) => ClauseName): ClauseName[] {
  if (draft.type === 'article' || !draft.parent || draft.parent.type === 'level') return [];
  const beside = draft.parent.children.filter(
    (other) => !other.old || !isLive(other) || other.fixed !== undefined,
  );
  return distinctClauses(beside.flatMap(({ by }) => [...by].map(clauseOf)));
}

/** An article is amended where anything in it is; a chapter only where its own heading is. */
function belowChanged(draft: Draft): boolean {
  if (isContainer(draft.type)) return false;
  return draft.children.some(
    (child) =>
      (child.old === undefined && child.type !== 'article') ||
      !isLive(child) ||
      child.amended ||
      belowChanged(child),
  );
}

function clausesBelow(draft: Draft, clauseOf: (id: number) => ClauseName): ClauseName[] {
  if (isContainer(draft.type)) return [];
  return draft.children.flatMap((child) => [
    ...[...child.by].map(clauseOf),
    ...clausesBelow(child, clauseOf),
  ]);
}

function removers(draft: Draft, clauseOf: (id: number) => ClauseName): ClauseName[] {
  for (const { fate, by } of upward(draft)) {
    if (fate.is === 'removed') return by.size > 0 ? distinctClauses([...by].map(clauseOf)) : [fate.by.clause];
    if (fate.is === 'replaced') return [fate.by.clause];
  }
  return [];
}
