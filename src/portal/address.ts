/** Where a place stands on its city's own site. */
import type { Day } from '../domain/model.ts';
import { hitUrl } from '../site/search/address.ts';
import { splitId } from './entries.ts';
import type { City } from './indices.ts';

/** `host/parking`, art_3 of its present text → `https://host/works/parking/#art_3`. */
export function addressIn(
  city: City,
  place: { work: string; version: Day; eId: string; past: boolean },
): string {
  return new URL(`.${hitUrl({ ...place, work: splitId(place.work).work })}`, city.home).href;
}
