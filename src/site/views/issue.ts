/** An issue as printed: its contents with page numbers, and the texts inside each entry. */
import { oncePer } from '../../domain/model/once.ts';
import type { Issue, IssueEntry } from '../../domain/model.ts';
import { addressOf, type Holdings, type Source } from '../holdings.ts';
import type { Archive } from '../load.ts';
import { issueUrl, listUrl, sourceRepairsUrl } from '../urls.ts';
import { dayWords, kindName } from '../words.ts';
import type { Link } from './common.ts';

export interface EntryView {
  title: string;
  number?: string;
  page?: number;
  href?: string;
  /** Texts printed inside the entry's own: the decision and the rules inside an order. */
  inside: (Link & { kind: string })[];
}

export interface IssueView {
  id: string;
  name: string;
  href: string;
  sections: { name?: string; entries: EntryView[] }[];
  /** How many texts it holds. */
  texts: number;
  /** Texts that the printed contents do not list, and that stand in none of its entries. */
  unlisted: EntryView[];
  repairs?: Link;
  /** 总期号, 出版日期 and 主办, as the issue prints them. */
  masthead: string;
  /** First and last day of writing or promulgation in it. */
  days: string;
}

function textLink(holdings: Holdings, id: string): Link | undefined {
  const version = holdings.versions.get(id);
  const work = version && holdings.works.get(version.work);
  return work && { text: version.instrument.title, href: addressOf(holdings, version) };
}

function insideOf(holdings: Holdings, id: string): EntryView['inside'] {
  const instrument = holdings.versions.get(id)?.instrument;
  return (instrument?.carries ?? []).flatMap((inner) => {
    const link = textLink(holdings, inner);
    const held = holdings.versions.get(inner)?.instrument;
    if (!link || !held) return [];
    return [{ ...link, kind: kindName(held.kind, held.title) }, ...insideOf(holdings, inner)];
  });
}

/** A number that the title does not say already (令第7号). */
function numberBeside(title: string, number: string | undefined): string | undefined {
  return number && !title.replace(/\s/g, '').includes(number) ? number : undefined;
}

function entryView(holdings: Holdings, entry: IssueEntry): EntryView {
  return {
    title: entry.title,
    number: numberBeside(entry.title, entry.documentNumber),
    page: entry.page,
    href: entry.instrument && textLink(holdings, entry.instrument)?.href,
    inside: entry.instrument ? insideOf(holdings, entry.instrument) : [],
  };
}

/** Entries under the headings of the printed contents, in its order. */
function sectionsOf(holdings: Holdings, entries: IssueEntry[]): IssueView['sections'] {
  const sections: IssueView['sections'] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    const view = entryView(holdings, entry);
    if (last && last.name === entry.section) last.entries.push(view);
    else sections.push({ name: entry.section, entries: [view] });
  }
  return sections;
}

function daysOf(issue: Issue): string {
  const days = issue.instruments
    .filter(({ carriedBy }) => !carriedBy)
    .flatMap(({ dates }) => [dates.written, dates.promulgated])
    .filter((day) => day !== undefined)
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  return first === last ? dayWords(first) : `${dayWords(first)}至${dayWords(last)}`;
}

/** What an issue is called: as the archive says or its masthead; a number is not inferred from the folder's name. */
export function issueName({
  id,
  title,
  masthead,
}: Pick<Issue, 'id' | 'masthead'> & { title?: string }): string {
  const printed = masthead?.title && masthead.number ? `${masthead.title} ${masthead.number}` : undefined;
  return title ?? printed ?? `公报 ${id}`;
}

/** What the masthead says beyond the name: `总第86期，2023年4月5日出版，样洲市人民政府主办` */
function mastheadWords({ masthead }: Pick<Issue, 'masthead'>): string {
  if (!masthead) return '';
  const { total, published, supervisor, sponsor, issn, cn } = masthead;
  const words = [
    total,
    published && `${dayWords(published)}出版`,
    supervisor && `${supervisor}主管`,
    sponsor && `${sponsor}主办`,
    issn && `ISSN ${issn}`,
    cn && `CN ${cn}`,
  ];
  return words.filter((each) => each).join('，');
}

export function issueView(holdings: Holdings, issue: Archive['issues'][number]): IssueView {
  const listed = new Set(issue.entries.map((entry) => entry.instrument));
  const loose = issue.instruments.filter(({ id, carriedBy }) => !listed.has(id) && !carriedBy);
  const source = sourcesOf(holdings).get(issue.id);
  return {
    id: issue.id,
    name: issueName(issue),
    href: issueUrl(issue.id),
    sections: sectionsOf(holdings, issue.entries),
    texts: issue.instruments.length,
    unlisted: loose.map(({ id, title, documentNumber, pages }) => ({
      title,
      number: numberBeside(title, documentNumber),
      page: pages?.start,
      href: textLink(holdings, id)?.href,
      inside: insideOf(holdings, id),
    })),
    repairs: source && { text: '编校记录', href: sourceRepairsUrl(source.id) },
    masthead: mastheadWords(issue),
    days: daysOf(issue),
  };
}

/** Source files by the issue that they are the text of. */
const sourcesOf = oncePer(
  ({ sources }: Holdings): ReadonlyMap<string, Source> =>
    new Map(Array.from(sources.values()).flatMap((one) => (one.issue ? [[one.issue, one]] : []))),
);

/** The issues of an archive, the latest first. */
export const latestFirst = ({ archive }: Holdings): Archive['issues'] =>
  archive.issues.toSorted((a, b) => compare(b.horizon, a.horizon) || compare(b.id, a.id));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The year that an issue is one of: as its masthead numbers it, else that of the last day that it reflects. */
export function yearOfIssue({ masthead, horizon }: Archive['issues'][number]): string {
  return /^(\d{4})年/.exec(masthead?.number ?? '')?.[1] ?? horizon.slice(0, 4);
}

/** Issues that the page of issues prints with their contents; the rest stands by year. */
const printed = 12;

export interface IssuesView {
  latest: IssueView[];
  /** All years, the latest first. */
  years: (Link & { count: number })[];
  total: number;
}

export function issuesView(holdings: Holdings): IssuesView {
  const all = latestFirst(holdings);
  const years = Array.from(Map.groupBy(all, yearOfIssue), ([year, issues]) => ({
    ...{ text: `${year}年`, href: listUrl('year', year), count: issues.length },
  }));
  return {
    latest: all.slice(0, printed).map((issue) => issueView(holdings, issue)),
    years: years.toSorted((a, b) => compare(b.text, a.text)),
    total: all.length,
  };
}
