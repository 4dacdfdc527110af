/**
 * Items, points and levels: a run of lines with and without marks becomes nested nodes.
 *
 * In an article: `有下列情形之一的：` `（一）甲；` `（二）乙。` → one paragraph with two items.
 * The first style of mark under a paragraph makes 项, the next one inside it 目.
 */
import type { VFile } from 'vfile';
import type { Position, Provision, ProvisionType, SourceText } from '../../model.ts';
import { type ListStyle, listMark, type Mark } from '../lines/labels.ts';
import { isClosing } from '../lines/metadata.ts';
import { node, type Piece, piecePosition, pieceText } from './nodes.ts';

export interface Entry {
  piece: Piece;
  mark?: Mark<ListStyle>;
  /** A finished node that stands here as it is: a table or figure. */
  whole?: Provision;
}

/** What a marked line is called at each depth; the last name serves all deeper ones. */
export interface ListGrammar {
  types: ProvisionType[];
  /** True where a plain line after a list belongs to the last open level (plans), not to the text around. */
  absorb: boolean;
  /** True where a list stands beside the line that announces it, as the clauses of a decision do. */
  rooted?: boolean;
  /** Splits a marked line's text into heading and text. */
  heading?: (rest: string) => { heading: string; text: string } | undefined;
}

interface Open {
  style: ListStyle;
  number: string;
  node: Provision;
}

/** Reads marks, unless one is given; a piece that starts inside a line (after 第六条) is marked by its own start. */
export function entryOf(piece: Piece, given?: Mark<ListStyle>): Entry {
  const mark = given ?? listMark(pieceText(piece));
  return mark ? { piece, mark } : { piece };
}

/**
 * Grows the nodes of one article, level or document part.
 * @param counts carries the count of each style from one call to the next, for numbers that run on
 * @returns paragraphs and marked nodes, in order of reading
 */
export function growList(
  entries: Entry[],
  grammar: ListGrammar,
  text: SourceText,
  file: VFile,
  counts: Counts = new Map(),
): Provision[] {
  const roots: Provision[] = [];
  let paragraph: Provision | undefined;
  let open: Open[] = [];

  const plain = (entry: Entry): Provision =>
    entry.whole ?? node('paragraph', '', '', pieceText(entry.piece), piecePosition(text, entry.piece));

  const siblingsAt = (depth: number, piece: Piece): Provision[] => {
    if (depth > 0) return open[depth - 1]!.node.children;
    if (grammar.absorb || grammar.rooted) return roots;
    paragraph ??= push(roots, node('paragraph', '', '', '', emptyAt(piece, text)));
    return paragraph.children;
  };

  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (!entry.mark) {
      const inside =
        open.length > 0 &&
        !isClosing(pieceText(entry.piece)) &&
        (grammar.absorb || entry.whole || announces(open.at(-1)!.node) || resumes(entries, i, open));
      if (inside) open.at(-1)!.node.children.push(plain(entry));
      // A list that stands beside its paragraph closes it.
      else if (paragraph && paragraph === roots.at(-1) && takes(paragraph, entry, grammar))
        paragraph.children.push(plain(entry));
      else {
        open = [];
        const made = push(roots, plain(entry));
        // A table or figure announces no list.
        paragraph = made.type === 'paragraph' ? made : undefined;
      }
      continue;
    }
    const { mark, piece } = entry;
    const same = open.findLastIndex((level) => level.style === mark.style);
    const depth = same >= 0 ? same : open.length;
    const previous = same >= 0 ? open[same]! : undefined;
    open = open.slice(0, depth);
    checkOrder(mark, previous, counts, piece, text, file);
    const rest = { line: piece.line, from: piece.from + mark.rest, to: piece.to };
    const type = grammar.types[Math.min(depth, grammar.types.length - 1)]!;
    const made = node(type, mark.number, mark.label, pieceText(rest), piecePosition(text, piece));
    const headed = grammar.heading?.(made.text);
    if (headed) {
      made.heading = headed.heading;
      made.text = headed.text;
    }
    siblingsAt(depth, piece).push(made);
    open.push({ style: mark.style, number: mark.number, node: made });
  }
  return roots;
}

