/** References of texts that come together, resolved among themselves: for a file that belongs to no archive. */
import type { Instrument, Reference, Work } from '../model.ts';
import { Register } from '../names/index.ts';
import type { IndexCache } from './outcome.ts';
import { resolveReferences } from './resolve-references.ts';
import { lastNamed } from './text-meant.ts';

/**
 * References of the instruments of one file. Their days are not asked: `version` is left out, and what a decision says
 * of the text before it has a reason instead of a target.
 */
export function referencesAmong(instruments: readonly Instrument[]): Reference[] {
  const works = instruments.map(workOf);
  const library = { register: new Register(works), textOn: lastNamed };
  const cache: IndexCache = new Map();
  return works
    .flatMap(({ versions }) => resolveReferences(versions[0]!, library, cache))
    .map(({ target, ...reference }) => (target ? { ...reference, target: undated(target) } : reference));
}

function undated({
  version: _,
  ...target
}: NonNullable<Reference['target']>): NonNullable<Reference['target']> {
  return target as NonNullable<Reference['target']>;
}

function workOf(instrument: Instrument): Work {
  const { id, title, kind, documentNumber, registryNumber, issuer, carriedBy, carries } = instrument;
  return {
    id,
    title,
    kind,
    ...(documentNumber ? { documentNumber } : {}),
    ...(registryNumber ? { registryNumber } : {}),
    ...(issuer ? { issuer } : {}),
    aliases: [],
    versions: [{ work: id, date: '', origin: 'published', instrument, source: { path: '' } }],
    ...(carriedBy ? { carriedBy } : {}),
    carries,
  };
}
