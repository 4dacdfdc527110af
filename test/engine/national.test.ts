/** A national law that several cities hold is one work in hits, counts and lists; a law of the same name is not. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadCity, withdrawCity } from '../../src/portal/load.ts';
import { searchCities } from '../../src/portal/search.ts';
import { takeSnapshot } from '../../src/portal/snapshot.ts';
import { listWorks } from '../../src/portal/works.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, holdingAt, rule } from './invented.ts';

const engine = ownEngine(inject('nodes'));
afterAll(() => engine.close());

type Text = [name: string, date: string, text: string];

const law = (name: string, third: string): Text => [
  name,
  '2021-07-15',
  [
    '中华人民共和国渡口管理法',
    '（2021年1月22日公布）',
    '第一条　为了规范渡口管理，制定本法。',
    '第二条　渡口应当设置安全标志。',
    `第三条　${third}`,
    '第四条　本法自2021年7月15日起施行。',
  ].join('\n\n'),
];
const own = (city: string): Text => [
  'ferries',
  '2022-01-01',
  rule(
    '渡口管理办法',
    `${city}人民政府令第9号`,
    '根据《中华人民共和国渡口管理法》，制定本办法。',
    '渡口应当设置安全标志。',
    '本办法自2022年1月1日起施行。',
  ),
];
const usual = '渡船应当按期检验。';

const load = async (name: string, host: string, horizon: string, ...texts: Text[]): Promise<void> => {
  const files = cityFiles(holdingAt(archiveOf(horizon, texts), `https://${host}.example`, name));
  const loaded = await loadCity(engine, files);
  if (loaded.outcome === 'refused') throw new Error(JSON.stringify(loaded.refusals.slice(0, 3)));
};

const ask = async (query: string, more: Partial<Parameters<typeof searchCities>[3]> = {}) =>
  searchCities(engine, await takeSnapshot(engine), query, { at: '2024-06-01', limit: 0, ...more });

beforeAll(async () => {
  await load('甲湖市文库', 'jiahu', '2022-12-31', law('law', usual), own('甲湖市'));
  await load('乙湖市文库', 'yihu', '2024-12-31', law('ferry-law', usual), own('乙湖市'));
  await load('丙湖市文库', 'binghu', '2023-12-31', own('丙湖市'));
});

const places = ({ hits }: Awaited<ReturnType<typeof ask>>) => hits.map(({ work, eId }) => `${work}#${eId}`);

test('the same words of a law are found once, in the city that looked last, with all who hold them', async () => {
  const found = await ask('渡船应当按期检验');
  expect(places(found)).toEqual(['yihu.example/ferry-law#art_3']);
  expect(found.total).toBe(1);
  expect(found.hits[0]!.sources!.map(({ city, address, state }) => [city.name, address, state])).toEqual([
    ['乙湖市文库', 'https://yihu.example/works/ferry-law/#art_3', 'in-force'],
    ['甲湖市文库', 'https://jiahu.example/works/law/#art_3', 'unknown'],
  ]);
});

test('the law by its name is one hit, and those that know the name alone are named too', async () => {
  const { hits } = await ask('中华人民共和国渡口管理法');
  const whole = hits.filter(({ eId, title }) => eId === '' && title === '中华人民共和国渡口管理法');
  expect(whole).toHaveLength(1);
  expect(whole[0]!.sources!.map(({ city, held }) => [city.name, held])).toEqual([
    ['乙湖市文库', true],
    ['甲湖市文库', true],
    ['丙湖市文库', false],
  ]);
});

test('rules of one name in three cities stay three, and so do their places', async () => {
  const found = await ask('渡口应当设置安全标志');
  expect(places(found).sort()).toEqual([
    ...['binghu', 'jiahu', 'yihu'].map((city) => `${city}.example/ferries#art_2`),
    'yihu.example/ferry-law#art_2',
  ]);
  expect(found.hits.filter(({ sources }) => sources).map(({ title }) => title)).toEqual([
    '中华人民共和国渡口管理法',
  ]);
});

test('counts say what is found: of all cities one law, of each city its own', async () => {
  const { facets, total } = await ask('渡口应当设置安全标志');
  expect(total).toBe(4);
  expect(facets!.city.toSorted()).toEqual([
    ['binghu.example', 1],
    ['jiahu.example', 2],
    ['yihu.example', 2],
  ]);
  for (const [city, count] of facets!.city)
    expect((await ask('渡口应当设置安全标志', { cities: [city] })).total).toBe(count);
  for (const [kind, count] of facets!.kind)
    expect((await ask('渡口应当设置安全标志', { filters: { kind } })).total).toBe(count);
  for (const [work, count] of facets!.work)
    expect((await ask('渡口应当设置安全标志', { filters: { work } })).total).toBe(count);
});

test('a place of the law is found in one city; within another city’s work, there', async () => {
  expect(places(await ask('中华人民共和国渡口管理法 第三条'))).toEqual(['yihu.example/ferry-law#art_3']);
  const inside = await ask('渡船应当按期检验', { filters: { work: 'jiahu.example/law' } });
  expect(places(inside)).toEqual(['jiahu.example/law#art_3']);
});

test('a work is listed once, with those that tell of it', async () => {
  const { works, total } = await listWorks(engine, await takeSnapshot(engine), {
    at: '2024-06-01',
    limit: 200,
  });
  const laws = works.filter(({ title }) => title.endsWith('渡口管理法'));
  expect(laws.map(({ work, sources }) => [work, sources!.length])).toEqual([['yihu.example/ferry-law', 3]]);
  expect(works.filter(({ title }) => title === '渡口管理办法')).toHaveLength(3);
  expect(total).toBe(works.length);
});

test('a text that differs in its words stands for itself, beside the other; gone, the rest speak', async () => {
  await load('丁湖市文库', 'dinghu', '2025-12-31', law('law', '渡船应当按年检验。'));
  expect(places(await ask('渡船应当按期检验'))).toEqual(['yihu.example/ferry-law#art_3']);
  const other = await ask('渡船应当按年检验');
  expect(places(other)).toEqual(['dinghu.example/law#art_3']);
  expect(other.hits[0]).not.toHaveProperty('sources');
  await withdrawCity(engine, 'dinghu.example');
  await withdrawCity(engine, 'yihu.example');
  const left = await ask('渡船应当按期检验');
  expect(places(left)).toEqual(['jiahu.example/law#art_3']);
  expect(left.hits[0]).not.toHaveProperty('sources');
});
