/**
 * The desk over many cities: lines → answers, by the same rules as the desk of a city. Of each line only the works that
 * it may name are fetched; every answer keeps its city, its evidence and its horizon.
 */
import type { DeskEvent, DeskWork } from '../domain/exports/portal/records.ts';
import type { Day, LegalEvent } from '../domain/model.ts';
import { Register } from '../domain/names/index.ts';
import { normalise } from '../domain/search/analysis.ts';
import { gramsOf } from '../domain/search/grams.ts';
import type { NamedBook } from '../domain/status/book.ts';
import { type Answer, type AskResult, askStatus } from '../domain/status/desk.ts';
import { keysOfLine, type LineKeys } from '../domain/status/desk-find.ts';
import type { StatusWork } from '../domain/status/status-work.ts';
import type { Engine, Query } from './engine.ts';
import { splitId } from './entries.ts';
import type { City, EventEntry, WorkEntry } from './indices.ts';
import { joined, jointKey } from './national.ts';
import type { Snapshot } from './snapshot.ts';

/** What one city says. */
export interface Source {
  city: Pick<City, 'id' | 'name' | 'horizon'>;
  state: Answer['state'];
  basis: Answer['basis'];
  reason: string;
  horizon: Day;
  address: string;
}

export interface CityAnswer extends Answer {
  /** Absent where the answer is of no work, or of one that several cities tell of. */
  city?: Pick<City, 'id' | 'name' | 'horizon'>;
  /** Address of the work on its city's own site. */
  address?: string;
  /** Addresses of the evidence, in its order; empty where the place is not held. */
  addresses: string[];
  /** Who tells of a national law. */
  sources?: Source[];
}

export interface CityResult extends Omit<AskResult, 'matches' | keyof Answer>, CityAnswer {
  matches?: CityAnswer[];
}

/** Works of cities, their events, and where they stand. */
export interface Found {
  book: NamedBook<StatusWork>;
  works: ReadonlyMap<string, DeskWork>;
  events: ReadonlyMap<string, readonly DeskEvent[]>;
  /** True where more works may be meant than were looked at. */
  cut: boolean;
}

/** Works fetched for one question at most. */
const mostWorks = 5000;
/** Titles looked through for those that stand inside a line. */
const mostTitles = 10_000;
/** Values in one condition; the engine takes no more than 65,536. */
const mostValues = 20_000;
/** Works that come near to a name that is not known. */
const nearest = 40;
/** Names that are looked for by likeness at a time. */
const together = 50;

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
  const found = await worksOfLines(engine, snapshot, lines, cities);
  return askStatus(lines, at, found.book).map((result) => inCities(result, found, snapshot));
}

/** The works that lines name or come near to, with what encloses them and what they enclose. */
export async function worksOfLines(
  engine: Engine,
  snapshot: Snapshot,
  lines: readonly string[],
  cities?: readonly string[],
): Promise<Found> {
  const indices = snapshot.indices('works', cities);
  const keys = lines.map(keysOfLine);
  const works = new Map<string, WorkEntry>();
  let cut = false;
  const take = async (query: Query): Promise<void> => {
    const { hits, total } = await engine.search<WorkEntry>(indices, {
      query,
      sort: [{ order: 'asc' }, { id: 'asc' }],
      size: mostWorks,
      _source: ['id', 'order', 'titleKeys', 'numbers', 'work'],
    });
    cut ||= total > hits.length;
    for (const { _source } of hits) works.set(_source!.id, _source!);
  };
  await Promise.all(namedQueries(keys).map(take));

  const titles = new Set(
    Array.from(works.values(), ({ titleKeys, numbers }) => [...titleKeys, ...numbers]).flat(),
  );
  const open = keys.filter(
    ({ titles: own, numbers, ids }) =>
      ![...own.slice(0, 1), ...numbers].some((key) => titles.has(key)) && !ids.some((id) => works.has(id)),
  );
  const inside = await titlesInside(engine, indices, open);
  cut ||= inside.cut;
  const names = open.flatMap(({ ids }) => ids.slice(-1)).filter((name) => name.length <= 200 && name !== '');
  for (let i = 0; i < names.length; i += together) {
    await Promise.all([
      ...(i === 0 ? chunks(inside.ids).map((ids) => take({ terms: { id: ids } })) : []),
      ...names.slice(i, i + together).map(async (name) => {
        for (const entry of await nearTo(engine, indices, name)) works.set(entry.id, entry);
      }),
    ]);
  }
  const beside = Array.from(works.values()).flatMap(({ work }) => [...work.carries, work.carriedBy ?? '']);
  const missing = Array.from(new Set(beside.filter((id) => id !== '' && !works.has(id))));
  await Promise.all(chunks(missing).map((ids) => take({ terms: { id: ids } })));
  const ordered = Array.from(works.values()).sort((a, b) => a.order - b.order);
  const events = await eventsOf(engine, snapshot, Array.from(works.keys()));
  const horizon = snapshot.cities.reduce(
    (latest, city) => (city.horizon > latest ? city.horizon : latest),
    '',
  );
  const desk = ordered.map(({ work }) => work as unknown as StatusWork);
  return {
    book: {
      works: desk,
      register: new Register(desk),
      events: events as unknown as ReadonlyMap<string, readonly LegalEvent[]>,
      horizon,
    },
    works: new Map(ordered.map(({ id, work }) => [id, work])),
    events,
    cut,
  };
}

