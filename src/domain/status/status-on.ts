/**
 * State of a work, or of one of its texts, on a day. Pure; days of China's calendar; intervals are half open.
 *
 * Three questions are kept apart: which text, in force or not, and how it is known. After the horizon an open-ended
 * text is unknown; what its own words settle (an end, a period) is still told; a repeal stays a repeal.
 */
import type { Basis, Day, Evidence, LegalEvent, State, Status } from '../model.ts';
import { addDays, isDay } from '../text/dates.ts';
import { type Dated, type Facts, factsOf, type TextStart } from './facts.ts';
import { reasons } from './reasons.ts';
import type { StatusWork } from './status-work.ts';

/** A judgement without the days between which it holds. */
interface Verdict {
  state: State;
  basis: Basis;
  reason: string;
  events: readonly (LegalEvent | undefined)[];
  version?: Day;
}

interface Question {
  facts: Facts;
  day: Day;
  /** Day up to which the archive informs about this work. */
  horizon: Day;
}

/**
 * State of a work on a day.
 * @param events the events of the work (those of other works are passed over)
 * @param day `YYYY-MM-DD`; a day that does not exist gives `unknown` with that reason
 * @param horizon day up to which the archive has looked
 * @param version ask for this text of the work, not for the work
 *
 * 办法, 有效期2年 from 2020-12-31, horizon 2020-12-31 → 2022-12-30 in-force (own-terms), 2022-12-31 expiry-open,
 * 2023-01-01 lapsed (own-terms)
 */
export function statusOn(
  work: StatusWork,
  events: readonly LegalEvent[],
  day: Day,
  horizon: Day,
  version?: Day,
): Status {
  const facts = factsOf(work, events);
  if (!isDay(day)) return plain({ ...unknown(reasons.badDay(day), []), at: day, horizon });
  const verdict = judge(facts, day, horizon, version);
  const { since, until } = bounds(facts, day, horizon, version, verdict);
  return plain({ ...verdict, at: day, horizon, ...(since ? { since } : {}), ...(until ? { until } : {}) });
}

function plain({ events, ...rest }: Verdict & { at: Day; horizon: Day; since?: Day; until?: Day }): Status {
  const evidence: Evidence[] = [];
  for (const event of events) {
    if (!event) continue;
    const same = evidence.some(
      (one) => one.instrument === event.evidence.instrument && one.text === event.evidence.text,
    );
    if (!same) evidence.push(event.evidence);
  }
  return { ...rest, evidence };
}

function unknown(reason: string, events: Verdict['events'], version?: Day): Verdict {
  return { state: 'unknown', basis: 'none', reason, events, ...(version ? { version } : {}) };
}

function judge(facts: Facts, day: Day, archiveHorizon: Day, version?: Day): Verdict {
  const horizon = facts.known > archiveHorizon ? facts.known : archiveHorizon;
  const question = { facts, day, horizon };
  return version === undefined ? ofWork(question) : ofVersion(question, version);
}

function ofVersion(question: Question, version: Day): Verdict {
  const { facts, day } = question;
  const i = facts.texts.findIndex((text) => text.version === version || text.date === version);
  const text = facts.texts[i];
  if (!text) return unknown(reasons.noVersion(version, facts), []);
  const next = facts.texts[i + 1];
  const named = { version: text.version };
  if (i > 0 && day < text.version) {
    const birth = { ...text.events[0]!, date: text.version } as Dated;
    return {
      state: 'not-yet',
      basis: 'stated',
      reason: reasons.notYet(birth, '方有此文本'),
      events: text.events,
      ...named,
    };
  }
  if (i > 0 && day < text.date) {
    const start = { ...text.events[0]!, date: text.date } as Dated;
    const events = text.events;
    return { state: 'published', basis: 'stated', reason: reasons.published(facts, start), events, ...named };
  }
  if (next && day >= next.date) {
    return {
      state: 'superseded',
      basis: 'stated',
      reason: reasons.superseded(next),
      events: next.events,
      ...named,
    };
  }
  return { ...ofWork(question), ...named };
}

/** The last rule whose time has come decides; ends before beginnings. */
function ofWork(question: Question): Verdict {
  const end = ended(question);
  const text = end && !end.version ? textOn(question.facts, question.day) : undefined;
  if (end) return text ? { ...end, version: text.version } : end;
  return running(question) ?? beginning(question);
}

