/** What stands below the body: signature, date, 公开方式, 附注. */
import type { FrameLine, Instrument, LineRole } from '../../model.ts';
import type { Line } from '../lines/line.ts';
import { addFrame, type Draft } from './draft.ts';

const mostSignatures = 12;

/** 公开方式 stands below everything that a document prints, so it speaks for the carrier. */
export function readDisclosure(draft: Draft, line: Line): void {
  const owner = draft.carrier ?? draft.instrument;
  owner.disclosure = line.text.replace(/^[^：:]*[：:]\s*|[）)]$/g, '');
  addFrame(draft, line, 'disclosure', { field: 'disclosure', after: true, owner });
}

/**
 * Reads a date below the body, with the bodies' names above it as signatures.
 * @param body lines read so far; signatures are taken off its end
 * @param carries tells whether a line opens a text that the document carries
 * @returns false where nothing shows that the text ends here: then the date is text
 */
export function readClosingDate(
  draft: Draft,
  body: Line[],
  date: Line,
  carries: (next: Line | undefined) => boolean,
): boolean {
  const { instrument } = draft;
  const signature: Line[] = [];
  while (body.length > 0 && signature.length < mostSignatures) {
    const last = body.at(-1)!;
    if (!maySign(last, instrument.title)) break;
    signature.unshift(body.pop()!);
  }
  if (signature.length === 0 && instrument.signatory === undefined && !endsAfter(draft, carries))
    return false;
  for (const line of signature) addFrame(draft, line, 'signature', { field: 'issuer', after: true });
  const organs = signature.filter((line) => !line.post);
  if (organs.length > 0) instrument.issuer = organs.map((line) => line.text.replace(/\s+/g, ' ')).join(' ');
  const day = date.day!;
  if (instrument.kind === 'order' || instrument.kind === 'announcement') instrument.dates.promulgated = day;
  instrument.dates.written = day;
  addFrame(draft, date, 'date', { field: 'dates.written', after: true });
  return true;
}

/** True where nothing but annexes, disclosure, a remark or a carried text follows the draft's line. */
function endsAfter(draft: Draft, carries: (next: Line | undefined) => boolean): boolean {
  const next = draft.lines[draft.at + 1];
  return !next || next.imprint || carries(next) || next.disclosure || next.remark || next.annex !== undefined;
}

/** What each closing line said of its instrument: it says nothing if text goes on below it. */
const unsaid: Partial<Record<LineRole, (instrument: Instrument, line: FrameLine) => void>> = {
  signature: (instrument) => delete instrument.issuer,
  date: ({ dates }) => {
    delete dates.written;
    delete dates.promulgated;
  },
  signatory: (instrument) => {
    delete instrument.signatory;
    delete instrument.cosignatories;
  },
  remark: (instrument) => delete instrument.remarks,
  disclosure: (instrument) => delete instrument.disclosure,
  'annex-note': (instrument, { position }) => {
    delete instrument.annexNote;
    // Only what the note alone told of.
    instrument.annexes = instrument.annexes.filter(
      (annex) => annex.position.start.offset !== position.start.offset,
    );
  },
};

/** A body's name or a post; a body that no list knows still opens the title it signs: 样本海关 under 样本海关公告. */
export function maySign({ text, organ, post, list }: Line, title: string): boolean {
  const opensTitle = text.length >= 3 && text.length < title.length && title.startsWith(text);
  return (organ || post || opensTitle) && !list;
}

/**
 * Text goes on after what looked like the end: signature, date and the rest were part of it.
 * @param body takes them in, each in its place
 * @param below offset from which on they are the end all the same; absent: none is
 */
export function reopen(draft: Draft, body: Line[], below = Number.POSITIVE_INFINITY): void {
  const { context } = draft;
  const closing = draft.closing.filter(({ line }) => line.start < below);
  if (closing.length === 0) return;
  draft.closing = draft.closing.filter(({ line }) => line.start >= below);
  for (const { line, owner } of closing) {
    const { offset } = context.text.placeOf(line, 0);
    const at = owner.frame.findLastIndex((framed) => framed.position.start.offset === offset);
    const [framed] = owner.frame.splice(at, 1);
    if (framed) unsaid[framed.role]?.(owner, framed);
    for (const [field, position] of Object.entries(owner.stated))
      if (position.start.offset === offset) delete owner.stated[field];
  }
  const place = context.text.placeOf(closing[0]!.line, 0);
  context.file.message('署名或日期之后还有正文，按正文处理', place, 'gongbao:text-after-signature');
  const from = body.findLastIndex((line) => line.start < closing[0]!.line.start) + 1;
  const tail = [...body.slice(from), ...closing.map(({ line }) => line)].sort((a, b) => a.start - b.start);
  body.splice(from, body.length - from, ...tail);
}
