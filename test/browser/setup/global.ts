/** Builds the sites once, serves them, and finds the browser, for all browser tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Serving, startServer } from '../../../scripts/serve.ts';
import { build, root } from './build.ts';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    /** The archive of this repository: its folder and its address. */
    site: { dir: string; url: string };
    /** A small archive with the cases that this one lacks. */
    cases: { dir: string; url: string };
    /** The archive of this repository, its search in many files as that of a large one. */
    shards: { dir: string; url: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-'));
  const contents = {
    site: join(root, 'content'),
    cases: join(root, 'test/fixtures/site/content'),
    shards: join(root, 'content'),
  };
  const servers: Serving[] = [];
  for (const name of ['site', 'cases', 'shards'] as const) {
    const dir = join(folder, name);
    await build(contents[name], dir, name === 'shards' ? { GONGBAO_SEARCH: 'shards' } : {});
    const server = await startServer({ dir, port: 0 });
    servers.push(server);
    project.provide(name, { dir, url: server.url.replace(/\/$/, '') });
  }
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}
