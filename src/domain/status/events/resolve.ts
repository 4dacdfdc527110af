/** Events of all works: each telling goes to the work it speaks of. */
import type { Day, LegalEvent, Work } from '../../model.ts';
import { type Mention, ofOneTime, parseDocumentNumber, type Register, titleKey } from '../../names/index.ts';
import { addDays, formatDay } from '../../text/calendar.ts';
import { type Period, periodEnd } from '../sentences/periods.ts';
import type { Finding } from './events.ts';
import { placed } from './named-parts.ts';
import type { NamedWorks, Telling } from './tellings.ts';

/**
 * Events of every work of the archive, by work id and day; works without events have an empty list.
 *
 * 2023-05-01 同时废止《乙办法》 in 甲办法 → 乙办法: repealed 2023-05-01, by 甲办法
 */
export function eventsOf({ works, register, tellings, foundings }: NamedWorks): Map<string, LegalEvent[]> {
  const events = new Map<string, Reckoned[]>(works.map((work) => [work.id, []]));
  const add = (id: string, event: Omit<Reckoned, 'subject'>) =>
    events.get(id)!.push({ ...event, subject: id });
  const isCited = ({ finding }: Telling): boolean => finding.kind === 'cited';
  for (const telling of [...tellings.filter((one) => !isCited(one)), ...tellings.filter(isCited)]) {
    const { finding, teller, version, subject } = telling;
    const { about, ...event } = finding;
    const by = teller.title;
    if ('unsure' in subject) for (const id of subject.unsure) add(id, { ...event, by, doubt: subject.doubt });
    else if (typeof about === 'string') add(teller.id, event);
    else if ('texts' in subject)
      for (const { date } of subject.texts) add(teller.id, { ...event, by, version: date });
    else {
      const { work: id, matched } = subject;
      add(id, { ...event, by, told: version.date, ...(matched ? { matched } : {}) });
      const work = register.works.get(id)!;
      if (work.versions.length === 0) events.get(id)!.push(...births(about, event, id, work.documentNumber));
    }
  }
  for (const work of works) for (const made of madeByOthers(work, register, events)) add(work.id, made);
  shareWithEnclosed(works, events, foundings);
  for (const list of events.values()) for (const event of list) meet(event, events, register);
  for (const list of events.values()) for (const event of list) forestall(event, events);
  for (const [id, list] of events)
    events.set(id, placed(settle(prolong(started(list))), register.works.get(id)));
  return events;
}

/** Amendments whose decision was carried out though none of its sentences was read as telling of them. */
function madeByOthers(
  { id, versions }: Work,
  register: Register<Work>,
  events: ReadonlyMap<string, readonly LegalEvent[]>,
): Omit<LegalEvent, 'subject'>[] {
  const told = events.get(id)!.filter(({ kind }) => kind === 'amended');
  return versions.flatMap(({ madeBy, date, operations = [] }) => {
    const decision = madeBy === undefined ? undefined : register.works.get(madeBy);
    if (!decision || told.some(({ evidence }) => evidence.instrument === decision.id)) return [];
    const { clauseId = '', instruction = decision.title } = operations[0] ?? {};
    const evidence = { instrument: decision.id, eId: clauseId, text: instruction };
    return [{ kind: 'amended', date, version: date, by: decision.title, evidence }];
  });
}

/** An event that may still have to be reckoned from another one of its subject. */
type Reckoned = LegalEvent & Pick<Finding, 'prolongs' | 'moves'> & { told?: Day };

