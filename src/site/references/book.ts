/** The references of an archive as the pages ask for them: of a text, to a place, to a work. */
import type { Day, Reference, Version } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { placesOf } from './places.ts';

export interface ReferenceBook {
  /** Everything that a text refers to, in reading order. */
  from(version: Version): readonly Reference[];
  /** Who refers to a place of exactly this text: by eId. Words that point a line up or down are left out. */
  toPlaces(version: Version): ReadonlyMap<string, readonly Reference[]>;
  /** Who refers to a work or any text of it, from other works. */
  toWork(work: string): readonly Reference[];
  /** The text of a work on a day. */
  version(work: string, date: Day): Version | undefined;
}

const books = new WeakMap<Holdings, ReferenceBook>();

const keyOf = (work: string, date: Day): string => `${work} ${date}`;
const none: readonly Reference[] = [];

/** The book of an archive, made once. */
export function referenceBook(holdings: Holdings): ReferenceBook {
  const made = books.get(holdings) ?? build(holdings);
  books.set(holdings, made);
  return made;
}

function build({ archive, works }: Holdings): ReferenceBook {
  const versions = new Map<string, Version>();
  for (const { versions: texts } of works.values())
    for (const version of texts) versions.set(keyOf(version.work, version.date), version);
  const from = new Map<string, Reference[]>();
  const toPlaces = new Map<string, Map<string, Reference[]>>();
  const toWork = new Map<string, Reference[]>();
  for (const reference of archive.references) {
    const { target } = reference;
    push(from, keyOf(reference.from.work, reference.from.version), reference);
    if (!target) continue;
    if (target.work !== reference.from.work) push(toWork, target.work, reference);
    const place = 'eId' in target && target.version !== undefined ? target.eId : undefined;
    if (place === undefined || pointsNearby(reference, versions)) continue;
    const text = keyOf(target.work, target.version!);
    const places = toPlaces.get(text) ?? new Map<string, Reference[]>();
    toPlaces.set(text, places);
    push(places, place, reference);
  }
  const nowhere: ReadonlyMap<string, readonly Reference[]> = new Map();
  return {
    from: ({ work, date }) => from.get(keyOf(work, date)) ?? none,
    toPlaces: ({ work, date }) => toPlaces.get(keyOf(work, date)) ?? nowhere,
    toWork: (work) => toWork.get(work) ?? none,
    version: (work, date) => versions.get(keyOf(work, date)),
  };
}

/** 前款, 下列, 上述 and 本条第一款 inside one article: whoever reads the place has them before his eyes. */
function pointsNearby({ from, target, locator }: Reference, versions: Map<string, Version>): boolean {
  if (!target || !('eId' in target) || target.eId === undefined) return false;
  if (target.work !== from.work || target.version !== from.version) return false;
  const named = locator?.steps.some(({ type, number }) => type === 'article' && number !== undefined);
  if (named) return false;
  const version = versions.get(keyOf(from.work, from.version));
  if (!version) return false;
  const places = placesOf(version.instrument);
  return places.unit(target.eId) === places.unit(from.eId);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
