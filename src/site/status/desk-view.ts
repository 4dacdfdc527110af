/** The desk as it stands without scripts: every work of the archive on the horizon. */
import type { Day } from '../../domain/model.ts';
import { type Answer, askStatus } from '../../domain/status/desk/desk.ts';
import type { Holdings } from '../holdings.ts';
import { type Html, makeHtml } from '../html.ts';
import { dayWords } from '../words.ts';
import { bookOf, commonHorizon } from './data.ts';
import { deskLinks } from './desk-links.ts';
import { rowsOf } from './rows.ts';

export interface DeskView {
  horizon?: Day;
  horizonWords: string;
  /** How far the archive knows, in a sentence; empty for an empty archive. */
  reach: string;
  /** The rows of the table, as the desk makes them in the browser. */
  rows: string;
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
  const context = {
    titleOf: (id: string) => holdings.works.get(id)?.title,
    ...deskLinks,
    all: true,
  };
  const numbered = book.works
    .filter(({ documentNumber }) => documentNumber)
    .map(({ documentNumber }) => documentNumber);
  return {
    ...(horizon ? { horizon } : {}),
    horizonWords: horizon ? dayWords(horizon) : '',
    reach: reachWords(horizon, commonHorizon(holdings)),
    rows: results
      .flatMap((result) => rowsOf<Answer, Html>(makeHtml, result, context))
      .map(({ text }) => text)
      .join(''),
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
