/** A document while it is being read: where the reader stands, and what it has found. */
import type { Instrument, LineRole, PageFact, PageField, Position, TextLine } from '../../model.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';

export interface Draft {
  instrument: Instrument;
  readonly lines: Line[];
  /** Index of the line that is read next. */
  at: number;
  readonly context: Context;
  /** The document that prints this one inside it. */
  readonly carrier?: Instrument;
  /** Lines read as the end of the text, until it is sure that they are; and for whom they speak. */
  closing: { line: Line; owner: Instrument }[];
  /** Title that the carrier names, for a text that prints none. */
  readonly announced?: string;
  /** Key of the title that the contents list. */
  readonly listed?: string;
  /** Titles that the carrier names, by their keys: one of them begins the next text that it carries. */
  readonly enclosed?: ReadonlyMap<string, string>;
}

/** What is known of a document before it is read. */
export interface Foreknown {
  /** The document that prints it inside itself. */
  carrier?: Instrument;
  announced?: string;
  listed?: string;
  enclosed?: ReadonlyMap<string, string>;
}

/** An instrument of which nothing is read yet, at its place in the source. */
export const blankInstrument = (start: Position['start']): Instrument => ({
  id: '',
  kind: 'other',
  grammar: 'levels',
  title: '',
  dates: {},
  provisions: [],
  annexes: [],
  carries: [],
  stated: {},
  frame: [],
  position: { start, end: start },
});

/** A document of which nothing is read yet. */
export function newDraft(lines: Line[], at: number, context: Context, foreknown: Foreknown = {}): Draft {
  return {
    instrument: blankInstrument(context.text.placeOf(lines[at]!, 0)),
    lines,
    at,
    context,
    ...foreknown,
    closing: [],
  };
}

/** Where a line of the document stands in the source. */
export function place({ context: { text } }: Pick<Draft, 'context'>, line: TextLine): Position {
  return { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) };
}

interface Framing {
  /** Field of the instrument that the line states. */
  field?: string;
  /** True for lines below the body. */
  after?: boolean;
}

/** Files a line that is no provision: its role, and the field it is evidence of. */
function addFrameTo(
  owner: Instrument,
  line: TextLine,
  role: LineRole,
  context: Context,
  { field, after = false }: Framing = {},
): void {
  const position = place({ context }, line);
  owner.frame.push({ role, text: line.text, after, position });
  if (field) owner.stated[field] ??= position;
  context.role(line, role, owner);
}

/**
 * The same for the document being read.
 * @param framing its `owner` is the document that the line speaks for, where that is another
 */
export function addFrame(
  draft: Draft,
  line: Line,
  role: LineRole,
  framing: Framing & { owner?: Instrument } = {},
): void {
  const owner = framing.owner ?? draft.instrument;
  addFrameTo(owner, line, role, draft.context, framing);
  if (framing.after && role !== 'annex-label' && role !== 'annex-title') draft.closing.push({ line, owner });
}

/** Offsets in the source between which a document stands; its annexes may stand behind the texts that it carries. */
export function extentOf({ position, annexes }: Instrument): { start: number; end: number } {
  const ends = annexes.map((annex) => annex.position.end.offset);
  return { start: position.start.offset, end: Math.max(position.end.offset, ...ends) };
}

/** What the page of a text prints as a fact of it: 主题分类 → `交通运输`; undefined where it prints none. */
export function pageFact({ pageFields = [] }: Instrument, fact: PageFact): string | undefined {
  return pageFields.find(({ says }) => says === fact)?.value;
}

/** Keeps the fields of a page that a line prints; one without a value says nothing. */
export function keepFields(
  instrument: Instrument,
  fields: readonly Omit<PageField, 'position'>[],
  position: Position,
): void {
  const kept = fields.filter(({ value }) => value !== '').map((field) => ({ ...field, position }));
  if (kept.length > 0) instrument.pageFields = [...(instrument.pageFields ?? []), ...kept];
}

/** Files what a page prints below its text with the last document. */
export function keepBelow(
  instruments: readonly Instrument[],
  lines: readonly Line[],
  context: Context,
): void {
  const last = instruments.at(-1);
  for (const line of lines) {
    if (!last) context.role(line, 'metadata');
    else {
      addFrameTo(last, line, 'metadata', context, { after: true });
      keepFields(last, line.fields, place({ context }, line));
    }
  }
}
