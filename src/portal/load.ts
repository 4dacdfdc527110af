/**
 * Takes a city in: every record is checked first, then all are sent into new indices beside the old ones, counted, and
 * switched to in one step. What is refused is listed with its place, and then nothing is switched.
 *
 * A load that was interrupted goes on where it stopped when it is run again with the same files; a load of files that
 * are already there does nothing.
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  cityRecord,
  deskEvent,
  deskWork,
  type SearchedUnit,
  searchedUnit,
} from '../domain/exports/portal/records.ts';
import type { EverydayWord } from '../domain/model.ts';
import type { SearchVersion } from '../domain/search/types.ts';
import { type Engine, EngineAway, told } from './engine.ts';
import { eventEntry, type Placed, provisionEntry, versionOf, workEntry, workId } from './entries.ts';
import { aliasOf, type City, indexBody, indexOf, type RecordKind, recordKinds } from './indices.ts';
import { mostCities, OrderKeys } from './order.ts';
import { takeSnapshot } from './snapshot.ts';

/** The files of one city. They may be read several times. */
export interface CityFiles {
  /** Where they are, for messages. */
  place: string;
  /** `portal/city.json`. */
  city(): Promise<string>;
  /** Lines of `portal/<name>.jsonl`. */
  lines(name: RecordKind): AsyncIterable<string>;
}

/** A record that cannot be taken in. */
export interface Refusal {
  /** `DIR/portal/works.jsonl:17`. */
  place: string;
  reason: string;
}

export interface Progress {
  city: string;
  kind: RecordKind;
  done: number;
  of: number;
}

export interface LoadOptions {
  /** Where the city's site is, where its files do not say so. */
  home?: string | undefined;
  /** Told after each request. */
  progress?: (progress: Progress) => void;
  /** Milliseconds for which an engine that is away is waited for. */
  patience?: number;
  /** Records of one request at most. */
  perRequest?: number;
}

export type Loaded =
  | { outcome: 'refused'; refusals: Refusal[] }
  | {
      outcome: 'switched';
      city: City;
      /** Records that an interrupted load had sent already. */
      resumed: number;
    }
  | { outcome: 'unchanged'; city: City };

/** Refusals that are listed; the rest are counted in the last of them. */
const mostRefusals = 1000;
/** Bytes of one request. */
const requestBytes = 4_000_000;
/** Requests under way at a time. */
const together = 2;

/**
 * Loads one city.
 * @throws EngineAway where the engine stays away longer than is waited for: run again, it goes on from there
 */
export async function loadCity(engine: Engine, files: CityFiles, options: LoadOptions = {}): Promise<Loaded> {
  const { patience = 300_000, progress = () => {}, perRequest = 2000 } = options;
  const patient: Patient = (ask) => withPatience(ask, patience);
  const head = await readHead(files, options.home);
  if ('refusals' in head) return { outcome: 'refused', refusals: head.refusals };
  const ordinal = await patient(() => ordinalOf(engine, head.id));
  const checked = await checkFiles(files, head, ordinal);
  if (checked.refusals.length > 0) return { outcome: 'refused', refusals: checked.refusals };
  const { name, home, horizon, id, words } = head;
  const counts = { provisions: head.provisions, works: head.works, events: head.events };
  const city: City = { id, name, home, ordinal, horizon, generation: checked.digest, counts, words };
  const held = (await patient(() => takeSnapshot(engine))).city(id);
  if (held?.generation === city.generation) return { outcome: 'unchanged', city: held };

  const names = recordKinds.map((kind) => indexOf(engine.prefix, kind, id, city.generation));
  await patient(() => createIndices(engine, city));
  const book = await patient(() => readBook(engine, city));
  const resumed = recordKinds.reduce((sum, kind) => sum + book[kind], 0);
  const refusals: Refusal[] = [];
  for (const kind of recordKinds) {
    const from = book[kind];
    const entries = entriesOf(files, kind, city, checked.placed);
    const sender = new Sender(engine, indexOf(engine.prefix, kind, id, city.generation), patient, perRequest);
    for await (const { done, refused } of sender.send(entries, from)) {
      refusals.push(
        ...refused.map(({ line, reason }) => ({
          place: `${files.place}/portal/${kind}.jsonl:${line}`,
          reason,
        })),
      );
      book[kind] = done;
      if (refusals.length === 0) await patient(() => writeBook(engine, city, book));
      progress({ city: name, kind, done, of: counts[kind] });
    }
  }
  if (refusals.length > 0) return { outcome: 'refused', refusals: limited(refusals) };
  await patient(() => finish(engine, city, names));
  await patient(() => switchTo(engine, city));
  return { outcome: 'switched', city, resumed };
}

