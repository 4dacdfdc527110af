/** Places of one text: which eIds it has, how a place is called in words, what lies inside what. */
import type { Instrument, Provision } from '../../domain/model.ts';
import { formatNumeral } from '../../domain/text/numerals.ts';
import { placeWords } from '../cite.ts';
import { annexId } from '../views/contents.ts';

interface Place {
  provision: Provision;
  parent?: Place;
  /** Position in reading order. */
  order: number;
  /** Siblings of its type, itself included. */
  alike: number;
  annex?: number;
}

export interface Places {
  get(eId: string): Provision | undefined;
  /** All eIds, in reading order. */
  ids(): string[];
  /**
   * The place in words: `第六条第一款第三项`, `三、（一）2`, `二、第二段`, `附件1表格`. A paragraph of a notice is counted where it
   * stands beside others; a lone one is 正文.
   */
  words(eId: string): string;
  /** True where one of the two is the other, or lies inside it. */
  nested(a: string, b: string): boolean;
  /** The provisions from the first to the last, where they stand side by side; else the first alone. */
  span(first: string, last?: string): Provision[];
  /** The article, or the unit below the root, that a place belongs to. */
  unit(eId: string): string | undefined;
}

const known = new WeakMap<Instrument, Places>();

/** The places of a text, annexes included; made once for each text. */
export function placesOf(instrument: Instrument): Places {
  const made = known.get(instrument) ?? build(instrument);
  known.set(instrument, made);
  return made;
}

function build(instrument: Instrument): Places {
  const byId = new Map<string, Place>();
  const walk = (list: readonly Provision[], parent: Place | undefined, annex?: number): void => {
    const types = Map.groupBy(list, ({ type }) => type);
    for (const provision of list) {
      const place: Place = {
        provision,
        order: byId.size,
        alike: types.get(provision.type)!.length,
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
    words: (eId) => wordsOf(instrument, eId, byId.get(eId)),
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
}

const rootsOf = (instrument: Instrument, annex: number | undefined): readonly Provision[] =>
  annex === undefined ? instrument.provisions : (instrument.annexes[annex]?.provisions ?? []);

function wordsOf(instrument: Instrument, eId: string, place: Place | undefined): string {
  if (!place) return eId.startsWith('att_') ? annexWords(instrument, eId) : '';
  const inAnnex = place.annex === undefined ? '' : instrument.annexes[place.annex]?.label || '附件';
  if (inAnnex === '' && /^art_/.test(eId)) {
    const words = placeWords(singleParagraph(eId, place));
    if (words) return words;
  }
  const steps = [lastWords(place)];
  for (let at = place.parent; at; at = at.parent) steps.unshift(at.provision.label);
  const words = steps.join('').replace(/[、.．]$/, '');
  return inAnnex + (words || (inAnnex ? '' : '正文'));
}

/** 第十三条第一款 is called 第十三条 where the article has no second. */
function singleParagraph(eId: string, { provision, alike }: Place): string {
  return provision.type === 'paragraph' && alike === 1 ? eId.replace(/__para_1$/, '') : eId;
}

function lastWords({ provision: { type, label, number }, alike }: Place): string {
  if (type === 'table') return '表格';
  if (type !== 'paragraph') return label;
  // Paragraphs that are no 款 are counted by eye.
  return alike > 1 ? `第${formatNumeral(Number(number))}段` : '';
}

function annexWords(instrument: Instrument, eId: string): string {
  const annex = instrument.annexes.find((_, index) => annexId(index) === eId);
  return annex ? annex.label || '附件' : '';
}
