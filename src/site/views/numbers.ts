/** The ledger of numbers as its pages print it: by 代字, and of each its years. */
import { oncePer } from '../../domain/model/once.ts';
import { type LedgerEntry, type LedgerSeries, ledgerOf } from '../../domain/names/index.ts';
import { addressNames, type Holdings } from '../holdings.ts';
import { numberUrl, workUrl } from '../urls.ts';
import type { Link } from './common.ts';

const schemeWords: Record<LedgerSeries['scheme'], string> = {
  document: '',
  order: '令',
  announcement: '公告',
  circular: '通告',
  registry: '统一编号',
};

/** A year of a 代字: what is held, only named, not held, twice, and what comes next. */
export interface SeriesView {
  /** 2020年; empty for orders, which are counted on. */
  year: string;
  held: number;
  named: number;
  /** Numbers below the highest held that nothing bears: 第1–67号、第69号. */
  missing: string;
  twice: { number: string; works: Link[] }[];
  next: string;
}

export interface EntryRow {
  number: string;
  works: (Link & { held: boolean })[];
}

/** All of one 代字. */
export interface OrganView {
  id: string;
  name: string;
  href: string;
  held: number;
  named: number;
  missing: number;
  twice: number;
  years: SeriesView[];
  /** Every number, the latest years first. */
  entries: EntryRow[];
}

/** By 代字; those of which the archive holds most come first. */
export const numbersView = oncePer((holdings: Holdings): OrganView[] => {
  const byOrgan = Map.groupBy(ledgerOf(holdings.archive.works), nameOf);
  const ids = addressNames(Array.from(byOrgan.keys()));
  return Array.from(byOrgan, ([name, series]): OrganView => {
    const years = series.map((each) => seriesView(holdings, each));
    const sum = (of: (each: LedgerSeries) => number): number =>
      series.reduce((all, each) => all + of(each), 0);
    return {
      ...{ id: ids.get(name)!, name, href: numberUrl(ids.get(name)!), years },
      entries: series.flatMap(({ entries }) =>
        entries.map((entry) => ({ number: entry.printed, works: worksOf(holdings, entry) })),
      ),
      held: years.reduce((all, { held }) => all + held, 0),
      named: years.reduce((all, { named }) => all + named, 0),
      missing: sum(({ gaps }) => gaps.reduce((all, { from, to }) => all + to - from + 1, 0)),
      twice: sum(({ duplicates }) => duplicates.length),
    };
  }).toSorted((a, b) => b.held - a.held || (a.name < b.name ? -1 : 1));
});

const nameOf = ({ organ, scheme }: LedgerSeries): string =>
  `${organ || '（未写代字）'}${schemeWords[scheme]}`;

function seriesView(holdings: Holdings, { entries, gaps, duplicates, next, year }: LedgerSeries): SeriesView {
  return {
    year: year === undefined ? '' : `${year}年`,
    held: entries.filter(({ held }) => held.length > 0).length,
    named: entries.filter(({ held }) => held.length === 0).length,
    missing: gaps.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join('、'),
    twice: duplicates.map((entry) => ({
      number: entry.printed,
      works: worksOf(holdings, entry).filter(({ held }) => held),
    })),
    next: next === undefined ? '' : String(next),
  };
}

function worksOf({ works }: Holdings, { held, named }: LedgerEntry): EntryRow['works'] {
  return [...held, ...named].map((id) => ({
    ...{ text: works.get(id)?.title ?? id, href: workUrl(id), held: held.includes(id) },
  }));
}
