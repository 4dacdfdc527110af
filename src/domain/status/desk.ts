/**
 * The desk: lines as a clerk types or pastes them → one answer a line, in order, none dropped.
 *
 * A line may hold a title, a 文号 in any spelling, an id, `WORK@DATE` for one text of a work, or a whole paragraph that
 * names several documents. Nothing is guessed: a name that is not known gets the nearest candidates, not an answer.
 */
import type { Basis, Day, Evidence, LegalEvent, Locator, State, Status } from '../model.ts';
import { findDocumentNumbers, parseDocumentNumber, readMentions, titleKey } from '../names/index.ts';
import { readCitation } from '../references/citation-query.ts';
import { readAskedDay } from './asked-day.ts';
import { statusOfPlaces } from './asked-place.ts';
import { factsOf } from './facts.ts';
import { statusOn } from './life.ts';
import { indexNames, type NameGrams, nearest } from './nearest.ts';
import type { StatusWork } from './status-work.ts';
import { bears, earlierText, indexWorks, type WorkIndex, withNumber, withTitle } from './work-index.ts';

export interface DeskIndex {
  works: WorkIndex;
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  horizon: Day;
  /** Made when the first name is not known: most questions never need it. */
  names(): NameGrams;
  /** Title keys by their first characters, to find titles inside a paragraph. */
  heads: ReadonlyMap<string, readonly string[]>;
}

export interface WorkName {
  id: string;
  title: string;
  documentNumber: string | null;
}

/** What is known of one document on the day asked. */
export interface Answer {
  work: WorkName | null;
  state: State;
  basis: Basis;
  version: Day | null;
  since: Day | null;
  until: Day | null;
  reason: string;
  evidence: readonly Evidence[];
  /** Day up to which the archive informs about the document; of a name it does not know, its latest day. */
  horizon: Day;
  /** The cover by whose number or title the document was found. */
  via?: WorkName;
  /** The words of the line that name the document, where the line names several. */
  named?: string;
}

export interface AskResult extends Answer {
  query: string;
  at: Day;
  /** Documents that may be meant, or that the line names. */
  candidates: WorkName[];
  /** Answers for each, where a line means several documents. */
  matches?: Answer[];
}

const headLength = 6;

/** Prepares works and events for questions. */
export function deskIndex(
  works: readonly StatusWork[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
  horizon: Day,
): DeskIndex {
  const index = indexWorks(works);
  const heads = new Map<string, string[]>();
  for (const key of index.byTitle.keys()) {
    if (key.length < headLength) continue;
    const head = key.slice(0, headLength);
    const list = heads.get(head);
    if (list) list.push(key);
    else heads.set(head, [key]);
  }
  for (const list of heads.values()) list.sort((a, b) => b.length - a.length);
  let grams: NameGrams | undefined;
  const names = () => {
    grams ??= indexNames(works);
    return grams;
  };
  return { works: index, events, horizon, names, heads };
}

/**
 * Answers lines.
 * @param lines as typed; an empty line is answered as an empty line
 * @param at the day asked for, as typed or `YYYY-MM-DD`
 * @returns one result a line, same order
 *
 * [`湛府[2020]68 号`, `查无此文`] → [{ state: in-force … }, { work: null, state: unknown, candidates: […] }]
 */
export function askStatus(lines: readonly string[], at: string, index: DeskIndex): AskResult[] {
  const asked = readAskedDay(at);
  return lines.map((query) => askOne(query, at, asked, index));
}

/** Ids of the works that lines ask for: whose events must be at hand before the lines are answered. */
export function worksAsked(lines: readonly string[], index: DeskIndex): string[] {
  const ids = lines.flatMap((line) => findAsked(splitVersion(clean(line)).name, index).ids);
  return Array.from(new Set(ids));
}

type Asked = ReturnType<typeof readAskedDay>;

function askOne(query: string, at: string, asked: Asked, index: DeskIndex): AskResult {
  const day = 'day' in asked ? asked.day : at;
  const frame = { query, at: day };
  const nothing = (reason: string) => unanswered(reason, index.horizon);
  const { name, version, problem } = splitVersion(clean(query));
  if (name === '') return { ...frame, ...nothing('空行：没有填写文件名称或者文号'), candidates: [] };
  const found = findAsked(name, index);
  const why = problem ?? ('reason' in asked ? asked.reason : undefined);
  if (found.ids.length + found.strange.length === 0) {
    const candidates = nearest(index.names(), name).map((id) => nameOf(id, index));
    const reason = candidates.length > 0 ? '本库没有该文件，以下是名称相近的文件' : '本库没有该文件';
    return { ...frame, ...nothing(reason), candidates };
  }
  const direct = found.how === 'id';
  const answers = found.ids.flatMap((id) => {
    const text = version ?? (direct ? undefined : earlierText(index.works.works.get(id)!, name));
    return answersFor(id, direct, index, day, { version: text, problem: why, places: found.places });
  });
  const known = answers.filter(
    (answer, i) => answers.findIndex(({ work }) => work?.id === answer.work?.id) === i,
  );
  const strange = found.strange.map((named) => ({ ...nothing(`本库没有“${named}”`), named }));
  const unique: Answer[] = [...known, ...strange];
  if (unique.length === 1) return { ...frame, ...unique[0]!, candidates: [] };
  const reason =
    found.how === 'paragraph'
      ? `这段文字提到${unique.length}份文件，逐一列出`
      : `“${name.slice(0, 60)}”对应${unique.length}份文件，逐一列出`;
  return {
    ...frame,
    ...nothing(reason),
    candidates: unique.map(({ work }) => work).filter((work) => work !== null),
    matches: unique,
  };
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
  };
}