function* parts<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += mostValues) yield list.slice(i, i + mostValues);
}
const chunks = <T>(list: readonly T[]): (readonly T[])[] => Array.from(parts(list));

function namedQueries(keys: readonly LineKeys[]): Query[] {
  const all = (pick: (keys: LineKeys) => readonly string[]): string[] =>
    Array.from(new Set(keys.flatMap(pick)));
  const by = (field: string, values: readonly string[]): Query[] =>
    chunks(values).map((list) => ({ terms: { [field]: list } }));
  return [
    ...by(
      'id',
      all(({ ids }) => ids),
    ),
    ...by(
      'titleKeys',
      all(({ titles, tails }) => [...titles, ...tails]),
    ),
    ...by(
      'titleTails',
      all(({ tails }) => tails),
    ),
    ...by(
      'numbers',
      all(({ numbers }) => numbers),
    ),
  ];
}

/** Ids of works whose title stands inside a line, written without marks. */
async function titlesInside(
  engine: Engine,
  indices: readonly string[],
  keys: readonly LineKeys[],
): Promise<{ ids: string[]; cut: boolean }> {
  const heads = Array.from(new Set(keys.flatMap((each) => each.heads)));
  const lines = keys.map(({ titles }) => titles[0] ?? '');
  const answers = await Promise.all(
    chunks(heads).map((list) =>
      engine.search<Pick<WorkEntry, 'id' | 'titleKeys'>>(indices, {
        query: { terms: { titleHeads: list } },
        size: mostTitles,
        _source: ['id', 'titleKeys'],
      }),
    ),
  );
  const ids = answers.flatMap(({ hits }) =>
    hits.flatMap(({ _source }) =>
      _source!.titleKeys.some((key) => lines.some((line) => line.includes(key))) ? [_source!.id] : [],
    ),
  );
  return { ids, cut: answers.some(({ hits, total }) => total > hits.length) };
}

/** Works whose names share most with one that is not known. */
async function nearTo(engine: Engine, indices: readonly string[], name: string): Promise<WorkEntry[]> {
  const should = gramsOf(normalise(name))
    .filter((gram) => gram.isWellFormed() && Array.from(gram).length === 2)
    .map((gram) => ({ constant_score: { filter: { match_phrase: { 'names.two': gram } } } }));
  if (should.length === 0) return [];
  const { hits } = await engine.search<WorkEntry>(indices, {
    query: { bool: { should, minimum_should_match: should.length > 3 ? 2 : 1 } },
    sort: [{ _score: 'desc' }, { order: 'asc' }],
    size: nearest,
    _source: ['id', 'order', 'titleKeys', 'numbers', 'work'],
  });
  return hits.map(({ _source }) => _source!);
}

/** Events of works in their order. */
export async function eventsOf(
  engine: Engine,
  snapshot: Snapshot,
  works: readonly string[],
): Promise<Map<string, DeskEvent[]>> {
  const events = new Map<string, DeskEvent[]>();
  const cities = Array.from(new Set(works.map((id) => splitId(id).city)));
  for (const ids of chunks(works)) {
    for (let after: unknown[] | undefined, more = true; more; ) {
      const { hits } = await engine.search<EventEntry>(snapshot.indices('events', cities), {
        query: { terms: { work: ids } },
        sort: [{ work: 'asc' }, { position: 'asc' }],
        size: 5000,
        ...(after ? { search_after: after } : {}),
      });
      for (const { _source } of hits) {
        const { work, event } = _source!;
        const list = events.get(work);
        if (list) list.push(event);
        else events.set(work, [event]);
      }
      after = hits.at(-1)?.sort;
      more = hits.length === 5000;
    }
  }
  return events;
}

const named = ({ id, name, horizon }: City): Pick<City, 'id' | 'name' | 'horizon'> => ({ id, name, horizon });

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
    ...(city ? { city: named(city) } : {}),
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

/** What several cities say of one law: where those that know agree, that; where they do not, unknown, and who says what. */
export function oneOf(answers: readonly CityAnswer[]): CityAnswer {
  const byHorizon = answers.toSorted((a, b) => (a.horizon < b.horizon ? 1 : a.horizon > b.horizon ? -1 : 0));
  const knowing = byHorizon.filter(({ state }) => state !== 'unknown');
  const first = knowing[0] ?? byHorizon[0]!;
  if (answers.length === 1) return first;
  const sources = answers.flatMap(({ city, state, basis, reason, horizon, address }): Source[] =>
    city ? [{ city, state, basis, reason, horizon, address: address ?? '' }] : [],
  );
  const { city: _, ...joint } = first;
  const agree = knowing.every(({ state }) => state === first.state);
  if (agree) return { ...joint, sources };
  const said = sources.map(({ city, reason }) => `${city.name}：${reason}`).join('；');
  return {
    ...joint,
    ...{ state: 'unknown', basis: 'none', version: null, since: null, until: null },
    ...{ evidence: [], addresses: [], reason: `各地文库所载不一（${said}）`, sources },
  };
}
