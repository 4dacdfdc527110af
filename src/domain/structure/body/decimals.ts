/**
 * Levels numbered in decimals, as 预案 and standards print them: `1 总则`, `1.1 编制目的`, `2.3.1 …`.
 *
 * A number with a decimal point may be a quantity (`1.5倍以上`), so a text must show that it counts this way.
 */
import type { TextLine } from '../../model.ts';
import type { ListStyle, Mark } from '../lines/labels.ts';

const deeper = /^(\d{1,2}(?:[.．]\d{1,2}){1,4})[.．]?(?![\d%％])(?:\s+|(?=[\p{Script=Han}“\p{Ps}]))/u;
const unit = /^[倍万亿元米公里吨千百度天年月日时分秒个平亩升克至到]/;
const top = /^(\d{1,2})(?:\s+|(?=[\u3400-\u9fff]))[^。；：，]{1,30}$/;
const styles: ListStyle[] = ['decimal-1', 'decimal-2', 'decimal-3', 'decimal-4', 'decimal-5'];

/** The mark of a level below the first. */
export function decimalMark(text: string): Mark<ListStyle> | undefined {
  const match = deeper.exec(text);
  if (!match) return undefined;
  const rest = match[0].length;
  if (/\d$/.test(match[0]) && unit.test(text.slice(rest))) return undefined;
  const numbers = match[1]!.split(/[.．]/);
  return {
    style: styles[numbers.length - 1]!,
    number: String(Number(numbers.at(-1))),
    label: text.slice(0, rest).trim(),
    rest,
  };
}

/** True where a text counts in decimals: two such lines, one of them the first of its row. */
export function usesDecimals(lines: TextLine[]): boolean {
  let found = 0;
  let first = false;
  for (const { text } of lines) {
    const mark = decimalMark(text);
    if (!mark) continue;
    found++;
    first ||= mark.number === '1';
  }
  return first && found >= 2;
}

/** `1 总则` directly above `1.1 …`, or with one line between. */
export function decimalTop(lines: TextLine[], at: number): Mark<ListStyle> | undefined {
  const { text } = lines[at]!;
  const match = top.exec(text);
  if (!match) return undefined;
  const below = lines
    .slice(at + 1, at + 3)
    .some((line) => /^\d{1,2}[.．]1/.exec(line.text)?.[0].slice(0, -2) === match[1]);
  if (!below) return undefined;
  const rest = match[1]!.length + /^\s*/.exec(text.slice(match[1]!.length))![0].length;
  return {
    style: 'decimal-1',
    number: String(Number(match[1])),
    label: text.slice(0, match[1]!.length),
    rest,
  };
}
