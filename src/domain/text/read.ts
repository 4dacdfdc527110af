/**
 * Source → published lines, every change recorded.
 *
 * `- (一) 提前 30 日,书面报告；` → `（一）提前30日，书面报告；` with four repairs.
 */
import type { VFile } from 'vfile';
import type { Place, Repair, RepairKind, SourceText, TextLine } from '../model.ts';
import { type Correction, placeCorrections } from './corrections.ts';
import { captionGap, captionLength, continuedLines } from './joins.ts';
import { type LineTable, lineTable, placeAt } from './lines.ts';
import { type Markup, readMarkup } from './markdown.ts';
import {
  type Edit,
  entityEdits,
  furnitureRule,
  invisibleEdits,
  reasons,
  spaceEdits,
  widthEdits,
} from './typography.ts';

/**
 * Reads a source file.
 * @param source the file's characters, as they are
 * @param file collects messages; its path names the file
 * @param corrections the editor's, in any order
 * @returns published lines and all repairs, in source order; never throws
 */
export function readText(source: string, file: VFile, corrections: Correction[] = []): SourceText {
  const table = lineTable(source);
  report(source, file);
  const placed = placeCorrections(source, table, corrections, file);
  const markup = readMarkup(source);
  for (const offset of markup.plain) {
    file.info('段落过长，按纯文本读取，不识别标记', placeAt(table, offset), 'gongbao:long-block');
  }
  const reader = new LineReader(source, table, markup, placed.repairs);
  const lines = reader.readAll();
  const joined = joinLines(lines, reader.repairs, source, table, placed);
  const repairs = reader.repairs.sort((a, b) => a.start - b.start || a.end - b.end);
  return { path: file.path ?? '', source, lines: joined, repairs, placeOf: placer(repairs, table) };
}

function report(source: string, file: VFile): void {
  const at = { line: 1, column: 1 };
  if (source.trim() === '') file.message('文件没有内容', at, 'gongbao:empty').fatal = true;
  const odd = source.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > 0 && odd * 50 > source.length) {
    file.message('文件不是UTF-8文本（含大量控制字符或无法解码的字节）', at, 'gongbao:binary').fatal = true;
  } else if (odd > 0) {
    const first = source.search(/[\u0000-\u0008\u000e-\u001f\ufffd]/);
    const table = lineTable(source.slice(0, first + 1));
    file.message(
      `含${odd}个控制字符或无法解码的字节，原样保留`,
      placeAt(table, first),
      'gongbao:control-character',
    );
  }
}

/** Reads physical lines in order; holds the cursors into markup and corrections. */
class LineReader {
  readonly repairs: Repair[] = [];
  readonly #source: string;
  readonly #table: LineTable;
  readonly #markup: Markup;
  readonly #corrections: Repair[];
  #mark = 0;
  #correction = 0;
  #strong = 0;

  constructor(source: string, table: LineTable, markup: Markup, corrections: Repair[]) {
    this.#source = source;
    this.#table = table;
    this.#markup = markup;
    this.#corrections = corrections;
  }

  readAll(): TextLine[] {
    const lines: TextLine[] = [];
    let blank = 0;
    for (let index = 0; index < this.#table.starts.length; index++) {
      const start = this.#table.starts[index]!;
      const end = this.#table.ends[index]!;
      const before = lines.length;
      this.#readLine(start, end, index + 1, blank, lines);
      blank = lines.length === before ? blank + 1 : 0;
    }
    return lines;
  }

