/** Lists of the archive's texts: by year, issuing body, kind and 主题分类. Each is paged and complete without scripts. */
import { oncePer } from '../../domain/model/once.ts';
import type { Work } from '../../domain/model.ts';
import { bodiesOf } from '../../domain/names/index.ts';
import { addressNames, type Holdings } from '../holdings.ts';
import { type Page, pagesOf } from '../paging.ts';
import { issueUrl, listUrl, numbersUrl, reviewUrl, wayUrl } from '../urls.ts';
import type { Link } from './common.ts';
import { issueName, latestFirst, yearOfIssue } from './issue.ts';
import { namedWorks, newestFirst, type RegisterRow, registerRow, worksByKind } from './register.ts';
import { type DivisionView, divisionViews } from './terms-of-office.ts';

/** By what texts are listed, and what the lists are called. */
export const ways = { year: '年份', issuer: '机关', kind: '文种', theme: '主题分类' } as const;

export type Way = keyof typeof ways;

/** A list of works, all of them. */
export interface List {
  way: Way;
  /** In its address. */
  id: string;
  name: string;
  href: string;
  works: readonly Work[];
  /** The issues of a year. */
  issues: (Link & { texts: number })[];
}

/** A page of a list. */
export interface ListPage {
  list: Pick<List, 'way' | 'id' | 'name' | 'href'>;
  total: number;
  rows: Page<RegisterRow>;
  /** On the first page only: the issues of a year, the divisions of work of a body. */
  issues: List['issues'];
  divisions: DivisionView[];
}

/** Every list of an archive, by way; years from the latest on, the others the longest first. */
export const listsOf = oncePer((holdings: Holdings): List[] => [
  ...yearLists(holdings),
  ...grouped(holdings, 'issuer', ({ issuer }) => bodiesOf(issuer)),
  ...kindLists(holdings),
  ...grouped(holdings, 'theme', themesOf),
]);

const listOf = (way: Way, id: string, name: string, works: readonly Work[]): List => ({
  ...{ way, id, name, works, href: listUrl(way, id), issues: [] },
});

/** A work stands in every year from which the archive has a text of it. */
function yearLists(holdings: Holdings): List[] {
  const works = byKeys(newestFirst(holdings, heldWorks(holdings)), ({ versions }) =>
    versions.map(({ date }) => date.slice(0, 4)),
  );
  const issues = Map.groupBy(latestFirst(holdings), yearOfIssue);
  const years = new Set([...works.keys(), ...issues.keys()]);
  return Array.from(years)
    .filter((year) => year !== '')
    .toSorted()
    .toReversed()
    .map((year) => ({
      ...listOf('year', year, `${year}年`, works.get(year) ?? []),
      issues: (issues.get(year) ?? []).map((issue) => ({
        ...{ text: issueName(issue), href: issueUrl(issue.id), texts: issue.instruments.length },
      })),
    }));
}

function kindLists(holdings: Holdings): List[] {
  const named = namedWorks(holdings);
  return [
    ...worksByKind(holdings).map(({ kind, name, works }) => listOf('kind', kind, name, works)),
    ...(named.length > 0 ? [listOf('kind', 'named', '仅知其名', named)] : []),
  ];
}

function grouped(holdings: Holdings, way: Way, keysOf: (work: Work) => readonly string[]): List[] {
  const works = byKeys(newestFirst(holdings, heldWorks(holdings)), keysOf);
  const ids = addressNames(Array.from(works.keys()));
  return Array.from(works, ([name, list]) => listOf(way, ids.get(name)!, name, list)).toSorted(
    (a, b) => b.works.length - a.works.length || (a.name < b.name ? -1 : 1),
  );
}

const heldWorks = (holdings: Holdings): Work[] =>
  Array.from(holdings.works.values()).filter(({ versions }) => versions.length > 0);

/** 主题分类 as the pages of its texts print it; several are parted by ；. */
function themesOf({ versions }: Work): string[] {
  return versions
    .flatMap(({ instrument }) => instrument.pageFields ?? [])
    .filter(({ name }) => name === '主题分类')
    .flatMap(({ value }) => value.split(/[;；]/))
    .map((theme) => theme.trim())
    .filter(Boolean);
}

function byKeys(works: readonly Work[], keysOf: (work: Work) => readonly string[]): Map<string, Work[]> {
  const found = new Map<string, Work[]>();
  for (const work of works) {
    for (const key of new Set(keysOf(work))) {
      const list = found.get(key);
      if (list) list.push(work);
      else found.set(key, [work]);
    }
  }
  return found;
}

/** All pages of all lists. */
export function listPages(holdings: Holdings): ListPage[] {
  return listsOf(holdings).flatMap(({ works, issues, ...list }) =>
    pagesOf(works, list.href).map((page) => ({
      ...{ list, total: works.length },
      rows: { ...page, items: page.items.map((work) => registerRow(holdings, work)) },
      issues: page.number === 1 ? issues : [],
      divisions: page.number === 1 && list.way === 'issuer' ? divisionViews(holdings, list.name) : [],
    })),
  );
}

/** A way into the archive: its lists, each with how many texts it has. */
export interface WayView {
  id: Way;
  name: string;
  lists: Page<Link & { count: number }>;
}

/** Every way into the archive that leads somewhere; 文号 have a ledger of their own. */
export function waysView(holdings: Holdings): WayView[] {
  const all = listsOf(holdings);
  return (Object.keys(ways) as Way[]).flatMap((id) => {
    const own = all.filter(({ way }) => way === id);
    if (own.length === 0) return [];
    const links = own.map(({ name, href, works, issues }) => ({
      ...{ text: name, href, count: works.length || issues.length },
    }));
    return pagesOf(links, wayUrl(id)).map((lists) => ({ id, name: ways[id], lists }));
  });
}

/** Links to the ways, for the head of the register. */
export function wayLinks(holdings: Holdings): Link[] {
  const firsts = waysView(holdings).filter(({ lists }) => lists.number === 1);
  return [
    ...firsts.map(({ name, lists }) => ({ text: `按${name}`, href: lists.href })),
    { text: '按文号', href: numbersUrl() },
    { text: '清理', href: reviewUrl() },
  ];
}
