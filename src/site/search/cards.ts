/** The short answers that the views of this archive hold, for the search page. */

import type { Version, Work } from '../../domain/model.ts';
import type { Card } from '../../domain/search/cards.ts';
import type { Holdings } from '../holdings.ts';
import { stretchesOf } from '../status/life.ts';
import { titleWords } from '../title-words.ts';
import { dutyWords, fieldsOf, newestOfEach } from '../views/portfolios.ts';
import { textsWith } from '../views/readings.ts';
import { rewardsView } from '../views/rewards.ts';

function sourceOf(
  holdings: Holdings,
  { work, version, address }: { work: Work; version: Version; address: string },
): Pick<Card, 'source' | 'date' | 'stretches'> {
  return {
    source: { text: titleWords(work.title, work.kind), href: address },
    date: version.date,
    stretches: stretchesOf(holdings, work, version),
  };
}

/** Who answers for each field, by the newest division of work of each body; what a report is worth, by the newest measures. */
export function cardsOf(holdings: Holdings): Card[] {
  const who = newestOfEach(holdings).current.flatMap((held) =>
    fieldsOf(held).map(
      ({ field, holders }): Card => ({
        asks: 'who',
        field,
        holders: holders.map(({ name, post, verb, kind, href }) => ({
          verb: verb || dutyWords[kind],
          person: { text: post === '' ? name : `${name}，${post}`, href },
        })),
        ...sourceOf(holdings, held),
      }),
    ),
  );
  const rewards = textsWith(holdings, 'rewards').flatMap((held): Card[] => {
    const view = rewardsView(held.version, held.address);
    if (!view) return [];
    return [
      {
        asks: 'reward',
        tiers: view.tiers.map(({ amount, condition, acts }) => ({ amount, condition, acts })),
        steps: view.steps.map(({ trigger, limit, actor = '', action = '', place }) => ({
          words: `${trigger}${limit}${actor || action ? '，' : ''}${actor}${action}`,
          place,
        })),
        ...sourceOf(holdings, held),
      },
    ];
  });
  return [...rewards, ...who];
}
