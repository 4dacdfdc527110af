/** Addresses of search: of a hit, and of a search itself. All that a reader has chosen stands in the address. */
import type { Day, InstrumentKind, State } from '../../domain/model.ts';
import type { Filters, SearchHit, Sort } from '../../domain/search/types.ts';
import { isDay } from '../../domain/text/calendar.ts';
import { placeUrl, versionUrl, workUrl } from '../urls.ts';

/** Where a hit stands: the bare address of the work for its latest text, with the date for a replaced one. */
export function hitUrl({
  work,
  version,
  eId,
  past,
}: Pick<SearchHit, 'work' | 'version' | 'eId' | 'past'>): string {
  const dated = past ? version : undefined;
  if (eId !== '') return placeUrl(work, eId, dated);
  return dated === undefined ? workUrl(work) : versionUrl(work, dated);
}

/** Hits a page, and most of one document among them. */
export const perPage = 10;
export const perDocument = 3;

/** What the page shows: query, filters, order, number of hits. */
export interface Asked {
  query: string;
  filters: Filters;
  sort: Sort;
  /** The day whose texts are searched and for which states are told; absent: all texts, states of today. */
  at?: Day;
  /** Pages of hits shown, from 1. */
  pages: number;
}

/**
 * What a search is narrowed to: with a day in the address only to the texts of that day, as the law then stood.
 *
 * `?q=登记费&at=2019-06-01` → { on: '2019-06-01' }
 */
export function narrowedTo({ filters, at }: Pick<Asked, 'filters' | 'at'>): Filters {
  return at === undefined ? filters : { ...filters, on: at };
}

const sorts: ReadonlySet<string> = new Set<Sort>(['newest', 'oldest', 'document']);

/** Reads an address; what is not understood is left out. */
export function readAsked(parameters: URLSearchParams): Asked {
  const value = (name: string): string | undefined => parameters.get(name)?.slice(0, 200) || undefined;
  const text = value('text');
  const sort = value('sort');
  return {
    query: parameters.get('q') ?? '',
    filters: {
      ...(value('work') ? { work: value('work') } : {}),
      ...(value('kind') ? { kind: value('kind') as InstrumentKind } : {}),
      ...(value('issuer') ? { issuer: value('issuer') } : {}),
      ...(value('subject') ? { subject: value('subject') } : {}),
      ...(value('state') ? { state: value('state') as State } : {}),
      ...(value('year') ? { year: value('year') } : {}),
      ...(value('amended') === '1' ? { amended: true } : {}),
      ...(text === 'latest' || text === 'past' ? { text } : {}),
    },
    sort: sort !== undefined && sorts.has(sort) ? (sort as Sort) : 'relevance',
    ...(isDay(value('at') ?? '') ? { at: value('at') } : {}),
    pages: Math.min(50, Math.max(1, Number.parseInt(value('pages') ?? '1', 10) || 1)),
  };
}

/** Longest query that an address takes; a longer one is searched for, but not kept. */
const longestKept = 1000;

/** The address of a search, without its path: `?q=网约车&kind=rules`; empty where nothing is asked. */
export function writeAsked({ query, filters, sort, at, pages }: Asked): string {
  const parameters = new URLSearchParams();
  // Half a surrogate pair has no place in an address.
  if (query.trim() !== '') parameters.set('q', wellFormed(query.slice(0, longestKept)));
  for (const [name, value] of Object.entries(filters)) {
    if (value === true) parameters.set(name, '1');
    else if (typeof value === 'string') parameters.set(name, wellFormed(value));
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (at !== undefined) parameters.set('at', at);
  if (pages > 1) parameters.set('pages', String(pages));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
