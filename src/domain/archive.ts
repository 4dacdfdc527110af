/**
 * The whole pipeline in one place: texts of `content/` → the archive.
 *
 * text → structure → works and versions → amendments → references → events
 */
import { VFile } from 'vfile';
import type {
  Day,
  Instrument,
  Issue,
  LegalEvent,
  Message,
  Reference,
  Repair,
  Severity,
  Version,
  Work,
} from './model.ts';
import { findReferences, indexWorks, mentionedWorks, resolveReferences } from './references/index.ts';
import { eventsOf } from './status/resolve.ts';
import { instrumentId, kindOf, parseInstruments, parseIssue, serialize, titleId } from './structure/index.ts';
import { type Correction, readText } from './text/index.ts';
import { type Amendment, buildVersions } from './versions/index.ts';

/** An issue of a gazette as `content/` holds it. */
export interface IssueSource {
  id: string;
  path: string;
  text: string;
  /** Name of the gazette, where known. */
  title?: string;
  publisher?: string;
  /** The day up to which the issue informs. */
  horizon: Day;
  corrections: Correction[];
}

/** One text of a work as `content/` holds it. */
export interface WorkSource {
  /** Folder or file name. */
  name: string;
  /** From the file name, where that is a day. */
  date?: Day;
  path: string;
  text: string;
  title?: string;
  documentNumber?: string;
  issuer?: string;
  aliases?: string[];
  corrections: Correction[];
}

/** What the register says of a work: its id, and names that its text does not print. */
export interface RegisterEntry {
  id: string;
  title: string;
  documentNumber?: string;
  issuer?: string;
  aliases?: string[];
}

export interface Register {
  site?: { title?: string; source?: string };
  works: RegisterEntry[];
  organs: { name: string; code?: string }[];
}

export interface Sources {
  issues: IssueSource[];
  works: WorkSource[];
  register: Register;
}

/** A source file with every change that was made to it. */
export interface ArchivedSource {
  path: string;
  source: string;
  repairs: Repair[];
  /** Issue id, for an issue's file. */
  issue?: string;
}

export interface Archive {
  site: { title?: string; source?: string };
  issues: (Issue & { title?: string; publisher?: string; horizon: Day })[];
  /** Held works first, then registered ones, then those that texts only name. */
  works: Work[];
  /** What each decision did to each text it amends. */
  amendments: Amendment[];
  /** Every reference of every version, with its target or the reason why there is none. */
  references: Reference[];
  /** Events by work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  sources: ArchivedSource[];
  /** Day up to which the archive has looked; absent for an empty archive. */
  horizon?: Day;
  organs: Register['organs'];
  messages: Message[];
}

/** A text that was found, before works are made of it. */
interface Found {
  instrument: Instrument;
  path: string;
  issue?: string;
  date?: Day;
  name?: string;
  about?: WorkSource;
}

/**
 * Builds the archive. Pure: the same sources give the same archive.
 * Never throws on any text; what is odd stands in `messages`.
 */
export function buildArchive(sources: Sources): Archive {
  const archive: Archive = {
    site: sources.register.site ?? {},
    issues: [],
    works: [],
    amendments: [],
    references: [],
    events: new Map(),
    sources: [],
    organs: sources.register.organs,
    messages: [],
  };
  const found: Found[] = [];
  for (const source of sources.issues) found.push(...readIssueSource(source, archive));
  for (const source of sources.works) found.push(...readWorkSource(source, archive));
  const joined = buildVersions(worksOf(found, sources.register, archive.messages, archive.issues));
  const held = joined.works;
  archive.amendments = joined.amendments;
  archive.messages.push(...joined.messages);
  const named = held.flatMap((work) => work.versions.flatMap(({ instrument }) => findReferences(instrument)));
  const works = [...held, ...mentionedWorks(named, held)];
  const book = eventsOf(works);
  archive.works = [...works, ...book.mentioned];
  archive.events = book.events;
  archive.references = referencesOf(archive.works);
  const days = [
    ...sources.issues.map((issue) => issue.horizon),
    ...(sources.issues.length > 0
      ? []
      : archive.works.flatMap((work) => work.versions.map((version) => version.date))),
  ];
  const horizon = days
    .filter((day) => day !== '')
    .sort()
    .at(-1);
  if (horizon) archive.horizon = horizon;
  return archive;
}

function referencesOf(works: readonly Work[]): Reference[] {
  const index = indexWorks(works);
  const cache = new Map();
  return works.flatMap((work) =>
    work.versions.flatMap((version) => resolveReferences(version, index, cache)),
  );
}

function readIssueSource(source: IssueSource, archive: Archive): Found[] {
  const file = new VFile({ path: source.path });
  const text = readText(source.text, file, source.corrections);
  const issue = parseIssue(source.id, text, file);
  const { title, publisher, horizon } = source;
  archive.issues.push({
    ...issue,
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    horizon,
  });
  archive.sources.push({ path: source.path, source: source.text, repairs: text.repairs, issue: source.id });
  archive.messages.push(...messagesOf(file));
  return issue.instruments.map((instrument) => ({ instrument, path: source.path, issue: source.id }));
}

function readWorkSource(source: WorkSource, archive: Archive): Found[] {
  const file = new VFile({ path: source.path });
  const text = readText(source.text, file, source.corrections);
  const instruments = parseInstruments(text, file, source.title ?? source.name);
  archive.sources.push({ path: source.path, source: source.text, repairs: text.repairs });
  archive.messages.push(...messagesOf(file));
  return instruments.map((instrument, i) => ({
    instrument,
    path: source.path,
    ...(source.date ? { date: source.date } : {}),
    ...(i === 0 ? { name: source.name, about: source } : {}),
  }));
}