  #readLine(start: number, end: number, number: number, blank: number, out: TextLine[]): void {
    const pre = this.#preEdits(start, end);
    const raw = this.#source.slice(start, end);
    let text = raw;
    let map: number[] | undefined;
    if (pre.length > 0) {
      text = '';
      map = [];
      let cursor = start;
      for (const edit of [...pre, undefined]) {
        const until = edit?.start ?? end;
        for (let i = cursor; i < until; i++) map.push(i);
        text += this.#source.slice(cursor, until);
        if (!edit) break;
        for (let i = 0; i < edit.to.length; i++) map.push(-1 - edit.start);
        text += edit.to;
        cursor = edit.end;
      }
    }
    const lead = /^[\s\u200b\ufeff]*/.exec(text)![0].length;
    const content = text.slice(lead).replace(/[\s\u200b\ufeff]+$/, '');
    if (content === '') return;
    const sourceOf = (i: number): number => (map ? (map[lead + i] ?? end) : start + lead + i);
    const furniture = furnitureRule(content);
    if (furniture) {
      if (!map)
        this.#repair('normalise', furniture, sourceOf(0), sourceOf(content.length - 1) + 1, '', number);
      if (!map) return;
    }
    const edits = [
      ...entityEdits(content),
      ...invisibleEdits(content),
      ...spaceEdits(content),
      ...widthEdits(content),
    ];
    edits.sort((a, b) => a.start - b.start);
    const published = this.#apply(content, edits, sourceOf, number);
    const first = sourceOf(0);
    const last = sourceOf(content.length - 1);
    const line: TextLine = {
      text: published,
      start: first < 0 ? -1 - first : first,
      end: last < 0 ? this.#correctionEnd(-1 - last) : last + 1,
      line: number,
      indented: /^(?:\u3000{2}|\u00a0{2}|\t| {4})/.test(raw),
      blankBefore: blank,
    };
    const depth = this.#markup.headings.get(start + (/^\s*/.exec(raw)?.[0].length ?? 0));
    if (depth) line.depth = depth;
    this.#emphasise(line, start, end);
    out.push(...splitContentsTitle(line, this.#source));
  }

  /** Markup and corrections of a line, in order, recorded; a mark inside a correction is part of it. */
  #preEdits(start: number, end: number): Repair[] {
    const edits: Repair[] = [];
    const place = (offset: number) => placeAt(this.#table, offset);
    while (this.#correction < this.#corrections.length && this.#corrections[this.#correction]!.start < end) {
      const correction = this.#corrections[this.#correction++]!;
      this.repairs.push(correction);
      if (correction.to !== correction.from) edits.push(correction);
    }
    while (this.#mark < this.#markup.marks.length && this.#markup.marks[this.#mark]![0] < end) {
      const [from, to] = this.#markup.marks[this.#mark++]!;
      if (from < start || edits.some((edit) => edit.start < to && from < edit.end)) continue;
      const repair: Repair = {
        kind: 'normalise',
        rule: 'markup',
        start: from,
        end: to,
        from: this.#source.slice(from, to),
        to: '',
        reason: reasons['markup']!,
        place: place(from),
      };
      edits.push(repair);
      this.repairs.push(repair);
    }
    return edits.sort((a, b) => a.start - b.start);
  }

  #correctionEnd(start: number): number {
    return (
      this.repairs.find((repair) => repair.rule === 'correction' && repair.start === start)?.end ?? start
    );
  }

  #apply(content: string, edits: Edit[], sourceOf: (i: number) => number, line: number): string {
    let out = '';
    let cursor = 0;
    for (const edit of edits) {
      const from = sourceOf(edit.start);
      const to = sourceOf(edit.end - 1) + 1;
      // An edit that crosses an earlier one would make the record ambiguous: the earlier one stands.
      if (edit.start < cursor || from < 0 || to - from !== edit.end - edit.start) continue;
      out += content.slice(cursor, edit.start) + edit.to;
      cursor = edit.end;
      this.#repair('normalise', edit.rule, from, to, edit.to, line);
    }
    return out + content.slice(cursor);
  }

  #repair(kind: RepairKind, rule: string, start: number, end: number, to: string, line: number): void {
    this.repairs.push({
      kind,
      rule,
      start,
      end,
      from: this.#source.slice(start, end),
      to,
      reason: reasons[rule] ?? '',
      place: { line, column: start - this.#table.starts[line - 1]! + 1, offset: start },
    });
  }

  #emphasise(line: TextLine, start: number, end: number): void {
    const { strong } = this.#markup;
    while (this.#strong < strong.length && strong[this.#strong]![0] < start) this.#strong++;
    const ranges: [number, number][] = [];
    for (let i = this.#strong; i < strong.length && strong[i]![0] < end; i++) {
      const words = this.#source.slice(strong[i]![0], strong[i]![1]).replace(/^[*_]+|[*_]+$/g, '');
      const at = line.text.indexOf(words, ranges.at(-1)?.[1] ?? 0);
      if (at >= 0 && words) ranges.push([at, at + words.length]);
    }
    if (ranges.length > 0) line.strong = ranges;
  }
}

