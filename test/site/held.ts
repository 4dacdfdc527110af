/** Archives for tests of the pages: the first issue, and texts written for a test. */
import { buildArchive } from '../../src/domain/archive.ts';
import type { Day, Version, Work } from '../../src/domain/model.ts';
import { type Holdings, holdingsOf } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';

/** Works written for a test, each `[name, date, text]` a text of a work; no issue. */
export function heldTexts(...texts: [name: string, date: Day, text: string][]): Holdings {
  return heldUntil(undefined, ...texts);
}

/** The same, looked after until a day. */
export function heldUntil(
  horizon: Day | undefined,
  ...texts: [name: string, date: Day, text: string][]
): Holdings {
  return holdingsOf(
    buildArchive({
      issues: [],
      works: texts.map(([name, date, text]) => ({
        name,
        date,
        path: `works/${name}/${date}.md`,
        text,
        corrections: [],
      })),
      register: { ...(horizon ? { horizon } : {}), works: [], organs: [] },
    }),
  );
}

let first: Holdings | undefined;

/** The archive of this repository, read once. */
export function heldContent(): Holdings {
  first ??= holdingsOf(loadContent('content').archive);
  return first;
}

export function workOf({ works }: Holdings, title: string): Work {
  const found = Array.from(works.values()).find((work) => work.title === title);
  if (!found) throw new Error(`no work ${title}`);
  return found;
}

/** The text of a work on a day, by default its newest. */
export function textOf(holdings: Holdings, title: string, date?: Day): Version {
  const { versions } = workOf(holdings, title);
  const found = date ? versions.find((version) => version.date === date) : versions.at(-1);
  if (!found) throw new Error(`no text of ${title} ${date ?? ''}`);
  return found;
}
