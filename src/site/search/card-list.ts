/** Cards as the page shows them: the answer, the provision that says it, and whether that text is in force on the day. */
import type { Day } from '../../domain/model.ts';
import type { Card, CardLink, RewardCard, WhoCard } from '../../domain/search/cards.ts';
import { formatDay } from '../../domain/text/calendar.ts';
import { element } from './dom.ts';

const linkTo = ({ text, href }: CardLink): HTMLElement => element('a', { href, 'data-result': '' }, text);

/** One element a card. */
export function cardList(cards: readonly Card[], day: Day): HTMLElement[] {
  return cards.map((card) =>
    element(
      'section',
      { class: 'card' },
      ...(card.asks === 'who' ? whoRows(card) : rewardRows(card)),
      sourceLine(card, day),
    ),
  );
}

function sourceLine({ source, date, stretches }: Card, day: Day): HTMLElement {
  const held = stretches.find(({ since, until }) => since <= day && (until === '' || day < until));
  return element(
    'p',
    { class: 'about' },
    element('span', {}, '据', linkTo(source), date === '' ? '' : `，${formatDay(date)}的文本`),
    held &&
      element('span', { class: `state ${held.tone}` }, `${held.shape} ${held.word}（${formatDay(day)}）`),
    held?.plain && ` ${held.plain}`,
  );
}

function whoRows({ field, holders }: WhoCard): HTMLElement[] {
  return [
    element('h2', {}, `谁管“${field}”`),
    element(
      'ul',
      {},
      ...holders.map(({ verb, person }) => element('li', {}, linkTo(person), `：${verb}${field}`)),
    ),
  ];
}

/** Acts that are listed at once; more are folded, for the answer is the amount. */
const mostActs = 2;

function actRows(acts: readonly CardLink[]): HTMLElement[] {
  const rows = acts.map((act) => element('p', {}, linkTo(act)));
  if (rows.length <= mostActs) return rows;
  return [element('details', {}, element('summary', {}, `${acts.length}种行为`), ...rows)];
}

function rewardRows({ tiers, steps }: RewardCard): HTMLElement[] {
  return [
    element('h2', {}, '奖励多少'),
    element(
      'dl',
      {},
      ...tiers.map(({ amount, condition, acts }) =>
        element(
          'div',
          {},
          element('dt', {}, linkTo(amount)),
          element('dd', {}, ...actRows(acts.length > 0 ? acts : [condition])),
        ),
      ),
    ),
    ...(steps.length > 0
      ? [
          element(
            'details',
            {},
            element('summary', {}, '谁办、几日内办'),
            element(
              'ol',
              {},
              ...steps.map(({ words, place }) => element('li', {}, `${words}（`, linkTo(place), '）')),
            ),
          ),
        ]
      : []),
  ];
}
