/**
 * The one form of a citation, as Chinese legal writing has it (法学引注手册): title, number and text, place.
 *
 * `《某市网约车管理规定》（某市人民政府令第3号，2018年12月31日文本）第六条第三项`
 */
import type { Day, InstrumentKind, Version, Work } from '../model.ts';
import { inMarks, isGivenBy, parseDocumentNumber } from '../names/index.ts';
import { formatDay } from '../text/calendar.ts';
import { placeNames } from './place-names.ts';

export interface CitationParts {
  title: string;
  kind?: InstrumentKind;
  number?: string;
  /** Day of the text; empty where it is not known. */
  date?: Day;
  /** Name of the place; empty for the whole text. */
  place?: string;
}

/** Parts → the citation. An order has its number for a title, and no title marks. */
export function formatCitation({ title, kind, number, date, place = '' }: CitationParts): string {
  const order = kind === 'order';
  const named = order ? title : inMarks(title);
  const told = [order ? undefined : number, date ? `${formatDay(date)}文本` : undefined].filter(Boolean);
  return `${named}${told.length > 0 ? `（${told.join('，')}）` : ''}${place}`;
}

/**
 * The citation of a place of a text.
 * @param works finds the text that carries this one, for its number
 * @param eId empty for the whole text
 */
export function citationOf(version: Version, work: Work, works: ReadonlyMap<string, Work>, eId = ''): string {
  const { instrument, date } = version;
  return formatCitation({
    title: instrument.title || work.title,
    kind: work.kind,
    number: numberOf(version, work, works),
    date,
    place: eId === '' ? '' : (placeNames(instrument).nameOf(eId) ?? ''),
  });
}

/**
 * The number that a text is cited by: of its promulgating order, its own, or that of the document it was issued with.
 * Never that of an order which only amended it.
 */
function numberOf(version: Version, work: Work, works: ReadonlyMap<string, Work>): string | undefined {
  const { instrument, madeBy, origin } = version;
  const events = instrument.caption?.events ?? [];
  const order = events.find(
    ({ event, by }) => event === 'promulgated' && parseDocumentNumber(by)?.scheme === 'order',
  );
  if (order) return order.by;
  const own = instrument.documentNumber ?? work.documentNumber;
  const parts = parseDocumentNumber(own ?? '');
  // 令第7号 alone says nothing without who gave it.
  const unnamed = parts !== undefined && isGivenBy(parts) && parts.organ === '';
  if (own !== undefined) return unnamed ? (instrument.issuer ?? work.issuer ?? '') + own : own;
  const amended =
    madeBy !== undefined || origin !== 'published' || events.some(({ event }) => event === 'amended');
  const carrier = amended ? undefined : works.get(instrument.carriedBy ?? '');
  if (carrier?.documentNumber === undefined) return undefined;
  return carrier.kind === 'order' ? carrier.title : carrier.documentNumber;
}
