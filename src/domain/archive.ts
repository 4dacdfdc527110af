/**
 * The whole pipeline in one place: texts of `content/` → the archive.
 *
 * texts → works → versions → names → events → links: each stage takes what those before it made, and changes none of it
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
import type { Register } from './names/index.ts';
import { citedDocuments, findReferences, resolveReferences } from './references/index.ts';
import { disagreementsOf, messageOfDisagreement } from './status/disagreements.ts';
import { setHorizons } from './status/horizon.ts';
import { libraryOf, livesOf } from './status/life.ts';
import { eventsOf } from './status/resolve.ts';
import { printedBy, startOf } from './status/starts.ts';
import { statedAgainst } from './status/stated.ts';
import { nameWorks } from './status/tellings.ts';
import { parseInstruments, parseIssue } from './structure/index.ts';
import { type Correction, messagesOf, readText } from './text/index.ts';
import {
  type Amendment,
  buildVersions,
  type FoundText,
  gatherWorks,
  issueOfWorks,
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

/** What the register of the editors says. */
export interface RegisterSource {
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
  register: RegisterSource;
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
  /** The same works by their names. */
  register: Register<Work>;
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
  organs: RegisterSource['organs'];
  messages: Message[];
}

/**
 * Builds the archive. Pure: the same sources give the same archive.
 * Never throws on any text; what is odd stands in `messages`.
 */
export function buildArchive(sources: Sources): Archive {
  const { issues, works: files, register: stated, unread = [] } = sources;
  const printed = printedBy(issues);
  const read = [...issues.map(readIssueSource), ...files.map(readWorkSource)];
  const gathered = gatherWorks(
    read.flatMap(({ texts }) => texts),
    stated.works,
  );
  const joined = buildVersions(gathered.works, (version, works) => startOf(version, works, printed));
  const found = new Map(
    joined.works.flatMap(({ versions }) =>
      versions.map((version) => [version, findReferences(version.instrument)] as const),
    ),
  );
  const named = nameWorks(joined.works, [...found.values()].flatMap(citedDocuments), issues);
  const events = eventsOf(named);
  const works = [...named.register.works.values()];
  setHorizons(works, events, stated.horizon, issues, unread);
  const lives = livesOf(works, events);
  const disagreements = disagreementsOf(joined.works, printed);
  const library = libraryOf({ register: named.register, lives });
  const cache = new Map();
  const references = [...found].flatMap(([version, inText]) =>
    resolveReferences(version, library, cache, inText),
  );
  const horizon =
    latest([stated.horizon ?? '', ...issues.map((issue) => issue.horizon)]) ??
    latest(works.flatMap(({ versions }) => versions.map(({ date }) => date)));
  const archive = {
    site: stated.site ?? {},
    words: stated.words ?? [],
    issues: read.flatMap(({ issue }) => (issue ? [issueOfWorks(issue, gathered.named)] : [])),
    works,
    register: named.register,
    amendments: joined.amendments,
    references,
    events,
    lives,
    disagreements,
    sources: read.map(({ source }) => source),
    unread,
    organs: stated.organs,
    ...(horizon ? { horizon } : {}),
  };
  const messages = [
    ...read.flatMap((one) => one.messages),
    ...gathered.messages,
    ...joined.messages,
    ...disagreements.flatMap((one) => messageOfDisagreement(one, named.register.works.get(one.work)!)),
    ...statedAgainst(stated.works, archive),
  ];
  return { ...archive, messages };
}

/** The latest of some days; undefined where there is none. */
function latest(days: readonly Day[]): Day | undefined {
  return days
    .filter((day) => day !== '')
    .toSorted()
    .at(-1);
}

/** A source file with the texts that it holds. */
interface ReadSource {
  texts: FoundText[];
  source: ArchivedSource;
  messages: Message[];
  issue?: Archive['issues'][number];
}

function readIssueSource(given: IssueSource): ReadSource {
  const { id, path, title, publisher, horizon, originals } = given;
  const file = new VFile({ path });
  const text = readText(given.text, file, given.corrections);
  const issue = {
    ...parseIssue(id, text, file),
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    horizon,
  };
  const source = {
    path,
    source: given.text,
    repairs: text.repairs,
    issue: id,
    ...(originals ? { originals } : {}),
  };
  const texts = issue.instruments.map((instrument) => ({ instrument, path, issue: id }));
  return { texts, source, messages: messagesOf(file), issue };
}

function readWorkSource(given: WorkSource): ReadSource {
  const { path, name, date } = given;
  const file = new VFile({ path });
  const text = readText(given.text, file, given.corrections);
  const texts = parseInstruments(text, file, given.title ?? name).map((instrument, i) => ({
    instrument,
    path,
    ...(date ? { date } : {}),
    ...(i === 0 ? { name, about: given } : {}),
  }));
  const source = { path, source: given.text, repairs: text.repairs };
  return { texts, source, messages: messagesOf(file) };
}
