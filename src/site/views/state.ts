/** The state of a work or of one of its texts on the horizon, with what it rests on and what its own words still hold. */
import type { Day, Evidence, LegalEvent, Provision, Status, Version, Work } from '../../domain/model.ts';
import { knownTo } from '../../domain/status/life/horizon.ts';
import { statusOn } from '../../domain/status/life/life.ts';
import { addDays } from '../../domain/text/calendar.ts';
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { stateName } from '../status/words.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import { dayWords, eitherDay } from '../words.ts';
import type { Link, Run } from './common.ts';

export interface EvidenceView {
  text: string;
  link?: Link;
}

export interface StateView {
  shape: string;
  word: string;
  tone: string;
  asOf: string;
  reason: string;
  evidence: EvidenceView[];
  /** Rules by which those days were counted. */
  rules: string[];
  /** Days after the horizon that the text itself sets: the end of its validity, of a plan. */
  later: string[];
}

/** `● 有效 截至2020年12月31日`, for a head of one line. */
export const stateLine = (state: StateView | undefined): string =>
  state ? `${state.shape} ${state.word} 截至${state.asOf}` : '';

/** A document by its title, linked where it has a page. */
export function documentRun(holdings: Holdings, id: string): Run | undefined {
  const work = holdings.works.get(holdings.versions.get(id)?.work ?? id);
  return work && { text: titleWords(work.title, work.kind), href: workUrl(work.id) };
}

/** The place that an evidence names, in the present text where that still has the words, else in the last that has them. */
export function evidenceLink(holdings: Holdings, { instrument, eId, text }: Evidence): Link | undefined {
  const version = holdings.versions.get(instrument);
  const work = holdings.works.get(version?.work ?? instrument);
  const present = work && presentText(holdings, work);
  const shown = [...(present ? [present] : []), ...(work?.versions.toReversed() ?? [])].find(
    ({ instrument: { provisions, annexes } }) =>
      eId === '' || says([...provisions, ...annexes.flatMap((annex) => annex.provisions)], eId, text),
  );
  if (!work || !(shown ?? version)) return undefined;
  const address = addressOf(holdings, (shown ?? version)!);
  const title = titleWords(work.title, work.kind);
  return { text: title, href: eId && shown ? `${address}#${eId}` : address };
}

/** True where the provision is there and prints the words; words that stand in its parts count. */
function says(provisions: readonly Provision[], eId: string, words: string): boolean {
  return provisions.some((provision) =>
    provision.eId === eId
      ? provision.text.includes(words) || words.includes(provision.text)
      : says(provision.children, eId, words),
  );
}

/** What ends on its last day, and what begins on its first. */
const laterKinds: Partial<Record<LegalEvent['kind'], { ends: string } | { begins: string }>> = {
  expires: { ends: '有效期' },
  'period-ends': { ends: '规划期' },
  'transition-ends': { ends: '过渡期' },
  repealed: { begins: '废止' },
  suspended: { begins: '暂停执行' },
  resumed: { begins: '恢复执行' },
};

/** The last day of a period; an event holds the first day after it. */
export function lastDay({ date, latest }: LegalEvent): string {
  return date ? eitherDay(addDays(date, -1), latest && addDays(latest, -1)) : '';
}

function laterWords(event: LegalEvent): string {
  const words = laterKinds[event.kind];
  if (!words || !event.date) return '';
  if ('ends' in words) return `${words.ends}至${lastDay(event)}`;
  return `${eitherDay(event.date, event.latest)}起${words.begins}`;
}

/** The status on the last day of which the archive informs about the work; of one that it only names, on its own last day. */
export function statusAtHorizon(holdings: Holdings, work: Work, version?: Day): Status | undefined {
  const events = holdings.events.get(work.id) ?? [];
  const day = knownTo(work, events) || holdings.archive.horizon;
  return day ? statusOn(work, events, day, work.horizon ?? '', version) : undefined;
}

/** Undefined where the archive tells no day at all. */
export function stateView(holdings: Holdings, work: Work, version?: Version): StateView | undefined {
  // The newest text, too, is asked for as that text: it may have been printed before it applies.
  const status = statusAtHorizon(holdings, work, version?.date || undefined);
  if (!status) return undefined;
  const { at: horizon } = status;
  const events = holdings.events.get(work.id) ?? [];
  const { shape, word, tone } = stateName(status.state, status.basis);
  const later = events.filter(({ kind, date }) => laterKinds[kind] && date && date > horizon);
  return {
    shape,
    word,
    tone,
    asOf: dayWords(horizon),
    reason: status.reason,
    evidence: status.evidence.map((each) => ({ text: each.text, link: evidenceLink(holdings, each) })),
    rules: later.flatMap(({ rule }) => rule ?? []),
    later: Array.from(new Set(later.map(laterWords))),
  };
}
