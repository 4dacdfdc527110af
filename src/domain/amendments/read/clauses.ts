/**
 * A decision's lines → its clauses, each with the text it amends.
 *
 * Knows the three shapes of decisions: one text (一、二、三、), many texts in sections (九、修改《…》 1. 2.) and many
 * texts named inside the clauses (十一、将《…》第三十六条修改为…).
 */
import type { Adjustment, Limit } from '../../model.ts';
import { findTitles, mask, sameTitle, titlesWithin } from '../../names/index.ts';
import { type Clause, type GeneralClause, quoteBase, quoteLimit, type SplitDecision } from './clause.ts';
import { type ClauseMarker, ClausePath, readMarker } from './clause-numbers.ts';
import { adjustmentsOf, type FrameKind, frameOf, looksLikeInstruction } from './frame.ts';
import { headTitles, isDecisionTitle, opensClause, sectionTitle } from './heads.ts';
import { limitIn } from './limits.ts';
import { type DecisionLine, type Remark, rangeIn, remarkOn } from './lines.ts';
import { type Quotation, type ScannedLine, scanQuotes } from './quotes.ts';
import { speaksAgain, wordingEnd, wordingOn } from './unmarked.ts';

interface LevelData {
  clause: Clause;
  /** Title that this level opens a section for. */
  title?: string;
}

/** Splits a decision. Never fails: what fits nowhere becomes a remark. */
export function splitClauses(lines: readonly DecisionLine[]): SplitDecision {
  const remarks: Remark[] = [];
  const scanned = scanQuotes(lines, clauseEnds(), remarks);
  const splitter = new Splitter(remarks);
  for (const entry of scanned) if (!splitter.done) splitter.read(entry);
  return splitter.finish();
}

/** Follows the numbering outside quotations, to tell where a quotation that is never closed must end. */
function clauseEnds() {
  const path = new ClausePath<undefined>();
  return {
    saw(text: string): void {
      const marker = readMarker(text);
      if (marker && path.fit(marker) !== 'no') path.enter(marker, undefined);
    },
    interrupts(text: string): boolean {
      const marker = readMarker(text);
      if (!marker) return /^(?:本决定自|本修正案自|⟦□+⟧根据本决定|此外，)/.test(mask(text));
      const rest = text.slice(marker.length);
      return path.fit(marker) === 'next' && path.levels.length > 0 && opensClause(rest);
    },
  };
}

const rewrites = /第[^，。；]{1,12}[条款项目章节][^。；：:]*如下[：:]/;

const onProvision = /^\s*(?:将|把|对)?原?第[^，。；]{1,12}[条款项章节]/;

/** What an instruction of the first line without a number is on. */
const instructed = /第.{1,12}[条款项章]|名称|标题|更名|改名|附件|附表|全文/;

/** Words that name a provision may be an instruction in a form that is not known. */
const names = /第[^，。；]{1,10}(?:条|款|项|章)|(?:对|将|把)[^，。；]{1,40}(?:调整|修改|修订|更新|变更|替换)/;

class Splitter {
  private readonly path = new ClausePath<LevelData>();
  private readonly clauses: Clause[] = [];
  private readonly general: GeneralClause[] = [];
  private readonly effects: DecisionLine[] = [];
  private readonly titles: string[] = [];
  private readonly remarks: Remark[];
  private limit: Limit | undefined;
  private documentTitle: string | undefined;
  private current: Clause | undefined;
  private unmarked: Quotation | undefined;
  private ended = false;
  done = false;

  constructor(remarks: Remark[]) {
    this.remarks = remarks;
  }

  read(entry: ScannedLine): void {
    if (entry.inside) {
      this.continue(entry);
      return;
    }
    const { text } = entry.line;
    const marker = this.accept(text);
    if (marker) this.startClause(entry, marker);
    else this.readPlain(entry);
  }

  /** The line's clause number, where it is one here. */
  private accept(text: string): ClauseMarker | undefined {
    const marker = readMarker(text);
    if (!marker) return undefined;
    const fit = this.path.fit(marker);
    const rest = text.slice(marker.length);
    const telling =
      looksLikeInstruction(rest) ||
      rewrites.test(rest) ||
      sectionTitle(rest) !== undefined ||
      frameOf(rest) !== undefined;
    if (this.unmarked)
      return fit === 'next' && (telling || opensClause(rest) || this.closes(marker)) ? marker : undefined;
    if (this.ended && fit !== 'next') return undefined;
    if (fit === 'no') return undefined;
    if (fit === 'gap' && !telling) return undefined;
    return marker;
  }

  /** True where a number cannot be one of a list in the wording without marks: that has begun no list of its style. */
  private closes({ style }: ClauseMarker): boolean {
    const { lines } = this.unmarked!;
    return lines.length > 0 && lines.every((line) => readMarker(line)?.style !== style);
  }

