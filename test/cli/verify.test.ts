/** The verify command: checksums of what is published and of its sources; bad places are said. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differences, listSums, printSums, readSums, sha256, sumsOf } from '../../scripts/sums.ts';
import { run } from '../../scripts/verify.ts';

let folder: string;
let said: { out: string; err: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-verify-test-'));
  said = { out: '', err: '' };
  const [site, content] = [join(folder, 'site'), join(folder, 'content')];
  await mkdir(join(site, '文件'), { recursive: true });
  await mkdir(content);
  await writeFile(join(content, 'a.md'), '甲\n');
  await writeFile(join(site, '文件', 'index.html'), '<p>甲</p>');
  const evidence = { site: '', base: '', sources: listSums(await sumsOf(content)) };
  await writeFile(join(site, 'evidence.json'), JSON.stringify(evidence));
  await writeFile(join(site, 'SHA256SUMS'), printSums(await sumsOf(site)));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const verify = (place: string): Promise<number> =>
  run([place, '--quick', '--content', join(folder, 'content')], {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });

describe('verify', () => {
  test('says that all is equal', async () => {
    expect(await verify(join(folder, 'site'))).toBe(0);
    expect(said.out).toContain('一致：2个文件');
  });

  test('names each file that is changed, gone or new, and each source', async () => {
    await writeFile(join(folder, 'site/文件/index.html'), '<p>乙</p>');
    await writeFile(join(folder, 'site/more.html'), '');
    await writeFile(join(folder, 'content/a.md'), '乙\n');
    expect(await verify(join(folder, 'site'))).toBe(1);
    expect(said.out).toContain('不同 文件/index.html');
    expect(said.out).toContain('多出 more.html');
    expect(said.out).toContain('不同 a.md');
    await rm(join(folder, 'site/文件'), { recursive: true });
    expect(await verify(join(folder, 'site'))).toBe(1);
    expect(said.out).toContain('少了 文件/index.html');
  });

  test('asks a site by its address', async () => {
    const server: Server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '/').replace(/^\/base\//, '');
      readFile(join(folder, 'site', path)).then(
        (body) => response.end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await verify(`http://127.0.0.1:${port}/base/`)).toBe(0);
      await writeFile(join(folder, 'site/文件/index.html'), '<p>乙</p>');
      expect(await verify(`http://127.0.0.1:${port}/base/`)).toBe(1);
    } finally {
      server.close();
    }
  });

  test.each([['nowhere'], ['content']])('%s: nothing to verify, said with the usage', async (name) => {
    expect(await verify(join(folder, name))).toBe(2);
    expect(said.err).toContain('用法：verify');
  });
});

test('a list of checksums is read as it was written, and nothing else is one', () => {
  const sums = new Map([
    ['a b/名.html', sha256('甲')],
    ['z', sha256('')],
  ]);
  expect(readSums(printSums(sums))).toEqual(sums);
  expect(differences(sums, sums)).toEqual([]);
  expect(readSums('<html>')).toBeUndefined();
});
