/** What is read of one instrument before its events are told: its days of origin and its commencement. */

import type { Day, Evidence, Instrument, LegalEvent } from '../../model.ts';
import { type Mention, titleKey } from '../../names/index.ts';
import { formatDay } from '../../text/calendar.ts';
import {
  type Anchor,
  type Commencement,
  type ResolvedDay,
  readCommencements,
  resolveWhen,
} from '../sentences/commencement.ts';
import type { Period } from '../sentences/periods.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { type Origin, originOf } from './adoption.ts';
import { agreed, type Side } from './agreement.ts';

/** An event whose subject is the instrument itself or a text that it names. */
export interface Finding extends Omit<LegalEvent, 'subject'> {
  /** `unlisted`: every document of the same body that the text's list leaves out. */
  about: 'self' | 'unlisted' | Mention;
  /** For `expires`: how much is added to the end that the subject has; the day follows when that is known. */
  prolongs?: Period;
  /** For `commenced`: the start was another day, and is no longer. */
  moves?: boolean;
  /** Title of the text with whose commencement it comes to be. */
  awaits?: string;
  /** Title of the decision that did it, where a 题注 tells of it. */
  by?: string;
}

/** What stands around an instrument in print. */
export interface Around {
  /** The instrument that prints it. */
  carrier?: Instrument;
  /** Instruments that it prints. */
  carries?: readonly Instrument[];
  /** The day by which the archive files the text, for a text that prints none. */
  day?: Day;
  /** The last day that the issue reflects which prints it: it had been issued by then. */
  by?: Day;
}

export interface Reading {
  instrument: Instrument;
  origin: Origin;
  own: Commencement[];
  start: Start;
  /** What two places print differently of the day from which it applies; one side where none differ. */
  sides: readonly Side[];
}

export type Start = ResolvedDay & { evidence: Evidence };

/** The part of the text that a clause speaks of, as printed; undefined for the whole. */
export function scopeOf({ speaker }: Commencement): string | undefined {
  return 'scope' in speaker ? speaker.scope : undefined;
}

/** Reads origin and commencement. */
export function readInstrument(instrument: Instrument, around: Around): Reading {
  const origin = originOf(instrument, around.carrier);
  const own = commencementsOf(instrument, instrument.title);
  const sides = startsOf(instrument, origin, own, around);
  return { instrument, origin, own, start: agreed(sides), sides };
}

export function evidenceOf(instrument: Instrument, from: { eId: string; text: string }): Evidence {
  return { instrument: instrument.id, eId: from.eId, text: from.text };
}

/** Clauses by which a text speaks of its own commencement; `title` is the text's own, or one that it carries. */
function commencementsOf(instrument: Instrument, title: string): Commencement[] {
  const key = titleKey(title);
  let started = '';
  return sentencesOf(instrument).flatMap((sentence) => {
    const found = readCommencements(sentence, started === sentence.eId).filter(
      ({ speaker }) => 'self' in speaker || ('title' in speaker && titleKey(speaker.title) === key),
    );
    if (found.length > 0) started = sentence.eId;
    return found;
  });
}

/**
 * The days from which the text is said to apply, one for each place that says so: its own clauses, its carrier's, its
 * 题注; else the one that a general rule gives.
 */
function startsOf(
  instrument: Instrument,
  origin: Origin,
  own: Commencement[],
  around: Around,
): [Start, ...Start[]] {
  const { carrier } = around;
  const whole = own.filter((clause) => scopeOf(clause) === undefined);
  const dated = whole.filter(({ when }) => !('open' in when));
  const [clause] = dated.length > 0 ? dated : whole;
  const captioned = captionStart(instrument, origin);
  if (clause) {
    const starts = [clause, ...dated.filter((one) => one !== clause && one.named && clause.named)];
    const told = starts.map((one) => resolved(one, instrument, origin, around));
    const others = [captioned, orderStart(instrument, carrier, origin, around)].filter(
      (one) => one !== undefined,
    );
    return [told[0]!, ...told.slice(1), ...others];
  }
  const carried = carrier && !origin.republished ? fromCarrier(instrument, carrier) : undefined;
  if (carried) return [resolved(carried, carrier!, origin, { ...around, day: undefined })];
  if (captioned) return [captioned];
  const parts = own
    .filter((one) => scopeOf(one) !== undefined)
    .map((one) => resolved(one, instrument, origin, around));
  const first = parts
    .filter(({ date }) => date !== undefined)
    .toSorted((a, b) => (a.date! < b.date! ? -1 : 1))[0];
  return [first ?? unstated(instrument, origin, around)];
}

/** The 题注's own 施行; one that stands after a revision is the revision's. */
function captionStart(instrument: Instrument, origin: Origin): Start | undefined {
  const date = instrument.caption?.events.find(({ event }) => event === 'commenced')?.date;
  if (date === undefined || origin.amendments.length > 0) return undefined;
  return { date, rule: '题注载明施行日期', evidence: bare(instrument, instrument.caption!.text) };
}

