/** Builds the sites once, serves them, and finds the browser, for all browser tests. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type Serving, startServer } from '../../../scripts/serve.ts';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    /** The archive of this repository: its folder and its address. */
    site: { dir: string; url: string };
    /** A small archive with the cases that this one lacks. */
    cases: { dir: string; url: string };
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the command as its user would. Rejects with what it printed where the exit code is not `expected`. */
async function build(content: string, out: string, expected: number): Promise<void> {
  const args = [join(root, 'scripts/gongbao.ts'), 'build', '--content', content, '--out', out];
  const env = { ...process.env };
  // Vitest runs in test mode; the site is built as for its readers.
  delete env['NODE_ENV'];
  delete env['VITEST'];
  const { code, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, env }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
  if (code !== expected) throw new Error(`build --content ${content}: ${code}\n${stderr}`);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-'));
  const contents = {
    site: join(root, 'content'),
    cases: join(root, 'test/fixtures/site/content'),
  };
  const servers: Serving[] = [];
  for (const name of ['site', 'cases'] as const) {
    const dir = join(folder, name);
    await build(contents[name], dir, 0);
    const server = await startServer({ dir, port: 0 });
    servers.push(server);
    project.provide(name, { dir, url: server.url.replace(/\/$/, '') });
  }
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}
