/** What the pages of status carry with them: the packed book, whole or in files, as text for a data block. */
import type { LegalEvent, Work } from '../../domain/model.ts';
import type { StatusBook } from '../../domain/status/book.ts';
import { type PackedBook, packBook } from '../../domain/status/pack.ts';
import type { Holdings } from '../holdings.ts';
import { fileUrl } from '../urls.ts';

/** A page carries at most this many characters of data; beyond that they are files. */
const most = 400_000;

/** The book of the whole archive. */
export function bookOf(holdings: Holdings): StatusBook {
  return {
    works: Array.from(holdings.works.values()),
    events: holdings.events,
    horizon: holdings.archive.horizon ?? '',
  };
}

/** The book of one work: its events, and the names of those who tell them. */
export function bookOfWork(holdings: Holdings, work: Work): StatusBook {
  const events = holdings.events.get(work.id) ?? [];
  const tellers = new Set(events.map(({ evidence }) => evidence.instrument));
  tellers.delete(work.id);
  const others = Array.from(tellers, (id) => holdings.works.get(id)).filter((other) => other !== undefined);
  return {
    works: [work, ...others],
    events: new Map<string, readonly LegalEvent[]>([[work.id, events]]),
    horizon: holdings.archive.horizon ?? '',
  };
}

/** JSON that may stand in a page: nothing in it ends the element or begins another. */
export function blockJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

export interface DataFiles {
  /** Text of the page's data block. */
  block: string;
  /** Files beside the page, by name; none for an archive that the page can carry. */
  files: Map<string, string>;
}

/** The packed book for the desk and the register. */
export function dataFiles(holdings: Holdings): DataFiles {
  const packed = packBook(bookOf(holdings));
  const whole = blockJson(packed);
  if (whole.length <= most) return { block: whole, files: new Map() };
  return split(packed);
}

function split({ names, shards }: PackedBook): DataFiles {
  const files = new Map([['names.json', JSON.stringify(names)]]);
  for (const [i, shard] of shards.entries()) files.set(`events-${i}.json`, JSON.stringify(shard));
  return { block: blockJson({ at: fileUrl('status/data/') }), files };
}
