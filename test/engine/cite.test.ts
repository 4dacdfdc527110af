/** The portal answers a citation as the archive of its city does, and over several cities keeps them apart. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { citationOf } from '../../src/domain/references/citation.ts';
import { placeNames } from '../../src/domain/references/place-names.ts';
import { citedOn } from '../../src/domain/status/life/cited-on.ts';
import { citeLines } from '../../src/portal/cite.ts';
import { splitId } from '../../src/portal/entries.ts';
import { loadCity } from '../../src/portal/load.ts';
import { takeSnapshot } from '../../src/portal/snapshot.ts';
import type { Archive } from '../../src/site/load.ts';
import { loadContent } from '../../src/site/load.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, chaptered, holdingAt, textsOf } from './invented.ts';

const engine = ownEngine(inject('nodes'));
afterAll(() => engine.close());

/** Citations as people write them: whole, short, wrong, of another day, of what no text has. */
const written = [
  ...[
    '《文溪市停车场管理办法》第二条第（二）项',
    '文溪市停车场管理办法第二条',
    '停车场 第二条',
    '停车场管理办法',
  ],
  ...['《文溪市停车场管理办法》（2020年3月1日文本）第二条第三项', '原《文溪市停车场管理办法》第二条'],
  ...[
    '《文溪市停车场管理办法》（文溪市人民政府令第8号修改）第三条',
    '令第3号第三条',
    '文溪市人民政府令第3号',
  ],
  ...[
    '《文溪市停车场管理办法》（文溪市人民政府令第9号）第三条',
    '《文溪市停车场管理办法》（2019年文本）第一条',
  ],
  ...[
    'parking@2020-03-01#art_2',
    'parking@1999-01-01',
    '文财〔2023〕5号',
    '文财〔2023〕5号二',
    '文财[2023]5号第二条',
  ],
  ...[
    '文溪市停车场管理办法第二条和第三条',
    '文溪市停车场管理办法第二条；文溪市绿化管理规定第一条',
    '办法第一条',
  ],
  ...[
    '《文溪市绿化管理规定》第九十九条',
    '绿化规定第二条',
    '查无此文第三条',
    '第三条',
    '',
    '　',
    '《》',
    '！？',
  ],
  ...[
    '中华人民共和国道路交通安全法第二十二条',
    '文溪市港口管理条例',
    '文溪市港口管理条例第二章',
    '港口管理条例总则',
  ],
  ...[
    '文溪市港口管理条例第一章',
    '文溪市港口管理条例附件',
    '文溪市港口管理条例附件1',
    '港口条例第四条',
    '港口 三条',
  ],
  ...[
    '依照《文溪市港口管理条例》第三条第一款的规定',
    '文溪市港口管理條例第三條',
    '管理',
    '文溪市 管理 第二条',
  ],
  ...[
    '湛府〔2020〕68号',
    '网约车 第六条第三项',
    '网约车 六条三项',
    '湛江市网络预约出租汽车经营服务管理办法第二章',
  ],
  ...[
    `${'甲'.repeat(1999)}第三条`,
    '𠮷庆路第三条',
    '* OR 1=1',
    '{"match_all":{}}',
    '<b>第三条</b>',
    '第三条 "',
  ],
];

const days = ['2021-01-01', '2024-01-01', '1999-01-01'];

const archives: [name: string, site: string, make: () => Archive][] = [
  ['the first gazette', 'https://one.example', () => loadContent('content').archive],
  [
    'invented laws',
    'https://two.example',
    () => archiveOf('2024-12-31', [...textsOf('文溪市'), ...chaptered('文溪市')]),
  ],
];

