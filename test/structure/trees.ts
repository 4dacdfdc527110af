/** Trees without what depends on the layout of the file. */
import type { Instrument, Provision } from '../../src/domain/model.ts';

export type Shape = Omit<Provision, 'position' | 'children'> & { children: Shape[] };

/** Provisions without their positions. */
export function shape(provisions: Provision[]): Shape[] {
  return provisions.map(({ position: _, children, ...rest }) => ({ ...rest, children: shape(children) }));
}

/** What canonical text must keep of an instrument. */
export function instrumentShape(instrument: Instrument) {
  const { kind, grammar, title, documentNumber, registryNumber, issuer, signatory, dates, addressees } =
    instrument;
  return {
    ...{ kind, grammar, title, documentNumber, registryNumber, issuer, signatory, dates, addressees },
    caption: instrument.caption && { text: instrument.caption.text, events: instrument.caption.events },
    contents: instrument.contents?.map(({ position: _, ...entry }) => entry),
    remarks: instrument.remarks,
    disclosure: instrument.disclosure,
    provisions: shape(instrument.provisions),
    annexes: instrument.annexes.map(({ position: _, provisions, ...annex }) => ({
      ...annex,
      provisions: shape(provisions),
    })),
  };
}
