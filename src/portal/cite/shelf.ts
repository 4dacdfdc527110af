/** The works that are fetched for citations, by city, as each city's own archive holds them. */
import type { CitedText, DeskEvent } from '../../domain/exports/portal/records.ts';
import type { LegalEvent, LifeOfText, Work } from '../../domain/model.ts';
import { Register } from '../../domain/names/index.ts';
import { worksCited } from '../../domain/references/cite.ts';
import type { CitationKeys, WorksMeant } from '../../domain/references/cited-works.ts';
import type { CitedArchive } from '../../domain/status/life/cited-on.ts';
import { libraryOf, livesOf } from '../../domain/status/life/life.ts';
import type { Engine } from '../engine.ts';
import { splitId, workId } from '../entries.ts';
import {
  eventsOf,
  namedQueries,
  TooMuch,
  textsOf,
  together,
  worksById,
  worksNear,
  worksOf,
  worksOfWords,
} from '../fetch.ts';
import type { City, WorkEntry } from '../indices.ts';
import { anyOf } from '../queries.ts';
import type { Snapshot } from '../snapshot.ts';

/** Archives that the lines of one question are looked up in, all together. */
const mostLooked = 10_000;

/** As much of a city's archive as was fetched; its works have their own ids. */
interface CityArchive extends CitedArchive {
  works: readonly Work[];
  events: Map<string, readonly LegalEvent[]>;
  lives: Map<string, LifeOfText>;
}

/** What a citation means in one city. */
export interface MeantIn {
  city: City;
  archive: CityArchive;
  works: WorksMeant[];
}

/** An archive of the works of one city that were fetched. */
interface Fetched {
  city: City;
  entries: Map<string, WorkEntry>;
}

/** The works that were fetched for a question, by city. */
export class Shelf {
  readonly #engine: Engine;
  readonly #snapshot: Snapshot;
  readonly #indices: readonly string[];
  readonly #cities = new Map<string, Fetched>();
  readonly #archives = new Map<string, CityArchive>();
  #looked = 0;
  /** Cities by the keys of their works. */
  readonly #holders = new Map<string, Set<string>>();

  constructor(engine: Engine, snapshot: Snapshot, cities: readonly string[] | undefined) {
    this.#engine = engine;
    this.#snapshot = snapshot;
    this.#indices = snapshot.indices('works', cities);
  }

  /** Takes all works that have a name, a number or a short name that is asked for, and what stands beside them. */
  async takeNamed(keys: readonly CitationKeys[]): Promise<void> {
    const queries = [
      ...namedQueries(keys),
      ...anyOf(
        'local',
        keys.flatMap(({ ids }) => ids),
      ),
      ...anyOf(
        'called',
        keys.flatMap(({ called }) => called),
      ),
    ];
    await this.#take(queries.map((query) => worksOf(this.#engine, this.#indices, query)));
  }

  /** Takes all works of which a title holds the words that are asked for. */
  async takeOfWords(keys: readonly CitationKeys[]): Promise<void> {
    const lists = new Map(keys.flatMap(({ words }) => words).map((list) => [list.join(' '), list]));
    const wanted = Array.from(lists.values());
    for (let i = 0; i < wanted.length; i += together) {
      const part = wanted.slice(i, i + together);
      await this.#take(
        part.map(async (words) => {
          const found = await worksOfWords(this.#engine, this.#indices, words);
          for (const { id } of found) this.#hold(`words ${words.join(' ')}`, splitId(id).city);
          return found;
        }),
      );
    }
  }

