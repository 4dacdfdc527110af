/**
 * What a review of the documents (清理) looks for: what ends soon, what has ended and is still relied on, and what
 * repeals left open.
 */
import type { Day, LegalEvent, LifeOfText, Reference, State, Stretch, Work } from '../../model.ts';
import { addDays } from '../../text/calendar.ts';
import { textOn } from '../life/life.ts';
import { type CalendarEntry, calendarOf, nextEndings } from './calendar.ts';

/** What the review asks of an archive. */
export interface Reviewed {
  works: readonly Work[];
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  lives: ReadonlyMap<string, LifeOfText>;
  references: readonly Reference[];
}

/** A document that has ended, and the places of documents in force that still refer to it. */
export interface StillCited {
  work: Work;
  /** Its state on the day of the review, from when and why. */
  ended: Stretch;
  /** The first reference of each place, in the order of the archive. */
  by: readonly Reference[];
}

/** A repeal of which something cannot be told. */
export interface OpenRepeal {
  work: Work;
  event: LegalEvent;
  /** Why, in Chinese. */
  reason: string;
}

export interface Review {
  day: Day;
  /** The last day that `ends` looks to. */
  until: Day;
  /** Soonest first. */
  ends: readonly CalendarEntry[];
  /** The most cited first. */
  cited: readonly StillCited[];
  open: readonly OpenRepeal[];
}

const ended: ReadonlySet<State> = new Set(['repealed', 'lapsed', 'period-over']);
const standing: ReadonlySet<State> = new Set(['in-force', 'published', 'adopted', 'not-yet', 'expiry-open']);

/** Days that a review looks ahead. */
const reviewDays = 90;

/**
 * The review of an archive on a day, usually its horizon.
 *
 * 办法 with 有效期 to 2021-02-28, asked on 2020-12-31 → among `ends` · 细则 in force that says 根据《甲办法》, which was
 * repealed → 甲办法 among `cited` · a repeal that names 《乙规定》, of which there are two → among `open`
 */
export function reviewOn(archive: Reviewed, day: Day): Review {
  const { works, events } = archive;
  const until = addDays(day, reviewDays);
  const after = addDays(day, 1);
  const ends = nextEndings(calendarOf({ works, events, horizon: day }), after);
  return {
    ...{ day, until },
    ends: ends.filter((entry) => entry.day <= until),
    cited: citedAfterEnd(archive, day),
    open: works.flatMap((work) => openRepeals(work, events.get(work.id) ?? [])),
  };
}

function citedAfterEnd({ works, lives, references, events }: Reviewed, day: Day): StillCited[] {
  const now = new Map(works.map((work) => [work.id, textOn(lives.get(work.id)!, day)]));
  const found = new Map<string, Map<string, Reference>>();
  for (const reference of references) {
    const { from, target } = reference;
    if (!target || target.work === from.work) continue;
    const citing = now.get(from.work);
    // Only the text of the day counts, and only where it still binds.
    if (!citing || !standing.has(citing.state) || citing.version !== from.version) continue;
    const about = now.get(target.work);
    if (!about || !ended.has(about.state)) continue;
    // That a decision names what it ends, or a text what it replaced, is no reliance on it.
    if (tells(events.get(target.work), from.work)) continue;
    const places = found.get(target.work) ?? new Map<string, Reference>();
    found.set(target.work, places);
    if (!places.has(`${from.work}#${from.eId}`)) places.set(`${from.work}#${from.eId}`, reference);
  }
  const byId = new Map(works.map((work) => [work.id, work]));
  return Array.from(found, ([id, places]) => ({
    work: byId.get(id)!,
    ended: now.get(id)!,
    by: Array.from(places.values()),
  })).toSorted((a, b) => b.by.length - a.by.length || (a.work.id < b.work.id ? -1 : 1));
}

/** True where a text tells of the end of another, or of its change. */
const tells = (events: readonly LegalEvent[] = [], teller: string): boolean =>
  events.some(({ kind, evidence }) => kind !== 'cited' && evidence.instrument === teller);

/** The same repeal is often told by several clauses: each reason once. */
function openRepeals(work: Work, events: readonly LegalEvent[]): OpenRepeal[] {
  const found = new Map<string, OpenRepeal>();
  for (const event of events) {
    const reason = event.kind === 'repealed' ? openness(event, work) : undefined;
    if (reason !== undefined) found.set(`${event.evidence.instrument} ${reason}`, { work, event, reason });
  }
  return Array.from(found.values());
}

function openness(
  { doubt, date, latest, awaits, scope, parts, rule }: LegalEvent,
  work: Work,
): string | undefined {
  if (doubt !== undefined) return doubt;
  if (date === undefined)
    return rule ?? (awaits ? `自《${awaits}》施行之日起，该日本库未载` : '废止日期本库未载');
  if (latest !== undefined && latest !== date) return rule ?? '废止日期不能确定到一日';
  const unplaced = scope !== undefined && work.versions.length > 0 && (parts ?? []).length === 0;
  return unplaced ? `所废止的“${scope}”在所收文本中没有找到` : undefined;
}
