/** The verify command: checksums of what is published and of its sources; bad places are said. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
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

const verify = (place: string, ...more: string[]): Promise<number> =>
  run([place, '--quick', ...more, '--content', join(folder, 'content')], {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  });

describe('the signature of the list', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const pem = async (name: string, key: KeyObject): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, key.export({ type: 'spki', format: 'pem' }));
    return path;
  };
  const signature = async (): Promise<Buffer> =>
    sign(null, await readFile(join(folder, 'site/SHA256SUMS')), privateKey);

  test.each(['raw', 'base64'] as const)('is checked with the city’s key, %s', async (form) => {
    const bytes = await signature();
    const body = form === 'raw' ? bytes : `${bytes.toString('base64')}\n`;
    await writeFile(join(folder, 'site/SHA256SUMS.sig'), body);
    expect(await verify(join(folder, 'site'), '--key', await pem('city.pem', publicKey))).toBe(0);
    expect(said.out).toContain('清单的签名：一致');
  });

  test('of another key, of another list, or none at all is told', async () => {
    const key = await pem('city.pem', publicKey);
    expect(await verify(join(folder, 'site'), '--key', key)).toBe(1);
    expect(said.out).toContain('缺少 SHA256SUMS.sig');
    await writeFile(join(folder, 'site/SHA256SUMS.sig'), await signature());
    expect(await verify(join(folder, 'site'), '--key', await pem('other.pem', other.publicKey))).toBe(1);
    expect(said.out).toMatch(/不是公钥 [0-9a-f]{16} 对这份清单的签名/);
    await writeFile(join(folder, 'site/more.html'), '');
    await writeFile(join(folder, 'site/SHA256SUMS'), printSums(await sumsOf(join(folder, 'site'))));
    expect(await verify(join(folder, 'site'), '--key', key)).toBe(1);
  });

  test('is named where no key is given', async () => {
    await writeFile(join(folder, 'site/SHA256SUMS.sig'), await signature());
    expect(await verify(join(folder, 'site'))).toBe(0);
    expect(said.out).toContain('没有给公钥（--key），没有核对');
  });

  test.each([
    ['no key', 'x'],
    ['a private key', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }),
    ],
  ])('%s is wrong use', async (_, body) => {
    await writeFile(join(folder, 'key.pem'), body);
    expect(await verify(join(folder, 'site'), '--key', join(folder, 'key.pem'))).toBe(2);
    expect(said.err).toContain('不是 Ed25519 公钥');
  });
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
