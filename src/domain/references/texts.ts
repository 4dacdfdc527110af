/** The texts of an instrument in reading order, each with its address: one walk that detection and glossary share. */
import type { Instrument, Provision, Reference } from '../model.ts';

/** A run of text that may hold references. */
export interface TextUnit {
  /** eId of the provision; empty for title, caption and annex note. */
  eId: string;
  part?: NonNullable<Reference['part']>;
  cell?: [number, number];
  text: string;
  provision?: Provision;
  /** True inside new wording that a decision quotes. */
  quoted: boolean;
  /** Heads what is said nearby: the article, or the unit below the root. */
  group: string;
  /** Index in `annexes` where the text belongs to one. */
  annex?: number;
}

/** Title, caption, provisions (heading, text, cells), annex note, annexes. Empty texts are left out. */
export function textUnits(instrument: Instrument): TextUnit[] {
  const units: TextUnit[] = [];
  const add = (unit: TextUnit): void => {
    if (unit.text !== '') units.push(unit);
  };
  add({ eId: '', part: 'title', text: instrument.title, quoted: false, group: 'title' });
  if (instrument.caption)
    add({ eId: '', part: 'caption', text: instrument.caption.text, quoted: false, group: 'caption' });
  const walk = (
    list: readonly Provision[],
    group: string | undefined,
    quoted: boolean,
    annex?: number,
  ): void => {
    for (const provision of list) {
      const isQuoted = quoted || provision.quoted === true;
      const own = provision.type === 'article' ? provision.eId : (group ?? provision.eId);
      const base = {
        eId: provision.eId,
        provision,
        quoted: isQuoted,
        group: own,
        ...(annex === undefined ? {} : { annex }),
      };
      if (provision.heading) add({ ...base, part: 'heading', text: provision.heading });
      add({ ...base, text: provision.text });
      for (const [row, cells] of (provision.rows ?? []).entries()) {
        for (const [column, text] of cells.entries())
          add({ ...base, part: 'cell', cell: [row, column], text });
      }
      const container =
        provision.type === 'part' || provision.type === 'chapter' || provision.type === 'section';
      walk(provision.children, container ? undefined : own, isQuoted, annex);
    }
  };
  walk(instrument.provisions, undefined, false);
  if (instrument.annexNote) {
    add({ eId: '', part: 'annexNote', text: instrument.annexNote, quoted: false, group: 'annexNote' });
  }
  for (const [i, annex] of instrument.annexes.entries()) walk(annex.provisions, undefined, false, i);
  return units;
}