describe.each(archives)('%s', (_name, site, make) => {
  const archive = make();
  const id = new URL(site).host;

  beforeAll(async () => {
    const loaded = await loadCity(engine, cityFiles(holdingAt(archive, site)));
    if (loaded.outcome === 'refused') throw new Error(JSON.stringify(loaded.refusals.slice(0, 3)));
  });

  async function compare(lines: readonly string[], at: string): Promise<void> {
    const many = await citeLines(engine, await takeSnapshot(engine), lines, at, [id]);
    for (const [i, line] of lines.entries()) {
      const one = citedOn(line, archive, at);
      const isUnknown = one.messages.some(({ reason }) => reason.startsWith('本库没有名称或文号为'));
      expect({
        results: many[i]!.results.map(
          ({ work, version, eId, label, citation, text, state, basis, reason }) => {
            return { work: splitId(work).work, version, eId, label, citation, text, state, basis, reason };
          },
        ),
        messages: many[i]!.messages,
        // What comes near is offered of what was looked at: which of several is no part of the answer.
        candidates: isUnknown ? [] : many[i]!.candidates.map(({ work }) => splitId(work).work).sort(),
      }).toEqual({
        results: one.results.map(({ work, version, eId, label, citation, text, state, basis, reason }) => {
          return { work: work.id, version: version.date, eId, label, citation, text, state, basis, reason };
        }),
        messages: one.messages,
        candidates: isUnknown ? [] : one.candidates.map((work) => work.id).sort(),
      });
      expect(many[i]!.query).toBe(line);
    }
  }

  test.each(days)(
    'whatever is typed, on %s: the places, the words and the refusals of the archive',
    async (at) => {
      await compare(written, at);
    },
  );

  test('every name that the program gives a place leads there: chapters, annexes, levels', async () => {
    const places = archive.works.flatMap((work) =>
      work.versions.flatMap((version) => {
        const names = placeNames(version.instrument);
        const ids = version.instrument.provisions.flatMap(({ eId, children }) => [
          eId,
          ...children.flatMap((child) => [child.eId, ...child.children.map((below) => below.eId)]),
        ]);
        const annexes = version.instrument.annexes.flatMap(({ provisions }) =>
          provisions.map(({ eId }) => eId),
        );
        return ['', ...ids, ...annexes, ...version.instrument.annexes.map((_annex, i) => `att_${i + 1}`)]
          .filter((eId) => eId === '' || names.nameOf(eId) !== undefined)
          .map((eId) => citationOf(version, work, archive.register.works, eId));
      }),
    );
    expect(places.length).toBeGreaterThan(30);
    const some = places.filter((_, i) => i % Math.ceil(places.length / 400) === 0);
    await compare(some, '2024-01-01');
  });
});

test('one name in two cities: each city answers for itself; a law of both is one place with its sources', async () => {
  const law: [string, string, string] = [
    'traffic-law',
    '2021-05-01',
    [
      '中华人民共和国道路交通安全法',
      '第一章　总则',
      '第一条　为了维护道路交通秩序，制定本法。',
      '第二条　本法自2021年5月1日起施行。',
    ].join('\n\n'),
  ];
  for (const [name, host, horizon] of [
    ['甲海市', 'jiahai', '2022-12-31'],
    ['乙海市', 'yihai', '2024-12-31'],
  ] as const) {
    const texts = [...textsOf(name), law].map(([work, day, text]): [string, string, string] => {
      return [work, day, work === 'parking' ? text.replace(`${name}停车场管理办法`, '停车场管理办法') : text];
    });
    const files = cityFiles(holdingAt(archiveOf(horizon, texts), `https://${host}.example`, `${name}文库`));
    expect(await loadCity(engine, files)).toMatchObject({ outcome: 'switched' });
  }
  const cities = ['jiahai.example', 'yihai.example'];
  const ask = async (line: string) =>
    (await citeLines(engine, await takeSnapshot(engine), [line], '2024-06-01', cities))[0]!;
  const both = await ask('停车场管理办法第三条');
  expect(both.results.map(({ city, address }) => [city!.id, address])).toEqual([
    ['jiahai.example', 'https://jiahai.example/works/parking/#art_3'],
    ['yihai.example', 'https://yihai.example/works/parking/#art_3'],
  ]);
  const one = await ask('道路交通安全法第一章');
  expect(one.results).toHaveLength(1);
  expect(one.results[0]).toMatchObject({ label: '第一章', work: 'yihai.example/traffic-law' });
  expect(one.results[0]).not.toHaveProperty('city');
  expect(one.results[0]!.text).toContain('为了维护道路交通秩序');
  expect(one.results[0]!.sources!.map(({ city, address }) => [city.name, address])).toEqual([
    ['甲海市文库', 'https://jiahai.example/works/traffic-law/#chp_1'],
    ['乙海市文库', 'https://yihai.example/works/traffic-law/#chp_1'],
  ]);
  const none = await ask('道路交通安全法第九章');
  expect(none.results).toEqual([]);
  expect(none.messages.map(({ city, severity }) => [city!.name, severity])).toEqual([
    ['甲海市文库', 'error'],
    ['乙海市文库', 'error'],
  ]);
});
