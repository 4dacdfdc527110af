import { expect, test } from 'vitest';
import type { Engine, Query } from '../../src/portal/engine.ts';
import type { Snapshot } from '../../src/portal/snapshot.ts';
import { nationalWorks } from '../../src/portal/works.ts';

const count = 5003;
const works = Array.from({ length: count }, (_, i) => ({
  ...{ id: `city-${i}/law`, title: '中华人民共和国渡船法', versions: [], horizon: '2024-12-31' },
  address: '/works/law/',
}));

/** Gives one joint key, and its works as many at a time as are asked for. */
const engine = {
  search(_: readonly string[], { aggs, size, search_after: after }: Query) {
    if (aggs) {
      const joint = { buckets: [{ key: { joint: '渡船法' } }] };
      return Promise.resolve({ total: count, hits: [], aggregations: { joint } });
    }
    const from = ((after as number[] | undefined)?.[0] ?? -1) + 1;
    const hits = works.slice(from, from + (size as number)).map((work, i) => ({
      ...{ _id: work.id, _index: 'works', _score: null, _source: { work }, sort: [from + i] },
    }));
    return Promise.resolve({ total: count, hits, aggregations: {} });
  },
} as unknown as Engine;

const snapshot = {
  ...{ cities: [], id: '', indices: () => ['works'] },
  city: (id: string) => ({ id, name: id, horizon: '2024-12-31', home: 'https://one.example/' }),
} as unknown as Snapshot;

test('all who tell of a national law are listed, though one answer does not hold them', async () => {
  const [law, ...others] = (await nationalWorks(engine, snapshot, 10)).works;
  expect(others).toEqual([]);
  expect(law!.sources.map(({ work }) => work)).toEqual(works.map(({ id }) => id));
});
