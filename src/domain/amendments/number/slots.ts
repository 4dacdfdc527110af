/** Numbers by slots: those laid down keep theirs, the others fill the free numbers in their order. */
import type { Draft } from '../text/draft.ts';

export interface Slotted<T> {
  order: { item: T; number: number }[];
  /** Laid-down numbers beyond the end of the list. */
  overflow: T[];
}

/**
 * @param items in their present order; those with a laid-down number stand anywhere
 * @param fixedOf the laid-down number, or undefined
 * @param start first number
 *
 * [a, b, c→2, d] → a 1, c 2, b 3, d 4
 */
export function fillSlots<T>(
  items: readonly T[],
  fixedOf: (item: T) => number | undefined,
  start = 1,
): Slotted<T> {
  const fixed = new Map<number, T>();
  const free: T[] = [];
  const overflow: T[] = [];
  const end = start + items.length;
  for (const item of items) {
    const number = fixedOf(item);
    if (number === undefined) free.push(item);
    else if (number < start || number >= end || fixed.has(number)) overflow.push(item);
    else fixed.set(number, item);
  }
  const order: { item: T; number: number }[] = [];
  let next = 0;
  for (let number = start; order.length < items.length - overflow.length; number++) {
    const item = fixed.get(number) ?? free[next++];
    if (item === undefined) {
      // The free items are used up: what is laid down beyond the gap has no place.
      overflow.push(...[...fixed].filter(([at]) => at > number).map(([, late]) => late));
      break;
    }
    order.push({ item, number });
  }
  return { order, overflow };
}

const fixedNumber = ({ fixed }: Draft): number | undefined =>
  fixed === undefined ? undefined : Number(fixed);

/** Slots for nodes by the numbers laid down for them; those that have no place come last. */
export function slots(items: readonly Draft[], start: number): Slotted<Draft> {
  return fillSlots(items, fixedNumber, start);
}

/**
 * Slots for nodes. A number that has no place is told and taken back, and all are placed again.
 * @param items asked again after each that was told: it may be gone by then
 */
export function slotsOf(
  items: () => readonly Draft[],
  start: number,
  told: (draft: Draft, count: number) => void,
): { item: Draft; number: number }[] {
  for (;;) {
    const all = items();
    const { order, overflow } = slots(all, start);
    const [late] = overflow;
    if (!late) return order;
    told(late, all.length);
    delete late.fixed;
  }
}
