/** Texts that were found → works with their printed versions. */

import { ruleKinds } from '../model/instrument-kinds.ts';
import type { Day, Instrument, Issue, Message, RegisterStatement, Version, Work } from '../model.ts';
import {
  instrumentId,
  kindOf,
  ofOneTime,
  tellsApart,
  titleId,
  titleKey,
  withoutEdition,
} from '../names/index.ts';
import { serialize } from '../structure/index.ts';

/** A work that is known by name: its id, and names that its text does not print. */
export interface KnownWork {
  id: string;
  title: string;
  documentNumber?: string;
  issuer?: string;
  aliases?: string[];
  stated?: RegisterStatement;
}

/** A text that was found, before works are made of it. */
export interface FoundText {
  instrument: Instrument;
  path: string;
  issue?: string;
  /** From the file name, where that is a day. */
  date?: Day;
  /** Folder or file name. */
  name?: string;
  /** What the editors say of the work. */
  about?: Omit<KnownWork, 'id' | 'title'>;
}

export interface GatheredWorks {
  works: Work[];
  messages: Message[];
  /** Every text that was found, with the ids of works in place of those that it had in its file. */
  named: Named;
}

type Named = ReadonlyMap<Instrument, Instrument>;

/**
 * Groups texts into works by title, gives ids, orders versions by date. Works that are known by name only follow the
 * held ones.
 *
 * Two texts of one work on one day: the same text is kept once, another one is a work of its own; both are said.
 */
export function gatherWorks(found: readonly FoundText[], known: readonly KnownWork[]): GatheredWorks {
  const messages: Message[] = [];
  const works = new Map<string, Work>();
  const ids = new Map<string, string>();
  const entries = new Map(known.map((entry) => [workKey(entry.title), entry]));
  const names = new Map<string, string>();
  for (const { name, instrument } of found) {
    const key = workKey(instrument.title);
    if (name && /^[a-z0-9][a-z0-9-]*$/.test(name) && !names.has(key)) names.set(key, name);
  }
  const placed = new Map<FoundText, string>();
  const numbers = numbersOf(found);
  for (const item of found) {
    const { instrument, about } = item;
    const date = item.date ?? dateOf(item, found) ?? '';
    // Texts without a title are no versions of one another.
    let key = workKey(instrument.title) || `${item.path} ${instrument.position.start.line}`;
    const entry = entries.get(key);
    let work = works.get(key);
    const number = work && (numberApart(item, work, numbers) ?? dayApart(item, work, date, numbers));
    if (number !== undefined) {
      key = `${key} ${number}`;
      work = works.get(key);
    }
    const other = work?.versions.find(
      (version) => version.date === date || isAgain(version, instrument, date),
    );
    if (work && other) {
      // One address has one text: the same text again adds nothing, another one is a work of its own.
      const same = serialize(other.instrument) === serialize(instrument);
      messages.push(sameDay(item, other, same));
      if (same) {
        placed.set(item, work.id);
        continue;
      }
      key = `${key} ${item.path} ${instrument.position.start.line}`;
      work = undefined;
    }
    if (!work) {
      const apart = number === undefined ? undefined : apartId(item, number);
      const id = uniqueId(
        apart ?? names.get(key) ?? entry?.id ?? instrumentId(instrument),
        ids,
        key,
        item,
        messages,
      );
      work = {
        id,
        title: instrument.title,
        kind: instrument.kind,
        aliases: [...(entry?.aliases ?? []), ...(about?.aliases ?? [])],
        versions: [],
        carries: [],
        ...(entry?.stated ? { stated: entry.stated } : {}),
      };
      works.set(key, work);
    }
    const printed = about?.documentNumber ?? instrument.documentNumber ?? entry?.documentNumber;
    if (printed) work.documentNumber ??= printed;
    const issuer = about?.issuer ?? instrument.issuer ?? entry?.issuer;
    if (issuer) work.issuer ??= issuer;
    if (instrument.registryNumber) work.registryNumber ??= instrument.registryNumber;
    const version: Version = {
      work: work.id,
      date,
      origin: 'published',
      instrument,
      source: { path: item.path, ...(item.issue ? { issue: item.issue } : {}) },
    };
    work.versions.push(version);
    placed.set(item, work.id);
  }
  const named = identified(placed);
  for (const work of works.values()) printIn(work, named);
  const mentioned = known.filter((entry) => !works.has(workKey(entry.title)));
  for (const entry of mentioned) {
    works.set(workKey(entry.title), {
      id: entry.id,
      title: entry.title,
      kind: kindOf(entry.title),
      aliases: entry.aliases ?? [],
      versions: [],
      carries: [],
      ...(entry.documentNumber ? { documentNumber: entry.documentNumber } : {}),
      ...(entry.issuer ? { issuer: entry.issuer } : {}),
      ...(entry.stated ? { stated: entry.stated } : {}),
    });
  }
  for (const work of works.values()) {
    work.versions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    numberAnew(work);
  }
  return { works: [...works.values()], messages, named };
}

