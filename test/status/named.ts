/** Archives of a few works by name, and what is known of one on a day. */
import { type Archive, buildArchive } from '../../src/domain/archive.ts';
import type { Day, Status } from '../../src/domain/model.ts';
import { statusOn } from '../../src/domain/status/life/life.ts';

/** The archive of some texts, each `[name, date, text]`, of which the editors vouch up to 2026. */
export function book(...texts: [name: string, date: Day, text: string][]): Archive {
  return buildArchive({
    issues: [],
    works: texts.map(([name, date, text]) => ({
      name,
      date,
      path: `works/${name}/${date}.md`,
      text,
      corrections: [],
    })),
    register: { works: [], organs: [], horizon: '2026-12-31' },
  });
}

/** State of a work on a day. */
export function stateOf({ works, events }: Archive, id: string, day: Day): Status {
  const work = works.find((one) => one.id === id)!;
  return statusOn(work, events.get(id) ?? [], day, work.horizon ?? '');
}
