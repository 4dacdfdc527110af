/** Places of one text: which eIds it has, how a place is called in words, what lies inside what. */
import { oncePer } from '../../domain/model/once.ts';
import type { Instrument, Provision } from '../../domain/model.ts';
import { placeNames } from '../../domain/references/index.ts';

interface Place {
  provision: Provision;
  parent?: Place;
  /** Position in reading order. */
  order: number;
  annex?: number;
}

export interface Places {
  get(eId: string): Provision | undefined;
  /** All eIds, in reading order. */
  ids(): string[];
  /** The place in words: `第六条第三项`, `三、（一）2`, `二、第二段`, `附件1表格`; empty where the text has none such. */
  words(eId: string): string;
  /** True where one of the two is the other, or lies inside it. */
  nested(a: string, b: string): boolean;
  /** The provisions from the first to the last, where they stand side by side; else the first alone. */
  span(first: string, last?: string): Provision[];
  /** The article, or the unit below the root, that a place belongs to. */
  unit(eId: string): string | undefined;
}

/** The places of a text, annexes included. */
export const placesOf = oncePer((instrument: Instrument): Places => {
  const byId = new Map<string, Place>();
  const walk = (list: readonly Provision[], parent: Place | undefined, annex?: number): void => {
    for (const provision of list) {
      const place: Place = {
        provision,
        order: byId.size,
        ...(parent ? { parent } : {}),
        ...(annex === undefined ? {} : { annex }),
      };
      if (!byId.has(provision.eId)) byId.set(provision.eId, place);
      walk(provision.children, place, annex);
    }
  };
  walk(instrument.provisions, undefined);
  for (const [index, annex] of instrument.annexes.entries()) walk(annex.provisions, undefined, index);

  const inside = (upper: Place, lower: Place): boolean => {
    for (let at: Place | undefined = lower; at; at = at.parent) if (at === upper) return true;
    return false;
  };
  return {
    get: (eId) => byId.get(eId)?.provision,
    ids: () => Array.from(byId.keys()),
    words: (eId) => placeNames(instrument).nameOf(eId) ?? '',
    nested: (a, b) => {
      const [one, other] = [byId.get(a), byId.get(b)];
      return one !== undefined && other !== undefined && (inside(one, other) || inside(other, one));
    },
    span: (first, last) => {
      const start = byId.get(first);
      const end = last === undefined ? undefined : byId.get(last);
      if (!start) return [];
      if (!end || end.parent !== start.parent || end.order < start.order) return [start.provision];
      const beside = start.parent?.provision.children ?? rootsOf(instrument, start.annex);
      return beside.slice(beside.indexOf(start.provision), beside.indexOf(end.provision) + 1);
    },
    unit: (eId) => {
      for (let at = byId.get(eId); at; at = at.parent)
        if (at.provision.type === 'article' || !at.parent) return at.provision.eId;
      return undefined;
    },
  };
});

const rootsOf = (instrument: Instrument, annex: number | undefined): readonly Provision[] =>
  annex === undefined ? instrument.provisions : (instrument.annexes[annex]?.provisions ?? []);
