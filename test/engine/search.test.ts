/** The portal finds what the static search of a city finds, in the same order. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { type SearchOptions, searchArchive } from '../../src/domain/search/search.ts';
import type { SearchSource } from '../../src/domain/search/source.ts';
import type { SearchHit } from '../../src/domain/search/types.ts';
import type { CityFacets } from '../../src/portal/counts.ts';
import type { Engine } from '../../src/portal/engine.ts';
import { splitId } from '../../src/portal/entries.ts';
import { loadCity } from '../../src/portal/load.ts';
import { searchCities } from '../../src/portal/search.ts';
import { type Snapshot, takeSnapshot } from '../../src/portal/snapshot.ts';
import type { Archive } from '../../src/site/load.ts';
import { loadContent } from '../../src/site/load.ts';
import { searchCorpus } from '../../src/site/search/archive.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, chaptered, dice, generated, holdingAt, textsOf } from './invented.ts';

const engine: Engine = ownEngine(inject('nodes'));
afterAll(() => engine.close());

const plain = ({
  work,
  version,
  eId,
  label,
  excerpt,
  marks,
  state,
  past,
  inDocument,
  crumbs,
}: SearchHit) => ({
  work: work.includes('/') ? splitId(work).work : work,
  ...{ version, eId, label, excerpt, marks, state, past, inDocument, crumbs },
});

/** Runs of characters that stand in the texts, short and long, and such that do not. */
function samples(texts: readonly string[], count: number, seed: number): string[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => {
    const text = texts[roll(texts.length)]!;
    const length = [1, 1, 2, 2, 3, 4, 6, 8, 12][roll(9)]!;
    const characters = Array.from(text);
    const at = roll(Math.max(1, characters.length - length));
    const run = characters
      .slice(at, at + length)
      .join('')
      .replaceAll('\n', '');
    const kind = roll(12);
    const other = texts[roll(texts.length)]!.slice(0, 2 + roll(3)).trim();
    if (kind === 0) return `${run} ${other}`;
    if (kind === 1) return `${run} -${other}`;
    if (kind === 2) return `“${run}” ${other}`;
    if (kind === 3) return `${run.split('').reverse().join('')}`;
    return run;
  }).filter((query) => query.trim() !== '');
}

const written = [
  ...[
    '网约车 运输证',
    '湛府〔2020〕68号',
    '湛府202068号',
    '第二十条',
    '第20条',
    '网约车 第十条',
    '网约车10条',
  ],
  ...[
    '六条一款三项',
    '网约车 第六条第一款第三项',
    '停车场 第二条第三项',
    '刑法第二百六十四条',
    '“经营许可” 处罚',
  ],
  ...[
    '网约车 -巡游',
    '5G',
    'ＩＰｖ６',
    'ipv6 改造',
    '不存在的词语',
    '网约车经菅许可证',
    '停车场 绿地 罚款',
    '𠮷',
    '𠮷庆',
  ],
  ...[
    '停车场管理办法',
    '令第3号',
    '文财〔2023〕5号',
    '。',
    '，',
    '(',
    '《',
    '的',
    '-',
    '"',
    '* OR 1=1',
    '湛部规 2020-50',
  ],
  ...[
    '《文溪市停车场管理办法》（2020年3月1日文本）第二条',
    '《文溪市停车场管理办法》（2022年文本）第三条',
    '網約車',
  ],
  ...[
    '网约车司机条件',
    '举报奖励多少钱',
    '停车要交多少钱',
    '绿化管理规定 停放',
    '停车场管理办法 收费标准 申请书',
    '停车场管理办法 第二条 罚款',
    '通报批评',
    '警告 罚款',
  ],
];

const archives: [name: string, site: string, archive: () => Archive, seed: number, count: number][] = [
  ['the first gazette', 'https://one.example', () => loadContent('content').archive, 7, 400],
  [
    'invented laws',
    'https://two.example/gazette',
    () =>
      archiveOf('2024-12-31', [...textsOf('文溪市'), ...chaptered('文溪市'), ...generated('文溪市', 60, 5)]),
    11,
    500,
  ],
];

describe.each(archives)('%s', (_name, site, make, seed, count) => {
  let snapshot: Snapshot;
  let here: SearchSource;
  let queries: string[];
  let everyday: Archive['words'];
  let id: string;

  beforeAll(async () => {
    const archive = make();
    everyday = archive.words;
    const loaded = await loadCity(engine, cityFiles(holdingAt(archive, site)));
    if (loaded.outcome !== 'switched') throw new Error(JSON.stringify(loaded));
    id = loaded.city.id;
    snapshot = await takeSnapshot(engine);
    const corpus = searchCorpus(archive);
    here = memorySource(corpus);
    queries = [
      ...written,
      ...samples(
        corpus.documents.map(({ text }) => text),
        count,
        seed,
      ),
    ];
  });

  async function both(query: string, options: SearchOptions = {}) {
    const asked = { at: '2021-06-01', limit: 0, ...options };
    const [one, many] = await Promise.all([
      searchArchive(here, query, { ...asked, survey: true, everyday }),
      searchCities(engine, snapshot, query, { ...asked, cities: [id] }),
    ]);
    const bare = (work: string) => (work.includes('/') ? splitId(work).work : work);
    const shown = ({ total, messages, suggestions, facets, ...result }: typeof one) => {
      const { city: _, ...counts } = (facets ?? {}) as Partial<CityFacets>;
      return {
        ...{ query, total, messages, suggestions },
        hits: result.hits.map(plain),
        similar: result.similar.map(plain),
        facets: { ...counts, work: counts.work?.map(([work, ...more]) => [bare(work), ...more]) },
      };
    };
    return [shown(many as unknown as typeof one), shown(one)] as const;
  }

  async function compare(list: readonly string[], options: SearchOptions = {}): Promise<void> {
    for (let i = 0; i < list.length; i += 16) {
      for (const [many, one] of await Promise.all(
        list.slice(i, i + 16).map((query) => both(query, options)),
      )) {
        expect(many).toEqual(one);
      }
    }
  }

  test('every run of characters, word and place: the same hits in the same order, with the same counts', async () => {
    expect(queries.length).toBeGreaterThan(count);
    await compare(queries);
  });

  test('a page at a time, with few hits of a document: the same pages', async () => {
    const some = queries.filter((_, i) => i % 13 === 0);
    await compare(some, { limit: 5, perDocument: 2 });
    await compare(some, { limit: 5, offset: 5, perDocument: 2 });
    await compare(some, { limit: 3, offset: 4 });
  });

  test('in another order: the same order', async () => {
    const some = queries.filter((_, i) => i % 11 === 1);
    for (const sort of ['newest', 'oldest', 'document'] as const) await compare(some, { sort, limit: 40 });
  });

  test('narrowed, and as it stood on a day: the same hits, and counts of what another choice would leave', async () => {
    const some = queries.filter((_, i) => i % 19 === 2);
    await compare(some, { filters: { kind: 'notice' }, limit: 30 });
    await compare(some, { filters: { state: 'in-force' }, at: '2020-12-20', limit: 30 });
    await compare(some, { filters: { state: 'unknown' }, at: '2030-01-01', limit: 30 });
    await compare(some, { filters: { on: '2020-12-25', year: '2020' }, at: '2020-12-25', limit: 30 });
    await compare(some, { filters: { text: 'past' }, limit: 30 });
    await compare(some, { filters: { amended: true, text: 'latest' }, limit: 30 });
  });
});
