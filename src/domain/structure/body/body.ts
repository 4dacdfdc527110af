/**
 * The body of a text: lines → provisions, by articles or by levels.
 *
 * `第二章 经营` `第五条 …：` `（一）…；` → chapter › article › paragraph › item
 */
import type { VFile } from 'vfile';
import type { Grammar, InstrumentKind, Provision, SourceText } from '../../model.ts';
import type { HeadingMark } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { type HeadingReader, headingReader } from './article-headings.ts';
import { type ArticleMark, articleHeads } from './articles.ts';
import { bareHeadings } from './bare-headings.ts';
import { decimalMark, decimalTop, usesDecimals } from './decimals.ts';
import { splitHeading } from './headings.ts';
import { type Counts, type Entry, entryOf, growList, type ListGrammar } from './lists.ts';
import { node, type Piece, piecePosition, pieceText, wholeLine } from './nodes.ts';
import { ArticleOrder, HeadingOrder } from './order.ts';
import { quotedLines } from './quotes.ts';
import { numbersBelow, rankOf } from './ranks.ts';
import { isRow, readFigure, readTable } from './tables.ts';

const articleList: ListGrammar = { types: ['item', 'point'], absorb: false };
const levelList: ListGrammar = { types: ['level'], absorb: true, heading: splitHeading };
const clauseList: ListGrammar = { types: ['level'], absorb: false, rooted: true };

/** Articles if any line heads one outside quotations, else levels. */
export function grammarOf(lines: Line[], kind: InstrumentKind): Grammar {
  const quoted = amends(kind) ? quotedLines(lines) : undefined;
  return articleHeads(lines, quoted).some((head) => head) ? 'articles' : 'levels';
}

function amends(kind: InstrumentKind): boolean {
  return kind === 'decision' || kind === 'amendment';
}

/**
 * Grows the provisions of a text.
 * @param lines the body's lines, without title, date and annexes
 * @returns top-level provisions; ids and counts are given by `finish`
 */
export function growBody(
  lines: Line[],
  kind: InstrumentKind,
  grammar: Grammar,
  text: SourceText,
  file: VFile,
): Provision[] {
  const roots: Provision[] = [];
  const containers: Container[] = [];
  const order = new HeadingOrder(text, file);
  const quoted = amends(kind) ? quotedLines(lines) : undefined;
  const heads = grammar === 'articles' ? articleHeads(lines, quoted) : [];
  const headings = headingReader(lines, heads);
  const bare = bareHeadings(lines, heads);
  const decimals = grammar === 'levels' && usesDecimals(lines);
  const articles = new ArticleOrder(text, file, kind === 'amendment');
  const ahead = numbersBelow(lines, heads);
  const counts: Counts = new Map();
  let article: Provision | undefined;
  let entries: Entry[] = [];

  const here = (): Provision[] => containers.at(-1)?.node.children ?? roots;
  const flush = (): void => {
    if (entries.length > 0) {
      if (article) article.children.push(...growList(entries, articleList, text, file));
      else if (amends(kind)) here().push(...growClauses(entries, text, file));
      else
        here().push(...growList(entries, grammar === 'levels' ? levelList : articleList, text, file, counts));
    }
    entries = [];
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (quoted?.[i]) {
      const piece = wholeLine(line);
      const quotation = node('paragraph', '', '', line.text, piecePosition(text, piece));
      quotation.quoted = true;
      entries.push({ piece, whole: quotation });
      continue;
    }
    if (isRow(line)) {
      const { table, next } = readTable(lines, i, text, file);
      entries.push({ piece: wholeLine(line), whole: table });
      i = next - 1;
      continue;
    }
    const figure = readFigure(line, text);
    if (figure) {
      entries.push({ piece: wholeLine(line), whole: figure });
      continue;
    }
    const container =
      line.container ??
      (bare[i] ? bareMark : unnumberedMark(lines, i, containers)) ??
      levelMark(lines, heads, i, entries);
    if (container) {
      flush();
      article = undefined;
      const below =
        container.number !== '' && container.rest >= line.text.length && headingLine(lines, heads, i + 1);
      const siblings = openContainer(container, line, below || undefined, containers, roots, text);
      const { node: made, rank: level } = containers.at(-1)!;
      order.add(made, level, siblings, line, (number) => ahead.heading(level, number, i));
      if (below) i++;
      continue;
    }
    const mark = heads[i];
    if (mark) {
      flush();
      articles.add(mark, line, (number) => ahead.article(number, i));
      article = openArticle(mark, line, headings, text, entries);
      here().push(article);
      continue;
    }
    const decimal = decimals ? (decimalMark(line.text) ?? decimalTop(lines, i)) : undefined;
    entries.push(entryOf(wholeLine(line), decimal));
  }
  flush();
  return roots;
}

