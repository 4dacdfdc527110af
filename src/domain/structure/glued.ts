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

/** Offset of a glued head that is due: the next article, or a heading that takes the rest of the line. */
function due(line: TextLine, last: string | undefined): number | undefined {
  if (last === undefined || !/第.{1,12}[条编章节]/.test(line.text.slice(2))) return undefined;
  for (const match of line.text.matchAll(inner)) {
    const at = match.index + match[0].length;
    const before = line.text.slice(0, at);
    if ((before.match(/“/g)?.length ?? 0) > (before.match(/”/g)?.length ?? 0)) continue;
    const rest = line.text.slice(at);
    const article = articleMark(rest);
    const expected = Number(last.split('-')[0]) + 1;
    if (article?.number === String(expected)) return at;
    const container = rest.length <= 30 ? containerMark(rest) : undefined;
    if (container) return at;
  }
  return undefined;
}
