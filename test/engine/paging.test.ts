/** Beyond ten thousand hits: every page is reached, in every order, and no hit is lost or shown twice. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadCity } from '../../src/portal/load.ts';
import { searchCities } from '../../src/portal/search.ts';
import { type Snapshot, takeSnapshot } from '../../src/portal/snapshot.ts';
import { filesOf, ownEngine } from './cities.ts';

const engine = ownEngine(inject('nodes'));
const provisions = 10_300;
const home = 'https://long.example/';
let snapshot: Snapshot;

beforeAll(async () => {
  const named = { title: '长文办法', kind: 'measures', aliases: [] };
  const unit = (type: string, eId: string, text: string) => ({
    ...{ work: 'long', version: '2020-01-01', type, eId, label: '', heading: '', crumbs: [] },
    ...{ text, units: [] },
  });
  const of = { ...named, amended: false, states: [], standing: 0 };
  const lines = [
    { ...unit('title', '', '长文办法'), of },
    ...Array.from({ length: provisions }, (_, i) =>
      unit('paragraph', `para_${i + 1}`, `通用条款，第${i + 1}段。`),
    ),
  ];
  const work = { ...named, id: 'long', carries: [], versions: [], address: `${home}works/long/` };
  const counts = { works: 1, provisions: lines.length, events: 0, texts: 0 };
  const city = { schema: 'v2', name: '长文文库', home, horizon: '2020-12-31', words: [], ...counts };
  const files = filesOf(
    new Map([
      ['city.json', JSON.stringify(city)],
      ['works.jsonl', JSON.stringify(work)],
      ['provisions.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')],
      ['events.jsonl', ''],
      ['texts.jsonl', ''],
    ]),
  );
  expect(await loadCity(engine, files)).toMatchObject({ outcome: 'switched' });
  snapshot = await takeSnapshot(engine);
});
afterAll(() => engine.close());

test.each([
  ['relevance', '通用条款'],
  ['newest', '通用条款'],
  ['document', '通用'],
] as const)(
  'by %s: pages before, across and after the ten thousandth hit follow each other',
  async (sort, query) => {
    for (const offset of [9_990, 10_000, 10_280]) {
      const { total, hits, more } = await searchCities(engine, snapshot, query, {
        ...{ at: '2020-06-01', limit: 20, offset, sort },
      });
      expect(total).toBe(provisions);
      expect(hits.map(({ eId }) => eId)).toEqual(
        Array.from({ length: 20 }, (_, i) => `para_${offset + i + 1}`),
      );
      expect(more).toBe(offset + 20 < provisions);
    }
  },
);

test('all of them at once are each of them once', async () => {
  const { hits } = await searchCities(engine, snapshot, '通用条款', { at: '2020-06-01', limit: 0 });
  expect(new Set(hits.map(({ eId }) => eId)).size).toBe(provisions);
});
