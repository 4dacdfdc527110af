/**
 * `serve`: shows the built site. Files only, from one folder, read anew whenever they change.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readArguments, wrongUse } from './arguments.ts';
import type { Io } from './io.ts';
import { interruption, readPort } from './running.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.epub': 'application/epub+zip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Sent with every answer. */
const headers: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** Sent with what a window can show. The page's own policy stands in its head; what a head cannot say stands here. */
const documentHeaders: Record<string, string> = {
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Files whose names change with their contents: bundled ones, and the search's data. */
const named = /\/_astro\/|\/search\/data\/[a-z]\/[0-9a-f]{12,16}\./;

const documents = /html|xml|svg|markdown|plain/;

interface Stored {
  modified: number;
  tag: string;
  body: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** Files in memory; emptied when it outgrows the bound. */
class Store {
  private files = new Map<string, Stored>();
  private bytes = 0;

  async read(path: string, modified: number): Promise<Stored> {
    const known = this.files.get(path);
    if (known?.modified === modified) return known;
    const body = await readFile(path);
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const stored: Stored = { modified, tag, body };
    this.bytes += body.length;
    if (this.bytes > 128 * 1024 * 1024) {
      this.files.clear();
      this.bytes = body.length;
    }
    this.files.set(path, stored);
    return stored;
  }
}

/** The encodings that a reader takes: `br, gzip;q=0` → br. */
function encodingOf(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = new Set<string>();
  for (const part of String(request.headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : undefined;
}

/** @param quality of brotli: best for what is compressed once and kept by the reader */
function encoded(stored: Stored, encoding: 'br' | 'gzip', quality: number): Buffer {
  if (encoding === 'gzip') {
    stored.gzip ??= gzipSync(stored.body);
    return stored.gzip;
  }
  stored.br ??= brotliCompressSync(stored.body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  return stored.br;
}

/**
 * The bytes that are asked for, where they are one run of them (RFC 9110, 14.2); undefined where the whole file is.
 *
 * `bytes=0-95` → 0 to 96 · `bytes=100-` → to the end · `bytes=-5` → the last five
 */
function rangeOf(
  { headers: { range, 'if-range': unless } }: IncomingMessage,
  { body, tag }: Stored,
): { from: number; to: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if ((first === '' && last === '') || (unless !== undefined && unless !== tag)) return undefined;
  const from = first === '' ? Math.max(0, body.length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? body.length : Math.min(body.length, Number(last) + 1);
  return from < to ? { from, to } : first !== '' && last !== '' && from > Number(last) ? undefined : 'none';
}

type Found = { file: string; modified: number } | { redirect: string } | undefined;

/** The file that a path names, if it lies inside the folder; a folder without its slash is redirected. */
async function find(root: string, pathname: string): Promise<Found> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || /(^|\/)\./.test(decoded)) return undefined;
  try {
    const path = await realpath(join(root, decoded));
    if (path !== root && !path.startsWith(root + sep)) return undefined;
    const found = await stat(path);
    if (found.isFile()) return decoded.endsWith('/') ? undefined : { file: path, modified: found.mtimeMs };
    if (!found.isDirectory()) return undefined;
    const index = await stat(join(path, 'index.html'));
    if (!index.isFile()) return undefined;
    // A leading double slash would name another host.
    if (!decoded.endsWith('/')) return { redirect: `/${pathname.replace(/^\/+/, '')}/` };
    return { file: join(path, 'index.html'), modified: index.mtimeMs };
  } catch {
    return undefined;
  }
}

async function answer(root: string, store: Store, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('只能读取（GET、HEAD）。\n');
    return;
  }
  const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
  const found = await find(root, pathname);
  if (found && 'redirect' in found) {
    response.writeHead(308, { Location: query ? `${found.redirect}?${query}` : found.redirect });
    response.end();
    return;
  }
  const missing = found ? undefined : await find(root, '/404.html');
  const target = found ?? missing;
  if (!target || 'redirect' in target) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('没有这一页。\n');
    return;
  }
  const stored = await store.read(target.file, target.modified);
  const type = types[extname(target.file).toLowerCase()] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  if (documents.test(type)) {
    for (const [name, value] of Object.entries(documentHeaders)) response.setHeader(name, value);
  }
  response.setHeader('ETag', stored.tag);
  response.setHeader(
    'Cache-Control',
    found && named.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (found && request.headers['if-none-match'] === stored.tag) {
    response.writeHead(304).end();
    return;
  }
  const encoding = /text|json|xml|javascript|svg/.test(type) ? encodingOf(request) : undefined;
  const body =
    encoding && stored.body.length > 512
      ? encoded(stored, encoding, named.test(pathname) ? 11 : 9)
      : stored.body;
  if (encoding && body !== stored.body) response.setHeader('Content-Encoding', encoding);
  const part = found && !encoding ? rangeOf(request, stored) : undefined;
  if (!encoding) response.setHeader('Accept-Ranges', 'bytes');
  if (part === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${body.length}` }).end();
    return;
  }
  if (part) {
    const { from, to } = part;
    response.writeHead(206, {
      'Content-Range': `bytes ${from}-${to - 1}/${body.length}`,
      'Content-Length': to - from,
    });
    response.end(request.method === 'HEAD' ? undefined : body.subarray(from, to));
    return;
  }
  response.writeHead(found ? 200 : 404, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.removeListener('error', fail);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the folder `dir`. Port 0 takes any free port; where `search` is set, a taken port is passed over
 * for the next one, up to 20 further. Rejects where the folder holds no site or no port is free.
 */
export async function startServer(options: {
  dir: string;
  host?: string;
  port?: number;
  search?: boolean;
}): Promise<Serving> {
  const root = await realpath(resolve(options.dir));
  await stat(join(root, 'index.html'));
  const store = new Store();
  const server = createServer((request, response) => {
    answer(root, store, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('读取失败。\n');
    });
  });
  const host = options.host ?? '127.0.0.1';
  const first = options.port ?? 4321;
  for (let port = first; ; port++) {
    try {
      const taken = await listen(server, host, port);
      return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || !options.search || port >= first + 20) throw error;
    }
  }
}

const usage = `用法：serve [--out DIR] [--port N] [--host HOST] [--content DIR]
  --out DIR      网站所在的文件夹，默认 dist
  --port N       端口，默认从 4321 起找空闲的
  --host HOST    监听的地址，默认 127.0.0.1
  --content DIR  先由此文件夹生成网站
`;

const options = {
  out: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  content: { type: 'string' },
} as const;

/**
 * Serves the built site until it is interrupted. With `--content DIR` the site is built from there first.
 * Exit code 0 after an interruption, 1 where there is nothing to serve, 2 for wrong use.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io, { words: false });
  if (typeof read === 'number') return read;
  const { values } = read;
  const asked = values.port === undefined ? { port: undefined } : readPort(values.port);
  if ('wrong' in asked) return wrongUse(asked.wrong, usage, io);
  const { port } = asked;
  if (values.content !== undefined) {
    const { run: build } = await import('./build.ts');
    const code = await build(['--content', values.content, ...(values.out ? ['--out', values.out] : [])], io);
    if (code > 1) return code;
  }
  const dir = values.out ?? 'dist';
  try {
    const serving = await startServer({ dir, host: values.host, port, search: port === undefined });
    io.stdout.write(`${serving.url}\n`);
    await interruption();
    await serving.close();
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: `“${dir}”里没有网站：请先运行 npm run gongbao -- build`,
      EADDRINUSE: `端口 ${port ?? '4321–4341'} 已被占用：请用 --port 另选一个`,
    };
    io.stderr.write(`${reasons[code ?? ''] ?? message}\n`);
    return 1;
  }
}
