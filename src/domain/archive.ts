/**
 * The whole pipeline in one place: texts of `content/` → the archive.
 *
 * texts → works → versions → names → events → links: each stage takes what those before it made, and changes none of it
 */
import { VFile } from 'vfile';
import { afresh, type Memo, ofEachText } from './model/memo.ts';
import type {
  Checks,
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
import { citedDocuments, readReferences, resolveReferences } from './references/index.ts';
import { disagreementsOf, messagesOfDisagreements } from './status/disagreements/index.ts';
import { statedAgainst } from './status/disagreements/stated.ts';
import { eventsOf } from './status/events/resolve.ts';
import { printedBy, startOf } from './status/events/starts.ts';
import { nameWorks } from './status/events/tellings.ts';
import { setHorizons } from './status/life/horizon.ts';
import { libraryOf, livesOf } from './status/life/life.ts';
import { parseInstruments, parseIssue } from './structure/index.ts';
import { type Correction, messagesOf, readText } from './text/index.ts';
import {
  type Amendment,
  accepted,
  buildVersions,
  type Erratum,
  errataOf,
  type FoundText,
  gatherWorks,
  issueOfWorks,
  type KnownWork,
  machineDoubts,
  messagesOfErrata,
  sign,
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
  /** What was doubtful when the text was taken from its originals. */
  doubts?: readonly Omit<Message, 'file' | 'column'>[];
  /** What editors have checked, and the path of their records. */
  checks?: Checks & { path: string };
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
  /** What editors have checked, and the path of their records. */
  checks?: Checks & { path: string };
}

/** What the register states of the site. */
export interface SiteRecord {
  title?: string;
  source?: string;
  /** Where readers report errors: `mailto:` with an address, or the address of a form. */
  report?: string;
  /** Address of a search by title in the official database, with `{title}` in it. */
  lookUp?: string;
  /** `meta` elements of every page, as sites of the government carry them: SiteName, SiteDomain, SiteIDCode … */
  tags?: Readonly<Record<string, string>>;
  /** `#rrggbb` in the place of the usual red. */
  colour?: string;
  /** The sign in the seal of the head: one character. */
  seal?: string;
  /** A line under the name on the first page. */
  masthead?: string;
  footer?: SiteFooter;
  /** Links of the foot of every page. */
  links?: readonly { text: string; href: string }[];
}

/** What the foot of a government site must state. */
export interface SiteFooter {
  /** 主办单位, 承办单位 */
  organiser?: string;
  maintainer?: string;
  /** 网站标识码 */
  code?: string;
  /** ICP 备案号 and 公安备案号 */
  icp?: string;
  police?: string;
  /** 联系方式 */
  contact?: string;
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
  /** What notices of correction ask for; none of it is applied. */
  errata: readonly Erratum[];
  sources: ArchivedSource[];
  /** Latest day of which the archive tells anything; absent for an empty archive. Each work has a horizon of its own. */
  horizon?: Day;
  /** Paths of files of the content that could not be read. */
  unread: readonly string[];
  organs: RegisterSource['organs'];
  messages: Message[];
}

export type { Memo } from './model/memo.ts';

/**
 * Builds the archive. Pure: the same sources give the same archive.
 * Never throws on any text; what is odd stands in `messages`.
 */
export function buildArchive(sources: Sources, memo: Memo = afresh): Archive {
  const { issues, works: files, register: stated, unread = [] } = sources;
  const printed = printedBy(issues);
  const read = [
    ...issues.map((source) => memo('read', source, readIssueSource)),
    ...files.map((source) => memo('read', source, readWorkSource)),
  ];
  const gathered = gatherWorks(
    read.flatMap(({ texts }) => texts),
    stated.works,
  );
  const checked = checkTexts(gathered.works, sources);
  const accepted = new Map(
    read.map(({ source }) => [source.path, source.repairs.filter(({ kind }) => kind === 'accept')]),
  );
  const joined = buildVersions(
    gathered.works,
    (version, works) => startOf(version, works, printed),
    accepted,
  );
  const texts = joined.works.flatMap(({ versions }) => versions);
  const referring = ofEachText(
    memo,
    'references',
    texts,
    ({ instrument }) => instrument,
    (instrument) => {
      const { found, shorts } = readReferences(instrument);
      return { found, shorts: [...shorts] };
    },
  );
  const found = new Map(texts.map((version) => [version, referring.get(version)!]));
  const cited = [...found.values()].flatMap(({ found: inText }) => citedDocuments(inText));
  const named = nameWorks(joined.works, cited, issues, memo);
  for (const [{ instrument }, { shorts }] of found) named.register.call(shorts, instrument.title);
  const events = eventsOf(named);
  const works = [...named.register.works.values()];
  setHorizons(works, events, stated.horizon, issues, unread);
  const lives = livesOf(works, events);
  const gazettes = read.flatMap(({ issue }) => (issue ? [issueOfWorks(issue, gathered.named)] : []));
  const disagreements = disagreementsOf({ works, issues: gazettes, events, printed });
  const library = libraryOf({ register: named.register, lives });
  const cache = new Map();
  const references = [...found].flatMap(([version, { found: inText }]) =>
    resolveReferences(version, library, cache, inText),
  );
  const horizon =
    latest([stated.horizon ?? '', ...issues.map((issue) => issue.horizon)]) ??
    latest(works.flatMap(({ versions }) => versions.map(({ date }) => date)));
  const sourcesRead = read.map(({ source }) => source);
  const errata = errataOf(works, named.register, sourcesRead);
  const archive = {
    site: stated.site ?? {},
    words: stated.words ?? [],
    issues: gazettes,
    works,
    register: named.register,
    amendments: joined.amendments,
    references,
    events,
    lives,
    disagreements,
    errata,
    sources: sourcesRead,
    unread,
    organs: stated.organs,
    ...(horizon ? { horizon } : {}),
  };
  const messages = [
    ...read.flatMap((one) => one.messages),
    ...gathered.messages,
    ...checked,
    ...joined.messages,
    ...messagesOfDisagreements(disagreements, works),
    ...messagesOfErrata(errata, works),
    ...statedAgainst(stated.works, archive),
  ];
  return { ...archive, messages: settled(messages, sources) };
}

/**
 * Texts get the signatures of their editors, and the doubts of pages that a program has read and nobody has signed.
 * @returns what is void of the signatures
 */
function checkTexts(works: readonly Work[], sources: Sources): Message[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  const all = [...sources.issues, ...sources.works].flatMap(({ checks }) => checks ?? []);
  // The records of several files may speak of one text.
  const messages = sign(byId, all);
  for (const { id, originals = [] } of sources.issues) {
    if (!originals.some(({ pages }) => pages.some(({ read }) => read === 'machine'))) continue;
    for (const version of works.flatMap(({ versions }) => versions)) {
      const doubts = version.source.issue === id ? machineDoubts(version, originals) : [];
      if (doubts.length > 0) version.doubts = doubts;
    }
  }
  return messages;
}

/** Messages, with those told apart that an editor has looked at. */
function settled(messages: Message[], { issues, works }: Sources): Message[] {
  return [...issues, ...works].reduce(
    (all, { checks, path }) => (checks ? accepted(all, checks.acceptances, path) : all),
    messages,
  );
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
  const doubts = (given.doubts ?? []).map((doubt) => ({ ...doubt, file: path, column: 1 }));
  return { texts, source, messages: [...messagesOf(file), ...doubts], issue };
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
