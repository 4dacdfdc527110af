import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/domain/search/analysis.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { type SearchOptions, searchArchive } from '../../src/domain/search/search.ts';
import { corpusOf, packed, seedWorks, townWorks } from './sample.ts';

const corpus = corpusOf([...seedWorks(), ...townWorks()]);
const memory = memorySource(corpus);
// Small files and few documents in each: every path of the reader is taken, frequent terms too.
const shards = packed(corpus, { mode: 'shards', perFile: 4, shardBytes: 400 });

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