/** Clauses of a decision: a quoted line belongs to the clause before it, any other plain line to none. */
function growClauses(entries: Entry[], text: SourceText, file: VFile): Provision[] {
  const out: Entry[] = [];
  for (const entry of entries) {
    out.push(entry);
    const words = entry.whole ? '' : pieceText(entry.piece);
    const at = words.search(/[：:]“/);
    if (at < 0 || !/“[^”]*$|”[。；]?$/.test(words.slice(at + 1)) || /”.*[中的]“/.test(words.slice(at + 1)))
      continue;
    // The quotation begins on the clause's own line: it becomes a paragraph of the clause.
    const head: Piece = { ...entry.piece, to: entry.piece.from + at + 1 };
    const tail: Piece = { ...entry.piece, from: entry.piece.from + at + 1 };
    out[out.length - 1] = { ...entry, piece: head };
    const quotation = node('paragraph', '', '', pieceText(tail), piecePosition(text, tail));
    quotation.quoted = true;
    out.push({ piece: tail, whole: quotation });
  }
  return growList(out, clauseList, text, file);
}

interface Container {
  rank: number;
  node: Provision;
}

const bareMark: HeadingMark = { style: 'level', number: '', label: '', rest: 0, sub: false };

function unnumberedMark(lines: Line[], at: number, containers: Container[]): HeadingMark | undefined {
  if (!lines[at]!.unnumbered || at === lines.length - 1) return undefined;
  const style = containers[0]?.node.type === 'part' ? 'part' : 'chapter';
  return { style, number: '', label: '', rest: 0, sub: false };
}

/** 一、一般规定 on a line of its own before an article, as judicial interpretations print it. */
function levelMark(
  lines: Line[],
  heads: (ArticleMark | undefined)[],
  at: number,
  entries: Entry[],
): HeadingMark | undefined {
  if (!heads[at + 1]) return undefined;
  const mark = lines[at]!.hanLevel;
  if (!mark) return undefined;
  // The last item of a list may lack its full stop.
  const inList = entries.some((entry) => entry.mark?.style === 'han');
  const last = entries.at(-1);
  if (inList || (last && !last.whole && /[：:]$/.test(pieceText(last.piece)))) return undefined;
  return mark;
}

/** `第一章` ⏎ `总则`: the heading of a number that stands alone. */
function headingLine(lines: Line[], heads: (ArticleMark | undefined)[], at: number): Line | undefined {
  const line = lines[at];
  if (!line || heads[at] || line.text.length > 30 || /[。；：，\t]/.test(line.text)) return undefined;
  return line.container || line.list ? undefined : line;
}

/** @returns the list that the new heading stands in, itself the last */
function openContainer(
  mark: HeadingMark,
  line: Line,
  below: Line | undefined,
  containers: Container[],
  roots: Provision[],
  text: SourceText,
): Provision[] {
  const position = piecePosition(text, wholeLine(line));
  if (below) position.end = piecePosition(text, wholeLine(below)).end;
  const made = node(mark.style, mark.number, mark.label, '', position);
  const heading = below ? below.text : line.text.slice(mark.rest).trim();
  if (heading) made.heading = heading;
  const level = rankOf(mark);
  while (containers.length > 0 && containers.at(-1)!.rank >= level) containers.pop();
  const siblings = containers.at(-1)?.node.children ?? roots;
  siblings.push(made);
  containers.push({ rank: level, node: made });
  return siblings;
}

function openArticle(
  mark: ArticleMark,
  line: Line,
  headings: HeadingReader,
  text: SourceText,
  entries: Entry[],
): Provision {
  const made = node('article', mark.number, mark.label, '', piecePosition(text, wholeLine(line)));
  let from = mark.rest;
  const headed = headings(line, mark);
  if (headed) {
    made.heading = headed.heading;
    if (headed.form) made.headingForm = headed.form;
    from = headed.rest;
  }
  if (from < line.text.length) {
    const piece: Piece = { line, from, to: line.text.length };
    // The first paragraph begins after the label; a mark there (`第三条 （一）`) still opens an item.
    entries.push(entryOf(piece));
  }
  return made;
}
