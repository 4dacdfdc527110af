/** The calendar as the page prints it: coming days first, then what has happened, parted at the horizon. */
import type { Day } from '../../domain/model.ts';
import { type CalendarEntry, type CalendarKind, calendarOf, partAt } from '../../domain/status/calendar.ts';
import { addDays } from '../../domain/text/calendar.ts';
import type { Holdings } from '../holdings.ts';
import { placeUrl, workUrl } from '../urls.ts';
import { dayWords, eitherDay, titleWords } from '../words.ts';
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

export function calendarView(holdings: Holdings): CalendarView {
  const book = bookOf(holdings);
  const { horizon } = book;
  const { coming, past } = partAt(calendarOf(book), horizon ? addDays(horizon, 1) : '');
  const years = new Map<string, CalendarRow[]>();
  for (const row of rowsOf(past)) {
    const year = row.first.slice(0, 4);
    const rows = years.get(year);
    if (rows) rows.push(row);
    else years.set(year, [row]);
  }
  return {
    horizon,
    horizonWords: horizon ? dayWords(horizon) : '',
    coming: rowsOf(coming),
    past: Array.from(years, ([year, rows]) => ({ year, rows })),
  };
}

/** One row for what happens to one work on one day. */
function rowsOf(entries: readonly CalendarEntry[]): CalendarRow[] {
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
