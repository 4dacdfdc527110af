/** Physical lines → published lines: markup, corrections, furniture and typography of each. */
import type { Repair, RepairKind, TextLine } from '../model.ts';
import {
  bulletEdits,
  commentEdits,
  emphasisEdits,
  entityEdits,
  escapeEdits,
  invisibleEdits,
  linkEdits,
  lookalikeEdits,
  radicalEdits,
} from './characters.ts';
import { type Edit, reasons } from './edits.ts';
import { type Furniture, furnitureRule } from './furniture.ts';
import { type LineTable, lineIndex } from './lines.ts';
import type { Markup } from './markdown.ts';
import { halfDigits } from './numerals.ts';
import { quoteEdits } from './quotes.ts';
import { proseTabs, spaceEdits } from './spaces.ts';
import { isWebPage, type TagRun, tableBlocks, tagRuns } from './web-tags.ts';
import { digitEdits, widthEdits } from './widths.ts';

/** Nothing that a reader sees, at the ends of a line. */
const layout = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/** In order of precedence where two of them meet. */
const rules: ((text: string) => Edit[])[] = [
  commentEdits,
  bulletEdits,
  escapeEdits,
  emphasisEdits,
  linkEdits,
  entityEdits,
  invisibleEdits,
  radicalEdits,
  lookalikeEdits,
  spaceEdits,
  quoteEdits,
  widthEdits,
];

/** Reads physical lines in order; holds the cursors into markup and corrections. */
export class LineReader {
  readonly repairs: Repair[] = [];
  readonly #source: string;
  readonly #table: LineTable;
  readonly #markup: Markup;
  readonly #corrections: Repair[];
  readonly #furniture: Map<number, Furniture>;
  readonly #webPage: boolean;
  readonly #tables: Map<number, number>;
  #mark = 0;
  #correction = 0;
  #strong = 0;

  constructor(
    source: string,
    table: LineTable,
    markup: Markup,
    corrections: Repair[],
    furniture: Map<number, Furniture>,
  ) {
    this.#source = source;
    this.#table = table;
    this.#markup = markup;
    this.#corrections = corrections;
    this.#furniture = furniture;
    this.#webPage = isWebPage(source, table);
    this.#tables = this.#webPage ? new Map() : tableBlocks(source, table);
  }

