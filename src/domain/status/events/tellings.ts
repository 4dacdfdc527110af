/**
 * What the texts of an archive tell of documents, and which work each telling is about; texts that are only named become
 * works without text.
 */
import { afresh, type Memo, ofEachText } from '../../model/memo.ts';
import type { Day, Version, Work } from '../../model.ts';
import {
  isOfOneBody,
  type Mention,
  numbersOf,
  parseDocumentNumber,
  Register,
  Stubs,
} from '../../names/index.ts';
import { type Finding, readEvents } from './events.ts';
import { earlierMeant, isReissue, ofItsText } from './reissues.ts';
import { aroundOf, printedBy } from './starts.ts';

/** Whom a telling is about. */
export type Subject =
  /** One work, with the reason where names alone did not say so. */
  | { work: string; matched?: string }
  /** Earlier texts of the teller's own work. */
  | { texts: readonly Version[] }
  /** Held texts of the title that a clause gives with another number, or with one that they do not print. */
  | { unsure: readonly string[]; doubt: string };

/** A finding with the text that tells it. */
export interface Telling {
  finding: Finding;
  teller: Work;
  version: Version;
  subject: Subject;
}

/** All works of an archive by their names, and what its texts tell of them. */
export interface NamedWorks {
  /** The works given, then those that texts of the archive repeal, amend or cite and that it neither holds nor registers. */
  works: Work[];
  register: Register<Work>;
  tellings: Telling[];
  /** Days on which works were adopted, promulgated or issued, by work id. */
  foundings: Foundings;
}

type Told = Omit<Telling, 'subject'>;
type Foundings = ReadonlyMap<string, readonly Day[]>;

/**
 * Names every work of the archive, and says whom each telling is about.
 * @param works held and registered works
 * @param cited documents that the texts refer to, beside those whose events they tell
 * @param issues the last day that each issue reflects: what it prints had been issued by then
 * @param memo keeps what each text tells by itself
 */
export function nameWorks(
  works: readonly Work[],
  cited: readonly Mention[] = [],
  issues: readonly { id: string; horizon: Day }[] = [],
  memo: Memo = afresh,
): NamedWorks {
  const byId = new Map(works.map((work) => [work.id, work]));
  const printed = printedBy(issues);
  const texts = works.flatMap(({ versions }) => versions);
  const findings = ofEachText(
    memo,
    'events',
    texts,
    (version) => ({ instrument: version.instrument, around: aroundOf(version, byId, printed) }),
    ({ instrument, around }) => readEvents(instrument, around),
  );
  const told = works.flatMap((work) => toldBy(work, findings));
  const foundings = foundingsOf(told);
  // A work registered by its number alone takes the title that a text gives it.
  const [numbered, named] = [true, false].map((bare) =>
    works.filter(
      ({ title, documentNumber, versions }) => (versions.length === 0 && title === documentNumber) === bare,
    ),
  );
  const register = new Register(named!);
  const stubs = new Stubs(register, numbered!);
  const isCited = ({ finding }: Told): boolean => finding.kind === 'cited';
  const subjects = new Map<Told, Subject>();
  for (const one of told) {
    const { finding, teller } = one;
    const subject = isCited(one) ? undefined : subjectOf(one, register, foundings);
    if (subject) subjects.set(one, subject);
    else if (!isCited(one) && typeof finding.about !== 'string')
      subjects.set(one, { work: stubs.take(finding.about, teller.title).id });
  }
  for (const mention of cited) if (isUnknown(mention, register)) stubs.cite(mention);
  for (const one of told.filter(isCited)) {
    const subject = subjectOf(one, register, foundings) ?? known(one, stubs);
    if (subject) subjects.set(one, subject);
  }
  register.add(stubs.works);
  for (const one of told.filter(({ finding }) => finding.about === 'unlisted'))
    subjects.set(one, leftOut(one, subjects, works, foundings));
  const tellings = told.flatMap((one) => {
    const subject = subjects.get(one);
    return subject ? [{ ...one, subject }] : [];
  });
  return { works: [...register.works.values()], register, tellings, foundings };
}

function known({ finding }: Told, stubs: Stubs): Subject | undefined {
  const work = typeof finding.about === 'string' ? undefined : stubs.known(finding.about);
  return work && { work: work.id };
}

/**
 * Documents of the body that a list leaves out: 未列入本目录的规范性文件一律废止. Whether the list means each of them is for a
 * person to see.
 */
function leftOut(
  { teller, finding: { date } }: Told,
  subjects: ReadonlyMap<Told, Subject>,
  works: readonly Work[],
  foundings: Foundings,
): Subject {
  const listed = new Set(
    Array.from(subjects).flatMap(([one, subject]) =>
      one.teller === teller && one.finding.kind !== 'cited' && 'work' in subject ? [subject.work] : [],
    ),
  );
  const unsure = works.filter((work) => {
    const born = foundings.get(work.id)?.toSorted()[0];
    const older = born !== undefined && (date === undefined || born < date) && !listed.has(work.id);
    return older && !beyondLists.has(work.kind) && work !== teller && isOfOneBody(work, teller);
  });
  return { unsure: unsure.map(({ id }) => id), doubt: '该目录未列本文件，本文件是否在其范围内无从断定' };
}

/** Kinds that are no 规范性文件, whatever their name. */
const beyondLists: ReadonlySet<Work['kind']> = new Set([
  'law',
  'regulation',
  'interpretation',
  'decision',
  'amendment',
  'order',
]);

/** A name that fits two works is no new work either: it is one of theirs. */
function isUnknown({ title, number }: Mention, register: Register<Work>): boolean {
  if (number === undefined) return title === undefined || register.titled(title).length === 0;
  if (register.numbered(number).length > 0) return false;
  // A work known under another number is another document of the same title.
  return register.titled(title ?? '').every(({ documentNumber }) => documentNumber !== undefined);
}

