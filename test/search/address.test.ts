import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, hitUrl, narrowedTo, readAsked, writeAsked } from '../../src/site/search/address.ts';

const read = (text: string): Asked => readAsked(new URLSearchParams(text));

test('what is asked stands in the address and is read from it', () => {
  const asked: Asked = {
    query: '网约车 -“巡游”&=?#',
    filters: {
      work: 'parking',
      kind: 'rules',
      issuer: '某市人民政府',
      state: 'in-force',
      year: '2020',
      amended: true,
      text: 'past',
    },
    ...{ sort: 'newest', at: '2021-01-01', pages: 3 },
  };
  expect(read(writeAsked(asked))).toEqual(asked);
  expect(writeAsked({ query: ' ', filters: {}, sort: 'relevance', pages: 1 })).toBe('');
});

test('any query can be written, half characters and very long ones too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
      const back = read(writeAsked({ query, filters: {}, sort: 'relevance', pages: 1 }));
      expect(back.query).toBe(query.trim() === '' ? '' : query.toWellFormed());
    }),
  );
  expect(
    writeAsked({ query: '网'.repeat(10_000), filters: {}, sort: 'relevance', pages: 1 }).length,
  ).toBeLessThan(10_000);
});

test('nonsense in an address is left out', () => {
  expect(read('q=a&sort=x&pages=-3&text=y&amended=2&at=2021-02-30')).toEqual({
    query: 'a',
    filters: {},
    sort: 'relevance',
    pages: 1,
  });
});

test('the latest text has the bare address, a replaced one its date', () => {
  expect(hitUrl({ work: 'w', version: '2020-01-01', eId: 'art_1', past: false })).toBe('/works/w/#art_1');
  expect(hitUrl({ work: 'w', version: '2020-01-01', eId: 'art_1', past: true })).toBe(
    '/works/w/2020-01-01/#art_1',
  );
  expect(hitUrl({ work: 'w', version: '2020-01-01', eId: '', past: true })).toBe('/works/w/2020-01-01/');
});

test('a day in the address narrows the search to the texts of that day; without one all are searched', () => {
  expect(narrowedTo(read('q=登记费&kind=rules&at=2019-06-01'))).toEqual({ kind: 'rules', on: '2019-06-01' });
  expect(narrowedTo(read('q=登记费'))).toEqual({});
  expect(narrowedTo(read('q=登记费&at=2019-02-30'))).toEqual({});
});