  /** Works whose names come near to names that are not known. */
  async near(names: readonly string[]): Promise<Register<Work>> {
    const found = await worksNear(this.#engine, this.#indices, names);
    return new Register(found.map(({ work }) => work as unknown as Work));
  }

  /**
   * What a citation means in each city, as far as works were taken. A name counts before a short name, and that before
   * words, wherever the name is known; a city that knows but the name gives way to those that hold the text.
   */
  meant(line: string, keys: CitationKeys): MeantIn[] {
    const cities = this.#citiesOf(keys);
    this.#looked += cities.length;
    if (this.#looked > mostLooked) throw new TooMuch('所引涉及的文库太多，请分几次查，或写明城市');
    const found = cities.map((id): MeantIn => {
      const archive = this.#archiveOf(id);
      return {
        ...{ city: this.#cities.get(id)!.city, archive },
        works: worksCited(line, libraryOf(archive)),
      };
    });
    for (const tier of ['name', 'short name', 'words'] as const) {
      const list = found.filter(({ works }) => works.some(({ by }) => by === tier));
      if (list.length === 0) continue;
      const held = list.filter(({ works }) =>
        works.some((one) => one.works.some(({ versions }) => versions.length > 0)),
      );
      return held.length > 0 ? held : list;
    }
    return [];
  }

  /** Fetches the texts that may be opened for what is meant, with the events of their works. */
  async openTexts(meant: readonly MeantIn[]): Promise<void> {
    const ids = new Set<string>();
    for (const { city, works } of meant)
      for (const { works: list } of works) {
        const [work, ...others] = list;
        if (!work || others.length > 0) continue;
        for (const id of [work.id, ...work.carries]) ids.add(workId(city.id, id));
      }
    const wanted = Array.from(ids);
    const [texts, events] = await Promise.all([
      textsOf(this.#engine, this.#snapshot, wanted),
      eventsOf(this.#engine, this.#snapshot, wanted),
    ]);
    for (const [archive, { id }] of new Map(meant.map(({ archive, city }) => [archive, city]))) {
      const opened = archive.works.filter((work) => ids.has(workId(id, work.id)));
      for (const work of opened) {
        putTexts(work, texts.get(workId(id, work.id)) ?? []);
        archive.events.set(work.id, (events.get(workId(id, work.id)) ?? []).map(localEvent));
      }
      for (const [work, life] of livesOf(opened, archive.events)) archive.lives.set(work, life);
    }
  }

  #citiesOf({ ids, titles, tails, numbers, called, words }: CitationKeys): string[] {
    const keys = [
      ...ids.map((key) => `id ${key}`),
      ...[...titles, ...tails].map((key) => `title ${key}`),
      ...tails.map((key) => `tail ${key}`),
      ...numbers.map((key) => `number ${key}`),
      ...called.map((key) => `called ${key}`),
      ...words.map((list) => `words ${list.join(' ')}`),
    ];
    const found = new Set(keys.flatMap((key) => Array.from(this.#holders.get(key) ?? [])));
    return this.#snapshot.cities.flatMap(({ id }) => (found.has(id) ? [id] : []));
  }

  #hold(key: string, city: string): void {
    const cities = this.#holders.get(key);
    if (cities) cities.add(city);
    else this.#holders.set(key, new Set([city]));
  }

  /** Takes works, what they carry or are carried by, and the decisions that made their texts. */
  async #take(lists: readonly Promise<readonly WorkEntry[]>[]): Promise<void> {
    let fresh = this.#put((await Promise.all(lists)).flat());
    while (fresh.length > 0) {
      const beside = fresh.flatMap(({ work }) => [
        ...[work.carriedBy, ...work.carries],
        ...work.versions.flatMap(({ madeBy, instrument }) => [madeBy, instrument.carriedBy]),
      ]);
      const missing = new Set(beside.filter((id) => id !== undefined && !this.#has(id)));
      fresh = this.#put(await worksById(this.#engine, this.#indices, Array.from(missing) as string[]));
    }
  }

  #has(id: string): boolean {
    return this.#cities.get(splitId(id).city)?.entries.has(id) ?? false;
  }

  /** @returns those that were not there */
  #put(entries: readonly WorkEntry[]): WorkEntry[] {
    const fresh = entries.filter(({ id }) => !this.#has(id));
    for (const entry of fresh) {
      const { city } = splitId(entry.id);
      const held = this.#cities.get(city) ?? { city: this.#snapshot.city(city)!, entries: new Map() };
      held.entries.set(entry.id, entry);
      this.#cities.set(city, held);
      this.#archives.delete(city);
      this.#hold(`id ${entry.local}`, city);
      for (const key of entry.titleKeys) this.#hold(`title ${key}`, city);
      for (const key of entry.titleTails) this.#hold(`tail ${key}`, city);
      for (const key of entry.numbers) this.#hold(`number ${key}`, city);
      for (const key of entry.called) this.#hold(`called ${key}`, city);
    }
    return fresh;
  }

  #archiveOf(id: string): CityArchive {
    const known = this.#archives.get(id);
    if (known) return known;
    const { city, entries } = this.#cities.get(id)!;
    const list = Array.from(entries.values()).sort((a, b) => a.order - b.order);
    const works = list.map(localWork);
    const register = new Register(works);
    for (const [i, { work }] of list.entries())
      for (const { key, by } of work.called ?? []) register.callWork(key, works[i]!, by);
    const { horizon } = city;
    const made = {
      works,
      register,
      events: new Map(),
      lives: new Map(),
      ...(horizon === '' ? {} : { horizon }),
    };
    this.#archives.set(id, made);
    return made;
  }
}

const localId = (id: string): string => splitId(id).work;

/** A work as its city knows it, without the trees of its texts. */
function localWork({ work }: WorkEntry): Work {
  return {
    ...work,
    id: localId(work.id),
    carries: work.carries.map(localId),
    ...(work.carriedBy === undefined ? {} : { carriedBy: localId(work.carriedBy) }),
    versions: work.versions.map(({ madeBy, instrument, ...version }) => ({
      ...version,
      work: localId(work.id),
      source: { path: '' },
      ...(madeBy === undefined ? {} : { madeBy: localId(madeBy) }),
      instrument: {
        ...{ ...instrument, provisions: [], annexes: [] },
        ...(instrument.carriedBy === undefined ? {} : { carriedBy: localId(instrument.carriedBy) }),
      },
    })),
  } as unknown as Work;
}

function localEvent(event: DeskEvent): LegalEvent {
  const { evidence } = event;
  const local = { ...evidence, instrument: localId(evidence.instrument) };
  return { ...event, subject: localId(event.subject), evidence: local } as LegalEvent;
}

/** Puts the trees into the texts of a work, each into that of its day. */
function putTexts(work: Work, texts: readonly CitedText[]): void {
  for (const { version, provisions, annexes, lineage } of texts) {
    const held = work.versions.find(({ date }) => date === version);
    if (!held) continue;
    Object.assign(held.instrument, { provisions, annexes });
    if (lineage) Object.assign(held, { lineage });
  }
}
