/**
 * The base order of search: the order of ids, and so the order of hits that nothing else tells apart.
 *
 * Whole documents stand before their provisions (shortest title first: the one that most nearly is what was typed),
 * texts of today before replaced ones, laws before the notices that mention them, new before old.
 */
import type { InstrumentKind } from '../model.ts';
import type { SearchDocument, SearchVersion } from './types.ts';

const ranks: Readonly<Record<InstrumentKind, number>> = {
  law: 0,
  regulation: 1,
  rules: 2,
  measures: 2,
  interpretation: 2,
  amendment: 3,
  decision: 3,
  order: 4,
  plan: 5,
  opinions: 5,
  notice: 5,
  letter: 5,
  announcement: 5,
  other: 6,
};

/** 0 for laws, which stand before what mentions them; 6 at most. */
export const kindRank = (kind: InstrumentKind): number => ranks[kind];

function compareVersions(a: SearchVersion, b: SearchVersion): number {
  return (
    a.standing - b.standing ||
    ranks[a.kind] - ranks[b.kind] ||
    compare(b.date, a.date) ||
    compare(a.work, b.work)
  );
}

function compareTitles(a: SearchVersion, b: SearchVersion): number {
  return (
    Number(a.standing === 2) - Number(b.standing === 2) ||
    a.title.length - b.title.length ||
    compareVersions(a, b)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Documents by base order; those of one version stay together and keep their order. */
export function baseOrder(documents: readonly SearchDocument[]): SearchDocument[] {
  const provisions = new Map<SearchVersion, SearchDocument[]>();
  const titles: SearchDocument[] = [];
  for (const document of documents) {
    const own = provisions.get(document.version);
    if (document.type === 'title') titles.push(document);
    else if (own) own.push(document);
    else provisions.set(document.version, [document]);
  }
  titles.sort((a, b) => compareTitles(a.version, b.version));
  const versions = [...provisions.keys()].sort(compareVersions);
  const isPast = ({ standing }: SearchVersion): boolean => standing === 2;
  const bodies = (past: boolean): SearchDocument[] =>
    versions.filter((version) => isPast(version) === past).flatMap((version) => provisions.get(version)!);
  return [
    ...titles.filter(({ version }) => !isPast(version)),
    ...bodies(false),
    ...titles.filter(({ version }) => isPast(version)),
    ...bodies(true),
  ];
}
