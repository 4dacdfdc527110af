/**
 * Articles, chapter headings and items that an edition prints on the end of the line before.
 *
 * `…负责。第三条　网约车…` → two lines, if 第三条 is the article that is due there
 * `第一章 总则 第一条 为了…` → heading and article · `…条件：（一）甲；（二）乙。` → three lines
 */
import type { VFile } from 'vfile';
import type { SourceText, TextLine } from '../../model.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { articleHeads } from './articles.ts';
import { findCuts } from './cuts.ts';

/** Lines with glued ones cut apart; each line that is cut is reported. */
export function splitGlued(text: SourceText, file: VFile): Line[] {
  const out: Line[] = [];
  const lines = linesOf(text.lines);
  const heads = articleHeads(lines);
  const tight = heads.some((head, i) => head && isTight(lines[i]!.text, head.label.length));
  let before: string | undefined;
  for (const [i, line] of lines.entries()) {
    const { at, last } = findCuts(line.text, heads[i]?.number ?? before, tight);
    before = last;
    if (at.length === 0) {
      out.push(line);
      continue;
    }
    let from = 0;
    for (const to of [...at, line.text.length]) {
      out.push(...linesOf([piece(line, from, to, text)]));
      from = to;
    }
    const words = line.text.slice(at[0], at[0]! + 8);
    const more = at.length > 1 ? `等${at.length}处` : '';
    file.info(`“${words}…”${more}接排在上文之后，分开`, text.placeOf(line, at[0]!), 'gongbao:glued');
  }
  return out;
}

function isTight(text: string, label: number): boolean {
  return /[\p{Script=Han}\p{Ps}“]/u.test(text[label] ?? '');
}

/** A part of a line as a line of its own. */
function piece(line: TextLine, from: number, to: number, text: SourceText): TextLine {
  const words = line.text.slice(from, to).trimEnd();
  const start = text.placeOf(line, from);
  const { strong, ...rest } = line;
  const bold = strong
    ?.filter(([a, b]) => a >= from && b <= from + words.length)
    .map(([a, b]): [number, number] => [a - from, b - from]);
  return {
    ...rest,
    text: words,
    start: from === 0 ? line.start : start.offset,
    end: to === line.text.length ? line.end : text.placeOf(line, from + words.length).offset,
    line: start.line,
    ...(from === 0 ? {} : { indented: false, blankBefore: 0 }),
    ...(bold && bold.length > 0 ? { strong: bold } : {}),
  };
}
