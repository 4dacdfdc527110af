/** Words to be replaced: lists of quotations on both sides of 修改为. */
import type { WordChange } from '../model.ts';
import type { Quotation } from './read/quotes.ts';

/**
 * Pairs old words with new ones: “a”、“b”分别修改为“c”、“d” → a→c, b→d; “a”、“b”修改为“c” → both → c.
 * @returns undefined where the lists do not answer each other
 */
export function wordChanges(from: readonly Quotation[], to: readonly Quotation[]): WordChange[] | undefined {
  const [old, now] = [from.map(textOf), to.map(textOf)];
  if (old.length === 0 || now.length === 0) return undefined;
  if (now.length === 1) return old.map((text) => ({ from: text, to: now[0]!, all: true }));
  if (old.length !== now.length) return undefined;
  return old.map((text, i) => ({ from: text, to: now[i]!, all: true }));
}

function textOf({ lines }: Quotation): string {
  return lines.join('');
}
