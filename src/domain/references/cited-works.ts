/** Which work the name of a citation means. */

import type { Work } from '../model.ts';
import {
  heldFirst,
  inMarks,
  keysAsked,
  titleKey,
  titleNoun,
  unmarked,
  type WorkKeys,
  withoutEdition,
} from '../names/index.ts';
import type { Reading } from './citation-query.ts';
import { isMadeBy } from './cited-text.ts';
import type { Library } from './text-meant.ts';

export interface WorksMeant {
  reading: Reading;
  /** By its own name or number, by a name that texts give it for short, or by words that its title holds. */
  by: 'name' | 'short name' | 'words';
  /** The works that the name may mean; several where it does not say which. */
  works: readonly Work[];
  /** Others of the same title, where one is clearly meant: an older law that it replaced. */
  beside: readonly Work[];
  /** What had to be assumed, in Chinese. */
  note?: string;
}

/**
 * The works that readings of a citation name, readings that name one exactly first: by id, 文号, title or alias. Where
 * none does, by the words that a title holds.
 */
export function* worksMeant(readings: readonly Reading[], library: Library): Generator<WorksMeant> {
  let exact = false;
  for (const reading of readings) {
    const works = reading.name === '' ? [] : library.register.typed(reading.name).works;
    if (works.length === 0) continue;
    exact = true;
    yield { ...chosen(reading, works, library), by: 'name' };
  }
  if (exact) return;
  const called = readings.flatMap((reading) => calledSo(reading, library));
  yield* called;
  if (called.length > 0) return;
  for (const reading of readings) {
    const works = reading.name === '' ? [] : byWords(unmarked(reading.name), library);
    if (works.length > 0) yield { ...chosen(reading, works, library), by: 'words' };
  }
}

/** A short name that texts of the archive give to one work. */
function calledSo(reading: Reading, library: Library): WorksMeant[] {
  const works = library.register.called(reading.name);
  const [[work, by] = []] = works;
  if (!work || by === undefined) return [];
  const note = `“${unmarked(reading.name)}”是${inMarks(by)}用的简称，指${inMarks(work.title)}`;
  return [{ ...chosen(reading, [...works.keys()], library), by: 'short name', note }];
}

/** Of several: those of the number told, and of the text told; the one whose words are held, before names alone. */
function chosen(
  reading: Reading,
  works: readonly Work[],
  { register }: Library,
): Pick<WorksMeant, 'reading' | 'works' | 'beside'> {
  const { numbers = [], text } = reading.qualifier ?? {};
  const keep = (all: readonly Work[], fits: (work: Work) => boolean): readonly Work[] => {
    const fitting = all.length > 1 ? all.filter(fits) : [];
    return fitting.length > 0 ? fitting : all;
  };
  const ofNumber = keep(works, (work) => numbers.some((number) => register.bears(work, number)));
  const ofText = keep(ofNumber, ({ title, versions }) => {
    if (!text) return false;
    // 甲规划（2019年修订） is another document than 甲规划（2023年修订）.
    if ('year' in text) return withoutEdition(title).year === text.year;
    return versions.some(({ date }) => date === text.day);
  });
  const left = heldFirst(ofText).works;
  return { reading, works: left, beside: left.length === 1 ? works.filter((work) => work !== left[0]) : [] };
}

/**
 * What speaks against a number told with the title: it is another's, or the archive knows none to hold it against.
 * Undefined where it is the work's own, its cover's, or that of an order which amended it.
 */
export function numberDoubt(
  work: Work,
  numbers: readonly string[],
  library: Library,
): { reason: string; refused: boolean } | undefined {
  const { register } = library;
  const own = (number: string): boolean =>
    register.bears(work, number) || work.versions.some((version) => isMadeBy(version, number, library));
  if (numbers.length === 0 || numbers.some(own)) return undefined;
  const carrier = register.works.get(work.carriedBy ?? '');
  const known = work.documentNumber ?? work.registryNumber ?? carrier?.documentNumber;
  return known === undefined
    ? { reason: `本库所收《${work.title}》没有载明文号，“${numbers[0]}”未能核对`, refused: false }
    : { reason: `本库所收《${work.title}》的文号是${known}，不是${numbers.join('、')}`, refused: true };
}

/** Keys of the words of a name. */
function wordKeys(name: string): string[] {
  const keys = name.split(/\s+/).map(titleKey);
  return keys.filter((key) => key !== '');
}

/** Keys by which works are found for a citation: for an index that is asked from afar. */
export interface CitationKeys extends WorkKeys {
  ids: string[];
  /** Names that texts give for short. */
  called: string[];
  /** Lists of words; a title that holds all of one list may be meant. */
  words: string[][];
}

/** All keys that `worksMeant` and `numberDoubt` may look up for readings. */
export function keysOfReadings(readings: readonly Reading[]): CitationKeys {
  const named = readings.filter(({ name }) => name !== '');
  const typed = named.flatMap(({ name }) => [name, unmarked(name)]);
  const numbers = readings.flatMap(({ qualifier }) => [
    ...(qualifier?.numbers ?? []),
    ...(qualifier?.amendedBy ?? []),
  ]);
  const keys = [...typed, ...numbers].map(keysAsked);
  const distinct = (list: readonly string[]): string[] =>
    Array.from(new Set(list)).filter((key) => key !== '');
  const words = named.map(({ name }) => wordKeys(unmarked(name))).filter((list) => list.length > 0);
  return {
    ids: distinct(typed),
    titles: distinct(keys.flatMap((each) => each.titles)),
    tails: distinct(keys.flatMap((each) => each.tails)),
    numbers: distinct(keys.flatMap((each) => each.numbers)),
    called: distinct(named.map(({ name }) => titleKey(name))),
    words: Array.from(new Map(words.map((list) => [list.join(' '), list])).values()),
  };
}

/** Works whose title holds all the words. */
function byWords(name: string, library: Library): readonly Work[] {
  const keys = wordKeys(name);
  // 反恐怖主义法 is not the 上海市实施《反恐怖主义法》办法: what ends as a title does must end it.
  const last = titleNoun(name) === undefined ? undefined : keys.at(-1);
  const fits = (title: string, key: string): boolean =>
    key === last
      ? titleKey(title.replace(/[（(][^（）()]*[）)]$/, '')).endsWith(key)
      : titleKey(title).includes(key);
  const holds = (work: Work): boolean =>
    keys.every((key) => [work.title, ...work.aliases].some((title) => fits(title, key)));
  const found = keys.length === 0 ? [] : [...library.register.works.values()].filter(holds);
  // 关于修改《甲规定》的决定 holds the name of 甲规定: the text itself is meant.
  const own = found.filter((work) => !/关于(?:修改|印发|废止|公布)/.test(work.title));
  return own.length > 0 ? own : found;
}
