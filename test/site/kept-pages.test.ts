/** Which pages are rendered again: a page is kept only by all that it prints. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepsPages } from '../../src/site/hand-over.ts';
import { type PageKeeper, rendered, toRender } from '../../src/site/kept-pages.ts';
import { holdings } from '../../src/site/site.ts';
import { compareView, pairsOf } from '../../src/site/views/compare.ts';
import { graphView } from '../../src/site/views/graph.ts';
import { issueView } from '../../src/site/views/issue.ts';
import { namedView } from '../../src/site/views/named.ts';
import { sourceRepairs } from '../../src/site/views/repairs.ts';
import { pagesOfVersion } from '../../src/site/views/text-pages.ts';

type Given = { [keepsPages]?: PageKeeper };

function keeper(): PageKeeper & { kept: Set<string>; taken: string[] } {
  const kept = new Set<string>();
  const taken: string[] = [];
  return {
    kept,
    taken,
    get holds() {
      return kept.size > 0;
    },
    take(path, inputs) {
      if (kept.has(inputs)) taken.push(path);
      return kept.has(inputs);
    },
    keep: (_, inputs) => kept.add(inputs),
  };
}

afterEach(() => {
  delete (globalThis as Given)[keepsPages];
});

describe('pages that are kept', () => {
  const pages = ['甲', '乙'].map((path) => ({ path, view: () => ({ title: path, notes: [1] }) }));

  it('are all rendered where nobody keeps them, or nothing is kept yet', async () => {
    expect(await toRender(pages, (page) => page)).toEqual(pages);
    (globalThis as Given)[keepsPages] = keeper();
    const unasked = { path: '丙', view: () => expect.unreachable('no view is made for nothing') };
    expect(await toRender([unasked], (page) => page)).toEqual([unasked]);
  });

  it('are taken for the same path and view, and for no other', async () => {
    const given = keeper();
    (globalThis as Given)[keepsPages] = given;
    for (const { path, view } of pages) expect(await rendered(path, view())).toEqual(view());
    expect(await toRender(pages, (page) => page)).toEqual([]);
    expect(given.taken).toEqual(['甲', '乙']);
    const others = [
      { path: '丙', view: pages[0]!.view },
      { path: '甲', view: () => ({ title: '甲', notes: [2] }) },
      { path: '甲', view: () => ({ title: '甲' }) },
    ];
    expect(await toRender(others, (page) => page)).toEqual(others);
  });

  it('are taken, too, where several of them print one view, which is made once', async () => {
    (globalThis as Given)[keepsPages] = keeper();
    const view = { parts: ['一', '二'] };
    for (const path of view.parts) await rendered(path, view);
    let made = 0;
    const again = await toRender([...view.parts, '三'], (path) => ({
      ...{ path, same: view },
      view: () => {
        made++;
        return view;
      },
    }));
    expect(again).toEqual(['三']);
    expect(made).toBe(1);
  });
});

it('parts around every page ask the archive for nothing else than what every page is kept by', () => {
  const asking = ['src/components', 'src/layouts'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.astro'))
      .filter((name) => /site\/site\.ts|site\/holdings\.ts/.test(readFileSync(join(dir, name), 'utf8'))),
  );
  expect(asking.toSorted()).toEqual([
    'Base.astro',
    'HeadTags.astro',
    'Portfolios.astro',
    'SiteFooter.astro',
    'SiteHeader.astro',
  ]);
});

it('views are plain data: what their text does not show, they do not hold', async () => {
  const held = await holdings();
  const views = [
    ...Array.from(held.works.values()).flatMap((work) => [
      namedView(held, work),
      ...work.versions.map((version) => pagesOfVersion(held, work, version)),
      ...pairsOf(work).map(([older, newer]) => compareView(held, work, older, newer)),
    ]),
    ...Array.from(held.issues.values()).flatMap((issue) => [
      issueView(held, issue),
      graphView(held, issue.id) ?? {},
    ]),
    ...Array.from(held.sources.keys(), (path) => sourceRepairs(held, path)),
  ];
  for (const view of views) expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});
