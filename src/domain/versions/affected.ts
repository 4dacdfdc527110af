/** Provisions that a decision did not touch and that changed their meaning: they refer to what it removed or rewrote. */
import type { Day, Lineage, Version } from '../model.ts';
import { findReferences, formatLocator, indexProvisions, resolveLocator } from '../references/index.ts';

export interface Affected {
  version: Day;
  /** The provision that refers, in the text after. */
  eId: string;
  /** Its words, and their place in its text. */
  text: string;
  start: number;
  end: number;
  /** What it refers to, in the text before, and what became of it there. */
  target: string;
  changed: string;
  change: 'repealed' | 'amended';
  reason: string;
}

/**
 * @param before the version that the decision changed
 * @param after the version that it made, with its lineage
 *
 * 第十三条第二款 goes: 第十四条 says 依照第十三条 and now covers less
 */
export function affectedBy(before: Version, after: Version): Affected[] {
  const lineage = after.lineage ?? [];
  const previousOf = new Map(lineage.filter(({ eId }) => eId !== '').map((entry) => [entry.eId, entry]));
  const changed = changedBefore(lineage);
  if (changed.size === 0) return [];
  const index = indexProvisions(before.instrument.provisions);
  const now = indexProvisions(after.instrument.provisions);
  const found: Affected[] = [];
  for (const { eId, kind, side, locator, start, end, text, part } of findReferences(after.instrument)) {
    if (kind !== 'internal' || side !== 'own' || !locator || part !== undefined) continue;
    const own = previousOf.get(eId);
    // A provision that the decision itself laid down knows what it refers to.
    if (!own || own.change === 'amended' || own.change === 'inserted') continue;
    const resolved = resolveLocator(now, locator, { eId });
    if (!resolved.ok) continue;
    for (const target of resolved.eIds) {
      const old = previousOf.get(target)?.previous;
      if (old === undefined || !index.byId.has(old)) continue;
      const hit = [...changed].find(
        ([at]) => at === old || at.startsWith(`${old}__`) || old.startsWith(`${at}__`),
      );
      if (!hit) continue;
      const [at, change] = hit;
      const what = change === 'repealed' ? '删去' : '修改';
      found.push({
        version: after.date,
        eId,
        text,
        start,
        end,
        target: old,
        changed: at,
        change,
        reason: `引用的${formatLocator(locator)}${at === old ? '' : '中有内容'}已由决定${what}，所指范围随之变化`,
      });
    }
  }
  return found;
}

/** Provisions of the text before that were repealed or given other words, outermost first. */
function changedBefore(lineage: readonly Lineage[]): Map<string, 'repealed' | 'amended'> {
  const changed = new Map<string, 'repealed' | 'amended'>();
  const amended = lineage
    .filter(({ change, previous }) => change === 'amended' && previous !== undefined)
    .map(({ previous }) => previous!);
  for (const { change, previous } of lineage) {
    if (previous !== undefined && change === 'repealed' && !hasAncestor(changed, previous))
      changed.set(previous, 'repealed');
  }
  for (const previous of amended) {
    // A node counts as amended itself where none of its parts explains it.
    const explained = [...changed.keys(), ...amended].some(
      (other) => other !== previous && other.startsWith(`${previous}__`),
    );
    if (!explained && !hasAncestor(changed, previous)) changed.set(previous, 'amended');
  }
  return changed;
}

function hasAncestor(known: ReadonlyMap<string, unknown>, eId: string): boolean {
  for (let at = eId.lastIndexOf('__'); at > 0; at = eId.lastIndexOf('__', at - 1))
    if (known.has(eId.slice(0, at))) return true;
  return false;
}
