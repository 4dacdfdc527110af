/** Which text of a work is meant. */
import type { Day, Version, Work } from '../model.ts';
import type { Register } from '../names/index.ts';

/** Which text a work has on a day. */
export type TextOn = (work: Work, day: Day) => Version | undefined;

/** What references lead into: the works by their names, and which text each has on a day. */
export interface Library {
  register: Register<Work>;
  textOn: TextOn;
}

/** The text of a work on a day; of an undated citation, the only one. */
export function versionAt({ textOn }: Library, work: Work, day: Day): Version | undefined {
  if (day === '') return work.versions.length === 1 ? work.versions[0] : undefined;
  return textOn(work, day);
}

/** Without lives at hand a text counts from the day that names it. */
export function lastNamed({ versions }: Work, day: Day): Version | undefined {
  return versions.findLast(({ date }) => date <= day);
}

/** The text that a decision found: the last version from before its day that it did not make itself. */
export function versionBefore(work: Work, decision: string, day: Day): Version | undefined {
  let found: Version | undefined;
  for (const version of work.versions) if (version.date < day && version.madeBy !== decision) found = version;
  return found;
}

/** The text that a decision left: the version it made, or the first from its day on. */
export function versionAfter(work: Work, decision: string, day: Day): Version | undefined {
  return (
    work.versions.find(({ madeBy }) => madeBy === decision) ??
    work.versions.find(({ date }) => day !== '' && date >= day)
  );
}
