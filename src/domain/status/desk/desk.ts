/**
 * The desk: lines as a clerk types or pastes them → one answer a line, in order, none dropped.
 *
 * A line may hold a title, a 文号 in any spelling, an id, `WORK@DATE` for one text of a work, or a whole paragraph that
 * names several documents. Nothing is guessed: a name that is not known gets the nearest candidates, not an answer.
 */
import type { Day, Locator, Status } from '../../model.ts';
import { earlierText, inMarks, parseDocumentNumber, titlesOf, withoutEdition } from '../../names/index.ts';
import { simplify } from '../../text/simplify.ts';
import { readAskedDay } from '../asked-day.ts';
import { factsOf } from '../life/facts.ts';
import { doubtReasons } from '../life/gaps.ts';
import { statusOn } from '../life/life.ts';
import type { StatusWork } from '../status-work.ts';
import type { Answer, AskResult, Candidate, WorkName } from './answers.ts';
import { statusOfPlaces } from './asked-place.ts';
import type { NamedBook } from './book.ts';
import { clean, type Found, findAsked, splitVersion, withoutQuestion } from './desk-find.ts';

/** What lines are looked up in. */
type Book = NamedBook<StatusWork>;

export type { Answer, AskResult, Candidate, Outcome, WorkName } from './answers.ts';

/**
 * Answers lines.
 * @param lines as typed; an empty line is answered as an empty line
 * @param at the day asked for, as typed or `YYYY-MM-DD`
 * @param first number of the first line, where the lines are a portion of more
 * @returns one result a line, same order
 *
 * [`湛府[2020]68 号`, `查无此文`] → [{ state: in-force … }, { work: null, state: unknown, candidates: […] }]
 */
export function askStatus(lines: readonly string[], at: string, book: Book, first = 1): AskResult[] {
  const asked = readAskedDay(at);
  return lines.map((query, i) => ({ line: first + i, ...askOne(query, at, asked, book) }));
}

/** Ids of the works that lines ask for or may mean: whose events must be at hand before the lines are answered. */
export function worksAsked(lines: readonly string[], book: Book): string[] {
  const works = lines.flatMap((line) => {
    const { found, name } = find(clean(line), book);
    if (found.works.length > 0) return [...found.works, ...found.beside];
    return comingNear(found.strange[0] ?? name, book);
  });
  return Array.from(new Set(works.map(({ id }) => id)));
}

/** Ids of the works of which a line asks for a provision: whose trees must be at hand for it to be looked up. */
export function worksOpened(lines: readonly string[], book: Book): string[] {
  const found = lines.map((line) => find(clean(line), book).found);
  const works = found.flatMap(({ places, works }) => (places ? works : []));
  return Array.from(new Set(works.map(({ id }) => id)));
}

/**
 * The documents of a line; the question around a name, and traditional characters, are passed over only where the name
 * is not known with them.
 */
function find(
  line: string,
  { register }: Book,
): { found: Found; name: string; version?: Day; problem?: string } {
  const asked = splitVersion(line);
  const found = findAsked(asked.name, register);
  const name = simplify(withoutQuestion(asked.name));
  if (found.works.length > 0 || name === asked.name) return { ...asked, found };
  return { ...asked, name, found: findAsked(name, register) };
}

type Asked = ReturnType<typeof readAskedDay>;

function askOne(query: string, at: string, asked: Asked, book: Book): Omit<AskResult, 'line'> {
  const day = 'day' in asked ? asked.day : at;
  const nothing = (reason: string) => unanswered(reason, book.horizon);
  const { name, version, problem, found } = find(clean(query), book);
  const wrong = problem === undefined ? {} : { problem };
  const frame = { query, at: day, candidates: [], outcome: 'found' as const, ...wrong };
  if (name === '') return { ...frame, ...nothing('空行：没有填写文件名称或者文号'), outcome: 'empty' };
  const why = problem ?? ('reason' in asked ? asked.reason : undefined);
  const candidate = (one: StatusWork): Candidate => {
    const asks = { version: undefined, problem: why, places: undefined };
    const { work, state, basis } = answer(one, book, day, asks);
    return { ...work!, state, basis };
  };
  const [alone, ...more] = found.works;
  if (alone && more.length === 0 && lacksEdition(alone, book, found.edition)) {
    const reason = `本库没有“${name.slice(0, 60)}”，是否指${inMarks(alone.title)}？`;
    return { ...frame, ...nothing(reason), candidates: [candidate(alone)], outcome: 'near' };
  }
  if (found.works.length === 0 && found.strange.length < 2) {
    const words = found.strange[0] ?? name;
    const near = comingNear(words, book).map(candidate);
    const outcome = near.length > 0 ? 'near' : 'absent';
    return { ...frame, ...nothing(notFound(words, near)), candidates: near, outcome };
  }
  const direct = found.how === 'id';
  const answers = found.works.flatMap((work) => {
    const text = version ?? (direct ? undefined : earlierText(work, name));
    return answersFor(work, direct, book, day, { version: text, problem: why, places: found.places });
  });
  const known = answers.filter((one, i) => answers.findIndex(({ work }) => work?.id === one.work?.id) === i);
  const strange = found.strange.map((named) => ({ ...nothing(`本库没有“${named}”`), named }));
  const unique: Answer[] = [...known, ...strange];
  if (unique.length === 1) return { ...frame, ...unique[0]!, candidates: found.beside.map(candidate) };
  const reason =
    found.how === 'paragraph'
      ? `这段文字提到${unique.length}份文件，逐一列出`
      : `“${name.slice(0, 60)}”对应${unique.length}份文件，逐一列出`;
  const candidates = unique.flatMap(({ work, state, basis }) => (work ? [{ ...work, state, basis }] : []));
  return { ...frame, ...nothing(reason), candidates, matches: unique };
}

