/**
 * What the portal holds at one moment: the cities, and the indices of each. An index is never changed once it can be
 * asked, so a question that keeps to one snapshot sees one state, however many requests it takes.
 */
import { type Engine, EngineAway, Gone, Late, told } from './engine.ts';
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

/** Cities behind the alias; undefined where there is no such alias. */
async function citiesOf({ client, prefix }: Engine): Promise<City[] | undefined> {
  try {
    const answer = await client.indices.getMapping({
      index: aliasOf(prefix, 'provisions'),
      filter_path: '*.mappings._meta',
    } as never);
    const found = answer.body as unknown as Record<string, { mappings: { _meta: City } }>;
    return Object.values(found).map(({ mappings }) => mappings._meta);
  } catch (error) {
    const what = told(error);
    if (what instanceof Gone) return undefined;
    throw what;
  }
}

/** Throws where the engine has started and does not yet know what it holds: it would say that there is nothing. */
async function requireRecovered({ client }: Engine): Promise<void> {
  const { body } = await client.cluster.state({ metric: 'blocks' } as never).catch((error: unknown) => {
    throw told(error);
  });
  const { blocks } = body as unknown as { blocks?: { global?: object } };
  if (blocks?.global) throw new EngineAway('引擎正在启动，还不知道自己存有什么');
}

/**
 * The snapshot of now.
 * @throws EngineAway where the engine does not answer, or does not yet know what it holds
 */
export async function takeSnapshot(engine: Engine): Promise<Snapshot> {
  const { prefix } = engine;
  let found = await citiesOf(engine);
  if (!found) {
    await requireRecovered(engine);
    found = await citiesOf(engine);
  }
  const cities = found ?? [];
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

/** Times that a question is asked again. */
const mostTurns = 4;

/**
 * Answers questions on a snapshot that is at most so old. Where a city was loaded anew meanwhile, or a node went, the
 * question is asked again, from its beginning.
 */
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
        const away = error instanceof EngineAway && !(error instanceof Late);
        if (!away && !(error instanceof Gone)) throw error;
        if (turn >= mostTurns)
          throw away ? error : new EngineAway(`文库正在更新，或引擎缺了一部分：${error.message}`);
        await new Promise((done) => setTimeout(done, 60 * turn));
      }
    }
  };
}
