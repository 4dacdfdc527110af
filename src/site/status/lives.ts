/** What the life of a work says of its texts: which applies on a day, and from which day each of them does. */
import type { Day, LifeOfText, State, Stretch, Version, Work } from '../../domain/model.ts';

/** States of a text that is known and does not apply yet. */
const early: ReadonlySet<State> = new Set(['not-yet', 'adopted', 'published']);

const isOf = ({ version }: Stretch, text: Version): boolean => version !== undefined && version === text.date;

/** The text of a stretch, where the archive holds it. */
export function textOfStretch(work: Work, { version }: Stretch): Version | undefined {
  return version === undefined ? undefined : work.versions.find(({ date }) => date === version);
}

/** The first day on which a text is that of its work and has begun to apply; undefined where none is known. */
export function beginsOn(life: LifeOfText, text: Version): Day | undefined {
  return life.find((stretch) => isOf(stretch, text) && !early.has(stretch.state))?.from;
}

/** The day from which another text applies in the place of this one; undefined where none is known. */
export function replacedOn(life: LifeOfText, text: Version): Day | undefined {
  const last = life.findLastIndex((stretch) => isOf(stretch, text));
  return life.slice(last + 1).find(({ version }) => version !== undefined)?.from;
}

/** The texts that begin to apply after a day, with the first day of each. */
export function comingTexts(life: LifeOfText, work: Work, after: Day): { text: Version; from: Day }[] {
  return work.versions.flatMap((text) => {
    const from = beginsOn(life, text);
    return from !== undefined && from > after ? [{ text, from }] : [];
  });
}
