/** Which work the name of a citation means. */

import type { Work } from '../model.ts';
import {
  documentNumberKey,
  indexNames,
  type NameGrams,
  nearest,
  parseDocumentNumber,
  titleKey,
  titleNoun,
  unmarked,
} from '../names/index.ts';
import type { Reading } from './citation-query.ts';
import { bearsNumber, isMadeBy } from './cited-text.ts';
import type { WorkIndex } from './work-index.ts';

export interface WorksMeant {
  reading: Reading;
  /** The works that the name may mean; several where it does not say which. */
  works: readonly Work[];
  /** Others of the same title, where one is clearly meant: an older law that it replaced. */
  beside: readonly Work[];
}

/**
 * The works that readings of a citation name, readings that name one exactly first: by id, 文号, title or alias. Where
 * none does, by the words that a title holds.
 */
export function* worksMeant(readings: readonly Reading[], index: WorkIndex): Generator<WorksMeant> {
  let exact = false;
  for (const reading of readings) {
    const works = reading.name === '' ? [] : exactly(unmarked(reading.name), index);
    if (works.length === 0) continue;
    exact = true;
    yield chosen(reading, works, index);
  }
  if (exact) return;
  for (const reading of readings) {
    const works = reading.name === '' ? [] : byWords(unmarked(reading.name), index);
    if (works.length > 0) yield chosen(reading, works, index);
  }
}

/** Of several: those of the number told, and of the text told; the one whose words are held, before names alone. */
function chosen(reading: Reading, works: readonly Work[], index: WorkIndex): WorksMeant {
  const { numbers = [], text } = reading.qualifier ?? {};
  let left = works;
  const keep = (fits: (work: Work) => boolean): void => {
    const fitting = left.filter(fits);
    if (fitting.length > 0) left = fitting;
  };
  if (left.length > 1 && numbers.length > 0)
    keep((work) => numbers.some((number) => isOf(work, number, index)));
  if (left.length > 1 && text && 'day' in text)
    keep(({ versions }) => versions.some(({ date }) => date === text.day));
  if (left.length > 1) keep(({ versions }) => versions.length > 0);
  return { reading, works: left, beside: left.length === 1 ? works.filter((work) => work !== left[0]) : [] };
}

/** True where a number is the work's, or that of the document it was issued with. */
function isOf(work: Work, number: string, index: WorkIndex): boolean {
  const carrier = index.works.get(work.carriedBy ?? '');
  return bearsNumber(work, number, index) || (carrier !== undefined && bearsNumber(carrier, number, index));
}

/**
 * What speaks against a number told with the title: it is another's, or the archive knows none to hold it against.
 * Undefined where it is the work's own, its cover's, or that of an order which amended it.
 */
export function numberDoubt(
  work: Work,
  numbers: readonly string[],
  index: WorkIndex,
): { reason: string; refused: boolean } | undefined {
  const own = (number: string): boolean =>
    isOf(work, number, index) || work.versions.some((version) => isMadeBy(version, number, index));
  if (numbers.length === 0 || numbers.some(own)) return undefined;
  const carrier = index.works.get(work.carriedBy ?? '');
  const known = work.documentNumber ?? work.registryNumber ?? carrier?.documentNumber;
  return known === undefined
    ? { reason: `本库所收《${work.title}》没有载明文号，“${numbers[0]}”未能核对`, refused: false }
    : { reason: `本库所收《${work.title}》的文号是${known}，不是${numbers.join('、')}`, refused: true };
}

function exactly(name: string, index: WorkIndex): readonly Work[] {
  const byId = index.works.get(name);
  if (byId) return [byId];
  if (parseDocumentNumber(name)) {
    const numbered = index.byNumber.get(documentNumberKey(name));
    if (numbered) return numbered.map(({ work }) => work);
  }
  return index.byTitle.get(titleKey(name)) ?? [];
}

/** Works whose title holds all the words. */
function byWords(name: string, index: WorkIndex): readonly Work[] {
  const keys = name
    .split(/\s+/)
    .map(titleKey)
    .filter((key) => key !== '');
  // 反恐怖主义法 is not the 上海市实施《反恐怖主义法》办法: what ends as a title does must end it.
  const last = titleNoun(name) === undefined ? undefined : keys.at(-1);
  const fits = (title: string, key: string): boolean =>
    key === last
      ? titleKey(title.replace(/[（(][^（）()]*[）)]$/, '')).endsWith(key)
      : titleKey(title).includes(key);
  const holds = (work: Work): boolean =>
    keys.every((key) => [work.title, ...work.aliases].some((title) => fits(title, key)));
  const found = keys.length === 0 ? [] : [...index.works.values()].filter(holds);
  // 关于修改《甲规定》的决定 holds the name of 甲规定: the text itself is meant.
  const own = found.filter((work) => !/关于(?:修改|印发|废止|公布)/.test(work.title));
  return own.length > 0 ? own : found;
}

const gramsOf = new WeakMap<WorkIndex, NameGrams>();

/** Works whose names come near: offered, never assumed. The index of names is made when the first one is not known. */
export function worksAlike(name: string, index: WorkIndex): Work[] {
  const works = [...index.works.values()];
  const grams =
    gramsOf.get(index) ??
    indexNames(
      works.flatMap(({ id, title, aliases }) => [title, ...aliases].map((one) => ({ id, name: one }))),
    );
  gramsOf.set(index, grams);
  return nearest(grams, name).map(({ id }) => index.works.get(id)!);
}
