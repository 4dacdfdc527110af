/** Taking a city in: all or nothing, again or on from where it stopped, and never at the cost of another city. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Engine } from '../../src/portal/engine.ts';
import { recordKinds } from '../../src/portal/indices.ts';
import type { CityFiles } from '../../src/portal/load/check.ts';
import { loadCity, withdrawCity } from '../../src/portal/load.ts';
import { searchCities } from '../../src/portal/search.ts';
import { takeSnapshot } from '../../src/portal/snapshot.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, holdingAt, textsOf } from './invented.ts';

const engine: Engine = ownEngine(inject('nodes'));
afterAll(() => engine.close());

const wenxi = (texts = textsOf('文溪市')): CityFiles =>
  cityFiles(holdingAt(archiveOf('2024-12-31', texts), 'https://wenxi.example', '文溪市文库'), 'wenxi');
const yichuan = (): CityFiles =>
  cityFiles(
    holdingAt(archiveOf('2023-12-31', textsOf('乙川市')), 'https://yichuan.example', '乙川市文库'),
    'yichuan',
  );

const found = async (query: string, cities?: string[]): Promise<string[]> => {
  const { hits } = await searchCities(engine, await takeSnapshot(engine), query, {
    at: '2024-01-01',
    limit: 0,
    ...(cities ? { cities } : {}),
  });
  return hits.map(({ url }) => url);
};

/** Files in which some lines are changed. */
const changed = (files: CityFiles, name: string, change: (lines: string[]) => string[]): CityFiles => ({
  ...files,
  async *lines(kind) {
    const lines: string[] = [];
    for await (const line of files.lines(kind)) lines.push(line);
    yield* kind === name ? change(lines) : lines;
  },
});

beforeAll(async () => {
  expect(await loadCity(engine, wenxi())).toMatchObject({ outcome: 'switched', resumed: 0 });
});

test('the same files again change nothing', async () => {
  const before = await takeSnapshot(engine);
  expect(await loadCity(engine, wenxi())).toMatchObject({ outcome: 'unchanged' });
  expect((await takeSnapshot(engine)).id).toBe(before.id);
});

test('a second city does not move the first: the same numbers, the same answers', async () => {
  const before = await found('停车', ['wenxi.example']);
  const indices = (await takeSnapshot(engine)).indices('provisions');
  await loadCity(engine, yichuan());
  const after = await takeSnapshot(engine);
  expect(after.cities.map(({ id, ordinal }) => [id, ordinal])).toEqual([
    ['wenxi.example', 0],
    ['yichuan.example', 1],
  ]);
  expect(after.indices('provisions', ['wenxi.example'])).toEqual(indices);
  expect(await found('停车', ['wenxi.example'])).toEqual(before);
  const both = await found('停车');
  expect(both.filter((url) => url.startsWith('https://wenxi.example/'))).toEqual(before);
  expect(both.length).toBe(2 * before.length);
});

test('a city loaded anew is switched at once: the old text is gone, the new one is there, the other stays', async () => {
  const other = await found('停车', ['yichuan.example']);
  const texts = textsOf('文溪市').map(([name, date, text]) => {
    return [name, date, text.replace('装载危险货物', '装载易燃货物')] as [string, string, string];
  });
  expect(await found('“装载危险货物”', ['wenxi.example'])).not.toEqual([]);
  expect(await loadCity(engine, wenxi(texts))).toMatchObject({ outcome: 'switched' });
  expect(await found('“装载危险货物”', ['wenxi.example'])).toEqual([]);
  expect(await found('“装载易燃货物”')).toHaveLength(2);
  expect(await found('停车', ['yichuan.example'])).toEqual(other);
  const { body } = await engine.client.cat.indices({ index: `${engine.prefix}-*-wenxi*`, format: 'json' });
  expect(body).toHaveLength(recordKinds.length);
  expect(await loadCity(engine, wenxi())).toMatchObject({ outcome: 'switched' });
});

test.each([
  [
    'a line that is no JSON',
    'works',
    (lines: string[]) => [lines[0]!, '{"id":', ...lines.slice(2)],
    'wenxi/portal/works.jsonl:2',
    '不是 JSON',
  ],
  [
    'a state that there is not',
    'provisions',
    (lines: string[]) => [lines[0]!.replace('"state":"', '"state":"x-'), ...lines.slice(1)],
    'wenxi/portal/provisions.jsonl:1',
    'of.states',
  ],
  [
    'a file that ends too soon',
    'events',
    (lines: string[]) => lines.slice(0, -1),
    'wenxi/portal/events.jsonl',
    '文件不全',
  ],
  [
    'provisions of a work that is not there',
    'provisions',
    (lines: string[]) => [...lines.slice(0, -1), lines.at(-1)!.replace(/"work":"[^"]*"/, '"work":"nobody"')],
    'wenxi/portal/provisions.jsonl:',
    'nobody',
  ],
  [
    'units out of order',
    'provisions',
    (lines: string[]) => [lines[1]!, lines[0]!, ...lines.slice(2)],
    'wenxi/portal/provisions.jsonl:2',
    '先后',
  ],
])('%s is refused with its place, and what was there stays', async (_, name, change, place, reason) => {
  const before = await found('停车');
  const loaded = await loadCity(engine, changed(wenxi(), name, change));
  if (loaded.outcome !== 'refused') throw new Error(loaded.outcome);
  expect(loaded.refusals[0]!.place).toContain(place);
  expect(loaded.refusals.map((each) => each.reason).join()).toContain(reason);
  expect(await found('停车')).toEqual(before);
});

test('an export without the address of its site is refused, unless the load says it', async () => {
  const bare = cityFiles(holdingAt(archiveOf(undefined, textsOf('丙城市')), ''), 'bingcheng');
  expect(await loadCity(engine, bare)).toMatchObject({
    outcome: 'refused',
    refusals: [{ place: 'bingcheng/portal/city.json', reason: expect.stringContaining('--home') }],
  });
  expect(await loadCity(engine, bare, { home: 'https://bingcheng.example/gazette' })).toMatchObject({
    outcome: 'switched',
    city: { id: 'bingcheng.example:gazette', ordinal: 2 },
  });
  const [url] = await found('丙城市停车场管理办法');
  expect(url).toBe('https://bingcheng.example/gazette/works/parking/');
});

test('a city withdrawn is gone from every answer, and comes back under its own number', async () => {
  const others = (await found('停车')).filter((url) => !url.startsWith('https://yichuan'));
  expect(await withdrawCity(engine, 'yichuan.example')).toBe(true);
  expect(await found('停车')).toEqual(others);
  expect(await withdrawCity(engine, 'yichuan.example')).toBe(false);
  expect(await loadCity(engine, yichuan())).toMatchObject({ outcome: 'switched', city: { ordinal: 1 } });
});