/** `…总体规划（2020-2022年） 目录` → the title, and 目录 on a line of its own. */
function splitContentsTitle(line: TextLine, source: string): TextLine[] {
  if (line.text.length > 200) return [line];
  const match = /^(.{4,}?[\u3000 ]+)(目\s*录)$/.exec(line.text);
  if (!match) return [line];
  const raw = source.slice(line.start, line.end);
  const at = raw.search(/目\s*录$/);
  const head = raw.slice(0, at).trimEnd();
  return [
    { ...line, text: match[1]!.trimEnd(), end: line.start + head.length },
    {
      text: match[2]!,
      start: line.start + at,
      end: line.end,
      line: line.line,
      indented: false,
      blankBefore: 0,
    },
  ];
}

function joinLines(
  lines: TextLine[],
  repairs: Repair[],
  source: string,
  table: LineTable,
  placed: { joins: Set<number>; splits: Set<number> },
): TextLine[] {
  const out: TextLine[] = [];
  const join = (a: TextLine, b: TextLine, gap: string, rule: string): boolean => {
    const from = source.slice(a.end, b.start);
    if (from.trim() !== '') return false;
    repairs.push({
      kind: 'join',
      rule,
      start: a.end,
      end: b.start,
      from,
      to: gap,
      reason: reasons[rule]!,
      place: placeAt(table, a.end),
    });
    const shift = a.text.length + gap.length;
    const strong = [
      ...(a.strong ?? []),
      ...(b.strong ?? []).map(([s, e]): [number, number] => [s + shift, e + shift]),
    ];
    a.text += gap + b.text;
    a.end = b.end;
    if (strong.length > 0) a.strong = strong;
    return true;
  };
  const continued = continuedLines(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const previous = out.at(-1);
    if (previous) {
      const before = lines[i - 1]!.line;
      const wanted = placed.joins.has(before) || (!placed.splits.has(before) && continued[i - 1]);
      if (wanted && join(previous, line, '', 'join')) continue;
    }
    const copy = { ...line };
    out.push(copy);
    const length = captionLength(lines, i);
    for (let k = 1; k < length; k++) {
      if (!join(copy, lines[i + k]!, captionGap(lines[i + k]!), 'caption')) break;
      if (k === length - 1) i += k;
    }
  }
  return out;
}

/** From an offset in a published line back to the source. */
function placer(repairs: Repair[], table: LineTable): (line: TextLine, offset: number) => Place {
  const changes = repairs.filter((repair) => repair.from !== repair.to);
  return (line, offset) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]!.start < line.start) low = middle + 1;
      else high = middle;
    }
    let published = 0;
    let cursor = line.start;
    for (let i = low; i < changes.length && changes[i]!.start < line.end; i++) {
      const change = changes[i]!;
      const step = change.start - cursor;
      if (published + step > offset) break;
      published += step + change.to.length;
      cursor = change.end;
      if (published > offset) return placeAt(table, change.start);
    }
    return placeAt(table, Math.min(cursor + (offset - published), line.end));
  };
}

/** The published text as one string: the source with every repair made. */
export function publishedText(text: SourceText): string {
  return rewrite(text.source, text.repairs, (repair) => [repair.start, repair.end, repair.to]);
}

/** The inverse of {@link publishedText}: the source, from the published text and the repairs. */
export function restoreSource(published: string, repairs: Repair[]): string {
  let shift = 0;
  return rewrite(published, repairs, (repair) => {
    const start = repair.start + shift;
    shift += repair.to.length - (repair.end - repair.start);
    return [start, start + repair.to.length, repair.from];
  });
}

function rewrite(
  text: string,
  repairs: Repair[],
  step: (repair: Repair) => [number, number, string],
): string {
  const out: string[] = [];
  let cursor = 0;
  for (const repair of repairs) {
    if (repair.from === repair.to) continue;
    const [start, end, to] = step(repair);
    out.push(text.slice(cursor, start), to);
    cursor = end;
  }
  out.push(text.slice(cursor));
  return out.join('');
}
