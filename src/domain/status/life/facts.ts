/** What the events of one work say of its life, put in order; the ground on which a state is judged. */
import type { Day, LegalEvent } from '../../model.ts';
import type { StatusWork } from '../status-work.ts';

/** A dated text of a work. */
export interface TextStart {
  /** The day that names the version. */
  version: Day;
  /** First day on which it is the text; `latest` where methods differ. */
  date: Day;
  latest?: Day;
  events: LegalEvent[];
  /** False where the archive knows of the text only that it was made. */
  held: boolean;
}

/** True where no text prints the day from which a text applies, and that of its making stands for it. */
export function isInferred({ events }: TextStart): boolean {
  return events.length > 0 && events.every(({ inferred }) => inferred);
}

/** An event that has a day. */
export type Dated = LegalEvent & { date: Day };

export interface Facts {
  /** Events that bear witness to its beginning, earliest first. */
  births: Dated[];
  adopted?: Dated;
  /** Promulgated or issued, the earlier. */
  published?: Dated;
  commenced?: Dated;
  /** A commencement clause whose day the archive cannot tell. */
  unfixed?: LegalEvent;
  /** Only the year of its beginning is known. */
  year?: { value: string; event: LegalEvent };
  repealed?: Dated;
  /** Its application is stopped for a time, and goes on again. */
  suspended: Dated[];
  resumed: Dated[];
  /** All that tells of the repeal on that day: the clause, the row of the list, the clause that sets the day. */
  repeals: Dated[];
  /** A repeal of which it cannot be told whether it means this document. */
  doubtfulRepeal?: LegalEvent;
  /** A repeal whose day the archive cannot tell. */
  undatedRepeal?: LegalEvent;
  expires?: Dated;
  /** Ends of single texts, where a work was issued anew: by their own terms, and by repeal. */
  textEnds: { expires: Dated[]; repealed: Dated[] };
  /** It ends with an event whose day the archive cannot tell. */
  awaited?: LegalEvent;
  /** Another text prolongs it, and until when the archive cannot tell. */
  openEnd?: LegalEvent;
  executed?: Dated;
  periodEnds?: Dated;
  /** First text, then each amended one, by day. */
  texts: TextStart[];
  amended: Dated[];
  /** Amendments whose start the archive cannot tell: their texts bind on no day that is known. */
  pending: LegalEvent[];
  cited: LegalEvent[];
  /** Words about its force that no rule understands, and that nothing later outdates. */
  unclear: LegalEvent[];
  /** Lists that name it as still in force. */
  confirmed: Dated[];
  /** What treats it as in force after its repeal, or after the end that it sets itself. */
  affirmed?: Dated;
  /** Parts that are repealed or lapse, or that commence on a day of their own. */
  parts: LegalEvent[];
  /** True where the archive holds or issues the text itself: some event is told by the work. */
  own: boolean;
  /** Latest day of which the archive's texts inform about this work. */
  known: Day;
  /** Files that could not be read: nothing is known not to stand in them. */
  unread: readonly string[];
}

/** Facts of a work; events of other works are passed over. */
export function factsOf(work: StatusWork, all: readonly LegalEvent[]): Facts {
  const byKind = new Map<LegalEvent['kind'], Dated[]>();
  const facts: Facts = {
    births: [],
    repeals: [],
    texts: [],
    amended: [],
    pending: [],
    cited: [],
    confirmed: [],
    unclear: [],
    parts: [],
    suspended: [],
    resumed: [],
    own: work.versions.length > 0,
    textEnds: { expires: [], repealed: [] },
    known: '',
    unread: work.unread ?? [],
  };
  let unfixed: LegalEvent | undefined;
  let approximate: LegalEvent | undefined;
  for (const event of all) {
    if (event.subject !== work.id) continue;
    if (event.doubt !== undefined) {
      if (event.kind === 'repealed' && event.scope === undefined) facts.doubtfulRepeal ??= event;
      else if (changesForce.has(event.kind) && event.scope === undefined) facts.unclear.push(event);
      continue;
    }
    if (event.scope !== undefined) {
      if (ofParts.has(event.kind)) facts.parts.push(event);
      continue;
    }
    const { kind, evidence } = event;
    if (evidence.instrument === work.id || evidence.instrument === work.carriedBy) facts.own = true;
    if (event.approximate !== undefined) approximate ??= event;
    if (kind === 'cited') facts.cited.push(event);
    if (kind === 'unclear') facts.unclear.push(event);
    if ((kind === 'expires' || kind === 'repealed') && event.version !== undefined) {
      if (isDated(event)) facts.textEnds[kind].push(event);
    } else if (isDated(event)) {
      const list = byKind.get(kind);
      if (list) list.push(event);
      else byKind.set(kind, [event]);
    } else if (kind === 'expires' && event.by !== undefined) facts.openEnd ??= event;
    else if (kind === 'expires' && event.awaits !== undefined) facts.awaited ??= event;
    else if (kind === 'amended') facts.pending.push(event);
    else if (kind === 'commenced') unfixed ??= event;
    else if (kind === 'repealed') facts.undatedRepeal ??= event;
    const told = tellsOfItsDay.has(kind) ? event.date : event.version;
    if (told !== undefined && told > facts.known) facts.known = told;
  }
  // A computed text tells of no day beyond those of the texts it is computed from.
  for (const { date, origin = 'published' } of work.versions) {
    if (origin === 'published' && date > facts.known) facts.known = date;
  }
  const of = (kind: LegalEvent['kind']): Dated[] => byKind.get(kind)?.sort(byDay) ?? [];
  facts.births = [...of('adopted'), ...of('promulgated'), ...of('issued')].sort(byDay);
  facts.amended = of('amended').map(notBeforeMade).sort(byDay);
  facts.confirmed = of('confirmed');
  const repealed = of('repealed');
  facts.suspended = of('suspended');
  facts.resumed = of('resumed');
  facts.repeals = repealed.filter(({ date }) => date === repealed[0]!.date);
  const periodEnds = of('period-ends').at(-1);
  // A later text may extend the validity: the last end counts.
  const expires = of('expires').reduce<Dated | undefined>(laterEnd, undefined);
  const commenced = of('commenced').find(({ version }) => version === undefined);
  const published = facts.births.find(({ kind }) => kind !== 'adopted');
  const [adopted] = of('adopted');
  const [executed] = of('executed');
  if (adopted) facts.adopted = adopted;
  if (published) facts.published = published;
  if (commenced) facts.commenced = commenced;
  else if (unfixed) facts.unfixed = unfixed;
  if (repealed[0]) facts.repealed = repealed[0];
  if (expires) facts.expires = expires;
  if (executed) facts.executed = executed;
  if (periodEnds) facts.periodEnds = periodEnds;
  const first = published ?? adopted ?? commenced;
  if (approximate && !first) facts.year = { value: approximate.approximate!, event: approximate };
  const end = facts.repealed?.date ?? expires?.date;
  const affirmed = end === undefined ? undefined : affirmedAfter(end, [...facts.confirmed, ...facts.amended]);
  if (affirmed) facts.affirmed = affirmed;
  facts.unclear = facts.unclear.filter(
    ({ date = '' }) => affirmedAfter(date, [...facts.confirmed, ...facts.amended]) === undefined,
  );
  facts.texts = textsOf(work, first, facts);
  return facts;
}

