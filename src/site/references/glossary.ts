/** The glossary: every term that the newest texts define, by text. */
import type { Version } from '../../domain/model.ts';
import type { Term, TermUse } from '../../domain/references/index.ts';
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { type Page, pagesOf } from '../paging.ts';
import { titleWords } from '../title-words.ts';
import { glossaryUrl } from '../urls.ts';
import type { Link } from '../views/common.ts';
import { placesOf } from './places.ts';
import { termsOf } from './terms.ts';

export interface TermView {
  term: string;
  meaning: string;
  /** Where the text gives it. */
  place: Link;
  /** 本章, where it does not hold in the whole text. */
  scope?: string;
  uses: number;
  /** Places that use it, the first ones where there are many. */
  places: Link[];
}

export interface TermGroup {
  id: string;
  title: Link;
  terms: TermView[];
}

/** Longest meaning told here; the text has the rest. */
const most = 160;
const mostPlaces = 30;

/** Pages of the glossary: whole texts, in the order of the archive. */
export const glossaryPages = (holdings: Holdings): Page<TermGroup>[] =>
  pagesOf(glossaryView(holdings), glossaryUrl(), ({ terms }) => terms.length);

/** Groups in the order of the archive; works that define nothing are left out. */
export function glossaryView(holdings: Holdings): TermGroup[] {
  return Array.from(holdings.works.values()).flatMap((work) => {
    const version = presentText(holdings, work);
    const { terms, uses } = version ? termsOf(version) : { terms: [], uses: [] };
    if (!version || terms.length === 0) return [];
    const byTerm = Map.groupBy(uses, ({ term }) => term);
    const address = addressOf(holdings, version);
    return [
      {
        id: work.id,
        title: { text: titleWords(work.title, work.kind), href: address },
        terms: terms.map((term) => termView(term, byTerm.get(term) ?? [], version, address)),
      },
    ];
  });
}

function termView(
  { term, meaning, eId, scope }: Term,
  uses: TermUse[],
  version: Version,
  address: string,
): TermView {
  const places = placesOf(version.instrument);
  const link = (id: string): Link => ({ text: places.words(id), href: `${address}#${id}` });
  const used = Array.from(new Set(uses.map((use) => use.eId))).filter((id) => places.get(id));
  return {
    term,
    meaning: meaning.length > most ? `${meaning.slice(0, most)}……` : meaning,
    place: link(eId),
    ...(scope ? { scope: places.words(scope) } : {}),
    uses: uses.length,
    places: used.slice(0, mostPlaces).map(link),
  };
}

/** True where any text defines a term. */
export function hasGlossary(holdings: Holdings): boolean {
  return Array.from(holdings.works.values()).some((work) => {
    const version = presentText(holdings, work);
    return version !== undefined && termsOf(version).terms.length > 0;
  });
}
