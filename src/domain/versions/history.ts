/** 条文沿革: one provision through the versions of its work. */
import type { ClauseName, Day, Lineage, LocatorStep, Provision, Version, Work } from '../model.ts';
import { formatLocator, indexProvisions, type ProvisionIndex } from '../references/index.ts';

/** What one version did to a provision. */
export interface HistoryStep {
  version: Day;
  eId: string;
  /** Its address then: 第六条第一款第三项. */
  label: string;
  change: Lineage['change'] | 'enacted';
  /** Work id of the decision that did it, and its clauses. */
  madeBy?: string;
  clauses: ClauseName[];
}

/** The steps that changed a provision, oldest first, for the version in which it has this eId. */
export type History = (version: Version, eId: string) => HistoryStep[];

/** Histories of a work's provisions; versions are indexed once for all of them. */
export function historyOf(work: Work): History {
  const sides = new Map(
    work.versions.map((version) => [
      version,
      {
        index: indexProvisions(version.instrument.provisions),
        lineage: new Map((version.lineage ?? []).map((entry) => [entry.eId, entry])),
      },
    ]),
  );
  return (version, eId) => {
    const steps: HistoryStep[] = [];
    let at: string | undefined = eId;
    for (let i = work.versions.indexOf(version); i >= 0 && at !== undefined; i--) {
      const current: Version = work.versions[i]!;
      const { index, lineage } = sides.get(current)!;
      const entry: Lineage | undefined = lineage.get(at);
      const label = labelOf(index, at);
      if (!entry) {
        if (label !== undefined)
          steps.unshift({ version: current.date, eId: at, label, change: 'enacted', clauses: [] });
        break;
      }
      if (entry.change !== 'unchanged') {
        const madeBy = current.madeBy === undefined ? {} : { madeBy: current.madeBy };
        steps.unshift({
          version: current.date,
          eId: at,
          label: label ?? '',
          change: entry.change,
          ...madeBy,
          clauses: entry.clauses,
        });
      }
      at = entry.previous;
    }
    return steps;
  };
}

/** 第六条第一款第三项: the address of a provision, from its article or chapter down. */
function labelOf(index: ProvisionIndex, eId: string): string | undefined {
  const steps: LocatorStep[] = [];
  for (let at: Provision | undefined = index.byId.get(eId); at; at = index.parentOf.get(at)) {
    steps.unshift({ type: at.type, number: at.number });
    if (at.type === 'article' || at.type === 'chapter') break;
  }
  return steps.length > 0 ? formatLocator({ steps }) : undefined;
}

/** Old addresses and new ones, of every provision that a decision left under another number. */
export function numberMap(version: Version): { from: string; to: string }[] {
  return (version.lineage ?? []).flatMap(({ eId, previous }) =>
    previous !== undefined && eId !== '' && previous !== eId ? [{ from: previous, to: eId }] : [],
  );
}
