/**
 * Articles and chapter headings that an edition prints on the end of the line before.
 *
 * `…负责。第三条　网约车…` → two lines, if 第三条 is the article that is due there
 */
import type { VFile } from 'vfile';
import type { SourceText, TextLine } from '../model.ts';
import { articleMark, containerMark } from './labels.ts';

const inner =
  /[。；”）]\s*(?=第[〇零一二两三四五六七八九十百千\d]+(?:条(?:之[一二三四五六七八九十]+)?[ \u3000]|[编章节][ \u3000]))/g;

/** Lines with glued ones cut apart; each cut is reported. */
export function splitGlued(text: SourceText, file: VFile): TextLine[] {
  const out: TextLine[] = [];
  let last: string | undefined;
  const queue = text.lines;
  for (const original of queue) {
    let line = original;
    last = articleMark(line.text)?.number ?? last;
    inner.lastIndex = 0;
    for (;;) {
      const at = due(line, last);
      if (at === undefined) break;
      const middle = text.placeOf(line, at).offset;
      const head = line.text.slice(0, at).trimEnd();
      out.push({ ...line, text: head, end: text.placeOf(line, head.length).offset });
      const place = text.placeOf(line, at);
      line = {
        text: line.text.slice(at),
        start: middle,
        end: line.end,
        line: place.line,
        indented: false,
        blankBefore: 0,
      };
      file.info(`“${line.text.slice(0, 8)}…”接排在上一条之后，分开`, place, 'gongbao:glued');
      last = articleMark(line.text)?.number ?? last;
    }
    out.push(line);
  }
  return out;
}

const articleAhead = /[ \u3000]+(?=第[〇零一二两三四五六七八九十百千\d]+条[ \u3000])/g;
const longestHeading = 30;

/** Length of the heading 第一章　总则 that a text begins with, where nothing or the article due stands behind it. */
function headingLength(text: string, expected: string): number | undefined {
  if (text.length <= longestHeading && containerMark(text)) return text.length;
  for (const match of text.slice(0, longestHeading).matchAll(articleAhead)) {
    const end = match.index + match[0].length;
    if (articleMark(text.slice(end))?.number !== expected) continue;
    return containerMark(text.slice(0, match.index)) ? end : undefined;
  }
  return undefined;
}

/** Offset of a glued head that is due: the next article, or a heading before it or at the end of the line. */
function due(line: TextLine, last: string | undefined): number | undefined {
  if (!/第.{1,12}[条编章节]/.test(line.text.slice(2))) return undefined;
  const expected = last === undefined ? '1' : String(Number(last.split('-')[0]) + 1);
  const heading = headingLength(line.text, expected);
  if (heading !== undefined && heading < line.text.length) return heading;
  if (last === undefined) return undefined;
  for (const match of line.text.matchAll(inner)) {
    const at = match.index + match[0].length;
    const before = line.text.slice(0, at);
    if ((before.match(/“/g)?.length ?? 0) > (before.match(/”/g)?.length ?? 0)) continue;
    const rest = line.text.slice(at);
    if (articleMark(rest)?.number === expected) return at;
    if (headingLength(rest, expected) !== undefined) return at;
  }
  return undefined;
}
