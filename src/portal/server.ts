/**
 * The service: pages that work without a script, and the same answers as JSON. It keeps nothing between two requests,
 * so that any number of copies may stand behind a balancer; readers never reach the engine itself.
 */
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Day } from '../domain/model.ts';
import type { Html } from '../site/html.ts';
import { citeLines } from './cite.ts';
import { statusOfLines } from './desk.ts';
import { type Engine, EngineAway } from './engine.ts';
import type { City } from './indices.ts';
import { openApi } from './openapi.ts';
import { address, type Parameters } from './pages/addresses.ts';
import { citePage, statusPage } from './pages/desk.ts';
import { page } from './pages/layout.ts';
import { searchPage } from './pages/search.ts';
import { homePage, nationalPage, sorryPage, workPageView, worksPage } from './pages/works.ts';
import {
  filtersOf,
  inChinese,
  linesAsked,
  linesOf,
  mostCharacters,
  nationalAsked,
  searchAsked,
  worksAsked,
} from './questions.ts';
import { searchCities } from './search.ts';
import { gate } from './server/gate.ts';
import { metricsOf } from './server/metrics.ts';
import { BadQuestion, Empty, whatIsWrong } from './server/wrong.ts';
import { onSnapshots, type Snapshot } from './snapshot.ts';
import { listWorks, nationalWorks, oneWork } from './works.ts';

export interface ServerOptions {
  engine: Engine;
  /** Name of the portal. */
  name: string;
  /** Styles of the pages. */
  style: string;
  /** The day of now, in China. */
  today: () => Day;
  /** Questions that one address may ask in a minute. */
  perMinute?: number;
  /** Questions that are before the engine at a time, and that may wait for it. */
  together?: number;
  waiting?: number;
  /** Milliseconds within which a question is answered. */
  deadline?: number;
  /** True where a balancer in front tells the reader's address. */
  behindProxy?: boolean;
  /** Where the log goes; false for none. */
  log?: { write(line: string): void } | false;
}

const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
  Vary: 'Accept',
};