function ended({ facts, day }: Question): Verdict | undefined {
  const { repealed, expires, executed, periodEnds, undatedRepeal } = facts;
  if (repealed && day >= repealed.date) return repeal(repealed, facts.repeals, day);
  if (undatedRepeal && facts.births.length === 0 && !facts.commenced) {
    return unknown(reasons.undatedRepeal(undatedRepeal.by, undatedRepeal.rule), [undatedRepeal]);
  }
  if (expires && day >= expires.date) {
    if (expires.latest && day < expires.latest) {
      return {
        state: 'expiry-open',
        basis: 'own-terms',
        reason: reasons.expiryOpen(expires),
        events: [expires],
      };
    }
    return { state: 'lapsed', basis: 'own-terms', reason: reasons.lapsed(expires), events: [expires] };
  }
  if (executed && day >= executed.date) {
    const events = [executed, facts.commenced];
    return {
      state: 'executed',
      basis: 'stated',
      reason: reasons.executed(executed),
      events,
      version: textOn(facts, day)?.version ?? executed.date,
    };
  }
  if (periodEnds && day >= periodEnds.date) {
    return {
      state: 'period-over',
      basis: 'own-terms',
      reason: reasons.periodOver(periodEnds),
      events: [periodEnds],
    };
  }
  return undefined;
}

function repeal(event: Dated, all: readonly Dated[], day: Day): Verdict {
  if (event.latest && day < event.latest) return unknown(reasons.startOpen(event), [event]);
  const voided = event.verb === '失效';
  return {
    state: voided ? 'lapsed' : 'repealed',
    basis: 'stated',
    reason: voided ? reasons.voided(event) : reasons.repealed(event),
    events: all,
  };
}

function running(question: Question): Verdict | undefined {
  const { facts, day } = question;
  const start = facts.commenced;
  if (start) {
    if (day < start.date) return undefined;
    if (start.latest && day < start.latest)
      return unknown(reasons.startOpen(start), [start, facts.published]);
    return started(question, start);
  }
  return witnessed(question);
}

/** After its commencement and before any end. */
function started({ facts, day, horizon }: Question, start: Dated): Verdict {
  const text = textOn(facts, day);
  const version = text ? { version: text.version } : {};
  const events = [start, ...(text?.events ?? [])];
  if (day <= horizon) {
    const basis = start.inferred ? 'inferred' : 'stated';
    return {
      state: 'in-force',
      basis,
      reason: reasons.inForce(facts, start, text, horizon),
      events,
      ...version,
    };
  }
  const end = facts.expires ?? facts.periodEnds;
  if (end) {
    return {
      state: 'in-force',
      basis: 'own-terms',
      reason: reasons.ownTerms(facts, start, end, horizon),
      events: [...events, end],
      ...version,
    };
  }
  if (start.date > horizon && day === (start.latest ?? start.date)) {
    return {
      state: 'in-force',
      basis: 'own-terms',
      reason: reasons.firstDay(start, horizon),
      events,
      ...version,
    };
  }
  return unknown(reasons.beyond(facts, horizon, text), events, text?.version);
}

/** No commencement is known: what others say of the text, by repealing or amending it. */
function witnessed({ facts, day, horizon }: Question): Verdict | undefined {
  const amended = facts.amended.findLast(({ date }) => date <= day);
  if (amended) {
    const version = { version: amended.version ?? amended.date };
    if (day > horizon) return unknown(reasons.beyond(facts, horizon, undefined), [amended], version.version);
    return {
      state: 'in-force',
      basis: 'inferred',
      reason: reasons.amendedElsewhere(amended),
      events: [amended],
      ...version,
    };
  }
  if (facts.unfixed && facts.births.some(({ date }) => date <= day)) {
    return unknown(reasons.unfixed(facts.unfixed.rule), [facts.unfixed, ...facts.births]);
  }
  if (!facts.repealed) return undefined;
  const born = facts.births[0]?.date ?? (facts.year ? `${Number(facts.year.value) + 1}-01-01` : undefined);
  if (born === undefined || day < born) return undefined;
  return {
    state: 'in-force',
    basis: 'inferred',
    reason: reasons.beforeRepeal(facts.repealed),
    events: [...facts.repeals, facts.births[0] ?? facts.year?.event],
  };
}

