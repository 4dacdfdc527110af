/** Lines → issue → instruments → provision tree. */
import type { VFile } from 'vfile';
import type { Instrument, Issue, RoledLine, SourceText, TextLine } from '../model.ts';
import { findDocumentNumbers } from '../names/index.ts';
import { lineBreak } from '../text/index.ts';
import { splitGlued } from './body/glued.ts';
import { blankInstrument, keepBelow } from './document/draft.ts';
import { readDocument } from './document/instrument.ts';
import { readIssue, roleRecorder } from './issue/issue.ts';
import { isContentsHeading } from './lines/contents-line.ts';
import type { Context } from './lines/context.ts';
import { articleMark } from './lines/labels.ts';
import { textEnd } from './lines/text-end.ts';

export { growBody } from './body/body.ts';
export { annexId, finish } from './body/nodes.ts';
export { extentOf, pageFact } from './document/draft.ts';
export { captionEvents } from './lines/caption.ts';
export { articleMark, containerMark, type ListStyle, listMark } from './lines/labels.ts';
export { linesOf } from './lines/line.ts';
export { serialize, serializeAll, serializeProvisions } from './serialize.ts';

function prepare(text: SourceText, file: VFile): { context: Context; roles: RoledLine[] } {
  const split = { ...text, lines: splitGlued(text, file) };
  const roles: RoledLine[] = [];
  return { context: { text: split, file, role: roleRecorder(roles, { text: split }) }, roles };
}

/**
 * Structures one bare legal text (which may carry others, as a 通知 carries a 办法).
 * @param title used where the text has no title line, as a file name may supply it
 * @returns at least one instrument, also for an empty text; oddities go to `file`
 */
export function parseInstruments(text: SourceText, file: VFile, title = ''): Instrument[] {
  const { context } = prepare(text, file);
  const { lines } = context.text;
  const end = textEnd(lines);
  const fallback = text.frontMatter?.['title'] ?? title;
  const instruments = readDocument(lines.slice(0, end), context, { title: fallback });
  keepBelow(instruments, lines.slice(end), context);
  return instruments.length > 0 ? instruments : [emptyInstrument(title)];
}

/** Structures a whole issue. */
export function parseIssue(id: string, text: SourceText, file: VFile): Issue {
  const { context, roles } = prepare(text, file);
  const issue = readIssue(id, context, roles);
  for (const role of roles) {
    const owner = role.instrument as unknown as Instrument | undefined;
    if (owner) role.instrument = owner.id;
  }
  // `…总体规划 目录` is a title and a contents heading on one line: the first role is the line's.
  const first = new Map<number, RoledLine>();
  for (const role of [...roles, ...figureSlots(issue, text)])
    if (!first.has(role.line)) first.set(role.line, role);
  issue.roles = [...first.values()].sort((a, b) => a.line - b.line);
  return issue;
}

/** True where a source looks like an issue with several documents rather than one text. */
export function looksLikeIssue(lines: TextLine[]): boolean {
  const at = lines.slice(0, 40).findIndex((line) => isContentsHeading(line.text));
  if (at < 0) return false;
  const below = lines.slice(at + 1, at + 80).map(({ text }) => text);
  const text = below.findIndex((words) => articleMark(words) !== undefined);
  const numbered = below.slice(0, text < 0 ? below.length : text).filter(endsInNumber);
  return numbered.length >= 2;
}

/** A number in brackets, as only the contents of an issue give it: `(湛府〔2020〕68 号) 1`, `（样城市人民政府令第9号）…7` */
function endsInNumber(words: string): boolean {
  const number = findDocumentNumbers(words).at(-1);
  return (
    number !== undefined &&
    /[（(][^（）()]{0,30}$/.test(words.slice(0, number.start)) &&
    /^[^（）()]{0,3}[)）]?[^\u3400-\u9fff]*$/.test(words.slice(number.end))
  );
}

/** Empty lines that hold the place of a lost picture: one before each caption. */
function figureSlots(issue: Issue, text: SourceText): RoledLine[] {
  const rows = text.source.split(lineBreak);
  const slots: RoledLine[] = [];
  for (const { line, role, instrument } of issue.roles) {
    if (role !== 'figure-caption') continue;
    for (let n = line - 1; n > Math.max(0, line - 5); n--) {
      if (rows[n - 1] === undefined || rows[n - 1]!.trim() !== '') break;
      if (rows[n - 1] === '') continue;
      slots.push({ line: n, role: 'figure-slot', ...(instrument ? { instrument } : {}) });
      break;
    }
  }
  return slots;
}

const emptyInstrument = (title: string): Instrument => ({
  ...blankInstrument({ line: 1, column: 1, offset: 0 }),
  ...{ id: 'empty', title },
});
