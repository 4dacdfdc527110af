/**
 * The bench's own answers beside the pages: an editor's deeds, and pages of originals as pictures. It answers this
 * machine only, and no page of another site: a request has to name this address in Host, and in Origin where it writes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Holdings } from '../site/holdings.ts';
import type { Desk } from './desk.ts';
import { deed } from './desk.ts';
import { RecordError } from './records.ts';

export interface BenchOptions {
  desk: Desk;
  holdings: () => Holdings;
  /** Reads the content anew, after something was written. */
  reload: () => Promise<void>;
  /** A page of an original; undefined where it cannot be drawn. */
  picture: (source: string, file: number, page: number) => Promise<Picture | undefined>;
}

export interface Picture {
  type: 'image/png' | 'image/svg+xml';
  body: Uint8Array | string;
}

type Next = () => void;

const local = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
const longest = 64 * 1024;

/** Why a request is not taken: it is not for this machine, or another site's page made it. */
function foreign({ host = '', origin, ...headers }: IncomingMessage['headers']): string | undefined {
  if (!local.test(host)) return '编校台只在本机打开';
  const crossing = headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
  return crossing || (origin !== undefined && origin !== `http://${host}`)
    ? '不接受别的网页发来的请求'
    : undefined;
}

/** Handles what is the bench's and lets the rest pass; everything from elsewhere is refused. */
export function benchMiddleware(options: BenchOptions) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const reason = foreign(request.headers);
    if (reason !== undefined) {
      refuse(response, 403, reason);
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/bench/do/') {
      write(request, response, options).catch((error: Error) => refuse(response, 500, error.message));
      return;
    }
    if (url.pathname === '/bench/page/') {
      draw(url.searchParams, response, options).catch(() => refuse(response, 500, '这一页画不出来'));
      return;
    }
    // Addresses of files end without a slash; the development server knows only such as end with one.
    if (/^\/originals\/[^/]+\/[^/]+$/.test(url.pathname)) request.url = `${url.pathname}/`;
    next();
  };
}

async function write(
  request: IncomingMessage,
  response: ServerResponse,
  { desk, holdings, reload }: BenchOptions,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, '只接受 POST');
  if (request.headers.origin === undefined) return refuse(response, 403, '不知道是哪个网页发来的请求');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(response, 415, '只接受 JSON');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longest) return refuse(response, 413, '请求过大');
  }
  const asked = deed.safeParse(parsed(text));
  if (!asked.success)
    return refuse(
      response,
      400,
      asked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('；'),
    );
  try {
    const said = desk.do(asked.data, holdings());
    await reload();
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ said }));
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    refuse(response, 409, error.message);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function draw(
  query: URLSearchParams,
  response: ServerResponse,
  { picture }: BenchOptions,
): Promise<void> {
  const [file, page] = ['file', 'page'].map((name) => Number(query.get(name)));
  const drawn = await picture(query.get('source') ?? '', file ?? 0, page ?? 1);
  if (!drawn) return refuse(response, 404, '这一页没有图');
  response.setHeader('Content-Type', drawn.type);
  response.end(drawn.body);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ reason }));
}