function push(list: Provision[], made: Provision): Provision {
  list.push(made);
  return made;
}

/** An article that opens with an item has a paragraph without words. */
function emptyAt(piece: Piece, text: SourceText): Position {
  const start = text.placeOf(piece.line, piece.from);
  return { start, end: start };
}

/** True where an item asks what the lines below answer, or announces what has not come yet or is under way. */
function announces(item: Provision): boolean {
  const last = item.children.at(-1);
  if (item.text.endsWith('？')) return true;
  return item.text.endsWith('：') && (!last || (last.type === 'paragraph' && /[；，、]$/.test(last.text)));
}

/** True where a line without a mark belongs to the paragraph above: a table or figure, or a part of the list it announces. */
function takes(paragraph: Provision, { whole, piece }: Entry, { absorb }: ListGrammar): boolean {
  return !absorb && (whole !== undefined || lists(paragraph, pieceText(piece)));
}

/** 由下列人员组成：⏎ 主任，⏎ 副主任若干人，⏎ 委员若干人。: a list without marks is no 款 of its own, to its full stop. */
function lists({ text, children }: Provision, line: string): boolean {
  const last = children.at(-1);
  if (!text.endsWith('：')) return false;
  return last ? last.type === 'paragraph' && /[，、；]$/.test(last.text) : /[，、]$/.test(line);
}

/** How far a plain line looks ahead for the list to go on. */
const horizon = 100;

/**
 * True where a later mark continues an open list: then the plain line in between belongs to its last item.
 * A list that begins in between (`1.` under a second paragraph of （二）) may stand before that mark.
 */
function resumes(entries: Entry[], at: number, open: Open[]): boolean {
  const inner = new Set<ListStyle>();
  for (let i = at + 1; i < Math.min(entries.length, at + horizon); i++) {
    const mark = entries[i]!.mark;
    if (!mark) continue;
    if (inner.has(mark.style)) continue;
    const level = open.find((candidate) => candidate.style === mark.style);
    if (level) return mark.number !== '1' && follows(level.number, mark.number);
    if (mark.number !== '1') return false;
    inner.add(mark.style);
  }
  return false;
}

/** `3` → `4`, `3-1`; `3-1` → `3-2`, `4` */
export function follows(previous: string, next: string): boolean {
  const [a, b] = previous.split('-').map(Number) as [number, number?];
  const [c, d] = next.split('-').map(Number) as [number, number?];
  if (d === undefined) return c === a + 1;
  return c === a && d === (b ?? 0) + 1;
}

/** Last number of each style so far: some notices count （一）（二） on through 一、 and 二、. */
export type Counts = Map<ListStyle, string>;

/** Which brackets a label has: one of them may be lost. */
function brackets(label: string): string {
  return label.normalize('NFKC').replace(/[^()]/g, '');
}

function checkOrder(
  mark: Mark<ListStyle>,
  previous: Open | undefined,
  counts: Counts,
  piece: Piece,
  text: SourceText,
  file: VFile,
): void {
  const last = counts.get(mark.style);
  counts.set(mark.style, mark.number);
  if (previous && mark.style === 'han-bracket' && brackets(previous.node.label) !== brackets(mark.label)) {
    const words = `序号“${mark.label.trim()}”与“${previous.node.label.trim()}”括号不一致`;
    file.message(words, text.placeOf(piece.line, piece.from), 'gongbao:label-bracket');
  }
  if (mark.number === '1' || (previous && follows(previous.number, mark.number))) return;
  if (!previous && last !== undefined && follows(last, mark.number)) return;
  const message = file.message(
    previous
      ? `序号“${mark.label.trim()}”不接“${previous.node.label.trim()}”`
      : `首个序号是“${mark.label.trim()}”`,
    text.placeOf(piece.line, piece.from),
    'gongbao:list-order',
  );
  message.actual = mark.number;
  message.expected = [previous ? String(Number(previous.number.split('-')[0]) + 1) : '1'];
}
