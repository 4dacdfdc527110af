/** Quotation in a decision's clause: is a place inside “…”, and is that the old wording or the new? */

const newWording = /(?:修改为|改为|增加|增写|作为[^“”]{0,20}|规定|即|如下|修正为|表述为)\s*[:：，,]?\s*$/;

/** Offsets of the quotation marks of a text, in order: found once, asked for every address in it. */
export interface Quotes {
  offsets: readonly number[];
  text: string;
}

export function readQuotes(text: string): Quotes {
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) if (text[i] === '“' || text[i] === '”') offsets.push(i);
  return { offsets, text };
}

/** `new` or `old` for a place inside quotation marks, undefined outside. */
export function quotedAt({ offsets, text }: Quotes, at: number): 'new' | 'old' | undefined {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < at) low = middle + 1;
    else high = middle;
  }
  const open = offsets[low - 1];
  if (open === undefined || text[open] === '”') return undefined;
  return newWording.test(text.slice(Math.max(0, open - 30), open)) ? 'new' : 'old';
}

const citing = /(?:规定|明确|指出|要求|载明|写明|如下|为)\s*[：:，,]?\s*$/;
const named = /》|(?<!本)(?:法|法典|条例|规定|办法|解释)(?:的)?第/;

/** True inside “…” that the sentence gives as the words of another document: 《甲法》第十条规定：“违反本法第二条的…” */
export function inForeignQuote(text: string, at: number): boolean {
  const from = Math.max(0, at - 1000);
  const before = text.slice(from, at);
  const open = before.lastIndexOf('“');
  if (open < 0 || before.lastIndexOf('”') > open) return false;
  const sentence = before.slice(
    Math.max(before.lastIndexOf('。', open), before.lastIndexOf('；', open)) + 1,
    open,
  );
  return citing.test(sentence) && named.test(sentence);
}