  readAll(): TextLine[] {
    const lines: TextLine[] = [];
    let blank = 0;
    let page = false;
    for (let index = 0; index < this.#table.starts.length; index++) {
      const start = this.#table.starts[index]!;
      const end = this.#table.ends[index]!;
      const furniture = this.#furniture.get(index);
      if (furniture && !this.#corrects(furniture.end)) {
        this.#repair('normalise', furniture.rule, furniture.start, furniture.end, '', index + 1);
        page ||= furniture.rule === 'page-number' || furniture.rule === 'running-head';
        while ((this.#table.starts[index + 1] ?? Number.POSITIVE_INFINITY) < furniture.end) index++;
        blank++;
        continue;
      }
      const before = lines.length;
      const closed = this.#tables.get(index);
      const rule = closed === undefined ? this.#readFurniture(start, end, index + 1) : undefined;
      if (closed !== undefined) {
        this.#readLines(start, this.#table.ends[closed]!, blank, lines, true);
        index = closed;
      } else if (!rule) this.#readLines(start, end, blank, lines, this.#webPage);
      page ||= rule === 'page-number';
      if (lines.length === before) blank++;
      else {
        if (page) lines[before]!.pageBefore = true;
        blank = 0;
        page = false;
      }
    }
    return lines;
  }

  /** What the editor corrects is text, whatever it looks like. */
  #corrects(before: number): boolean {
    return (this.#corrections[this.#correction]?.start ?? before) < before;
  }

  /** @returns the rule by which the line is left out, or undefined */
  #readFurniture(start: number, end: number, number: number): string | undefined {
    const content = this.#source.slice(start, end).trim();
    const rule = furnitureRule(halfDigits(content));
    if (!rule || this.#corrects(end)) return undefined;
    const from = start + this.#source.slice(start, end).indexOf(content);
    this.#repair('normalise', rule, from, from + content.length, '', number);
    return rule;
  }

  /** A line of a web page may hold several, and a row of a table may take several. */
  #readLines(start: number, end: number, blank: number, out: TextLine[], tagged: boolean): void {
    const runs = tagged && !this.#corrects(end) ? tagRuns(this.#source, start, end) : [];
    const lineAt = (offset: number): number => lineIndex(this.#table, offset) + 1;
    /** Words begin behind the tags that open the line. */
    const wordsAt = (at: number, tags: TagRun[]): number =>
      tags[0] && this.#source.slice(at, tags[0].start).trim() === '' ? tags[0].end : at;
    let from = start;
    let inside: TagRun[] = [];
    for (const run of runs) {
      if (run.as !== 'line') {
        inside.push(run);
        continue;
      }
      this.#readLine(from, run.start, lineAt(wordsAt(from, inside)), from === start ? blank : 0, out, inside);
      this.#repair('normalise', 'web-tag', run.start, run.end, '', lineAt(run.start));
      from = run.end;
      inside = [];
    }
    this.#readLine(from, end, lineAt(wordsAt(from, inside)), from === start ? blank : 0, out, inside);
  }

  #readLine(
    start: number,
    end: number,
    number: number,
    blank: number,
    out: TextLine[],
    tags: TagRun[],
  ): void {
    const pre = this.#preEdits(start, end, tags);
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
    let lead = 0;
    while (lead < text.length && layout.test(text[lead]!)) lead++;
    let tail = text.length;
    while (tail > lead && layout.test(text[tail - 1]!)) tail--;
    if (map === undefined && isTableRow(this.#source, this.#table, number)) {
      // Tabs at the ends of a row are the borders of empty cells.
      while (lead > 0 && text[lead - 1] === '\t') lead--;
      while (tail < text.length && text[tail] === '\t') tail++;
    }
    const content = text.slice(lead, tail);
    if (content.trim() === '') return;
    const read = halfDigits(content);
    const sourceOf = (i: number): number => (map ? (map[lead + i] ?? end) : start + lead + i);
    const edits = [
      ...(content.includes('\t') ? this.#tabs(content, number) : []),
      ...rules.flatMap((rule) => rule(read)),
      ...digitEdits(content),
    ];
    edits.sort((a, b) => a.start - b.start);
    const published = this.#apply(content, edits, sourceOf, number);
    if (published.trim() === '') return;
    const first = sourceOf(0);
    const last = sourceOf(content.length - 1);
    const line: TextLine = {
      text: published,
      start: first < 0 ? -1 - first : first,
      end: last < 0 ? pre.find((edit) => edit.start === -1 - last)!.end : last + 1,
      line: number,
      indented: /^(?:\u3000{2}|\u00a0{2}|\t| {4})/.test(raw),
      blankBefore: blank,
    };
    const depth = this.#markup.headings.get(start + (/^\s*/.exec(raw)?.[0].length ?? 0));
    if (depth) line.depth = depth;
    this.#emphasise(line, start, end);
    out.push(...splitContentsTitle(line, this.#source));
  }

  /** A tab inside a sentence is a space; one in a table parts its cells. */
  #tabs(content: string, number: number): Edit[] {
    const beside = (step: 1 | -1): boolean => {
      for (let i = number - 1 + step; i >= 0 && i < this.#table.starts.length; i += step) {
        const raw = this.#source.slice(this.#table.starts[i], this.#table.ends[i]).trim();
        if (raw !== '') return raw.includes('\t');
      }
      return false;
    };
    return proseTabs(content, () => beside(-1) || beside(1));
  }

  /** Markup and corrections of a line, in order, recorded; a mark inside a correction is part of it. */
  #preEdits(start: number, end: number, tags: TagRun[]): Repair[] {
    const edits: Repair[] = [];
    const taken = (from: number, to: number): boolean =>
      edits.some((edit) => edit.start < to && from < edit.end);
    const add = (from: number, to: number, rule: string, published: string): void => {
      const line = lineIndex(this.#table, from) + 1;
      this.#repair('normalise', rule, from, to, published, line);
      edits.push(this.repairs.at(-1)!);
    };
    while (this.#correction < this.#corrections.length && this.#corrections[this.#correction]!.start < end) {
      const correction = this.#corrections[this.#correction++]!;
      this.repairs.push(correction);
      if (correction.to !== correction.from) edits.push(correction);
    }
    while (this.#mark < this.#markup.marks.length && this.#markup.marks[this.#mark]![0] < end) {
      const [from, to] = this.#markup.marks[this.#mark++]!;
      if (from >= start && !taken(from, to)) add(from, to, 'markup', '');
    }
    // Tags do not meet one another, only what a correction or a mark has taken.
    const free = tags.filter((tag) => !taken(tag.start, tag.end));
    for (const { start: from, end: to, as } of free) add(from, to, 'web-tag', as === 'cell' ? '\t' : '');
    return edits.sort((a, b) => a.start - b.start);
  }

  #apply(content: string, edits: Edit[], sourceOf: (i: number) => number, line: number): string {
    let out = '';
    let cursor = 0;
    for (const edit of edits) {
      const from = sourceOf(edit.start);
      const to = sourceOf(edit.end - 1) + 1;
      // An edit that crosses an earlier one would make the record ambiguous: the earlier one stands.
      if (edit.start < cursor || from < 0 || to - from !== edit.end - edit.start) continue;
      if (crossesCorrection(edit, sourceOf)) continue;
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

/** True for a line with as many tabs as the one above or below it, and more than one. */
function isTableRow(source: string, table: LineTable, number: number): boolean {
  const tabs = (index: number): number => {
    const start = table.starts[index];
    return start === undefined ? 0 : (source.slice(start, table.ends[index]).match(/\t/g)?.length ?? 0);
  };
  const own = tabs(number - 1);
  return own >= 2 && (own === tabs(number - 2) || own === tabs(number));
}

/** True where characters of the range were put there by an editor. */
function crossesCorrection(edit: Edit, sourceOf: (i: number) => number): boolean {
  for (let i = edit.start + 1; i < edit.end - 1; i++) if (sourceOf(i) < 0) return true;
  return false;
}

/** `…总体规划（2020-2022年） 目录` → the title, and 目录 on a line of its own. */
function splitContentsTitle(line: TextLine, source: string): TextLine[] {
  if (line.text.length > 200) return [line];
  const match = /(?<=[\u3000 ])目\s?录$/.exec(line.text);
  if (!match || match.index < 5) return [line];
  const raw = source.slice(line.start, line.end);
  const at = raw.search(/目\s*录$/);
  const head = raw.slice(0, at).trimEnd();
  return [
    { ...line, text: line.text.slice(0, match.index).trimEnd(), end: line.start + head.length },
    {
      text: match[0],
      start: line.start + at,
      end: line.end,
      line: line.line,
      indented: false,
      blankBefore: 0,
    },
  ];
}