/** Makes the service; it listens where its caller says. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { engine, name, style, today, perMinute = 240, deadline = 15_000, log = false } = options;
  const app = Fastify({
    logger: log === false ? false : { level: 'info', stream: log },
    trustProxy: options.behindProxy ?? false,
    // A list of the longest kind, each of its characters written as nine.
    bodyLimit: 12 * mostCharacters,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  });
  const ask = onSnapshots(engine);
  const enter = gate(options.together ?? 32, options.waiting ?? 1000);
  const metrics = metricsOf();

  /** Asks within the deadline. */
  function answered<T>(question: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    return enter(async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new EngineAway('没有在限定的时间内答完')), deadline);
      });
      try {
        return await Promise.race([ask(unlessEmpty(question)), late]);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, fieldsOf(new URLSearchParams(body as string))),
  );
  app.addHook('onSend', async (_request, reply) => {
    for (const [header, value] of Object.entries(securityHeaders)) {
      if (!reply.hasHeader(header)) reply.header(header, value);
    }
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.duration.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    allowList: (request) =>
      request.url === '/healthz' || request.url === '/readyz' || request.url === '/metrics',
    errorResponseBuilder: () => Object.assign(new Error('问得太密，请稍后再试'), { statusCode: 429 }),
  });

  const frame = { name };
  const wantsJson = (request: FastifyRequest): boolean =>
    (request.routeOptions.url ?? request.url).endsWith('.json') ||
    /^application\/json\b/.test(request.headers.accept ?? '');
  const showPage = (reply: FastifyReply, title: string, path: string, body: Html): FastifyReply =>
    reply.type('text/html; charset=utf-8').send(page(frame, title, path, body));

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const { status, title, reason } = whatIsWrong(error);
    if (status === 503) {
      metrics.failures.inc();
      reply.header('Retry-After', '5');
    }
    if (status >= 500) request.log.error({ err: error }, 'no answer');
    reply.code(status);
    if (wantsJson(request)) return reply.send({ error: title, reason });
    return showPage(reply, title, '', sorryPage(title, reason));
  });
  app.setNotFoundHandler(async (request, reply) => {
    const reason = '这里没有这个地址。';
    reply.code(404);
    if (wantsJson(request)) return reply.send({ error: '没有找到', reason });
    return showPage(reply, '没有找到', '', sorryPage('没有找到', reason));
  });

  /** One address as a page, and with .json behind it as data. */
  function both(
    path: string,
    answer: (request: FastifyRequest) => Promise<{ title: string; data: object; body: () => Html }>,
    methods: ('GET' | 'POST')[] = ['GET'],
  ): void {
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { title, data, body } = await answer(request);
      if (wantsJson(request)) return reply.send(data);
      return showPage(reply, title, path, body());
    };
    app.route({ method: methods, url: path, handler });
    app.route({ method: methods, url: `${path}.json`, handler });
  }

  const parametersOf = (request: FastifyRequest): Parameters => request.query as Parameters;

  both('/search', async (request) => {
    const asked = read(searchAsked, request.query);
    const at = asked.at ?? today();
    const parameters = parametersOf(request);
    const { limit, offset, perDocument, sort } = asked;
    return answered(async (snapshot) => {
      const { cities } = snapshot;
      const frame = { query: asked.q, parameters, at, limit, offset, cities };
      if (asked.q.trim() === '') {
        return {
          title: '检索',
          data: {
            total: 0,
            exact: true,
            snapshot: snapshot.id,
            hits: [],
            more: false,
            messages: ['没有写检索词'],
          },
          body: () => searchPage(frame),
        };
      }
      const result = await searchCities(engine, snapshot, asked.q, {
        ...{ at, limit, offset, perDocument, sort, filters: filtersOf(asked) },
        ...(asked.city ? { cities: known(asked.city, cities) } : {}),
      });
      const next = address('/search.json', { ...parameters, offset: offset + limit });
      return {
        title: `${asked.q.slice(0, 40)} · 检索`,
        data: { snapshot: snapshot.id, at, ...result, ...(result.more ? { next } : {}) },
        body: () => searchPage({ ...frame, result }),
      };
    });
  });

  const lines = (request: FastifyRequest) => {
    const asked = read(linesAsked, request.method === 'POST' ? request.body : request.query);
    return { ...asked, at: asked.at ?? today(), list: linesOf(asked.q) };
  };

  both(
    '/status',
    async (request) => {
      const { q, at, city, list } = lines(request);
      return answered(async (snapshot) => {
        const results = await statusOfLines(engine, snapshot, list, at, city && known(city, snapshot.cities));
        return {
          title: '时效',
          data: { at, results },
          body: () => statusPage(q, at, list.length > 0 ? results : undefined),
        };
      });
    },
    ['GET', 'POST'],
  );

  both(
    '/cite',
    async (request) => {
      const { q, at, city, list } = lines(request);
      return answered(async (snapshot) => {
        const results = await citeLines(engine, snapshot, list, at, city && known(city, snapshot.cities));
        return { title: '引用', data: { at, results }, body: () => citePage(q, at, results) };
      });
    },
    ['GET', 'POST'],
  );

  both('/works', async (request) => {
    const { city, title, kind, issuer, state, limit, after, ...asked } = read(worksAsked, request.query);
    const at = asked.at ?? today();
    return answered(async (snapshot) => {
      const { cities } = snapshot;
      const list = await listWorks(engine, snapshot, {
        ...{ at, limit },
        ...(city ? { cities: known(city, cities) } : {}),
        ...(title ? { title } : {}),
        ...(kind ? { kind } : {}),
        ...(issuer ? { issuer } : {}),
        ...(state ? { state } : {}),
        ...(after === undefined ? {} : { after }),
      });
      return {
        title: '文件',
        data: { at, ...list },
        body: () => worksPage(list, parametersOf(request), at, cities),
      };
    });
  });

  both('/works/national', async (request) => {
    const { limit, after } = read(nationalAsked, request.query);
    return answered(async (snapshot) => {
      const list = await nationalWorks(engine, snapshot, limit, after);
      return { title: '国家法律、法规', data: list, body: () => nationalPage(list.works, list.after) };
    });
  });

  both('/works/:city/:work', async (request) => {
    const { city, work } = request.params as { city: string; work: string };
    return answered(async (snapshot) => {
      const found = await oneWork(engine, snapshot, city, work);
      if (!found) throw Object.assign(new Error(), { statusCode: 404 });
      return { title: found.work.title, data: found, body: () => workPageView(found) };
    });
  });

  const told = ({ id, name: word, home, horizon, counts }: City) => ({
    id,
    name: word,
    home,
    horizon,
    counts,
  });
  both('/cities', async () =>
    answered(async ({ cities }) => ({
      title: '文库',
      data: { cities: cities.map(told) },
      body: () => homePage(cities),
    })),
  );
  app.get('/', async (_request, reply) => {
    const cities = await answered(async (snapshot) => snapshot.cities);
    return showPage(reply, '首页', '/', homePage(cities));
  });

  app.get('/style.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('Cache-Control', 'public, max-age=3600').send(style),
  );
  app.get('/openapi.json', async (_request, reply) => reply.send(openApi));
  // Alive says that the process answers; ready says that readers would get answers.
  app.get('/healthz', async (_request, reply) => reply.send({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const { cities } = await ask(async (snapshot) => snapshot);
      metrics.cities.set(cities.length);
      return reply
        .code(cities.length > 0 ? 200 : 503)
        .send({ ready: cities.length > 0, cities: cities.length });
    } catch (error) {
      return reply.code(503).send({ ready: false, reason: (error as Error).message });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  return app;
}

/** Fields of a form; one that stands there twice has both values. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    Array.from(new Set(form.keys()), (name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** A portal without cities has no answer: “没有结果” would be one. */
function unlessEmpty<T>(question: (snapshot: Snapshot) => Promise<T>): (snapshot: Snapshot) => Promise<T> {
  return async (snapshot) => {
    if (snapshot.cities.length === 0) throw new Empty();
    return question(snapshot);
  };
}

/** Cities by their ids; one that is not there is a mistake of the question, not an empty answer. */
function known(ids: readonly string[], cities: readonly City[]): readonly string[] {
  const strange = ids.find((id) => !cities.some((city) => city.id === id));
  if (strange !== undefined) throw new BadQuestion(`没有城市“${strange}”`);
  return ids;
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value ?? {}, inChinese);
  if (result.success) return result.data;
  throw new BadQuestion(
    result.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；'),
  );
}
