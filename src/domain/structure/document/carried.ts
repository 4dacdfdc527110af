/**
 * Where a text begins that a document carries (a 办法 below its 通知, a 条例 below its 令), or another text
 * that the same file merely holds.
 */
import { ruleKinds } from '../../model/instrument-kinds.ts';
import { findTitles, isMarked, titleKey, titlesWithin } from '../../names/index.ts';
import { longestTitle, looksLikeTitle } from '../../text/index.ts';
import { listNouns } from '../../vocabulary/kinds.ts';
import { anyOf } from '../../vocabulary/words.ts';
import type { Line } from '../lines/line.ts';
import { contentsLength } from './contents.ts';
import type { Draft } from './draft.ts';

/** Titles that a document names, by their key. */
export type Named = Map<string, string>;

/** Takes down the titles that words name: in 《》, or as what a notice issues. */
export function learnTitles(named: Named, words: string): void {
  const learn = (title: string): void => {
    if (!named.has(titleKey(title))) named.set(titleKey(title), title);
  };
  for (const { title } of findTitles(words))
    for (const one of [title, ...titlesWithin(title)]) if (one.length > 3) learn(one);
  const issued = /(?:印发|公布|发布|转发|下发|颁发)(.{4,80}?)的?(?:通知|函)$/.exec(words);
  if (issued) learn(issued[1]!);
}

/**
 * True where a line is the title of a carried text: named before, or a title after the signature.
 * @param closed the carrier has been signed
 */
export function beginsCarried(draft: Draft, line: Line, named: Named, closed: boolean): boolean {
  const { text } = line;
  const { lines, at, instrument } = draft;
  if (closed && named.size > 0 && instrument.provisions.length === 0 && startsText(draft)) return true;
  if (text.length < 4 || text.length > longestTitle || /[。；：:，,！？\t]$/.test(text)) return false;
  if (text.startsWith('《') && !isMarked(text)) return false;
  if (line.list || line.article || line.container || line.disclosure || line.annex) return false;
  const next = lines[at + 1];
  if (!next) return false;
  const known = named.has(line.key) || (closed && namedOverLines(lines, at, named) !== undefined);
  if (known) return closed || !ruleKinds.has(instrument.kind) || startsAnew(lines, at + 1);
  if (!closed || line.organ || text.startsWith('“')) return false;
  if (line.registry) return true;
  return line.title || ((text.includes('关于') || text.includes('《')) && looksLikeTitle(text + next.text));
}

/**
 * True at 附件1 above the title of a text that the carrier names: such an enclosure is a text of its own. A list or a form
 * (目录, 申请表) is an annex.
 */
export function beginsEnclosure({ lines, at, instrument, carrier, enclosed }: Draft, named: Named): boolean {
  const label = lines[at]!.annex;
  if (label?.title !== '' || at + 2 >= lines.length) return false;
  const title = namedOverLines(lines, at + 1, (carrier && enclosed) ?? named);
  // What is nothing but a table is a list too, whatever it is called.
  if (title === undefined || lines[at + 2]!.text.startsWith('|')) return false;
  return !listed.test(title) && titleKey(title) !== titleKey(instrument.title);
}

const listed = new RegExp(`(?:${anyOf(listNouns)})(?:（[^（）]*）)?$`);

/** A title may be printed on so many lines. */
const mostLines = 4;

function namedOverLines(lines: Line[], at: number, named: ReadonlyMap<string, string>): string | undefined {
  let words = '';
  for (const line of lines.slice(at, at + mostLines)) {
    words += line.text;
    const title = named.get(titleKey(words));
    if (title !== undefined) return title;
  }
  return undefined;
}

/**
 * True inside a carried text where the title of another stands that the carrier names with it:
 * 《甲规定》和《乙规定》…现印发给你们 → `甲规定` … `乙规定` …
 */
export function beginsSibling({ lines, at, instrument, enclosed }: Draft): boolean {
  if (!enclosed || instrument.provisions.length > 0) return false;
  const { text, key, list, article, container, annex } = lines[at]!;
  if (text.length > longestTitle || /[。；：，！？\t]/.test(text) || at + 1 >= lines.length) return false;
  if (list || article || container || annex) return false;
  const own = titleKey(instrument.title);
  return !own.startsWith(key) && namedOverLines(lines, at, enclosed) !== undefined;
}

/** 第一章 or 第一条 directly below a signature: the text of an order whose title is not printed again. */
function startsText({ lines, at, instrument }: Draft): boolean {
  if (instrument.kind !== 'order' && instrument.kind !== 'announcement') return false;
  const { article, container } = lines[at]!;
  return article?.number === '1' || container?.number === '1' || contentsLength(lines, at) > 0;
}

/**
 * True where another text begins that has nothing to do with the one being read: a title with a 题注 of its own,
 * or a title, and the articles are counted from 第一条 again.
 * @param articles number of articles read so far
 */
export function beginsAnother(lines: Line[], at: number, articles: number): boolean {
  const line = lines[at]!;
  if (line.text.length > longestTitle) return false;
  if (captioned(lines, at)) return true;
  if (articles < 2) return false;
  if (line.depth !== 1 && !line.title) return false;
  if (/[。；：，]$/.test(line.text) || line.list || line.article) return false;
  return startsAnew(lines, at + 1);
}

/** What a text with a 题注 of its own is called. */
const enacted = /(?:决定|决议|修正案|条例|办法|规定|规则|细则|解释|法)$/;

/**
 * True where a title with its 题注 stands above a text. In a list of titles, each with its 题注, there is none:
 * `废止下列规章：` ⏎ `甲办法` ⏎ `（2001年5月1日…发布）` ⏎ `乙规定` ⏎ …
 */
function captioned(lines: Line[], at: number): boolean {
  const caption = captionUnder(lines, at);
  if (caption === undefined || caption + 1 >= lines.length) return false;
  const above = lines[at - 1];
  if (above?.caption === 'bracketed') return false;
  if (captionUnder(lines, caption + 1) !== undefined) return false;
  return !above || !/[：:]$/.test(above.text) || startsAnew(lines, caption + 1);
}

/** Index of the 题注 in brackets that stands directly below a title, on one line or several. */
function captionUnder(lines: Line[], at: number): number | undefined {
  let words = '';
  for (let i = at; i < Math.min(lines.length - 1, at + mostLines); i++) {
    const { text, annex, list, article, day, organ } = lines[i]!;
    const next = lines[i + 1]!;
    if (text.length > longestTitle || /[。；：，\t“”]|^[（(]/.test(text)) return undefined;
    if (annex || list || article || day) return undefined;
    if (organ && !/^(?:关于|印发)/.test(next.text)) return undefined;
    words += text;
    if (/^[（(]/.test(next.text))
      return looksLikeTitle(words) && enacted.test(words) && next.caption === 'bracketed' ? i + 1 : undefined;
  }
  return undefined;
}

/** How far a new text may print its head. */
const longestHead = 400;

/** True where only lines of a head stand before 第一条. */
function startsAnew(lines: Line[], from: number): boolean {
  let titles = 0;
  for (let i = from; i < Math.min(lines.length, from + longestHead); i++) {
    const line = lines[i]!;
    const { text, article } = line;
    if (article) return article.number === '1';
    if (line.container || line.unnumbered || line.contentsHeading || line.caption) continue;
    if (line.number || line.day || line.organ || line.field || line.navigation) continue;
    if (titles++ > 2 || text.length > 60 || /[。；：\t]/.test(text)) return false;
  }
  return false;
}
