/** What every record of the data files is made with: its evidence, its basis, and what is left out of it. */
import type { Evidence, Version } from '../../model.ts';
import { type HeldText, type Holding, textOf } from '../holding.ts';
import type { Evidenced } from './records.ts';

/** Evidence with the address of the place that says it. */
export function evidenceOf(holding: Holding, { instrument, eId, text }: Evidence): Evidenced {
  const held = textOf(holding, instrument);
  if (!held) return holding.works.has(instrument) ? { work: instrument, eId, text } : { eId, text };
  return ownEvidence(held, eId, text);
}

/** Words of a text as evidence of what they say. */
export const ownEvidence = ({ work, version, address }: HeldText, eId: string, text: string): Evidenced => ({
  work: work.id,
  version: version.date,
  eId,
  text,
  address: eId ? `${address}#${eId}` : address,
});

export const evidences = (holding: Holding, list: readonly Evidence[]): Evidenced[] =>
  list.map((each) => evidenceOf(holding, each));

/**
 * A record of a place whose evidence does not repeat what the record itself says.
 *
 * { work: a, version: d, eId: art_1, text: 甲, evidence: [{ work: a, version: d, eId: art_1, text: 甲, address }] } →
 * evidence: [{ address }]
 */
export function lean<R extends { evidence: Evidenced[] }>(record: R): R {
  const { work, version, eId, text } = record as Evidenced;
  if (eId === undefined) return record;
  const evidence = record.evidence.map((each): Evidenced => {
    const { work: inWork = work, version: inVersion = version, eId: at, text: words, ...where } = each;
    if (inWork !== work || inVersion !== version) return each;
    return { ...(at === eId ? {} : { eId: at }), ...(words === text ? {} : { text: words }), ...where };
  });
  return { ...record, evidence };
}

/** The values that are there: what is unknown is left out, never written as an empty word. */
export function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** How the words of a text are known: printed, or worked out from a decision. */
export const basisOf = ({ origin }: Version): 'stated' | 'inferred' =>
  origin === 'published' ? 'stated' : 'inferred';

/** Carriers are named by the id of their text or of their work. */
export const workOf = (holding: Holding, id: string): string => holding.byInstrument.get(id)?.work.id ?? id;
