import { expect, test } from 'vitest';
import { placeWords } from '../../src/site/cite.ts';

test.each([
  ['art_6__para_1__item_3', '第六条第一款第三项'],
  ['art_10-1', '第十条之一'],
  ['art_133-1__para_2', '第一百三十三条之一第二款'],
  ['art_3__para_1__item_2__point_11', '第三条第一款第二项第十一目'],
  ['chp_3__sec_2', '第三章第二节'],
  ['art_1260', '第一千二百六十条'],
])('%s is cited as %s', (eId, words) => {
  expect(placeWords(eId)).toBe(words);
});

test.each(['lvl_1__lvl_2', 'att_1__art_1', 'art_6_2', 'para', ''])('%s has no words of its own', (eId) => {
  expect(placeWords(eId)).toBeUndefined();
});
