/**
 * The whole pipeline in one place: texts of `content/` → the archive.
 *
 * text → structure → works and versions → amendments → references → events
 */
import { VFile } from 'vfile';
import type {
  Day,
  Disagreement,
  EverydayWord,
  Issue,
  LegalEvent,
  LifeOfText,
  Message,
  Original,
  Reference,
  Repair,
  Work,
} from './model.ts';
import {
  citedDocuments,
  findReferences,
  indexWorks,
  resolveReferences,
  type TextOn,
} from './references/index.ts';
import { disagreementsOf, messageOfDisagreement } from './status/disagreements.ts';
import { setHorizons } from './status/horizon.ts';
import { livesOf, textOfDay } from './status/life.ts';
import { eventsOf } from './status/resolve.ts';
import { printedBy, startOf } from './status/starts.ts';
import { statedAgainst } from './status/stated.ts';
import { parseInstruments, parseIssue } from './structure/index.ts';
import { type Correction, messagesOf, readText } from './text/index.ts';
import {
  type Amendment,
  buildVersions,
  type FoundText,
  gatherWorks,
  type KnownWork,
} from './versions/index.ts';

/** An issue of a gazette as `content/` holds it. */
export interface IssueSource {
  id: string;
  path: string;
  text: string;
  /** Name of the gazette, where known. */
  title?: string;
  publisher?: string;
  /** The first day that the issue reflects, where that is known, and the day up to which it informs. */
  from?: Day;
  horizon: Day;
  corrections: Correction[];
  /** The files that the text was taken from. */
  originals?: Original[];
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

/** What the register states of the site. */
export interface SiteRecord {
  title?: string;
  source?: string;
  /** `meta` elements of every page, as sites of the government carry them: SiteName, SiteDomain, SiteIDCode … */
  tags?: Readonly<Record<string, string>>;
}

export interface Register {
  site?: SiteRecord;
  /** The day up to which the editors vouch that the archive has looked, for every work in it. */
  horizon?: Day;
  works: KnownWork[];
  organs: { name: string; code?: string }[];
  /** Everyday words for words of the law. */
  words?: EverydayWord[];
}

export interface Sources {
  issues: IssueSource[];
  works: WorkSource[];
  register: Register;
  /** Paths of files that could not be read: while there are any, nothing is known not to be there. */
  unread?: readonly string[];
}

/** A source file with every change that was made to it. */
export interface ArchivedSource {
  path: string;
  source: string;
  repairs: Repair[];
  /** Issue id, for an issue's file. */
  issue?: string;
  originals?: Original[];
}

export interface Archive {
  site: SiteRecord;
  /** Everyday words, as the register leads them to words of the law. */
  words: EverydayWord[];
  issues: (Issue & { title?: string; publisher?: string; horizon: Day })[];
  /** Held works first, then registered ones, then those that texts only name. */
  works: Work[];
  /** What each decision did to each text it amends. */
  amendments: Amendment[];
  /** Every reference of every version, with its target or the reason why there is none. */
  references: Reference[];
  /** Events by work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** By work id: which text each work has on which day, and in which state; asked by `textOn`. */
  lives: ReadonlyMap<string, LifeOfText>;
  /** Facts that two places print differently, with both. */
  disagreements: readonly Disagreement[];
  sources: ArchivedSource[];
  /** Latest day of which the archive tells anything; absent for an empty archive. Each work has a horizon of its own. */
  horizon?: Day;
  /** Paths of files of the content that could not be read. */
  unread: readonly string[];
  organs: Register['organs'];
  messages: Message[];
}

/**
 * Builds the archive. Pure: the same sources give the same archive.
 * Never throws on any text; what is odd stands in `messages`.
 */
export function buildArchive(sources: Sources): Archive {
  const archive: Archive = {
    site: sources.register.site ?? {},
    words: sources.register.words ?? [],
    issues: [],
    works: [],
    amendments: [],
    references: [],
    events: new Map(),
    lives: new Map(),
    disagreements: [],
    sources: [],
    unread: sources.unread ?? [],
    organs: sources.register.organs,
    messages: [],
  };
  const found: FoundText[] = [];
  for (const source of sources.issues) found.push(...readIssueSource(source, archive));
  for (const source of sources.works) found.push(...readWorkSource(source, archive));
  const gathered = gatherWorks(found, sources.register.works, archive.issues);
  archive.messages.push(...gathered.messages);
  const printed = printedBy(sources.issues);
  const joined = buildVersions(gathered.works, (version, works) => startOf(version, works, printed));
  const held = joined.works;
  archive.amendments = joined.amendments;
  archive.messages.push(...joined.messages);
  const cited = held.flatMap(({ versions }) =>
    versions.flatMap(({ instrument }) => citedDocuments(findReferences(instrument))),
  );
  const book = eventsOf(held, cited, sources.issues);
  archive.works = book.works;
  archive.events = book.events;
  const stated = sources.register.horizon;
  setHorizons(archive.works, archive.events, stated, sources.issues);
  if (archive.unread.length > 0) for (const work of archive.works) work.unread = archive.unread;
  archive.lives = livesOf(archive.works, archive.events);
  archive.disagreements = disagreementsOf(held, printed);
  const byId = new Map(held.map((work) => [work.id, work]));
  for (const one of archive.disagreements)
    archive.messages.push(...messageOfDisagreement(one, byId.get(one.work)!));
  archive.references = referencesOf(archive.works, textOfDay(archive.lives));
  const dates = archive.works.flatMap((work) => work.versions.map((version) => version.date));
  const horizon = latest([stated ?? '', ...sources.issues.map((issue) => issue.horizon)]) ?? latest(dates);
  if (horizon) archive.horizon = horizon;
  archive.messages.push(...statedAgainst(sources.register.works, archive));
  return archive;
}

/** The latest of some days; undefined where there is none. */
function latest(days: readonly Day[]): Day | undefined {
  return days
    .filter((day) => day !== '')
    .toSorted()
    .at(-1);
}

function referencesOf(works: readonly Work[], textOn: TextOn): Reference[] {
  const index = indexWorks(works, textOn);
  const cache = new Map();
  return works.flatMap((work) =>
    work.versions.flatMap((version) => resolveReferences(version, index, cache)),
  );
}

function readIssueSource(source: IssueSource, archive: Archive): FoundText[] {
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
  archive.sources.push({
    path: source.path,
    source: source.text,
    repairs: text.repairs,
    issue: source.id,
    ...(source.originals ? { originals: source.originals } : {}),
  });
  archive.messages.push(...messagesOf(file));
  return issue.instruments.map((instrument) => ({ instrument, path: source.path, issue: source.id }));
}

function readWorkSource(source: WorkSource, archive: Archive): FoundText[] {
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