  private startClause(entry: ScannedLine, marker: ClauseMarker): void {
    const rest = entry.line.text.slice(marker.length);
    const title = entry.pieces.some((piece) => 'quotation' in piece) ? undefined : sectionTitle(rest);
    const clause: Clause = {
      body: '',
      quotes: [],
      origins: [],
      position: rangeIn(entry.line, 0, entry.line, entry.line.text.length),
    };
    this.unmarked = undefined;
    this.path.enter(marker, { clause, ...(title === undefined ? {} : { title }) });
    clause.label = this.path.label;
    const above = this.path.levels.at(-2);
    if (above) clause.parent = above.data.clause;
    if (title !== undefined) {
      this.addTitle(title);
      this.current = undefined;
      this.setTitle(clause);
      return;
    }
    this.setTitle(clause);
    this.current = clause;
    this.clauses.push(clause);
    this.append(clause, entry, marker.length);
    this.openUnmarked(clause, entry);
  }

  private setTitle(clause: Clause): void {
    const title =
      this.path.levels.findLast(({ data }) => data.title !== undefined)?.data.title ?? this.documentTitle;
    if (title !== undefined) clause.of = title;
  }

  /** A line without number: the head, a further sentence of the clause, its quotation, or the tail. */
  private readPlain(entry: ScannedLine): void {
    const { text } = entry.line;
    const quoted = entry.pieces.some((piece) => 'quotation' in piece);
    const outside = entry.pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
    // 将第六条修改如下：“…” lays down wording; 对《甲办法》作如下修改： only heads what follows.
    const instructs = looksLikeInstruction(outside) || (quoted && rewrites.test(outside));
    const kind = quoted && instructs && outside.trim() !== '' ? undefined : frameOf(outside);
    if (this.unmarked && this.goesOn(entry, kind, quoted, outside)) {
      const words = entry.pieces.map((piece) =>
        'text' in piece ? piece.text : `“${piece.quotation.lines.join('')}”`,
      );
      const line = words.join('');
      const end = quoted ? line.length : wordingEnd(line);
      this.unmarked.lines.push(line.slice(0, end));
      if (entry.closes || end < line.length) this.unmarked = undefined;
      if (end < line.length && this.current) this.append(this.current, entry, end);
      return;
    }
    if (kind !== undefined && !(quoted && outside.trim() === '')) {
      this.readFrame(entry, kind, text);
      return;
    }
    const adjusts = quoted ? [] : adjustmentsOf(outside);
    if (adjusts.length > 0) {
      this.addGeneral(entry, adjusts);
      return;
    }
    const title = quoted ? undefined : sectionTitle(text);
    if (title !== undefined && !isDecisionTitle(title) && (this.clauses.length > 0 || /[修改]/.test(text))) {
      if (this.ended) {
        this.done = true;
        return;
      }
      this.path.clear();
      this.unmarked = undefined;
      this.current = undefined;
      this.documentTitle = title;
      this.addTitle(title);
      return;
    }
    if (this.ended) {
      if (/^第[一1][条章编]/.test(text) || /^附件/.test(text)) this.done = true;
      return;
    }
    if (this.current && (quoted || instructs)) {
      this.unmarked = undefined;
      this.append(this.current, entry, 0);
      this.openUnmarked(this.current, entry);
      return;
    }
    if (instructs && (quoted || this.clauses.length > 0 || instructed.test(outside))) {
      // A decision of one operation gives it no number; and the titles of decisions are no instructions.
      if (/^[^“]*关于修改\p{Ps}[^“]*的决定[^“]*$/u.test(text)) {
        this.readHead(text);
        return;
      }
      const clause: Clause = { body: '', quotes: [], origins: [], position: entry.line.position };
      if (this.path.levels.length > 0) clause.label = this.path.label;
      this.setTitle(clause);
      this.clauses.push(clause);
      this.current = clause;
      this.append(clause, entry, 0);
      this.openUnmarked(clause, entry);
      return;
    }
    // A line of the head that begins with a provision is no head: it may be the first instruction, in unknown words.
    if (this.clauses.length === 0 && !onProvision.test(outside) && !(quoted && names.test(outside))) {
      this.readHead(text);
      return;
    }
    if (quoted) {
      this.remarks.push(remarkOn(entry.line, 'decision-quote', '引文不属于任何条款'));
    } else {
      this.remarks.push(
        remarkOn(
          entry.line,
          'decision-prose',
          '未识别为修改指令的文字，未作处理',
          names.test(text) || this.mayBeWording(text) ? 'error' : 'info',
        ),
      );
    }
  }

  /** True where a line belongs to the new wording that stands without marks. */
  private goesOn(entry: ScannedLine, kind: FrameKind | undefined, quoted: boolean, outside: string): boolean {
    if (this.unmarked!.lines.length === 0 && !quoted) return true;
    if (speaksAgain(outside, kind)) return false;
    const begins = entry.pieces[0] !== undefined && 'quotation' in entry.pieces[0];
    return !quoted || !begins || this.unmarked!.lines.length > 0;
  }

  /** True for an item behind wording without marks that ended on its line: （五）有保险。 */
  private mayBeWording(text: string): boolean {
    return this.current?.quotes.at(-1)?.marked === false && readMarker(text) !== undefined;
  }

