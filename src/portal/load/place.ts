/** The indices of a load: made beside those that readers ask, counted when all is sent, and put in their place in one step. */
import { type Engine, EngineAway } from '../engine.ts';
import { aliasOf, type City, indexBody, indexOf, recordKinds } from '../indices.ts';
import { blankBook, booksOf, readBook, unlessThere, writeBook } from './book.ts';

/**
 * Makes the indices of a load, each with its copy before anything is sent: a node that goes then takes nothing along.
 * An index of an earlier try that has lost its only copy is made anew.
 */
export async function createIndices(engine: Engine, city: City): Promise<void> {
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
    if ((await client.indices.exists({ index })).body && !(await isUsable(engine, index, city))) {
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

/** True for an index that this load has made and whose entries are still there; another may bear its name by mishap. */
async function isUsable(engine: Engine, index: string, city: City): Promise<boolean> {
  const { body } = await engine.client.indices.getMapping({ index });
  const { _meta } = (body as unknown as Record<string, { mappings: { _meta?: City } }>)[index]!.mappings;
  return _meta?.generation === city.generation && !(await isLost(engine, index));
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

/** Makes the new indices ready to be asked, and counts what is in them. */
export async function finish(
  { client, prefix }: Engine,
  city: City,
  names: readonly string[],
): Promise<void> {
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
      await writeBook({ client, prefix } as Engine, city, blankBook);
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
export async function indicesOf({ client, prefix }: Engine, id: string): Promise<string[]> {
  const { body } = await client.indices.getMapping({
    index: `${prefix}-*`,
    filter_path: '*.mappings._meta.id',
  } as never);
  const found = (body ?? {}) as unknown as Record<string, { mappings: { _meta?: { id?: string } } }>;
  return Object.entries(found).flatMap(([name, { mappings }]) => (mappings._meta?.id === id ? [name] : []));
}

/** Puts the new indices in the place of the old ones, in one step for all kinds. */
export async function switchTo(engine: Engine, city: City): Promise<void> {
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

export async function removeIndices(
  { client }: Engine,
  indices: readonly string[],
  add: object[],
): Promise<void> {
  const remove = indices.map((index) => ({ remove_index: { index } }));
  await client.indices.updateAliases({ body: { actions: [...add, ...remove] } as never });
}