/** 甲条例（2022年修正）, of which nothing is known but other texts. */
function lacksEdition(work: StatusWork, book: Book, year: number | undefined): boolean {
  if (year === undefined) return false;
  const of = (day: Day | undefined): boolean => day?.startsWith(`${year}-`) === true;
  return !(
    titlesOf(work).some((title) => withoutEdition(title).year === year) ||
    work.versions.some(({ date }) => of(date)) ||
    (book.events.get(work.id) ?? []).some(({ date, version }) => of(date) || of(version))
  );
}

/** The documents whose names come near, the nearest first; what a spent cover encloses stands for the cover. */
function comingNear(words: string, book: Book): StatusWork[] {
  const works = book.register.near(words).flatMap((work) => {
    const enclosed = enclosedBy(work, book);
    return enclosed.length > 0 ? enclosed : [work];
  });
  return Array.from(new Set(works));
}

/** A number or a name that is not held is never answered from another document: what comes near is asked about. */
function notFound(words: string, near: readonly Candidate[]): string {
  const [first] = near;
  if (!first) return '本库确无：没有名称或者文号相同、相近的文件';
  const more = near.length > 1 ? `，或者其他${near.length - 1}份相近的文件` : '';
  const [kind, number] = parseDocumentNumber(words) ? ['文号', first.documentNumber] : ['名称', null];
  return `没有${kind}完全相同的，是否指${inMarks(first.title)}${number ? `（${number}）` : ''}${more}？`;
}

function unanswered(reason: string, horizon: Day): Answer {
  return {
    horizon,
    work: null,
    state: 'unknown',
    basis: 'none',
    version: null,
    since: null,
    until: null,
    reason,
    evidence: [],
    doubts: [],
  };
}

/** What a line asks of a document, beside the day. */
interface AskedOf {
  version: Day | undefined;
  problem: string | undefined;
  places: readonly Locator[] | undefined;
}

/** A cover asked for by number or title answers for what it encloses; asked for by id, for itself. */
function answersFor(work: StatusWork, direct: boolean, book: Book, day: Day, asked: AskedOf): Answer[] {
  const enclosed = direct ? [] : enclosedBy(work, book);
  if (enclosed.length === 0) return [answer(work, book, day, asked)];
  const via = nameOf(work);
  return enclosed.map((inner) => {
    const own = answer(inner, book, day, asked);
    const number = own.work!.documentNumber ?? via.documentNumber;
    const told = `${via.documentNumber ?? '所问文件'}${coverWord(work)}的是该文件，此处答该文件的效力`;
    return {
      ...own,
      work: { ...own.work!, documentNumber: number },
      via,
      reason: `${own.reason}（${told}）`,
    };
  });
}

function coverWord(cover: StatusWork): string {
  return cover.kind === 'order' ? '公布' : '印发';
}

/** What a spent cover encloses: what is new in it, or else the older text that it prints again. */
function enclosedBy(cover: StatusWork, book: Book): StatusWork[] {
  if (cover.carries.length === 0) return [];
  const facts = factsOf(cover, book.events.get(cover.id) ?? []);
  if (!facts.executed) return [];
  const from = facts.published?.date ?? '';
  const enclosed = cover.carries
    .map((id) => book.register.works.get(id))
    .filter((inner) => inner !== undefined)
    .filter(({ id }) => id !== cover.id);
  const fresh = enclosed.filter((inner) => bornWith(inner, book, from));
  return fresh.length > 0 ? fresh : enclosed;
}

/** Adopted before its cover was signed, and first published by it. */
function bornWith(work: StatusWork, book: Book, from: Day): boolean {
  const { published } = factsOf(work, book.events.get(work.id) ?? []);
  return published === undefined || published.date >= from;
}

function answer(work: StatusWork, book: Book, day: Day, { version, problem, places = [] }: AskedOf): Answer {
  if (problem !== undefined) return { ...unanswered(problem, book.horizon), work: nameOf(work) };
  const status = statusOn(work, book.events.get(work.id) ?? [], day, work.horizon ?? '', version);
  return fromStatus(statusOfPlaces(work, status, places, day), nameOf(work, version));
}

function fromStatus(status: Status, work: WorkName): Answer {
  const { state, basis, version, from, until, reason, evidence, horizon, doubts } = status;
  return {
    horizon,
    work,
    state,
    basis,
    version: version ?? null,
    since: from ?? null,
    until: until ?? null,
    reason,
    evidence,
    doubts: doubtReasons(doubts),
  };
}

/** A text asked for by itself has the number that it was issued under. */
function nameOf(work: StatusWork, text?: Day): WorkName {
  const { id, title, documentNumber, registryNumber, versions } = work;
  const own = versions.slice(0, -1).find(({ date }) => date === text)?.instrument?.documentNumber;
  const apart = own === undefined ? undefined : earlierText(work, own);
  const number = apart === text ? own : undefined;
  return { id, title, documentNumber: number ?? documentNumber ?? registryNumber ?? null };
}
