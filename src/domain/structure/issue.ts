/**
 * A whole issue of a gazette: its contents, and the documents they announce.
 *
 * `湛江市人民政府关于…的通知` ⏎ `(湛府〔2020〕68 号) 1` → entry with number and page 1
 * `湛江市人民政府令第 7 号(…的决定) 3` → entry of an order
 */
import type { Instrument, Issue, IssueEntry, LineRole, RoledLine, TextLine } from '../model.ts';
import { lineBreak, looksLikeTitle } from '../text/index.ts';
import { isContentsHeading } from './contents.ts';
import type { Context } from './context.ts';
import { readDocument } from './instrument.ts';
import * as meta from './metadata.ts';

const skeleton = (text: string): string => text.replace(/[\s\u3000《》〈〉“”"（）()〔〕[\]]/g, '');

interface PrintedEntry extends IssueEntry {
  /** Skeletons that the first line or the first two lines of the document may have. */
  keys: string[];
  /** A number that print damaged. */
  broken?: string;
}

/** Reads an issue. Without contents, documents are found by their heads (title, then 文号). */
export function readIssue(id: string, context: Context, roles: RoledLine[]): Issue {
  const { lines } = context.text;
  const at = lines.slice(0, 60).findIndex((line) => isContentsHeading(line.text));
  const printed = at >= 0 ? readEntries(lines, at, context) : { entries: [], next: 0 };
  const starts = printed.entries.length > 0 ? locate(printed, lines, context) : headStarts(lines);
  if (at < 0)
    context.file.message(
      '本期没有目录，按文件标题与文号分件',
      { line: 1, column: 1 },
      'gongbao:contents-missing',
    );
  const first = starts.find((start) => start >= 0) ?? lines.length;
  for (const line of lines.slice(0, at < 0 ? first : at)) unknown(line, context);
  for (const line of lines.slice(printed.next, Math.max(first, printed.next))) unknown(line, context);
  const instruments: Instrument[] = [];
  const pages = printed.entries.map((entry) => entry.page);
  for (const [i, start] of starts.entries()) {
    if (start < 0) continue;
    const end = starts.slice(i + 1).find((next) => next > start) ?? lines.length;
    const documents = readDocument(lines.slice(start, end), context);
    const main = documents[0];
    const entry = printed.entries[i];
    if (main && entry)
      describe(
        main,
        entry,
        pages.slice(i + 1).find((page) => page !== undefined),
        context,
      );
    instruments.push(...documents);
  }
  const entries = printed.entries.map(({ keys: _, broken: __, ...entry }) => entry);
  return { id, entries, instruments, roles };
}

function unknown(line: TextLine, context: Context): void {
  context.role(line, 'unknown');
  context.file.message(
    `不属于任何文件的文字“${line.text.slice(0, 20)}”`,
    context.text.placeOf(line, 0),
    'gongbao:stray-text',
  );
}

/** Takes page and checks the number that the contents print against the document's own. */
function describe(
  main: Instrument,
  entry: PrintedEntry,
  nextPage: number | undefined,
  context: Context,
): void {
  entry.instrument = main.id;
  if (entry.page !== undefined) {
    const end = nextPage === undefined ? undefined : Math.max(entry.page, nextPage - 1);
    main.pages = { start: entry.page, ...(end === undefined ? {} : { end }) };
  }
  const own = main.documentNumber;
  if (entry.broken && own)
    context.file.message(
      `目录文号“${entry.broken}”不完整，正文作“${own}”`,
      entry.position.start,
      'gongbao:contents-number',
    );
  if (entry.documentNumber && own && entry.documentNumber !== own) {
    context.file.message(
      `目录文号“${entry.documentNumber}”与正文“${own}”不一致`,
      entry.position.start,
      'gongbao:contents-number',
    );
  }
}

function readEntries(
  lines: TextLine[],
  at: number,
  context: Context,
): { entries: PrintedEntry[]; next: number } {
  const entries: PrintedEntry[] = [];
  let section: string | undefined;
  let i = at;
  context.role(lines[i++]!, 'contents-heading');
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    const position = {
      start: context.text.placeOf(line, 0),
      end: context.text.placeOf(line, line.text.length),
    };
    if (entries.length > 0 && begins(entries[0]!, lines, i)) break;
    const numbered = /^(.*?)(?:[\s\u3000…．.·]+(\d{1,4}))?$/.exec(line.text)!;
    const together = withNumber.exec(numbered[1]!.trim());
    const words = together?.[1] ?? numbered[1]!.trim();
    const page = numbered[2] === undefined ? undefined : Number(numbered[2]);
    const number = meta.documentNumber(words);
    const previous = entries.at(-1);
    const order =
      /^(.{2,40}(?:令|公告))\s*(第\s*[\d一二三四五六七八九十百]+\s*号)\s*(?:[（(](.+)[)）])?$/.exec(words);
    if (number && previous && !previous.documentNumber) {
      previous.documentNumber = number;
      if (page !== undefined) previous.page = page;
      previous.position = { start: previous.position.start, end: position.end };
    } else if (previous && !previous.documentNumber && brokenNumber.test(words)) {
      // `(湛府〔201624号)`: the document's own number stands for it.
      if (page !== undefined) previous.page = page;
      previous.broken = words;
      previous.position = { start: previous.position.start, end: position.end };
    } else if (order) {
      const title = order[1]! + order[2]!.replace(/\s/g, '');
      entries.push({
        ...(section ? { section } : {}),
        title,
        position,
        keys: [skeleton(title)],
        documentNumber: meta.orderNumber(order[2]!)!,
        ...(page === undefined ? {} : { page }),
      });
    } else if (
      looksLikeTitle(words) ||
      (page !== undefined && words.length > 8) ||
      numberFollows(lines[i + 1])
    ) {
      entries.push({
        ...(section ? { section } : {}),
        title: words,
        position,
        keys: [skeleton(words)],
        ...(together ? { documentNumber: meta.documentNumber(together[2]!.replace(/\s/g, ''))! } : {}),
        ...(page === undefined ? {} : { page }),
      });
    } else if (/[。；]$/.test(words) || words.length > 40) break;
    else {
      section = words;
      context.role(line, 'contents-section');
      continue;
    }
    context.role(line, 'contents-entry');
  }
  return { entries, next: i };
}

/** Title and number on one line: `关于防汛工作的通知 （样府〔2021〕7号）` */
const withNumber =
  /^(.{6,}?)[\s\u3000]*([（(][\u3400-\u9fff]{1,14}[〔［[]\d{4}[〕］\]]\s*\d{1,5}\s*号\s*[)）])$/;

const brokenNumber = /^[（(][^（）()]{3,30}号\s*[)）]?$/;

/** The next line is a number in brackets, whole or damaged: `(湛府〔201624号)` */
function numberFollows(line: TextLine | undefined): boolean {
  return line !== undefined && /^[（(].{3,30}号[)）]?\s*\d*$/.test(line.text);
}

function begins(entry: PrintedEntry, lines: TextLine[], at: number): boolean {
  const one = skeleton(lines[at]!.text);
  if (entry.keys.includes(one)) return true;
  if (!entry.keys.some((key) => one !== '' && key.startsWith(one))) return false;
  const two = one + skeleton(lines[at + 1]?.text ?? '');
  return entry.keys.includes(two) || entry.keys.includes(two + skeleton(lines[at + 2]?.text ?? ''));
}

/** Index of the first line of each entry's document, or -1, in order of print. */
function locate(
  printed: { entries: PrintedEntry[]; next: number },
  lines: TextLine[],
  context: Context,
): number[] {
  let cursor = printed.next;
  return printed.entries.map((entry) => {
    for (let i = cursor; i < lines.length; i++) {
      if (!begins(entry, lines, i)) continue;
      cursor = i + 1;
      return i > printed.next && meta.registryNumber(lines[i - 1]!.text) ? i - 1 : i;
    }
    const message = context.file.message(
      `目录有“${entry.title}”，正文没有找到`,
      entry.position.start,
      'gongbao:contents-entry-without-text',
    );
    message.fatal = true;
    return -1;
  });
}

/** Documents of an issue without contents. */
function headStarts(lines: TextLine[]): number[] {
  const starts: number[] = [];
  for (const [i, line] of lines.entries()) {
    const ahead = lines.slice(i + 1, i + 4).map((next) => next.text);
    const titled = looksLikeTitle(line.text) && ahead.some((text) => meta.documentNumber(text));
    const ordered =
      /(?:令|公告)$/.test(line.text) &&
      line.text.length < 40 &&
      ahead[0] !== undefined &&
      /^[（(]?第.{1,10}号/.test(ahead[0]);
    if (!titled && !ordered) continue;
    const last = starts.at(-1);
    if (last !== undefined && i - last < 3) continue;
    starts.push(i > 0 && meta.registryNumber(lines[i - 1]!.text) ? i - 1 : i);
  }
  return starts.length > 0 || lines.length === 0 ? starts : [0];
}

/** Collects roles, one a source line. */
export function roleRecorder(roles: RoledLine[], context: Pick<Context, 'text'>): Context['role'] {
  const { text } = context;
  return (line: TextLine, role: LineRole, instrument?: Instrument): void => {
    const last = text.placeOf(line, line.text.length).line;
    const physical = text.source.slice(line.start, line.end).split(lineBreak);
    for (let n = line.line; n <= last; n++) {
      if (physical[n - line.line]?.trim() === '') continue;
      roles.push({ line: n, role, ...(instrument ? { instrument: instrument as never } : {}) });
    }
  };
}
