/** Who cites what: references turned round. */
import type { Reference, Work } from '../model.ts';
import { textName } from '../names/index.ts';
import { indexProvisions } from './provision-index.ts';

export interface Citations {
  /** References to a work or anything in it from other works, in the order of the archive. */
  ofWork(work: string): readonly Reference[];
  /** References to a provision of a version, ranges that hold it included. */
  ofProvision(work: string, version: string, eId: string): readonly Reference[];
}

/** Turns references round. A text that names itself (本办法) does not cite itself. */
export function citations(references: readonly Reference[], works: readonly Work[]): Citations {
  const byWork = new Map<string, Reference[]>();
  const byProvision = new Map<string, Reference[]>();
  const orders = new Map<string, string[]>();
  const idsOf = (work: string, version: string): string[] => {
    const key = textName(work, version);
    const known = orders.get(key);
    if (known) return known;
    const instrument = works
      .find(({ id }) => id === work)
      ?.versions.find(({ date }) => date === version)?.instrument;
    const ids = instrument ? [...indexProvisions(instrument.provisions).byId.keys()] : [];
    orders.set(key, ids);
    return ids;
  };
  for (const reference of references) {
    const { target, through, from } = reference;
    if (!target) continue;
    if (target.work !== from.work) push(byWork, target.work, reference);
    if (!('eId' in target) || target.eId === undefined || target.version === undefined) continue;
    for (const eId of through === undefined
      ? [target.eId]
      : between(idsOf(target.work, target.version), target.eId, through)) {
      push(byProvision, textName(target.work, target.version, eId), reference);
    }
  }
  return {
    ofWork: (work) => byWork.get(work) ?? [],
    ofProvision: (work, version, eId) => byProvision.get(textName(work, version, eId)) ?? [],
  };
}

/** eIds from one to another on their own level: what a range names, not what stands inside it. */
function between(ids: readonly string[], first: string, last: string): string[] {
  const [from, to] = [ids.indexOf(first), ids.indexOf(last)];
  if (from < 0 || to < from) return [first, last];
  const depth = first.split('__').length;
  const type = typeOf(first);
  return ids.slice(from, to + 1).filter((eId) => eId.split('__').length === depth && typeOf(eId) === type);
}

function typeOf(eId: string): string {
  return /([a-z]+)_[^_]*$/.exec(eId)?.[1] ?? '';
}

function push(map: Map<string, Reference[]>, key: string, reference: Reference): void {
  const list = map.get(key);
  if (list) list.push(reference);
  else map.set(key, [reference]);
}
