/** What a text does to others: amends, repeals, cites them. */
import type { Instrument, LegalEvent } from '../../model.ts';
import { formerNames, isDocumentTitle, type Mention, readMentions, titleKey } from '../../names/index.ts';
import { addDays, formatDay } from '../../text/calendar.ts';
import { readAmends } from '../sentences/amends.ts';
import { goesOnAfter, goesOnBefore, listAround } from '../sentences/chains.ts';
import { closingSentences, sentencesWithLists } from '../sentences/closing.ts';
import { type ResolvedDay, resolveWhen } from '../sentences/commencement.ts';
import { readExtensions } from '../sentences/extensions.ts';
import { periodEnd } from '../sentences/periods.ts';
import { commonEffect, type Fated, readLists } from '../sentences/repeal-lists.ts';
import {
  type Repeal,
  type RepealVerb,
  readRepeals,
  repealsIn,
  restOf,
  titleVerb,
} from '../sentences/repeals.ts';
import { ownProvisions, ownText, type Sentence, sentencesOf } from '../sentences/sentences.ts';
import { readSetStarts } from '../sentences/set-starts.ts';
import { type Origin, saidOn } from './adoption.ts';
import {
  type Around,
  anchorsFor,
  evidenceOf,
  type Finding,
  type Reading,
  readInstrument,
} from './reading.ts';

export function amendings({ instrument, origin, start }: Reading): Finding[] {
  const version = origin.promulgated ?? origin.issued ?? origin.adopted;
  return readAmends(instrument).map(({ mention, kind, verb, ...from }) => ({
    kind,
    ...(verb === undefined ? {} : { verb }),
    about: mention,
    evidence: evidenceOf(instrument, from),
    ...(kind === 'republished' ? (version ? { date: version } : {}) : day(start)),
    ...(version ? { version } : {}),
    by: instrument.title,
  }));
}

function day({ date, latest, rule, awaits, inferred }: ResolvedDay): ResolvedDay {
  return {
    ...(date ? { date } : {}),
    ...(latest ? { latest } : {}),
    ...(awaits ? { awaits } : {}),
    ...(inferred ? { inferred } : {}),
    rule,
  };
}

export function repealings({ instrument, origin, start, own }: Reading, around: Around): Finding[] {
  const provisions = Array.from(ownProvisions(instrument.provisions)).filter(({ rows }) => !rows);
  const given = formerNames(provisions.map((one) => ownText(one).replace(/\s/g, '')).join('\n'));
  const clauses = provisions.flatMap((one) => readRepeals(ownText(one), one.eId, given));
  const closed = closingSentences(instrument).flatMap((sentence) => repealsIn(sentence));
  // The sentence below a list says more than the list.
  const ofClosed = new Set(closed.map(({ mention }) => titleKey(mention.title ?? '')));
  const rows = readLists(instrument)
    .filter(isRepeal)
    .filter(({ mention, when }) => when !== undefined || !ofClosed.has(titleKey(mention.title ?? '')));
  const listed = [...clauses, ...closed, ...rows];
  // A clause says more than the title: from when, and which part.
  const said = new Set(listed.map(({ mention }) => titleKey(mention.title ?? '')));
  const fromTitle = readTitleRepeals(instrument).filter(
    ({ mention }) => !said.has(titleKey(mention.title ?? '')),
  );
  const common = commonEffect(instrument);
  const from = own.length > 0 ? start : withEnclosed(instrument, start, around);
  return [...listed, ...fromTitle].flatMap((repeal) =>
    repealing({ ...common, ...repeal }, instrument, origin, from),
  );
}

function isRepeal(fated: Fated): fated is Fated & Repeal {
  return fated.verb !== 'kept' && fated.verb !== 'unclear';
}

/** Starts that the text sets for others, or moves. */
export function startings({ instrument }: Reading): Finding[] {
  return readSetStarts(instrument)
    .filter(({ mention }) => titleKey(mention.title!) !== titleKey(instrument.title))
    .map(({ mention, day: date, moves, ...from }) => ({
      kind: 'commenced',
      about: mention,
      date,
      moves,
      rule: `${moves ? '改' : '定'}自${formatDay(date)}起施行`,
      evidence: evidenceOf(instrument, from),
      ...(mention.scope ? { scope: mention.scope } : {}),
    }));
}

/** 继续执行《甲》, 《甲》仍继续有效: without a day until when. */
function keptIn({ bare, masked, eId, text }: Sentence): { mention: Mention; eId: string; text: string }[] {
  // 在《乙》施行前，《甲》继续有效: until when, nobody here tells.
  if (!/继续|有效/.test(masked) || /(?:施行|实施|出台|公布|印发|修订)(?:之日)?(?:之?前|以前)/.test(masked))
    return [];
  const mentions = readMentions(bare);
  return mentions
    .filter(({ scope }, i) => {
      const [first, last] = listAround(masked, mentions, i);
      const { from } = mentions[first]!;
      const { end } = mentions[last]!;
      const after = goesOnAfter.test(masked.slice(end)) || goesOnBefore.test(masked.slice(0, from));
      return scope === undefined && after;
    })
    .map((mention) => ({ mention, eId, text }));
}

