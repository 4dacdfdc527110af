/** What a work's facts say on one day: the rule that decides, and the words for it when they are asked for. */
import type { Basis, Day, LegalEvent, State } from '../../model.ts';
import { type Dated, type Facts, isDated, isInferred, type TextStart } from './facts.ts';
import { reasons } from './reasons.ts';

type Rule = keyof typeof reasons;

/** A judgement without the days between which it holds. */
export interface Verdict {
  state: State;
  basis: Basis;
  /** The rule that decided: verdicts by one rule on one version say the same. */
  rule: Rule;
  /** The sentence; made only for an answer that is given. */
  reason(): string;
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
 * The verdict on a day.
 * @param archiveHorizon day up to which the archive has looked; a later text of the work itself moves it on
 * @param version ask for this text of the work, not for the work
 */
export function judge(facts: Facts, day: Day, archiveHorizon: Day, version?: Day): Verdict {
  const horizon = horizonOf(facts, archiveHorizon);
  const question = { facts, day, horizon };
  const judged = version === undefined ? ofWork(question) : ofVersion(question, version);
  const text = judged.version ?? textHeldFrom(facts, day);
  const verdict = text === undefined ? judged : { ...judged, version: text };
  const unclear = facts.unclear.find(({ date = '' }) => date <= day);
  if (unclear && overruled.has(verdict.state))
    return say(unknown, 'unclear', [unclear], [unclear, ...verdict.events], verdict.version);
  return facts.unread.length > 0 && verdict.state === 'in-force' ? unsure(verdict, facts) : verdict;
}

/** States that words which nobody understands may take back. */
const overruled: ReadonlySet<State> = new Set(['in-force', 'lapsed', 'expiry-open', 'period-over']);

/** That a text holds rests on no text that ends it: while a file is unread, it may be that text. */
function unsure({ events, version }: Verdict, facts: Facts): Verdict {
  return say(unknown, 'unread', [facts], events, version);
}

/** The archive's horizon, or the day of the last text that speaks of the work, where that is later. */
export function horizonOf(facts: Facts, archiveHorizon: Day): Day {
  return facts.known > archiveHorizon ? facts.known : archiveHorizon;
}

function say<R extends Rule>(
  [state, basis]: readonly [State, Basis],
  rule: R,
  words: Parameters<(typeof reasons)[R]>,
  events: Verdict['events'],
  version?: Day,
): Verdict {
  const reason = () => (reasons[rule] as (...words: unknown[]) => string)(...words);
  return { state, basis, rule, reason, events, ...(version === undefined ? {} : { version }) };
}

const unknown = ['unknown', 'none'] as const;

function ofVersion(question: Question, version: Day): Verdict {
  const { facts, day } = question;
  const i = facts.texts.findIndex((text) => text.version === version || text.date === version);
  const text = facts.texts[i];
  if (!text) return say(unknown, 'noVersion', [version, facts], []);
  const next = facts.texts[i + 1];
  const { events } = text;
  const repealed = facts.textEnds.repealed.find((event) => isOf(event, text));
  if (repealed && day >= repealed.date) {
    return { ...repeal(repealed, [repealed], day), version: text.version };
  }
  if (i > 0 && day < text.version && day < text.date) {
    const birth = { ...events[0]!, date: text.version };
    return say(['not-yet', 'stated'], 'notYet', [birth, '方有此文本'], events, text.version);
  }
  if (i > 0 && day < text.date) {
    const start = { ...events[0]!, date: text.date };
    return say(['published', 'stated'], 'published', [facts, start], events, text.version);
  }
  if (next && day >= next.date) {
    const basis = isInferred(next) ? 'inferred' : 'stated';
    return say(['superseded', basis], 'superseded', [next], next.events, text.version);
  }
  const verdict = { ...ofWork(question), version: text.version };
  // That the document is in force may be stated, and that this text of it is, inferred.
  const sure = verdict.state !== 'in-force' || verdict.basis !== 'stated' || !isInferred(text);
  return sure ? verdict : { ...verdict, basis: 'inferred' };
}

/** The last rule whose time has come decides; ends before beginnings. */
function ofWork(question: Question): Verdict {
  const end = ended(question);
  if (!end) return running(question) ?? beginning(question);
  const text = end.version ? undefined : textOn(question.facts, question.day);
  return text ? { ...end, version: text.version } : end;
}

/** The end of the text that holds on a day, where each text has its own; else the end of the work. */
function expiryOn(facts: Facts, day: Day): Dated | undefined {
  const { expires, textEnds } = facts;
  if (textEnds.expires.length === 0) return expires;
  const text = textOn(facts, day);
  return (text && textEnds.expires.find((event) => isOf(event, text))) ?? expires;
}

function isOf({ version }: Dated, text: TextStart): boolean {
  return version === text.version || version === text.date;
}

function ended({ facts, day }: Question): Verdict | undefined {
  const expires = expiryOn(facts, day);
  const { repealed, openEnd, executed, periodEnds, undatedRepeal, doubtfulRepeal } = facts;
  if (repealed && day >= repealed.date) {
    const { affirmed } = facts;
    return affirmed
      ? say(unknown, 'disputed', [repealed, affirmed], [repealed, affirmed])
      : repeal(repealed, facts.repeals, day);
  }
  const first = facts.births[0]?.date ?? facts.commenced?.date ?? '';
  if (doubtfulRepeal && day >= (doubtfulRepeal.date ?? first))
    return say(unknown, 'doubtfulRepeal', [doubtfulRepeal], [doubtfulRepeal]);
  if (undatedRepeal && day >= (undatedRepeal.earliest ?? first)) {
    return say(unknown, 'undatedRepeal', [undatedRepeal.by, undatedRepeal.rule], [undatedRepeal]);
  }
  if (expires && openEnd && day >= expires.date) {
    return say(unknown, 'openEnd', [expires, openEnd], [expires, openEnd]);
  }
  if (expires && facts.affirmed && day >= expires.date) {
    return say(unknown, 'prolonged', [expires, facts.affirmed], [expires, facts.affirmed]);
  }
  if (expires && day >= expires.date) {
    return expires.latest && day < expires.latest
      ? say(['expiry-open', 'own-terms'], 'expiryOpen', [expires], [expires])
      : say(['lapsed', 'own-terms'], 'lapsed', [expires], [expires]);
  }
  const begun = facts.commenced;
  if (facts.awaited && begun && day > begun.date) {
    return say(unknown, 'awaited', [facts.awaited], [facts.awaited]);
  }
  if (executed && day >= executed.date) {
    const version = textOn(facts, day)?.version ?? executed.date;
    return say(['executed', 'stated'], 'executed', [executed], [executed, facts.commenced], version);
  }
  const suspended = suspensionOn(facts, day);
  if (suspended) return say(unknown, 'suspended', [suspended], [suspended]);
  if (periodEnds && day >= periodEnds.date) {
    return say(['period-over', 'own-terms'], 'periodOver', [periodEnds], [periodEnds]);
  }
  return undefined;
}

/** The suspension that rests on a work on a day; nothing where it was taken back on that day or before. */
function suspensionOn({ suspended, resumed }: Facts, day: Day): Dated | undefined {
  const last = suspended.findLast(({ date }) => date <= day);
  return last && resumed.some(({ date }) => date > last.date && date <= day) ? undefined : last;
}

function repeal(event: Dated, all: readonly Dated[], day: Day): Verdict {
  if (event.latest && day < event.latest) return say(unknown, 'repealOpen', [event], all);
  return event.verb === '失效'
    ? say(['lapsed', 'stated'], 'voided', [event], all)
    : say(['repealed', 'stated'], 'repealed', [event], all);
}

function running(question: Question): Verdict | undefined {
  const { facts, day } = question;
  const start = facts.commenced;
  if (!start) return witnessed(question);
  // A text that sets its start back had no force before it existed.
  if (day < start.date || (facts.published && day < facts.published.date)) return undefined;
  if (start.latest && day < start.latest) {
    return say(unknown, 'startOpen', [start], [start, facts.published]);
  }
  return started(question, start);
}

/** After its commencement and before any end. */
function started({ facts, day, horizon }: Question, start: Dated): Verdict {
  const text = textOn(facts, day);
  const version = text?.version;
  const events = [start, ...(text?.events ?? [])];
  if (day <= horizon) {
    const basis = start.inferred ? 'inferred' : 'stated';
    return say(
      ['in-force', basis],
      'inForce',
      [facts, start, text, horizon],
      [...events, ...facts.parts],
      version,
    );
  }
  const end = expiryOn(facts, day) ?? facts.periodEnds;
  if (end) {
    const words: [Dated, Dated, Day] = [start, end, horizon];
    return say(['in-force', 'own-terms'], 'ownTerms', words, [...events, end], version);
  }
  if (start.date > horizon && day === (start.latest ?? start.date)) {
    return say(['in-force', 'own-terms'], 'firstDay', [start, horizon], events, version);
  }
  // What is repealed or amended later was in force until then, whether or not the archive looked in between.
  const { repealed } = facts;
  if (repealed)
    return say(['in-force', 'inferred'], 'beforeRepeal', [repealed], [start, ...facts.repeals], version);
  const begun = text?.events[0];
  if (text && begun && text.date > horizon && day === (text.latest ?? text.date)) {
    return say(
      ['in-force', 'own-terms'],
      'firstDay',
      [{ ...begun, date: text.date }, horizon],
      events,
      version,
    );
  }
  const next = facts.amended.find(({ date }) => date > day);
  if (next) return say(['in-force', 'inferred'], 'untilAmended', [next], [start, next], version);
  return say(unknown, 'beyond', [facts, horizon, text], events, version);
}

/** No commencement is known: what others say of the text, by repealing or amending it. */
function witnessed({ facts, day, horizon }: Question): Verdict | undefined {
  const confirmed = facts.confirmed.findLast(({ date }) => date <= day);
  if (confirmed) {
    return day > horizon
      ? say(unknown, 'beyond', [facts, horizon, undefined], [confirmed])
      : say(['in-force', 'stated'], 'confirmed', [confirmed, horizon], [confirmed]);
  }
  const amended = facts.amended.findLast(({ date }) => date <= day);
  if (amended) {
    const version = amended.version ?? amended.date;
    if (day <= horizon) {
      return say(['in-force', 'inferred'], 'amendedElsewhere', [amended, facts], [amended], version);
    }
    return amended.date > horizon && day === (amended.latest ?? amended.date)
      ? say(['in-force', 'own-terms'], 'firstDay', [amended, horizon], [amended], version)
      : say(unknown, 'beyond', [facts, horizon, undefined], [amended], version);
  }
  const part = facts.parts.filter(isDated).findLast(({ kind, date }) => kind === 'repealed' && date <= day);
  if (part && day <= horizon)
    return say(['in-force', 'inferred'], 'partRepealed', [part, facts], facts.parts);
  if (facts.unfixed && facts.births.some(({ date }) => date <= day)) {
    return say(unknown, 'unfixed', [facts.unfixed.rule], [facts.unfixed, ...facts.births]);
  }
  const { repealed, repeals, year } = facts;
  const [later] = facts.confirmed;
  const born = facts.births[0]?.date ?? (year ? `${Number(year.value) + 1}-01-01` : undefined);
  if (born === undefined || day < born) return undefined;
  if (later) {
    const events = [later, facts.births[0] ?? year?.event];
    return say(['in-force', 'inferred'], 'beforeConfirmed', [later], events);
  }
  if (!repealed) return undefined;
  const events = [...repeals, facts.births[0] ?? year?.event];
  return say(['in-force', 'inferred'], 'beforeRepeal', [repealed], events);
}

function beginning({ facts, day }: Question): Verdict {
  const { adopted, published, commenced, unfixed, year, repealed } = facts;
  const told = repealed ?? commenced ?? facts.amended[0] ?? facts.confirmed[0];
  if (!facts.own && !told) return say(unknown, 'citedOnly', [facts], facts.cited);
  if (published && day >= published.date && commenced) {
    const events = [published, commenced];
    return say(['published', 'stated'], 'published', [facts, commenced], events, published.date);
  }
  if (adopted && day >= adopted.date) {
    return !commenced && !published
      ? say(unknown, 'unfixed', [unfixed?.rule], [adopted])
      : say(['adopted', 'stated'], 'adopted', [facts], [adopted, published, commenced]);
  }
  const first = facts.births[0] ?? commenced;
  if (first && day < first.date && first === commenced) {
    const basis = first.inferred ? 'inferred' : 'stated';
    return say(['not-yet', basis], 'notYetBegun', [first], [first]);
  }
  if (first && day < first.date) {
    return say(['not-yet', 'stated'], 'notYet', [first, birthWord(first)], [first]);
  }
  if (year && day < `${year.value}-01-01`) {
    return say(['not-yet', 'inferred'], 'notYetByYear', [year.value], [year.event]);
  }
  const witness = facts.confirmed[0] ?? repealed;
  if (year && witness) return say(unknown, 'yearOnly', [year.value], [year.event, witness]);
  if (repealed) return say(unknown, 'beforeRepealUnknown', [repealed], [repealed]);
  const later = facts.amended[0];
  if (later) return say(unknown, 'beforeAmended', [later], [later]);
  return unfixed ? say(unknown, 'unfixed', [unfixed.rule], [unfixed]) : say(unknown, 'nothing', [], []);
}

const birthWords: Partial<Record<LegalEvent['kind'], string>> = {
  adopted: '通过',
  promulgated: '公布',
  issued: '成文',
};

function birthWord({ kind }: LegalEvent): string {
  return birthWords[kind] ?? '产生';
}

/** The text of a work on a day: the last that has begun, else the first. */
function textOn(facts: Facts, day: Day): TextStart | undefined {
  return facts.texts.findLast(({ date }) => date <= day) ?? facts.texts[0];
}

/** The text that a work had on a day, begun or only published; nothing before it was. */
function textHeldFrom({ texts }: Facts, day: Day): Day | undefined {
  return texts.findLast(({ date }) => date <= day)?.version;
}
