/**
 * A long text in pages: its own page holds of its beginning what a first view may weigh, and each division that follows
 * has a page of its own. On the text's page a sign stands in its place, with the ids of all its provisions: an address
 * that was published leads to it, and a script brings the division in.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Instrument, Version, Work } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { textPartUrl, wholeTextUrl } from '../urls.ts';
import { type Elsewhere, type HeldNode, type ShownNode, sizeOf } from './text.ts';
import { type AnnexView, type VersionView, versionView } from './version.ts';

/** A page of a long text; `id` is its name in the address. */
export interface TextPart {
  id: string;
  /** 三、主要任务 · 第二十一条至第四十条 */
  name: string;
  nodes: ShownNode[];
  annexes: AnnexView[];
}

export interface TextPages<V = VersionView> {
  /** The text's own page. */
  own: V;
  /** In the order of the text; none where it stands on one page. */
  parts: TextPart[];
}

/** Bytes, compressed, of a text on one page; with head, styles and scripts it is then 30 KB. */
const onePage = 12 * 1024;
/** Bytes of the beginning on the page of a long text, which holds the signs of the rest, too. */
const beginning = 10 * 1024;
/** Characters that never weigh as much as a page. */
const surelyShort = 5000;

/** What a text may weigh is known without making its page; of most texts that is enough. */
export const mayBeLong = ({ provisions, annexes }: Instrument): boolean =>
  [...provisions, ...annexes.flatMap((annex) => annex.provisions)].reduce(
    (sum, provision) => sum + sizeOf(provision),
    0,
  ) >= surelyShort;

/** What is not there weighs nothing. */
const there = (_: string, value: unknown): unknown =>
  value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0)
    ? undefined
    : value;

/** Bytes of what is shown, compressed: about those of its markup. */
function weightOf(nodes: unknown): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return brotliCompressSync(JSON.stringify(nodes, there), { params }).length;
}

/**
 * The pages of a text; `own` is the whole where it fits on one. A division is a page, articles that stand under no
 * division are a page so far as they fit; a division too heavy for a page is parted at what it holds.
 *
 * 第一章 … 第六章, of which the first two fit → own page with both and four signs; parts 第三章 … 第六章
 */
export function textPages<V extends Pick<VersionView, 'nodes' | 'annexes' | 'permanent' | 'whole'>>(
  view: V,
): TextPages<V> {
  if (weightOf([view.nodes, view.annexes]) <= onePage) return { own: view, parts: [] };
  const parts: TextPart[] = [];
  let left = beginning;

  /** Puts nodes that stand side by side on a page of their own; `wrap` gives them what they lie in. */
  const putAway = (nodes: HeldNode[], wrap: Wrap): Elsewhere => {
    const [first] = nodes;
    const part = { id: first!.id, name: nameOf(nodes), ...wrap(nodes) };
    parts.push(part);
    return {
      form: 'elsewhere',
      id: first!.id,
      name: part.name,
      rank: first!.form === 'division' ? first!.rank : 0,
      href: textPartUrl(view.permanent, first!.id),
      ids: nodes.flatMap(idsOf).slice(1),
    };
  };

  const cut = (nodes: readonly ShownNode[], wrap: Wrap): ShownNode[] => {
    const shown: ShownNode[] = [];
    let pack: HeldNode[] = [];
    let packed = 0;
    const close = (): void => {
      if (pack.length > 0) shown.push(putAway(pack, wrap));
      [pack, packed] = [[], 0];
    };
    for (const node of nodes) {
      if (node.form === 'elsewhere') continue;
      const weight = weightOf(node);
      const apart = node.form === 'division';
      const parted = weight > onePage && node.children.some(isHeaded);
      if (weight <= left) {
        left -= weight;
        shown.push(node);
      } else if (parted) {
        close();
        const inside: Wrap = (inner) => wrap([bare(node, inner)]);
        shown.push({ ...node, children: cut(node.children, inside) });
      } else {
        // What is left of the first view is for the beginning alone.
        left = 0;
        if (apart || packed + weight > onePage) close();
        pack.push(node);
        packed += weight;
        if (apart) close();
      }
    }
    close();
    return shown;
  };

  const nodes = cut(view.nodes, (inner) => ({ nodes: inner, annexes: [] }));
  const annexes = view.annexes.map((annex) => ({
    ...annex,
    nodes: cut(annex.nodes, (inner) => ({ nodes: [], annexes: [{ ...annex, nodes: inner }] })),
  }));
  return { own: { ...view, nodes, annexes, whole: wholeTextUrl(view.permanent) }, parts };
}

type Wrap = (nodes: ShownNode[]) => Pick<TextPart, 'nodes' | 'annexes'>;

/** A division around a part is its heading and no more. */
const bare = (node: HeldNode, children: ShownNode[]): HeldNode => {
  const { cited: _, history: __, ...rest } = node;
  return { ...rest, runs: [], notes: [], force: [], children };
};

const isHeaded = (node: ShownNode): boolean => node.form === 'division' || node.form === 'article';

const idsOf = ({ id, children }: HeldNode): string[] => [
  id,
  ...children.flatMap((child) => (child.form === 'elsewhere' ? [] : idsOf(child))),
];

const wordsOf = ({ label, heading }: HeldNode): string => {
  const words = heading.map(({ text }) => text).join('');
  return words === '' || /[、）).．]$/.test(label) ? label + words : `${label}　${words}`;
};

/** What a page is called: by the heading of its division, else by the first and the last number on it. */
function nameOf(nodes: readonly HeldNode[]): string {
  const [first, last] = [nodes[0]!, nodes[nodes.length - 1]!];
  if (first.form === 'division') return wordsOf(first);
  const labels = nodes.map(({ label }) => label).filter(Boolean);
  const [from, to] = [labels[0], labels[labels.length - 1]];
  return from === undefined || first === last ? (from ?? '续') : `${from}至${to}`;
}

/** What the page of a part prints; what its words refer to in other parts is reached on the text's own page. */
export function partView(view: VersionView, { nodes, annexes }: TextPart): VersionView {
  const held = new Set(
    [...nodes, ...annexes.flatMap((annex) => annex.nodes)].flatMap((node) =>
      node.form === 'elsewhere' ? [] : idsOf(node),
    ),
  );
  for (const { id } of annexes) held.add(id);
  const lead = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(lead) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        name === 'href' && typeof one === 'string' && one.startsWith('#') && !held.has(one.slice(1))
          ? view.permanent + one
          : lead(one),
      ]),
    ) as T;
  };
  return {
    ...view,
    ...{ nodes: lead(nodes), annexes: lead(annexes), contents: lead(view.contents) },
    ...{ before: [], after: [], printed: [], carries: [], notes: [] },
    whole: wholeTextUrl(view.permanent),
  };
}

let last: { version: Version; pages: TextPages } | undefined;

const made = (view: VersionView, { instrument }: Version): TextPages =>
  mayBeLong(instrument) ? textPages(view) : { own: view, parts: [] };

/** The pages of a version; those made last are remembered, for their pages are made one after another. */
export function pagesOfVersion(holdings: Holdings, work: Work, version: Version): TextPages {
  if (last?.version !== version)
    last = { version, pages: made(versionView(holdings, work, version), version) };
  return last.pages;
}
