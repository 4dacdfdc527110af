/** A provision that is asked for beside its text: 《甲条例》第三条 → whether the 条 itself is in force on the day. */
import type { Day, Locator, LocatorStep, PartOfText, Status } from '../../model.ts';
import { formatLocator, indexProvisions, resolveLocator } from '../../references/locator.ts';
import { abbreviations } from '../../structure/abbreviations.ts';
import { partsOn } from '../life/parts.ts';
import { reasons } from '../life/reasons.ts';
import type { StatusWork } from '../status-work.ts';

/**
 * The status of a work narrowed to the provisions that are asked for.
 * @param status of the work on the day
 *
 * 条例 in force, 第三条 from 2026-01-01 on; 第三条 on 2024-08-01 → published · 第三十条, which it has not → unknown
 */
export function statusOfPlaces(
  work: StatusWork,
  status: Status,
  locators: readonly Locator[],
  day: Day,
): Status {
  const [locator, ...more] = locators;
  if (!locator) return status;
  if (more.length > 0) {
    const all = locators.map((one) => statusOfPlaces(work, status, [one], day));
    const same = all.every(({ state }) => state === all[0]!.state);
    const reason = all.map((one) => one.reason).join('；');
    return same ? { ...all[0]!, reason } : { ...status, state: 'unknown', basis: 'none', reason };
  }
  const label = formatLocator(locator);
  const found = eIdsOf(work, status, locator);
  if (found === undefined) return unknown(status, reasons.noPlace(label));
  const { eIds, checked } = found;
  const note = checked ? '' : reasons.placeUnchecked(label);
  const parts = partsOn(status, day);
  const own = parts.find((part) => eIds.every((eId) => part.eId !== undefined && within(eId, part.eId)));
  const inner = parts.filter(({ eId }) => eId !== undefined && eIds.some((upper) => within(eId, upper)));
  if (own) return { ...status, ...ofPart(own), reason: `${reasons.part(own)}${note}`, parts: [own] };
  const vague = parts.filter(({ eId }) => eId === undefined);
  if (vague.length > 0) return unknown(status, reasons.vaguePart(label, vague));
  const { parts: _others, ...rest } = status;
  const inside = inner.map((part) => `；其中${reasons.part(part)}`).join('');
  const reason = `${label}：${status.reason}${inside}${note}`;
  return { ...rest, reason, ...(inner.length > 0 ? { parts: inner } : {}) };
}

function unknown(status: Status, reason: string): Status {
  const { parts: _parts, ...rest } = status;
  return { ...rest, state: 'unknown', basis: 'none', reason };
}

function ofPart({ state, from, until, evidence }: PartOfText): Partial<Status> {
  return {
    state,
    basis: state === 'unknown' ? 'none' : 'stated',
    evidence: [evidence],
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

const within = (eId: string, upper: string): boolean => eId === upper || eId.startsWith(`${upper}__`);

/** Ids of a place; unchecked where the text itself is not at hand, undefined where the text has no such place. */
function eIdsOf(
  work: StatusWork,
  { version }: Status,
  locator: Locator,
): { eIds: string[]; checked: boolean } | undefined {
  const text = work.versions.find(({ date }) => date === version) ?? work.versions.at(-1);
  const provisions = text?.instrument?.provisions;
  if (!provisions) return { eIds: [idFrom(locator.steps)], checked: false };
  const found = resolveLocator(indexProvisions(provisions), locator);
  return found.ok ? { eIds: found.eIds, checked: true } : undefined;
}

function idFrom(steps: readonly LocatorStep[]): string {
  return steps.map(({ type, number }) => `${abbreviations[type]}_${number}`).join('__');
}
