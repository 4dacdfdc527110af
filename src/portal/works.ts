/** The works of all cities: lists with filters, one work with its life, and the national laws with who tells of them. */
import type { DeskEvent, DeskWork } from '../domain/exports/portal/records.ts';
import type { Day, InstrumentKind, LegalEvent, LifeOfText, State } from '../domain/model.ts';
import { normalise } from '../domain/search/analysis.ts';
import { stateOn } from '../domain/search/facets.ts';
import { lifeOf } from '../domain/status/life/life.ts';
import type { StatusWork } from '../domain/status/status-work.ts';
import { addressIn } from './address.ts';
import { copiesIn, type WorkSource } from './copies.ts';
import type { Engine, Query } from './engine.ts';
import { splitId, workId } from './entries.ts';
import { eventsOf, everyHit, inOrder } from './fetch.ts';
import { type NamedCity, namedCity, type ProvisionEntry, type WorkEntry } from './indices.ts';
import { joined } from './national.ts';
import { phraseQuery } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

export interface ListedWork {
  city: NamedCity;
  work: string;
  title: string;
  kind: InstrumentKind;
  documentNumber?: string;
  issuer?: string;
  /** Day of the text that the work has now; empty for a work known only by name. */
  version: Day;
  state: State;
  address: string;
  /** Of a national work, all cities that tell of it. */
  sources?: WorkSource[];
}

export interface WorkList {
  total: number;
  works: ListedWork[];
  /** Where the next page begins; absent on the last. */
  after?: number;
}

export interface WorksAsked {
  cities?: readonly string[];
  /** Part of a title or number. */
  title?: string;
  kind?: InstrumentKind;
  issuer?: string;
  state?: State;
  at: Day;
  limit: number;
  after?: number;
}

/** Works in the base order, a page at a time; any page is reached, however far. */
export async function listWorks(engine: Engine, snapshot: Snapshot, asked: WorksAsked): Promise<WorkList> {
  const { cities, title, kind, issuer, state, at, limit, after } = asked;
  const copies = await copiesIn(engine, snapshot, cities);
  const filter: Query[] = [
    ...copies.passing,
    { term: { whole: true } },
    { term: { past: false } },
    ...(title ? [phraseQuery('head', normalise(title))] : []),
    ...(kind ? [{ term: { kind } }] : []),
    ...(issuer ? [{ term: { issuer } }] : []),
    ...(state ? [{ term: { [`states.${state}`]: at } }] : []),
  ];
  const { hits, total } = await engine.search<ProvisionEntry>(snapshot.indices('provisions', cities), {
    query: { bool: { filter } },
    sort: [{ order: 'asc' }],
    size: limit,
    ...(after === undefined ? {} : { search_after: [after] }),
    _source: ['order', 'document.version'],
  });
  const works = hits.map(({ _source }): ListedWork => {
    const { version } = _source!.document;
    const city = snapshot.city(splitId(version.work).city)!;
    const { documentNumber, issuer: by } = version;
    const sources = copies.sourcesOf({ work: version.work, version: version.date, eId: '' }, at);
    return {
      city: namedCity(city),
      ...{ work: version.work, title: version.title, kind: version.kind, version: version.date },
      ...(documentNumber === undefined ? {} : { documentNumber }),
      ...(by === undefined ? {} : { issuer: by }),
      state: stateOn(version, at),
      address: addressIn(city, { work: version.work, version: version.date, eId: '', past: false }),
      ...(sources.length > 0 ? { sources } : {}),
    };
  });
  const last = hits.at(-1)?._source?.order;
  return { total, works, ...(works.length === limit && last !== undefined ? { after: last } : {}) };
}

export interface WholeWork {
  city: NamedCity;
  work: DeskWork;
  life: LifeOfText;
  events: readonly DeskEvent[];
  /** The same national law in other cities. */
  elsewhere: { city: NamedCity; work: string; address: string; horizon: Day; held: boolean }[];
}

/** One work of a city; undefined where the city or the work is not there. */
export async function oneWork(
  engine: Engine,
  snapshot: Snapshot,
  cityId: string,
  id: string,
): Promise<WholeWork | undefined> {
  const city = snapshot.city(cityId);
  if (!city) return undefined;
  const key = workId(cityId, id);
  const { hits } = await engine.search<WorkEntry>(snapshot.indices('works', [cityId]), {
    query: { term: { id: key } },
    size: 1,
  });
  const entry = hits[0]?._source;
  if (!entry) return undefined;
  const events = (await eventsOf(engine, snapshot, [key])).get(key) ?? [];
  const life = lifeOf(
    entry.work as unknown as StatusWork,
    events as unknown as readonly LegalEvent[],
    entry.work.horizon ?? '',
  );
  const same = entry.joint === undefined ? [] : await jointWorks(engine, snapshot, entry.joint);
  const group = joined(same).find((works) => works.some((work) => work.id === key)) ?? [];
  const elsewhere = group
    .filter((work) => work.id !== key)
    .map((work) => {
      const other = snapshot.city(splitId(work.id).city)!;
      return {
        city: namedCity(other),
        work: work.id,
        address: new URL(work.address, other.home).href,
        horizon: work.horizon ?? '',
        held: work.versions.length > 0,
      };
    });
  return { city: namedCity(city), work: entry.work, life, events, elsewhere };
}

/** All works of a joint key, in the base order. */
async function jointWorks(engine: Engine, snapshot: Snapshot, joint: string): Promise<DeskWork[]> {
  const entries = await everyHit<Pick<WorkEntry, 'work'>>(engine, snapshot.indices('works'), {
    ...{ query: { term: { joint } }, sort: inOrder, _source: ['work'] },
  });
  return entries.map(({ work }) => work);
}

/** A national law with the cities that tell of it. */
export interface NationalWork {
  title: string;
  documentNumber?: string;
  sources: { city: NamedCity; work: string; held: boolean; horizon: Day; address: string }[];
}

/** National laws, a page at a time, in the order of their titles' keys. */
export async function nationalWorks(
  engine: Engine,
  snapshot: Snapshot,
  limit: number,
  after?: string,
): Promise<{ works: NationalWork[]; after?: string }> {
  const { aggregations } = await engine.search(snapshot.indices('works'), {
    size: 0,
    query: { exists: { field: 'joint' } },
    aggs: {
      joint: {
        composite: {
          size: limit,
          sources: [{ joint: { terms: { field: 'joint' } } }],
          ...(after === undefined ? {} : { after: { joint: after } }),
        },
      },
    },
  });
  const { buckets = [], after_key } = (aggregations['joint'] ?? {}) as {
    buckets?: { key: { joint: string } }[];
    after_key?: { joint: string };
  };
  const groups = await Promise.all(buckets.map(({ key }) => jointWorks(engine, snapshot, key.joint)));
  const works = groups.flatMap(joined).map((group): NationalWork => {
    const longest = group.reduce((best, work) => (work.title.length > best.title.length ? work : best));
    const number = group.find(({ documentNumber }) => documentNumber !== undefined)?.documentNumber;
    return {
      title: longest.title,
      ...(number === undefined ? {} : { documentNumber: number }),
      sources: group.map((work) => {
        const city = snapshot.city(splitId(work.id).city)!;
        return {
          city: namedCity(city),
          ...{ work: work.id, held: work.versions.length > 0, horizon: work.horizon ?? '' },
          address: new URL(work.address, city.home).href,
        };
      }),
    };
  });
  return { works, ...(buckets.length === limit && after_key ? { after: after_key.joint } : {}) };
}
