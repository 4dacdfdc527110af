/** The search over many cities: the shared search on the engine, and for each hit whose it is and where it stands. */
import type { Day, EverydayWord } from '../domain/model.ts';
import { type SearchOptions, type SearchResult, searchArchive } from '../domain/search/search.ts';
import type { SearchHit } from '../domain/search/types.ts';
import { addressIn } from './address.ts';
import { copiesIn, type WorkSource } from './copies.ts';
import type { CityFacets } from './counts.ts';
import type { Engine } from './engine.ts';
import { splitId } from './entries.ts';
import { type City, type NamedCity, namedCity } from './indices.ts';
import type { Snapshot } from './snapshot.ts';
import { engineSource } from './source.ts';

export interface CityHit extends SearchHit {
  city: NamedCity;
  /** Of a national text, all cities that hold these words; of a national work, all that tell of it. */
  sources?: WorkSource[];
}

export interface CitiesResult extends Omit<SearchResult, 'hits' | 'similar' | 'facets'> {
  hits: CityHit[];
  similar: CityHit[];
  facets?: CityFacets;
}

export interface CitiesOptions
  extends Pick<SearchOptions, 'limit' | 'offset' | 'filters' | 'sort' | 'perDocument'> {
  at: Day;
  /** Only these cities; all where none is given. */
  cities?: readonly string[];
}

/** Everyday words of cities; of one word the city that was first taken in decides what it is led to. */
function wordsOf(cities: readonly City[]): EverydayWord[] {
  const words = new Map<string, EverydayWord>();
  for (const word of cities.flatMap((city) => city.words))
    if (!words.has(word.said)) words.set(word.said, word);
  return [...words.values()];
}

/**
 * Runs a query over the cities of a snapshot. The ids of works have the city before them.
 * @throws EngineAway where the engine does not answer, or only in part
 */
export async function searchCities(
  engine: Engine,
  snapshot: Snapshot,
  query: string,
  { cities, ...options }: CitiesOptions,
): Promise<CitiesResult> {
  // Within one work its own texts are meant, whoever else has them.
  const alone = options.filters?.work !== undefined;
  const copies = alone ? undefined : await copiesIn(engine, snapshot, cities);
  const source = engineSource(engine, snapshot, { cities, passing: copies?.passing });
  source.warm(query, { filters: options.filters ?? {}, at: options.at });
  const cityOf = (work: string): City => snapshot.city(splitId(work).city)!;
  const result = await searchArchive(source, query, {
    ...options,
    survey: true,
    everyday: wordsOf(cities ? snapshot.cities.filter(({ id }) => cities.includes(id)) : snapshot.cities),
    urlOf: (place) => addressIn(cityOf(place.work), place),
  });
  const inCity = (hit: SearchHit): CityHit => {
    const sources = copies?.sourcesOf(hit, options.at) ?? [];
    return { ...hit, city: namedCity(cityOf(hit.work)), ...(sources.length > 0 ? { sources } : {}) };
  };
  const { hits, similar, facets, ...rest } = result;
  return {
    ...rest,
    hits: hits.map(inCity),
    similar: similar.map(inCity),
    ...(facets ? { facets: facets as CityFacets } : {}),
  };
}