  /** Titles in the head: 关于修改《X》的决定 and 对《X》作如下修改. */
  private readHead(text: string): void {
    const named = /(?:修改|修正|修订|对)的?(?=\p{Ps})/u.exec(text);
    if (!named) return;
    const titles = headTitles(text.slice(named.index));
    const single = titles.length === 1 && !/\p{Pe}等/u.test(text);
    if (single) {
      const inner = titlesWithin(titles[0]!);
      const title = /^.*关于修改/.test(titles[0]!) && inner.length === 1 ? inner[0]! : titles[0]!;
      if (isDecisionTitle(title)) return;
      this.documentTitle = title;
      this.addTitle(title);
    } else {
      this.documentTitle = undefined;
    }
  }

  private readFrame(entry: ScannedLine, kind: string, text: string): void {
    const adjusts = adjustmentsOf(text);
    if (adjusts.length > 0) this.addGeneral(entry, adjusts);
    if (kind === 'enact') {
      const bound = /决定[，,]?([^，。；⟦“]{2,60})[，,]?(?:对|将|修改)⟦/d.exec(mask(text))?.indices?.[1];
      this.limit ??= bound && limitIn(text.slice(...bound).replace(/[，,]$/, ''));
      const own = sectionTitle(text);
      if (this.clauses.length > 0 && own !== undefined && !this.ended) {
        this.path.clear();
        this.current = undefined;
        this.documentTitle = own;
        this.addTitle(own);
      } else if (this.clauses.length === 0) {
        this.readHead(text);
      }
      return;
    }
    this.unmarked = undefined;
    if (kind === 'effect') this.effects.push(entry.line);
    if (kind === 'republish' || kind === 'effect') {
      this.current = undefined;
      if (this.clauses.length > 0 && kind === 'republish') this.ended = true;
    }
  }

  private addGeneral(entry: ScannedLine, adjusts: Adjustment[]): void {
    const general: GeneralClause = {
      text: entry.line.text,
      adjusts,
      position: entry.line.position,
    };
    // 此外，对相关行政法规… speaks of all; a sentence under a section speaks of that section.
    const broad = /此外|相关|有关|上述|以上|各|等|本决定/.test(entry.line.text);
    const clause: Pick<Clause, 'of'> = {};
    this.setTitle(clause as Clause);
    if (!broad && clause.of !== undefined) general.of = clause.of;
    const [named] = findTitles(entry.line.text);
    if (named && !/\p{Pe}等/u.test(entry.line.text)) general.of = named.title;
    if (entry.line.eId !== undefined) general.clauseId = entry.line.eId;
    this.general.push(general);
  }

  private continue(entry: ScannedLine): void {
    if (this.current && entry.pieces.length > 0) this.append(this.current, entry, 0);
  }

  private append(clause: Clause, entry: ScannedLine, from: number): void {
    if (clause.body !== '') clause.body += '\n';
    for (const piece of entry.pieces) {
      if ('quotation' in piece) {
        if (clause.quotes.length >= quoteLimit) continue;
        clause.body += String.fromCharCode(quoteBase + clause.quotes.length);
        clause.quotes.push(piece.quotation);
      } else {
        const cut = Math.max(0, from - piece.offset);
        clause.origins.push({ at: clause.body.length, line: entry.line, offset: piece.offset + cut });
        clause.body += piece.text.slice(cut);
      }
    }
    clause.position = { start: clause.position.start, end: entry.line.position.end };
  }

  /** `修改为：` and then the wording without marks: to the end of the line, and on to the next clause. */
  private openUnmarked(clause: Clause, entry: ScannedLine): void {
    const last = entry.pieces.at(-1);
    const found = last && 'text' in last ? wordingOn(last.text) : undefined;
    if (!last || !('text' in last) || !found) return;
    const { start, end, whole } = found;
    const inline = last.text.slice(start, end).trim();
    const quotation: Quotation = {
      lines: inline === '' ? [] : [inline],
      position: entry.line.position,
      closed: true,
      marked: false,
    };
    const behind = last.text.slice(end);
    clause.body = clause.body.slice(0, clause.body.length - (last.text.length - start));
    clause.body += String.fromCharCode(quoteBase + clause.quotes.length);
    clause.quotes.push(quotation);
    if (behind !== '')
      clause.origins.push({ at: clause.body.length, line: entry.line, offset: last.offset + end });
    clause.body += behind;
    if (!whole && behind === '') this.unmarked = quotation;
  }

  private addTitle(title: string): void {
    if (!this.titles.some((known) => sameTitle(known, title))) this.titles.push(title);
  }

  finish(): SplitDecision {
    for (const clause of this.clauses) dropEmptyQuotes(clause);
    const { clauses, general, effects, titles, remarks, limit } = this;
    return { clauses, general, effects, titles, remarks, ...(limit ? { limit } : {}) };
  }
}

/** An unmarked quotation that got no line: the marked one on the next line was meant. */
function dropEmptyQuotes(clause: Clause): void {
  clause.quotes.forEach((quotation, i) => {
    if (!quotation.marked && quotation.lines.length === 0) {
      clause.body = clause.body.replaceAll(String.fromCharCode(quoteBase + i), ' ');
    }
  });
}