const keyOf = (title: string): string => title.replace(/[\p{P}\p{S}\s]/gu, '');

/** Groups texts into works by title, gives ids, orders versions by date. */
function worksOf(found: Found[], register: Register, messages: Message[], issues: Issue[]): Work[] {
  const works = new Map<string, Work>();
  const ids = new Map<string, string>();
  const entries = new Map(register.works.map((entry) => [keyOf(entry.title), entry]));
  const names = new Map<string, string>();
  for (const { name, instrument } of found) {
    if (name && /^[a-z0-9][a-z0-9-]*$/.test(name)) names.set(keyOf(instrument.title), name);
  }
  const twins: [Found, Work][] = [];
  for (const item of found) {
    const { instrument, about } = item;
    const date = item.date ?? dateOf(instrument, found) ?? '';
    let key = keyOf(instrument.title) || item.path;
    const entry = entries.get(key);
    let work = works.get(key);
    const other = work?.versions.find((version) => version.date === date);
    if (work && other) {
      // One address has one text: the same text again adds nothing, another one is a work of its own.
      const same = serialize(other.instrument) === serialize(instrument);
      messages.push(sameDay(item, other, same));
      if (same) {
        twins.push([item, work]);
        continue;
      }
      key = `${key} ${item.path} ${instrument.position.start.line}`;
      work = undefined;
    }
    if (!work) {
      const id = uniqueId(names.get(key) ?? entry?.id ?? instrumentId(instrument), ids, key, item, messages);
      work = {
        id,
        title: instrument.title,
        kind: instrument.kind,
        aliases: [...(entry?.aliases ?? []), ...(about?.aliases ?? [])],
        versions: [],
        carries: [],
      };
      works.set(key, work);
    }
    const number = about?.documentNumber ?? instrument.documentNumber ?? entry?.documentNumber;
    if (number) work.documentNumber ??= number;
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
  }
  renameInstruments(works.values(), found, issues, twins);
  const mentioned = register.works.filter((entry) => !works.has(keyOf(entry.title)));
  for (const entry of mentioned) {
    works.set(keyOf(entry.title), {
      id: entry.id,
      title: entry.title,
      kind: kindOf(entry.title),
      aliases: entry.aliases ?? [],
      versions: [],
      carries: [],
      ...(entry.documentNumber ? { documentNumber: entry.documentNumber } : {}),
      ...(entry.issuer ? { issuer: entry.issuer } : {}),
    });
  }
  for (const work of works.values())
    work.versions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [...works.values()];
}

/** Instruments take the id of their work, with the date where a work has several texts; links follow. */
function renameInstruments(
  works: Iterable<Work>,
  found: Found[],
  issues: Issue[],
  twins: [Found, Work][],
): void {
  const renamed = new Map<string, Map<string, string>>();
  const all = [...works];
  const rename = (path: string, id: string, workId: string): void => {
    const perPath = renamed.get(path) ?? new Map<string, string>();
    perPath.set(id, workId);
    renamed.set(path, perPath);
  };
  for (const work of all) {
    for (const { instrument, source } of work.versions) rename(source.path, instrument.id, work.id);
  }
  for (const [{ instrument, path }, work] of twins) rename(path, instrument.id, work.id);
  for (const { instrument, path } of found) {
    const perPath = renamed.get(path);
    const renewed = (id: string): string => perPath?.get(id) ?? id;
    if (instrument.carriedBy) instrument.carriedBy = renewed(instrument.carriedBy);
    instrument.carries = instrument.carries.map(renewed);
  }
  const paths = new Map(found.map(({ issue, path }) => [issue, path]));
  for (const issue of issues) {
    const perPath = renamed.get(paths.get(issue.id) ?? '');
    for (const line of [...issue.entries, ...issue.roles])
      if (line.instrument) line.instrument = perPath?.get(line.instrument) ?? line.instrument;
  }
  for (const work of all) {
    for (const { instrument } of work.versions) {
      if (instrument.carriedBy) work.carriedBy = instrument.carriedBy;
      for (const id of instrument.carries) if (!work.carries.includes(id)) work.carries.push(id);
    }
  }
  for (const work of all) for (const { instrument } of work.versions) instrument.id = work.id;
  for (const [{ instrument }, work] of twins) instrument.id = work.id;
}

function sameDay(item: Found, other: Version, same: boolean): Message {
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
  item: Found,
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
function dateOf(instrument: Instrument, found: Found[]): Day | undefined {
  const amended = instrument.caption?.events
    .filter((event) => event.event === 'amended' && event.date)
    .at(-1);
  const own =
    amended?.date ?? instrument.dates.promulgated ?? instrument.dates.written ?? instrument.dates.adopted;
  if (own) return own;
  const carrier = found.find((item) => item.instrument.id === instrument.carriedBy)?.instrument;
  return carrier ? (carrier.dates.promulgated ?? carrier.dates.written) : instrument.dates.commenced;
}

/** Messages of a file as the command line prints them. */
export function messagesOf(file: VFile): Message[] {
  return file.messages.map((message) => ({
    file: file.path ?? '',
    rule: message.ruleId ?? 'text',
    line: message.line ?? 1,
    column: message.column ?? 1,
    reason: message.reason,
    severity: severityOf(message.fatal),
  }));
}

/** vfile's scale: true is an error, false a warning, anything else for information. */
function severityOf(fatal: boolean | null | undefined): Severity {
  if (fatal === true) return 'error';
  return fatal === false ? 'warning' : 'info';
}
