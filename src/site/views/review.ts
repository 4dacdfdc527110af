/** The report of 清理 as its page prints it: what ends soon, what has ended and is still relied on, what is left open. */
import { oncePer } from '../../domain/model/once.ts';
import type { Reference } from '../../domain/model.ts';
import { type Review, reviewOn } from '../../domain/status/calendar/review.ts';
import { addressOf, type Holdings } from '../holdings.ts';
import { type Page, pagesOf } from '../paging.ts';
import { placeOfReference } from '../references/cited.ts';
import { type CalendarRow, calendarRows } from '../status/calendar-view.ts';
import { titleWords } from '../title-words.ts';
import { reviewUrl, workUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Link } from './common.ts';
import { evidenceLink } from './state.ts';

/** A document that has ended, and who still relies on it. */
export interface CitedRow {
  title: Link;
  reason: string;
  places: number;
  by: { title: Link; places: Link[] }[];
}

/** A repeal of which something cannot be told. */
export interface OpenRow {
  title: Link;
  reason: string;
  /** The words that repeal, where they stand. */
  evidence: Link;
}

export type ReviewItem =
  | { part: 'ends'; row: CalendarRow }
  | { part: 'cited'; row: CitedRow }
  | { part: 'open'; row: OpenRow };

export interface ReviewView {
  /** Empty for an archive that tells no day. */
  day: string;
  until: string;
  counts: Record<ReviewItem['part'], number>;
  items: Page<ReviewItem>;
}

/** Places of one citing text that are named. */
const mostPlaces = 8;

/** The review of an archive on its horizon. */
export const reviewOf = oncePer(({ archive }: Holdings): Review | undefined =>
  archive.horizon ? reviewOn(archive, archive.horizon) : undefined,
);

/** The pages of the report. */
export function reviewPages(holdings: Holdings): ReviewView[] {
  const review = reviewOf(holdings);
  const items: ReviewItem[] = review
    ? [
        ...calendarRows(review.ends).map((row): ReviewItem => ({ part: 'ends', row })),
        ...review.cited.map((one): ReviewItem => ({ part: 'cited', row: citedRow(holdings, one) })),
        ...review.open.map((one): ReviewItem => ({ part: 'open', row: openRow(holdings, one) })),
      ]
    : [];
  const counts = { ends: 0, cited: 0, open: 0 };
  for (const { part } of items) counts[part]++;
  const weight = (item: ReviewItem): number => (item.part === 'cited' ? item.row.by.length + 1 : 1);
  return pagesOf(items, reviewUrl(), weight).map((page) => ({
    day: review ? dayWords(review.day) : '',
    until: review ? dayWords(review.until) : '',
    counts,
    items: page,
  }));
}

function citedRow(holdings: Holdings, { work, ended, by }: Review['cited'][number]): CitedRow {
  return {
    title: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
    reason: ended.reason,
    places: by.length,
    by: Array.from(Map.groupBy(by, ({ from }) => from.work).values(), (group) => citing(holdings, group)),
  };
}

function citing(holdings: Holdings, references: readonly Reference[]): CitedRow['by'][number] {
  const { from } = references[0]!;
  const work = holdings.works.get(from.work)!;
  const version = work.versions.find(({ date }) => date === from.version)!;
  return {
    title: { text: titleWords(work.title, work.kind), href: addressOf(holdings, version) },
    places: references.slice(0, mostPlaces).flatMap((one) => placeOfReference(holdings, one) ?? []),
  };
}

function openRow(holdings: Holdings, { work, event, reason }: Review['open'][number]): OpenRow {
  const { evidence } = event;
  const link = evidenceLink(holdings, evidence);
  return {
    title: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
    reason,
    evidence: { text: evidence.text, href: link?.href ?? workUrl(evidence.instrument) },
  };
}
