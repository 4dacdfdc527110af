/** What the events of one work say of its life, put in order; the ground on which a state is judged. */
import type { Day, LegalEvent } from '../model.ts';
import type { StatusWork } from './status-work.ts';

/** A dated text of a work. */
export interface TextStart {
  /** The day that names the version. */
  version: Day;
  /** First day on which it is the text; `latest` where methods differ. */
  date: Day;
  latest?: Day;
  events: LegalEvent[];
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
  /** All that tells of the repeal on that day: the clause, the row of the list, the clause that sets the day. */
  repeals: Dated[];
  /** A repeal whose day the archive cannot tell. */
  undatedRepeal?: LegalEvent;
  expires?: Dated;
  executed?: Dated;
  periodStarts?: Dated;
  periodEnds?: Dated;
  /** First text, then each amended one, by day. */
  texts: TextStart[];
  amended: Dated[];
  cited: LegalEvent[];
  /** True where the archive holds or issues the text itself: some event is told by the work. */
  own: boolean;
  /** Latest day of which the archive's texts inform about this work. */
  known: Day;
}

const cache = new WeakMap<readonly LegalEvent[], Map<string, Facts>>();

/** Facts of a work; kept as long as the list of events lives. */
export function factsOf(work: StatusWork, events: readonly LegalEvent[]): Facts {
  let byWork = cache.get(events);
  if (!byWork) {
    byWork = new Map();
    cache.set(events, byWork);
  }
  let facts = byWork.get(work.id);
  if (!facts) {
    facts = readFacts(work, events);
    byWork.set(work.id, facts);
  }
  return facts;
}

function readFacts(work: StatusWork, all: readonly LegalEvent[]): Facts {
  const whole = all.filter(({ subject, scope }) => subject === work.id && scope === undefined);
  const of = (...kinds: LegalEvent['kind'][]) =>
    whole
      .filter(({ kind }) => kinds.includes(kind))
      .filter(isDated)
      .toSorted(byDay);
  const births = of('adopted', 'promulgated', 'issued');
  const published = of('promulgated', 'issued')[0];
  const commenced = of('commenced').filter(({ version }) => version === undefined)[0];
  const unfixed = whole.find(({ kind, date }) => kind === 'commenced' && date === undefined);
  const dateless = whole.find(({ kind, date }) => kind === 'repealed' && date === undefined);
  const approximate = whole.find(({ approximate: year }) => year !== undefined);
  const amended = of('amended');
  const first = published ?? of('adopted')[0] ?? commenced;
  const optional = {
    adopted: of('adopted')[0],
    published,
    commenced,
    unfixed: commenced ? undefined : unfixed,
    year: approximate && !first ? { value: approximate.approximate!, event: approximate } : undefined,
    repealed: of('repealed')[0],
    undatedRepeal: dateless,
    // A later text may extend the validity: the last end counts.
    expires: of('expires').toSorted((a, b) => ((a.latest ?? a.date) < (b.latest ?? b.date) ? 1 : -1))[0],
    executed: of('executed')[0],
    periodStarts: of('period-starts')[0],
    periodEnds: of('period-ends').at(-1),
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  const own = whole.some(
    ({ evidence }) => evidence.instrument === work.id || evidence.instrument === work.carriedBy,
  );
  return {
    ...(present as Partial<Facts>),
    births,
    texts: textsOf(work, first, amended),
    amended,
    repeals: of('repealed').filter(({ date }, _i, [first]) => date === first?.date),
    cited: whole.filter(({ kind }) => kind === 'cited'),
    own: own || work.versions.length > 0,
    known: knownTo(work, whole),
  };
}

function isDated(event: LegalEvent): event is Dated {
  return event.date !== undefined;
}

function byDay(a: Dated, b: Dated): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** The texts of a work by the day from which each applies; held texts that no event tells of are taken in. */
function textsOf(work: StatusWork, first: Dated | undefined, amended: readonly Dated[]): TextStart[] {
  const texts: TextStart[] = [];
  if (first) texts.push({ version: first.date, date: first.date, events: [] });
  for (const event of amended) {
    const version = event.version ?? event.date;
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
    texts.push({ version: date, date, events: [] });
  }
  return texts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The last day on which a text of the archive was made that speaks of the work; rules computed for later do not count. */
function knownTo(work: StatusWork, events: readonly LegalEvent[]): Day {
  const days = [
    ...work.versions.map(({ date }) => date),
    ...events.flatMap(({ kind, date, version }) =>
      ['adopted', 'promulgated', 'issued', 'republished', 'cited'].includes(kind)
        ? [date ?? '']
        : [version ?? ''],
    ),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}
