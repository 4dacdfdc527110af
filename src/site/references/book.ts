/** The references of an archive as the pages ask for them: of a text, to a place, to a work. */
import { oncePer } from '../../domain/model/once.ts';
import type { Day, Reference, Version } from '../../domain/model.ts';
import { textName } from '../../domain/names/index.ts';
import { citations } from '../../domain/references/index.ts';
import type { Holdings } from '../holdings.ts';
import { placesOf } from './places.ts';

export interface ReferenceBook {
  /** Everything that a text refers to, in reading order. */
  from(version: Version): readonly Reference[];
  /** Who refers to a place of exactly this text, by eId. Words that point a line up or down are left out. */
  toPlaces(version: Version): ReadonlyMap<string, readonly Reference[]>;
  /** Who refers to a work or any text of it, from other works. */
  toWork(work: string): readonly Reference[];
  /** The text of a work on a day. */
  version(work: string, date: Day): Version | undefined;
}

/** The book of an archive. */
export const referenceBook = oncePer(({ archive, works }: Holdings): ReferenceBook => {
  const versions = new Map<string, Version>();
  for (const { versions: texts } of works.values())
    for (const version of texts) versions.set(textName(version.work, version.date), version);
  const from = Map.groupBy(archive.references, (reference) =>
    textName(reference.from.work, reference.from.version),
  );
  const far = archive.references.filter((reference) => !pointsNearby(reference, versions));
  const cited = citations(far, Array.from(works.values()));
  const toPlaces = oncePer(
    (version: Version): ReadonlyMap<string, readonly Reference[]> =>
      new Map(
        placesOf(version.instrument)
          .ids()
          .map((eId) => [eId, cited.ofProvision(version.work, version.date, eId)] as const)
          .filter(([, references]) => references.length > 0),
      ),
  );
  return {
    from: ({ work, date }) => from.get(textName(work, date)) ?? [],
    toPlaces,
    toWork: (work) => cited.ofWork(work),
    version: (work, date) => versions.get(textName(work, date)),
  };
});

/** 前款, 下列, 上述 and 本条第一款 inside one article: whoever reads the place has them before his eyes. */
function pointsNearby({ from, target, locator }: Reference, versions: Map<string, Version>): boolean {
  if (!target || !('eId' in target) || target.eId === undefined) return false;
  if (target.work !== from.work || target.version !== from.version) return false;
  const named = locator?.steps.some(({ type, number }) => type === 'article' && number !== undefined);
  if (named) return false;
  const version = versions.get(textName(from.work, from.version));
  if (!version) return false;
  const places = placesOf(version.instrument);
  return places.unit(target.eId) === places.unit(from.eId);
}
