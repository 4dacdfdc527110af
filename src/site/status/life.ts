/** The life of a text as its page shows it: stretches in words and as a picture, and the deadlines that it sets. */

import type { Instrument, LifeOfText, Version, Work } from '../../domain/model.ts';
import { textName } from '../../domain/names/index.ts';
import { type Deadline, deadlinesOf, unreadTerms } from '../../domain/status/calendar/deadlines.ts';
import { timelineLines, timelineSvg } from '../../domain/status/calendar/timeline.ts';
import { doubtWords } from '../../domain/status/life/gaps.ts';
import { knownTo } from '../../domain/status/life/horizon.ts';
import { lifeOf } from '../../domain/status/life/life.ts';
import { formatPeriod } from '../../domain/status/sentences/periods.ts';
import { type Holdings, lifeOfWork, presentText } from '../holdings.ts';
import { placesOf } from '../references/places.ts';
import { titleWords } from '../title-words.ts';
import { compareUrl, dateName, statusUrl } from '../urls.ts';
import type { Link } from '../views/common.ts';
import { comparesAll } from '../views/compare.ts';
import { textLink } from '../views/days.ts';
import { stateWords } from '../words.ts';
import { textOfStretch } from './lives.ts';
import type { Span } from './on-day.ts';
import { plainWords } from './plain.ts';
import { type StateName, stateName } from './words.ts';

export interface LifeLine extends Span {
  days: string;
  state: StateName;
  reason: string;
  /** The text of these days, where the work has several; `name` is what addresses call it. */
  text?: Link & { name: string; here: boolean };
}

/** What a badge says from one day until before another; empty: without bound. */
export interface Stretch extends StateName, Span {
  /** A sentence for laymen; absent where the text is in force. */
  plain?: string;
}

export interface DeadlineRow {
  label: string;
  href: string;
  words: string;
  from: string;
  rule: string;
}

export interface LifeView {
  lines: LifeLine[];
  /** SVG, or nothing where there is only one stretch to draw. */
  picture?: string;
  deadlines: DeadlineRow[];
  /** Deadlines that the page does not list because they are too many. */
  left: number;
  /** Terms that no row holds. */
  unread: Link[];
  /** Where all are asked at once, and what is asked of this one there. */
  desk: { href: string; asked: string };
  /** Address of a comparison, with OLD and NEW for the names of the texts; absent for a work of one text. */
  compare?: string;
}

/** Rows of deadlines that a page prints. */
const printed = 60;

const words = Object.fromEntries(
  Object.entries(stateWords).map(([state, { word }]) => [state, word]),
) as Record<keyof typeof stateWords, string>;

/** What a badge says on each day: of one text of the work, or of the work where none is named. */
export function stretchesOf(holdings: Holdings, work: Work, version?: Version): Stretch[] {
  const life = version ? lifeOfText(holdings, work, version) : lifeOfWork(holdings, work);
  const known = knownTo(work, holdings.events.get(work.id) ?? []);
  return life.map(({ from = '', until = '', state, basis }, at) => {
    const plain = plainWords(life, at, known);
    return { since: from, until, ...stateName(state, basis), ...(plain ? { plain } : {}) };
  });
}

/** The life of one text of a work: before another takes its place, and after. */
function lifeOfText({ events }: Holdings, work: Work, { date }: Version): LifeOfText {
  return lifeOf(work, events.get(work.id) ?? [], work.horizon ?? '', date || undefined);
}

/** The life of a work, told on the page of one of its texts. */
export function lifeView(holdings: Holdings, work: Work, version?: Version): LifeView {
  const life = lifeOfWork(holdings, work);
  const old = version && version !== presentText(holdings, work) ? version.date : undefined;
  const deadlines = version ? deadlinesOf(version.instrument) : [];
  const unread = version ? unreadOf(version.instrument) : [];
  const asked = work.documentNumber ?? work.title;
  return {
    lines: linesOf(holdings, work, life, version),
    ...(life.length > 1 ? { picture: timelineSvg(life, words, `${titleWords(work.title)}的时效`) } : {}),
    deadlines: deadlines.slice(0, printed).map((deadline) => deadlineRow(deadline, version!.instrument)),
    unread: unread.slice(0, printed),
    left: Math.max(0, deadlines.length - printed) + Math.max(0, unread.length - printed),
    desk: { href: statusUrl(), asked: old ? textName(work.id, old) : asked },
    ...(comparesAll(work) ? { compare: compareUrl(work.id, 'OLD', 'NEW') } : {}),
  };
}

/** Terms that are not read, by their places. */
function unreadOf(instrument: Instrument): Link[] {
  const places = placesOf(instrument);
  return unreadTerms(instrument).map(({ words: term, eId }) => ({
    text: `${places.words(eId)}：${term}`,
    href: `#${eId}`,
  }));
}

function linesOf(holdings: Holdings, work: Work, life: LifeOfText, shown: Version | undefined): LifeLine[] {
  const told = timelineLines(life, words);
  return life.map((stretch, i) => {
    const { from, until, state, basis, reason, doubts = [] } = stretch;
    const text = textOfStretch(work, stretch);
    return {
      since: from ?? '',
      until: until ?? '',
      days: told[i]!.days,
      state: stateName(state, basis),
      reason: [reason, doubtWords(doubts)].filter(Boolean).join('；'),
      ...(text
        ? { text: { ...textLink(holdings, text), name: dateName(text.date), here: text === shown } }
        : {}),
    };
  });
}

function deadlineRow(
  { eId, words: printedWords, from, period, rule }: Deadline,
  instrument: Instrument,
): DeadlineRow {
  const arabic =
    period && !printedWords.includes(formatPeriod(period).slice(0, -1)) ? `（${formatPeriod(period)}）` : '';
  return {
    label: placesOf(instrument).words(eId),
    href: `#${eId}`,
    words: `${printedWords}${arabic}`,
    from: from ?? '',
    rule,
  };
}
