/**
 * Stable ASCII ids: the same text gets the same id in every build, whatever else the archive holds.
 *
 * `湛府〔2020〕68号` → `zhanfu-2020-68` · `湛江市人民政府令第7号` → `zjsrmzfl-7`
 * `湛江市网络预约出租汽车经营服务管理暂行规定` → `zjswlyyczqcj-` + six characters from the whole title
 */
import { pinyin } from 'pinyin-pro';
import type { Day, Instrument } from '../model.ts';
import { addDays } from '../text/calendar.ts';
import { parseDocumentNumber } from './document-number.ts';

/** Longest run of initials in an id made from a title. */
const longestInitials = 12;

/** Id of an instrument from its number, else from its title. */
export function instrumentId(instrument: Pick<Instrument, 'title' | 'documentNumber' | 'kind'>): string {
  const { documentNumber, title, kind } = instrument;
  const parts = parseDocumentNumber(documentNumber ?? '');
  if (parts?.scheme === 'document' && parts.organ !== '')
    return `${syllables(parts.organ)}-${parts.year}-${parts.number}`;
  if (parts && kind === 'order') return `${initials(title.replace(/第\d+号$/, ''))}-${parts.number}`;
  return titleId(title);
}

/** Id of a text known by its title only. */
export function titleId(title: string): string {
  const letters = initials(title).slice(0, longestInitials);
  return letters === '' ? `text-${digest(title)}` : `${letters}-${digest(title)}`;
}

function syllables(words: string): string {
  return ascii(pinyin(words, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(''));
}

function initials(words: string): string {
  return ascii(
    pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(''),
  );
}

function ascii(words: string): string {
  return words
    .replace(/ü/g, 'v')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** Six letters and digits from all characters of a title, punctuation and spaces aside (FNV-1a, 32 bits). */
export function digest(words: string): string {
  let hash = 0x811c9dc5;
  for (const c of words.replace(/[\p{P}\p{S}\s]/gu, '')) {
    hash ^= c.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(6, '0').slice(-6);
}

/** Days between which a decision is adopted, approved and promulgated. */
const procedure = 92;

/** True for two days that can be those of the adoption and of the promulgation of one text. */
export function ofOneTime(one: Day, other: Day): boolean {
  const [first, last] = one < other ? [one, other] : [other, one];
  return last <= addDays(first, procedure);
}
