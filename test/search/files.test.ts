import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../src/domain/model.ts';
import { manifestPath, nameOf, readManifest } from '../../src/domain/search/files/manifest.ts';
import { packCorpus } from '../../src/domain/search/files/pack.ts';
import { decodeDocuments, encodeDocuments } from '../../src/domain/search/files/texts.ts';
import { decodeVersions, encodeVersions } from '../../src/domain/search/files/versions.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { scanSource } from '../../src/domain/search/scan.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import type { SearchDocument } from '../../src/domain/search/types.ts';
import { formatNumeral } from '../../src/domain/text/numerals.ts';
import { corpusOf, packed, seedWorks, townWorks, workOf } from './sample.ts';

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
    [...packCorpus(corpus, deflateSync, { mode })].map(({ path }) => path);

  test('a small archive is two files, and the same bytes every time', () => {
    const once = [...packCorpus(corpus, deflateSync, { mode: 'whole' })];
    expect(once.map(({ path }) => path.replace(/[0-9a-f]{16}/, 'hash'))).toEqual([
      'w/hash.txt',
      'manifest.json',
    ]);
    for (const mode of ['whole', 'shards'] as const)
      expect([...packCorpus(corpus, deflateSync, { mode })]).toEqual([
        ...packCorpus(corpus, deflateSync, { mode }),
      ]);
  });

  test('every file of many bears the name of its bytes', () => {
    for (const { path, content } of packCorpus(corpus, deflateSync, { mode: 'shards' }))
      if (path !== manifestPath)
        expect(path).toMatch(new RegExp(`^[ihtvd]/${nameOf(content as Uint8Array)}\\.bin$`));
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
    const archive = packed(corpus, { mode: 'shards', perPiece: 4, packCharacters: 400, shardBytes: 400 });
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
      const { source } = spoilt(/^i\//, how, 3);
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
    const read = whole.read().filter((path) => path.startsWith('i/'));
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
    const { source } = spoilt(/^i\//, 'gone');
    for (const query of queries) {
      const result = await searchArchive(source, query);
      expect(result.hits).toEqual([]);
      expect(result.messages.length).toBeGreaterThan(0);
    }
  });

  test.each(['gone', 'cut'] as const)(
    'texts %s: the others are shown, and it is said that some are not',
    async (how) => {
      const { source } = spoilt(/^t\//, how, 2);
      const result = await searchArchive(source, '网约车', { limit: 0 });
      const expected = (await searchArchive(memory, '网约车', { limit: 0 })).hits;
      expect(result.hits.length).toBeLessThan(expected.length);
      expect(result.messages.length).toBeGreaterThan(0);
    },
  );

  test('further postings of a frequent word gone', async () => {
    const { source } = spoilt(/^h\//, 'gone');
    const result = await searchArchive(source, '的', { limit: 500 });
    expect(result.hits.length).toBeGreaterThan(0);
  });

  test('a file that comes back is read the next time', async () => {
    const archive = packed(corpus, { mode: 'shards' });
    const kept = new Map(archive.files);
    for (const path of kept.keys()) if (path.startsWith('i/')) archive.files.delete(path);
    expect((await searchArchive(archive.source, '运输证')).hits).toEqual([]);
    for (const [path, bytes] of kept) archive.files.set(path, bytes);
    expect((await searchArchive(archive.source, '运输证')).hits.length).toBeGreaterThan(0);
  });
});

describe('what a change sends anew', () => {
  const actors = ['经营者', '使用人', '管理单位', '养护单位'];
  const duties = ['建立巡查制度', '公示收费标准', '设置警示标志', '投保责任保险', '如实记录情况'];
  const textOf = (i: number): string =>
    `样洲市集市第${i}号管理办法\n\n${Array.from(
      { length: 30 },
      (_, k) =>
        `第${formatNumeral(k + 1)}条　${actors[(i + k) % 4]}应当${duties[(i * 7 + k * 3) % 5]}，并在${k + 3}日内告知第${i}号窗口。`,
    ).join('\n\n')}\n`;
  const workNumber = (i: number, text = textOf(i)): Work =>
    workOf(`measures-${i}`, { [`20${10 + (i % 10)}-01-01`]: text });
  const many = Array.from({ length: 40 }, (_, i) => workNumber(i));
  const options = { mode: 'shards', shardBytes: 400, packCharacters: 1000 } as const;
  const files = (works: readonly Work[]): Map<string, unknown> =>
    new Map(
      [...packCorpus(corpusOf(works), deflateSync, options)].map(({ path, content }) => [path, content]),
    );
  const before = files(many);
  /** Files of a kind after a change that were not there before. */
  const sent = (works: readonly Work[], kind: string): string[] =>
    [...files(works).keys()].filter((path) => path.startsWith(kind) && !before.has(path));

  test('a word in one article: its pack, the shards of its words, and the names of packs', () => {
    const works = many.with(17, workNumber(17, textOf(17).replace('在9日内告知', '在9日内书面通知')));
    expect(sent(works, 't/')).toHaveLength(1);
    expect(sent(works, 'd/')).toHaveLength(1);
    expect(sent(works, 'v/')).toEqual([]);
    // 书面, 面通, 通知 and their characters come, 内告 and 告知 go.
    expect(sent(works, 'i/').length).toBeLessThanOrEqual(9);
    expect(sent(works, 'h/').length).toBeLessThanOrEqual(2);
  });

  test('a text more: the packs of the other texts stay', () => {
    const more = workOf('measures-more', {
      '2015-06-01':
        '样洲市夜市管理办法\n\n第一条　经营者应当保持清洁。\n\n第二条　本办法自2015年6月1日起施行。\n',
    });
    expect(sent([...many, more], 't/').length).toBeLessThanOrEqual(4);
  });
});
