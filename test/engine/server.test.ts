/** The service as readers and machines meet it: pages without a script, the same as JSON, limits, and plain words. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openEngine } from '../../src/portal/engine.ts';
import { loadCity } from '../../src/portal/load.ts';
import { createServer } from '../../src/portal/server.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, holdingAt, textsOf } from './invented.ts';

const engine = ownEngine(inject('nodes'));
const settings = { name: '试用门户', style: 'body{}', today: () => '2024-06-01', perMinute: 100_000 };
let app: FastifyInstance;

beforeAll(async () => {
  for (const [city, host] of [
    ['文溪市', 'wenxi'],
    ['乙川市', 'yichuan'],
  ] as const) {
    const archive = archiveOf('2024-12-31', textsOf(city));
    const loaded = await loadCity(
      engine,
      cityFiles(holdingAt(archive, `https://${host}.example`, `${city}文库`)),
    );
    expect(loaded.outcome).toBe('switched');
  }
  app = await createServer({ engine, ...settings });
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

const page = async (url: string) => (await app.inject(url)).body;
const json = async (url: string) => (await app.inject(url)).json();
const words = (body: string): string => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('search', () => {
  test('a hit leads to its city’s own page, and tells city, horizon and state', async () => {
    const { hits, total, facets } = await json('/search.json?q=装载危险货物');
    expect(total).toBe(4);
    expect(hits[0]).toMatchObject({
      work: 'wenxi.example/parking',
      city: { id: 'wenxi.example', name: '文溪市文库', horizon: '2024-12-31' },
      url: 'https://wenxi.example/works/parking/#art_3',
      label: '第三条',
      state: 'in-force',
    });
    expect(facets.city).toEqual([
      ['wenxi.example', 2],
      ['yichuan.example', 2],
    ]);
    const body = await page('/search?q=装载危险货物');
    expect(body).toContain('href="https://wenxi.example/works/parking/#art_3"');
    expect(body).toContain('<mark>装载危险货物</mark>');
    expect(words(body)).toContain('文溪市文库（所知止于2024年12月31日）');
    expect(body).not.toContain('<script');
  });

  test('the page’s form carries every choice; counts say what another choice would leave', async () => {
    const { total, facets } = await json('/search.json?q=停车&city=yichuan.example&kind=notice');
    expect(total).toBeGreaterThan(0);
    expect(facets.kind.find(([kind]: [string]) => kind === 'notice')[1]).toBe(total);
    for (const [city, count] of facets.city) {
      expect((await json(`/search.json?q=停车&kind=notice&city=${city}`)).total).toBe(count);
    }
    for (const [state, count] of facets.state) {
      expect((await json(`/search.json?q=停车&kind=notice&city=yichuan.example&state=${state}`)).total).toBe(
        count,
      );
    }
    const body = await page('/search?q=停车&city=yichuan.example');
    expect(body).toMatch(/<option value="yichuan.example" selected>/);
  });

  test('as it stood on a day: the text of that day, in every city', async () => {
    const past = await json('/search.json?q=通报批评 罚款&at=2021-01-01');
    expect(past.hits).toEqual([]);
    const { hits } = await json('/search.json?q=处通报批评&at=2023-01-01');
    expect(hits.map(({ version }: { version: string }) => version)).toEqual(['2022-05-01', '2022-05-01']);
  });

  test('several cities stay several from page to page', async () => {
    const { next } = await json('/search.json?q=停车&limit=2&city=wenxi.example&city=yichuan.example');
    expect(new URL(next, 'https://portal.example').searchParams.getAll('city')).toEqual([
      'wenxi.example',
      'yichuan.example',
    ]);
    const body = await page('/search?q=停车&city=wenxi.example&city=yichuan.example');
    expect(body).toContain('<input type="hidden" name="city" value="yichuan.example">');
  });

  test('page after page reaches every hit once', async () => {
    const all = await json('/search.json?q=的&limit=100');
    const seen: string[] = [];
    let next: string | undefined = '/search.json?q=的&limit=7';
    while (next !== undefined) {
      const part = await json(encodeURI(decodeURI(next)));
      seen.push(
        ...part.hits.map(({ url, version }: { url: string; version: string }) => `${url} ${version}`),
      );
      next = part.next;
    }
    expect(seen).toEqual(
      all.hits.map(({ url, version }: { url: string; version: string }) => `${url} ${version}`),
    );
    expect(new Set(seen).size).toBe(all.total);
  });

  test.each([
    '* OR _exists_:body',
    '{"match_all":{}}',
    '"} } , { "match_all": {',
    'body.two:停车',
    '/.*/',
    '停车~2 AND (管理)',
    '\u0000\u0001art',
    '\ud842',
    "<script>alert('x')</script>",
  ])('words that look like a query language are words: %j', async (query) => {
    const answer = await app.inject(`/search.json?q=${encodeURIComponent(query.toWellFormed())}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().total).toBe(0);
    const body = await page(`/search?q=${encodeURIComponent(query.toWellFormed())}`);
    expect(body).not.toContain('<script');
  });
});

test.each([
  [
    'two hundred and fifty words',
    Array.from({ length: 250 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(' '),
  ],
  [
    'as many that are excluded',
    Array.from({ length: 166 }, (_, i) => `-${String.fromCharCode(0x4e00 + i)}`).join(' '),
  ],
  ['brackets in brackets', '（'.repeat(250) + '）'.repeat(250)],
  ['quotes that do not close', '“'.repeat(499)],
  ['a place of many steps', '第一条第一款'.repeat(80)],
  ['signs that turn the line', '\u202e\u2066停车\u2069\u200b\ufeff'],
  ['half a character', '\ud842停车\udfb7'],
  ['marks on marks', `停${'\u0301'.repeat(400)}`],
  ['a pattern', '(停+)+$|[^车]*?{1,9999}'],
])('%s: an answer or a refusal in words, never an error', async (_name, query) => {
  for (const path of ['/search', '/status', '/cite']) {
    const answer = await app.inject({ url: `${path}.json`, query: { q: query } });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    const shown = await app.inject({ url: path, query: { q: query } });
    expect([path, shown.statusCode]).toEqual([path, 200]);
  }
});

test('one question asked twice in an address is refused, not half answered', async () => {
  for (const path of ['/search', '/status', '/cite']) {
    expect((await app.inject(`${path}.json?q=停车&q=绿化`)).statusCode).toBe(400);
  }
});

test('names that are markup are shown as what they are', async () => {
  const own = ownEngine(inject('nodes'));
  const name = '<script>alert(1)</script>"文库';
  const texts = textsOf('丙城市').map(([work, day, text]): [string, string, string] => {
    return [work, day, text.replace('收费标准。', '<img src=x onerror=alert(1)>。')];
  });
  const files = cityFiles(holdingAt(archiveOf('2024-12-31', texts), 'https://bing.example', name));
  expect((await loadCity(own, files)).outcome).toBe('switched');
  const marked = await createServer({ engine: own, ...settings });
  for (const url of [
    '/search?q=onerror',
    '/status?q=丙城市停车场管理办法',
    '/cite?q=丙城市停车场管理办法第二条',
    '/works',
    '/',
  ]) {
    const { body, statusCode } = await marked.inject({ url });
    expect([url, statusCode]).toEqual([url, 200]);
    expect(body).not.toMatch(/<script|<img/);
    expect(body).toContain('&lt;');
  }
  await marked.close();
  await own.close();
});

describe('status', () => {
  test('one name in two cities: both answers, each with its city, evidence and horizon', async () => {
    const { results } = await json('/status.json?q=乙川市停车场管理办法%0A令第3号&at=2023-01-01');
    const [one, number] = results;
    expect(one).toMatchObject({
      outcome: 'found',
      state: 'in-force',
      city: { id: 'yichuan.example' },
      address: 'https://yichuan.example/works/parking/',
      horizon: '2024-12-31',
    });
    expect(one.evidence.length).toBeGreaterThan(0);
    expect(one.addresses[0]).toMatch(/^https:\/\/yichuan\.example\/works\/parking\//);
    expect(number.matches.map(({ city }: { city: { id: string } }) => city.id).sort()).toEqual([
      'wenxi.example',
      'yichuan.example',
    ]);
  });

  test('beyond the horizon a text is unknown, and a repeal stays a repeal', async () => {
    const { results } = await json(
      '/status.json?q=文溪市财政局关于收费管理的通知%0A文溪市绿化管理规定&at=2026-01-01',
    );
    expect(results.map(({ state }: { state: string }) => state)).toEqual(['unknown', 'repealed']);
    expect(results[0].reason).toContain('2024年12月31日');
  });

  test('a national law is one work, and who tells of it is listed', async () => {
    const { results } = await json('/status.json?q=中华人民共和国道路交通安全法');
    expect(results[0].matches).toBeUndefined();
    expect(results[0].sources.map(({ city }: { city: { name: string } }) => city.name)).toEqual([
      '文溪市文库',
      '乙川市文库',
    ]);
    expect(results[0].state).toBe('unknown');
    const { works } = await json('/works/national.json');
    expect(works).toHaveLength(1);
    expect(works[0].sources).toHaveLength(2);
  });

  test('a thousand lines are answered in order; one more is refused', async () => {
    const names = [
      '文溪市停车场管理办法',
      '查无此文的办法',
      '',
      '乙财〔2023〕5号',
      '《乙川市绿化管理规定》第二条',
    ];
    const list = Array.from({ length: 1000 }, (_, i) => names[i % names.length]!);
    list[999] = '令第8号';
    const payload = `q=${encodeURIComponent(list.join('\n'))}&at=2023-01-01`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({ method: 'POST', url: '/status.json', payload, headers });
    const { results } = answer.json();
    expect(results.map(({ query }: { query: string }) => query)).toEqual(list);
    expect(results.map(({ line }: { line: number }) => line)).toEqual(list.map((_, i) => i + 1));
    expect(results[3]).toMatchObject({ outcome: 'found', work: { title: '乙川市财政局关于收费管理的通知' } });
    expect(results[1].work).toBeNull();
    const shown = await app.inject({ method: 'POST', url: '/status', payload, headers });
    expect(words(shown.body)).toContain('乙川市文库（所知止于2024年12月31日）');
    const more = `q=${encodeURIComponent([...list, '又一行'].join('\n'))}`;
    const refused = await app.inject({ method: 'POST', url: '/status.json', payload: more, headers });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().reason).toContain('1000');
  });
});

test('a citation leads to the place in the text of the day, with its words', async () => {
  const { results } = await json(
    '/cite.json?q=《文溪市停车场管理办法》第二条第（二）项%0A查无此文第三条&at=2021-01-01',
  );
  expect(results[0].results).toMatchObject([
    {
      city: { id: 'wenxi.example' },
      label: '第二条第二项',
      text: '（二）场地证明；',
      version: '2020-03-01',
      address: expect.stringMatching(/^https:\/\/wenxi\.example\/works\/parking\/2020-03-01\/#art_2__/),
    },
  ]);
  expect(results[1]).toMatchObject({
    results: [],
    messages: [{ severity: 'error', reason: expect.stringContaining('查无此文') }],
  });
  const now = await json('/cite.json?q=《文溪市停车场管理办法》第二条第二项&at=2023-01-01');
  expect(now.results[0].results[0].text).toContain('收费标准');
});

test('works are listed with filters, page by page, and one work tells its life and its evidence', async () => {
  const all = await json('/works.json?limit=200');
  const seen: string[] = [];
  let after: number | undefined;
  do {
    const part: { works: { work: string }[]; after?: number } = await json(
      `/works.json?limit=3${after === undefined ? '' : `&after=${after}`}`,
    );
    seen.push(...part.works.map(({ work }) => work));
    after = part.after;
  } while (after !== undefined);
  expect(seen).toEqual(all.works.map(({ work }: { work: string }) => work));
  expect(new Set(seen).size).toBe(all.total);
  const repealed = await json('/works.json?state=repealed&at=2022-01-01&city=wenxi.example');
  expect(repealed.works.map(({ work }: { work: string }) => work)).toEqual(['wenxi.example/greening']);
  const one = await json('/works/wenxi.example/greening.json');
  expect(one.life.at(-1)).toMatchObject({ state: 'repealed', from: '2021-09-01' });
  const body = words(await page('/works/wenxi.example/greening'));
  expect(body).toContain('2021年9月1日起 ✕ 废止');
  expect((await app.inject('/works/wenxi.example/nothing')).statusCode).toBe(404);
});

test.each([
  ['/search?q=停车&city=nowhere', '没有城市'],
  ['/search?q=停车&yaer=2020', 'yaer'],
  ['/search?q=停车&at=0000-01-01', '日期'],
  ['/search?q=停车&at=2021-02-30', '日期'],
  ['/search?q=停车&limit=1000', 'limit'],
  ['/search?q=停车&state=rotten', 'state'],
  [`/search?q=${'长'.repeat(501)}`, '500'],
])('%s is refused in words', async (url, reason) => {
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(400);
  expect(words(answer.body)).toContain(reason);
  expect((await app.inject(url.replace('?', '.json?'))).json().reason).toContain(reason);
});

test('every address of the description answers as it says', async () => {
  const description = await json('/openapi.json');
  expect(description.openapi).toBe('3.1.0');
  for (const path of Object.keys(description.paths)) {
    const asked = (description.paths[path].get.parameters as { name: string }[]).some(
      ({ name }) => name === 'q',
    );
    const url = `${path.replace('{city}', 'wenxi.example').replace('{work}', 'parking')}${asked ? '?q=停车' : ''}`;
    const answer = await app.inject(url);
    expect([path, answer.statusCode]).toEqual([path, 200]);
    const { schema } = description.paths[path].get.responses[200].content['application/json'];
    for (const name of schema.required ?? []) expect(answer.json()).toHaveProperty(name);
    expect((await app.inject(url.replace('.json', ''))).headers['content-type']).toContain('text/html');
  }
});

test('health, readiness and metrics are told, and a page carries the headers that keep it safe', async () => {
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true, cities: 2 });
  expect(await page('/metrics')).toMatch(/gongbao_request_seconds_count\{route="\/search",status="200"\} \d/);
  const { headers } = await app.inject('/');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await app.inject('/nowhere')).statusCode).toBe(404);
});

test('a list of the longest kind is answered, and a longer one refused in words', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const list = (length: number) =>
    `q=${encodeURIComponent('查无此文的办法'.repeat(length / 7 + 1).slice(0, length))}`;
  const whole = await app.inject({ method: 'POST', url: '/cite.json', payload: list(200_000), headers });
  expect([whole.statusCode, whole.json().results]).toEqual([200, [expect.objectContaining({ results: [] })]]);
  const longer = await app.inject({ method: 'POST', url: '/cite.json', payload: list(200_001), headers });
  expect([longer.statusCode, longer.json().reason]).toEqual([400, expect.stringContaining('200000')]);
  const flood = await app.inject({ method: 'POST', url: '/cite.json', payload: list(400_000), headers });
  expect([flood.statusCode, flood.json().reason]).toEqual([413, expect.stringContaining('200000')]);
});

test('who asks too often is told so', async () => {
  const strict = await createServer({ engine, ...settings, perMinute: 3 });
  const codes: number[] = [];
  for (let i = 0; i < 5; i++) codes.push((await strict.inject('/search?q=停车')).statusCode);
  expect(codes).toEqual([200, 200, 200, 429, 429]);
  expect((await strict.inject('/healthz')).statusCode).toBe(200);
  await strict.close();
});

test('a portal that holds no city says so, and never that there is nothing', async () => {
  const bare = ownEngine(inject('nodes'));
  const empty = await createServer({ engine: bare, ...settings });
  for (const url of ['/search?q=停车', '/status?q=停车', '/cite?q=停车', '/works', '/']) {
    const answer = await empty.inject(url);
    expect([url, answer.statusCode]).toEqual([url, 503]);
    expect(words(answer.body)).toContain('还没有取用任何文库');
  }
  expect((await empty.inject('/readyz')).json()).toEqual({ ready: false, cities: 0 });
  await empty.close();
  await bare.close();
});

test('an engine that is away gives a plain page and no answer', async () => {
  const away = openEngine({ nodes: ['http://127.0.0.1:9'], timeout: 500 });
  const lonely = await createServer({ engine: away, ...settings });
  const answer = await lonely.inject('/search?q=停车');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(words(answer.body)).toContain('检索的引擎没有作答');
  expect((await lonely.inject('/readyz')).statusCode).toBe(503);
  expect((await lonely.inject('/healthz')).statusCode).toBe(200);
  await lonely.close();
  await away.close();
});
