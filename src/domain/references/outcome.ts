/** What resolution answers, and the steps that every kind of reference shares. */
import type { Annex, Provision, Reference, Version } from '../model.ts';
import { formatLocator } from './format-locator.ts';
import type { FoundReference } from './found.ts';
import { indexProvisions, type ProvisionIndex } from './provision-index.ts';
import { resolveLocator } from './resolve-locator.ts';
import type { Library } from './text-meant.ts';

export type Outcome = Pick<Reference, 'target' | 'through' | 'reason' | 'note' | 'locator'> &
  /** Of a bare name, the words that are the name, where fewer than were read. */
  Partial<Pick<Reference, 'title' | 'start' | 'text'>>;

/** Trees that were indexed already: body and annexes of each text apart. */
export type IndexCache = Map<readonly Provision[], ProvisionIndex>;

/** What the references of a text are resolved with. */
export interface Resolver {
  version: Version;
  library: Library;
  cache: IndexCache;
}

/** The body of a text, or one of its annexes: each numbers its articles from one. */
export function treeOf(
  { instrument }: Version,
  annex: number | undefined,
  cache: IndexCache,
): ProvisionIndex {
  const provisions =
    annex === undefined ? instrument.provisions : (instrument.annexes[annex]?.provisions ?? []);
  const known = cache.get(provisions) ?? indexProvisions(provisions);
  cache.set(provisions, known);
  return known;
}

/** First and last provision of a target. */
export function span({ work, date }: Version, first: string, last: string): Outcome {
  const target = { work, version: date, eId: first };
  return first === last ? { target } : { target, through: last };
}

/** An annex as a target; one whose text is not held says so. */
export function annexOutcome({ label, title, missing }: Annex, { work, date }: Version): Outcome {
  const target = { annex: label || title, work, version: date };
  return { target, ...(missing ? { reason: `附件“${title}”本刊未载` } : {}) };
}

/** An address in a text as a whole: where it is not there, the text is the target and the reason says what is missing. */
export function inText(found: FoundReference, version: Version, cache: IndexCache): Outcome {
  const { work, date } = version;
  const outcome = locate(found, version, treeOf(version, undefined, cache), undefined);
  return outcome.target ? outcome : { target: { work, version: date }, ...outcome };
}

/** An address seen from the provision that says it. */
export function inOwnText(found: FoundReference, { version, cache }: Resolver): Outcome {
  return locate(found, version, treeOf(version, found.inAnnex, cache), found.eId);
}

function locate(
  found: FoundReference,
  version: Version,
  index: ProvisionIndex,
  eId: string | undefined,
): Outcome {
  const resolved = resolveLocator(index, found.locator!, eId === undefined ? undefined : { eId });
  if (!resolved.ok) return { reason: resolved.reason };
  const { eIds } = resolved;
  const missing = eIds.every((one) => index.byId.get(one)?.missing);
  const reason = missing ? { reason: `${formatLocator(found.locator!)}曾有条文，原文未载` } : {};
  return { ...span(version, eIds[0]!, eIds.at(-1)!), ...reason };
}
