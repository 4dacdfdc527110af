/**
 * Citations over many cities, answered city by city as each city's own archive answers them. Of each city only the works
 * that a citation may mean are fetched, and of those only the texts into which it leads.
 */

import type { Basis, Day, State, Work } from '../domain/model.ts';
import type { Register } from '../domain/names/index.ts';
import { textName } from '../domain/names/index.ts';
import { keysOfCitation } from '../domain/references/cite.ts';
import { type CitedMessage, type CitedPlace, citedOn } from '../domain/status/life/cited-on.ts';
import { addressIn } from './address.ts';
import { type MeantIn, Shelf } from './cite/shelf.ts';
import type { Engine } from './engine.ts';
import { splitId, workId } from './entries.ts';
import { type City, type NamedCity, namedCity } from './indices.ts';
import { agreed, joined, jointKey, type Said } from './national.ts';
import type { Snapshot } from './snapshot.ts';

/** A place that a citation means, or the document where it names no place. */
export interface CityPlace {
  /** Absent where several cities hold the same words of a national law. */
  city?: NamedCity;
  work: string;
  title: string;
  documentNumber?: string;
  version: Day;
  eId: string;
  label: string;
  citation: string;
  text: string;
  state: State;
  basis: Basis;
  reason: string;
  address: string;
  /** Who holds these words of a national law. */
  sources?: Said[];
}

/** A work that may be meant instead. */
export interface CityCandidate {
  city: NamedCity;
  work: string;
  title: string;
  documentNumber?: string;
}

export interface CityMessage extends CitedMessage {
  /** Whose archive says so; absent where it is said of all. */
  city?: NamedCity;
}

export interface CitationResult {
  query: string;
  at: Day;
  results: CityPlace[];
  candidates: CityCandidate[];
  messages: CityMessage[];
}

/** Cities that one citation is looked up in. */
const mostCities = 400;
/**
 * Resolves citations, one a line, in order.
 * @param at the day whose texts are meant, where a citation does not tell its text itself
 * @throws EngineAway where the engine does not answer, or only in part
 * @throws TooMuch where the lines mean more works than are looked at
 */
export async function citeLines(
  engine: Engine,
  snapshot: Snapshot,
  lines: readonly string[],
  at: Day,
  cities?: readonly string[],
): Promise<CitationResult[]> {
  const shelf = new Shelf(engine, snapshot, cities);
  const distinct = Array.from(new Set(lines));
  const asked = distinct.map((line) => ({ line, keys: keysOfCitation(line) }));
  await shelf.takeNamed(asked.map(({ keys }) => keys));
  const meant = asked.map(({ line, keys }) => shelf.meant(line, keys));
  const open = asked.filter((_, i) => meant[i]!.length === 0);
  await shelf.takeOfWords(open.map(({ keys }) => keys));
  const near = await shelf.near(open.map(({ keys }) => keys.ids[0] ?? ''));
  const all = asked.map(({ line, keys }, i) => (meant[i]!.length > 0 ? meant[i]! : shelf.meant(line, keys)));
  await shelf.openTexts(all.flat());
  const answers = new Map<string, CitationResult>();
  for (const [i, line] of distinct.entries()) {
    answers.set(line, answerOf(line, at, all[i]!, near, snapshot));
    // Other readers are answered in between.
    if (i % 16 === 15) await new Promise(setImmediate);
  }
  return lines.map((line) => answers.get(line)!);
}

/** The answers of the cities as one; a national law whose words are the same in several is one place with its sources. */
function answerOf(
  query: string,
  at: Day,
  meant: readonly MeantIn[],
  near: Register<Work>,
  snapshot: Snapshot,
): CitationResult {
  if (meant.length === 0) return unknown(query, at, near, snapshot);
  if (meant.length > mostCities) {
    const reason = `“${query.slice(0, 60)}”在${meant.length}个文库里都有，请写明城市`;
    return {
      query,
      at,
      results: [],
      candidates: [],
      messages: [{ rule: 'cite', reason, severity: 'error' }],
    };
  }
  const answers = meant.map(({ city, archive }) => ({ city, answer: citedOn(query, archive, at) }));
  const places = answers.flatMap(({ city, answer }) =>
    answer.results.map((place): Held => ({ city, place })),
  );
  const told = answers.filter(
    ({ answer }) => places.length === 0 || answer.results.length > 0 || meant.length === 1,
  );
  const apart = meant.length > 1;
  return {
    ...{ query, at, results: joinPlaces(places) },
    candidates: told.flatMap(({ city, answer }) =>
      answer.candidates.map((work) => candidate(city, work.id, work)),
    ),
    messages: told.flatMap(({ city, answer }) =>
      answer.messages.map((message) => ({ ...message, ...(apart ? { city: namedCity(city) } : {}) })),
    ),
  };
}

/** No city knows the name: the refusal of an archive that holds but what comes near. */
function unknown(query: string, at: Day, near: Register<Work>, snapshot: Snapshot): CitationResult {
  const nothing = { register: near, events: new Map(), lives: new Map() };
  const { candidates, messages } = citedOn(query, nothing, at);
  return {
    ...{ query, at, results: [], messages },
    candidates: candidates.map((work) => {
      const { city, work: id } = splitId(work.id);
      return candidate(snapshot.city(city)!, id, work);
    }),
  };
}

function candidate(city: City, id: string, { title, documentNumber }: Work): CityCandidate {
  const number = documentNumber === undefined ? {} : { documentNumber };
  return { city: namedCity(city), work: workId(city.id, id), title, ...number };
}

interface Held {
  city: City;
  place: CitedPlace;
}

/** Places in the order of their cities; of a national law those with the same words of the same day stand once. */
function joinPlaces(held: readonly Held[]): CityPlace[] {
  const nameOf = ({ city, place: { work, version, eId, label, text } }: Held): string => {
    const joint = jointKey(work);
    return joint === undefined
      ? textName(workId(city.id, work.id), version.date, eId)
      : JSON.stringify([joint, version.date, label, text]);
  };
  return Array.from(Map.groupBy(held, nameOf).values()).flatMap((group) =>
    joined(group.map((one) => ({ ...one.place.work, one }))).map((works) =>
      placeOf(works.map(({ one }) => one)),
    ),
  );
}

function placeOf(held: readonly Held[]): CityPlace {
  const said = held.map(({ city, place }): Said => {
    const { state, basis, reason, work, version, eId, present } = place;
    const address = addressIn(city, {
      ...{ work: workId(city.id, work.id), version: version.date, eId, past: !present },
    });
    return { city: namedCity(city), state, basis, reason, horizon: work.horizon ?? '', address };
  });
  const { at, state, basis, reason } = agreed(said);
  const { city, place } = held[at]!;
  const { work, version, eId, label, citation, text } = place;
  const { documentNumber } = work;
  return {
    ...(held.length === 1 ? { city: namedCity(city) } : { sources: said }),
    ...{ work: workId(city.id, work.id), title: version.instrument.title || work.title },
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...{ version: version.date, eId, label, citation, text, state, basis, reason },
    address: said[at]!.address,
  };
}