/** The first text made after a document's end that confirms or amends it. */
export function affirmedAfter(end: Day, events: readonly LegalEvent[]): Dated | undefined {
  return events.filter(isDated).find(({ kind, subject, date, version = date, evidence }) => {
    if (kind !== 'confirmed' && kind !== 'amended') return false;
    return evidence.instrument !== subject && version > end;
  });
}

/** Of which it must be known whose they are, before anything is said of the force of either. */
const changesForce: ReadonlySet<LegalEvent['kind']> = new Set(['amended', 'suspended', 'expires', 'unclear']);

/** What can be told of a part alone. */
const ofParts: ReadonlySet<LegalEvent['kind']> = new Set([
  'commenced',
  'repealed',
  'expires',
  'suspended',
  'resumed',
  'unclear',
]);

function laterEnd(one: Dated | undefined, other: Dated): Dated {
  return !one || (one.latest ?? one.date) < (other.latest ?? other.date) ? other : one;
}

/** Events that happened on their day; the days of others are computed, and may lie beyond what the archive knows. */
const tellsOfItsDay: ReadonlySet<LegalEvent['kind']> = new Set([
  'adopted',
  'promulgated',
  'issued',
  'republished',
  'confirmed',
]);

export function isDated(event: LegalEvent): event is Dated {
  return event.date !== undefined;
}

/** An amendment that a decision sets back has changed no text before the decision was made. */
function notBeforeMade(event: Dated): Dated {
  const { version, date, subject, evidence } = event;
  const setBack = version !== undefined && version > date && evidence.instrument !== subject;
  return setBack ? { ...event, date: version } : event;
}

function byDay(a: Dated, b: Dated): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** The day that names the text an amendment made: that of its promulgation, or where the text is computed, of its commencement. */
function heldAs({ versions }: StatusWork, { version, date }: Dated): Day {
  const named = version ?? date;
  const held = (day: Day) => versions.some((each) => each.date === day);
  return !held(named) && held(date) ? date : named;
}

/**
 * The day that names the first text. A text filed under a day later than that of its promulgation is the first one where
 * it had not yet begun by then and nothing amended it before; one filed under a day after its start may be a later one.
 */
function firstHeld({ versions }: StatusWork, { date }: Dated, { amended, commenced }: TextsOf): Day {
  const held = versions.find((version) => version.date !== '')?.date;
  if (held === undefined || held <= date) return date;
  if (commenced && held > (commenced.latest ?? commenced.date)) return date;
  return amended.some((event) => (event.version ?? event.date) <= held || event.date <= held) ? date : held;
}

type TextsOf = Pick<Facts, 'amended' | 'pending' | 'commenced'>;

/** The texts of a work by the day from which each applies; held texts that no event tells of are taken in. */
function textsOf(work: StatusWork, first: Dated | undefined, facts: TextsOf): TextStart[] {
  const { amended, pending } = facts;
  const texts: Omit<TextStart, 'held'>[] = [];
  if (first) texts.push({ version: firstHeld(work, first, facts), date: first.date, events: [] });
  for (const event of amended) {
    const version = heldAs(work, event);
    const same = texts.find((text) => text.version === version || text.date === event.date);
    if (same && same.date === first?.date && same.version === first.date && event.date > same.date) {
      texts.push({
        version,
        date: event.date,
        ...(event.latest ? { latest: event.latest } : {}),
        events: [event],
      });
    } else if (same) {
      same.events.push(event);
    } else {
      texts.push({
        version,
        date: event.date,
        ...(event.latest ? { latest: event.latest } : {}),
        events: [event],
      });
    }
  }
  for (const { date } of work.versions) {
    if (date === '' || texts.some((text) => text.version === date || text.date === date)) continue;
    if (pending.some(({ version }) => version === date) && !amended.some(({ version }) => version === date))
      continue;
    texts.push({ version: date, date, events: [] });
  }
  const held = new Set(work.versions.map(({ date }) => date));
  return texts
    .map((text) => ({ ...text, held: held.has(text.version) }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
