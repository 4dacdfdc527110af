/**
 * Straight quotation marks among Chinese characters.
 *
 * `修改为:"第三条 …。` ⏎ `"前款…。"` → `修改为：“第三条 …。` ⏎ `“前款…。”`
 * Left alone: marks of program text, `alert("甲")`.
 * A line whose first mark opens a paragraph of a longer quotation (no mark closes it here) is read so.
 */
import { type Edit, isWide } from './edits.ts';

/** Straight marks of one line, as the marks that Chinese print uses. */
export function quoteEdits(text: string): Edit[] {
  if (!text.includes('"')) return [];
  const marks: number[] = [];
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
    if (isWide(text[i - 1]) || isWide(text[i + 1])) marks.push(i);
    else return [];
  }
  let first = 0;
  let last = marks.length;
  const opensLine = marks[0] === 0;
  const closesLine = marks.length > 0 && /^[。；，]?$/.test(text.slice(marks.at(-1)! + 1));
  if (marks.length % 2 === 1) {
    if (opensLine) first++;
    else if (closesLine) last--;
  } else if (marks.length > 2 && opensLine && closesLine && wholeLine(text, marks.at(-1)!)) {
    first++;
    last--;
  }
  const edits: Edit[] = [];
  for (const [i, at] of marks.entries()) {
    const opens = i < first || (i < last && (i - first) % 2 === 0);
    // `alert("甲")` is no Chinese sentence.
    const outside = text[opens ? at - 1 : at + 1];
    if (outside !== undefined && /[\w(=<>$]/.test(outside)) return [];
    edits.push({ start: at, end: at + 1, to: opens ? '“' : '”', rule: 'quote' });
  }
  return edits;
}

/** A quoted line is a provision: it begins as one, or its last sentence ends inside the marks. */
function wholeLine(text: string, last: number): boolean {
  return (
    /^"(?:第.{1,9}[条條章节節编編款]|[（(]|[一二三四五六七八九十]+、)/.test(text) ||
    /[。；]/.test(text[last - 1]!)
  );
}
