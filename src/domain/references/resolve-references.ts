/**
 * References against works and versions: which text, which provision, or why none.
 *
 * A reference in a decision points into the text that the decision found; one in a text points into that text; one to
 * another document points into its text on the day of the citing one. A wrong link is worse than none.
 */
import type { Reference, Version } from '../model.ts';
import { findReferences } from './find-references.ts';
import type { FoundReference } from './found.ts';
import type { IndexCache, Outcome, Resolver } from './outcome.ts';
import { resolveAmended, resolveQuotedSelf } from './resolve-amended.ts';
import { resolveOther } from './resolve-other.ts';
import { resolveAnnex, resolveMark, resolveOwn, resolveSelf } from './resolve-self.ts';
import type { WorkIndex } from './work-index.ts';

/**
 * Every reference of a version, with target or reason, in reading order.
 * @param version the citing text
 * @param works index of all works of the archive (`indexWorks`)
 * @param cache shared between calls, so that a cited text is indexed once
 */
export function resolveReferences(
  version: Version,
  works: WorkIndex,
  cache: IndexCache = new Map(),
): Reference[] {
  const resolver: Resolver = { version, works, cache };
  return findReferences(version.instrument).flatMap((found) => {
    const outcome = resolve(found, resolver);
    return outcome ? [describe(found, version, outcome)] : [];
  });
}

/** Undefined where what was found is no reference after all: 以下 without a list. */
function resolve(found: FoundReference, resolver: Resolver): Outcome | undefined {
  if (found.reason) return { reason: found.reason };
  if (found.mark) return resolveMark(found, resolver);
  if (found.annex !== undefined) return resolveAnnex(found, resolver.version);
  if (found.kind === 'self') return resolveQuotedSelf(found, resolver) ?? resolveSelf(found, resolver);
  if (found.side !== 'own' && found.locator) return resolveAmended(found, resolver);
  if (found.title !== undefined || found.documentNumber !== undefined) return resolveOther(found, resolver);
  return resolveOwn(found, resolver);
}

function describe(found: FoundReference, version: Version, outcome: Outcome): Reference {
  const { eId, part, cell, start, end, text, kind, locator, title, documentNumber, note } = found;
  return {
    from: { work: version.work, version: version.date, eId },
    ...(part ? { part } : {}),
    ...(cell ? { cell } : {}),
    start,
    end,
    text,
    kind,
    ...(locator ? { locator } : {}),
    ...(title === undefined ? {} : { title }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(note ? { note } : {}),
    ...outcome,
  };
}
