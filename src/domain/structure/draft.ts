/** A document while it is being read: where the reader stands, and what it has found. */
import type { FrameLine, Instrument, LineRole, Position, TextLine } from '../model.ts';
import type { Context } from './context.ts';

export interface Draft {
  instrument: Instrument;
  readonly lines: TextLine[];
  /** Index of the line that is read next. */
  at: number;
  readonly context: Context;
  /** The document that prints this one inside it. */
  readonly carrier?: Instrument;
  /** Lines read as the end of the text, until it is sure that they are. */
  closing: TextLine[];
  /** Title that the carrier names, for a text that prints none. */
  readonly announced?: string;
}

/** A document of which nothing is read yet. */
export function newDraft(
  lines: TextLine[],
  at: number,
  context: Context,
  carrier?: { instrument: Instrument; announced?: string },
): Draft {
  const start = context.text.placeOf(lines[at]!, 0);
  const instrument: Instrument = {
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
  };
  return {
    instrument,
    lines,
    at,
    context,
    ...(carrier ? { carrier: carrier.instrument } : {}),
    ...(carrier?.announced ? { announced: carrier.announced } : {}),
    closing: [],
  };
}

/** Source range of a whole line. */
export function linePosition(draft: Draft, line: TextLine): Position {
  const { text } = draft.context;
  return { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) };
}

interface Framing {
  /** Field of the instrument that the line states. */
  field?: string;
  /** True for lines below the body. */
  after?: boolean;
  /** The document that the line speaks for, where it is not the one being read. */
  owner?: Instrument;
}

/** Files a line that is no provision: its role, and the field it is evidence of. */
export function addFrame(draft: Draft, line: TextLine, role: LineRole, framing: Framing = {}): void {
  const { field, after = false, owner = draft.instrument } = framing;
  const position = linePosition(draft, line);
  const frame: FrameLine = { role, text: line.text, after, position };
  owner.frame.push(frame);
  if (field) owner.stated[field] ??= position;
  draft.context.role(line, role, owner);
  if (after && role !== 'disclosure' && !role.startsWith('annex')) draft.closing.push(line);
}
