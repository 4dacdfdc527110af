/** What the build promises: the same input gives the same bytes, wherever it is served from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { build, root } from './setup/build.ts';
import { attributes, pagesOf } from './setup/pages.ts';

const content = join(root, 'test/fixtures/site/content');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-'));
});

afterAll(() => rm(folder, { recursive: true }));

function digests(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(dir.length),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

test('two builds of the same content are equal, byte for byte', async () => {
  await build(content, join(folder, 'again'));
  expect(digests(join(folder, 'again'))).toEqual(digests(inject('cases').dir));
});

test('an archive of bare texts speaks of no gazette, and has no door to one', async () => {
  const bare = join(folder, 'laws');
  await mkdir(bare);
  await writeFile(join(bare, '2020-01-01.md'), '示范市绿化办法\n\n第一条　为了绿化，制定本办法。\n');
  const out = join(folder, 'bare');
  await build(bare, out);
  const pages = pagesOf(out).filter(({ path }) => path !== '/issues/');
  const speaking = pages.filter(({ html }) =>
    html.replace(/<script[\s\S]*?<\/script>/g, '').includes('公报'),
  );
  expect(speaking.map(({ path }) => path)).toEqual([]);
  const links = new Set(pages.flatMap(({ html }) => attributes(html, 'href')));
  expect(Array.from(links).filter((href) => href.includes('/issues/'))).toEqual([]);
});

test('under another folder and address, every link stays inside and the canonical address is whole', async () => {
  const out = join(folder, 'based');
  await build(content, out, { GONGBAO_BASE: '/gazette/', GONGBAO_SITE: 'https://example.gov.cn' });
  const pages = pagesOf(out);
  expect(pages.length).toBeGreaterThan(5);
  const links = pages.flatMap(({ html }) => [...attributes(html, 'href'), ...attributes(html, 'src')]);
  const outside = links.filter(
    (link) => !/^(#|\/gazette\/|https:\/\/example\.(gov\.cn\/gazette\/|com\/))/.test(link),
  );
  expect(outside).toEqual([]);
  const rules = pages.find(({ path }) => path === '/works/lvhua-banfa/2021-07-01/')!;
  expect(rules.html).toContain(
    '<link rel="canonical" href="https://example.gov.cn/gazette/works/lvhua-banfa/2021-07-01/">',
  );
});
