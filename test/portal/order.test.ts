import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InstrumentKind } from '../../src/domain/model.ts';
import { baseOrder } from '../../src/domain/search/order.ts';
import type { SearchDocument, SearchVersion } from '../../src/domain/search/types.ts';
import { mostCities, OrderKeys, shape } from '../../src/portal/order.ts';
import { kindWords } from '../../src/site/words.ts';

const version: fc.Arbitrary<SearchVersion> = fc.record({
  work: fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), minLength: 1, maxLength: 4 }),
  date: fc.constantFrom(
    '',
    '1949-10-01',
    '1899-01-01',
    '2020-02-29',
    '2020-12-31',
    '2079-06-06',
    '2090-01-01',
  ),
  title: fc
    .oneof({ weight: 9, arbitrary: fc.nat(60) }, fc.constantFrom(1022, 1023, 1024, 3000))
    .map((length) => '题'.repeat(length)),
  kind: fc.constantFrom(...(Object.keys(kindWords) as InstrumentKind[])),
  aliases: fc.constant([]),
  amended: fc.boolean(),
  states: fc.constant([]),
  standing: fc.constantFrom(0 as const, 1 as const, 2 as const),
});

const documentsOf = (version: SearchVersion, provisions: number): SearchDocument[] =>
  Array.from({ length: provisions + 1 }, (_, i) => ({
    ...{ version, type: i === 0 ? 'title' : 'article', eId: i === 0 ? '' : `art_${i}` },
    ...{ label: '', heading: '', crumbs: [], text: '', units: [] },
  }));

const archive = fc
  .uniqueArray(fc.tuple(version, fc.nat(3)), {
    maxLength: 30,
    selector: ([{ work, date, standing }]) => `${work}@${date}@${standing}`,
  })
  .map((list) => baseOrder(list.flatMap(([one, count]) => documentsOf(one, count))));

/** Long titles stand together, by position alone. */
const short = (documents: SearchDocument[]) => documents.filter(({ version }) => version.title.length < 1023);

test('the numbers of one city ascend as its own order does, whatever its number among the cities', () => {
  fc.assert(
    fc.property(archive, fc.nat(mostCities - 1), (documents, city) => {
      const keys = new OrderKeys(city);
      const numbers = short(documents).map(({ version, type }) => keys.next(version, type === 'title'));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

test('whole documents, provisions and past texts have ranges of their own, as the search expects them', () => {
  fc.assert(
    fc.property(archive, (documents) => {
      const keys = new OrderKeys(3);
      for (const { version, type } of documents) {
        const number = keys.next(version, type === 'title');
        const past = version.standing === 2;
        const [from, to] = past ? [shape.firstPast, shape.size] : [0, shape.firstPast];
        const titles = past ? shape.firstPast + shape.pastTitles : shape.titles;
        expect(number >= from && number < to).toBe(true);
        expect(number < titles).toBe(type === 'title');
      }
    }),
  );
});

test('what is equal in two cities stands by city, and what is not stands as in one archive', () => {
  fc.assert(
    fc.property(archive, archive, (one, two) => {
      const number = (documents: SearchDocument[], city: number) => {
        const keys = new OrderKeys(city);
        return short(documents).map((document) => ({
          city,
          document,
          key: keys.next(document.version, document.type === 'title'),
        }));
      };
      const merged = [...number(one, 0), ...number(two, 1)].sort((a, b) => a.key - b.key);
      expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length);
      const rank = ({ document: { version, type } }: (typeof merged)[number]) => [
        version.standing === 2,
        type !== 'title',
        type === 'title' ? version.title.length : 0,
      ];
      for (let i = 1; i < merged.length; i++) {
        const [before, after] = [rank(merged[i - 1]!), rank(merged[i]!)];
        const at = before.findIndex((value, j) => value !== after[j]);
        if (at >= 0) expect(Number(before[at])).toBeLessThan(Number(after[at]));
      }
    }),
  );
});

test('more documents of one day than can be told apart are refused, not mixed up', () => {
  const keys = new OrderKeys(0);
  const one: SearchVersion = {
    ...{ work: 'a', date: '2020-01-01', title: '通知', kind: 'notice' },
    ...{ aliases: [], amended: false, states: [], standing: 0 },
  };
  for (let i = 0; i < 2048; i++) keys.next(one, true);
  expect(() => keys.next(one, true)).toThrow('2048');
  expect(() => new OrderKeys(mostCities)).toThrow(String(mostCities));
});
