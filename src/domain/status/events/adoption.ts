/**
 * Adoption, promulgation, issue: the days before a text applies.
 * From the fields of the instrument, its 题注, and the sentence 「已经2020年12月15日……会议通过，现予公布」.
 */
import type { CaptionEvent, Day, Instrument } from '../../model.ts';
import { mask } from '../../names/index.ts';
import { findDays } from '../../text/dates.ts';
import type { AnchorDays } from '../sentences/commencement.ts';
import { type Sentence, sentencesOf } from '../sentences/sentences.ts';

export interface Origin extends AnchorDays {
  /** The day that the imprint (版记) prints: 2021年4月16日印发. */
  printed?: Day;
  /** Sentence that tells of the adoption, where one does. */
  adoptionBy?: Sentence;
  /** True where the text is only printed again: its caption tells of an earlier promulgation. */
  republished: boolean;
  /** Amendments that the caption tells of. */
  amendments: CaptionEvent[];
  /** Day of the last revision of the whole text (修订 without a decision that is named). */
  revised?: Day;
  /** The day from which the 题注 says that the revised text applies. */
  revisedFrom?: Day;
}

/**
 * The day on which a text says what it says of others: of a text revised as a whole, that of the revision.
 *
 * promulgated 2010-05-01, revised 2018-03-01 → 2018-03-01 · issued 2020-06-01, adopted 2020-05-20 → 2020-06-01
 */
export function saidOn({ revised, issued, promulgated, adopted }: Origin): Day | undefined {
  return revised ?? issued ?? promulgated ?? adopted;
}

const adoption =
  /(?:经|业经|于|在)?[^，。；]{0,60}?(?:会议|大会|党组|主任会议|常委会|委员会|办公会)[^，。；]{0,20}?(?:审议|讨论|研究|表决)?(?:修订)?通过/;

/**
 * Days of origin of an instrument.
 * @param carrier the instrument that prints it: 令 of a 规定, 通知 of a 办法
 */
export function originOf(instrument: Instrument, carrier?: Instrument): Origin {
  const events = instrument.caption?.events ?? [];
  // What stands after an amendment is told of the amended text: 2009年通过　2016年修订　2016年公布.
  const revisedAt = events.findIndex(({ event }) => event === 'amended');
  const birth = revisedAt < 0 ? events : events.slice(0, revisedAt);
  const first = (kind: CaptionEvent['event']) => birth.find((event) => event.event === kind)?.date;
  const amendments = events.filter((event, i) => event.event === 'amended' && !awaitsApproval(events, i));
  const founded = first('promulgated') ?? first('adopted') ?? first('approved');
  const upper = carrier?.dates;
  const republished = founded !== undefined && amendments.length > 0;
  const inherited = founded === undefined ? upper : undefined;
  const adoptionBy =
    adoptionSentence(instrument) ?? (inherited && carrier ? adoptionSentence(carrier) : undefined);
  const adopted = instrument.dates.adopted ?? first('adopted') ?? inherited?.adopted ?? dayIn(adoptionBy);
  const promulgated =
    first('promulgated') ??
    (republished ? undefined : instrument.dates.promulgated) ??
    (carrier && promulgates(carrier) && !republished
      ? (upper?.promulgated ?? upper?.written)
      : inherited?.promulgated);
  const issued = republished ? undefined : (instrument.dates.written ?? inherited?.written);
  const approved = first('approved');
  const printed = printedDay(instrument) ?? (inherited && carrier ? printedDay(carrier) : undefined);
  const revision = amendments.findLast(({ decision }) => !decision);
  const revisedFrom = events
    .slice(events.lastIndexOf(revision!) + 1)
    .find(({ event }) => event === 'commenced')?.date;
  return {
    ...(adopted ? { adopted } : {}),
    ...(promulgated ? { promulgated } : {}),
    ...(issued ? { issued } : {}),
    ...(approved ? { approved } : {}),
    ...(printed ? { printed } : {}),
    ...(adoptionBy ? { adoptionBy } : {}),
    republished,
    amendments,
    ...(revision?.date ? { revised: revision.date } : {}),
    ...(revision?.date && revisedFrom ? { revisedFrom } : {}),
  };
}

/** An order, or an announcement that does nothing else: 《甲条例》已由……通过，现予公布. */
export function promulgates({ kind, provisions }: Instrument): boolean {
  if (kind !== 'announcement') return kind === 'order';
  return provisions.length <= 2 && provisions.some(({ text }) => /⟧.*予以?公布/.test(mask(text)));
}

/** 2010年8月25日市人大常委会通过　2010年11月25日省人大常委会批准的《…决定》修改: one amendment, made by the approval. */
function awaitsApproval(events: readonly CaptionEvent[], i: number): boolean {
  const [adopted, next] = [events[i]!, events[i + 1]];
  return !adopted.decision && next?.event === 'amended' && /批准的?$/.test(next.by);
}

/** `甲市人民政府办公室 2021年4月16日印发` → 2021-04-16; nothing where the imprint prints two days. */
function printedDay({ frame }: Instrument): Day | undefined {
  const days = frame
    .filter(({ role, text }) => role === 'imprint' && /印发/.test(text))
    .flatMap(({ text }) => findDays(text.replace(/\s/g, '')))
    .map(({ day }) => day);
  return new Set(days).size === 1 ? days[0] : undefined;
}

/** Only a cover tells of the adoption of what it carries; a law that speaks of 通过 speaks of procedure. */
function adoptionSentence(instrument: Instrument): Sentence | undefined {
  if (instrument.grammar === 'articles') return undefined;
  return sentencesOf(instrument)
    .slice(0, 8)
    .find(({ masked }) => adoption.test(masked) && /现予|现公布|现印发|现将|决定|予以/.test(masked));
}

function dayIn(sentence: Sentence | undefined): Day | undefined {
  if (!sentence) return undefined;
  const end = sentence.bare.indexOf('通过');
  return findDays(sentence.masked.slice(0, Math.max(end, 0))).at(-1)?.day;
}
