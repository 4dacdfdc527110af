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
  publish(corpus: Corpus, mode: PackOptions['mode']): string;
}

/** Holds one publication at a time; the files of the one before are gone. */
function server(): Server {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let paths: string[] = [];
  return {
    fetch: async (url) => {
      const path = String(url).slice(base.length);
      paths.push(path);
      const body = files.get(path);
      return body ? new Response(body) : new Response('', { status: 404 });
    },
    asked() {
      const told = paths;
      paths = [];
      return told;
    },
    publish(corpus, mode) {
      files.clear();
      for (const { path, packed, content } of packCorpus(corpus, { mode })) {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        files.set(path, packed ? new Uint8Array(deflateSync(bytes)) : bytes);
      }
      return new TextDecoder().decode(files.get(manifestPath));
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
    expect(site.asked()).toEqual([expect.stringMatching(/\/all\.txt$/)]);
    await answers(engine, { query: '举报' });
    expect(site.asked()).toEqual([]);
    expect(engine.kept()).toEqual([expect.stringMatching(/^\/search\/data\/.*\/all\.txt$/)]);
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
