/** Past and coming events of all works in the order of days: what begins, lapses, ends, is repealed. */
import type { Day, EventKind, Evidence } from '../../model.ts';
import { addDays } from '../../text/calendar.ts';
import type { StatusBook } from '../desk/book.ts';
import { factsOf } from '../life/facts.ts';
import type { StatusWork } from '../status-work.ts';

export type CalendarKind =
  | '公布'
  | '施行'
  | '修改'
  | '届满'
  | '规划期满'
  | '废止'
  | '失效'
  | '暂停'
  | '恢复'
  | '过渡期满';

export interface CalendarEntry {
  /** First day of the new state; for an end the last day of the old one, as people name it. */
  day: Day;
  /** Where counting methods differ: the later day. */
  latest?: Day;
  kind: CalendarKind;
  work: Pick<StatusWork, 'id' | 'title' | 'documentNumber'>;
  evidence: Evidence;
  rule?: string;
  /** Title of the instrument that does it, where that is another. */
  by?: string;
  inferred?: boolean;
  /** The part of the work that alone begins or ends: 第三条. */
  scope?: string;
}

const kinds: Partial<Record<EventKind, { kind: CalendarKind; lastDay?: true }>> = {
  promulgated: { kind: '公布' },
  issued: { kind: '公布' },
  commenced: { kind: '施行' },
  amended: { kind: '修改' },
  expires: { kind: '届满', lastDay: true },
  'period-ends': { kind: '规划期满', lastDay: true },
  repealed: { kind: '废止' },
  suspended: { kind: '暂停' },
  resumed: { kind: '恢复' },
  'transition-ends': { kind: '过渡期满', lastDay: true },
};

const verbs: Readonly<Record<string, CalendarKind>> = { 失效: '失效' };

/**
 * All dated events of a book, oldest first; one entry for each work, part, kind and day.
 *
 * 有效期2年 from 2020-12-31 → 届满 2022-12-30, latest 2022-12-31
 */
export function calendarOf(book: StatusBook<StatusWork>): CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  for (const work of book.works) {
    const events = book.events.get(work.id) ?? [];
    const { executed } = factsOf(work, events);
    // What a cover encloses is published with it and stands here for both.
    if (executed && work.carries.length > 0) continue;
    const seen = new Set<string>();
    for (const event of events) {
      const shown = kinds[event.kind];
      if (!shown || !event.date) continue;
      // The repeal of an older text leaves the work in force.
      if (event.kind === 'repealed' && event.version !== undefined) continue;
      // A cover or an order begins and is spent on one day: its publication says so already.
      if (executed && event.kind === 'commenced') continue;
      const shift = shown.lastDay ? -1 : 0;
      const day = addDays(event.date, shift);
      const kind = (event.kind === 'repealed' && verbs[event.verb ?? '']) || shown.kind;
      const key = `${kind} ${day} ${event.scope ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { id, title, documentNumber } = work;
      entries.push({
        day,
        ...(event.latest && event.latest !== event.date ? { latest: addDays(event.latest, shift) } : {}),
        kind,
        work: { id, title, ...(documentNumber ? { documentNumber } : {}) },
        evidence: event.evidence,
        ...(event.rule ? { rule: event.rule } : {}),
        ...(event.by ? { by: event.by } : {}),
        ...(event.inferred ? { inferred: true } : {}),
        ...(event.scope === undefined ? {} : { scope: event.scope }),
      });
    }
  }
  return entries.sort((a, b) => (a.day === b.day ? compare(a.work.id, b.work.id) : compare(a.day, b.day)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Entries parted at a day: what has happened by then, newest first, and what is to come, soonest first. */
export function partAt(
  entries: readonly CalendarEntry[],
  day: Day,
): { past: CalendarEntry[]; coming: CalendarEntry[] } {
  const coming = entries.filter((entry) => (entry.latest ?? entry.day) >= day);
  const past = entries.filter((entry) => (entry.latest ?? entry.day) < day).toReversed();
  return { past, coming };
}

const endings: ReadonlySet<CalendarKind> = new Set(['届满', '规划期满']);

/** What lapses next, soonest first. */
export function nextEndings(entries: readonly CalendarEntry[], day: Day): CalendarEntry[] {
  return partAt(entries, day).coming.filter(({ kind }) => endings.has(kind));
}
