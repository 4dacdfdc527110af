/** Evidence: every provision leads to lines of the source that hold its words. */
import { describe, expect, test } from 'vitest';
import { evidenceFiles } from '../../src/domain/exports/evidence/files.ts';
import type { Holding } from '../../src/domain/exports/index.ts';
import { loadContent } from '../../src/site/load.ts';
import { amended, firstHolding, heldTexts } from './held.ts';

interface Told {
  issue: string | null;
  texts: {
    work: string;
    origin: string;
    source: string;
    madeBy?: string;
    lines: number[];
    provisions: { eId: string; lines: [number, number]; address: string }[];
  }[];
}

const filesOf = (holding: Holding): Map<string, unknown> =>
  new Map(
    Array.from(evidenceFiles(holding), ({ path, body }) => [path, JSON.parse(body as string) as unknown]),
  );

describe('evidence', () => {
  test('of the first gazette: a provision stands on the lines that are named for it', () => {
    const { texts } = filesOf(firstHolding()).get('evidence/issues/2020-12.json') as Told;
    const { source } = loadContent('content').archive.sources[0]!;
    const lines = source.split('\n');
    const rule = texts.find(({ work, origin }) => work === 'wangyueche-guiding' && origin === 'published')!;
    const item = rule.provisions.find(({ eId }) => eId === 'art_6__para_1__item_3')!;
    expect(lines.slice(item.lines[0] - 1, item.lines[1]).join('')).toContain('服务所在地办公场所');
    expect(item.address).toBe(
      'https://gazette.example/works/wangyueche-guiding/2020-12-19/#art_6__para_1__item_3',
    );
    const all = texts.flatMap(({ origin, provisions }) => (origin === 'published' ? provisions : []));
    expect(all.length).toBeGreaterThan(500);
    expect(
      all.filter(({ lines: [first, last] }) => !(first >= 1 && last >= first && last <= lines.length)),
    ).toEqual([]);
  });

  test('a text that was worked out names its decision and no lines', () => {
    const { texts } = filesOf(heldTexts('2023-01-01', ...amended)).get('evidence/works.json') as Told;
    expect(texts.find(({ origin }) => origin === 'applied')).toMatchObject({
      madeBy: expect.any(String),
      provisions: [],
    });
  });

  test('the first file names the sources with their bytes, and the other files', () => {
    const origin = { site: '', base: '', sources: [{ path: 'a.md', sha256: '00' }] };
    const index = filesOf({ ...firstHolding(), origin }).get('evidence.json');
    expect(index).toMatchObject({ horizon: '2020-12-31', sources: origin.sources });
    expect(index).toMatchObject({ files: ['https://gazette.example/evidence/issues/2020-12.json'] });
  });
});
