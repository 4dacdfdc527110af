/** Works, events and texts fetched for a question: by the keys under which a question may find them, all or none. */
import type { CitedText, DeskEvent } from '../domain/exports/portal/records.ts';
import type { WorkKeys } from '../domain/names/index.ts';
import { normalise } from '../domain/search/analysis.ts';
import { gramsOf } from '../domain/search/grams.ts';
import type { Engine, Query } from './engine.ts';
import { splitId } from './entries.ts';
import type { EventEntry, TextEntry, WorkEntry } from './indices.ts';
import { anyOf, phraseQuery } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** A question that means more works than are looked at: it is refused, never answered for some of them. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** Works fetched for one question at most. */
const mostWorks = 50_000;
/** Documents in one answer of the engine. */
const perAnswer = 5000;
/** Works that come near to a name that is not known. */
const nearest = 40;

/** All documents of a query, however many requests it takes. @throws TooMuch beyond `most` */
export async function everyHit<Source>(
  engine: Engine,
  indices: readonly string[],
  body: Query & { sort: readonly Query[] },
  most = Number.POSITIVE_INFINITY,
): Promise<Source[]> {
  const found: Source[] = [];
  for (let after: unknown[] | undefined; ; ) {
    const { hits, total } = await engine.search<Source>(indices, {
      ...body,
      size: perAnswer,
      ...(after ? { search_after: after } : {}),
    });
    if (total > most) throw new TooMuch(`所问涉及的文件多于${most}件，请分几次问，或写明全称、文号、城市`);
    found.push(...hits.map(({ _source }) => _source!));
    after = hits.at(-1)?.sort;
    if (hits.length < perAnswer || !after) return found;
  }
}

/** The base order of works. */
export const inOrder = [{ order: 'asc' }, { id: 'asc' }];

/** Works of a query in the base order. */
export function worksOf(engine: Engine, indices: readonly string[], query: Query): Promise<WorkEntry[]> {
  const _source = { excludes: ['titleHeads', 'texts'] };
  return everyHit(engine, indices, { query, sort: inOrder, _source }, mostWorks);
}

/** Works by their ids. */
export async function worksById(
  engine: Engine,
  indices: readonly string[],
  ids: readonly string[],
): Promise<WorkEntry[]> {
  const parts = anyOf('id', ids).map((query) => worksOf(engine, indices, query));
  return (await Promise.all(parts)).flat();
}

/** Conditions that hold for every work which has one of the keys. */
export function namedQueries(keys: readonly WorkKeys[]): Query[] {
  const tails = keys.flatMap((each) => each.tails);
  return [
    ...anyOf('titleKeys', [...keys.flatMap(({ titles }) => titles), ...tails]),
    ...anyOf('titleTails', tails),
    ...anyOf(
      'numbers',
      keys.flatMap(({ numbers }) => numbers),
    ),
  ];
}

/** Ids of works whose title stands inside one of the lines, written without marks. @param heads of titles that may */
export async function titlesInside(
  engine: Engine,
  indices: readonly string[],
  heads: readonly string[],
  lines: readonly string[],
): Promise<string[]> {
  const _source = ['id', 'titleKeys'];
  const parts = anyOf('titleHeads', heads).map((query) =>
    everyHit<Pick<WorkEntry, 'id' | 'titleKeys'>>(engine, indices, { query, sort: inOrder, _source }),
  );
  const found = (await Promise.all(parts)).flat();
  const holds = ({ titleKeys }: Pick<WorkEntry, 'titleKeys'>): boolean =>
    titleKeys.some((key) => lines.some((line) => line.includes(key)));
  return found.filter(holds).map(({ id }) => id);
}

/** Questions of one kind that are under way at a time. */
export const together = 50;
/** Characters of a name that is looked for by likeness. */
const longestName = 200;

/** Works whose names come near to names that are not known, name by name; a very long one is like nothing. */
export async function worksNear(
  engine: Engine,
  indices: readonly string[],
  names: readonly string[],
): Promise<WorkEntry[]> {
  const wanted = Array.from(new Set(names)).filter((name) => name !== '' && name.length <= longestName);
  const found: WorkEntry[] = [];
  for (let i = 0; i < wanted.length; i += together) {
    const part = wanted.slice(i, i + together);
    found.push(...(await Promise.all(part.map((name) => nearTo(engine, indices, name)))).flat());
  }
  return found;
}

/** Works whose names share most with one that is not known. */
async function nearTo(engine: Engine, indices: readonly string[], name: string): Promise<WorkEntry[]> {
  const should = gramsOf(normalise(name))
    .filter((gram) => gram.isWellFormed() && Array.from(gram).length === 2)
    .map((gram) => ({ constant_score: { filter: { match_phrase: { 'names.two': gram } } } }));
  if (should.length === 0) return [];
  const { hits } = await engine.search<WorkEntry>(indices, {
    query: { bool: { should, minimum_should_match: should.length > 3 ? 2 : 1 } },
    sort: [{ _score: 'desc' }, ...inOrder],
    size: nearest,
  });
  return hits.map(({ _source }) => _source!);
}

/** Works of which a title holds all the words, each given by its key. */
export function worksOfWords(
  engine: Engine,
  indices: readonly string[],
  words: readonly string[],
): Promise<WorkEntry[]> {
  return worksOf(engine, indices, { bool: { filter: words.map((word) => phraseQuery('keys', word)) } });
}

/** Documents of works, by work. */
async function byWork<Source extends { work: string }>(
  engine: Engine,
  snapshot: Snapshot,
  kind: 'events' | 'texts',
  works: readonly string[],
  sort: readonly Query[],
): Promise<Map<string, Source[]>> {
  const cities = Array.from(new Set(works.map((id) => splitId(id).city)));
  const indices = snapshot.indices(kind, cities);
  const parts = anyOf('work', works).map((query) => everyHit<Source>(engine, indices, { query, sort }));
  return Map.groupBy((await Promise.all(parts)).flat(), ({ work }) => work);
}

/** Events of works in their order. */
export async function eventsOf(
  engine: Engine,
  snapshot: Snapshot,
  works: readonly string[],
): Promise<Map<string, DeskEvent[]>> {
  const sort = [{ work: 'asc' }, { position: 'asc' }];
  const found = await byWork<EventEntry>(engine, snapshot, 'events', works, sort);
  return new Map(Array.from(found, ([work, list]) => [work, list.map(({ event }) => event)]));
}

/** Trees of the texts of works, the oldest first. */
export async function textsOf(
  engine: Engine,
  snapshot: Snapshot,
  works: readonly string[],
): Promise<Map<string, CitedText[]>> {
  const sort = [{ work: 'asc' }, { version: 'asc' }];
  const found = await byWork<TextEntry>(engine, snapshot, 'texts', works, sort);
  return new Map(Array.from(found, ([work, list]) => [work, list.map(({ text }) => text)]));
}
