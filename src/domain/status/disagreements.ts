/** Facts that two places print differently: both are told, with their places, and neither is asserted. */
import type { Disagreement, Message, Provision, Version, Work } from '../model.ts';
import { formatDay } from '../text/calendar.ts';
import { atOdds } from './agreement.ts';
import { readInstrument } from './reading.ts';
import { aroundOf, type PrintedBy } from './starts.ts';

/**
 * Starts on which a text's own clauses, its 题注 and the order that promulgates it do not agree.
 *
 * 题注 2007年6月15日施行; 本规定自公布之日起施行, 公布 2007年6月11日 → one, with both sides
 */
export function disagreementsOf(works: readonly Work[], printed: PrintedBy): Disagreement[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  return works.flatMap((work) =>
    work.versions
      .filter(({ origin }) => origin === 'published')
      .flatMap((version): Disagreement[] => {
        const { sides } = readInstrument(version.instrument, aroundOf(version, byId, printed));
        const odd = atOdds(sides);
        if (odd.length === 0) return [];
        const told = [sides[0]!, ...odd].map(({ date, rule, evidence }) => ({ date: date!, rule, evidence }));
        return [{ work: work.id, version: version.date, about: 'commencement', sides: told }];
      }),
  );
}

/** A disagreement as `check` prints it, at the place of the first side. */
export function messageOfDisagreement({ version, sides }: Disagreement, work: Work): Message[] {
  const text = work.versions.find(({ date }) => date === version);
  if (!text) return [];
  const said = sides.map(({ date, rule }) => `${formatDay(date)}（${rule}）`).join('、');
  return [
    {
      file: text.source.path,
      rule: 'sources-disagree',
      ...placeOf(text, sides[0]?.evidence.eId ?? ''),
      reason: `《${work.title}》的施行日期两处所载不一：${said}；以何者为准，未作断定`,
      severity: 'warning',
    },
  ];
}

/** Line and column of a provision of a text; of its head where the text has none of that id. */
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