/** What others say of a start counts where the text leaves it to them, and where they move it; the text's own gives way. */
function started(list: readonly Reckoned[]): Reckoned[] {
  const starts = list.filter(({ kind, version }) => kind === 'commenced' && version === undefined);
  const own = starts.filter(({ by }) => by === undefined);
  const left = new Set(starts);
  for (const other of starts.filter(({ by }) => by !== undefined)) {
    const peers = own.filter(({ scope }) => scope === other.scope);
    const replaced = other.moves ? peers : peers.filter(({ date }) => date === undefined);
    // Of a text that is not held, others tell the start where they agree on it.
    const told = starts.filter(({ scope, date }) => scope === other.scope && date !== other.date);
    if (replaced.length === 0 && (own.length > 0 || told.length > 0)) left.delete(other);
    for (const one of replaced) left.delete(one);
  }
  return list.filter((event) => !starts.includes(event) || left.has(event));
}

/** An amendment whose decision was itself repealed before it began never came to be. */
function forestall(event: Reckoned, events: ReadonlyMap<string, readonly Reckoned[]>): void {
  const { kind, date, subject, evidence } = event;
  if (kind !== 'amended' || date === undefined || evidence.instrument === subject) return;
  const ended = (events.get(evidence.instrument) ?? []).find(
    (one) => one.kind === 'repealed' && one.scope === undefined && !one.doubt && one.date && one.date <= date,
  );
  if (!ended) return;
  // The text that it would have made is named by the day from which it would have been one.
  event.version = date;
  event.rule = `该决定于${formatDay(ended.date!)}施行前被废止，未曾施行`;
  delete event.date;
  delete event.latest;
}

/**
 * 有效期延长三年: added to the latest end that was known on the day it was said.
 *
 * to 2019-12-31, 延长三年 of 2019, 延长二年 of 2022 → to 2022-12-31, then to 2024-12-31
 */
function prolong(list: readonly Reckoned[]): LegalEvent[] {
  const ends = list.filter(({ kind, date, prolongs }) => kind === 'expires' && date && !prolongs);
  const reckoned = new Map<Reckoned, Reckoned>();
  const turns = Map.groupBy(
    list.filter(({ prolongs }) => prolongs).toSorted((a, b) => (toldOn(a) < toldOn(b) ? -1 : 1)),
    toldOn,
  );
  for (const [day, events] of turns) {
    const known = ends.filter((end) => end.by === undefined || toldOn(end) <= day);
    const last = known.toSorted((a, b) => ((a.latest ?? a.date!) < (b.latest ?? b.date!) ? -1 : 1)).at(-1);
    const made = events.map((event) => reckon(event, last));
    for (const [i, event] of events.entries()) reckoned.set(event, made[i]!);
    ends.push(...made.filter(({ date }) => date));
  }
  return list.map((event) => {
    const { prolongs: _length, moves: _moves, told: _day, ...rest } = reckoned.get(event) ?? event;
    return rest;
  });
}

/** The day on which an end or an extension was told; empty where nobody says: before every day. */
function toldOn({ told = '' }: Reckoned): Day {
  return told;
}

/** An extension with the day to which it leads from an end, where that is known. */
function reckon(event: Reckoned, end: LegalEvent | undefined): Reckoned {
  const length = event.prolongs!;
  const [date, latest] = [end?.date, end?.latest].map((day) => day && dayAfter(day, length));
  if (!date) return event;
  const rule = `原至${formatDay(addDays(end!.date!, -1))}，延长${length.text}`;
  return { ...event, date, ...(latest ? { latest } : {}), rule };
}

/** First day without force → that day when a period is added to the last day before it. */
function dayAfter(end: Day, period: Period): Day | undefined {
  const last = periodEnd(addDays(end, -1), period)?.lastExcluded;
  return last && addDays(last, 1);
}

/** An event that comes with the commencement of another text takes its day from that, where the archive knows it. */
function meet(
  event: Reckoned,
  events: ReadonlyMap<string, readonly Reckoned[]>,
  register: Register<Work>,
): void {
  if (event.awaits === undefined || event.date !== undefined) return;
  const [work, ...more] = register.titled(event.awaits);
  const starts = (work && more.length === 0 ? (events.get(work.id) ?? []) : []).filter(
    ({ kind, scope, version, date }) =>
      kind === 'commenced' && scope === undefined && version === undefined && date !== undefined,
  );
  const [start] = starts;
  if (starts.length !== 1 || !start) return;
  event.date = start.date!;
  if (start.latest !== undefined) event.latest = start.latest;
  if (start.inferred) event.inferred = true;
  event.rule = `《${event.awaits}》自${formatDay(start.date!)}起施行`;
  delete event.awaits;
  delete event.earliest;
}

