/** Rows of what the views read from the places of a text: who is responsible, what is paid, by when. */
import { deadlinesOf } from '../../status/calendar/deadlines.ts';
import { type Cell, type View, viewsOf } from '../../views/index.ts';
import type { HeldText, Holding } from '../holding.ts';
import { basisOf, given, ownEvidence } from './evidence.ts';
import type { DeadlineRecord, PortfolioRecord, TierRecord } from './records.ts';

function viewed<T extends View['type']>(text: HeldText, type: T): Extract<View, { type: T }> | undefined {
  const { instrument, date } = text.version;
  const found = viewsOf(instrument, date || undefined).find((view) => view.type === type);
  return found as Extract<View, { type: T }> | undefined;
}

/** What a claim that is read from a place rests on. */
function read(text: HeldText, cells: readonly Pick<Cell, 'text' | 'eId'>[]) {
  return {
    basis: basisOf(text.version),
    horizon: text.status.horizon,
    evidence: cells.map(({ eId, text: words }) => ownEvidence(text, eId, words)),
  };
}

export function* portfolioRows(holding: Holding): Generator<PortfolioRecord> {
  for (const text of holding.texts) {
    for (const { name, posts, duties, note } of viewed(text, 'portfolios')?.persons ?? []) {
      for (const { kind, verb, fields, cell } of duties) {
        yield {
          work: text.work.id,
          version: text.version.date,
          name: name.text,
          posts: posts.map((post) => post.text),
          duty: kind,
          verb,
          fields: fields.map((field) => field.text),
          note,
          ...read(text, [name, cell]),
        };
      }
    }
  }
}

export function* tierRows(holding: Holding): Generator<TierRecord> {
  for (const text of holding.texts) {
    for (const { amount, condition, acts, floor, eId } of viewed(text, 'rewards')?.tiers ?? []) {
      const { min, max, rate, cell } = amount;
      yield {
        work: text.work.id,
        version: text.version.date,
        amount: cell.text,
        ...given({ min, max, rateMin: rate?.min, rateMax: rate?.max }),
        condition: condition.text,
        acts: acts.map((act) => act.text),
        ...given({ floor: floor?.text }),
        eId,
        ...read(text, [cell, condition, ...acts]),
      };
    }
  }
}

export function* deadlineRows(holding: Holding): Generator<DeadlineRecord> {
  for (const text of holding.texts) {
    for (const { kind, words, period, from, due, rule, eId, text: sentence } of deadlinesOf(
      text.version.instrument,
    )) {
      yield {
        work: text.work.id,
        version: text.version.date,
        eId,
        kind,
        words,
        ...given({ count: period?.count, unit: period?.unit, from }),
        ...(due && 'day' in due ? { due: due.day } : due),
        rule,
        text: sentence,
        ...read(text, [{ eId, text: sentence }]),
      };
    }
  }
}
