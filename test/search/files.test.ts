import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/domain/search/files/manifest.ts';
import { packCorpus } from '../../src/domain/search/files/pack.ts';
import { decodeDocuments, encodeDocuments } from '../../src/domain/search/files/texts.ts';
import { decodeVersions, encodeVersions } from '../../src/domain/search/files/versions.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { scanSource } from '../../src/domain/search/scan.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import type { SearchDocument } from '../../src/domain/search/types.ts';
import { corpusOf, packed, seedWorks, townWorks } from './sample.ts';

const corpus = corpusOf([...seedWorks(), ...townWorks()]);
const memory = memorySource(corpus);

/** Without the fields that only say that something is absent. */
const plain = (documents: readonly SearchDocument[]): unknown => JSON.parse(JSON.stringify(documents));
const bare = corpus.documents.map(({ version, type, eId, label, heading, crumbs, text, units }) => ({
  ...{ version, type, eId, label, heading, crumbs, text, units },
}));

describe('documents as text', () => {
  test('are read as they were written, all or any run of them', () => {
    fc.assert(
      fc.property(fc.nat(bare.length), fc.nat(40), (from, length) => {
        const some = bare.slice(from, from + length);
        expect(plain(decodeDocuments(encodeDocuments(some)))).toEqual(plain(some));
      }),
      { numRuns: 60 },
    );
    expect(plain(decodeDocuments(encodeDocuments(bare)))).toEqual(plain(bare));
  });

  test('with labels, headings and places that no guess foresees', () => {
    const version = { ...bare[0]!.version, states: [{ from: '2020-01-01', state: 'in-force' as const }] };
    const odd: SearchDocument[] = [
      { ...bare[0]!, version, text: '另有其名\n第二行' },
      {
        version,
        type: 'article',
        eId: 'x_art_3-1',
        label: '第三条之一',
        heading: '标题',
        crumbs: ['甲', '乙'],
        text: '无标号的文字\n次行',
        units: [
          { eId: 'elsewhere', start: 0 },
          { eId: 'x_art_3-1__para_9', start: 7 },
        ],
      },
      {
        version,
        type: 'level',
        eId: 'lvl_2',
        label: '',
        heading: '',
        crumbs: [],
        text: '“引号”与\\反斜线',
        units: [{ eId: 'lvl_2', start: 0 }],
      },
    ];
    expect(plain(decodeDocuments(encodeDocuments(odd)))).toEqual(plain(odd));
  });
});

test('the table of versions is read as it was written', () => {
  const table = decodeVersions(encodeVersions(corpus.table), corpus);
  expect(Array.from(table.first)).toEqual(Array.from(corpus.table.first));
  expect(Array.from(table.end)).toEqual(Array.from(corpus.table.end));
  expect(Array.from(table.latest)).toEqual(Array.from(corpus.table.latest));
  for (const { id } of corpus.documents) expect(table.versionOf(id)).toBe(corpus.table.versionOf(id));
  for (const [i, version] of table.versions.entries())
    expect(corpus.table.versions[i]).toMatchObject(version);
});

describe('packing', () => {
  const paths = (mode: 'whole' | 'shards'): string[] =>
    [...packCorpus(corpus, { mode })].map(({ path }) => path);

  test('a small archive is two files, and the same bytes every time', () => {
    const once = [...packCorpus(corpus, { mode: 'whole' })];
    expect(once.map(({ path }) => path.replace(/^[0-9a-f]{16}/, 'hash'))).toEqual([
      'hash/all.txt',
      'manifest.json',
    ]);
    expect([...packCorpus(corpus, { mode: 'whole' })]).toEqual(once);
    expect([...packCorpus(corpus, { mode: 'shards' })]).toEqual([...packCorpus(corpus, { mode: 'shards' })]);
  });

  test('the folder’s name follows the texts', () => {
    const other = corpusOf([...seedWorks(), ...townWorks().slice(1)]);
    const folders = new Set([...paths('shards'), ...paths('whole')].map((path) => path.split('/')[0]));
    for (const { path } of packCorpus(other, { mode: 'shards' }))
      if (path.includes('/')) expect(folders).not.toContain(path.split('/')[0]);
  });

  test('eight neighbours share a text file', () => {
    const texts = paths('shards').filter((path) => /\/t\/\d+\.bin$/.test(path));
    expect(texts).toHaveLength(Math.ceil(corpus.size / 8));
  });

  test('no path is used twice', () => {
    const all = paths('shards');
    expect(new Set(all).size).toBe(all.length);
  });

  test('another format is refused', () => {
    expect(() => readManifest('{"format":999}')).toThrow();
    expect(() => readManifest('<html>')).toThrow();
    expect(() => readManifest('null')).toThrow();
  });
});

