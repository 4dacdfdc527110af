/**
 * Citations of places. Used when the site is built and in the reader's browser: small, and without the
 * archive.
 */
import { formatNumeral } from '../domain/text/numerals.ts';

const words: Record<string, string> = {
  part: '编',
  chp: '章',
  sec: '节',
  art: '条',
  para: '款',
  item: '项',
  point: '目',
};

/**
 * The place that an eId names, in words; undefined where a step has no word of its own (levels of a plan).
 *
 * `art_6__para_1__item_3` → 第六条第一款第三项 · `art_10-1` → 第十条之一
 */
export function placeWords(eId: string): string | undefined {
  const steps = eId.split('__').map((step) => {
    const match = /^([a-z]+)_(\d+)((?:-\d+)*)$/.exec(step);
    const word = match && words[match[1]!];
    if (!match || !word) return undefined;
    const inserted = match[3]!
      .split('-')
      .filter(Boolean)
      .map((part) => `之${formatNumeral(Number(part))}`);
    return `第${formatNumeral(Number(match[2]))}${word}${inserted.join('')}`;
  });
  return steps.every((step) => step !== undefined) ? steps.join('') : undefined;
}
