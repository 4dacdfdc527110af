/** The desk as it stands without scripts: every work of the archive on the horizon. */
import type { Day } from '../../domain/model.ts';
import { type AskResult, askStatus } from '../../domain/status/desk.ts';
import type { Holdings } from '../holdings.ts';
import { placeUrl, workUrl } from '../urls.ts';
import { dayWords, titleWords } from '../words.ts';
import { bookOf, commonHorizon } from './data.ts';
import { evidenceWords, type StateName, stateName } from './words.ts';

export interface DeskRow {
  title: string;
  href: string;
  number?: string;
  state: StateName;
  reason: string;
  doubts: readonly string[];
  evidence: { text: string; title?: string; href: string }[];
}

export interface DeskView {
  horizon?: Day;
  horizonWords: string;
  /** How far the archive knows, in a sentence; empty for an empty archive. */
  reach: string;
  rows: DeskRow[];
  /** Works that the page does not list because they are too many. */
  left: number;
  /** A number of the archive, as an example of what may be typed. */
  example: string;
}

/** Rows that the page prints; the desk answers for all. */
const printed = 300;

export function deskView(holdings: Holdings): DeskView {
  const book = bookOf(holdings);
  const { horizon } = book;
  const ids = book.works.slice(0, printed).map(({ id }) => id);
  const results = horizon ? askStatus(ids, horizon, book) : [];
  const numbered = book.works
    .filter(({ documentNumber }) => documentNumber)
    .map(({ documentNumber }) => documentNumber);
  return {
    ...(horizon ? { horizon } : {}),
    horizonWords: horizon ? dayWords(horizon) : '',
    reach: reachWords(horizon, commonHorizon(holdings)),
    rows: results.map((result) => rowOf(result, holdings)),
    left: Math.max(0, book.works.length - printed),
    example: numbered.slice(0, 2).join('\n'),
  };
}

function reachWords(horizon: Day, common: Day | undefined): string {
  if (!horizon) return '';
  return common
    ? `本库所知止于${dayWords(common)}，此后另有规定的，本库不知`
    : `所收文本最晚为${dayWords(horizon)}；每份文件只知到理由所写的日子，此后另有规定的，本库不知`;
}

function rowOf({ work, state, basis, reason, evidence, doubts }: AskResult, holdings: Holdings): DeskRow {
  return {
    title: work?.title ?? '',
    href: workUrl(work?.id ?? ''),
    ...(work?.documentNumber ? { number: work.documentNumber } : {}),
    state: stateName(state, basis),
    reason,
    doubts,
    evidence: evidence.map(({ instrument, eId, text }, i) => {
      const named = instrument !== work?.id && evidence[i + 1]?.instrument !== instrument;
      const title = !named ? undefined : holdings.works.get(instrument)?.title;
      const href = eId ? placeUrl(instrument, eId) : workUrl(instrument);
      return { text: evidenceWords(text, eId), href, ...(title ? { title: titleWords(title) } : {}) };
    }),
  };
}
