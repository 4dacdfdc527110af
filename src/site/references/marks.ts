/** References and defined terms of a text as marks on it: a link, or a quiet reason. */
import type { Reference, Version } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import type { Mark } from '../views/runs.ts';
import type { Marks } from '../views/text.ts';
import { referenceBook } from './book.ts';
import { resolveLink } from './links.ts';
import { linkedUses } from './terms.ts';

const slotOf = (eId: string, part?: Reference['part'], cell?: readonly [number, number]): string =>
  `${eId} ${part ?? ''} ${cell?.join() ?? ''}`;

/** The marks of a version, by provision and part. */
export function referenceMarks(holdings: Holdings, version: Version): Marks {
  const slots = new Map<string, Mark[]>();
  for (const reference of referenceBook(holdings).from(version)) {
    const mark = markOf(holdings, reference);
    if (!mark) continue;
    const { eId } = reference.from;
    const slot = slotOf(eId, reference.part, reference.cell);
    const marks = slots.get(slot);
    if (marks) marks.push(mark);
    else slots.set(slot, [mark]);
  }
  for (const [slot, marks] of slots) slots.set(slot, linksFirst(marks));
  for (const { eId, part, cell, mark } of linkedUses(version)) {
    const slot = slotOf(eId, part, cell);
    const marks = slots.get(slot) ?? [];
    if (!marks.some(({ start, end }) => start < mark.end && mark.start < end))
      slots.set(slot, [...marks, mark]);
  }
  return (eId, part, cell) => slots.get(slotOf(eId, part, cell)) ?? [];
}

function markOf(holdings: Holdings, reference: Reference): Mark | undefined {
  const { start, end } = reference;
  const resolved = resolveLink(holdings, reference);
  if (!resolved) return undefined;
  if ('why' in resolved) return { start, end, why: resolved.why };
  const { href, through, note } = resolved.link;
  return {
    start,
    end,
    href,
    kind: 'reference',
    ...(through ? { through } : {}),
    ...(note ? { why: note } : {}),
  };
}

/** Of several references on the same words one that leads somewhere is kept. */
function linksFirst(marks: Mark[]): Mark[] {
  if (marks.length < 2) return marks;
  const links = marks.filter(({ href }) => href !== undefined);
  return [
    ...links,
    ...marks.filter(
      ({ href, start, end }) =>
        href === undefined && !links.some((link) => link.start < end && start < link.end),
    ),
  ];
}
