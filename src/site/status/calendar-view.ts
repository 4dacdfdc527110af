/** The calendar as its pages print it: coming days first, then what has happened, parted at the horizon. */
import { oncePer } from '../../domain/model/once.ts';
import type { Day } from '../../domain/model.ts';
import {
  type CalendarEntry,
  type CalendarKind,
  calendarOf,
  partAt,
} from '../../domain/status/calendar/calendar.ts';
import { addDays } from '../../domain/text/calendar.ts';
import type { Holdings } from '../holdings.ts';
import { type Page, pagesOf } from '../paging.ts';
import { titleWords } from '../title-words.ts';
import { calendarYearUrl, placeUrl, workUrl } from '../urls.ts';
import type { Link } from '../views/common.ts';
import { dayWords, eitherDay } from '../words.ts';
import { bookOf } from './data.ts';
import { evidenceWords } from './words.ts';

export interface CalendarRow {
  /** Day by which the row belongs to the past: the last of its days. */
  last: Day;
  first: Day;
  days: string;
  /** What happens on that day: 公布、施行. */
  kinds: { kind: CalendarKind; word: string; tone: string }[];
  title: string;
  href: string;
  /** By whom, and the words that say so. */
  by?: string;
  evidence: { text: string; href: string }[];
  rule?: string;
}

export interface CalendarView {
  horizon: Day;
  horizonWords: string;
  coming: CalendarRow[];
  /** Newest first, by year. */
  past: { year: string; rows: CalendarRow[] }[];
  /** Pages of the years, where the first page has no room for all; the latest year first. */
  years: (Link & { count: number })[];
}

/** A page of one year of a calendar that is too long for one page. */
export interface CalendarYear {
  year: string;
  page: Page<CalendarRow>;
}

const tones: Record<CalendarKind, string> = {
  公布: 'past',
  施行: 'good',
  修改: 'open',
  届满: 'past',
  规划期满: 'past',
  废止: 'bad',
  失效: 'bad',
  暂停: 'open',
  恢复: 'good',
  过渡期满: 'past',
};

const order = Object.keys(tones) as CalendarKind[];

const partsOf = oncePer((holdings: Holdings): { coming: CalendarRow[]; past: CalendarRow[] } => {
  const book = bookOf(holdings);
  const { horizon } = book;
  const { coming, past } = partAt(calendarOf(book), horizon ? addDays(horizon, 1) : '');
  return { coming: calendarRows(coming), past: calendarRows(past) };
});

/** What the first page has room for: the next days, and the last ones. */
const printed = { coming: 100, past: 200 };

const yearOf = ({ first }: CalendarRow): string => first.slice(0, 4);

export function calendarView(holdings: Holdings): CalendarView {
  const { coming, past } = partsOf(holdings);
  const horizon = holdings.archive.horizon ?? '';
  const years = Map.groupBy(past.slice(0, printed.past), yearOf);
  const left = coming.length > printed.coming || past.length > printed.past;
  return {
    horizon,
    horizonWords: horizon ? dayWords(horizon) : '',
    coming: coming.slice(0, printed.coming),
    past: Array.from(years, ([year, rows]) => ({ year, rows })),
    years: left
      ? byYear(holdings).map(([year, { length }]) => ({
          ...{ text: `${year}年`, href: calendarYearUrl(year), count: length },
        }))
      : [],
  };
}

/** All rows by year, the latest first; oldest first within a year. */
function byYear(holdings: Holdings): [string, CalendarRow[]][] {
  const { coming, past } = partsOf(holdings);
  const years = Map.groupBy([...past.toReversed(), ...coming], yearOf);
  return Array.from(years).toSorted(([a], [b]) => (a < b ? 1 : -1));
}

/** Pages of the years, where the first page has no room for all. */
export function calendarYears(holdings: Holdings): CalendarYear[] {
  if (calendarView(holdings).years.length === 0) return [];
  return byYear(holdings).flatMap(([year, rows]) =>
    pagesOf(rows, calendarYearUrl(year)).map((page) => ({ year, page })),
  );
}

/** One row for what happens to one work on one day. */
export function calendarRows(entries: readonly CalendarEntry[]): CalendarRow[] {
  const rows = new Map<string, CalendarRow>();
  for (const entry of entries) {
    const key = `${entry.day} ${entry.latest ?? ''} ${entry.work.id}`;
    const row = rowOf(entry);
    const same = rows.get(key);
    if (!same) {
      rows.set(key, row);
      continue;
    }
    same.kinds.push(...row.kinds);
    same.kinds.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    for (const one of row.evidence) {
      if (!same.evidence.some(({ text }) => text === one.text)) same.evidence.push(one);
    }
    if (row.by) same.by = row.by;
  }
  return Array.from(rows.values());
}

/** 施行 · 推定施行, where no text states the day · 第三条施行, where only that begins. */
function kindWords({ kind, inferred, scope = '' }: CalendarEntry): string {
  return `${scope}${inferred && kind === '施行' ? '推定' : ''}${kind}`;
}

function rowOf(entry: CalendarEntry): CalendarRow {
  const { day, latest, kind, work, evidence, rule, by, inferred } = entry;
  const { instrument, eId, text } = evidence;
  const href = eId ? placeUrl(instrument, eId) : workUrl(instrument);
  return {
    first: day,
    last: latest ?? day,
    days: eitherDay(day, latest),
    kinds: [{ kind, word: kindWords(entry), tone: tones[kind] }],
    title: titleWords(work.title),
    href: workUrl(work.id),
    // That it was issued on its date needs no proof by the date.
    evidence: text.startsWith(dayWords(day)) && eId === '' ? [] : [{ text: evidenceWords(text, eId), href }],
    ...(by ? { by: titleWords(by) } : {}),
    ...(rule && (latest || inferred) ? { rule } : {}),
  };
}
