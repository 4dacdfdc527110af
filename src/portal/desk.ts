/**
 * The desk over many cities: lines → answers, by the same rules as the desk of a city. Of each line only the works that
 * it may name are fetched; every answer keeps its city, its evidence and its horizon.
 */
import type { CitedText, DeskEvent, DeskWork } from '../domain/exports/portal/records.ts';
import type { Day, LegalEvent, Provision } from '../domain/model.ts';
import { Register } from '../domain/names/index.ts';
import type { NamedBook } from '../domain/status/desk/book.ts';
import { type Answer, type AskResult, askStatus, worksOpened } from '../domain/status/desk/desk.ts';
import { keysOfLine } from '../domain/status/desk/desk-find.ts';
import type { StatusWork } from '../domain/status/status-work.ts';
import type { Engine } from './engine.ts';
import { splitId } from './entries.ts';
import { eventsOf, namedQueries, textsOf, titlesInside, worksById, worksNear, worksOf } from './fetch.ts';
import { type NamedCity, namedCity, type WorkEntry } from './indices.ts';
import { agreed, joined, jointKey, type Said } from './national.ts';
import type { Snapshot } from './snapshot.ts';

export interface CityAnswer extends Answer {
  /** Absent where the answer is of no work, or of one that several cities tell of. */
  city?: NamedCity;
  /** Address of the work on its city's own site. */
  address?: string;
  /** Addresses of the evidence, in its order; empty where the place is not held. */
  addresses: string[];
  /** Who tells of a national law. */
  sources?: Said[];
}

export interface CityResult extends Omit<AskResult, 'matches' | keyof Answer>, CityAnswer {
  matches?: CityAnswer[];
}

/** Works of cities, their events, and where they stand. */
export interface Found {
  book: NamedBook<StatusWork>;
  works: ReadonlyMap<string, DeskWork>;
  events: ReadonlyMap<string, readonly DeskEvent[]>;
}

/**
 * Answers lines.
 * @param cities only these; all where none is given
 * @throws EngineAway where the engine does not answer, or only in part
 */
export async function statusOfLines(
  engine: Engine,
  snapshot: Snapshot,
  lines: readonly string[],
  at: string,
  cities?: readonly string[],
): Promise<CityResult[]> {
  // A line that stands there often is answered once: what an answer costs is bounded by the works that are fetched.
  const distinct = Array.from(new Set(lines));
  const found = await worksOfLines(engine, snapshot, distinct, cities);
  const results = askStatus(distinct, at, found.book).map((result) => inCities(result, found, snapshot));
  const byLine = new Map(distinct.map((line, i) => [line, results[i]!]));
  return lines.map((line, i) => ({ ...byLine.get(line)!, line: i + 1 }));
}

/** The works that lines name or come near to, with what encloses them and what they enclose. */
async function worksOfLines(
  engine: Engine,
  snapshot: Snapshot,
  lines: readonly string[],
  cities?: readonly string[],
): Promise<Found> {
  const indices = snapshot.indices('works', cities);
  const keys = lines.map(keysOfLine);
  const works = new Map<string, WorkEntry>();
  const take = (list: readonly WorkEntry[]): void => {
    for (const entry of list) works.set(entry.id, entry);
  };
  const ids = Array.from(new Set(keys.flatMap((each) => each.ids)));
  take(await worksById(engine, indices, ids));
  for (const found of await Promise.all(namedQueries(keys).map((query) => worksOf(engine, indices, query))))
    take(found);

  const known = new Set(
    Array.from(works.values(), ({ titleKeys, numbers }) => [...titleKeys, ...numbers]).flat(),
  );
  const open = keys.filter(
    ({ titles, numbers, ids: own }) =>
      ![...titles.slice(0, 1), ...numbers].some((key) => known.has(key)) && !own.some((id) => works.has(id)),
  );
  const heads = Array.from(new Set(open.flatMap((each) => each.heads)));
  const typed = open.map(({ titles }) => titles[0] ?? '');
  take(await worksById(engine, indices, await titlesInside(engine, indices, heads, typed)));
  const names = open.flatMap((each) => each.ids.slice(-1));
  take(await worksNear(engine, indices, names));
  const beside = Array.from(works.values()).flatMap(({ work }) => [...work.carries, work.carriedBy ?? '']);
  const missing = Array.from(new Set(beside.filter((id) => id !== '' && !works.has(id))));
  take(await worksById(engine, indices, missing));
  const ordered = Array.from(works.values()).sort((a, b) => a.order - b.order);
  const events = await eventsOf(engine, snapshot, Array.from(works.keys()));
  const horizon = snapshot.cities
    .filter(({ id }) => cities === undefined || cities.includes(id))
    .reduce((latest, city) => (city.horizon > latest ? city.horizon : latest), '');
  const book = bookOf(
    ordered.map(({ work }) => work as unknown as StatusWork),
    events,
    horizon,
  );
  const opened = worksOpened(lines, book);
  const texts = await textsOf(engine, snapshot, opened);
  return {
    book:
      opened.length === 0
        ? book
        : bookOf(
            book.works.map((work) => withTrees(work, texts)),
            events,
            horizon,
          ),
    works: new Map(ordered.map(({ id, work }) => [id, work])),
    events,
  };
}

