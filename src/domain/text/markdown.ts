/**
 * The door: Markdown is read by remark, and what it calls markup is told apart from text.
 * Nothing of mdast leaves this file.
 *
 * `- (一) 甲**乙**` → markup `- `, `**`, `**`; strong `乙`.
 * `1. 粤政易` → no markup: an ordered numeral is a legal address.
 */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Markup of a source file, in source offsets, in order. */
export interface Markup {
  /** Ranges that are layout marks and not text. */
  marks: [number, number][];
  strong: [number, number][];
  /** Start offset of a heading's line → its depth. */
  headings: Map<number, number>;
  /** Start offsets of blocks too long to be read as Markdown; they are taken as plain text. */
  plain: number[];
}

/**
 * Constructs that a legal text does not mean when it happens to spell them: an indented paragraph is not
 * code, `<script>` and `[1]: 甲` are words, `\` and `&` stand for themselves, a rule under a line is no title.
 */
const disabled = [
  'codeIndented',
  'codeFenced',
  'codeText',
  'htmlFlow',
  'htmlText',
  'definition',
  'setextUnderline',
  'labelStartImage',
  'labelStartLink',
  'labelEnd',
  'hardBreakEscape',
  'characterEscape',
  'characterReference',
];

function legalMarkdown(this: Processor): void {
  this.data('micromarkExtensions' as never, [{ disable: { null: disabled } }] as never);
}

const processor = unified().use(legalMarkdown).use(remarkParse).freeze();

/** A line longer than this is not prose that anyone marked up; Markdown's attention rules are not linear. */
const longestLine = 65_536;
/** Lines are read together up to this many characters, so that memory does not grow with the file. */
const batch = 4_096;

/** Reads the markup of a file from an offset on, block by block. */
export function readMarkup(source: string, from = 0): Markup {
  const markup: Markup = { marks: [], strong: [], headings: new Map(), plain: [] };
  for (const [start, end] of batches(source, from)) {
    if (end - start > longestLine) markup.plain.push(start);
    else collect(processor.parse(tame(source.slice(start, end))) as Root, source, start, markup);
  }
  return markup;
}

/** Twelve quotes or lists inside each other at the head of a line; a line of nothing but dashes is a rule. */
const nested =
  /^(?![ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$)(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12,}/gm;
const attention = /[*_]+/g;
/** A paragraph with more marks of emphasis than this was not set by hand. */
const mostMarks = 1000;

/**
 * The same text, as long, without what Markdown would nest without end: time and stack are not to be had for the
 * asking. What is covered stays in the text as it is.
 */
function tame(text: string): string {
  // remark drops a byte order mark, and every offset behind it would be short by one.
  const flat = text.replace(/^\ufeff/, ' ').replace(nested, cover);
  if ((flat.match(attention)?.length ?? 0) <= mostMarks) return flat;
  return flat
    .split(/(\n[ \t\r]*\n)/)
    .map((part) => ((part.match(attention)?.length ?? 0) > mostMarks ? part.replace(attention, cover) : part))
    .join('');
}

const cover = (marks: string): string => '·'.repeat(marks.length);

/** Cuts at empty lines where it can, so that no block is cut; in a block too long for that, between lines. */
function* batches(source: string, from: number): Generator<[number, number]> {
  const breaks = /\n(?:[ \t\r]*\n)?/g;
  breaks.lastIndex = from;
  let start = from;
  let line = from;
  let empty = from;
  for (;;) {
    const match = breaks.exec(source);
    const end = match ? match.index + match[0].length : source.length;
    if (end - start > batch) {
      const cut = empty > start ? empty : line;
      if (cut > start) {
        yield [start, cut];
        start = cut;
      }
      if (end - start > batch) {
        yield [start, end];
        start = end;
      }
    }
    if (!match) break;
    line = end;
    if (match[0].length > 1) empty = end;
  }
  if (start < source.length) yield [start, source.length];
}

function collect(root: Root, source: string, base: number, markup: Markup): void {
  const leaves: [number, number][] = [];
  const visit = (node: Nodes, quoted = false): void => {
    const start = base + (node.position?.start.offset ?? 0);
    const end = base + (node.position?.end.offset ?? 0);
    if (node.type === 'paragraph' && textOf(node).length === end - start) {
      // A paragraph without inline marks reads as it stands.
      leaves.push([start, end]);
      return;
    }
    if (node.type === 'heading') markup.headings.set(start, node.depth);
    if (node.type === 'strong') markup.strong.push([start, end]);
    if (node.type === 'listItem') {
      const numeral = /^\s*\d{1,9}[.)]/.exec(source.slice(start, Math.min(end, start + 16)));
      if (numeral) leaves.push([start, start + numeral[0].length]);
    }
    if ('children' in node)
      for (const child of node.children) visit(child, quoted || node.type === 'blockquote');
    else if (quoted) leaves.push(...withoutQuoteMarks(source, start, end));
    else if (node.type !== 'thematicBreak' && node.type !== 'break') leaves.push([start, end]);
  };
  visit(root);
  const end = base + (root.position?.end.offset ?? 0);
  let cursor = base;
  for (const [from, to] of [...leaves, [end, end] as [number, number]]) {
    for (const run of source.slice(cursor, from).matchAll(/\S+/g)) {
      markup.marks.push([cursor + run.index, cursor + run.index + run[0].length]);
    }
    cursor = Math.max(cursor, to);
  }
}

/** The lines of a text in a quotation, without the `>` that stands before each of them. */
function withoutQuoteMarks(source: string, start: number, end: number): [number, number][] {
  const lines: [number, number][] = [];
  let from = start;
  for (const match of source.slice(start, end).matchAll(/\n[ \t]*(?:>[ \t]?)+/g)) {
    lines.push([from, start + match.index]);
    from = start + match.index + match[0].length;
  }
  return [...lines, [from, end]];
}
