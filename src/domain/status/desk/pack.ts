/**
 * The book of status in a small flat form for the browser, and back.
 *
 * Names and events are kept apart: names are needed to find a document, events only of the documents found. A large
 * archive sends its events in shards of some hundred works. Strings that repeat stand once.
 */
import { eventKinds } from '../../model/event-kinds.ts';
import { instrumentKinds } from '../../model/instrument-kinds.ts';
import type { Day, Doubt, LegalEvent } from '../../model.ts';
import { earlierText, numbersOf, Register } from '../../names/index.ts';
import type { StatusWork } from '../status-work.ts';
import type { NamedBook, StatusBook } from './book.ts';

/**
 * id, title, kind, 文号, 统一编号, issuer, other names and numbers, index of the cover, indexes of the enclosed, days of
 * texts (computed ones with an asterisk, reissued ones with their own 文号); the work's horizon where it is not the book's, empty for none.
 */
type PackedWork = [string, string, number, string, string, number, string[], number, number[], Day[], Day?];

/** kind, day, later day, year, index of the telling work, eId, text, rule, version, scope, verb, by, inferred, ids of the parts, what it waits for, how it was matched, its doubt, its earliest day. */
type PackedEvent = (number | string)[];

export interface PackedNames {
  horizon: Day;
  /** Works in a shard of events. */
  shard: number;
  strings: string[];
  works: PackedWork[];
  /** Files that could not be read: of no work it is known that nothing ends it. */
  unread?: readonly string[];
}

/** Events of the works of one shard, in their order. */
export interface PackedEvents {
  strings: string[];
  events: PackedEvent[][];
  /** What of their texts is in doubt: work of the shard, text of the work, 0 an instruction or 1 a reprint, the reason. */
  doubts: [work: number, text: number, kind: 0 | 1, reason: number][];
}

export interface PackedBook {
  names: PackedNames;
  shards: PackedEvents[];
}

/** Strings by index; the empty string is 0. */
class Pool {
  readonly strings: string[] = [''];
  readonly #at = new Map<string, number>([['', 0]]);

  index(text: string | undefined): number {
    if (text === undefined) return 0;
    let at = this.#at.get(text);
    if (at === undefined) {
      at = this.strings.push(text) - 1;
      this.#at.set(text, at);
    }
    return at;
  }
}

/**
 * Packs a book.
 * @param perShard works whose events go into one shard
 */
export function packBook(book: StatusBook<StatusWork>, perShard = 400): PackedBook {
  const at = new Map(book.works.map((work, i) => [work.id, i]));
  const pool = new Pool();
  const works = book.works.map((work): PackedWork => {
    const own = [work.documentNumber, work.registryNumber];
    const numbers = numbersOf(work)
      .map(({ number }) => number)
      .filter((number) => !own.includes(number) && !work.aliases.includes(number));
    const packed: PackedWork = [
      work.id,
      work.title,
      instrumentKinds.indexOf(work.kind),
      work.documentNumber ?? '',
      work.registryNumber ?? '',
      pool.index(work.issuer),
      [...work.aliases, ...numbers],
      work.carriedBy === undefined ? -1 : (at.get(work.carriedBy) ?? -1),
      work.carries.flatMap((id) => at.get(id) ?? []),
      work.versions.map((version) => packedText(version, work)),
    ];
    if (work.horizon !== book.horizon) packed.push(work.horizon ?? '');
    return packed;
  });
  const shards: PackedEvents[] = [];
  for (let start = 0; start < book.works.length; start += perShard) {
    shards.push(packEvents(book, book.works.slice(start, start + perShard), at));
  }
  const unread = book.works.find((work) => work.unread)?.unread;
  const names = { horizon: book.horizon, shard: perShard, strings: pool.strings, works };
  return { names: unread ? { ...names, unread } : names, shards };
}

/** The day of a text; a star for one that was not printed, and its own 文号 where the work's newest text has another. */
function packedText(
  { date, origin = 'published', instrument }: StatusWork['versions'][number],
  work: StatusWork,
): string {
  const number = instrument?.documentNumber ?? '';
  const own = number !== '' && earlierText(work, number) === date ? ` ${number}` : '';
  return `${date}${origin === 'published' ? '' : '*'}${own}`;
}

function unpackedText(packed: string): StatusWork['versions'][number] {
  const [, date = '', star, number] = /^([^* ]*)(\*?)(?: (.*))?$/.exec(packed) ?? [];
  return {
    date,
    ...(star ? { origin: 'applied' } : {}),
    ...(number ? { instrument: { documentNumber: number } } : {}),
  };
}

