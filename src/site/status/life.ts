/** The life of a text as its page shows it: stretches in words and as a picture, and the deadlines that it sets. */
import type { Day, Instrument, LifeOfText, Provision, Version, Work } from '../../domain/model.ts';
import { type Deadline, deadlinesOf } from '../../domain/status/deadlines.ts';
import { lifeOf } from '../../domain/status/life.ts';
import { formatPeriod } from '../../domain/status/periods.ts';
import { timelineLines, timelineSvg } from '../../domain/status/timeline.ts';
import { formatNumeral } from '../../domain/text/numerals.ts';
import { type Holdings, newest } from '../holdings.ts';
import { statusUrl } from '../urls.ts';
import { stateWords, titleWords } from '../words.ts';
import { type StateName, stateName } from './words.ts';

export interface LifeLine {
  since: Day;
  until: Day;
  days: string;
  state: StateName;
  reason: string;
}

/** What a badge says from one day until before another; empty: without bound. */
export interface Stretch extends StateName {
  since: Day;
  until: Day;
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
  /** The desk with this document. */
  desk: string;
}

/** Rows of deadlines that a page prints. */
const printed = 60;

const words = Object.fromEntries(
  Object.entries(stateWords).map(([state, { word }]) => [state, word]),
) as Record<keyof typeof stateWords, string>;

/** The stretches of a text's life alone, for a badge that has no list of them beside it. */
export function stretchesOf(holdings: Holdings, work: Work, version?: Version): Stretch[] {
  const { spans } = spansFor(holdings, work, version);
  return spans.map(({ from = '', until = '', state, basis }) => ({
    since: from,
    until,
    ...stateName(state, basis),
  }));
}

/** The stretches of a work, or of an older text of it, and that text's day. */
function spansFor(holdings: Holdings, work: Work, version?: Version): { spans: LifeOfText; old?: Day } {
  const old = version && version !== newest(work) ? version.date : undefined;
  const spans = lifeOf(work, holdings.events.get(work.id) ?? [], work.horizon ?? '', old);
  return { spans, ...(old === undefined ? {} : { old }) };
}

export function lifeView(holdings: Holdings, work: Work, version?: Version): LifeView {
  const { spans, old } = spansFor(holdings, work, version);
  const deadlines = version ? deadlinesOf(version.instrument) : [];
  const asked = work.documentNumber ?? work.title;
  return {
    lines: linesOf(spans),
    ...(spans.length > 1 ? { picture: timelineSvg(spans, words, `${titleWords(work.title)}的时效`) } : {}),
    deadlines: deadlines.slice(0, printed).map((deadline) => deadlineRow(deadline, version!.instrument)),
    left: Math.max(0, deadlines.length - printed),
    desk: `${statusUrl()}?q=${encodeURIComponent(old ? `${work.id}@${old}` : asked)}`,
  };
}

function linesOf(spans: LifeOfText): LifeLine[] {
  const told = timelineLines(spans, words);
  return spans.map(({ from, until, state, basis, reason }, i) => ({
    since: from ?? '',
    until: until ?? '',
    days: told[i]!.days,
    state: stateName(state, basis),
    reason,
  }));
}

function deadlineRow(
  { eId, words: printedWords, from, period, rule }: Deadline,
  instrument: Instrument,
): DeadlineRow {
  const arabic =
    period && !printedWords.includes(formatPeriod(period).slice(0, -1)) ? `（${formatPeriod(period)}）` : '';
  return {
    label: placeLabel(instrument.provisions, eId),
    href: `#${eId}`,
    words: `${printedWords}${arabic}`,
    from: from ?? '',
    rule,
  };
}

/** `art_7__para_1` → 第七条 (a lone 款 is not named) · `art_8__para_2` → 第八条第二款 · a level → its label and heading. */
export function placeLabel(provisions: readonly Provision[], eId: string): string {
  const path = pathTo(provisions, eId);
  const article = path.findIndex(({ type }) => type === 'article');
  if (article < 0) {
    const level = path.findLast(({ label, heading }) => label !== '' || heading !== undefined);
    return level ? `${level.label}${level.heading ?? ''}`.replace(/[。．.]$/, '').slice(0, 20) : '正文';
  }
  return path
    .slice(article)
    .map((provision, i, parts) => partLabel(provision, parts[i - 1]))
    .join('');
}

function partLabel({ type, label, number }: Provision, parent: Provision | undefined): string {
  if (type === 'paragraph') {
    const several = (parent?.children.filter((child) => child.type === 'paragraph').length ?? 0) > 1;
    return several ? `第${formatNumeral(Number(number))}款` : '';
  }
  if (type === 'item') return `第${label.replace(/[（()）\s]/g, '')}项`;
  return type === 'point' ? `第${number}目` : label;
}

function pathTo(provisions: readonly Provision[], eId: string): Provision[] {
  for (const provision of provisions) {
    if (provision.eId === eId) return [provision];
    // Ids are nested by name, containers of articles excepted: 编章节 do not stand in them.
    const path = pathTo(provision.children, eId);
    if (path.length > 0) return [provision, ...path];
  }
  return [];
}
