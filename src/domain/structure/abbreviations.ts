/** The steps of an eId: abbreviations of the Akoma Ntoso naming convention. */
import type { ProvisionType } from '../model.ts';

/** article → `art`, as in `art_6__para_1`. */
export const abbreviations: Readonly<Record<ProvisionType, string>> = {
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para',
  item: 'item',
  point: 'point',
  level: 'lvl',
  figure: 'fig',
  table: 'tbl',
};

/** `art` → article; undefined for what is no such step. */
export const abbreviatedTypes: Readonly<Partial<Record<string, ProvisionType>>> = Object.fromEntries(
  Object.entries(abbreviations).map(([type, short]) => [short, type as ProvisionType]),
);
