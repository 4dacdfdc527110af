/**
 * State of a work, or of one of its texts, on a day. Pure; days of China's calendar; intervals are half open.
 *
 * Three questions are kept apart: which text, in force or not, and how it is known. After the horizon an open-ended
 * text is unknown; what its own words settle (an end, a period) is still told; a repeal stays a repeal.
 */
import type { Day, Evidence, LegalEvent, Status } from '../model.ts';
import { addDays, isDay } from '../text/dates.ts';
import { type Facts, factsOf } from './facts.ts';
import { horizonOf, judge, type Verdict } from './judge.ts';
import { reasons } from './reasons.ts';
import type { StatusWork } from './status-work.ts';

/**
 * State of a work on a day.
 * @param events the events of the work (those of other works are passed over)
 * @param day `YYYY-MM-DD`; a day that does not exist gives `unknown` with that reason
 * @param horizon day up to which the archive informs about the work beyond its own texts; empty for none
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
  const known = horizonOf(facts, horizon);
  if (!isDay(day)) {
    const reason = reasons.badDay(day);
    return { state: 'unknown', basis: 'none', reason, evidence: [], at: day, horizon: known };
  }
  const life = lifeOf(facts, horizon, version);
  const stretch = life.findLast(({ since }) => since === undefined || since <= day)!;
  return { ...told(stretch, known), at: day };
}

/** A stretch of days with one answer: from `since` (absent: from ever) until before `until` (absent: for ever). */
export interface Span extends Omit<Status, 'at' | 'since' | 'until'> {
  since?: Day;
  until?: Day;
}

/** Every stretch of a work's life (or of one of its texts), in order, without gaps. */
export function spansOf(
  work: StatusWork,
  events: readonly LegalEvent[],
  horizon: Day,
  version?: Day,
): readonly Span[] {
  const facts = factsOf(work, events);
  const known = horizonOf(facts, horizon);
  return lifeOf(facts, horizon, version).map((stretch) => told(stretch, known));
}

interface Stretch {
  verdict: Verdict;
  since?: Day;
  until?: Day;
}

function told({ verdict, since, until }: Stretch, horizon: Day): Span {
  const { state, basis, version, reason, events } = verdict;
  return {
    state,
    basis,
    reason: reason(),
    evidence: evidenceOf(events),
    horizon,
    ...(version === undefined ? {} : { version }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function evidenceOf(events: Verdict['events']): Evidence[] {
  const evidence: Evidence[] = [];
  for (const event of events) {
    if (!event) continue;
    const { instrument, text } = event.evidence;
    const same = evidence.some((one) => one.instrument === instrument && one.text === text);
    if (!same) evidence.push(event.evidence);
  }
  return evidence;
}

/** A day before every event. */
const dawn = '0001-01-01';

function lifeOf(facts: Facts, horizon: Day, version: Day | undefined): Stretch[] {
  const life: Stretch[] = [{ verdict: judge(facts, dawn, horizon, version) }];
  for (const day of breakpoints(facts, horizon)) {
    const verdict = judge(facts, day, horizon, version);
    const last = life.at(-1)!;
    if (sameAnswer(last.verdict, verdict)) continue;
    last.until = day;
    life.push({ verdict, since: day });
  }
  return life;
}

function sameAnswer(a: Verdict, b: Verdict): boolean {
  return a.state === b.state && a.basis === b.basis && a.version === b.version && a.rule === b.rule;
}

/** Days on which an answer may change, in order. */
function breakpoints(facts: Facts, archiveHorizon: Day): Day[] {
  const horizon = horizonOf(facts, archiveHorizon);
  const { commenced, texts, amended, year, textEnds } = facts;
  const days: Day[] = [];
  const add = (day: Day | undefined) => {
    if (day !== undefined && !days.includes(day)) days.push(day);
  };
  const ofTexts = [...textEnds.expires, ...textEnds.repealed];
  for (const event of [
    commenced,
    facts.repealed,
    facts.suspended,
    facts.expires,
    facts.executed,
    facts.periodEnds,
    ...facts.births,
    ...amended,
    ...facts.confirmed,
    ...facts.parts,
    ...ofTexts,
  ]) {
    add(event?.date);
    add(event?.latest);
  }
  for (const { version, date, latest } of texts) {
    add(version);
    add(date);
    add(latest);
  }
  if (year) {
    add(`${year.value}-01-01`);
    add(`${Number(year.value) + 1}-01-01`);
  }
  if (horizon !== '') add(dayAfter(horizon));
  for (const event of [commenced, ...amended]) {
    if (event && event.date > horizon) add(addDays(event.latest ?? event.date, 1));
  }
  return days.sort();
}

let after: [Day, Day] = ['', ''];

/** The day after a horizon; remembered, since ten thousand works have the same. */
function dayAfter(day: Day): Day {
  if (after[0] !== day) after = [day, addDays(day, 1)];
  return after[1];
}
