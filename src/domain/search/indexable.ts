/** What search looks up of a document, with an index and without one. */
import type { Indexable } from './postings.ts';
import type { SearchUnit, StoredDocument } from './types.ts';

/** Terms more frequent than this say nothing of likeness. */
export const commonTerm = 512;
const articleNumber = /(?:^|__)art_(\d+(?:-\d+)*)/;
const articlePlace = /(?:^|__)art_(\d+(?:-\d+)*)(__para_[\d-]+)((?:__[a-z]+_[\d-]+)*)$/;

/** What the index takes in of a document. */
export function indexable({ type, eId, units, head, body, version }: StoredDocument): Indexable {
  return {
    ...{ head, body },
    ...(type === 'article' ? { places: placesOf(eId, units) } : {}),
    ...(type === 'title' ? { work: version.work } : {}),
  };
}

/** Places of an article: its number, and its 款 and 项, with the 款 and without: `6`, `6__para_1__item_3`, `6__item_3`. */
function placesOf(eId: string, units: readonly SearchUnit[]): string[] {
  const places = new Set<string>();
  const own = articleNumber.exec(eId)?.[1];
  if (own !== undefined) places.add(own);
  for (const unit of units) {
    const [, number, paragraph, below] = articlePlace.exec(unit.eId) ?? [];
    if (number === undefined) continue;
    places.add(`${number}${paragraph}${below}`);
    if (below) places.add(`${number}${below}`);
  }
  return [...places];
}
