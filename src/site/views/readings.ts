/** What particular texts hold, read once; cells of it as links to the provisions that say them. */
import { oncePer } from '../../domain/model/once.ts';
import type { Version, Work } from '../../domain/model.ts';
import { type Cell, type View, viewsOf } from '../../domain/views/index.ts';
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import type { Link } from './common.ts';

/** The views of a text; none for most. */
export const readings = oncePer(({ instrument, date }: Version): View[] =>
  viewsOf(instrument, date || undefined),
);

/** The one view of a kind that a text gives. */
export function reading<T extends View['type']>(
  version: Version | undefined,
  type: T,
): Extract<View, { type: T }> | undefined {
  const found = version && readings(version).find((view) => view.type === type);
  return found as Extract<View, { type: T }> | undefined;
}

/** Makes links of cells; `page` is the address of the text, empty on its own page. */
export function linker(page: string): (cell: Pick<Cell, 'text' | 'eId'>) => Link {
  return ({ text, eId }) => ({ text, href: eId ? `${page}#${eId}` : page || '#main' });
}

export interface Held<T extends View['type']> {
  work: Work;
  version: Version;
  address: string;
  view: Extract<View, { type: T }>;
}

/** The newest texts of the archive that give any view, the newest first. */
const viewed = oncePer((holdings: Holdings): Held<View['type']>[] =>
  Array.from(holdings.works.values())
    .flatMap((work) => {
      const version = presentText(holdings, work);
      if (!version) return [];
      const address = addressOf(holdings, version);
      return readings(version).map((view) => ({ work, version, address, view }));
    })
    .toSorted((a, b) => (a.version.date < b.version.date ? 1 : a.version.date > b.version.date ? -1 : 0)),
);

/** The newest texts of the archive that give one kind of view, the newest first. */
export function textsWith<T extends View['type']>(holdings: Holdings, type: T): Held<T>[] {
  return viewed(holdings).filter(({ view }) => view.type === type) as unknown as Held<T>[];
}
