/**
 * Addresses that a mistyped one may have meant: those of works, in files that the page for what is missing fetches. A
 * small archive has one; a large one has them by the first character of the address.
 */
import type { BesideFile } from './beside-pages.ts';
import type { Holdings } from './holdings.ts';

/** Id and title. */
export type NamedAddress = [id: string, title: string];

/** Where they stand in the published folder. */
export const nearestFolder = 'nearest/';

/** Works in one file: some tens of kilobytes. */
const mostInOne = 1000;

const byFirst = (id: string): string => id.codePointAt(0)!.toString(16);

/** The name of the file that may hold a mistyped id. */
export const nearestFile = (id: string, parted: boolean): string =>
  `${nearestFolder}${parted ? byFirst(id) : 'works'}.json`;

/** True where the works are in several files. */
export const isParted = ({ works }: Holdings): boolean => works.size > mostInOne;

export function nearestFiles(holdings: Holdings): BesideFile[] {
  const parted = isParted(holdings);
  const named = Array.from(holdings.works.values(), ({ id, title }): NamedAddress => [id, title]);
  return Array.from(
    Map.groupBy(named, ([id]) => nearestFile(id, parted)),
    ([path, list]) => ({ path, body: JSON.stringify(list) }),
  );
}
