/** The computed text against the printed one, unit by unit: what agrees, and what kind of difference there is. */

import { alignUnits, fold, isMereWording, maskedOf, nameOf, type Unit, unitsOf } from '../compare/index.ts';
import type { AppliedOperation, Instrument, Verification } from '../model.ts';
import { sameTitle } from '../names/index.ts';

/**
 * Compares an applied text with the text as printed.
 * @param operations the operations that made it: a clause that allows unlisted wording makes a difference `allowed`,
 *   except in what the decision itself lays down word by word
 * @param before the text that the operations were applied to: tells what of a difference they left alone
 * @returns one row for each article, heading or paragraph; `old` is the computed side, `new` the printed one; what
 *   stands elsewhere in the print (under another chapter, say) is a contradiction though the words be the same
 */
export function verify(
  applied: Instrument,
  printed: Instrument,
  operations: readonly AppliedOperation[] = [],
  before?: Instrument,
): Verification[] {
  const known = before && linesOf(unitsOf(before));
  const open = operations.some((one) => one.op === 'general' && one.adjusts.includes('wording'));
  const stated = new Set(
    operations
      .filter(({ fate, op }) => fate === 'applied' && (op === 'substitute' || op === 'insert'))
      .flatMap(({ touched }) => touched ?? []),
  );
  const rows = alignUnits(unitsOf(applied), unitsOf(printed)).map((pair): Verification => {
    const { old, new: other } = pair;
    const made =
      old && other && !pair.moved ? classOf(old, other, open && !stated.has(old.eId)) : 'contradiction';
    return {
      old: old ? nameOf(old) : null,
      new: other ? nameOf(other) : null,
      class: made,
      oldText: old?.text ?? '',
      newText: other?.text ?? '',
      ...(made === 'contradiction' && !pair.moved && known && isUntouched(old, other, known)
        ? { untouched: true }
        : {}),
    };
  });
  const title = titleRow(applied, printed);
  return title ? [title, ...rows] : rows;
}

function linesOf(units: readonly Unit[]): Set<string> {
  return new Set(units.flatMap(({ text }) => text.split('\n').map((line) => fold(line).text)));
}

/** Every line in which the computed text differs stood so in the text before. */
function isUntouched(old: Unit | undefined, other: Unit | undefined, known: ReadonlySet<string>): boolean {
  if (!old) return true;
  const printed = other ? linesOf([other]) : new Set<string>();
  return [...linesOf([old])].every((line) => printed.has(line) || known.has(line));
}

/** The names, where both texts print one and they differ. */
function titleRow(applied: Instrument, printed: Instrument): Verification | undefined {
  const named = [applied, printed].every(({ frame }) => frame.some(({ role }) => role === 'title'));
  if (!named || sameTitle(applied.title, printed.title)) return undefined;
  return { old: '名称', new: '名称', class: 'contradiction', oldText: applied.title, newText: printed.title };
}

/** How two units differ. */
function classOf(old: Unit, other: Unit, open: boolean): Verification['class'] {
  const sameLabel = spaceless(old.label) === spaceless(other.label);
  if (old.folded === other.folded) {
    if (!sameLabel) return 'renumbering';
    return old.text === other.text && old.label === other.label ? 'same' : 'typography';
  }
  if (maskedOf(old) === maskedOf(other)) return 'renumbering';
  return open && sameLabel && isMereWording(maskedOf(old), maskedOf(other)) ? 'allowed' : 'contradiction';
}

function spaceless(label: string): string {
  return label.replace(/[ \u3000\u00a0]/g, '');
}

/** True where nothing but typography stands between the two texts. */
export function agrees(rows: readonly Verification[]): boolean {
  return rows.every((row) => row.class === 'same' || row.class === 'typography');
}
