/** Which provisions the words of an event mean: 第三条、第四条 → art_3, art_4 of the text that the event is told of. */
import { oncePer } from '../../model/once.ts';
import type { LegalEvent, Provision, Version, Work } from '../../model.ts';
import {
  findLocators,
  indexProvisions,
  type ProvisionIndex,
  resolveLocator,
} from '../../references/index.ts';

/** Events that speak of a part, with the provisions that they mean where the work's text is held. */
export function placed(events: LegalEvent[], work: Work | undefined): LegalEvent[] {
  if (!work || work.versions.length === 0) return events;
  return events.map((event) => {
    if (event.scope === undefined) return event;
    const parts = partsNamed(event.scope, textOf(event, work));
    return parts.length === 0 ? event : { ...event, parts };
  });
}

/** The text that an event speaks of: the one that it names, else the last one before it. */
function textOf({ version, date = '9999-12-31' }: LegalEvent, { versions }: Work): Version {
  return (
    versions.find((each) => each.date === version) ??
    versions.findLast((each) => each.date <= date) ??
    versions[0]!
  );
}

const indexOf = oncePer(({ instrument }: Version): ProvisionIndex => indexProvisions(instrument.provisions));

/**
 * Ids of the provisions that a run of words names, articles of a 章 with it; none where one of them is not found.
 *
 * `第三条、第四条第二款` → art_3, art_4__para_2 · `除第三条外` → every other one
 */
function partsNamed(scope: string, version: Version): string[] {
  const index = indexOf(version);
  const found = findLocators(scope)
    .flatMap(({ locators }) => locators)
    .map((locator) => resolveLocator(index, locator));
  if (found.length === 0 || found.some(({ ok }) => !ok)) return [];
  const eIds = found.flatMap((one) => (one.ok ? one.eIds : []));
  if (allBut.test(scope)) return others(version.instrument.provisions, new Set(eIds));
  return Array.from(new Set(eIds.flatMap((eId) => [eId, ...articlesIn(index.byId.get(eId)!)])));
}

/** 除第三条外, 除第二章以外: all that the words do not name. */
const allBut = /^除.*?外(?:，|（|$)/;

/** The provisions but those named, what is below these and what is above them. */
function others(provisions: readonly Provision[], named: ReadonlySet<string>): string[] {
  const holds = ({ eId, children }: Provision): boolean => named.has(eId) || children.some(holds);
  return provisions.flatMap((one) => {
    if (named.has(one.eId)) return [];
    return holds(one) ? others(one.children, named) : [one.eId, ...articlesIn(one)];
  });
}

/** 编, 章, 节: their articles, whose ids do not stand below theirs. */
function articlesIn({ type, children }: Provision): string[] {
  if (type !== 'part' && type !== 'chapter' && type !== 'section') return [];
  return children.flatMap((child) => [child.eId, ...articlesIn(child)]);
}
