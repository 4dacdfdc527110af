/** What the pages of status carry with them: the packed book, whole or in files, as text for a data block. */
import type { Day } from '../../domain/model.ts';
import { type NamedBook, statusBook } from '../../domain/status/desk/book.ts';
import { type PackedBook, packBook } from '../../domain/status/desk/pack.ts';
import type { BesideFile } from '../beside-pages.ts';
import type { Holdings } from '../holdings.ts';
import { fileUrl } from '../urls.ts';

/** A page carries at most this many characters of data; beyond that they are files. */
const most = 400_000;

/** The book of the whole archive. */
export function bookOf(holdings: Holdings): NamedBook {
  return statusBook(holdings.archive);
}

/** The horizon of the archive, where it is that of every text in it; texts that no issue prints may each have their own. */
export function commonHorizon({ archive }: Holdings): Day | undefined {
  const { horizon, works } = archive;
  const common = works.every((work) => work.versions.length === 0 || work.horizon === horizon);
  return common ? horizon : undefined;
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
  /** Files beside the page; none for an archive that the page can carry. */
  files: BesideFile[];
}

/** Where they stand in the published folder. */
export const dataFolder = 'status/data/';

/** The packed book for the desk and the register. */
export function dataFiles(holdings: Holdings): DataFiles {
  const packed = packBook(bookOf(holdings));
  const whole = blockJson(packed);
  if (whole.length <= most) return { block: whole, files: [] };
  return split(packed);
}

function split({ names, shards }: PackedBook): DataFiles {
  const file = (name: string, data: unknown): BesideFile => ({
    path: `${dataFolder}${name}.json`,
    body: JSON.stringify(data),
  });
  return {
    block: blockJson({ at: fileUrl(dataFolder) }),
    files: [file('names', names), ...shards.map((shard, i) => file(`events-${i}`, shard))],
  };
}
