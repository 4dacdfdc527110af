/** Texts printed later that lack a change which a decision made before them: both texts are then in doubt. */
import type { Day, Doubt, Provision, Version, Work } from '../model.ts';
import { formatDay } from '../text/calendar.ts';

/** What one decision made of one work: the days of the text before and of that after. */
interface Step {
  work: string;
  before?: Day;
  after?: Day;
}

/**
 * Marks each computed text, and the next printed one, where that prints a changed provision in its old words.
 *
 * 第一条 一元, 二元 by a decision of 2018, printed again 2020 as 一元 → a doubt on the text of 2018 and on that of 2020
 */
export function doubtReprints(works: readonly Work[], steps: readonly Step[]): void {
  for (const work of works) {
    for (const [i, made] of work.versions.entries()) {
      if (made.origin !== 'applied') continue;
      const later = work.versions.slice(i + 1);
      const printed = later.find(({ origin }) => origin === 'published');
      const step = steps.find((one) => one.work === work.id && one.after === made.date);
      const before = work.versions.find(({ date }) => date === step?.before);
      if (!printed || !before) continue;
      const since = later.slice(0, later.indexOf(printed) + 1);
      const lacking = changed(before, made, printed).filter(
        ({ eId }) => !since.some((one) => changes(one, eId)),
      );
      if (lacking.length > 0) doubt(made, printed, lacking);
    }
  }
}

/** True where the decision that made a text changed the provision: it may have taken an earlier change back. */
function changes({ lineage = [] }: Version, eId: string): boolean {
  return lineage.some((one) => (one.previous ?? one.eId) === eId && one.clauses.length > 0);
}

interface Place {
  eId: string;
  label: string;
}

/** Provisions that a decision changed and that the later print has as they were before. */
function changed(before: Version, made: Version, printed: Version): Place[] {
  const [old, now, later] = [before, made, printed].map(({ instrument }) => wordsOf(instrument.provisions));
  return (made.lineage ?? []).flatMap(({ eId, previous = eId, clauses }) => {
    if (clauses.length === 0) return [];
    const [was, is, again] = [old!.get(previous), now!.get(eId), later!.get(previous)];
    const lacks = was && is && again && was.words !== is.words && again.words === was.words;
    return lacks ? [{ eId, label: is.label }] : [];
  });
}

function wordsOf(
  provisions: readonly Provision[],
  label = '',
): Map<string, { words: string; label: string }> {
  return new Map(
    provisions.flatMap((provision) => {
      const own = provision.type === 'paragraph' ? label : `${label}${provision.label}`;
      const words = provision.text.replace(/\s/g, '');
      return [[provision.eId, { words, label: own }] as const, ...wordsOf(provision.children, own)];
    }),
  );
}

function doubt(made: Version, printed: Version, places: readonly Place[]): void {
  const where = Array.from(new Set(places.map(({ label }) => label))).join('、');
  const decision = made.madeBy === undefined ? {} : { decision: made.madeBy };
  const told = (reason: string): Doubt => ({ kind: 'reprint', reason, ...decision });
  made.doubts = [
    ...(made.doubts ?? []),
    told(`其后${formatDay(printed.date)}刊印的文本中，${where}仍是修改前的文字`),
  ];
  printed.doubts = [
    ...(printed.doubts ?? []),
    told(`${where}是${formatDay(made.date)}的修改之前的文字，该项修改未见于本文本`),
  ];
}
