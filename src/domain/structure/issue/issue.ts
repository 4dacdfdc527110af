/**
 * A whole issue of a gazette: its masthead, its contents, and the documents they announce.
 */
import type { Instrument, Issue, LineRole, Masthead, RoledLine, TextLine } from '../../model.ts';
import { titleKey } from '../../names/index.ts';
import { lineBreak } from '../../text/index.ts';
import { keepBelow } from '../document/draft.ts';
import { readDocument } from '../document/instrument.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import { publishedIn } from '../lines/masthead.ts';
import { imprintStart, textEnd } from '../lines/text-end.ts';
import type { PrintedEntry } from './contents-entry.ts';
import { findContents, isSectionLine, readEntries } from './issue-contents.ts';
import { startsOf } from './issue-starts.ts';

/**
 * Reads an issue. Documents are found by the contents, and by their heads (an order's heading, a title with its 文号)
 * where the contents do not name them: no text of an issue is left outside its documents.
 */
export function readIssue(id: string, context: Context, roles: RoledLine[]): Issue {
  const all = context.text.lines;
  const imprint = imprintStart(all);
  const lines = all.slice(0, textEnd(all.slice(0, imprint)));
  const contents = findContents(lines);
  const printed = contents ? readEntries(lines, contents, context) : { entries: [], next: 0 };
  if (!contents)
    context.file.message(
      '本期没有目录，按文件标题与文号分件',
      { line: 1, column: 1 },
      'gongbao:contents-missing',
    );
  const starts = startsOf(printed, lines, context);
  const first = starts[0]?.at ?? lines.length;
  const masthead: Masthead = {};
  const above = contents ? (contents.heading ?? contents.first) : first;
  for (const line of [...lines.slice(0, above), ...all.slice(imprint)]) around(line, masthead, context);
  const sections = new Set(printed.entries.flatMap(({ section = [] }) => section));
  if (contents)
    for (const line of lines.slice(printed.next, first))
      if (isSectionLine(line.text, sections)) context.role(line, 'contents-section');
      else around(line, masthead, context);
  const published = masthead.published ?? publishedIn(lines.slice(0, above), masthead);
  if (published) masthead.published = published;
  const instruments: Instrument[] = [];
  for (const [i, { at: start, entry, carried = [] }] of starts.entries()) {
    const own = lines.slice(start, starts[i + 1]?.at);
    while (i + 1 < starts.length && own.length > 1 && isSectionLine(own.at(-1)!.text, sections))
      context.role(own.pop()!, 'contents-section');
    const documents = readDocument(own, context, entry ? { listed: entry.key, title: entry.title } : {});
    for (const each of entry ? [entry, ...carried] : []) {
      const own = documents.find(({ title }, n) => (each === entry ? n === 0 : titleKey(title) === each.key));
      if (own) describe(own, each, pageAfter(printed.entries, each), context);
    }
    instruments.push(...documents);
  }
  keepBelow(instruments, all.slice(lines.length, imprint), context);
  separate(instruments, context);
  const entries = printed.entries.map(({ key: _, order: __, broken: ___, ...entry }) => entry);
  return { id, entries, instruments, roles, ...(Object.keys(masthead).length > 0 ? { masthead } : {}) };
}

/** One document printed twice is two texts: the later ones get ids of their own, and it is said. */
function separate(instruments: Instrument[], context: Context): void {
  const taken = new Set<string>();
  for (const instrument of instruments) {
    const { id } = instrument;
    for (let n = 2; taken.has(instrument.id); n++) instrument.id = `${id}-${n}`;
    taken.add(instrument.id);
    if (instrument.id === id) continue;
    const carrier = instruments.find((other) => other !== instrument && other.id === instrument.carriedBy);
    const at = carrier?.carries.lastIndexOf(id) ?? -1;
    if (carrier && at >= 0) carrier.carries[at] = instrument.id;
    const { title, position } = instrument;
    context.file.message(
      `“${title}”本期已载，这里又载一遍，另作一件`,
      position.start,
      'gongbao:document-twice',
    );
  }
}

/** A line above the contents or below the last document: the issue's own, or of unknown meaning. */
function around(line: Line, masthead: Masthead, context: Context): void {
  const facts = line.masthead;
  if (facts) context.role(line, 'masthead');
  else unknown(line, context);
  Object.assign(masthead, { ...facts, ...masthead });
}

function pageAfter(entries: PrintedEntry[], entry: PrintedEntry): number | undefined {
  return entries.slice(entries.indexOf(entry) + 1).find(({ page }) => page !== undefined)?.page;
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
  if (entry.broken && own && !own.endsWith(entry.broken.replace(/[\s（()）]/g, '')))
    context.file.message(
      `目录文号“${entry.broken}”不完整，正文作“${own}”`,
      entry.position.start,
      'gongbao:contents-number',
    );
  if (entry.documentNumber && own && !own.endsWith(entry.documentNumber)) {
    context.file.message(
      `目录文号“${entry.documentNumber}”与正文“${own}”不一致`,
      entry.position.start,
      'gongbao:contents-number',
    );
  }
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
