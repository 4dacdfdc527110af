/**
 * Names of places on a page. Most can be told from the ids and labels that the page prints; those that cannot go with
 * it. Used when the site is built and in the reader's browser: small, and without the archive.
 */
import type { Instrument, Provision } from '../domain/model.ts';
import { articleSteps, placeName, placeNames } from '../domain/references/place-names.ts';

/**
 * The name that ids and labels tell.
 * @param labels as printed, from the outermost: 一、 （三） 2.
 * @param held true for an eId that the text has
 *
 * `art_6__para_1__item_3` → 第六条第三项 where there is no art_6__para_2
 */
export function nameOnPage(eId: string, labels: readonly string[], held: (eId: string) => boolean): string {
  const steps = articleSteps(eId, held);
  return steps ? placeName(steps) : labels.join('').replace(/[、.．]$/, '');
}

/** The names of an instrument that differ from what its page tells, by eId; undefined where there are none. */
export function placesApart(instrument: Instrument): Record<string, string> | undefined {
  const names = placeNames(instrument);
  const apart: Record<string, string> = {};
  const held = (eId: string): boolean => names.provision(eId) !== undefined;
  const walk = (list: readonly Provision[], above: readonly string[]): void => {
    for (const { eId, label, children } of list) {
      const labels = label === '' ? above : [...above, label];
      const name = names.nameOf(eId)!;
      // What has no number on the page has no menu either.
      const handed = label !== '' || articleSteps(eId, held) !== undefined;
      if (handed && nameOnPage(eId, labels, held) !== name) apart[eId] = name;
      walk(children, labels);
    }
  };
  walk(instrument.provisions, []);
  for (const annex of instrument.annexes) walk(annex.provisions, [annex.label || '附件']);
  return Object.keys(apart).length > 0 ? apart : undefined;
}
