/**
 * National texts that several cities hold: of those with the same words one is searched, in whose place the others are
 * named as its sources. So a law is one work among the hits and their counts, whoever printed it.
 *
 * The text of the city that has looked last speaks; a text that differs in one character from it stands for itself. What
 * is known of a work by name alone is spoken for by a text that has all its names.
 */

import type { Day, State } from '../domain/model.ts';
import { textName } from '../domain/names/index.ts';
import type { FacetVersion } from '../domain/search/corpus.ts';
import { stateOn } from '../domain/search/facets.ts';
import { addressIn } from './address.ts';
import type { Engine, Query } from './engine.ts';
import { splitId } from './entries.ts';
import { everyHit } from './fetch.ts';
import { type City, type NamedCity, namedCity, type PrintedText, type WorkEntry } from './indices.ts';
import { joined } from './national.ts';
import { anyOf } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** A city that tells of a national work, or holds a text of it. */
export interface WorkSource {
  city: NamedCity;
  work: string;
  /** False where it knows the name alone. */
  held: boolean;
  state: State;
  address: string;
}

/** What is left out of a search, and who stands behind what is left in. */
export interface Copies {
  /** What documents must fulfil, so that of equal texts one is found. */
  passing: readonly Query[];
  /** Those who hold the words of a place, or tell of a work; none where one city alone does. */
  sourcesOf(place: { work: string; version: Day; eId: string }, at: Day): WorkSource[];
}

/** A text as one city has it; without a date the name alone. */
interface Copy {
  city: City;
  work: string;
  horizon: Day;
  text: PrintedText;
}

const noCopies: Copies = { passing: [], sourcesOf: () => [] };

/** Lists that are kept: of the snapshot of now, for the cities that were asked for. */
const kept = new WeakMap<Engine, { snapshot: string; lists: Map<string, Promise<Copies>> }>();
const mostKept = 100;

/** The copies of a snapshot; read once for a snapshot and a choice of cities. */
export function copiesIn(engine: Engine, snapshot: Snapshot, cities?: readonly string[]): Promise<Copies> {
  const chosen = snapshot.cities.filter(({ id }) => cities === undefined || cities.includes(id));
  if (chosen.length < 2) return Promise.resolve(noCopies);
  let own = kept.get(engine);
  if (own?.snapshot !== snapshot.id || own.lists.size >= mostKept) {
    own = { snapshot: snapshot.id, lists: new Map() };
    kept.set(engine, own);
  }
  const { lists } = own;
  const key = chosen.map(({ ordinal }) => ordinal).join(' ');
  const known = lists.get(key);
  if (known) return known;
  const read = readCopies(engine, snapshot, chosen);
  lists.set(key, read);
  read.catch(() => lists.delete(key));
  return read;
}

async function readCopies(engine: Engine, snapshot: Snapshot, cities: readonly City[]): Promise<Copies> {
  const indices = snapshot.indices(
    'works',
    cities.map(({ id }) => id),
  );
  const entries = await everyHit<Pick<WorkEntry, 'joint' | 'texts' | 'work'>>(engine, indices, {
    query: { exists: { field: 'joint' } },
    sort: [{ id: 'asc' }],
    _source: ['joint', 'texts', 'work.id', 'work.title', 'work.documentNumber', 'work.horizon'],
  });
  const works = entries.map(({ joint, texts = [], work }) => {
    const city = snapshot.city(splitId(work.id).city)!;
    const horizon = work.horizon ?? city.horizon;
    const copies = texts.map((text): Copy => ({ city, work: work.id, horizon, text }));
    return { ...work, joint: joint!, copies };
  });
  return copiesOf(
    Array.from(Map.groupBy(works, ({ joint }) => joint).values()).flatMap((same) =>
      joined(same).map((group) => group.flatMap(({ copies }) => copies)),
    ),
  );
}

/** Held before known by name, then who looked last, then who was first taken in. */
function byStanding(a: Copy, b: Copy): number {
  const held = Number(b.text.date !== '') - Number(a.text.date !== '');
  const later = a.horizon < b.horizon ? 1 : a.horizon > b.horizon ? -1 : 0;
  return held || later || a.city.ordinal - b.city.ordinal;
}

/** @param groups the texts of one work each */
function copiesOf(groups: readonly Copy[][]): Copies {
  const left: string[] = [];
  const telling = new Map<string, readonly Copy[]>();
  for (const group of groups) {
    if (citiesOf(group).size < 2) continue;
    const ranked = group.toSorted(byStanding);
    const speaking: Copy[] = [];
    for (const copy of ranked) {
      if (speaking.some((other) => speaksFor(other, copy))) left.push(keyOf(copy));
      else speaking.push(copy);
      telling.set(keyOf(copy), ranked);
    }
  }
  return {
    passing: left.length === 0 ? [] : [{ bool: { must_not: anyOf('copy', left) } }],
    sourcesOf({ work, version, eId }, at) {
      const key = textName(work, version);
      const all = telling.get(key) ?? [];
      const own = all.find((copy) => keyOf(copy) === key);
      const copies = eId === '' || !own ? all : all.filter(({ text }) => isSame(text, own.text));
      return citiesOf(copies).size < 2 ? [] : sourcesOf(copies, eId, at);
    },
  };
}

const keyOf = ({ work, text }: Copy): string => textName(work, text.date);

const citiesOf = (copies: readonly Copy[]): Set<string> => new Set(copies.map(({ city }) => city.id));

const isSame = (one: PrintedText, other: PrintedText): boolean =>
  one.date === other.date && one.digest === other.digest;

/** True where a text of another city has all the names of a text, and is the same text or the first text of a mere name. */
function speaksFor(one: Copy, other: Copy): boolean {
  const same = other.text.date === '' || isSame(one.text, other.text);
  return one.city !== other.city && same && other.text.lines.every((line) => one.text.lines.includes(line));
}

/** One for each city and work, with the text that it has on the day. */
function sourcesOf(copies: readonly Copy[], eId: string, at: Day): WorkSource[] {
  const works = Map.groupBy(copies, ({ work }) => work);
  return Array.from(works.values(), (own) => {
    const { city, work, text } = own.find((copy) => !copy.text.past) ?? own[0]!;
    const { date, past, states } = text;
    return {
      ...{ city: namedCity(city), work, held: date !== '' },
      state: stateOn({ states } as FacetVersion, at),
      address: addressIn(city, { work, version: date, eId, past }),
    };
  }).sort((a, b) => Number(b.held) - Number(a.held));
}
