/** What the build promises: the same input gives the same bytes, wherever it is served from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { generatedIssue } from '../../scripts/bench-build/archive.ts';
import { words } from '../unpacked-words.ts';
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

test('pages that are kept are those that a build from nothing renders, whatever was edited', async () => {
  // What is kept lies in the folder of the command, for content that lies in it, too.
  const inside = await mkdtemp(join(root, '.cache/rebuilt-'));
  try {
    const write = async (issue: number, change = (text: string) => text): Promise<void> => {
      const { id, text, from, horizon } = generatedIssue(issue, 6);
      const dir = join(inside, 'content/issues', id);
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, 'gazette.md'), change(text));
      await writeFile(join(dir, 'issue.yaml'), `from: ${from}\nhorizon: ${horizon}\n`);
    };
    const writeLong = async (lastHeading: string): Promise<void> => {
      const chapters = [...'一二三四'].map((n, i) =>
        [`第${n}章　${n === '四' ? lastHeading : '管理'}`, `第${n}条　${words(i, 3000)}。`].join('\n\n'),
      );
      const dir = join(inside, 'content/works/changwen');
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, '2020-01-01.md'), `甲市长文办法\n\n${chapters.join('\n\n')}\n`);
    };
    const edits: Record<string, () => Promise<void>> = {
      nothing: async () => {},
      'a word, and the heading of a part': async () => {
        await write(1, (text) => text.replace('应当', '必须'));
        await writeLong('结语');
      },
      'a title': () => write(0, (text) => text.replaceAll('（第一号）', '（第百号）')),
      'an issue that amends and repeals': () => write(2),
      'an issue taken away': () => rm(join(inside, 'content/issues/2001-02'), { recursive: true }),
      'the name of the site': () =>
        writeFile(join(inside, 'content/register.yaml'), 'site:\n  title: 样洲法规\nworks: []\n'),
    };
    await write(0);
    await write(1);
    await writeLong('附则');
    await build(join(inside, 'content'), join(inside, 'site'));
    for (const [edit, make] of Object.entries(edits)) {
      await make();
      await build(join(inside, 'content'), join(inside, 'site'));
      const outside = join(folder, 'edited');
      await cp(join(inside, 'content'), outside, { recursive: true });
      await build(outside, join(folder, 'fresh'));
      const made = digests(join(inside, 'site'));
      const ofLong = Object.keys(made).filter((path) => /changwen\/2020-01-01\/.*index\.html$/.test(path));
      expect(ofLong).toHaveLength(4);
      expect(made, edit).toEqual(digests(join(folder, 'fresh')));
      await rm(outside, { recursive: true });
    }
  } finally {
    await rm(inside, { recursive: true });
  }
}, 240_000);
