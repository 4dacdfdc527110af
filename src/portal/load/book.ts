/** What is kept of loads beside the indices: the number of each city, and how far a load has come. */
import type { Engine } from '../engine.ts';
import type { City, RecordKind } from '../indices.ts';
import { mostCities } from '../order.ts';

export const booksOf = (prefix: string): string => `${prefix}-loads`;
const ordinalsOf = (prefix: string): string => `${prefix}-cities`;

/** The number of a city: given once, kept for ever, so that the order of other cities never changes. */
export async function ordinalOf({ client, prefix }: Engine, id: string): Promise<number> {
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

export function unlessThere(error: { message?: string }): void {
  if (!/resource_already_exists/.test(error.message ?? '')) throw error;
}

export type Book = Record<RecordKind, number>;

/** Nothing sent. */
export const blankBook: Book = { provisions: 0, works: 0, events: 0, texts: 0 };

/** How far a load with the same files had come. */
export async function readBook({ client, prefix }: Engine, city: City): Promise<Book> {
  const id = `${city.id} ${city.generation}`;
  const { body } = await client
    .get({ index: booksOf(prefix), id })
    .catch((error: { statusCode?: number }) => {
      if (error.statusCode !== 404) throw error;
      return { body: { _source: undefined } };
    });
  const book = body._source as Book | undefined;
  return { ...blankBook, ...book };
}

export async function writeBook({ client, prefix }: Engine, city: City, book: Book): Promise<void> {
  await client.index({ index: booksOf(prefix), id: `${city.id} ${city.generation}`, body: book });
}
