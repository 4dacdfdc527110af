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
import type { Library } from './text-meant.ts';

/**
 * Every reference of a version, with target or reason, in reading order.
 * @param version the citing text
 * @param library all works of the archive
 * @param cache shared between calls, so that a cited text is indexed once
 * @param found references of the version, where they have been found already
 */
export function resolveReferences(
  version: Version,
  library: Library,
  cache: IndexCache = new Map(),
  found: readonly FoundReference[] = findReferences(version.instrument),
): Reference[] {
  const resolver: Resolver = { version, library, cache };
  return found.flatMap((one) => {
    const outcome = resolve(one, resolver);
    return outcome ? [describe(one, version, outcome)] : [];
  });
}

/** Undefined where what was found is no reference after all: 以下 without a list. */
function resolve(found: FoundReference, resolver: Resolver): Outcome | undefined {
  if (found.reason) return { reason: found.reason };
  if (found.mark) return resolveMark(found, resolver);
  if (found.annex !== undefined) return resolveAnnex(found, resolver);
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
