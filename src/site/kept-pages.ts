/**
 * Pages that need not be rendered: those that the same software has made of the same inputs before. Under `astro dev`,
 * and where the command keeps nothing, every page is rendered.
 */
import { createHash } from 'node:crypto';
import { pageTags } from './exports/head.ts';
import { keepsPages } from './hand-over.ts';
import { hasIssues, holdings, shownDoors, siteName } from './site.ts';

/** Where the command that builds keeps pages. */
export interface PageKeeper {
  /** False where nothing is kept: then inputs need not be known before a page is rendered. */
  holds: boolean;
  /** Puts the page that was kept for these inputs at its path; false where there is none. */
  take(path: string, inputs: string): boolean;
  /** Keeps the page at a path, when it is rendered, for these inputs. */
  keep(path: string, inputs: string): void;
}

const keeperGiven = (): PageKeeper | undefined => (globalThis as { [keepsPages]?: PageKeeper })[keepsPages];

/** A page: its path in the published folder without `index.html`, and all that it prints beside what every page has. */
export interface Page {
  path: string;
  view: () => unknown;
  /** Where pages of several addresses print the same: what stands for it. */
  same?: object;
}

/** Digest of the frame of this archive, taken once. */
let frame: Promise<string> | undefined;

/** What the parts around every page ask the archive: see head, header and footer in `src/components`. */
async function frameDigest(): Promise<string> {
  const held = await holdings();
  const { site, words } = held.archive;
  const doors = (await shownDoors()).map(({ id }) => id);
  const [name, issues] = [await siteName(), await hasIssues()];
  return digestOf({ site, words, name, doors, issues, tags: pageTags(held) });
}

/** Digests of views that several pages print. */
const shared = new WeakMap<object, string>();

const digestOf = (view: unknown): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64');

function viewDigest({ view, same }: Page): string {
  if (!same) return digestOf(view());
  const digest = shared.get(same) ?? digestOf(view());
  shared.set(same, digest);
  return digest;
}

async function inputsOf(): Promise<(path: string, digest: string) => string> {
  frame ??= frameDigest();
  const around = await frame;
  return (path, digest) => [path, around, digest].join('\n');
}

/**
 * For `getStaticPaths`: the pages that must be rendered; the others are put in their places.
 * @param pageOf path and view of what Astro would be given
 */
export async function toRender<P>(list: readonly P[], pageOf: (one: P) => Page): Promise<P[]> {
  const keeper = keeperGiven();
  if (!keeper?.holds) return [...list];
  const inputs = await inputsOf();
  return list.filter((one) => {
    const page = pageOf(one);
    return !keeper.take(page.path, inputs(page.path, viewDigest(page)));
  });
}

/** For a page that is being rendered: names its inputs, so that it is kept, and gives its view back. */
export async function rendered<V>(path: string, view: V): Promise<V> {
  const keeper = keeperGiven();
  if (keeper) keeper.keep(path, (await inputsOf())(path, digestOf(view)));
  return view;
}
