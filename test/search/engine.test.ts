/** The search of a page over a server that is not there: what is asked of it, and what comes of a new publication. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/domain/search/corpus.ts';
import { manifestPath } from '../../src/domain/search/files/manifest.ts';
import { type PackOptions, packCorpus } from '../../src/domain/search/files/pack.ts';
import { type Answer, createEngine, type Question, type SearchEngine } from '../../src/site/search/engine.ts';
import { corpusOf, seedWorks, townWorks } from './sample.ts';

const base = '/search/data/';
const seed = corpusOf(seedWorks());
const both = corpusOf([...seedWorks(), ...townWorks()]);

interface Server {
  fetch: typeof fetch;
  /** Paths asked for since the last call. */
  asked(): string[];
  /** Bytes sent since the last call. */
  sent(): number;
  publish(corpus: Corpus, mode: PackOptions['mode']): string;
  /** Spoils what is sent of a path the next so many times. */
  spoil(kind: RegExp, times: number): void;
}

/** Holds one publication at a time; the files of the one before are gone. */
function server(hasRange = true): Server {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let paths: string[] = [];
  let bytes = 0;
  let spoilt: { kind: RegExp; times: number } | undefined;
  return {
    fetch: async (url, init) => {
      const path = String(url).slice(base.length);
      paths.push(path);
      const file = files.get(path);
      if (!file) return new Response('', { status: 404 });
      const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
      const isPart = hasRange && from !== undefined;
      if (isPart && Number(from) >= file.length) return new Response('', { status: 416 });
      const body = isPart ? file.slice(Number(from), Number(last) + 1) : file.slice();
      bytes += body.length;
      if (spoilt && spoilt.times > 0 && spoilt.kind.test(path)) {
        spoilt.times--;
        for (let i = 0; i < body.length; i += 2) body[i]! ^= 0x55;
      }
      return new Response(body, { status: isPart ? 206 : 200 });
    },
    asked() {
      const told = paths;
      paths = [];
      return told;
    },
    sent() {
      const told = bytes;
      bytes = 0;
      return told;
    },
    publish(corpus, mode) {
      files.clear();
      for (const { path, content } of packCorpus(corpus, deflateSync, { mode }))
        files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return new TextDecoder().decode(files.get(manifestPath));
    },
    spoil(kind, times) {
      spoilt = { kind, times };
    },
  };
}

async function answers(engine: SearchEngine, question: Question): Promise<Answer[]> {
  const list: Answer[] = [];
  for await (const answer of engine.ask(question)) list.push(answer);
  return list;
}

const titles = (list: readonly Answer[]): string[] => list.at(-1)!.result.hits.map(({ title }) => title);

describe('an archive in one file', () => {
  test('is had with one request, and answers without another', async () => {
    const site = server();
    const engine = createEngine(base, site.publish(seed, 'whole'), site.fetch);
    const list = await answers(engine, { query: '运输证' });
    expect(list).toHaveLength(1);
    expect(list[0]!.result.facets).toBeDefined();
    expect(site.asked()).toEqual([expect.stringMatching(/^w\/[0-9a-f]{16}\.txt$/)]);
    await answers(engine, { query: '举报' });
    expect(site.asked()).toEqual([]);
    expect(engine.kept()).toEqual([expect.stringMatching(/^\/search\/data\/w\/.*\.txt$/)]);
  });

  test('a page that carries no manifest asks for it', async () => {
    const site = server();
    site.publish(seed, 'whole');
    expect(titles(await answers(createEngine(base, '', site.fetch), { query: '运输证' }))).not.toEqual([]);
    expect(site.asked()[0]).toBe(manifestPath);
  });
});

describe('an archive in many files', () => {
  test('few hits are counted at once, many when they are asked to be', async () => {
    const site = server();
    const engine = createEngine(base, site.publish(seed, 'shards'), site.fetch);
    const few = await answers(engine, { query: '运输证', limit: 10, perDocument: 3 });
    expect(few.map(({ final }) => final)).toEqual([false, true]);
    expect(few[1]!.result).toMatchObject({ exact: true, facets: expect.anything() });
    const many = await answers(engine, { query: '网约车', limit: 10, perDocument: 3 });
    expect(many.map(({ final }) => final)).toEqual([true]);
    expect(many[0]!.result.facets).toBeUndefined();
    const counted = await answers(engine, { query: '网约车', limit: 10, perDocument: 3, survey: true });
    expect(counted[1]!.result).toMatchObject({ exact: true, facets: expect.anything() });
    expect(site.asked()).not.toContain(manifestPath);
    expect(engine.kept().length).toBeGreaterThan(5);
  });
});

