import { expect, test } from 'vitest';
import { disagreementsView } from '../../src/site/views/disagreements.ts';
import { heldContent, heldTexts } from './held.ts';

const rule = (caption: string) =>
  `某院办案规定\n\n2015年3月1日公布\n\n2015年${caption}施行\n\n第一条　办案适用本规定。\n\n第二条　本规定自2015年4月1日起施行。\n`;

test('both sides are quoted, each with a link to its place', () => {
  const { groups, total } = disagreementsView(heldTexts(['a', '2015-03-01', rule('5月1日')]));
  expect(total).toBe(1);
  expect(groups).toMatchObject([
    {
      about: '施行日期',
      rows: [
        {
          text: { text: '《某院办案规定》', href: '/works/a/2015-03-01/' },
          sides: [
            {
              says: /2015年4月1日/,
              quote: '本规定自2015年4月1日起施行。',
              place: { href: '/works/a/#art_2__para_1' },
            },
            { says: /2015年5月1日/, quote: /5月1日施行/, place: { href: '/works/a/' } },
          ].map(({ says, quote, place }) => ({
            says: expect.stringMatching(says),
            quote: expect.stringMatching(quote),
            place,
          })),
        },
      ],
    },
  ]);
});

test('nothing is listed where all places agree, as in the first issue', () => {
  expect(disagreementsView(heldTexts(['a', '2015-03-01', rule('4月1日')])).total).toBe(0);
  expect(disagreementsView(heldContent())).toEqual({ groups: [], total: 0 });
});
