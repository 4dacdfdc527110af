/** From a place of a text to the page of the file that it was taken from. */
import type { Original, Place, Provision, Version } from '../../domain/model.ts';
import type { Source } from '../holdings.ts';
import { originalUrl } from '../urls.ts';
import type { Link } from './common.ts';

/** Provisions with which pages of an original begin: each has its page, and so have those after it up to the next. */
export interface OriginalPages {
  /** Address of the file. */
  href: string;
  /** All its pages on which the text stands. */
  all: number[];
  /** By provision, in reading order: the page of the file on which it begins. */
  pages: [eId: string, page: number][];
}

type Start = Pick<Place, 'line' | 'column'>;

const isUpTo = (place: Start, at: Start): boolean =>
  place.line < at.line || (place.line === at.line && place.column <= at.column);

/** `gazette.md` line 120 → 原件第3页, with its address; undefined where the text came from no file. */
export function originalLink(source: Source, at: Start): Link | undefined {
  const found = originalAt(source, at);
  if (!found) return undefined;
  const { href, page } = found;
  return page === undefined
    ? { text: '原件', href }
    : { text: `原件第${page}页`, href: `${href}#page=${page}` };
}

function originalAt({ issue, originals }: Source, at: Start): { href: string; page?: number } | undefined {
  const original = originals.findLast(({ line }) => line <= at.line);
  if (!original || issue === undefined) return undefined;
  const name = original.path.slice(original.path.lastIndexOf('/') + 1);
  return { href: originalUrl(issue, name), page: pageAt(original, at) };
}

function pageAt({ pages }: Original, at: Start): number | undefined {
  return pages.findLast(({ line, column = 1 }) => line !== undefined && isUpTo({ line, column }, at))?.page;
}

/**
 * Where the pages of the originals begin in a text that is held as printed; empty for any other.
 *
 * 第一条 to 第三条 on page 2 of a.pdf, 第四条 on page 3 → [{ href: /originals/…/a.pdf, all: [2, 3], pages: [[art_1, 2], [art_4, 3]] }]
 */
export function originalPages(source: Source, { origin, instrument }: Version): OriginalPages[] {
  if (origin !== 'published' || source.originals.length === 0) return [];
  const out: OriginalPages[] = [];
  const visit = ({ eId, position, children }: Provision): void => {
    const found = originalAt(source, position.start);
    if (found?.page !== undefined) {
      if (out.at(-1)?.href !== found.href) out.push({ href: found.href, all: [], pages: [] });
      const { all, pages } = out.at(-1)!;
      if (pages.at(-1)?.[1] !== found.page) pages.push([eId, found.page]);
      const last = originalAt(source, position.end)!.page ?? found.page;
      for (let page = all.at(-1) ?? found.page - 1; page < last; ) all.push(++page);
    }
    children.forEach(visit);
  };
  instrument.provisions.forEach(visit);
  for (const annex of instrument.annexes) annex.provisions.forEach(visit);
  return out;
}
