/** Works by name and number: what a reference is resolved against. */
import type { Day, Version, Work } from '../model.ts';
import {
  documentNumberKey,
  keyOfNumber,
  parseDocumentNumber,
  titleKey,
  titleTailKey,
} from '../names/index.ts';

/** A work and, where the number is that of one of its texts, the day of that text. */
export interface NamedWork {
  work: Work;
  date?: Day;
}

/** Which text a work has on a day. */
export type TextOn = (work: Work, day: Day) => Version | undefined;

export interface WorkIndex {
  works: ReadonlyMap<string, Work>;
  byTitle: ReadonlyMap<string, readonly Work[]>;
  /** By title without the bodies that issued it. */
  byTail: ReadonlyMap<string, readonly Work[]>;
  byNumber: ReadonlyMap<string, readonly NamedWork[]>;
  textOn: TextOn;
}

/**
 * Indexes works by title, alias and every number that is theirs.
 * @param textOn asks the lives of the works; without it a text counts from the day that names it
 */
export function indexWorks(works: readonly Work[], textOn: TextOn = lastNamed): WorkIndex {
  const byId = new Map<string, Work>();
  const byTitle = new Map<string, Work[]>();
  const byTail = new Map<string, Work[]>();
  const byNumber = new Map<string, NamedWork[]>();
  for (const work of works) {
    byId.set(work.id, work);
    const titles = [work.title, ...work.aliases, ...work.versions.map(({ instrument }) => instrument.title)];
    for (const key of new Set(titles.map(titleKey))) add(byTitle, key, work);
    for (const key of new Set(titles.map(titleTailKey))) if (key !== undefined) add(byTail, key, work);
    for (const [key, date] of numbersOf(work)) {
      const named = byNumber.get(key) ?? [];
      if (!named.some((other) => other.work === work)) named.push({ work, ...(date ? { date } : {}) });
      byNumber.set(key, named);
    }
  }
  return { works: byId, byTitle, byTail, byNumber, textOn };
}

function add(map: Map<string, Work[]>, key: string, work: Work): void {
  const list = map.get(key);
  if (!list) map.set(key, [work]);
  else if (!list.includes(work)) list.push(work);
}

/** 文号, registry number, 令 with its issuer; an order that promulgated the first text carries the day of that. */
function numbersOf(work: Work): Map<string, Day | undefined> {
  const keys = new Map<string, Day | undefined>();
  for (const { instrument } of work.versions) {
    for (const { event, by, date } of instrument.caption?.events ?? []) {
      const number = event === 'promulgated' ? parseDocumentNumber(by) : undefined;
      if (number && date) keys.set(keyOfNumber(number), date);
    }
  }
  const own = [work.documentNumber, work.registryNumber, ...work.versions.flatMap(numbersOfText)];
  for (const number of own) {
    if (!number) continue;
    const key = documentNumberKey(number);
    // 令第7号 alone says nothing without who gave it.
    const full =
      parseDocumentNumber(number)?.organ === '' && work.issuer ? documentNumberKey(work.issuer + key) : key;
    for (const each of [key, full]) if (!keys.has(each)) keys.set(each, keys.get(full));
  }
  return keys;
}

function numbersOfText({ instrument }: Version): (string | undefined)[] {
  return [instrument.documentNumber, instrument.registryNumber];
}

/** The text of a work on a day; of an undated citation, the only one. */
export function versionAt({ textOn }: WorkIndex, work: Work, day: Day): Version | undefined {
  if (day === '') return work.versions.length === 1 ? work.versions[0] : undefined;
  return textOn(work, day);
}

function lastNamed({ versions }: Work, day: Day): Version | undefined {
  return versions.findLast(({ date }) => date <= day);
}

/** The text that a decision found: the last version from before its day that it did not make itself. */
export function versionBefore(work: Work, decision: string, day: Day): Version | undefined {
  let found: Version | undefined;
  for (const version of work.versions) if (version.date < day && version.madeBy !== decision) found = version;
  return found;
}

/** The text that a decision left: the version it made, or the first from its day on. */
export function versionAfter(work: Work, decision: string, day: Day): Version | undefined {
  return (
    work.versions.find(({ madeBy }) => madeBy === decision) ??
    work.versions.find(({ date }) => day !== '' && date >= day)
  );
}
