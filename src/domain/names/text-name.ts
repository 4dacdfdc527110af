/** How a text of a work, or a place in it, is named in records, addresses and keys. */
import type { Day } from '../model.ts';

/**
 * Names a text, or a place in it. The work may be named as all cities know it or as its own does.
 *
 * (zhanfu-2020-68, 2020-12-19) → zhanfu-2020-68@2020-12-19
 * (zhanfu-2020-68, 2020-12-19, art_3) → zhanfu-2020-68@2020-12-19#art_3
 */
export const textName = (work: string, date: Day, eId?: string): string =>
  `${work}@${date}${eId === undefined ? '' : `#${eId}`}`;

/**
 * Reads what `textName` wrote.
 *
 * zhanfu-2020-68@2020-12-19#art_3 → { work: zhanfu-2020-68, version: 2020-12-19, eId: art_3 }
 */
export function readTextName(name: string): { work: string; version: Day; eId?: string } {
  const [text = '', eId] = name.split('#');
  const [work = '', version = ''] = text.split('@');
  return { work, version, ...(eId === undefined ? {} : { eId }) };
}