/** What the order that promulgates a text says of its start, beside the text's own clause. */
function orderStart(
  instrument: Instrument,
  carrier: Instrument | undefined,
  origin: Origin,
  around: Around,
): Start | undefined {
  if (carrier?.kind !== 'order' || origin.republished) return undefined;
  const clause = fromCarrier(instrument, carrier);
  return clause && 'day' in clause.when ? resolved(clause, carrier, origin, around) : undefined;
}

/** A 通知 without a clause applies from its date; for a letter or a law that is only an inference. Adoption is no start. */
function unstated(instrument: Instrument, origin: Origin, { carrier, day }: Around): Start {
  const date = origin.printed ?? origin.issued ?? origin.promulgated;
  if (!date) {
    const why = '未载施行日期，亦未载成文、公布日期';
    const known = origin.adopted ?? origin.approved;
    if (known === undefined) return ofTextDay(day, why, bare(instrument, instrument.title));
    const rule = `${why}，只知${formatDay(known)}${known === origin.adopted ? '通过' : '批准'}`;
    return { rule, evidence: bare(instrument, instrument.caption?.text ?? formatDay(known)) };
  }
  const printed = formatDay(date);
  const rule = `未载施行日期，以成文（公布）之日${printed}起算`;
  const evidence = bare(carrier && !instrument.dates.written ? carrier : instrument, printed);
  const notice = [instrument, carrier].some((one) => /通知(?:[（(].*[）)])?$/.test(one?.title ?? ''));
  return notice && origin.issued ? { date, rule, evidence } : { date, rule, evidence, inferred: true };
}

/** A text that prints no day of its own has that by which the archive files it. */
function ofTextDay(day: Day | undefined, why: string, evidence: Evidence): Start {
  if (day === undefined) return { rule: why, evidence };
  return { date: day, rule: `${why}，以所收文本的日期${formatDay(day)}推定`, evidence, inferred: true };
}

/** Evidence that is no provision: the date line under the text where there is one, else the words given. */
export function bare(instrument: Instrument, text: string): Evidence {
  return { instrument: instrument.id, eId: '', text };
}

/** 令: 现予公布，自公布之日起施行 · 通知: 现印发给你们，自2020年1月1日起施行. */
function fromCarrier(instrument: Instrument, carrier: Instrument): Commencement | undefined {
  const clauses = commencementsOf(carrier, instrument.title).filter((one) => scopeOf(one) === undefined);
  const sentences = sentencesOf(carrier);
  const named = sentences.some(({ bare: words }) => titleKey(words).includes(titleKey(instrument.title)));
  return named || carrier.carries.length === 1 || carrier.kind !== 'order' ? clauses[0] : undefined;
}

function resolved(clause: Commencement, instrument: Instrument, origin: Origin, around: Around): Start {
  const evidence = evidenceOf(instrument, clause);
  const { when } = clause;
  const days = anchorsFor(origin);
  if (!('anchor' in when)) return { ...resolveWhen(when, days), evidence };
  if (days[when.anchor]) {
    const told = resolveWhen(when, days);
    const guessed = guessedAnchor(when.anchor, origin, around);
    return guessed
      ? { ...told, rule: `${told.rule}；${guessed}`, evidence, inferred: true }
      : { ...told, evidence };
  }
  // What needs approval is not published before it has it.
  const fallback = [origin.adopted, origin.approved]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (when.anchor === 'approved' || !fallback) {
    const said = resolveWhen(when, days);
    const { day } = around;
    const filed = day === undefined || said.date ? undefined : resolveWhen(when, { [when.anchor]: day });
    if (!filed?.date) return { ...said, evidence };
    const rule = `公布日期本库未载，以所收文本的日期${formatDay(day!)}计`;
    return { ...filed, rule, evidence, inferred: true };
  }
  const guess = resolveWhen(when, { [when.anchor]: fallback });
  return {
    ...guess,
    rule: `${guess.rule}；公布日期本库未载，以${fallback === origin.approved ? '批准' : '通过'}日期推定`,
    evidence,
    inferred: true,
  };
}

/**
 * Why the day from which a clause counts is not printed, in Chinese; undefined where it is. A text signed on the last
 * day that its issue reflects was issued on that day.
 */
function guessedAnchor(anchor: Anchor, origin: Origin, { by }: Around): string | undefined {
  if (anchor !== 'issued' && anchor !== 'promulgated') return undefined;
  if (origin.printed || origin.promulgated || origin.revised || !origin.issued || origin.issued === by)
    return undefined;
  return `${anchor === 'issued' ? '印发' : '公布'}日期未印，以成文日期推定`;
}

/**
 * The days from which a text's clauses count. 公布 and 印发 stand for each other where the text knows only one of its
 * days, the imprint's before that of the signature; a revision counts from itself.
 */
export function anchorsFor(origin: Origin): Origin {
  const issued = origin.printed ?? origin.issued ?? origin.promulgated;
  const promulgated = origin.revised ?? origin.promulgated ?? issued;
  return { ...origin, ...(promulgated ? { promulgated } : {}), ...(issued ? { issued } : {}) };
}