/** What the texts of a work tell. @param read events that each text tells, its carriers and carried texts at hand */
function toldBy(work: Work, read: ReadonlyMap<Version, Finding[]>): Told[] {
  const again = work.versions.some((version) => isReissue(work, version));
  return work.versions.flatMap((version) => {
    const findings = read.get(version)!;
    const told = again ? ofItsText(findings, work, version) : findings;
    const last = work.versions.at(-1)!;
    // An amended text says itself how long it lasts, or no longer says it.
    const outdated = ({ kind, about, evidence, version: of }: Finding): boolean =>
      kind === 'expires' &&
      about === 'self' &&
      of === undefined &&
      evidence.instrument === work.id &&
      version.date < last.date &&
      last.madeBy !== undefined;
    return told
      .filter((finding) => !outdated(finding) && !repeats(finding, version))
      .map((finding) => ({ finding, teller: work, version }));
  });
}

/**
 * True for what a computed text says of its own beginning in the words of the text before it: the clause told it there,
 * and may name provisions by numbers that they did not have then.
 *
 * 第三条自2019年1月1日起施行, which reads 第二条自2019年1月1日起施行 after 第二条 was struck → true
 */
function repeats({ kind, about, evidence }: Finding, { origin, lineage = [] }: Version): boolean {
  if (origin !== 'applied' || about !== 'self' || kind !== 'commenced') return false;
  return lineage.some(({ eId, clauses }) => eId === evidence.eId && clauses.length === 0);
}

/** Days on which a work was adopted, promulgated or issued. */
function foundingsOf(told: readonly Told[]): Foundings {
  const foundings = new Map<string, Day[]>();
  for (const { finding, teller } of told) {
    if (finding.about !== 'self' || !finding.date) continue;
    if (!['adopted', 'promulgated', 'issued'].includes(finding.kind)) continue;
    foundings.set(teller.id, [...(foundings.get(teller.id) ?? []), finding.date]);
  }
  return foundings;
}

/** Whom a finding is about; undefined where it is a work that is neither held nor registered, or one of several. */
function subjectOf(
  { finding, teller, version }: Told,
  register: Register<Work>,
  foundings: Foundings,
): Subject | undefined {
  const { about } = finding;
  if (about === 'self') return { work: teller.id };
  if (about === 'unlisted') return undefined;
  const texts = finding.kind === 'repealed' ? earlierMeant(finding, teller, version) : [];
  if (texts.length > 0) return { texts };
  const meant = register.lookUp(about, (work) => mayMean(finding, about, teller, work, foundings));
  const all = meant.work ? [meant.work] : meant.candidates;
  if (about.number === undefined || register.numbered(about.number).length > 0) {
    if (meant.work) return { work: meant.work.id };
    if (meant.candidates.length < 2 || finding.kind === 'cited') return undefined;
    return { unsure: meant.candidates.map(({ id }) => id), doubt: `${meant.reason}` };
  }
  return ofYear(about.number, all, finding, foundings);
}

/** False for the teller itself, and where the days that are told are not the work's. */
function mayMean(
  finding: Finding,
  { date }: Mention,
  teller: Work,
  { id }: Work,
  foundings: Foundings,
): boolean {
  if (id === teller.id && finding.kind !== 'cited') return false;
  const days = foundings.get(id) ?? [];
  const first = days.toSorted()[0];
  if (first === undefined) return true;
  if (finding.date !== undefined && finding.date < first) return false;
  return finding.kind !== 'repealed' || !date || days.some((day) => day.slice(0, 4) === date.slice(0, 4));
}

/**
 * A text that prints no number is the one that a clause names by title and number where the year is the same and no
 * other text has the title; of a text from another year, or that prints another number, it cannot be told.
 */
function ofYear(
  number: string,
  all: readonly Work[],
  { kind }: Finding,
  foundings: Foundings,
): Subject | undefined {
  const year = parseDocumentNumber(number)?.year;
  const isHeld = ({ versions }: Work): boolean => versions.length > 0;
  // A text that was founded later than the number is another one.
  const old = all.filter(({ id }) => {
    const first = foundings.get(id)?.toSorted()[0];
    return first === undefined || year === undefined || first.slice(0, 4) <= String(year);
  });
  const fitting = all.every(isHeld) ? old : all;
  const held = old.filter(isHeld);
  if (held.length === 0) return fitting.length === 1 ? { work: fitting[0]!.id } : undefined;
  const inYear = held.filter(({ id, versions }) => {
    const days = [...(foundings.get(id) ?? []), ...versions.map(({ date }) => date)];
    return year === undefined || days.some((day) => day.startsWith(`${year}-`));
  });
  const other = held.flatMap((work) => otherNumbers(work, number))[0];
  const named = `原文写明文号${number}，本库所收的同名文本${other === undefined ? '没有印文号' : `印的是${other}`}`;
  if (other === undefined && fitting.length === 1 && inYear.length === 1)
    return { work: inYear[0]!.id, matched: `${named}，按名称${year === undefined ? '' : '和年份'}对应` };
  if (kind === 'cited') return undefined;
  return { unsure: held.map(({ id }) => id), doubt: `${named}，是否即该文件无从确定` };
}

/** Numbers of the same scheme that a work bears: 令第12号, where a clause names 令第13号. */
function otherNumbers(work: Work, number: string): string[] {
  const scheme = parseDocumentNumber(number)?.scheme;
  return numbersOf(work)
    .map((own) => own.number)
    .filter((own) => scheme !== undefined && parseDocumentNumber(own)?.scheme === scheme);
}
