/**
 * The ledger of numbers: what of each 代字 and year the archive holds, only knows by name, does not know, and has twice.
 *
 * 某府〔2020〕1号, 3号, 3号 of another text → gap 2, 3 twice, next 4
 */
import type { Work } from '../model.ts';
import { type DocumentNumber, isGivenBy, keyOfNumber, parseDocumentNumber } from './document-number.ts';

/** What the ledger asks of a work. */
export type NumberedWork = Pick<
  Work,
  'id' | 'kind' | 'issuer' | 'documentNumber' | 'registryNumber' | 'carriedBy'
> & {
  versions: readonly { date: string; instrument: Pick<Work, 'documentNumber' | 'registryNumber'> }[];
};

/** A number, and the works that bear it. */
export interface LedgerEntry {
  number: number;
  /** As it is written: 某府〔2020〕3号. */
  printed: string;
  /** Work ids: of texts that are held, and of those that are only named. */
  held: readonly string[];
  named: readonly string[];
}

/** The numbers of one 代字 in one year; of orders, which are counted on, in all years. */
export interface LedgerSeries extends Pick<DocumentNumber, 'scheme' | 'organ' | 'year'> {
  /** In the order of their numbers. */
  entries: readonly LedgerEntry[];
  /** Numbers that no text bears, from 1 to the highest that is held; only where one is held. */
  gaps: readonly { from: number; to: number }[];
  /** Numbers that several texts bear, none of which prints the other. */
  duplicates: readonly LedgerEntry[];
  /** The number after the highest that is held; absent where none is. */
  next?: number;
}

/**
 * Series of all numbers that works bear, by 代字, the latest year of each first.
 *
 * A text without a number of its own that a cover prints has that of the cover: no duplicate. An order's number is also
 * that of the text which it promulgates, and counting begins anew with every office: two orders are duplicates only
 * where they were given in one year.
 */
export function ledgerOf(works: readonly NumberedWork[]): LedgerSeries[] {
  const series = new Map<string, Map<number, Bearer[]>>();
  const heads = new Map<string, DocumentNumber>();
  for (const work of works) {
    for (const parts of numbersOf(work)) {
      const key = seriesKey(parts);
      heads.set(key, heads.get(key) ?? parts);
      const numbers = series.get(key) ?? new Map<number, Bearer[]>();
      series.set(key, numbers);
      const bearers = numbers.get(parts.number) ?? [];
      numbers.set(parts.number, bearers);
      bearers.push({ work, printed: keyOfNumber(parts) });
    }
  }
  return Array.from(series, ([key, numbers]) => seriesOf(heads.get(key)!, numbers)).toSorted(
    (a, b) => compare(a.organ, b.organ) || compare(a.scheme, b.scheme) || (b.year ?? 0) - (a.year ?? 0),
  );
}

interface Bearer {
  work: NumberedWork;
  printed: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const seriesKey = ({ scheme, organ, year }: DocumentNumber): string => `${scheme} ${organ} ${year ?? ''}`;

/** Every number that a work has or had, each once; 令第7号 is counted by the body that gave it. */
function numbersOf({
  documentNumber,
  registryNumber,
  issuer = '',
  versions,
}: NumberedWork): DocumentNumber[] {
  const printed = versions.flatMap(({ instrument }) => [
    instrument.documentNumber,
    instrument.registryNumber,
  ]);
  const found = new Map<string, DocumentNumber>();
  for (const number of [documentNumber, registryNumber, ...printed]) {
    const parts = parseDocumentNumber(number ?? '');
    if (!parts) continue;
    const organ = parts.organ || (isGivenBy(parts) ? issuer : '');
    found.set(keyOfNumber({ ...parts, organ }), { ...parts, organ });
  }
  return Array.from(found.values());
}

function seriesOf({ scheme, organ, year }: DocumentNumber, numbers: Map<number, Bearer[]>): LedgerSeries {
  const entries = Array.from(numbers, ([number, bearers]): LedgerEntry => {
    const ids = (held: boolean): string[] =>
      bearers.filter(({ work }) => work.versions.length > 0 === held).map(({ work }) => work.id);
    return { number, printed: bearers[0]!.printed, held: ids(true), named: ids(false) };
  }).toSorted((a, b) => a.number - b.number);
  const highest = entries.findLast(({ held }) => held.length > 0)?.number;
  return {
    ...{ scheme, organ },
    ...(year === undefined ? {} : { year }),
    entries,
    gaps: highest === undefined ? [] : gapsUntil(highest, entries),
    duplicates: entries.filter(({ number }) => isTwice(numbers.get(number)!, scheme)),
    ...(highest === undefined ? {} : { next: highest + 1 }),
  };
}

function gapsUntil(highest: number, entries: readonly LedgerEntry[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let expected = 1;
  for (const { number } of entries) {
    if (number > highest) break;
    if (number > expected) gaps.push({ from: expected, to: number - 1 });
    expected = Math.max(expected, number + 1);
  }
  return gaps;
}

function isTwice(bearers: readonly Bearer[], scheme: DocumentNumber['scheme']): boolean {
  const held = bearers.map(({ work }) => work).filter(({ versions }) => versions.length > 0);
  const ids = new Set(held.map(({ id }) => id));
  const own = held.filter(({ carriedBy }) => carriedBy === undefined || !ids.has(carriedBy));
  if (scheme !== 'order') return own.length > 1;
  const years = own
    .filter(({ kind }) => kind === 'order')
    .map(({ versions }) => versions[0]!.date.slice(0, 4));
  return new Set(years).size < years.length;
}
