/** Documents that references name in a text's own words, as mentions: what the archive does not hold has a page by them. */
import { documentNumberKey, type Mention } from '../names/index.ts';
import type { FoundReference } from './found.ts';

/**
 * One mention for each document that is named by a title in 《》 or a number; addresses, bare names and the new wording of
 * a decision name none, and a number behind a title is the title's.
 */
export function citedDocuments(found: readonly FoundReference[]): Mention[] {
  const bracketed = new Set<string>();
  for (const { title, documentNumber } of found)
    if (title !== undefined && documentNumber !== undefined) bracketed.add(documentNumberKey(documentNumber));
  return found.flatMap(({ title, documentNumber, bare, by, kind, locator, side, start, end }): Mention[] => {
    if ((kind !== 'external' && kind !== 'number') || locator || bare || side !== 'own') return [];
    if (
      title === undefined &&
      (documentNumber === undefined || bracketed.has(documentNumberKey(documentNumber)))
    )
      return [];
    return [
      {
        ...(title === undefined ? {} : { title }),
        ...(documentNumber === undefined ? {} : { number: documentNumber }),
        ...(by === undefined ? {} : { issuer: by }),
        start,
        end,
        from: start,
      },
    ];
  });
}
