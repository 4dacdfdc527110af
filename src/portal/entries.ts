/** Records of a city → entries of the engine: the city's name before every id, normalised texts, days as stretches. */

import type { CitedText, DeskEvent, DeskWork, SearchedUnit } from '../domain/exports/portal/records.ts';
import type { Day, State } from '../domain/model.ts';
import { headLength, keysOfWork, numbersOf, textName } from '../domain/names/index.ts';
import { normalise } from '../domain/search/analysis.ts';
import { searchedText } from '../domain/search/corpus.ts';
import { isTextOf, stateOn } from '../domain/search/facets.ts';
import { articleTerm } from '../domain/search/grams.ts';
import { indexable } from '../domain/search/indexable.ts';
import type { SearchDocument, SearchVersion } from '../domain/search/types.ts';
import { daysBetween } from '../domain/text/calendar.ts';
import type { Days, EventEntry, PrintedText, ProvisionEntry, TextEntry, WorkEntry } from './indices.ts';
import { jointKey } from './national.ts';

/** Id of a work among all cities: `gazette.example/zhanfu-2020-68`. */
export const workId = (city: string, id: string): string => `${city}/${id}`;

/** City and id within it, as `workId` put them together. */
export function splitId(id: string): { city: string; work: string } {
  const at = id.lastIndexOf('/');
  return { city: id.slice(0, at), work: id.slice(at + 1) };
}

/** The version that a whole document brings. */
export function versionOf(city: string, { work, version, of }: SearchedUnit): SearchVersion {
  const { issuer, documentNumber, registryNumber, subject, ...rest } = of!;
  return {
    ...rest,
    work: workId(city, work),
    date: version,
    ...(issuer === undefined ? {} : { issuer }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(registryNumber === undefined ? {} : { registryNumber }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** Stretches in which a version has each state, and in which it is the text of its work; the same answers as `stateOn`. */
export function stretchesOf(version: SearchVersion): Pick<ProvisionEntry, 'states' | 'textOn'> {
  const dawn = '0001-01-01';
  const starts: Day[] = Array.from(new Set([dawn, ...version.states.map(({ from }) => from)])).sort();
  const states: Partial<Record<State, Days[]>> = {};
  const textOn: Days[] = [];
  for (const [i, from] of starts.entries()) {
    const until = starts[i + 1];
    const days: Days = {
      ...(from === dawn ? {} : { gte: from }),
      ...(until === undefined ? {} : { lt: until }),
    };
    const state = stateOn(version, from);
    states[state] = [...(states[state] ?? []), days];
    if (isTextOf(version, from)) textOn.push(days);
  }
  return { states, textOn };
}

/** Where the provisions of a version stand, and the place of its work among the titles. */
export interface Placed {
  version: SearchVersion;
  first: number;
  end: number;
  workOrder: number;
  /** Of a national text, as it is compared with those of other cities. */
  printed?: PrintedText;
}

/** The entry of a unit. */
export function provisionEntry(unit: SearchedUnit, order: number, placed: Placed): ProvisionEntry {
  const { type, eId, label, heading, crumbs, text, units } = unit;
  const { version, first, end, workOrder, printed } = placed;
  const document: SearchDocument = { version, type, eId, label, heading, crumbs, text, units };
  const { head, body } = searchedText(document);
  const { places = [] } = indexable({ ...document, head, body, id: order, first, end });
  const { work, date, kind, issuer, subject, amended, standing } = version;
  return {
    order,
    ...{ work, version: date, kind, amended, past: standing === 2, whole: type === 'title', workOrder },
    ...(issuer ? { issuer } : {}),
    ...(subject ? { subject } : {}),
    ...(printed ? { copy: textName(work, date) } : {}),
    ...(date === '' ? {} : { year: date.slice(0, 4), day: daysBetween('1900-01-01', date) }),
    ...stretchesOf(version),
    ...{ head, body, places: places.map(articleTerm), document: { ...document, first, end } },
  };
}

/** The entry of a work. @param order its place in the base order of works @param placed its texts */
export function workEntry(city: string, work: DeskWork, order: number, placed: readonly Placed[]): WorkEntry {
  const { titles, tails, numbers } = keysOfWork(work);
  const joint = jointKey(work);
  const own = {
    ...work,
    id: workId(city, work.id),
    carries: work.carries.map((id) => workId(city, id)),
    ...(work.carriedBy === undefined ? {} : { carriedBy: workId(city, work.carriedBy) }),
    versions: work.versions.map(({ madeBy, instrument: { carriedBy, ...instrument }, ...version }) => ({
      ...version,
      ...(madeBy === undefined ? {} : { madeBy: workId(city, madeBy) }),
      instrument: {
        ...instrument,
        ...(carriedBy === undefined ? {} : { carriedBy: workId(city, carriedBy) }),
      },
    })),
  };
  return {
    order,
    id: own.id,
    local: work.id,
    title: work.title,
    titleKeys: titles,
    titleTails: tails,
    titleHeads: titles.flatMap((key) => (key.length < headLength ? [] : [key.slice(0, headLength)])),
    numbers,
    kind: work.kind,
    ...(work.issuer ? { issuer: work.issuer } : {}),
    held: work.versions.length > 0,
    ...(joint === undefined ? {} : { joint, texts: placed.flatMap(({ printed }) => printed ?? []) }),
    called: (work.called ?? []).map(({ key }) => key),
    keys: titles.join('\n'),
    names: [work.title, ...work.aliases, ...numbersOf(work).map(({ number }) => number)]
      .map(normalise)
      .join('\n'),
    work: own,
  };
}

export function eventEntry(city: string, event: DeskEvent, position: number): EventEntry {
  const subject = workId(city, event.subject);
  const { evidence } = event;
  return {
    work: subject,
    position,
    event: { ...event, subject, evidence: { ...evidence, instrument: workId(city, evidence.instrument) } },
  };
}

/** The entry of a text; its work has the city before it, what stands in it does not name works. */
export function textEntry(city: string, text: CitedText): TextEntry {
  return { work: workId(city, text.work), version: text.version, text };
}
