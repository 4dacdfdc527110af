/** New wording, as quoted, grown into provisions by the same rules as any text. */
import { VFile } from 'vfile';
import type { Position, Provision, SourceText, TextLine, Wording } from '../../model.ts';
import { growBody, linesOf, listMark } from '../../structure/index.ts';
import { numeralClass, provisionNumber } from '../../text/index.ts';

const articleLabel = new RegExp(
  `^第[ \\u3000]*([${numeralClass}]{1,9})[ \\u3000]*条(?:[ \\u3000]*之([${numeralClass}]{1,3}))?(?![${numeralClass}]|[的所中规、和至或及与，。；）)》”〉]|第|规定|款|项)[ \\u3000]*`,
);

/** The article number at the head of a quoted line. 第四十四条村级… needs no space after it. */
export function articleHead(line: string): { number: string; label: string; rest: string } | undefined {
  const match = articleLabel.exec(line);
  if (!match) return undefined;
  const number = provisionNumber(match[1]!, match[2]);
  return number === undefined
    ? undefined
    : { number, label: match[0].replace(/[ \u3000]/g, ''), rest: line.slice(match[0].length) };
}

/** The item mark at the head of a quoted line. */
export function itemHead(line: string): { number: string; label: string; rest: string } | undefined {
  const mark = listMark(line);
  return mark ? { number: mark.number, label: mark.label, rest: line.slice(mark.rest) } : undefined;
}

/** `（五）甲；（六）乙。` printed in one line: a line for each of the items that the clause counts. */
export function itemLines(lines: readonly string[], count: number): readonly string[] {
  if (lines.length !== 1) return lines;
  const parts = lines[0]!.split(/(?<=[；;。])(?=[（(][一二三四五六七八九十]{1,3}[）)])/);
  return parts.length === count && parts.every((part) => itemHead(part)) ? parts : lines;
}

/**
 * Grows quoted lines that belong inside one article: 款 with their 项 and 目.
 *
 * [`有下列情形之一的：`, `（一）甲；`, `（二）乙。`] → one paragraph with two items
 */
export function growParagraphs(lines: readonly string[], position: Position): Provision[] {
  return grow(lines, position);
}

/** Grows quoted lines that may hold articles and chapters. */
export function growProvisions(lines: readonly string[], position: Position): Provision[] {
  return grow(
    lines.map((line) => {
      const head = articleHead(line);
      return head ? `${head.label}　${head.rest}` : line;
    }),
    position,
  );
}

function grow(
  lines: readonly string[],
  position: Position,
  grammar: 'articles' | 'levels' = 'articles',
): Provision[] {
  let offset = 0;
  const made: TextLine[] = lines.map((text, i) => {
    const start = offset;
    offset += text.length + 1;
    return {
      text,
      start,
      end: start + text.length,
      line: position.start.line + i,
      indented: false,
      blankBefore: 0,
    };
  });
  const source: SourceText = {
    path: '',
    source: lines.join('\n'),
    lines: made,
    repairs: [],
    placeOf: () => position.start,
  };
  // Numbers of quoted provisions begin anywhere: what growing says about their order is no finding.
  return growBody(linesOf(made), 'law', grammar, source, new VFile());
}

/**
 * Splits quoted lines into articles by their labels.
 * @returns undefined where the first line carries no label
 */
export function splitArticles(
  lines: readonly string[],
): { number: string; label: string; lines: string[] }[] | undefined {
  const articles: { number: string; label: string; lines: string[] }[] = [];
  for (const line of lines) {
    const head = articleHead(line);
    if (head)
      articles.push({ number: head.number, label: head.label, lines: head.rest === '' ? [] : [head.rest] });
    else if (articles.length > 0) articles.at(-1)!.lines.push(line);
    else return undefined;
  }
  return articles.length > 0 ? articles : undefined;
}

/** New wording as one level; a mark at its head is its own. */
export function levelIn(lines: readonly string[], position: Position): Provision | undefined {
  const marked = itemHead(lines[0] ?? '') ? lines : [`一、${lines[0] ?? ''}`, ...lines.slice(1)];
  const [only, ...more] = grow(marked, position, 'levels');
  return only && more.length === 0 && only.type === 'level' ? only : undefined;
}

/**
 * The wording of each of several new provisions: by article labels, by quotations, or line by line.
 * @returns undefined where it has not as many parts
 */
export function sharedAmong(wording: Wording, count: number): (readonly string[])[] | undefined {
  const lines = wording.flat();
  const articles = splitArticles(lines);
  if (articles) return articles.length === count ? articles.map((article) => article.lines) : undefined;
  if (wording.length === count) return [...wording];
  return lines.length === count ? lines.map((line) => [line]) : undefined;
}

/** `第三章　监督管理` → `监督管理` */
export function headingWords(line: string): string {
  return line.replace(/^第[^章节编]{1,8}(?:分?编|章|节)[\s\u3000]*/, '').trim();
}