/** Takes off list numbers, bullets and end marks: `3. 《甲》；` → `《甲》`. */
function clean(line: string): string {
  return line
    .trim()
    .replace(
      /^(?:[-*•·●○■□◆]|[（(]?\d{1,4}[）)]?[.、．)）](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、)\s*/,
      '',
    )
    .replace(/(?<![；;，,。\s])[；;，,。\s]+$/, '');
}

/** `甲@2018-12-31` → the name and the text's day. */
function splitVersion(line: string): { name: string; version?: Day; problem?: string } {
  const at = Math.max(line.lastIndexOf('@'), line.lastIndexOf('＠'));
  if (at <= 0) return { name: line };
  const name = line.slice(0, at).trim();
  const read = readAskedDay(line.slice(at + 1));
  return 'day' in read
    ? { name, version: read.day }
    : { name, problem: `所问文本的${read.reason.replace(/^日期/, '日期')}` };
}

interface Found {
  ids: readonly string[];
  /** The provisions that the line asks for: 《甲条例》第三条. */
  places?: readonly Locator[];
  how: 'id' | 'name' | 'paragraph';
  /** Documents that a paragraph names and the archive does not know. */
  strange: readonly string[];
}

function findAsked(name: string, index: DeskIndex): Found {
  const named = findNamed(name, index);
  return named.ids.length > 0 || name === '' ? named : (placeIn(name, index) ?? namedIn(name, index));
}

/** The documents that a name alone is: an id, a 文号, a title. */
function findNamed(name: string, index: DeskIndex): Found {
  if (name === '') return { ids: [], how: 'name', strange: [] };
  if (index.works.works.has(name)) return { ids: [name], how: 'id', strange: [] };
  const bare = name.replace(/^《([^《》]*(?:《[^《》]*》[^《》]*)*)》$/, '$1');
  if (parseDocumentNumber(bare)) {
    const ids = withNumber(index.works, bare);
    if (ids.length > 0) return { ids, how: 'name', strange: [] };
  }
  const titled = withTitle(index.works, bare);
  if (titled.length > 0) return { ids: titled, how: 'name', strange: [] };
  return { ids: [], how: 'name', strange: [] };
}

/** 《甲条例》第三条, 某府〔2020〕5号第二条第一款: a document and provisions of it. */
function placeIn(line: string, index: DeskIndex): Found | undefined {
  for (const { name, locators } of readCitation(line)) {
    if (locators.length === 0 || name === '' || name === line) continue;
    const found = findNamed(name, index);
    if (found.ids.length > 0) return { ...found, places: locators };
  }
  return undefined;
}