function packEvents(
  book: Pick<StatusBook, 'events'>,
  works: readonly StatusWork[],
  at: ReadonlyMap<string, number>,
): PackedEvents {
  const pool = new Pool();
  const events = works.map(({ id }) =>
    (book.events.get(id) ?? []).map((event) => {
      const { evidence } = event;
      const packed: PackedEvent = [
        eventKinds.indexOf(event.kind),
        event.date ?? '',
        event.latest ?? '',
        event.approximate ?? '',
        at.get(evidence.instrument) ?? -1,
        pool.index(evidence.eId),
        pool.index(evidence.text),
        pool.index(event.rule),
        event.version ?? '',
        pool.index(event.scope),
        pool.index(event.verb),
        pool.index(event.by),
        event.inferred ? 1 : 0,
        pool.index(event.parts?.join(' ')),
        pool.index(event.awaits),
        pool.index(event.matched),
        pool.index(event.doubt),
        event.earliest ?? '',
      ];
      while (packed.length > 6 && (packed.at(-1) === '' || packed.at(-1) === 0)) packed.pop();
      return packed;
    }),
  );
  const doubts = works.flatMap(({ versions }, work) =>
    versions.flatMap(({ doubts: list = [] }, text) =>
      list.map(({ kind, reason }): PackedEvents['doubts'][number] => [
        work,
        text,
        kind === 'reprint' ? 1 : 0,
        pool.index(reason),
      ]),
    ),
  );
  return { strings: pool.strings, events, doubts };
}

/** Works of a packed book; a book whose events are still to come has none. */
export function unpackNames(
  names: PackedNames,
): NamedBook<StatusWork> & { events: Map<string, LegalEvent[]> } {
  const idOf = (i: number): string | undefined => names.works[i]?.[0];
  const works = names.works.map((packed): StatusWork => {
    const [id, title, kind, number, registry, issuer, aliases, cover, inner, dates, own] = packed;
    const horizon = own ?? names.horizon;
    const carriedBy = idOf(cover);
    const by = names.strings[issuer];
    return {
      id,
      title,
      kind: instrumentKinds[kind] ?? 'other',
      aliases,
      carries: inner.flatMap((i) => idOf(i) ?? []),
      versions: dates.map(unpackedText),
      ...(number ? { documentNumber: number } : {}),
      ...(registry ? { registryNumber: registry } : {}),
      ...(by ? { issuer: by } : {}),
      ...(carriedBy === undefined ? {} : { carriedBy }),
      ...(horizon ? { horizon } : {}),
      ...(names.unread ? { unread: names.unread } : {}),
    };
  });
  return { works, register: new Register(works), events: new Map(), horizon: names.horizon };
}

/** Adds the events of a shard to an unpacked book. */
export function addShard(
  book: StatusBook<StatusWork> & { events: Map<string, LegalEvent[]> },
  names: PackedNames,
  shard: number,
  packed: PackedEvents,
): void {
  const { strings } = packed;
  const text = (value: number | string | undefined) => strings[Number(value ?? 0)] ?? '';
  for (const [work, version, kind, reason] of packed.doubts) {
    const told = book.works[shard * names.shard + work]?.versions[version];
    const doubt: Doubt = { kind: kind === 1 ? 'reprint' : 'instruction', reason: text(reason) };
    if (told) told.doubts = [...(told.doubts ?? []), doubt];
  }
  packed.events.forEach((list, i) => {
    const work = book.works[shard * names.shard + i];
    if (!work) return;
    book.events.set(
      work.id,
      list.map((event) => unpackEvent(event, work.id, book.works, text)),
    );
  });
}

function unpackEvent(
  event: PackedEvent,
  subject: string,
  works: readonly StatusWork[],
  text: (value: number | string | undefined) => string,
): LegalEvent {
  const [
    kind,
    date,
    latest,
    year,
    teller,
    eId,
    words,
    rule,
    version,
    scope,
    verb,
    by,
    inferred,
    parts,
    awaits,
    matched,
    doubt,
    earliest,
  ] = event;
  const optional = {
    date,
    latest,
    approximate: year,
    version,
    rule: text(rule),
    scope: text(scope),
    verb: text(verb),
    by: text(by),
    awaits: text(awaits),
    matched: text(matched),
    doubt: text(doubt),
    earliest,
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value));
  const instrument = works[Number(teller)]?.id ?? subject;
  return {
    kind: eventKinds[Number(kind)]!,
    subject,
    evidence: { instrument, eId: text(eId), text: text(words) },
    ...(present as Partial<LegalEvent>),
    ...(inferred ? { inferred: true } : {}),
    ...(parts ? { parts: text(parts).split(' ') } : {}),
  };
}

/** A whole packed book back. */
export function unpackBook({ names, shards }: PackedBook): NamedBook<StatusWork> {
  const book = unpackNames(names);
  shards.forEach((shard, i) => {
    addShard(book, names, i, shard);
  });
  return book;
}

/** Shards that hold the events of works, of what they enclose and of what encloses them. */
export function shardsFor(names: PackedNames, ids: Iterable<string>): number[] {
  const at = new Map(names.works.map(([id], i) => [id, i]));
  const shards = new Set<number>();
  for (const id of ids) {
    const i = at.get(id);
    if (i === undefined) continue;
    const [, , , , , , , cover, inner] = names.works[i]!;
    for (const each of [i, ...inner, ...(cover >= 0 ? [cover] : [])])
      shards.add(Math.floor(each / names.shard));
  }
  return Array.from(shards).sort((a, b) => a - b);
}
