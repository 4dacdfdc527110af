/** What a reader of a text must be told beside its words: that it is not whole, not in force, or in part not in force. */
import type { Day, LifeOfText, State } from '../../model.ts';
import { doubtReasons } from './gaps.ts';
import { textOn } from './life.ts';
import { partsOn } from './parts.ts';
import { reasons } from './reasons.ts';

/** States in which a text does not bind; unknown is none of them. */
const unbinding: ReadonlySet<State> = new Set([
  'not-yet',
  'adopted',
  'published',
  'superseded',
  'lapsed',
  'repealed',
]);

/**
 * In Chinese, one sentence each; none for a whole text in force.
 * @param eId the provision that is read; empty for the whole text
 * @param version the text that is read, where it is another than that of the day
 *
 * a computed text to which one instruction was not applied → 该文本依修改决定推算，并不完整：…
 */
export function cautionsOn(life: LifeOfText, day: Day, eId: string, version: Day): string[] {
  const stretch = textOn(life, day);
  const read = stretch.version === version ? stretch : life.find((one) => one.version === version);
  const doubts = doubtReasons(read?.doubts).map((reason) => `该文本${reason}`);
  if (stretch.version !== version) return doubts;
  const parts = partsOn(stretch, day).filter(
    (part) => eId === '' || part.eId === undefined || touches(part.eId, eId),
  );
  const force = unbinding.has(stretch.state) ? [stretch.reason] : parts.map(reasons.part);
  return [...doubts, ...force];
}

const touches = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}__`) || other.startsWith(`${one}__`);
