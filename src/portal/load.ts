/**
 * Takes a city in: every record is checked first, then all are sent into new indices beside the old ones, counted, and
 * switched to in one step. What is refused is listed with its place, and then nothing is switched.
 *
 * A load that was interrupted goes on where it stopped when it is run again with the same files; a load of files that
 * are already there does nothing.
 */
import type { Engine } from './engine.ts';
import { type City, indexOf, type RecordKind, recordKinds } from './indices.ts';
import { ordinalOf, readBook, writeBook } from './load/book.ts';
import { type CityFiles, checkFiles, limited, type Refusal, readHead } from './load/check.ts';
import { createIndices, finish, indicesOf, removeIndices, switchTo } from './load/place.ts';
import { entriesOf, type Patient, Sender, withPatience } from './load/send.ts';
import { mostCities } from './order.ts';
import { takeSnapshot } from './snapshot.ts';

export interface Progress {
  city: string;
  kind: RecordKind;
  done: number;
  of: number;
}

export interface LoadOptions {
  /** Where the city's site is, where its files do not say so. */
  home?: string | undefined;
  /** Cities that were loaded just now, with where from: another source for one of them is a mistake. */
  loaded?: ReadonlyMap<string, string>;
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

/**
 * Loads one city.
 * @throws EngineAway where the engine stays away longer than is waited for: run again, it goes on from there
 */
export async function loadCity(engine: Engine, files: CityFiles, options: LoadOptions = {}): Promise<Loaded> {
  const { patience = 300_000, progress = () => {}, perRequest = 2000 } = options;
  const patient: Patient = (ask) => withPatience(ask, patience);
  const head = await readHead(files, options.home);
  if ('refusals' in head) return { outcome: 'refused', refusals: head.refusals };
  const other = options.loaded?.get(head.id);
  if (other !== undefined) {
    const reason = `与“${other}”写的是同一个网址（${head.home}）：一个网址只能是一个文库`;
    return { outcome: 'refused', refusals: [{ place: `${files.place}/portal/city.json`, reason }] };
  }
  const ordinal = await patient(() => ordinalOf(engine, head.id));
  if (ordinal >= mostCities) {
    const reason = `已取用过${mostCities}个城市，编号已用尽`;
    return { outcome: 'refused', refusals: [{ place: `${files.place}/portal/city.json`, reason }] };
  }
  const checked = await checkFiles(files, head, ordinal);
  if (checked.refusals.length > 0) return { outcome: 'refused', refusals: checked.refusals };
  const { name, home, horizon, id, words } = head;
  const { provisions, works, events, texts } = head;
  const counts = { provisions, works, events, texts };
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