describe('parts of files', () => {
  const queries = ['运输证', '网约车 平台', '停车场管理', '数字政府建设', '证'];
  const urls = (list: readonly Answer[]): string[] => list.at(-1)!.result.hits.map(({ url }) => url);
  const visit = async (site: Server, query: string): Promise<Answer[]> =>
    answers(createEngine(base, site.publish(both, 'shards'), site.fetch), { query, limit: 10, survey: true });

  test('a host with Range and one without give the same answers, the first with fewer bytes', async () => {
    for (const query of queries) {
      const [withRange, without] = [server(true), server(false)];
      const [one, other] = [await visit(withRange, query), await visit(without, query)];
      expect(one).toEqual(other);
      expect(one.at(-1)!.result.incomplete).toBe(false);
      expect(withRange.sent()).toBeLessThan(without.sent());
    }
  });

  test('a host without Range is asked for each file once', async () => {
    const site = server(false);
    const engine = createEngine(base, site.publish(both, 'shards'), site.fetch);
    for (const query of queries) await answers(engine, { query, limit: 10, survey: true });
    const asked = site.asked();
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('what is kept for a visit without connection is what was read', async () => {
    const site = server(true);
    const engine = createEngine(base, site.publish(both, 'shards'), site.fetch);
    await answers(engine, { query: '运输证', limit: 10 });
    expect(engine.kept().length).toBeGreaterThan(3);
    for (const address of engine.kept())
      expect(address).toMatch(/^\/search\/data\/(?:[dv]\/\w+\.bin|[ith]\/\w+\.bin\?bytes=\d+-\d+)$/);
  });

  test.each([
    [true, /^i\//],
    [true, /^t\//],
    [true, /^[dv]\//],
    [false, /^i\//],
    [false, /^t\//],
    [false, /^[dv]\//],
  ])('damaged on the way (Range %s, %s): noticed and asked for again', async (hasRange, kind) => {
    for (const times of [1, 2]) {
      const [sound, spoilt] = [server(hasRange), server(hasRange)];
      const expected = await visit(sound, '运输证');
      const carried = spoilt.publish(both, 'shards');
      spoilt.spoil(kind, times);
      const engine = createEngine(base, carried, spoilt.fetch);
      let list: Answer[] = [];
      // A part that came twice damaged is said to be missing, and is read with the next question.
      for (let asked = 0; asked < 4; asked++) {
        list = await answers(engine, { query: '运输证', limit: 10, survey: true });
        if (!list.at(-1)!.result.incomplete) break;
      }
      expect(urls(list)).toEqual(urls(expected));
      expect(list.at(-1)!.result.total).toBe(expected.at(-1)!.result.total);
      expect(spoilt.asked().length).toBeGreaterThan(sound.asked().length);
    }
  });
});

test.each([
  ['whole', 'whole'],
  ['shards', 'shards'],
  ['whole', 'shards'],
  ['shards', 'whole'],
] as const)('published anew while a page is open, %s before and %s after', async (before, after) => {
  const site = server();
  const carried = site.publish(seed, before);
  const open = createEngine(base, carried, site.fetch);
  if (before === 'shards') await answers(open, { query: '运输证' });
  site.publish(both, after);
  // A page from before the new publication, opened after it, and one that was open all the time.
  for (const engine of before === 'shards'
    ? [createEngine(base, carried, site.fetch), open]
    : [createEngine(base, carried, site.fetch)]) {
    const list = await answers(engine, { query: '停车场管理人员' });
    expect(list.at(-1)!.result.incomplete).toBe(false);
    expect(titles(list)).toContain('某市停车场管理办法');
  }
});

test('nothing can be had: many files say so, one file fails', async () => {
  const site = server();
  const gone: typeof fetch = async () => new Response('', { status: 404 });
  const shards = createEngine(base, site.publish(seed, 'shards'), gone);
  const [{ result } = { result: undefined }] = await answers(shards, { query: '运输证' });
  expect(result).toMatchObject({ total: 0, incomplete: true });
  const whole = createEngine(base, site.publish(seed, 'whole'), gone);
  await expect(answers(whole, { query: '运输证' })).rejects.toThrow('404');
});
