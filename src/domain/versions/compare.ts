/** 新旧对照: two texts of a work, article by article. */
import {
  alignUnits,
  arrangePairs,
  maskedOf,
  nameOf,
  type Pair,
  type Unit,
  unitsOf,
} from '../compare/index.ts';
import type { ClauseName, Instrument, Lineage } from '../model.ts';
import type { DiffSegment } from './diff.ts';
import { diffLines } from './diff-lines.ts';

export type Change = 'unchanged' | 'amended' | 'inserted' | 'repealed' | 'renumbered' | 'unknown';

export interface CompareRow {
  /** Label on each side; null where the side has no such provision. */
  old: string | null;
  new: string | null;
  /** `unknown`: one side is not held (原文未载). */
  change: Change;
  oldText: string;
  newText: string;
  oldId?: string;
  newId?: string;
  /** Clauses of the decision that did it, where the lineage is known. */
  clauses?: ClauseName[];
  /** True where the provision stands out of its old order. */
  moved?: boolean;
}

/**
 * Compares two texts.
 * @param lineage of the new text, where a decision's application gives it; without it likeness decides
 * @returns rows in the order of the new text, repealed provisions where they stood; chapters are rows of their own
 */
export function compareVersions(
  before: Instrument,
  after: Instrument,
  lineage?: readonly Lineage[],
): CompareRow[] {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const known = lineage && new Map(lineage.map((entry) => [entry.eId, entry]));
  const pairs = known ? byLineage(old, now, known) : alignUnits(old, now);
  return pairs.map((pair) => rowOf(pair, known));
}

function byLineage(old: readonly Unit[], now: readonly Unit[], known: ReadonlyMap<string, Lineage>): Pair[] {
  const places = new Map(old.map((unit, i) => [unit.eId, i]));
  const partner = new Map<number, number>();
  for (const [j, unit] of now.entries()) {
    const previous = known.get(unit.eId)?.previous;
    const i = previous === undefined ? undefined : places.get(previous);
    if (i !== undefined && old[i]!.type === unit.type && !partner.has(i)) partner.set(i, j);
  }
  return arrangePairs(old, now, partner);
}

function rowOf({ old, new: now, moved }: Pair, known: ReadonlyMap<string, Lineage> | undefined): CompareRow {
  const clauses = now && known?.get(now.eId)?.clauses;
  return {
    old: old ? nameOf(old) : null,
    new: now ? nameOf(now) : null,
    change: changeOf(old, now, now && known?.get(now.eId)),
    oldText: old?.text ?? '',
    newText: now?.text ?? '',
    ...(old ? { oldId: old.eId } : {}),
    ...(now ? { newId: now.eId } : {}),
    ...(clauses && clauses.length > 0 ? { clauses } : {}),
    ...(moved ? { moved } : {}),
  };
}

function changeOf(old: Unit | undefined, now: Unit | undefined, lineage: Lineage | undefined): Change {
  if (!old) return 'inserted';
  if (!now) return 'repealed';
  // Words that are not held cannot be compared: only the decision says what became of them.
  if (holdsMissing(old) || holdsMissing(now)) return lineage?.change ?? 'unknown';
  const sameLabel = old.label.replace(/\s/g, '') === now.label.replace(/\s/g, '');
  if (old.folded === now.folded) return sameLabel ? 'unchanged' : 'renumbered';
  // Nothing but addresses differ: the provision moved, and the references in it followed.
  return !sameLabel && maskedOf(old) === maskedOf(now) ? 'renumbered' : 'amended';
}

function holdsMissing({ provision }: Unit): boolean {
  const stack = [provision];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.missing) return true;
    stack.push(...at.children);
  }
  return false;
}

/** The marks of a row: what was struck and what was added. */
export function rowSegments(row: CompareRow): DiffSegment[] {
  return diffLines(row.oldText, row.newText);
}
