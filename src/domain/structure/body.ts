/**
 * The body of a text: lines → provisions, by articles or by levels.
 *
 * `第二章 经营` `第五条 …：` `（一）…；` → chapter › article › paragraph › item
 */
import type { VFile } from 'vfile';
import type { Grammar, InstrumentKind, Provision, SourceText, TextLine } from '../model.ts';
import { compareNumbers } from '../text/index.ts';
import { splitHeading } from './headings.ts';
import {
  articleMark,
  type ContainerType,
  containerMark,
  listMark,
  type Mark,
  unnumberedHeading,
} from './labels.ts';
import { type Counts, type Entry, entryOf, follows, growList, type ListGrammar } from './lists.ts';
import { node, type Piece, piecePosition, pieceText, wholeLine } from './nodes.ts';
import { quotedLines } from './quotes.ts';
import { isRow, readFigure, readTable } from './tables.ts';

const articleList: ListGrammar = { types: ['item', 'point'], absorb: false };
const levelList: ListGrammar = { types: ['level'], absorb: true, heading: splitHeading };
const clauseList: ListGrammar = { types: ['level'], absorb: false };

const rank: Record<ContainerType | 'level', number> = { part: 1, chapter: 3, section: 4, level: 5 };

/** Articles if any line heads one outside quotations, else levels. */
export function grammarOf(lines: TextLine[], kind: InstrumentKind): Grammar {
  const quoted = amends(kind) ? quotedLines(lines) : undefined;
  return lines.some((line, i) => !quoted?.[i] && articleMark(line.text)) ? 'articles' : 'levels';
}

function amends(kind: InstrumentKind): boolean {
  return kind === 'decision' || kind === 'amendment';
}

/** The heading in brackets that some editions print after the article number. */
const squareHeading = /^[【〔［[]([^】〕］\]]{1,40})[】〕］\]][ \u3000]*/;
const roundHeading = /^（([^（）。；，]{2,25})）[ \u3000]*/;

/**
 * Grows the provisions of a text.
 * @param lines the body's lines, without title, date and annexes
 * @returns top-level provisions; ids and counts are given by `finish`
 */
