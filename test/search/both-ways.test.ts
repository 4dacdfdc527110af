import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/domain/search/analysis.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { type SearchOptions, searchArchive } from '../../src/domain/search/search.ts';
import { corpusOf, packed, seedWorks, townWorks } from './sample.ts';

const corpus = corpusOf([...seedWorks(), ...townWorks()]);
const memory = memorySource(corpus);
// Small files and few documents in each: every path of the reader is taken, frequent terms too.
const shards = packed(corpus, { mode: 'shards', perPiece: 4, shardBytes: 400 });

const places = fc.record({
  id: fc.nat(corpus.size - 1),
  start: fc.nat(400),
  length: fc.integer({ min: 1, max: 24 }),
});

/** What a plain scan finds. */
function scan(phrase: string): number[] {
  return corpus.documents.filter(({ body }) => body.includes(phrase)).map(({ id }) => id);
}

function substring({ id, start, length }: { id: number; start: number; length: number }): string {
  const body = corpus.documents[id]!.body.replaceAll('\n', '');
  return body.slice(start % body.length, (start % body.length) + length);
}

async function both(query: string, options: SearchOptions): Promise<unknown[]> {
  return Promise.all([
    searchArchive(memory, query, options),
    searchArchive(shards.source, query, { ...options, survey: true }),
  ]);
}

describe('every substring of the archive is found, and nothing else', () => {
  test('in memory and from files: the hits of a plain scan', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (place) => {
        const phrase = substring(place);
        fc.pre(phrase.trim() === phrase && normalise(phrase) === phrase && phrase !== '');
        const expected = scan(phrase).length;
        const [inMemory, fromFiles] = await Promise.all([
          searchArchive(memory, `“${phrase}”`, { limit: 0 }),
          searchArchive(shards.source, `“${phrase}”`, { limit: 0, survey: true }),
        ]);
        expect(inMemory.total).toBe(expected);
        expect(inMemory.hits.length).toBe(expected);
        expect(fromFiles.total).toBe(expected);
        expect(fromFiles.hits).toEqual(inMemory.hits);
      }),
      { numRuns: 400 },
    );
  });
});

describe('both ways give the same hits in the same order', () => {
  const queries = [
    ...[
      '网约车',
      '运输证',
      '管理',
      '证',
      '的',
      '政府',
      '停车场',
      '第十条',
      '网约车 第十条',
      '6条1款3项',
      '某市',
    ],
    ...[
      '网约车 平台',
      '管理 收费',
      '数字政府 建设',
      '网约车 -平台',
      '停车场 -收费',
      '-管理',
      '“经营许可” 驾驶员',
    ],
    ...['湛府〔2020〕68号', '湛府2020 71', '某府办〔2021〕6号', '5G', '收费标准和监督', '停车 收费 备案'],
    ...['停车场 第一条 收费', '第三条第二项', '第三条 经营者 制度', '备案 第四条 直升机'],
  ];
  test.each(queries)('%s', async (query) => {
    for (const options of [
      { limit: 10 },
      { limit: 0 },
      { limit: 5, offset: 3 },
      { limit: 8, perDocument: 2 },
    ]) {
      const [inMemory, fromFiles] = await both(query, options);
      expect(fromFiles).toEqual(inMemory);
    }
  });
  test.each(queries)('%s, as the page asks: the same hits without a count of all', async (query) => {
    for (const options of [
      { limit: 10, perDocument: 3 },
      { limit: 30, perDocument: 2, at: '2021-07-02' },
      { limit: 10, sort: 'oldest' },
      { limit: 10, sort: 'document', filters: { text: 'latest' } },
    ] as SearchOptions[]) {
      const inMemory = await searchArchive(memory, query, options);
      const fromFiles = await searchArchive(shards.source, query, options);
      expect(fromFiles.hits.map(({ url }) => url)).toEqual(inMemory.hits.map(({ url }) => url));
      expect(fromFiles.more).toBe(inMemory.more);
      // What was not counted is bounded from above; what is said to be exact is.
      if (fromFiles.exact) expect(fromFiles.total).toBe(inMemory.total);
      else expect(fromFiles.total).toBeGreaterThanOrEqual(inMemory.total);
      for (const [i, { inDocument, moreInDocument }] of fromFiles.hits.entries()) {
        if (inDocument !== undefined) expect(inDocument).toBe(inMemory.hits[i]!.inDocument);
        expect(moreInDocument === true && inDocument !== undefined).toBe(false);
      }
    }
  });
  test.each(queries)('%s, filtered and sorted', async (query) => {
    for (const options of [
      { limit: 0, sort: 'newest' },
      { limit: 7, sort: 'oldest' },
      { limit: 0, sort: 'document' },
      { limit: 0, filters: { kind: 'measures' } },
      { limit: 0, filters: { work: 'parking' } },
      { limit: 0, filters: { year: '2020', text: 'latest' } },
      { limit: 0, filters: { text: 'past' } },
    ] as SearchOptions[]) {
      const [inMemory, fromFiles] = await both(query, options);
      expect(fromFiles).toEqual(inMemory);
    }
  });
  test('for random words of the archive, several at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(places, { minLength: 2, maxLength: 3 }), async (list) => {
        const query = list.map((place) => substring({ ...place, length: 1 + (place.length % 3) })).join(' ');
        const [inMemory, fromFiles] = await both(query, { limit: 12 });
        expect(fromFiles).toEqual(inMemory);
      }),
      { numRuns: 120 },
    );
  });
});

describe('what is read for a page', () => {
  const fine = packed(corpus, { mode: 'shards', perPiece: 1 });
  const textsRead = async (query: string, options: SearchOptions): Promise<number> => {
    const fresh = packed(corpus, { mode: 'shards', perPiece: 1 });
    await searchArchive(fresh.source, query, options);
    return fresh.read().filter((path) => path.startsWith('t/')).length;
  };

  test.each(['的', '管理', '政府', '车'])('%s: hardly a text but those of the ten hits', async (query) => {
    expect(await textsRead(query, { limit: 10 })).toBeLessThanOrEqual(11);
    expect(await textsRead(query, { limit: 10, perDocument: 3 })).toBeLessThanOrEqual(16);
  });

  test.each(['newest', 'oldest', 'document'] as const)(
    'sorted %s, the candidates are not read',
    async (sort) => {
      expect(await textsRead('数字政府', { limit: 10, sort })).toBeLessThanOrEqual(14);
    },
  );

  test('every text can be read', async () => {
    const ids = corpus.documents.map(({ id }) => id);
    expect((await fine.source.load(ids)).map((document) => document?.text)).toEqual(
      corpus.documents.map(({ text }) => text),
    );
  });
});
