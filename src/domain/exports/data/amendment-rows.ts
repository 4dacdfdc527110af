/** Which provision became which, and by which clause: rows of the steps from text to text. */
import { clauseLabel, isClause } from '../../amendments/index.ts';
import type { ClauseName } from '../../model.ts';
import { placeNames } from '../../references/place-names.ts';
import { indexProvisions } from '../../references/provision-index.ts';
import type { HeldText, Holding } from '../holding.ts';
import { evidenceOf, given, workOf } from './evidence.ts';
import type { AmendmentRecord, Evidenced } from './records.ts';

/** Old and new numbers of every provision that a decision reached, and of those it left under another number. */
export function* amendmentRows(holding: Holding): Generator<AmendmentRecord> {
  for (const { work, versions, after, horizon } of steps(holding)) {
    const before = versions[0];
    const old = before && indexProvisions(before.version.instrument.provisions);
    const decision = after.version.madeBy;
    const lineage = after.version.lineage ?? [];
    const evidence = (clauses: readonly ClauseName[]): Evidenced[] =>
      decision === undefined ? [] : clausesOf(holding, after, decision, clauses);
    const record = (
      oldEId: string | undefined,
      newEId: string | undefined,
      change: AmendmentRecord['change'],
      clauses: readonly ClauseName[],
    ): AmendmentRecord => ({
      work: work.id,
      from: before?.version.date ?? '',
      to: after.version.date,
      ...given({ oldEId, newEId, oldPlace: placeIn(before, oldEId), newPlace: placeIn(after, newEId) }),
      change,
      ...given({ decision: decision === undefined ? undefined : workOf(holding, decision) }),
      clauses: clauses.map(clauseLabel),
      basis: change === 'unknown' ? 'none' : 'stated',
      horizon,
      evidence: evidence(clauses),
    });
    const kept = new Set(lineage.flatMap(({ previous }) => previous ?? []));
    for (const { eId, previous, change, clauses } of lineage) {
      if (eId !== '' && (change !== 'unchanged' || (previous !== undefined && previous !== eId))) {
        yield record(previous, change === 'repealed' ? undefined : eId, change, clauses);
      }
    }
    for (const eId of old && lineage.length > 0 ? old.byId.keys() : []) {
      if (!kept.has(eId)) yield record(eId, undefined, 'repealed', []);
    }
  }
}

function* steps(holding: Holding) {
  for (const texts of holding.byWork.values()) {
    for (const [i, after] of texts.entries()) {
      if (after.version.lineage === undefined) continue;
      yield { work: after.work, versions: texts.slice(i - 1, i), after, horizon: after.status.horizon };
    }
  }
}

function placeIn(held: HeldText | undefined, eId: string | undefined): string | undefined {
  return held && eId !== undefined ? placeNames(held.version.instrument).nameOf(eId) : undefined;
}

/** The clauses of a decision, as printed. */
function clausesOf(
  holding: Holding,
  { version }: HeldText,
  decision: string,
  clauses: readonly ClauseName[],
): Evidenced[] {
  return (version.operations ?? [])
    .filter(({ clause }) => clauses.some((one) => isClause(one, clause)))
    .map(({ clauseId = '', instruction }) =>
      evidenceOf(holding, { instrument: decision, eId: clauseId, text: instruction }),
    )
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);
}
