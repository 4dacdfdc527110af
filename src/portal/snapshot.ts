/**
 * What the portal holds at one moment: the cities, and the indices of each. An index is never changed once it can be
 * asked, so a question that keeps to one snapshot sees one state, however many requests it takes.
 */
import { type Engine, EngineAway, Gone, told } from './engine.ts';
import { aliasOf, type City, indexOf, type RecordKind } from './indices.ts';

export interface Snapshot {
  /** In the order in which they were first taken in. */
  cities: readonly City[];
  /** Changes with every city that is loaded or withdrawn. */
  id: string;
  /** Indices of a kind, of all cities or of some. */
  indices(kind: RecordKind, cities?: readonly string[]): string[];
  city(id: string): City | undefined;
}

/** The snapshot of now. */
export async function takeSnapshot({ client, prefix }: Engine): Promise<Snapshot> {
  let cities: City[] = [];
  try {
    const answer = await client.indices.getMapping({
      index: aliasOf(prefix, 'provisions'),
      filter_path: '*.mappings._meta',
    } as never);
    const found = answer.body as unknown as Record<string, { mappings: { _meta: City } }>;
    cities = Object.values(found).map(({ mappings }) => mappings._meta);
  } catch (error) {
    const what = told(error);
    if (!(what instanceof Gone)) throw what;
  }
  cities.sort((a, b) => a.ordinal - b.ordinal);
  const byId = new Map(cities.map((city) => [city.id, city]));
  return {
    cities,
    id: cities.map(({ ordinal, generation }) => `${ordinal}.${generation}`).join('-'),
    indices: (kind, wanted) =>
      cities
        .filter(({ id }) => wanted === undefined || wanted.includes(id))
        .map(({ id, generation }) => indexOf(prefix, kind, id, generation)),
    city: (id) => byId.get(id),
  };
}

/** Answers questions on a snapshot that is at most so old, and asks again where a city was loaded anew meanwhile. */
export function onSnapshots(engine: Engine, age = 1000, now: () => number = () => performance.now()) {
  let taken: { at: number; snapshot: Promise<Snapshot> } | undefined;
  const fresh = (): Promise<Snapshot> => {
    const snapshot = takeSnapshot(engine);
    taken = { at: now(), snapshot };
    snapshot.catch(() => {
      taken = undefined;
    });
    return snapshot;
  };
  return async <T>(ask: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
    for (let turn = 0; ; turn++) {
      const recent = taken && now() - taken.at < age && turn === 0 ? taken.snapshot : fresh();
      try {
        return await ask(await recent);
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        if (turn >= 4) throw new EngineAway(`文库正在更新：${error.message}`);
      }
    }
  };
}
