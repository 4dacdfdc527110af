/** What the desk looks lines up in. */

import type { Day, LegalEvent } from '../model.ts';
import { indexNames, isGivenBy, type NameGrams, parseDocumentNumber } from '../names/index.ts';
import type { StatusWork } from './status-work.ts';
import { indexWorks, numbersOf, type WorkIndex } from './work-index.ts';

export interface DeskIndex {
  works: WorkIndex;
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  horizon: Day;
  /** Made when the first name is not known: most questions never need it. */
  names(): NameGrams;
  /** Title keys by their first characters, to find titles inside a paragraph. */
  heads: ReadonlyMap<string, readonly string[]>;
}

/** Characters by which a title is looked up inside a paragraph. */
export const headLength = 6;

/** Prepares works and events for questions. */
export function deskIndex(
  works: readonly StatusWork[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
  horizon: Day,
): DeskIndex {
  const index = indexWorks(works);
  const heads = new Map<string, string[]>();
  for (const key of index.byTitle.keys()) {
    if (key.length < headLength) continue;
    const head = key.slice(0, headLength);
    const list = heads.get(head);
    if (list) list.push(key);
    else heads.set(head, [key]);
  }
  for (const list of heads.values()) list.sort((a, b) => b.length - a.length);
  let grams: NameGrams | undefined;
  const names = () => {
    grams ??= indexNames(
      works.flatMap((work) =>
        [work.title, ...work.aliases, ...numbersOf(work).map((number) => inFull(number, work))].map(
          (name) => ({
            id: work.id,
            name,
          }),
        ),
      ),
    );
    return grams;
  };
  return { works: index, events, horizon, names, heads };
}

/** 令第7号 → 某市人民政府令第7号: an order is known by who gave it. */
function inFull(number: string, { issuer = '' }: StatusWork): string {
  const parts = parseDocumentNumber(number);
  return parts && isGivenBy(parts) && parts.organ === '' ? issuer.replace(/\s/g, '') + number : number;
}
