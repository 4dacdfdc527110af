/** What is read of one instrument before its events are told: its days of origin and its commencement. */
import type { Day, Evidence, Instrument, LegalEvent } from '../model.ts';
import type { Mention } from '../names/index.ts';
import { type Origin, originOf } from './adoption.ts';
import { type Commencement, type ResolvedDay, readCommencements, resolveWhen } from './commencement.ts';
import { formatDay, type Period } from './periods.ts';
import { sentencesOf } from './sentences.ts';

/** An event whose subject is the instrument itself or a text that it names. */
export interface Finding extends Omit<LegalEvent, 'subject'> {
  about: 'self' | Mention;
  /** For `expires`: how much is added to the end that the subject has; the day follows when that is known. */
  prolongs?: Period;
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
  return { instrument, origin, own, start: startOf(instrument, origin, own, around) };
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
  around: Around,
): Reading['start'] {
  const { carrier, day } = around;
  const whole = own.filter(({ speaker }) => !('scope' in speaker && speaker.scope));
  const clause = whole.find(({ when }) => !('open' in when)) ?? whole[0];
  if (clause) return resolved(clause, instrument, origin, day);
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
  return unstated(instrument, origin, around);
}

/** No clause: a notice applies from its date; for a law that is only an inference. */
function unstated(instrument: Instrument, origin: Origin, { carrier, day }: Around): Reading['start'] {
  const notice = instrument.grammar === 'levels' || carrier?.kind === 'notice';
  const days: [string, Day | undefined][] = [
    ['成文（公布）', origin.issued ?? origin.promulgated],
    ['通过', origin.adopted],
    ['批准', origin.approved],
  ];
  const [name, date] = days.find(([, each]) => each !== undefined) ?? ['', undefined];
  if (!date) return ofTextDay(day, '未载施行日期，亦未载成文、公布日期', bare(instrument, instrument.title));
  const printed = formatDay(date);
  const rule = `未载施行日期，以${name}之日${printed}起算`;
  const words = name === '通过' || name === '批准' ? (instrument.caption?.text ?? printed) : printed;
  const evidence = bare(carrier && !instrument.dates.written ? carrier : instrument, words);
  return notice && origin.issued ? { date, rule, evidence } : { date, rule, evidence, inferred: true };
}

/** A text that prints no day of its own has that by which the archive files it. */
function ofTextDay(day: Day | undefined, why: string, evidence: Evidence): Reading['start'] {
  if (day === undefined) return { rule: why, evidence };
  return { date: day, rule: `${why}，以所收文本的日期${formatDay(day)}推定`, evidence, inferred: true };
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

function resolved(clause: Commencement, instrument: Instrument, origin: Origin, day?: Day): Reading['start'] {
  const evidence = evidenceOf(instrument, clause);
  const { when } = clause;
  const days = anchorsFor(origin);
  if (!('anchor' in when) || days[when.anchor]) return { ...resolveWhen(when, days), evidence };
  // What needs approval is not published before it has it.
  const fallback = [origin.adopted, origin.approved]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (when.anchor === 'approved' || !fallback) {
    const said = resolveWhen(when, days);
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

/** 公布 and 印发 stand for each other where the text knows only one of its days; a revision counts from itself. */
export function anchorsFor(origin: Origin): Origin {
  const promulgated = origin.revised ?? origin.promulgated ?? origin.issued;
  const issued = origin.issued ?? origin.promulgated;
  return { ...origin, ...(promulgated ? { promulgated } : {}), ...(issued ? { issued } : {}) };
}