/** Takes a city out; true where it was there. Readers see all of it, or nothing. */
export async function withdrawCity(engine: Engine, id: string): Promise<boolean> {
  const indices = await indicesOf(engine, id);
  if (indices.length > 0) await removeIndices(engine, indices, []);
  return indices.length > 0;
}

interface Head {
  words: EverydayWord[];
  id: string;
  name: string;
  home: string;
  horizon: string;
  provisions: number;
  works: number;
  events: number;
}

async function readHead(
  files: CityFiles,
  given: string | undefined,
): Promise<Head | { refusals: Refusal[] }> {
  const place = `${files.place}/portal/city.json`;
  const no = (reason: string) => ({ refusals: [{ place, reason }] });
  const text = await files.city().catch((error: Error) => error);
  if (text instanceof Error) return no(`读不到：${text.message}；这些文件由 gongbao export 写出`);
  const read = parse(cityRecord, text);
  if ('reason' in read) return no(read.reason);
  const { schema: _, ...city } = read.value;
  const home = URL.parse(given ?? city.home);
  if (!home || !/^https?:$/.test(home.protocol)) {
    return no(`没有网站的完整网址（“${city.home}”）：请用 export --site 重新导出，或在取用时写明 --home`);
  }
  if (!home.pathname.endsWith('/')) home.pathname += '/';
  const id = `${home.host}${home.pathname}`.replace(/\/$/, '').replaceAll('/', ':');
  return { ...city, id, home: home.href };
}

interface Checked {
  refusals: Refusal[];
  digest: string;
  /** By work and day. */
  placed: Map<string, Placed>;
}

const versionKey = (work: string, date: string): string => `${work}@${date}`;

/** Reads everything once, sends nothing: what is wrong is known before anything is changed. */
async function checkFiles(files: CityFiles, head: Head, ordinal: number): Promise<Checked> {
  const refusals: Refusal[] = [];
  const hash = createHash('sha256').update(
    `${mappingVersion}\n${JSON.stringify([head.home, head.name, head.horizon, head.words])}\n`,
  );
  const works = new Set<string>();
  const placed = new Map<string, Placed>();
  const orders = new Map<string, number>();
  const keys = new OrderKeys(ordinal);
  let last = -1;
  const checks = {
    works: (line: string) => {
      const read = parse(deskWork, line);
      if ('reason' in read) return read.reason;
      if (works.has(read.value.id)) return `文件“${read.value.id}”出现了两次`;
      works.add(read.value.id);
      return undefined;
    },
    provisions: (line: string) => {
      const read = parse(searchedUnit, line);
      if ('reason' in read) return read.reason;
      const unit = read.value;
      const key = versionKey(unit.work, unit.version);
      if (!works.has(unit.work)) return `works.jsonl 没有文件“${unit.work}”`;
      if ((unit.type === 'title') !== (unit.of !== undefined))
        return 'of 应当写在整个文件的一行，且只写在那里';
      if (unit.type === 'title') {
        if (placed.has(key)) return `文本“${key}”出现了两次`;
        const version = versionOf(head.id, unit);
        const order = keys.next(version, true);
        if (!orders.has(unit.work)) orders.set(unit.work, order);
        placed.set(key, { version, first: 0, end: 0, workOrder: orders.get(unit.work)! });
        return ascending(order);
      }
      const own = placed.get(key);
      if (!own) return `文本“${key}”的标题一行应在其条文之前`;
      const order = keys.next(own.version, false);
      if (own.end === 0) own.first = order;
      own.end = order + 1;
      return ascending(order);
    },
    events: (line: string) => {
      const read = parse(deskEvent, line);
      if ('reason' in read) return read.reason;
      return works.has(read.value.subject) ? undefined : `works.jsonl 没有文件“${read.value.subject}”`;
    },
  };
  const ascending = (order: number): string | undefined => {
    if (order <= last) return '先后与检索的基本次序不符';
    last = order;
    return undefined;
  };
  for (const kind of ['works', 'provisions', 'events'] as const) {
    const place = `${files.place}/portal/${kind}.jsonl`;
    let line = 0;
    try {
      for await (const text of files.lines(kind)) {
        line++;
        hash.update(text).update('\n');
        const reason = checks[kind](text);
        if (reason !== undefined && refusals.push({ place: `${place}:${line}`, reason }) > mostRefusals)
          break;
      }
      if (line !== head[kind] && refusals.length === 0) {
        refusals.push({
          place,
          reason: `应有${head[kind]}行，实有${line}行：文件不全，或与 city.json 不是一次导出`,
        });
      }
    } catch (error) {
      refusals.push({ place: `${place}:${line + 1}`, reason: (error as Error).message });
    }
  }
  return { refusals: limited(refusals), digest: hash.digest('hex').slice(0, 12), placed };
}