/** Documents that a list or a clause names as still in force, on the day of the text. */
export function confirmings({ instrument, origin }: Reading): Finding[] {
  const date = saidOn(origin);
  const listed = readLists(instrument).filter(
    ({ verb, mention }) => verb === 'kept' && mention.scope === undefined,
  );
  const continued = sentencesWithLists(instrument).flatMap(keptIn);
  // What is prolonged beyond that day holds on it.
  const prolonged = readExtensions(instrument).filter(({ lastDay, period }) =>
    lastDay ? date !== undefined && lastDay > date : period !== undefined,
  );
  const kept = [...listed, ...continued, ...prolonged].map(
    ({ mention, ...from }): Finding => ({
      kind: 'confirmed',
      about: mention,
      evidence: evidenceOf(instrument, from),
      ...(date ? { date } : {}),
    }),
  );
  const ended = listed.flatMap(({ mention, ends, ...from }): Finding[] =>
    ends ? [{ kind: 'expires', about: mention, evidence: evidenceOf(instrument, from), ...ends }] : [],
  );
  return [...kept, ...ended];
}

/**
 * 现将《新办法》印发给你们，《旧办法》同时废止: with the notice, or with the commencement of what it encloses, where that is
 * later; the words leave it open.
 */
function withEnclosed(
  instrument: Instrument,
  start: Reading['start'],
  { carries = [] }: Around,
): ResolvedDay {
  const later = carries
    .map((carried) => readInstrument(carried, { carrier: instrument }).start)
    .map(({ date, latest }) => latest ?? date)
    .filter((date) => date !== undefined && start.date !== undefined && date > start.date)
    .toSorted()
    .at(-1);
  if (later === undefined) return start;
  const rule = `随通知印发（${formatDay(start.date!)}）废止，还是随所附文件施行（${formatDay(later)}）废止，原文未明`;
  return { ...start, latest: later, rule };
}

/** 关于废止《甲》的决定, 关于暂停执行《甲》的通知. */
function readTitleRepeals(instrument: Instrument): Repeal[] {
  const title = instrument.title.replace(/\s/g, '');
  const told = titleVerb(title);
  if (!told) return [];
  const said = sentencesOf(instrument).flatMap((sentence) => {
    const rest = restOf(sentence);
    return rest ? [{ ...rest, eId: sentence.eId, text: sentence.text }] : [];
  })[0];
  const verb = said?.until && told.verb === '停止执行' ? '暂停执行' : told.verb;
  return readMentions(title)
    .filter((mention) => mention.start > told.at)
    .map((mention) => ({ mention, verb, ...(said ?? { eId: '', text: instrument.title }) }));
}

const fateKinds: Partial<Record<RepealVerb, LegalEvent['kind']>> = {
  暂停执行: 'suspended',
  恢复执行: 'resumed',
};

function repealing(repeal: Repeal, instrument: Instrument, origin: Origin, start: ResolvedDay): Finding[] {
  const { mention, verb, when, effect } = repeal;
  const begins = when ? resolveWhen(when, anchorsFor(origin)) : start;
  // What comes to be on a day that nothing here tells comes after the text that says so.
  const earliest = origin.issued ?? origin.promulgated ?? origin.approved ?? origin.adopted ?? start.date;
  const told = (from: { eId: string; text: string }): Finding => ({
    kind: fateKinds[verb] ?? 'repealed',
    about: mention,
    verb,
    evidence: evidenceOf(instrument, from),
    ...day(begins),
    ...(begins.date === undefined && earliest ? { earliest } : {}),
    ...(mention.scope ? { scope: mention.scope } : {}),
  });
  const again = resumption(repeal, begins);
  return [
    told(repeal),
    ...(effect && effect.text !== repeal.text ? [told(effect)] : []),
    ...(again ? [{ ...told(repeal), kind: 'resumed' as const, verb: '恢复执行', ...again }] : []),
  ];
}

/** The day after a suspension that sets its own end; the later one where methods differ. */
function resumption({ until }: Repeal, { date, latest = date }: ResolvedDay): ResolvedDay | undefined {
  if (!until || !latest) return undefined;
  const last = 'lastDay' in until ? until.lastDay : periodEnd(latest, until.period)?.lastExcluded;
  if (last === undefined) return undefined;
  return { date: addDays(last, 1), rule: `原文载明暂停至${formatDay(last)}` };
}

/** Documents that the text cites: all that is known of most of them is that they existed. */
export function mentioned({ instrument, origin }: Reading): Finding[] {
  const date = saidOn(origin);
  const seen = new Set<string>();
  return sentencesOf(instrument).flatMap((sentence) => {
    if (!['《', '〔', '['].some((mark) => sentence.bare.includes(mark))) return [];
    return readMentions(sentence.bare).flatMap((mention): Finding[] => {
      const key = mention.number ?? mention.title ?? '';
      // （以下简称《纪要》） gives a name for this text only; the document has been named before.
      if (/简称|下称|统称/.test(sentence.bare.slice(Math.max(0, mention.start - 4), mention.start)))
        seen.add(key);
      if (seen.has(key) || (mention.title && !mention.number && !isDocumentTitle(mention.title))) return [];
      seen.add(key);
      const evidence = evidenceOf(instrument, sentence);
      return [{ kind: 'cited', about: mention, evidence, ...(date ? { date } : {}) }];
    });
  });
}
