/** The portal's desk answers a line as the desk of its city does, by every name that a text has borne. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { type Answer, askStatus } from '../../src/domain/status/desk/desk.ts';
import { statusOfLines } from '../../src/portal/desk.ts';
import { splitId } from '../../src/portal/entries.ts';
import { loadCity } from '../../src/portal/load.ts';
import { takeSnapshot } from '../../src/portal/snapshot.ts';
import type { Archive } from '../../src/site/load.ts';
import { loadContent } from '../../src/site/load.ts';
import { cityFiles, ownEngine } from './cities.ts';
import { archiveOf, chaptered, holdingAt, textsOf } from './invented.ts';

const engine = ownEngine(inject('nodes'));
afterAll(() => engine.close());

const written = [
  ...[
    '文溪市停车场管理办法',
    '停车场管理办法',
    '《文溪市停车场管理办法》第三条现在还有效吗',
    '令第3号',
    '文溪市人民政府令第8号',
  ],
  ...[
    '文溪市港口管理条例',
    '文溪市港口经营管理条例',
    '港口管理条例',
    '文溪市港口管理条例@2018-01-01',
    '文财〔2023〕5号',
  ],
  ...['1. 《文溪市绿化管理规定》；', '《文溪市绿化管理规定》（文溪市人民政府令第1号）第二条', '绿化管理规定'],
  ...[
    '根据《文溪市停车场管理办法》和《文溪市绿化管理规定》，以及查无此文的通知',
    '查无此文',
    '',
    '　',
    '* OR 1=1',
  ],
  ...[
    '中华人民共和国道路交通安全法',
    '湛府〔2020〕68号',
    '湛部规2020-50',
    '网络预约出租汽车',
    '关于收费管理的通知',
  ],
];

const archives: [name: string, site: string, make: () => Archive][] = [
  ['the first gazette', 'https://one.example', () => loadContent('content').archive],
  [
    'invented laws',
    'https://two.example',
    () => archiveOf('2024-12-31', [...textsOf('文溪市'), ...chaptered('文溪市')]),
  ],
];

const bare = (work: string): string => (work.includes('/') ? splitId(work).work : work);

const told = ({ work, state, basis, version, since, until, reason, doubts, evidence, horizon }: Answer) => ({
  ...{ state, basis, version, since, until, reason, doubts, horizon },
  work: work && { ...work, id: bare(work.id) },
  evidence: evidence.map(({ instrument, eId, text }) => ({ instrument: bare(instrument), eId, text })),
});

describe.each(archives)('%s', (_name, site, make) => {
  const archive = make();
  const id = new URL(site).host;

  beforeAll(async () => {
    const loaded = await loadCity(engine, cityFiles(holdingAt(archive, site)));
    if (loaded.outcome === 'refused') throw new Error(JSON.stringify(loaded.refusals.slice(0, 3)));
  });

  test.each(['2019-01-01', '2023-08-01', '2030-01-01'])(
    'every name, number and title on %s: the answer of the city',
    async (at) => {
      const titles = archive.works.flatMap(({ title, documentNumber, versions }) => [
        title,
        ...(documentNumber ? [documentNumber] : []),
        ...versions.map(({ instrument }) => instrument.title),
      ]);
      const lines = [...written, ...titles.filter((_, i) => i % Math.ceil(titles.length / 200) === 0)];
      const many = await statusOfLines(engine, await takeSnapshot(engine), lines, at, [id]);
      const one = askStatus(lines, at, statusBook(archive));
      for (const [i, own] of one.entries()) {
        const { outcome, matches } = many[i]!;
        // What comes near to an unknown name is offered of what was looked at: it is no part of the answer.
        if (own.outcome === 'near' || own.outcome === 'absent') {
          expect([lines[i], ['near', 'absent'].includes(outcome)]).toEqual([lines[i], true]);
          continue;
        }
        expect([lines[i], outcome, told(many[i]!), (matches ?? []).map(told)]).toEqual([
          ...[lines[i], own.outcome, told(own), (own.matches ?? []).map(told)],
        ]);
      }
    },
  );
});
