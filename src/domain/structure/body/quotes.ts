/**
 * Which lines of a decision stand inside quotation marks: numbers there belong to the quoted law.
 *
 * Chinese quoting opens each paragraph anew (“甲。 ⏎ “乙。”) and closes once, so marks are not counted:
 * a line leaves the quotation open if its last mark opens.
 */
import type { Line } from '../lines/line.ts';
import { follows } from './lists.ts';

const verbs = /修改|删去|删除|增加|改为|合并|移至|废止|调整|施行/;

/**
 * @returns for each line, true where it begins inside a quotation
 */
export function quotedLines(lines: Line[]): boolean[] {
  const flags: boolean[] = [];
  let open = false;
  let clause: { style: string; number: string } | undefined;
  for (const line of lines) {
    const mark = line.list ?? line.article;
    const due =
      mark !== undefined &&
      clause !== undefined &&
      mark.style === clause.style &&
      follows(clause.number, mark.number);
    // A quotation that never closes ends where the next clause of the decision speaks.
    if (open && due && verbs.test(line.text) && !line.text.startsWith('“')) open = false;
    flags.push(open || line.text.startsWith('“'));
    if (
      !open &&
      mark &&
      !line.text.startsWith('“') &&
      (clause === undefined || mark.style === clause.style)
    ) {
      clause = { style: mark.style, number: mark.number };
    }
    const opening = line.text.lastIndexOf('“');
    const closing = line.text.lastIndexOf('”');
    if (opening >= 0 || closing >= 0) open = opening > closing;
  }
  return flags;
}
