/**
 * The life of a work: which text is its text on which day, in which state, and how that is known. The one place that is
 * asked for it; pages, citations, search and the desk read the same stretches.
 *
 * Three questions are kept apart: which text, in force or not, and how it is known. After the horizon an open-ended
 * text is unknown; what its own words settle (an end, a period) is still told; a repeal stays a repeal. Days are days of
 * China's calendar; stretches are half open.
 */
import type { Day, Evidence, LegalEvent, LifeOfText, Status, Stretch, Version, Work } from '../../model.ts';
import type { Register } from '../../names/index.ts';
import type { Library } from '../../references/index.ts';
import { addDays, isDay } from '../../text/calendar.ts';
import type { StatusWork } from '../status-work.ts';
import { type Facts, factsOf } from './facts.ts';
import { horizonOf, judge, type Verdict } from './judge.ts';
import { partsIn, partsOf } from './parts.ts';
import { reasons } from './reasons.ts';

/**
 * The life of a work, or of one of its texts.
 * @param events the events of the work (those of other works are passed over)
 * @param horizon day up to which the archive informs about the work beyond its own texts; empty for none
 * @param version ask for this text of the work, not for the work
 *
 * 办法 of 2020-01-01, amended from 2090-03-01 on → in-force, text of 2020-01-01, until the horizon; then unknown, the
 * same text; from 2090-03-01 on the amended text
 */
export function lifeOf(
  work: StatusWork,
  events: readonly LegalEvent[],
  horizon: Day,
  version?: Day,
): LifeOfText {
  const facts = factsOf(work, events);
  const tell = teller(work, facts);
  return verdictsOf(facts, horizon, version).map(tell);
}

/** Lives of all works of an archive, by work id. */
export function livesOf(
  works: readonly Work[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
): ReadonlyMap<string, LifeOfText> {
  return new Map(works.map((work) => [work.id, lifeOf(work, events.get(work.id) ?? [], work.horizon ?? '')]));
}

/**
 * The stretch in which a day lies: the only way to ask which text a work has on a day, and in which state.
 * @param day `YYYY-MM-DD`, a day that exists
 */
export function textOn(life: LifeOfText, day: Day): Stretch {
  return life.findLast(({ from }) => from === undefined || from <= day) ?? life[0]!;
}

/** What references and citations lead into: the works by their names, and the text that each has on a day by its life. */
export function libraryOf(archive: {
  register: Register<Work>;
  lives: ReadonlyMap<string, LifeOfText>;
}): Library {
  const { register, lives } = archive;
  return { register, textOn: (work, day) => heldOn(work, lives.get(work.id) ?? [], day) };
}

/** The text that a work has on a day by its life, where the archive holds it. */
export function heldOn(work: Work, life: LifeOfText, day: Day): Version | undefined {
  const version = textOn(life, day)?.version;
  return version === undefined ? undefined : work.versions.find(({ date }) => date === version);
}

/**
 * State of a work on a day, where its whole life is not at hand.
 * @param day a day that does not exist gives `unknown` with that reason
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
  const verdicts = verdictsOf(facts, horizon, version);
  const stretch = verdicts.findLast(({ from }) => from === undefined || from <= day)!;
  return { ...teller(work, facts)(stretch), at: day, horizon: known };
}

interface Judged {
  verdict: Verdict;
  from?: Day;
  until?: Day;
}

/** Puts judgements into words: what is said of parts and texts is found once for a life. */
function teller(work: StatusWork, facts: Facts): (judged: Judged) => Stretch {
  const parts = partsOf(facts);
  return ({ verdict, from, until }) => {
    const { state, basis, version, reason, events } = verdict;
    const days = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
    const own = partsIn(parts, { ...days, state });
    const doubts = work.versions.find(({ date }) => date === version)?.doubts ?? [];
    return {
      ...days,
      ...(version === undefined ? {} : { version }),
      state,
      basis,
      reason: reason(),
      evidence: evidenceOf(events),
      ...(own.length > 0 ? { parts: own } : {}),
      ...(doubts.length > 0 ? { doubts } : {}),
    };
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

function verdictsOf(facts: Facts, horizon: Day, version: Day | undefined): Judged[] {
  const life: Judged[] = [{ verdict: judge(facts, dawn, horizon, version) }];
  for (const day of breakpoints(facts, horizon)) {
    const verdict = judge(facts, day, horizon, version);
    const last = life.at(-1)!;
    if (sameAnswer(last.verdict, verdict)) continue;
    last.until = day;
    life.push({ verdict, from: day });
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
    facts.doubtfulRepeal,
    facts.expires,
    facts.executed,
    facts.periodEnds,
    ...facts.births,
    ...facts.suspended,
    ...facts.resumed,
    ...amended,
    ...facts.confirmed,
    ...facts.parts,
    ...facts.unclear,
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
  add(facts.undatedRepeal?.earliest);
  if (horizon !== '') add(dayAfter(horizon));
  if (facts.awaited && commenced) add(dayAfter(commenced.date));
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
