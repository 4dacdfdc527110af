/** What stands around a text in print, and from when it applies by what that says. */
import type { Day, Version, Work } from '../../model.ts';
import { resolveWhen } from '../sentences/commencement.ts';
import { type Around, anchorsFor, readInstrument, scopeOf } from './reading.ts';

/** Days by which what an issue prints had been issued, by issue id: the last that each reflects. */
export type PrintedBy = ReadonlyMap<string, Day>;

export function printedBy(issues: readonly { id: string; horizon: Day }[]): PrintedBy {
  return new Map(issues.map(({ id, horizon }) => [id, horizon]));
}

/** The texts printed with a text that it carries or that carry it, and the days that the archive knows of its print. */
export function aroundOf(
  { instrument, source, date }: Version,
  works: ReadonlyMap<string, Work>,
  printed: PrintedBy,
): Around {
  const near = (id: string) =>
    works.get(id)?.versions.find((version) => version.source.path === source.path)?.instrument;
  const carrier = instrument.carriedBy ? near(instrument.carriedBy) : undefined;
  const carries = instrument.carries.map(near).filter((one) => one !== undefined);
  const by = printed.get(source.issue ?? '');
  return {
    carries,
    ...(carrier ? { carrier } : {}),
    ...(by === undefined ? {} : { by }),
    ...(date ? { day: date } : {}),
  };
}

/**
 * From when a text applies, and which of its clauses begin on a day of their own.
 *
 * 本决定自2023年5月1日起施行，其中第一项自2030年1月1日起施行 → 2023-05-01; 第一项 2030-01-01
 */
export function startOf(
  version: Version,
  works: ReadonlyMap<string, Work>,
  printed: PrintedBy,
): { date?: Day; parts: { scope: string; date?: Day }[] } {
  const { start, own, origin } = readInstrument(version.instrument, aroundOf(version, works, printed));
  const parts = own.flatMap((clause) => {
    const scope = scopeOf(clause);
    if (scope === undefined) return [];
    const { date } = resolveWhen(clause.when, anchorsFor(origin));
    return [{ scope, ...(date === undefined ? {} : { date }) }];
  });
  return { parts, ...(start.date === undefined ? {} : { date: start.date }) };
}
