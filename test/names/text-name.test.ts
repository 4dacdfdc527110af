import { expect, test } from 'vitest';
import { readTextName, textName } from '../../src/domain/names/index.ts';

test.each([
  ['jiafu-2021-3', '2021-03-01', undefined, 'jiafu-2021-3@2021-03-01'],
  ['jia.example/jiafu-2021-3', '2021-03-01', 'art_3', 'jia.example/jiafu-2021-3@2021-03-01#art_3'],
  ['jiafu-2021-3', '', undefined, 'jiafu-2021-3@'],
])('%s of %s, place %s → %s, and back', (work, version, eId, name) => {
  expect(textName(work, version, eId)).toBe(name);
  expect(readTextName(name)).toEqual({ work, version, ...(eId === undefined ? {} : { eId }) });
});
