/**
 * The engine as the portal asks it: OpenSearch through its own client, with limits of time, several questions in one
 * request, and no answer where a part of the engine did not answer.
 */
import { Client, errors } from '@opensearch-project/opensearch';

/** The engine does not answer, or not in time. */
export class EngineAway extends Error {
  override name = 'EngineAway';
}

/** It did not answer in time, or had too much to do: to ask again at once would make it worse. */
export class Late extends EngineAway {
  override name = 'Late';
}

/** A part of the engine did not answer: what was found is not all. */
class PartialAnswer extends EngineAway {
  override name = 'PartialAnswer';
}

/** What was asked of is no longer there: a city has been loaded anew, or a node has gone, in the meantime. */
export class Gone extends Error {
  override name = 'Gone';
}

export type Query = Record<string, unknown>;

export interface Hit<Source> {
  _id: string;
  _index: string;
  _score: number | null;
  _source?: Source;
  fields?: Record<string, unknown[]>;
  sort?: (number | string | null)[];
}

/** An answer of the engine; `aggregations` as the engine writes them. */
export interface Answer<Source = unknown> {
  total: number;
  hits: Hit<Source>[];
  aggregations: Record<string, unknown>;
}

export interface Engine {
  client: Client;
  /** First word of all names in the engine. */
  prefix: string;
  /** Asks some indices. Questions asked at the same time go in one request. */
  search<Source>(indices: readonly string[], body: Query): Promise<Answer<Source>>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Addresses of the nodes; user and password may stand in them. */
  nodes: readonly string[];
  prefix?: string;
  /** Milliseconds that one request may take. */
  timeout?: number;
}

interface Waiting {
  indices: readonly string[];
  body: Query;
  resolve(answer: Answer<never>): void;
  reject(error: unknown): void;
}

interface Response {
  status: number;
  error?: { type: string; reason?: string; root_cause?: { type: string }[] };
  timed_out?: boolean;
  _shards?: { failed: number; total: number; successful: number };
  hits?: { total: { value: number }; hits: Hit<never>[] };
  aggregations?: Record<string, unknown>;
}

/** Questions in one request; more go in another. */
const mostTogether = 64;

/** Opens the engine. Nothing is sent before the first question. */
export function openEngine({ nodes, prefix = 'gongbao', timeout = 10_000 }: EngineOptions): Engine {
  const client = new Client({
    nodes: [...nodes],
    requestTimeout: timeout,
    maxRetries: Math.max(2, nodes.length),
    compression: 'gzip',
  });
  const waiting: Waiting[] = [];

  async function flush(): Promise<void> {
    const batch = waiting.splice(0, mostTogether);
    if (waiting.length > 0) setImmediate(flush);
    try {
      const body = batch.flatMap(({ indices, body }) => [
        { index: indices, allow_partial_search_results: false },
        { track_total_hits: true, timeout: `${timeout}ms`, ...body },
      ]);
      const { body: answer } = await client.msearch({ body: body as never });
      const responses = (answer as unknown as { responses: Response[] }).responses;
      batch.forEach(({ resolve, reject }, i) => {
        try {
          resolve(answerOf(responses[i]!));
        } catch (error) {
          reject(error);
        }
      });
    } catch (error) {
      for (const { reject } of batch) reject(told(error));
    }
  }

  return {
    client,
    prefix,
    search(indices, body) {
      if (indices.length === 0) return Promise.resolve({ total: 0, hits: [], aggregations: {} });
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ indices, body, resolve, reject });
      });
    },
    close: () => client.close(),
  };
}

function answerOf({ error, status, timed_out, _shards, hits, aggregations = {} }: Response): Answer<never> {
  if (error) {
    if (error.type === 'index_not_found_exception') throw new Gone(error.reason);
    const causes = (error.root_cause ?? []).map(({ type }) => type).join('、');
    const what = `${error.type}：${error.reason ?? ''}${causes && `（${causes}）`}`;
    // A shard that went while it was asked: removed with its city's old indices, or with a node. It is asked again.
    if (error.type === 'search_phase_execution_exception' && !/parsing|illegal_argument/.test(causes))
      throw new Gone(what);
    if (status === 429) throw new Late(what);
    if (status >= 500) throw new PartialAnswer(what);
    throw new Error(what);
  }
  if (timed_out) throw new Late('引擎没有在限定的时间内答完');
  if (!_shards || _shards.failed > 0 || _shards.successful < _shards.total)
    throw new PartialAnswer(`引擎的${_shards?.total ?? 0}个分片中有${_shards?.failed ?? 0}个没有作答`);
  return { total: hits?.total.value ?? 0, hits: hits?.hits ?? [], aggregations };
}

/** The error of a request in the portal's own terms. */
export function told(error: unknown): unknown {
  if (error instanceof errors.ResponseError) {
    const { statusCode, message } = error;
    if (statusCode === 404) return new Gone(message);
    if (statusCode === 429 || statusCode === 408) return new Late(message);
    if (statusCode === undefined || statusCode >= 500) return new EngineAway(message);
    return error;
  }
  if (error instanceof errors.TimeoutError) return new Late(error.message);
  if (error instanceof errors.OpenSearchClientError) return new EngineAway(error.message);
  return error;
}