/** Changes when entries are made in another way: what was loaded before is then loaded anew. */
const mappingVersion = 1;

function limited(refusals: Refusal[]): Refusal[] {
  if (refusals.length <= mostRefusals) return refusals;
  const rest = { place: refusals.at(-1)!.place, reason: `不收的记录多于${mostRefusals}条，以下不再列出` };
  return [...refusals.slice(0, mostRefusals), rest];
}

function parse<T>(schema: z.ZodType<T>, line: string): { value: T } | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { reason: `不是 JSON：${(error as Error).message}` };
  }
  const read = schema.safeParse(json);
  if (read.success) return { value: read.data };
  const [first] = read.error.issues;
  return { reason: `${first!.path.join('.') || '记录'}：${first!.message}` };
}

/** Entry of a line, with its id and number. */
interface Numbered {
  line: number;
  id: string;
  entry: object;
}

async function* entriesOf(
  files: CityFiles,
  kind: RecordKind,
  city: City,
  placed: ReadonlyMap<string, Placed>,
): AsyncGenerator<Numbered> {
  const keys = new OrderKeys(city.ordinal);
  const orders = new Map<string, number>();
  for (const { version, workOrder } of placed.values()) orders.set(version.work, workOrder);
  let line = 0;
  for await (const text of files.lines(kind)) {
    line++;
    const record = JSON.parse(text);
    if (kind === 'provisions') {
      const unit = record as SearchedUnit;
      const own = placed.get(versionKey(unit.work, unit.version))!;
      const order = keys.next(own.version satisfies SearchVersion, unit.type === 'title');
      yield { line, id: String(order), entry: provisionEntry(unit, order, own) };
    } else if (kind === 'works') {
      const id = workId(city.id, record.id);
      yield { line, id, entry: workEntry(city.id, record, orders.get(id) ?? 0) };
    } else yield { line, id: `${city.id}/${line}`, entry: eventEntry(city.id, record, line) };
  }
}

type Patient = <T>(ask: () => Promise<T>) => Promise<T>;

/** Sends entries in requests of a bearable size, and again what the engine was too busy for. */
class Sender {
  readonly #engine: Engine;
  readonly #index: string;
  readonly #patient: Patient;
  readonly #perRequest: number;

  constructor(engine: Engine, index: string, patient: Patient, perRequest: number) {
    this.#engine = engine;
    this.#index = index;
    this.#patient = patient;
    this.#perRequest = perRequest;
  }