/**
 * Texts of one key are texts of one work. A law is one work in all its editions; a plan that was drawn up anew
 * （2023年修订） is another document than the one before it.
 */
function workKey(title: string): string {
  const { edition } = withoutEdition(title);
  const apart = edition !== undefined && !ruleKinds.has(kindOf(title));
  return apart ? `${titleKey(title)} ${edition.normalize('NFKC')}` : titleKey(title);
}

/** A text that was issued anew under another 文号 is called by that, where the work was called by the older one's. */
function numberAnew(work: Work): void {
  const { documentNumber: newest, caption } = work.versions.at(-1)?.instrument ?? {};
  if (caption?.events.some(({ event }) => event === 'amended')) return;
  const older = work.versions.some(({ instrument }) => instrument.documentNumber === work.documentNumber);
  if (older && newest && tellsApart(newest) && tellsApart(work.documentNumber)) work.documentNumber = newest;
}

/** The same words, filed once under the day of promulgation and once under that of commencement. */
function isAgain({ instrument: held, date }: Version, instrument: Instrument, day: Day): boolean {
  const days = new Set([held.dates.commenced, instrument.dates.commenced]);
  return day !== '' && (days.has(day) || days.has(date)) && serialize(held) === serialize(instrument);
}

/**
 * The 文号 that makes a text another document than the work of the same title: both have one, and they differ. A text
 * that its 题注 gives as amended is the same document, whatever prints it; so are the texts of one folder.
 *
 * 关于调整分工的通知 某府〔2019〕2号, then 关于调整分工的通知 某府〔2020〕3号 → 某府〔2020〕3号
 */
function numberApart(item: FoundText, work: Work, numbers: Numbers): string | undefined {
  const number = numbers.get(item.instrument)?.number;
  if (number === undefined || item.instrument.caption?.events.some(({ event }) => event === 'amended'))
    return undefined;
  const others = work.versions.map(({ instrument }) => numbers.get(instrument));
  if (item.name !== undefined && others.some((other) => other?.name === item.name)) return undefined;
  const known = others.flatMap((other) => other?.number ?? []);
  return known.length > 0 && !known.includes(number) ? number : undefined;
}

/**
 * The day that makes a decision another one than that of the same title: 关于修改《甲办法》的决定 is made again with every
 * amendment. The texts of one folder are one.
 */
function dayApart(
  { instrument, name }: FoundText,
  { kind, versions }: Work,
  date: Day,
  numbers: Numbers,
): Day | undefined {
  if (instrument.kind !== 'decision' || kind !== 'decision' || date === '') return undefined;
  const apart = versions.every((held) => held.date !== '' && !ofOneTime(held.date, date));
  const together = versions.some((held) => name !== undefined && numbers.get(held.instrument)?.name === name);
  return apart && !together ? date : undefined;
}

/** 文号 and folder of every text that was found. */
type Numbers = ReadonlyMap<Instrument, { number?: string; name?: string }>;

/** A text without 文号 has that of the notice that prints it. */
function numbersOf(found: readonly FoundText[]): Numbers {
  const covers = new Map(found.map(({ path, instrument }) => [`${path} ${instrument.id}`, instrument]));
  return new Map(
    found.map(({ path, instrument, name }) => {
      const cover = instrument.carriedBy ? covers.get(`${path} ${instrument.carriedBy}`) : undefined;
      const printed = instrument.documentNumber ?? cover?.documentNumber;
      const number = printed && tellsApart(printed) ? { number: printed } : {};
      return [instrument, { ...number, ...(name === undefined ? {} : { name }) }];
    }),
  );
}

