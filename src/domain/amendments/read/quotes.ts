/**
 * Quotation marks of a decision, followed over its lines.
 *
 * Three printing habits are read alike: each paragraph of a quotation opens with “ and only the last closes with ”;
 * one pair of marks stands round all paragraphs; each paragraph has its own pair. Quotations inside quotations are
 * ‘…’ or, in careless prints, “…” again.
 */
import type { Position } from '../../model.ts';
import { type DecisionLine, type Remark, rangeIn } from './lines.ts';

/** A quotation: the lines between the marks, the marks themselves left out. */
export interface Quotation {
  lines: string[];
  position: Position;
  /** False where no mark closes it: it then ends before the next clause. */
  closed: boolean;
  /** False for new wording printed without marks after 修改为： */
  marked: boolean;
}

/** A line with its quotations taken out. */
export interface ScannedLine {
  line: DecisionLine;
  /** Pieces of the line in order: text with its offset in the line, or a quotation that begins there. */
  pieces: ({ text: string; offset: number } | { quotation: Quotation })[];
  /** True for a line that begins inside a quotation. */
  inside: boolean;
  /** True for a line that ends with a closing mark that nothing opened. */
  closes?: boolean;
}

/** Straight and corner quotes as curly ones. Only shapes change, never the length. */
const shapes: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '＂': '"',
};
const shaped = /[「」『』〝〞＂]/g;
/** What follows a quoted word where the mark before it must be a closing one. */
const afterClose = /^(?:[。；，、]|修改为|改为|修改成|[一二三]词|字样|[之]?[前后][面]?增加|$)/;
/** What stands before a mark that must be an opening one. */
const beforeOpen = /(?:[：:]|修改为|改为|作为|增加|中的?|删[去除]|[将把]|第.[条款项])$/;

/** How the caller tells where a quotation that nobody closed must end. */
interface ClauseEnds {
  /** True where a line, met while a quotation is open, can only be the next clause of the decision. */
  interrupts(text: string): boolean;
  /** Told of every line that stands outside quotations, in order. */
  saw(text: string): void;
}

/**
 * Takes the quotations out of a decision's lines.
 * @param remarks gets unclosed and stray marks
 * @returns one entry a line; continuation lines of a quotation have no pieces of their own
 */
export function scanQuotes(
  lines: readonly DecisionLine[],
  ends: ClauseEnds,
  remarks: Remark[],
): ScannedLine[] {
  const scanned: ScannedLine[] = [];
  let open: Quotation | undefined;
  let depth = 0;
  let outer: Outer = '“';
  let unmarkedContinuation = false;

  for (const line of lines) {
    const text = line.text.replace(shaped, (mark) => shapes[mark]!);
    if (open && !/^[“"]/.test(text) && ends.interrupts(text)) {
      close(open, remarks);
      open = undefined;
    }
    const entry: ScannedLine = { line, pieces: [], inside: open !== undefined };
    scanned.push(entry);
    let from = 0;
    if (open) {
      const continued =
        /^[“"]/.test(text) && !(unmarkedContinuation && nestedAtStart(text)) && !closesMidSentence(text);
      if (!continued) unmarkedContinuation = true;
      from = continued ? 1 : 0;
      open.lines.push('');
    } else {
      ends.saw(text);
    }
    let at = from;
    for (let i = from; i < text.length; i++) {
      const mark = markAt(text, i, open ? outer : undefined, depth);
      if (mark === undefined) continue;
      if (!open) {
        if (mark === 'close') {
          remarks.push({
            rule: 'quote-stray',
            reason: '多余的后引号',
            text: text.slice(Math.max(0, i - 10), i + 1),
            position: rangeIn(line, i, line, i + 1),
            severity: 'warning',
          });
          if (i > at) entry.pieces.push({ text: text.slice(at, i), offset: at });
          if (/^[。；]?$/.test(text.slice(i + 1))) entry.closes = true;
          at = i + 1;
          continue;
        }
        if (i > at) entry.pieces.push({ text: text.slice(at, i), offset: at });
        open = { lines: [''], position: rangeIn(line, i, line, text.length), closed: false, marked: true };
        entry.pieces.push({ quotation: open });
        depth = 1;
        outer = text[i] === '"' ? '"' : text[i] === '‘' ? '‘' : '“';
        unmarkedContinuation = false;
        at = i + 1;
      } else {
        depth += mark === 'open' ? 1 : -1;
        if (depth > 0) continue;
        open.lines[open.lines.length - 1] += text.slice(at, i);
        open.position = { start: open.position.start, end: rangeIn(line, i, line, i + 1).end };
        open.closed = true;
        open = undefined;
        at = i + 1;
      }
    }
    if (open) {
      open.lines[open.lines.length - 1] += text.slice(at);
      open.position = { start: open.position.start, end: line.position.end };
    } else if (at < text.length) {
      entry.pieces.push({ text: text.slice(at), offset: at });
    }
  }
  if (open) close(open, remarks);
  for (const { pieces } of scanned) {
    for (const piece of pieces)
      if ('quotation' in piece) piece.quotation.lines = unnested(piece.quotation.lines);
  }
  return scanned;
}

/** In the law itself the marks inside a quotation are outer ones again: ‘甲’ → “甲”. */
function unnested(lines: string[]): string[] {
  if (lines.some((line) => /[“”]/.test(line))) return lines;
  return lines.map((line) => line.replaceAll('‘', '“').replaceAll('’', '”'));
}

function close(open: Quotation, remarks: Remark[]): void {
  remarks.push({
    rule: 'quote-unclosed',
    reason: '引号未闭合，引文止于下一条款之前',
    text: open.lines[0]!.slice(0, 20),
    position: open.position,
    severity: 'error',
  });
}

/** The mark that opened a quotation: some prints set ‘…’ or "…" for “…”. */
type Outer = '“' | '‘' | '"';

function markAt(
  text: string,
  i: number,
  open: Outer | undefined,
  depth: number,
): 'open' | 'close' | undefined {
  const mark = text[i];
  if (mark === '"') return open === '"' ? 'close' : open ? undefined : 'open';
  if (mark === '‘') return open && open !== '‘' ? undefined : 'open';
  if (mark === '’') return open === '‘' ? 'close' : undefined;
  if (open === '‘') return undefined;
  if (mark === '“') {
    // A closing mark typed the wrong way round: “A“修改为“B”.
    return open && depth === 1 && i > 0 && afterClose.test(text.slice(i + 1)) ? 'close' : 'open';
  }
  if (mark !== '”') return undefined;
  if (!open && beforeOpen.test(text.slice(0, i)) && text.indexOf('”', i + 1) > 0) return 'open';
  return 'close';
}

/** In a quotation whose paragraphs carry no marks of their own, a leading “ with its ” in the line is a quoted word. */
function nestedAtStart(text: string): boolean {
  return text.indexOf('”') > 0;
}

/** `“A”是指…`: the mark that would close the quotation is followed by words, so the pair is a quoted word. */
function closesMidSentence(text: string): boolean {
  const close = text.indexOf('”');
  if (close < 0 || text.indexOf('“', 1) >= 0) return false;
  return /^(?:是指|，?是|包括|等|的|一词)/.test(text.slice(close + 1)) && text.length > close + 6;
}
