/** Defined terms of a text: where they are given, where they are used. */
import { oncePer } from '../../domain/model/once.ts';
import type { Version } from '../../domain/model.ts';
import { findTerms, findTermUses, type Term, type TermUse } from '../../domain/references/index.ts';
import type { Link } from '../views/common.ts';
import type { Mark } from '../views/runs.ts';
import { placesOf } from './places.ts';

export interface Terms {
  terms: Term[];
  uses: TermUse[];
}

/** Terms that a text defines and their uses in it. */
export const termsOf = oncePer(({ instrument }: Version): Terms => {
  const terms = findTerms(instrument);
  return { terms, uses: findTermUses(instrument, terms) };
});

/**
 * Uses that are linked, each with the provision that holds it: the first of a term in an article, or in a paragraph
 * of a text without articles. Headings, and the provision that gives the term itself, are left alone.
 */
export function linkedUses(version: Version): (TermUse & { mark: Mark })[] {
  const places = placesOf(version.instrument);
  const told = new Set<string>();
  return termsOf(version).uses.flatMap((use) => {
    const { term, eId, part, start, end } = use;
    if (part === 'heading' || part === 'annexNote' || eId === term.eId || !places.get(term.eId)) return [];
    const unit = places.unit(eId);
    const holder = unit !== undefined && places.get(unit)?.type === 'article' ? unit : eId;
    const key = `${holder} ${term.term}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...use, mark: { start, end, href: `#${term.eId}`, kind: 'term' } }];
  });
}

/** The terms of a text with the places that give them, for a list on its page. */
export function termLinks(version: Version): Link[] {
  return termsOf(version).terms.map(({ term, eId }) => ({ text: term, href: `#${eId}` }));
}
