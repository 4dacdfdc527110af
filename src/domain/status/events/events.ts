/**
 * Legal events that one instrument tells of, each with the words that say so: its own origin, commencement and end, and
 * what it does to other texts; and the words about force that no reader understands. Which work a named text is, is
 * settled later, when all works are known.
 */
import type { Instrument } from '../../model.ts';
import { commencing, origins } from './beginnings.ts';
import { amendings, confirmings, mentioned, repealings, startings } from './effects.ts';
import { ends } from './ends.ts';
import { type Around, type Finding, readInstrument } from './reading.ts';
import { unclearIn } from './unclear.ts';

export type { Around, Finding } from './reading.ts';

/**
 * Legal events of an instrument.
 * @returns findings in the order: origin, commencement, ends, amendments of others, repeals and confirmations of others, mentions
 *
 * 办法 with 自印发之日起施行，有效期2年, carried by a notice of 2020-12-31 →
 * issued 2020-12-31, commenced 2020-12-31, expires 2022-12-31 (latest 2023-01-01)
 */
export function readEvents(instrument: Instrument, around: Around = {}): Finding[] {
  const reading = readInstrument(instrument, around);
  const commenced = commencing(reading, around);
  const revision = commenced.find(({ kind }) => kind === 'amended')?.version;
  const found = [
    ...origins(reading, around).filter(({ kind, version }) => kind !== 'amended' || version !== revision),
    ...commenced,
    ...ends(reading, around.carrier),
    ...amendings(reading),
    ...repealings(reading, around),
    ...startings(reading),
    ...confirmings(reading),
  ];
  return [...found, ...unclearIn(reading, found), ...mentioned(reading)];
}