function beginning({ facts, day }: Question): Verdict {
  const { adopted, published, commenced, year, repealed } = facts;
  const onlyNamed = !facts.own && !repealed && facts.amended.length === 0;
  if (onlyNamed) return unknown(reasons.citedOnly(facts), facts.cited);
  if (published && day >= published.date && commenced) {
    return {
      state: 'published',
      basis: 'stated',
      reason: reasons.published(facts, commenced),
      events: [published, commenced],
      version: published.date,
    };
  }
  if (adopted && day >= adopted.date) {
    if (!commenced && !published) return unknown(reasons.unfixed(facts.unfixed?.rule), [adopted]);
    return {
      state: 'adopted',
      basis: 'stated',
      reason: reasons.adopted(facts),
      events: [adopted, published, commenced],
    };
  }
  const first = facts.births[0] ?? commenced;
  if (first && day < first.date) {
    return {
      state: 'not-yet',
      basis: 'stated',
      reason: reasons.notYet(first, birthWord(first)),
      events: [first],
    };
  }
  if (year && day < `${year.value}-01-01`) {
    return {
      state: 'not-yet',
      basis: 'inferred',
      reason: reasons.notYetByYear(year.value),
      events: [year.event],
    };
  }
  if (year && repealed) return unknown(reasons.yearOnly(year.value), [year.event, repealed]);
  if (repealed) return unknown(reasons.beforeRepealUnknown(repealed), [repealed]);
  const later = facts.amended[0];
  if (later) return unknown(reasons.beforeAmended(later), [later]);
  return unknown(facts.unfixed ? reasons.unfixed(facts.unfixed.rule) : reasons.nothing(), [facts.unfixed]);
}

const birthWords: Partial<Record<LegalEvent['kind'], string>> = {
  adopted: '通过',
  promulgated: '公布',
  issued: '成文',
  commenced: '施行',
};

function birthWord({ kind }: LegalEvent): string {
  return birthWords[kind] ?? '产生';
}

/** The text of a work on a day: the last that has begun, else the first. */
function textOn(facts: Facts, day: Day): TextStart | undefined {
  return facts.texts.findLast(({ date }) => date <= day) ?? facts.texts[0];
}

/** A stretch of days with one answer: from `since` (absent: from ever) until before `until` (absent: for ever). */
export interface Span extends Omit<Status, 'at' | 'since' | 'until'> {
  since?: Day;
  until?: Day;
}

/** Every stretch of a work's life, in order, without gaps. */
export function spansOf(
  work: StatusWork,
  events: readonly LegalEvent[],
  horizon: Day,
  version?: Day,
): Span[] {
  const facts = factsOf(work, events);
  const spans: Span[] = [];
  for (const day of ['0001-01-01', ...breakpoints(facts, horizon)]) {
    const { at: _at, ...status } = plain({ ...judge(facts, day, horizon, version), at: day, horizon });
    const last = spans.at(-1);
    if (last && sameAnswer(last, status)) continue;
    if (last) last.until = day;
    spans.push(day === '0001-01-01' ? status : { ...status, since: day });
  }
  return spans;
}

type Said = Pick<Status, 'state' | 'basis' | 'version' | 'reason'>;

function sameAnswer(a: Said, b: Said): boolean {
  return a.state === b.state && a.basis === b.basis && a.version === b.version && a.reason === b.reason;
}

const breakCache = new WeakMap<Facts, Map<Day, Day[]>>();

/** Days on which an answer may change, in order. */
function breakpoints(facts: Facts, archiveHorizon: Day): Day[] {
  const cached = breakCache.get(facts)?.get(archiveHorizon);
  if (cached) return cached;
  const horizon = facts.known > archiveHorizon ? facts.known : archiveHorizon;
  const ends = [
    facts.commenced,
    facts.repealed,
    facts.expires,
    facts.executed,
    facts.periodEnds,
    ...facts.births,
  ];
  const days = new Set<Day>();
  for (const event of ends) {
    if (event) days.add(event.date).add(event.latest ?? event.date);
  }
  for (const text of facts.texts)
    days
      .add(text.version)
      .add(text.date)
      .add(text.latest ?? text.date);
  for (const event of facts.amended) days.add(event.date);
  if (facts.year) days.add(`${facts.year.value}-01-01`).add(`${Number(facts.year.value) + 1}-01-01`);
  if (isDay(horizon)) days.add(addDays(horizon, 1));
  if (facts.commenced && facts.commenced.date > horizon)
    days.add(addDays(facts.commenced.latest ?? facts.commenced.date, 1));
  const sorted = Array.from(days).filter(isDay).toSorted();
  const perFacts = breakCache.get(facts) ?? new Map<Day, Day[]>();
  perFacts.set(archiveHorizon, sorted);
  breakCache.set(facts, perFacts);
  return sorted;
}

function bounds(facts: Facts, day: Day, horizon: Day, version: Day | undefined, verdict: Verdict) {
  const days = breakpoints(facts, horizon);
  const same = (other: Day) => sameAnswer(judge(facts, other, horizon, version), verdict);
  let i = days.findLastIndex((point) => point <= day);
  let j = i + 1;
  while (i > 0 && same(days[i - 1]!)) i--;
  const open = i <= 0 && same('0001-01-01');
  while (j < days.length && same(days[j]!)) j++;
  const since = i < 0 || open ? undefined : days[i];
  return { since, until: days[j] };
}
