/** A long text in pages: what is on which, and that nothing is lost or stands twice. */
import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/domain/model.ts';
import { type ShownNode, textNodes } from '../../src/site/views/text.ts';
import { partView, textPages } from '../../src/site/views/text-pages.ts';
import type { VersionView } from '../../src/site/views/version.ts';
import { words } from '../unpacked-words.ts';

const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

const provision = (type: Provision['type'], eId: string, more: Partial<Provision>): Provision => ({
  ...{ type, number: '1', label: '', eId, text: '', children: [], position },
  ...more,
});
const article = (number: number, length: number): Provision =>
  provision('article', `art_${number}`, {
    label: `第${number}条`,
    children: [provision('paragraph', `art_${number}__para_1`, { text: words(number, length) })],
  });
const chapter = (number: number, children: Provision[]): Provision =>
  provision('chapter', `chp_${number}`, { label: `第${number}章`, heading: '章名', children });

const view = (provisions: Provision[], annex: Provision[] = []): VersionView =>
  ({
    permanent: '/works/changwen/2021-01-01/',
    nodes: textNodes(provisions, { notes: [] }),
    annexes: [
      {
        ...{ id: 'att_1', label: '附件', title: '表', missing: false },
        nodes: textNodes(annex, { notes: [], rank: 3 }),
      },
    ],
    contents: [{ href: '#chp_4', label: '第四章', text: '章名', children: [] }],
  }) as unknown as VersionView;

const idsIn = (nodes: readonly ShownNode[]): string[] =>
  nodes.flatMap((node) => (node.form === 'elsewhere' ? [] : [node.id, ...idsIn(node.children)]));
const signsIn = (nodes: readonly ShownNode[]): string[] =>
  nodes.flatMap((node) => (node.form === 'elsewhere' ? [node.id, ...node.ids] : signsIn(node.children)));

describe('a text in pages', () => {
  test('is one page where it is short', () => {
    const { own, parts } = textPages(view([chapter(1, [article(1, 300)])]));
    expect(parts).toEqual([]);
    expect(own.whole).toBeUndefined();
  });

  test('keeps what fits of its beginning, and gives each further chapter a page', () => {
    const chapters = [1, 2, 3, 4].map((n) => chapter(n, [article(2 * n - 1, 2200), article(2 * n, 2200)]));
    const { own, parts } = textPages(view(chapters));
    expect(idsIn(own.nodes)).toContain('art_2__para_1');
    expect(parts.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'chp_2 第2章　章名',
      'chp_3 第3章　章名',
      'chp_4 第4章　章名',
    ]);
    expect(own.whole).toBe('/works/changwen/2021-01-01/whole/');
  });

  test('packs articles that stand under no chapter, and parts a chapter too heavy for a page', () => {
    const loose = textPages(view(Array.from({ length: 30 }, (_, i) => article(i + 1, 700))));
    expect(loose.parts.length).toBeGreaterThan(1);
    expect(loose.parts.length).toBeLessThan(6);
    expect(loose.parts.at(-1)!.name).toMatch(/^第\d+条至第30条$/);
    const heavy = chapter(
      1,
      Array.from({ length: 30 }, (_, i) => article(i + 1, 700)),
    );
    const { own, parts } = textPages(view([heavy]));
    expect(idsIn(own.nodes).slice(0, 3)).toEqual(['chp_1', 'art_1', 'art_1__para_1']);
    // A part stands in its chapter, so that its places are called by their whole names.
    expect(parts.every(({ nodes: [first] }) => first!.form !== 'elsewhere' && first!.id === 'chp_1')).toBe(
      true,
    );
  });

  test('has every provision once, and a sign of each that is elsewhere on its own page', () => {
    const all = [
      ...[1, 2, 3].map((n) => chapter(n, [article(10 * n, 2500), article(10 * n + 1, 2500)])),
      ...Array.from({ length: 12 }, (_, i) => article(100 + i, 900)),
    ];
    const given = view(all, [article(200, 9000), article(201, 300)]);
    const { own, parts } = textPages(given);
    const here = [...idsIn(own.nodes), ...own.annexes.flatMap(({ nodes }) => idsIn(nodes))];
    const signs = [...signsIn(own.nodes), ...own.annexes.flatMap(({ nodes }) => signsIn(nodes))];
    const there = parts.flatMap(({ nodes, annexes }) => [
      ...idsIn(nodes),
      ...annexes.flatMap((annex) => idsIn(annex.nodes)),
    ]);
    const wanted = [...idsIn(given.nodes), ...idsIn(given.annexes[0]!.nodes)].sort();
    expect([...here, ...signs].sort()).toEqual(wanted);
    expect(there.filter((id) => !here.includes(id)).sort()).toEqual(signs.sort());
  });

  test('leads from a part to places of other parts by the text’s own address', () => {
    const given = view([1, 2, 3, 4].map((n) => chapter(n, [article(n, 5000)])));
    const { parts } = textPages(given);
    const links = parts.map((part) => partView(given, part).contents[0]!.href);
    expect(links).toEqual(
      parts.map(({ id }) => (id === 'chp_4' ? '#chp_4' : '/works/changwen/2021-01-01/#chp_4')),
    );
  });
});