/** Id of a document that shares its title with an earlier one. */
function apartId({ name, instrument }: FoundText, number: string): string {
  if (name && /^[a-z0-9][a-z0-9-]*$/.test(name)) return name;
  return instrument.documentNumber ? instrumentId(instrument) : titleId(`${instrument.title}${number}`);
}

/** The texts with the ids of their works, and of the works that carry them and that they carry. */
function identified(placed: ReadonlyMap<FoundText, string>): Named {
  const ids = new Map(Array.from(placed, ([{ path, instrument }, id]) => [`${path} ${instrument.id}`, id]));
  return new Map(
    Array.from(placed, ([{ path, instrument }, id]) => {
      const idOf = (local: string): string => ids.get(`${path} ${local}`) ?? local;
      const { carriedBy, carries } = instrument;
      const links = { carries: carries.map(idOf), ...(carriedBy ? { carriedBy: idOf(carriedBy) } : {}) };
      return [instrument, { ...instrument, id, ...links }];
    }),
  );
}

/** Gives a work its texts by the ids of works, and the documents that it was printed with. */
function printIn(work: Work, named: Named): void {
  work.versions = work.versions.map((version) => ({
    ...version,
    instrument: named.get(version.instrument)!,
  }));
  const carriedBy = work.versions.findLast(({ instrument }) => instrument.carriedBy)?.instrument.carriedBy;
  if (carriedBy) work.carriedBy = carriedBy;
  work.carries = Array.from(new Set(work.versions.flatMap(({ instrument }) => instrument.carries)));
}

/** An issue whose texts, lines and entries have the ids of works. */
export function issueOfWorks<I extends Issue>(issue: I, named: Named): I {
  const instruments = issue.instruments.map((instrument) => named.get(instrument) ?? instrument);
  const ids = new Map(issue.instruments.map(({ id }, i) => [id, instruments[i]!.id]));
  const inWorks = <L extends { instrument?: string }>(line: L): L =>
    line.instrument === undefined
      ? line
      : { ...line, instrument: ids.get(line.instrument) ?? line.instrument };
  return { ...issue, instruments, entries: issue.entries.map(inWorks), roles: issue.roles.map(inWorks) };
}

function sameDay(item: FoundText, other: Version, same: boolean): Message {
  const { title, position } = item.instrument;
  const where = `“${title}”在${other.source.path}已有${other.date ? `${other.date}的` : '没有日期的'}文本`;
  return {
    file: item.path,
    rule: same ? 'duplicate-text' : 'duplicate-version',
    line: position.start.line,
    column: 1,
    reason: same ? `${where}，与此相同，只收一份` : `${where}，与此不同，另立一件；请在文件名写明日期`,
    severity: same ? 'info' : 'warning',
  };
}

function uniqueId(
  id: string,
  ids: Map<string, string>,
  key: string,
  item: FoundText,
  messages: Message[],
): string {
  if (!ids.has(id)) {
    ids.set(id, key);
    return id;
  }
  const other = titleId(item.instrument.title);
  const free = ids.has(other) ? `${other}-${ids.size}` : other;
  ids.set(free, key);
  messages.push({
    file: item.path,
    rule: 'duplicate-id',
    line: item.instrument.position.start.line,
    column: 1,
    reason: `“${item.instrument.title}”与另一文件的编号“${id}”相同，改用“${free}”`,
    severity: 'warning',
  });
  return free;
}

/** The day from which a text reads as printed: its last amendment, else promulgation, issue or adoption. */
function dateOf({ instrument, path }: FoundText, found: readonly FoundText[]): Day | undefined {
  const amended = instrument.caption?.events
    .filter((event) => event.event === 'amended' && event.date)
    .at(-1);
  const own =
    amended?.date ?? instrument.dates.promulgated ?? instrument.dates.written ?? instrument.dates.adopted;
  if (own) return own;
  const carrier = found.find(
    (item) => item.path === path && item.instrument.id === instrument.carriedBy,
  )?.instrument;
  return carrier ? (carrier.dates.promulgated ?? carrier.dates.written) : instrument.dates.commenced;
}
