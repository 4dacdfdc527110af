/** What is read of one instrument before its events are told: its days of origin and its commencement. */
import type { Evidence, Instrument, LegalEvent } from '../model.ts';
import { type Origin, originOf } from './adoption.ts';
import { type Commencement, type ResolvedDay, readCommencements, resolveWhen } from './commencement.ts';
import type { Mention } from './mentions.ts';
import { formatDay } from './periods.ts';
import { sentencesOf } from './sentences.ts';

/** An event whose subject is the instrument itself or a text that it names. */
export interface Finding extends Omit<LegalEvent, 'subject'> {
  about: 'self' | Mention;
  /** Title of the decision that did it, where a 题注 tells of it. */
  by?: string;
}

/** What stands around an instrument in print. */
export interface Around {
  /** The instrument that prints it. */
  carrier?: Instrument;
  /** Instruments that it prints. */
  carries?: readonly Instrument[];
}

export interface Reading {
  instrument: Instrument;
  origin: Origin;
  own: Commencement[];
  start: ResolvedDay & { evidence: Evidence; inferred?: boolean };
}

/** Reads origin and commencement. */
export function readInstrument(instrument: Instrument, around: Around): Reading {
  const origin = originOf(instrument, around.carrier);
  const own = commencementsOf(instrument, instrument.title);
  return { instrument, origin, own, start: startOf(instrument, origin, own, around.carrier) };
}

export function evidenceOf(instrument: Instrument, from: { eId: string; text: string }): Evidence {
  return { instrument: instrument.id, eId: from.eId, text: from.text };
}

/** Clauses by which a text speaks of its own commencement; `title` is the text's own, or one that it carries. */
function commencementsOf(instrument: Instrument, title: string): Commencement[] {
  const key = plain(title);
  return sentencesOf(instrument)
    .flatMap(readCommencements)
    .filter(({ speaker }) => 'self' in speaker || ('title' in speaker && plain(speaker.title) === key));
}

export function plain(title: string): string {
  return title.replace(/[\s《》〈〉“”（）()]/g, '');
}

/** The day from which the text applies: its own clause, its carrier's clause, or the day of its issue. */
function startOf(
  instrument: Instrument,
  origin: Origin,
  own: Commencement[],
  carrier: Instrument | undefined,
): Reading['start'] {
  const whole = own.filter(({ speaker }) => !('scope' in speaker && speaker.scope));
  const clause = whole.find(({ when }) => !('open' in when)) ?? whole[0];
  if (clause) return resolved(clause, instrument, origin);
  const carried = carrier && !origin.republished ? fromCarrier(instrument, carrier) : undefined;
  if (carried) return resolved(carried, carrier!, origin);
  const captioned = instrument.caption?.events.find(({ event }) => event === 'commenced')?.date;
  if (captioned) {
    return {
      date: captioned,
      rule: '题注载明施行日期',
      evidence: bare(instrument, instrument.caption!.text),
    };
  }
  return unstated(instrument, origin, carrier);
}

/** No clause: a notice applies from its date; for a law that is only an inference. */
function unstated(instrument: Instrument, origin: Origin, carrier?: Instrument): Reading['start'] {
  const notice = instrument.grammar === 'levels' || carrier?.kind === 'notice';
  const date = origin.issued ?? origin.promulgated ?? origin.adopted ?? origin.approved;
  const printed = date ? formatDay(date) : '';
  if (!date)
    return { rule: '未载施行日期，亦未载成文、公布日期', evidence: bare(instrument, instrument.title) };
  const rule = `未载施行日期，以成文（公布）之日${printed}起算`;
  const evidence = bare(carrier && !instrument.dates.written ? carrier : instrument, printed);
  return notice && origin.issued ? { date, rule, evidence } : { date, rule, evidence, inferred: true };
}

/** Evidence that is no provision: the date line under the text where there is one, else the words given. */
export function bare(instrument: Instrument, text: string): Evidence {
  return { instrument: instrument.id, eId: '', text };
}

/** 令: 现予公布，自公布之日起施行 · 通知: 现印发给你们，自2020年1月1日起施行. */
function fromCarrier(instrument: Instrument, carrier: Instrument): Commencement | undefined {
  const clauses = commencementsOf(carrier, instrument.title).filter(
    ({ speaker }) => !('scope' in speaker && speaker.scope),
  );
  const sentences = sentencesOf(carrier);
  const named = sentences.some(({ bare: words }) => plain(words).includes(plain(instrument.title)));
  return named || carrier.carries.length === 1 || carrier.kind !== 'order' ? clauses[0] : undefined;
}

function resolved(clause: Commencement, instrument: Instrument, origin: Origin): Reading['start'] {
  const evidence = evidenceOf(instrument, clause);
  const { when } = clause;
  const days = anchorsFor(origin);
  if (!('anchor' in when) || days[when.anchor]) return { ...resolveWhen(when, days), evidence };
  const fallback = origin.adopted ?? origin.approved;
  if (when.anchor === 'approved' || !fallback) return { ...resolveWhen(when, days), evidence };
  const guess = resolveWhen(when, { [when.anchor]: fallback });
  return { ...guess, rule: `${guess.rule}；公布日期本库未载，以通过日期推定`, evidence, inferred: true };
}

/** 公布 and 印发 stand for each other where the text knows only one of its days; a revision counts from itself. */
export function anchorsFor(origin: Origin): Origin {
  const promulgated = origin.revised ?? origin.promulgated ?? origin.issued;
  const issued = origin.issued ?? origin.promulgated;
  return { ...origin, ...(promulgated ? { promulgated } : {}), ...(issued ? { issued } : {}) };
}
