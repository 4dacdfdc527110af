/** Quotation in a decision's clause: is a place inside “…”, and is that the old wording or the new? */

const newWording = /(?:修改为|改为|增加|增写|作为[^“”]{0,20}|规定|即|如下|修正为|表述为)\s*[:：，,]?\s*$/;

/** `new` or `old` for a place inside quotation marks, undefined outside. */
export function quotedAt(text: string, at: number): 'new' | 'old' | undefined {
  const open = text.lastIndexOf('“', at);
  if (open < 0 || (text.lastIndexOf('”', at - 1) > open && open >= 0)) return undefined;
  return newWording.test(text.slice(Math.max(0, open - 30), open)) ? 'new' : 'old';
}