const sharedKinds: ReadonlySet<LegalEvent['kind']> = new Set([
  'repealed',
  'suspended',
  'resumed',
  'expires',
  'unclear',
]);

/** What ends or prolongs a cover ends or prolongs what was first issued with it: 《关于印发〈甲办法〉的通知》废止. */
function shareWithEnclosed(
  works: readonly Work[],
  events: ReadonlyMap<string, LegalEvent[]>,
  foundings: NamedWorks['foundings'],
): void {
  for (const cover of works) {
    if (cover.carries.length === 0) continue;
    const ends = (events.get(cover.id) ?? []).filter(
      ({ kind, by, scope }) => sharedKinds.has(kind) && by !== undefined && scope === undefined,
    );
    const issued = foundings.get(cover.id)?.toSorted()[0] ?? '';
    for (const id of ends.length > 0 ? cover.carries : []) {
      const born = foundings.get(id)?.toSorted()[0] ?? issued;
      if (born >= issued) events.get(id)?.push(...ends.map((event) => ({ ...event, subject: id })));
    }
  }
}

/** What a mention tells of the birth of a text that the archive does not hold: its day, or the year of its number. */
function births(
  about: Mention,
  event: Omit<LegalEvent, 'subject'>,
  subject: string,
  registered: string | undefined,
): LegalEvent[] {
  const base = { subject, evidence: event.evidence };
  if (about.date) return [{ ...base, kind: 'promulgated', date: about.date }];
  const year = about.year ?? (registered && parseDocumentNumber(registered)?.year);
  return year ? [{ ...base, kind: 'issued', approximate: String(year) }] : [];
}

/**
 * Sorts by day, drops what is said twice in the same words. Of one amendment the decision's own day stands before that
 * of the text's own clause, and that before the 题注's, which only tells when it was decided.
 */
function settle(events: LegalEvent[]): LegalEvent[] {
  const amended = events.filter(({ kind, scope }) => kind === 'amended' && !scope);
  const weight = ({ evidence, subject }: LegalEvent) =>
    evidence.instrument !== subject ? 2 : evidence.eId !== '' ? 1 : 0;
  const settled = events.map((event) => {
    if (event.kind !== 'amended' || event.scope) return event;
    const best = amended
      .filter((other) => other.version === event.version || sameDecision(other, event))
      .reduce((one, other) => (weight(other) > weight(one) ? other : one), event);
    const { date: _date, latest: _latest, inferred: _inferred, ...rest } = event;
    if (best === event || !best.date) return event;
    const { date, latest, inferred } = best;
    return { ...rest, date, ...(latest ? { latest } : {}), ...(inferred ? { inferred } : {}) };
  });
  const seen = new Set<string>();
  return settled
    .filter((event) => {
      const key = JSON.stringify([
        event.kind,
        event.date,
        event.approximate,
        event.scope,
        event.version,
        event.evidence,
      ]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) =>
      (a.date ?? a.approximate ?? '9') < (b.date ?? b.approximate ?? '9')
        ? -1
        : (a.date ?? a.approximate ?? '9') > (b.date ?? b.approximate ?? '9')
          ? 1
          : 0,
    );
}

/** 关于修改《甲办法》的决定 is made again with every amendment: of two of one title, those of one time are one. */
function sameDecision(one: LegalEvent, other: LegalEvent): boolean {
  if (!one.by || !other.by || !one.version || !other.version) return false;
  const [a, b] = [titleKey(one.by), titleKey(other.by)];
  return (a === b || a.endsWith(b) || b.endsWith(a)) && ofOneTime(one.version, other.version);
}