  /** @param from records that are there already */
  async *send(
    entries: AsyncIterable<Numbered>,
    from: number,
  ): AsyncGenerator<{ done: number; refused: { line: number; reason: string }[] }> {
    let batches: Numbered[][] = [];
    let batch: Numbered[] = [];
    let [bytes, done] = [0, from];
    const flush = async () => {
      const refused = (await Promise.all(batches.map((one) => this.#batch(one)))).flat();
      done += batches.reduce((sum, one) => sum + one.length, 0);
      batches = [];
      return { done, refused };
    };
    for await (const numbered of entries) {
      if (numbered.line <= from) continue;
      batch.push(numbered);
      bytes += JSON.stringify(numbered.entry).length;
      if (bytes < requestBytes && batch.length < this.#perRequest) continue;
      batches.push(batch);
      [batch, bytes] = [[], 0];
      if (batches.length === together) yield await flush();
    }
    if (batch.length > 0) batches.push(batch);
    if (batches.length > 0) yield await flush();
  }

  async #batch(batch: readonly Numbered[]): Promise<{ line: number; reason: string }[]> {
    const refused: { line: number; reason: string }[] = [];
    let left = batch;
    await this.#patient(async () => {
      const body = left.flatMap(({ id, entry }) => [{ index: { _index: this.#index, _id: id } }, entry]);
      const answer = await this.#engine.client.bulk({ body: body as never }, { requestTimeout: 60_000 });
      const { items } = answer.body as unknown as {
        items: { index: { status: number; error?: { type: string; reason: string } } }[];
      };
      const again: Numbered[] = [];
      items.forEach(({ index: { status, error } }, i) => {
        if (status < 300) return;
        const numbered = left[i]!;
        if (status === 429 || status >= 500 || status === 404) again.push(numbered);
        else refused.push({ line: numbered.line, reason: `${error?.type}：${error?.reason}` });
      });
      left = again;
      if (again.length > 0) throw new EngineAway(`引擎未能收下${again.length}条`);
    });
    return refused;
  }
}

/** Asks until an answer comes, with growing pauses; other errors than an absence are passed on. */
async function withPatience<T>(ask: () => Promise<T>, patience: number): Promise<T> {
  const until = performance.now() + patience;
  for (let pause = 250; ; pause = Math.min(pause * 2, 8000)) {
    try {
      return await ask();
    } catch (error) {
      const what = told(error);
      if (!(what instanceof EngineAway) || performance.now() + pause > until) throw what;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

const booksOf = (prefix: string): string => `${prefix}-loads`;
const ordinalsOf = (prefix: string): string => `${prefix}-cities`;

/** The number of a city: given once, kept for ever, so that the order of other cities never changes. */
async function ordinalOf({ client, prefix }: Engine, id: string): Promise<number> {
  const index = ordinalsOf(prefix);
  await client.indices
    .create({
      index,
      body: {
        settings: { number_of_shards: 1, auto_expand_replicas: '0-2' },
        mappings: { dynamic: 'strict', properties: { city: { type: 'keyword' } } },
      } as never,
    })
    .catch(unlessThere);
  for (;;) {
    await client.indices.refresh({ index });
    const { body } = await client.search({
      index,
      body: { size: mostCities, query: { match_all: {} } } as never,
    });
    const taken = body.hits.hits as unknown as { _id: string; _source: { city: string } }[];
    const own = taken.find(({ _source }) => _source.city === id);
    if (own) return Number(own._id);
    const next = 1 + Math.max(-1, ...taken.map(({ _id }) => Number(_id)));
    try {
      await client.create({ index, id: String(next), body: { city: id }, refresh: true });
      return next;
    } catch (error) {
      // Another load was quicker: the next number is asked for.
      if ((error as { statusCode?: number }).statusCode !== 409) throw error;
    }
  }
}

function unlessThere(error: { message?: string }): void {
  if (!/resource_already_exists/.test(error.message ?? '')) throw error;
}

/**
 * Makes the indices of a load, each with its copy before anything is sent: a node that goes then takes nothing along.
 * An index of an earlier try that has lost its only copy is made anew.
 */
async function createIndices(engine: Engine, city: City): Promise<void> {
  const { client, prefix } = engine;
  const settings = { number_of_shards: 1, auto_expand_replicas: '0-2' };
  const mappings = { dynamic: false };
  await client.indices
    .create({ index: booksOf(prefix), body: { settings, mappings } as never })
    .catch(unlessThere);
  const { body } = await client.cluster.health();
  const replicas = Math.min(1, Number(body.number_of_data_nodes) - 1);
  for (const kind of recordKinds) {
    const index = indexOf(prefix, kind, city.id, city.generation);
    if ((await client.indices.exists({ index })).body && (await isLost(engine, index))) {
      await client.indices.delete({ index });
      await writeBook(engine, city, { ...(await readBook(engine, city)), [kind]: 0 });
    }
    await client.indices
      .create(
        {
          index,
          wait_for_active_shards: 'all',
          timeout: '60s',
          body: indexBody(kind, city, replicas) as never,
        },
        { requestTimeout: 90_000 },
      )
      .catch(unlessThere);
  }
}

/** True where no copy of an index comes back within some time. */
async function isLost({ client }: Engine, index: string): Promise<boolean> {
  const asked = { index, wait_for_status: 'yellow', timeout: '20s' };
  const { body } = await client.cluster
    .health(asked as never, { requestTimeout: 40_000 })
    .catch((error: { statusCode?: number; body?: unknown }) => {
      if (error.statusCode !== 408) throw error;
      return { body: { status: 'red' } };
    });
  return (body as { status: string }).status === 'red';
}

type Book = Record<RecordKind, number>;

/** How far a load with the same files had come. */
async function readBook({ client, prefix }: Engine, city: City): Promise<Book> {
  const id = `${city.id} ${city.generation}`;
  const { body } = await client
    .get({ index: booksOf(prefix), id })
    .catch((error: { statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
      return { body: { _source: undefined } };
    });
  const book = body._source as Book | undefined;
  return { provisions: 0, works: 0, events: 0, ...book };
}

async function writeBook({ client, prefix }: Engine, city: City, book: Book): Promise<void> {
  await client.index({ index: booksOf(prefix), id: `${city.id} ${city.generation}`, body: book });
}

/** Makes the new indices ready to be asked, and counts what is in them. */
async function finish({ client, prefix }: Engine, city: City, names: readonly string[]): Promise<void> {
  const index = [...names];
  const slow = { requestTimeout: 120_000 };
  await client.indices.refresh({ index }, slow);
  await client.cluster.health({ index, wait_for_status: 'yellow', timeout: '60s' } as never, slow);
  for (const kind of recordKinds) {
    const name = indexOf(prefix, kind, city.id, city.generation);
    const { body } = await client.count({ index: name });
    if (body._shards.failed > 0) throw new EngineAway('引擎的一部分没有作答，未能清点');
    if (body.count !== city.counts[kind]) {
      // Lost in the engine: what the book says is not so, and all is sent again next time.
      await writeBook({ client, prefix } as Engine, city, { provisions: 0, works: 0, events: 0 });
      throw new Error(`${name} 应有${city.counts[kind]}条，实有${body.count}条：请再取用一次，将全部重发`);
    }
  }
  await client.indices.forcemerge({ index, max_num_segments: 1 } as never, slow);
  await client.indices.putSettings(
    { index, body: { index: { refresh_interval: '1s', 'blocks.write': true } } as never },
    slow,
  );
}

/** Indices of a city, whatever they were loaded from, those of half a load too. */
async function indicesOf({ client, prefix }: Engine, id: string): Promise<string[]> {
  const { body } = await client.indices.getMapping({
    index: `${prefix}-*`,
    filter_path: '*.mappings._meta.id',
  } as never);
  const found = (body ?? {}) as unknown as Record<string, { mappings: { _meta?: { id?: string } } }>;
  return Object.entries(found).flatMap(([name, { mappings }]) => (mappings._meta?.id === id ? [name] : []));
}

/** Puts the new indices in the place of the old ones, in one step for all kinds. */
async function switchTo(engine: Engine, city: City): Promise<void> {
  const { client, prefix } = engine;
  const fresh = recordKinds.map((kind) => indexOf(prefix, kind, city.id, city.generation));
  const old = (await indicesOf(engine, city.id)).filter((name) => !fresh.includes(name));
  const add = recordKinds.map((kind, i) => ({ add: { index: fresh[i], alias: aliasOf(prefix, kind) } }));
  await removeIndices(engine, old, add);
  await client
    .delete({ index: booksOf(prefix), id: `${city.id} ${city.generation}` })
    .catch((error: { statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
    });
}

async function removeIndices({ client }: Engine, indices: readonly string[], add: object[]): Promise<void> {
  const remove = indices.map((index) => ({ remove_index: { index } }));
  await client.indices.updateAliases({ body: { actions: [...add, ...remove] } as never });
}
