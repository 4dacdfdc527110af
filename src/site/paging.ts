/** Long lists in pages: none of them grows with the archive. */
import { pageUrl } from './urls.ts';

/** A page of a list. */
export interface Page<T> {
  items: readonly T[];
  /** From 1, and of how many. */
  number: number;
  of: number;
  href: string;
  /** Address of the first page. */
  list: string;
}

/** Rows of a page of a list. */
export const pageSize = 200;

/**
 * The pages of a list; one, empty, for a list of nothing.
 * @param list address of its first page
 * @param weight how many rows an item takes; an item is not parted
 *
 * 450 rows at `/lists/year/2020/` → `/lists/year/2020/`, `/lists/year/2020/page/2/`, `…/page/3/`
 */
export function pagesOf<T>(
  items: readonly T[],
  list: string,
  weight: (item: T) => number = () => 1,
): Page<T>[] {
  const parts: T[][] = [[]];
  let room = pageSize;
  for (const item of items) {
    const rows = weight(item);
    if (rows > room && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = pageSize;
    }
    parts.at(-1)!.push(item);
    room -= rows;
  }
  return parts.map((part, i) => ({
    items: part,
    number: i + 1,
    of: parts.length,
    href: pageUrl(list, i + 1),
    list,
  }));
}

/** `number` as Astro takes it in the rest of a path: nothing for the first page. */
export const pageParam = ({ number }: Pick<Page<unknown>, 'number'>): string | undefined =>
  number === 1 ? undefined : `page/${number}`;

/** Pages that a pager names: the first, the last and those about this one. */
export function pagerNumbers({ number, of }: Pick<Page<unknown>, 'number' | 'of'>): number[] {
  return Array.from({ length: of }, (_, i) => i + 1).filter(
    (each) => each === 1 || each === of || Math.abs(each - number) <= 2,
  );
}