test('reading all texts gives the hits of the index, in the same order', async () => {
  const scan = scanSource(corpus);
  for (const query of [
    '网约车',
    '证',
    '管理 收费',
    '网约车 第十条',
    '6条1款3项',
    '湛府〔2020〕68号',
    '网约车 -平台',
    '停车场管理办法 佩戴标志',
  ]) {
    for (const options of [
      { limit: 0 },
      { limit: 5, perDocument: 2 },
      { limit: 0, filters: { work: 'parking' } },
    ]) {
      expect(await searchArchive(scan, query, options)).toEqual(await searchArchive(memory, query, options));
    }
  }
});

describe('files that cannot be read', () => {
  const queries = ['网约车', '运输证', '管理', '数字政府建设', '网约车 平台', '停车场管理', '证'];

  /** An archive whose files of a kind are spoilt: gone, or cut off. */
  function spoilt(kind: RegExp, how: 'gone' | 'cut', every = 1): ReturnType<typeof packed> {
    const archive = packed(corpus, { mode: 'shards', perFile: 4, shardBytes: 400 });
    let n = 0;
    for (const [path, bytes] of archive.files) {
      if (!kind.test(path) || n++ % every !== 0) continue;
      if (how === 'gone') archive.files.delete(path);
      else archive.files.set(path, bytes.subarray(0, bytes.length >> 1));
    }
    return archive;
  }

  test.each(['gone', 'cut'] as const)(
    'some postings %s: hits by the others, checked against the text, and said',
    async (how) => {
      const { source } = spoilt(/\/i\//, how, 3);
      let told = 0;
      for (const query of queries) {
        const expected = (await searchArchive(memory, query, { limit: 0 })).hits;
        const result = await searchArchive(source, query, { limit: 0 });
        told += result.messages.length;
        const keys = new Set(expected.map(({ url }) => url));
        for (const hit of result.hits) expect(keys).toContain(hit.url);
      }
      expect(told).toBeGreaterThan(0);
    },
  );

  test('one posting gone: a phrase of several characters is found all the same', async () => {
    const expected = await searchArchive(memory, '网约车经营', { limit: 0 });
    const whole = packed(corpus, { mode: 'shards', shardBytes: 400 });
    await searchArchive(whole.source, '网约车经营', { limit: 0 });
    const read = whole.read().filter((path) => path.includes('/i/'));
    expect(read.length).toBeGreaterThan(1);
    for (const lost of read) {
      const archive = packed(corpus, { mode: 'shards', shardBytes: 400 });
      archive.files.delete(lost);
      const result = await searchArchive(archive.source, '网约车经营', { limit: 0 });
      expect(result.hits.map(({ url }) => url)).toEqual(expected.hits.map(({ url }) => url));
      expect(result.messages.length).toBeGreaterThan(0);
    }
  });

  test('all postings gone: no hits, and why', async () => {
    const { source } = spoilt(/\/i\//, 'gone');
    for (const query of queries) {
      const result = await searchArchive(source, query);
      expect(result.hits).toEqual([]);
      expect(result.messages.length).toBeGreaterThan(0);
    }
  });

  test.each(['gone', 'cut'] as const)(
    'texts %s: the others are shown, and it is said that some are not',
    async (how) => {
      const { source } = spoilt(/\/t\//, how, 2);
      const result = await searchArchive(source, '网约车', { limit: 0 });
      const expected = (await searchArchive(memory, '网约车', { limit: 0 })).hits;
      expect(result.hits.length).toBeLessThan(expected.length);
      expect(result.messages.length).toBeGreaterThan(0);
    },
  );

  test('further postings of a frequent word gone', async () => {
    const { source } = spoilt(/\/h\//, 'gone');
    const result = await searchArchive(source, '的', { limit: 500 });
    expect(result.hits.length).toBeGreaterThan(0);
  });

  test('a file that comes back is read the next time', async () => {
    const archive = packed(corpus, { mode: 'shards' });
    const kept = new Map(archive.files);
    for (const path of kept.keys()) if (path.includes('/i/')) archive.files.delete(path);
    expect((await searchArchive(archive.source, '运输证')).hits).toEqual([]);
    for (const [path, bytes] of kept) archive.files.set(path, bytes);
    expect((await searchArchive(archive.source, '运输证')).hits.length).toBeGreaterThan(0);
  });
});
