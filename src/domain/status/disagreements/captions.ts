/** Amendments that a 题注 tells of, held against the decisions themselves: their days and their numbers. */
import type {
  CaptionEvent,
  Day,
  Disagreement,
  Instrument,
  LegalEvent,
  Side,
  Version,
  Work,
} from '../../model.ts';
import { documentNumberKey, ofOneTime, parseDocumentNumber, sameTitle } from '../../names/index.ts';
import { formatDay } from '../../text/calendar.ts';
import { originOf } from '../events/adoption.ts';

/**
 * 题注 根据2020年12月15日令第7号《关于修改〈甲〉的决定》修正; the decision: 2020年12月19日令第8号公布, 12月16日通过 → two
 */
export function captionsAtOdds(
  work: Work,
  events: readonly LegalEvent[],
  works: ReadonlyMap<string, Work>,
): Disagreement[] {
  const deciders = new Set(
    events
      .filter(({ kind, evidence }) => kind === 'amended' && evidence.instrument !== work.id)
      .map(({ evidence }) => evidence.instrument),
  );
  const decisions = [...deciders].flatMap((id) =>
    (works.get(id)?.versions ?? []).map((one) => decided(one, works)),
  );
  const latest = work.versions.findLast(
    ({ origin, instrument }) => origin === 'published' && instrument.caption,
  );
  const told = latest?.instrument.caption?.events.filter(({ event }) => event === 'amended') ?? [];
  return told.flatMap((event) => {
    const decision = decisions.find((one) => isOf(event, one));
    return latest && decision ? heldAgainst(event, decision, latest) : [];
  });
}

interface Decision {
  instrument: Instrument;
  day: Day;
  days: readonly Day[];
  number?: string;
}

function decided({ instrument, date }: Version, works: ReadonlyMap<string, Work>): Decision {
  const cover = instrument.carriedBy
    ? works.get(instrument.carriedBy)?.versions.at(-1)?.instrument
    : undefined;
  const { adopted, promulgated, issued, approved, printed } = originOf(instrument, cover);
  const number = instrument.documentNumber ?? cover?.documentNumber;
  const days = [adopted, promulgated, issued, approved, printed, date].filter((day) => day !== undefined);
  return { instrument, day: date, days, ...(number ? { number } : {}) };
}

const numberOf = ({ documentNumber, by }: CaptionEvent): string | undefined =>
  documentNumber ?? (parseDocumentNumber(by) ? by : undefined);

/** The same decision: by its number, or by its title where the days can be those of one text. */
function isOf(event: CaptionEvent, { instrument, day, number }: Decision): boolean {
  const told = numberOf(event);
  if (event.decision !== undefined)
    return (
      sameTitle(event.decision, instrument.title) && event.date !== undefined && ofOneTime(event.date, day)
    );
  return told !== undefined && number !== undefined && sameNumber(told, number);
}

/** One number, whether or not it names who gave it. */
export function sameNumber(one: string, other: string): boolean {
  if (documentNumberKey(one) === documentNumberKey(other)) return true;
  const [a, b] = [parseDocumentNumber(one), parseDocumentNumber(other)];
  const named =
    a?.organ === '' ||
    b?.organ === '' ||
    a?.organ.endsWith(b?.organ ?? '') ||
    b?.organ.endsWith(a?.organ ?? '');
  return a !== undefined && b !== undefined && named === true && a.year === b.year && a.number === b.number;
}

function heldAgainst(
  event: CaptionEvent,
  decision: Decision,
  { instrument, work, date }: Version,
): Disagreement[] {
  const caption = { instrument: instrument.id, eId: '', text: instrument.caption!.text };
  const own = { instrument: decision.instrument.id, eId: '', text: decision.instrument.title };
  const odd = (said: string, printed: string): Disagreement => {
    const sides: Side[] = [
      { says: `题注作${said}`, evidence: caption },
      { says: `决定作${printed}`, evidence: own },
    ];
    return { work, version: date, about: 'amendment', sides };
  };
  const found: Disagreement[] = [];
  const told = numberOf(event);
  if (event.date && !decision.days.includes(event.date))
    found.push(odd(formatDay(event.date), [...new Set(decision.days)].map(formatDay).join('、')));
  if (told && decision.number && !sameNumber(told, decision.number)) found.push(odd(told, decision.number));
  return found;
}
