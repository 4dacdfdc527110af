/** What detection remembers while it reads an instrument, and the parts of a found reference that every kind has. */
import type { Instrument, Locator } from '../model.ts';
import { titleNoun } from '../names/index.ts';
import type { Amended } from './amended.ts';
import type { FoundReference, Side } from './found.ts';
import type { ShortTitles } from './short-anchors.ts';
import type { TextUnit } from './texts.ts';

/** What a lead-in names for the list under it: 违反《甲法》规定，有下列行为之一的： */
export interface Lead {
  /** Another document. */
  other?: string;
  /** An address of the text itself: 违反本条例第十条规定，有下列行为之一的： */
  locator?: Locator;
}

export interface Reader {
  instrument: Instrument;
  amended: Amended;
  shorts: ShortTitles;
  /** Titles named so far in the present article. */
  named: { group: string; titles: string[] };
  /** What lead-ins name for the lists under them, by eId. */
  leads: Map<string, Lead>;
  /** In a decision: the last address of each clause, in the text before and after. */
  carry: Map<string, Partial<Record<Side, Locator>>>;
}

export type Common = Pick<FoundReference, 'eId' | 'inAnnex' | 'part' | 'cell' | 'start' | 'end' | 'text'>;

/** Address and words of a reference in a text. */
export function common(unit: TextUnit, start: number, end: number): Common {
  return {
    eId: unit.eId,
    ...(unit.annex === undefined ? {} : { inAnnex: unit.annex }),
    ...(unit.part ? { part: unit.part } : {}),
    ...(unit.cell ? { cell: unit.cell } : {}),
    start,
    end,
    text: unit.text.slice(start, end),
  };
}

/**
 * The document that 该法 or 同法 means: the only one of its kind named before in the same article.
 * @param said the words themselves, for the reason
 */
export function antecedent(
  noun: string,
  said: string,
  { named }: Reader,
): { title: string } | { reason: string } {
  const titles = [...new Set(named.titles.filter((title) => (titleNoun(title) ?? '').endsWith(noun)))];
  if (titles.length === 1) return { title: titles[0]! };
  if (titles.length === 0) return { reason: `“${said}”之前同一条内未见所指文件` };
  return { reason: `“${said}”之前同一条内引有${titles.length}件文件，所指不能确定` };
}
