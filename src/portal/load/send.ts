/** Sends the entries of a city to the engine: in requests of a bearable size, again where it was too busy, on from where a load stopped. */

import type { SearchedUnit } from '../../domain/exports/portal/records.ts';
import { textName } from '../../domain/names/index.ts';
import type { SearchVersion } from '../../domain/search/types.ts';
import { type Engine, EngineAway, told } from '../engine.ts';
import { eventEntry, type Placed, provisionEntry, textEntry, workEntry, workId } from '../entries.ts';
import type { City, RecordKind } from '../indices.ts';
import { OrderKeys } from '../order.ts';
import type { CityFiles } from './check.ts';

/** Bytes of one request. */
const requestBytes = 4_000_000;
/** Requests under way at a time. */
const together = 2;

/** Entry of a line, with its id and number. */
interface Numbered {
  line: number;
  id: string;
  entry: object;
}

export async function* entriesOf(
  files: CityFiles,
  kind: RecordKind,
  city: City,
  placed: ReadonlyMap<string, Placed>,
): AsyncGenerator<Numbered> {
  const keys = new OrderKeys(city.ordinal);
  const texts = Map.groupBy(placed.values(), ({ version }) => version.work);
  let line = 0;
  for await (const text of files.lines(kind)) {
    line++;
    const record = JSON.parse(text);
    if (kind === 'provisions') {
      const unit = record as SearchedUnit;
      const own = placed.get(textName(unit.work, unit.version))!;
      const order = keys.next(own.version satisfies SearchVersion, unit.type === 'title');
      yield { line, id: String(order), entry: provisionEntry(unit, order, own) };
    } else if (kind === 'works') {
      const id = workId(city.id, record.id);
      const own = texts.get(id) ?? [];
      yield { line, id, entry: workEntry(city.id, record, own[0]?.workOrder ?? 0, own) };
    } else if (kind === 'texts') yield { line, id: String(line), entry: textEntry(city.id, record) };
    else yield { line, id: String(line), entry: eventEntry(city.id, record, line) };
  }
}

/** An entry as it is sent. */
interface Ready {
  line: number;
  id: string;
  json: string;
}

export type Patient = <T>(ask: () => Promise<T>) => Promise<T>;

/** Sends entries in requests of a bearable size, and again what the engine was too busy for. */
export class Sender {
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
    let batches: Ready[][] = [];
    let batch: Ready[] = [];
    let [bytes, done] = [0, from];
    const flush = async () => {
      const refused = (await Promise.all(batches.map((one) => this.#batch(one)))).flat();
      done += batches.reduce((sum, one) => sum + one.length, 0);
      batches = [];
      return { done, refused };
    };
    for await (const { line, id, entry } of entries) {
      if (line <= from) continue;
      const json = JSON.stringify(entry);
      batch.push({ line, id, json });
      bytes += Buffer.byteLength(json);
      if (bytes < requestBytes && batch.length < this.#perRequest) continue;
      batches.push(batch);
      [batch, bytes] = [[], 0];
      if (batches.length === together) yield await flush();
    }
    if (batch.length > 0) batches.push(batch);
    if (batches.length > 0) yield await flush();
  }

  async #batch(batch: readonly Ready[]): Promise<{ line: number; reason: string }[]> {
    const refused: { line: number; reason: string }[] = [];
    let left = batch;
    await this.#patient(async () => {
      // The client takes what is a string as it is.
      const body = left.flatMap(({ id, json }) => [{ index: { _index: this.#index, _id: id } }, json]);
      const answer = await this.#engine.client.bulk({ body: body as never }, { requestTimeout: 60_000 });
      const { items } = answer.body as unknown as {
        items: { index: { status: number; error?: { type: string; reason: string } } }[];
      };
      const again: Ready[] = [];
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
export async function withPatience<T>(ask: () => Promise<T>, patience: number): Promise<T> {
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
