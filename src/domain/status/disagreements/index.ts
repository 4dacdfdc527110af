/** Facts that two places print differently: both are told, with their places, and neither is asserted. */
import type { Disagreement, Issue, LegalEvent, Message, Provision, Version, Work } from '../../model.ts';
import type { PrintedBy } from '../events/starts.ts';
import { captionsAtOdds } from './captions.ts';
import { countsAtOdds } from './counts.ts';
import { forceAtOdds } from './force.ts';
import { numbersAtOdds } from './numbers.ts';
import { startsAtOdds } from './starts.ts';

/** What of an archive is held against itself. */
export interface Compared {
  works: readonly Work[];
  issues: readonly Issue[];
  /** By work id. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  printed: PrintedBy;
}

/**
 * Every disagreement of an archive: starts, days and numbers of amendments, document numbers, force, counts of lists.
 *
 * 题注 2007年6月15日施行; 本规定自公布之日起施行, 公布 2007年6月11日 → one, with both sides
 */
export function disagreementsOf(compared: Compared): Disagreement[] {
  const byId = new Map(compared.works.map((work) => [work.id, work]));
  const texts = compared.works.flatMap(({ versions }) =>
    versions.filter(({ origin }) => origin === 'published'),
  );
  return [
    ...texts.flatMap((version) => startsAtOdds(version, byId, compared.printed)),
    ...compared.works.flatMap((work) => captionsAtOdds(work, compared.events.get(work.id) ?? [], byId)),
    ...numbersAtOdds(texts, compared.issues, byId),
    ...compared.works.flatMap((work) => forceAtOdds(work, compared.events.get(work.id) ?? [])),
    ...texts.flatMap(countsAtOdds),
  ];
}

/** What two places disagree about, in Chinese. */
export const aboutWords: Readonly<Record<Disagreement['about'], string>> = {
  commencement: '施行日期',
  amendment: '修改它的决定',
  number: '文号',
  force: '效力',
  count: '所列件数',
};

/** Disagreements as `check` prints them, each at the place of its first side. */
export function messagesOfDisagreements(
  disagreements: readonly Disagreement[],
  works: readonly Work[],
): Message[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  return disagreements.flatMap(({ work, about, sides }): Message[] => {
    const text = textOf(byId, sides[0]?.evidence.instrument ?? work);
    if (!text) return [];
    const said = sides.map(({ says }) => says).join('；');
    return [
      {
        file: text.source.path,
        rule: 'sources-disagree',
        ...placeOf(text, sides[0]?.evidence.eId ?? ''),
        reason: `《${byId.get(work)?.title ?? work}》的${aboutWords[about]}两处所载不一：${said}；以何者为准，未作断定`,
        severity: 'warning',
      },
    ];
  });
}

/** The printed text that has an id; instruments of one work bear its id. */
function textOf(works: ReadonlyMap<string, Work>, instrument: string): Version | undefined {
  return works.get(instrument)?.versions.findLast(({ origin }) => origin === 'published');
}

/** Line and column of a provision of a text; of the text where it has no such provision. */
export function placeOf({ instrument }: Version, eId: string): { line: number; column: number } {
  const find = (provisions: readonly Provision[]): Provision | undefined => {
    for (const provision of provisions) {
      const found = provision.eId === eId ? provision : find(provision.children);
      if (found) return found;
    }
    return undefined;
  };
  const { line, column } = (find(instrument.provisions) ?? instrument).position.start;
  return { line, column };
}
