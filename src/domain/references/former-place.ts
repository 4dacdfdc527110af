/** A place that a text does not have, but an earlier one had: what became of it, by the map of renumbering. */
import type { Version, Work } from '../model.ts';
import { textName } from './cited-text.ts';
import { placeNames } from './place-names.ts';

export interface FormerPlace {
  /** Where it stands in the text asked; absent where it was struck, or nothing tells. */
  eId?: string;
  /** What is said of it, in Chinese. */
  reason: string;
}

/**
 * Looks for a place in the earlier texts of a work, the newest first, and follows it to a later one.
 * @param asked the text that lacks the place
 * @param find the place in a text: its eId, or undefined
 *
 * 第六条第四项, which a decision made 第三项 → art_6__para_1__item_3: `2018年12月31日文本有第六条第四项，今为第六条第三项`
 */
export function formerPlace(
  work: Work,
  asked: Version,
  find: (version: Version) => string | undefined,
): FormerPlace | undefined {
  const end = work.versions.indexOf(asked);
  for (let start = end - 1; start >= 0; start--) {
    const version = work.versions[start]!;
    const eId = find(version);
    if (eId === undefined) continue;
    const name = `${textName(version)}有${placeNames(version.instrument).nameOf(eId) ?? eId}`;
    const now = followed(work.versions.slice(start + 1, end + 1), eId);
    if (now === undefined) return { reason: `${name}，其后的去处不详` };
    if ('struckBy' in now) return { reason: `${name}，${textName(now.struckBy)}里已删去` };
    const called = placeNames(asked.instrument).nameOf(now.eId) ?? now.eId;
    return { eId: now.eId, reason: `${name}，${textName(asked)}里是${called}，以下为该处` };
  }
  return undefined;
}

/** The place in the last of the texts; undefined where the lineage does not tell. */
function followed(
  texts: readonly Version[],
  eId: string,
): { eId: string } | { struckBy: Version } | undefined {
  let at = eId;
  for (const version of texts) {
    const entries = (version.lineage ?? []).filter(({ previous }) => previous === at);
    if (entries.length !== 1) return undefined;
    const [entry] = entries;
    if (entry!.change === 'unknown') return undefined;
    if (entry!.eId === '') return { struckBy: version };
    at = entry!.eId;
  }
  return { eId: at };
}
