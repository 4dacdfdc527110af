/** The server of the built site: right types, nothing outside the folder, small answers. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Serving, startServer } from '../../scripts/serve.ts';

let folder: string;
let serving: Serving;
const page = `<!doctype html><title>首页</title>${'<p>正文</p>'.repeat(200)}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-serve-'));
  const dir = join(folder, 'dist');
  await mkdir(join(dir, 'works/条例'), { recursive: true });
  await mkdir(join(dir, '_astro'));
  await mkdir(join(dir, 'search/data/t'), { recursive: true });
  await writeFile(join(dir, 'search/data/t/0123456789ab.bin'), '0123456789');
  await writeFile(join(dir, 'index.html'), page);
  await writeFile(join(dir, '404.html'), '<title>没有这一页</title>');
  await writeFile(join(dir, 'works/条例/index.html'), '<title>条例</title>');
  await writeFile(join(dir, '_astro/a.b1.css'), 'p{}');
  await writeFile(join(dir, '.gongbao'), 'gongbao\n');
  await writeFile(join(folder, 'secret.txt'), '不可外传');
  await symlink(join(folder, 'secret.txt'), join(dir, 'link.txt'));
  serving = await startServer({ dir, port: 0 });
});

afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request as written: nothing of its path is tidied up. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(serving.url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

describe('pages', () => {
  test('are UTF-8 and carry what a page itself cannot say', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body.toString()).toBe(page);
  });

  test('with Chinese addresses are found', async () => {
    expect((await get(`/works/${encodeURIComponent('条例')}/`)).body.toString()).toContain('条例');
  });

  test('without their slash are redirected, the query kept', async () => {
    const { status, headers } = await get(`/works/${encodeURIComponent('条例')}?a=1`);
    expect(status).toBe(308);
    expect(headers['location']).toBe(`/works/${encodeURIComponent('条例')}/?a=1`);
  });

  test('that do not exist answer with the page for it', async () => {
    const { status, body } = await get('/nowhere/');
    expect(status).toBe(404);
    expect(body.toString()).toContain('没有这一页');
  });
});

describe('compression', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
  ])('%s gets %s', async (accepted, encoding) => {
    const { headers, body } = await get('/', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect((encoding === 'br' ? brotliDecompressSync : gunzipSync)(body).toString()).toBe(page);
    expect(body.length).toBeLessThan(page.length / 4);
  });

  test('an unchanged page is not sent again', async () => {
    const tag = String((await get('/')).headers['etag']);
    const again = await get('/', { 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('files named by their content are kept, pages are asked for anew', async () => {
    expect((await get('/_astro/a.b1.css')).headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });
});

describe('parts of a file', () => {
  const path = '/search/data/t/0123456789ab.bin';
  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-12', 416, '', 'bytes */10'],
    // What is not understood, or more than one run, is answered with the whole.
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('%s', async (range, status, body, part) => {
    const answer = await get(path, { Range: range, 'Accept-Encoding': 'gzip' });
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toBe(body);
    expect(answer.headers['content-range']).toBe(part);
    expect(answer.headers['accept-ranges']).toBe('bytes');
  });

  test('of another state of the file are not sent', async () => {
    const { headers } = await get(path);
    expect((await get(path, { Range: 'bytes=0-1', 'If-Range': String(headers['etag']) })).status).toBe(206);
    expect((await get(path, { Range: 'bytes=0-1', 'If-Range': '"other"' })).status).toBe(200);
  });
});

describe('what is not the site', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/works/..%5c..%5csecret.txt',
    '/link.txt',
    '/.gongbao',
    '/%00',
    '/%E0%A4%A',
    '//example.com/..',
  ])('%s is not found', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('不可外传');
  });

  test('a double slash is no other host', async () => {
    const { headers } = await get('//works');
    expect(String(headers['location'] ?? '/')).not.toMatch(/^\/\//);
  });

  test('only reading is allowed', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/', {}, 'HEAD')).body.length).toBe(0);
  });
});

describe('the command', () => {
  const collect = () => {
    const said = { out: '', err: '' };
    const io = {
      stdout: {
        write: (text: string) => {
          said.out += text;
        },
      },
      stderr: {
        write: (text: string) => {
          said.err += text;
        },
      },
    };
    return { said, io };
  };

  test('passes over a taken port unless it was asked for', async () => {
    const port = Number(new URL(serving.url).port);
    const dir = join(folder, 'dist');
    const next = await startServer({ dir, port, search: true });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
    const { said, io } = collect();
    expect(await run(['--out', dir, '--port', String(port)], io)).toBe(1);
    expect(said.err).toContain(`端口 ${port} 已被占用`);
  });

  test('says what to do where there is no site', async () => {
    const { said, io } = collect();
    expect(await run(['--out', join(folder, 'none')], io)).toBe(1);
    expect(said.err).toContain('请先运行');
  });

  test.each([[['--port', 'abc']], [['--port', '70000']], [['--what']]])('%j is wrong use', async (args) => {
    const { said, io } = collect();
    expect(await run(args, io)).toBe(2);
    expect(said.err).toContain('用法');
  });
});