/** Documents that a run of text names: by 《》, by number, or by a known title written without marks. */
function namedIn(text: string, index: DeskIndex): Found {
  const bare = text.replace(/\s/g, '');
  const ids = new Map<string, number>();
  const strange: string[] = [];
  const add = (id: string, at: number) => ids.set(id, Math.min(at, ids.get(id) ?? at));
  for (const mention of readMentions(bare)) {
    const numbered = mention.number ? withNumber(index.works, mention.number) : [];
    const titled = mention.title ? withTitle(index.works, mention.title) : [];
    const both = titled.filter((id) => bears(id, numbered, index.works));
    const chosen = both.length > 0 ? both : titled.length > 0 ? titled : numbered;
    for (const id of chosen) add(id, mention.start);
    if (chosen.length === 0) strange.push(bare.slice(mention.start, mention.end).slice(0, 80));
  }
  for (const { start, key } of findDocumentNumbers(bare))
    for (const id of withNumber(index.works, key)) add(id, start);
  const key = titleKey(bare);
  for (let i = 0; i + headLength <= key.length; i++) {
    const title = index.heads.get(key.slice(i, i + headLength))?.find((one) => key.startsWith(one, i));
    if (title === undefined) continue;
    for (const id of index.works.byTitle.get(title)!) add(id, i);
    i += title.length - 1;
  }
  const found = Array.from(ids)
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => id);
  // One strange name alone is a question that has no answer; beside others it is part of a paragraph.
  const several = found.length + strange.length > 1;
  return { ids: found, how: several ? 'paragraph' : 'name', strange: several ? strange : [] };
}

/** What a line asks of a document, beside the day. */
interface AskedOf {
  version: Day | undefined;
  problem: string | undefined;
  places: readonly Locator[] | undefined;
}

/** A cover asked for by number or title answers for what it encloses; asked for by id, for itself. */
function answersFor(id: string, direct: boolean, index: DeskIndex, day: Day, asked: AskedOf): Answer[] {
  const enclosed = direct ? [] : enclosedBy(id, index);
  if (enclosed.length === 0) return [answer(id, index, day, asked)];
  const via = nameOf(id, index);
  return enclosed.map((inner) => {
    const own = answer(inner, index, day, asked);
    const number = own.work!.documentNumber ?? via.documentNumber;
    const told = `${via.documentNumber ?? '所问文件'}${coverWord(index.works.works.get(id)!)}的是该文件，此处答该文件的效力`;
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
function enclosedBy(id: string, index: DeskIndex): string[] {
  const cover = index.works.works.get(id)!;
  if (cover.carries.length === 0) return [];
  const facts = factsOf(cover, index.events.get(id) ?? []);
  if (!facts.executed) return [];
  const from = facts.published?.date ?? '';
  const enclosed = cover.carries.filter((inner) => inner !== id && index.works.works.has(inner));
  const fresh = enclosed.filter((inner) => bornWith(index.works.works.get(inner)!, index, from));
  return fresh.length > 0 ? fresh : enclosed;
}

/** Adopted before its cover was signed, and first published by it. */
function bornWith(work: StatusWork, index: DeskIndex, from: Day): boolean {
  const { published } = factsOf(work, index.events.get(work.id) ?? []);
  return published === undefined || published.date >= from;
}

function answer(id: string, index: DeskIndex, day: Day, { version, problem, places = [] }: AskedOf): Answer {
  const work = index.works.works.get(id)!;
  if (problem !== undefined) return { ...unanswered(problem, index.horizon), work: nameOf(id, index) };
  const status = statusOn(work, index.events.get(id) ?? [], day, work.horizon ?? '', version);
  return fromStatus(statusOfPlaces(work, status, places, day), nameOf(id, index, version));
}

function fromStatus(status: Status, work: WorkName): Answer {
  const { state, basis, version, from, until, reason, evidence, horizon } = status;
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
  };
}

/** A text asked for by itself has the number that it was issued under. */
function nameOf(id: string, index: DeskIndex, text?: Day): WorkName {
  const { title, documentNumber, registryNumber, versions } = index.works.works.get(id)!;
  const own = versions.slice(0, -1).find(({ date }) => date === text)?.instrument?.documentNumber;
  const apart = own === undefined ? undefined : earlierText(index.works.works.get(id)!, own);
  const number = apart === text ? own : undefined;
  return { id, title, documentNumber: number ?? documentNumber ?? registryNumber ?? null };
}