export function growBody(
  lines: TextLine[],
  kind: InstrumentKind,
  grammar: Grammar,
  text: SourceText,
  file: VFile,
): Provision[] {
  const roots: Provision[] = [];
  const containers: { rank: number; node: Provision }[] = [];
  const quoted = amends(kind) ? quotedLines(lines) : undefined;
  const rounded = roundHeadingsPrevail(lines);
  const articles = new ArticleOrder(text, file);
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
      const { table, next } = readTable(lines, i, text);
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
      containerMark(line.text) ??
      unnumberedMark(lines, i, containers) ??
      (grammar === 'articles' ? levelMark(lines, i, entries, articles.expected()) : undefined);
    if (container) {
      flush();
      article = undefined;
      openContainer(container, line, containers, roots, text);
      continue;
    }
    const mark = articleMark(line.text, articles.expected()) ?? tightMark(lines, i, articles);
    if (grammar === 'articles' && mark && articles.accepts(mark, line)) {
      flush();
      articles.add(mark, line);
      article = openArticle(mark, line, rounded, text, entries);
      here().push(article);
      continue;
    }
    entries.push(entryOf(wholeLine(line)));
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

function unnumberedMark(
  lines: TextLine[],
  at: number,
  containers: { rank: number; node: Provision }[],
): (Mark<ContainerType> & { sub: boolean }) | undefined {
  const { text } = lines[at]!;
  if (!unnumberedHeading(text) || at === lines.length - 1) return undefined;
  const style = containers[0]?.node.type === 'part' ? 'part' : 'chapter';
  return { style, number: '', label: '', rest: 0, sub: false };
}

/** 一、一般规定 on a line of its own before the article that is due, as judicial interpretations print it. */
function levelMark(
  lines: TextLine[],
  at: number,
  entries: Entry[],
  expected: string,
): (Mark<'level'> & { sub: boolean }) | undefined {
  const { text } = lines[at]!;
  const next = lines[at + 1];
  if (!next || text.length > 40 || /[。；：]/.test(text)) return undefined;
  const mark = listMark(text);
  if (mark?.style !== 'han' || articleMark(next.text, expected)?.number !== expected) return undefined;
  // The last item of a list may lack its full stop.
  const inList = entries.some((entry) => entry.mark?.style === 'han');
  const last = entries.at(-1);
  if (inList || (last && !last.whole && /[：:]$/.test(pieceText(last.piece)))) return undefined;
  return { ...mark, style: 'level', sub: false };
}

/**
 * `第四条第三款所称…` where labels print without a space: the article that is due, unless a later line heads it
 * beyond doubt.
 */
function tightMark(lines: TextLine[], at: number, articles: ArticleOrder): Mark<'article'> | undefined {
  const { text } = lines[at]!;
  const expected = articles.expected();
  if (!articles.tight || text[0] !== '第') return undefined;
  const mark = articleMark(text, expected, true);
  if (mark?.number !== expected) return undefined;
  const later = lines.slice(at + 1).some((line) => articleMark(line.text, expected)?.number === expected);
  return later ? undefined : mark;
}

function openContainer(
  mark: Mark<ContainerType | 'level'> & { sub: boolean },
  line: TextLine,
  containers: { rank: number; node: Provision }[],
  roots: Provision[],
  text: SourceText,
): void {
  const made = node(mark.style, mark.number, mark.label, '', piecePosition(text, wholeLine(line)));
  const heading = line.text.slice(mark.rest).trim();
  if (heading) made.heading = heading;
  const level = rank[mark.style] + (mark.sub ? 1 : 0);
  while (containers.length > 0 && containers.at(-1)!.rank >= level) containers.pop();
  (containers.at(-1)?.node.children ?? roots).push(made);
  containers.push({ rank: level, node: made });
}

function openArticle(
  mark: Mark<'article'>,
  line: TextLine,
  rounded: boolean,
  text: SourceText,
  entries: Entry[],
): Provision {
  const made = node('article', mark.number, mark.label, '', piecePosition(text, wholeLine(line)));
  let from = mark.rest;
  const headed =
    squareHeading.exec(line.text.slice(from)) ?? (rounded ? roundHeading.exec(line.text.slice(from)) : null);
  if (headed) {
    made.heading = headed[1]!;
    made.headingForm = headed[0].trim();
    from += headed[0].length;
  }
  if (from < line.text.length) {
    const piece: Piece = { line, from, to: line.text.length };
    // The first paragraph begins after the label; a mark there (`第三条 （一）`) still opens an item.
    entries.push(entryOf(piece));
  }
  return made;
}

function roundHeadingsPrevail(lines: TextLine[]): boolean {
  let articles = 0;
  let headed = 0;
  for (const { text } of lines) {
    const mark = articleMark(text);
    if (!mark) continue;
    articles++;
    if (roundHeading.test(text.slice(mark.rest))) headed++;
  }
  return articles > 1 && headed * 2 > articles;
}

/** Keeps the order of articles, and says where it breaks. */
class ArticleOrder {
  /** True where the last label was printed without a space after it. */
  tight = false;
  #last: string | undefined;
  readonly #seen = new Map<string, TextLine>();
  readonly #text: SourceText;
  readonly #file: VFile;

  constructor(text: SourceText, file: VFile) {
    this.#text = text;
    this.#file = file;
  }

  expected(): string {
    return this.#last === undefined ? '1' : String(Number(this.#last.split('-')[0]) + 1);
  }

  /** A line that only seems to head an article: `第二条 第三款…` broken out of a sentence far from its turn. */
  accepts(mark: Mark<'article'>, line: TextLine): boolean {
    if (this.#last === undefined || follows(this.#last, mark.number)) return true;
    const rest = line.text.slice(mark.rest);
    return !/^(?:第[一二三四五六七八九十百\d]+[款项]|规定|所列|、|和第|至第)/.test(rest);
  }

  add(mark: Mark<'article'>, line: TextLine): void {
    const { number } = mark;
    const previous = this.#last;
    this.tight = mark.rest === mark.label.length && mark.rest < line.text.length;
    const report = (rule: string, reason: string): void => {
      const message = this.#file.message(reason, this.#text.placeOf(line, 0), `gongbao:${rule}`);
      message.actual = number;
      message.expected = [this.expected()];
    };
    if (number === '1' && previous !== undefined && compareNumbers(previous, '2') > 0) {
      // A second text in the same file: said once, not for each of its articles.
      report('article-restart', `第${previous}条之后条号从第一条重新开始`);
      this.#seen.clear();
      this.#seen.set(number, line);
      this.#last = number;
      return;
    }
    const first = this.#seen.get(number);
    if (first) report('article-duplicate', `${mark.label}重复：第${first.line}行已有`);
    else if (previous === undefined) {
      if (number !== '1') report('article-gap', `首条是${mark.label}，不是第一条`);
    } else if (!follows(previous, number)) {
      if (compareNumbers(number, previous) < 0)
        report('article-order', `${mark.label}排在第${previous}条之后`);
      else report('article-gap', `第${previous}条之后是${mark.label}，中间缺条`);
    }
    if (!first) this.#seen.set(number, line);
    this.#last = number;
  }
}