function bookOf(
  works: readonly StatusWork[],
  events: ReadonlyMap<string, readonly DeskEvent[]>,
  horizon: Day,
): NamedBook<StatusWork> {
  return {
    ...{ works, register: new Register(works), horizon },
    events: events as unknown as ReadonlyMap<string, readonly LegalEvent[]>,
  };
}

/** The work with the trees of its texts, where they were fetched. */
function withTrees(work: StatusWork, texts: ReadonlyMap<string, readonly CitedText[]>): StatusWork {
  const trees = texts.get(work.id);
  if (!trees) return work;
  const versions = work.versions.map((version) => {
    const tree = trees.find((text) => text.version === version.date);
    return tree
      ? { ...version, instrument: { ...version.instrument, provisions: tree.provisions as Provision[] } }
      : version;
  });
  return { ...work, versions };
}

function answerIn(answer: Answer, { works, events }: Found, snapshot: Snapshot): CityAnswer {
  const id = answer.work?.id;
  if (id === undefined) return { ...answer, addresses: [] };
  const own = events.get(id) ?? [];
  const addresses = answer.evidence.map(
    ({ instrument, eId, text }) =>
      own.find(
        ({ evidence }) =>
          evidence.instrument === instrument && evidence.eId === eId && evidence.text === text,
      )?.address ?? '',
  );
  const city = snapshot.city(splitId(id).city);
  const address = works.get(id)?.address;
  return {
    ...answer,
    addresses,
    ...(city ? { city: namedCity(city) } : {}),
    ...(address === undefined ? {} : { address: new URL(address, city?.home).href }),
  };
}

function inCities({ matches, ...result }: AskResult, found: Found, snapshot: Snapshot): CityResult {
  const own = { ...result, ...answerIn(result, found, snapshot) };
  if (!matches) return own;
  const answers = joinAnswers(
    matches.map((answer) => answerIn(answer, found, snapshot)),
    found,
  );
  if (answers.length > 1) return { ...own, matches: answers };
  return { ...own, ...answers[0]! };
}

/** Answers for one national law are one answer, with those who gave it; all others stand as they are. */
function joinAnswers(answers: readonly CityAnswer[], { works }: Found): CityAnswer[] {
  const workOf = ({ work }: CityAnswer): DeskWork | undefined => (work ? works.get(work.id) : undefined);
  const keyOf = (answer: CityAnswer): string => {
    const work = workOf(answer);
    return (work && jointKey(work)) ?? '';
  };
  const out: CityAnswer[] = [];
  for (const [key, group] of Map.groupBy(answers, keyOf)) {
    if (key === '' || group.length === 1) {
      out.push(...group);
      continue;
    }
    const named = group.map((answer) => ({ ...workOf(answer)!, answer }));
    for (const one of joined(named)) out.push(oneOf(one.map(({ answer }) => answer)));
  }
  return out;
}

/** What several cities say of one law, as one answer. */
export function oneOf(answers: readonly CityAnswer[]): CityAnswer {
  if (answers.length === 1) return answers[0]!;
  const sources = answers.flatMap(({ city, state, basis, reason, horizon, address }): Said[] =>
    city ? [{ city, state, basis, reason, horizon, address: address ?? '' }] : [],
  );
  const { at, agree, ...said } = agreed(sources);
  const { city: _, ...first } = answers[at]!;
  if (agree) return { ...first, sources };
  const open = { version: null, since: null, until: null, evidence: [], addresses: [] };
  return { ...first, ...open, ...said, sources };
}
