/** Tells the lines of a body from what frames it: signature, date, annexes, a carried text. */
import type { Signatory } from '../../model.ts';
import type { Line } from '../lines/line.ts';
import * as meta from '../lines/metadata.ts';
import { annexOwner, readAnnexes } from './annexes.ts';
import {
  beginsAnother,
  beginsCarried,
  beginsEnclosure,
  beginsSibling,
  learnTitles,
  type Named,
} from './carried.ts';
import { addFrame, type Draft } from './draft.ts';
import { maySign, readClosingDate, readDisclosure, reopen } from './ending.ts';

export interface BodyLines {
  body: Line[];
  /** Titles that the document names. */
  named: Named;
  /** What stopped the reading: the end, a text that the document carries, or an unrelated one. */
  stop: 'end' | 'carried' | 'another';
}

/** Reads up to the end of the document. */
export function readBodyLines(draft: Draft): BodyLines {
  const { instrument, lines } = draft;
  const body: Line[] = [];
  const named: Named = new Map();
  learnTitles(named, instrument.title);
  const end = (stop: BodyLines['stop']): BodyLines => {
    if (signsBelowItsDay(draft, body))
      addFrame(draft, body.pop()!, 'signature', { field: 'issuer', after: true });
    // A name that might have been a signature was none: no date came.
    reopen(draft, body, body.at(-1)?.start ?? 0);
    return { body, named, stop };
  };
  let closed = false;
  let articles = 0;
  let annexed = false;
  for (; draft.at < lines.length; draft.at++) {
    const line = lines[draft.at]!;
    const { text } = line;
    if (line.imprint) {
      const rest = imprintLength(lines, draft.at);
      for (const printed of lines.slice(draft.at, draft.at + rest))
        addFrame(draft, printed, 'imprint', { after: true });
      draft.at += rest - 1;
      continue;
    }
    if (
      (closed || body.length > 0) &&
      !(articles > 0 && line.article) &&
      beginsCarried(draft, line, named, closed)
    )
      return end('carried');
    if (body.length > 0 && beginsSibling(draft)) return end('carried');
    if ((closed || (draft.carrier && body.length > 0)) && beginsEnclosure(draft, named))
      return end('carried');
    if (body.length > 0 && beginsAnother(lines, draft.at, articles)) return end('another');
    if (line.disclosure) {
      readDisclosure(draft, line);
      closed = true;
    } else if (line.remark || (closed && meta.isContact(text))) {
      instrument.remarks = [...(instrument.remarks ?? []), text];
      addFrame(draft, line, 'remark', { field: 'remarks', after: true });
    } else if (
      line.day &&
      (body.length > 0 || instrument.kind === 'order') &&
      readClosingDate(draft, body, line, (next) => next !== undefined && follows(draft, next, named))
    ) {
      closed = true;
    } else if (body.length > 0 && readSignatory(draft)) {
      // Kept with the text that it signs.
    } else if (line.annex && body.length > 0) {
      const part = readAnnexPart(draft, closed);
      annexed ||= part === 'annex';
      if (part === 'none') body.push(line);
    } else if (annexed) {
      // Below annexes nothing is the body's.
      addFrame(draft, line, 'unknown', { after: true });
    } else {
      closed = false;
      if (!maySign(line, instrument.title)) reopen(draft, body);
      if (line.article) articles++;
      body.push(line);
      learnTitles(named, text);
    }
  }
  return end('end');
}

/** A body's name that ends a text whose day stands below its title: it signs. */
function signsBelowItsDay({ instrument }: Draft, body: readonly Line[]): boolean {
  const [above, last] = body.slice(-2);
  const dated = instrument.frame.some(({ role, after }) => role === 'date' && !after);
  const signs = dated && last?.organ === true && /[。！]$/.test(above?.text ?? '');
  if (signs) instrument.issuer = last.text.replace(/\s+/g, ' ');
  return signs;
}

/** Takes down who signs on the draft's line: the first, and directly below him those who sign with him. */
function readSignatory(draft: Draft): boolean {
  const { instrument, lines, at, context } = draft;
  const line = lines[at]!;
  const found = signs(draft, line);
  const below = draft.closing.at(-1)?.line === lines[at - 1] && instrument.frame.at(-1)?.role === 'signatory';
  if (instrument.signatory && !below) return false;
  if (found.length > 0) {
    const [signatory, ...others] = [...(instrument.signatory ? [instrument.signatory] : []), ...found];
    instrument.signatory = signatory!;
    if (others.length > 0) instrument.cosignatories = [...(instrument.cosignatories ?? []), ...others];
  } else if (instrument.signatory && signsByShape(draft))
    context.file.message(
      `没有认出签署人“${line.text}”的职务，应为职务与姓名`,
      context.text.placeOf(line, 0),
      'gongbao:signatory-unread',
    );
  else return false;
  addFrame(draft, line, 'signatory', { field: 'signatory', after: true });
  return true;
}

/** True for a post that no list has and a name between a signature and the next one or its day: `警备区长　丁一` */
function signsByShape({ lines, at }: Draft): boolean {
  const next = lines[at + 1];
  return (
    next !== undefined &&
    (next.day !== undefined || next.signatories.length > 0) &&
    meta.readsAsSignatory(lines[at]!.text)
  );
}

/** Who signs on a line: a post and a name, set apart; directly above the day of an order several, or one set tight. */
function signs({ lines, at }: Draft, { signatories, text }: Line): Signatory[] {
  if (signatories.length === 1) return signatories;
  const next = lines[at + 1];
  if (signatories.length > 1) return next?.day || next?.signatories.length ? signatories : [];
  return next?.day ? meta.signatoryAboveDay(text) : [];
}

/** A printed notice ends with so many lines of imprint at most. */
const longestImprint = 15;

/** Number of lines of the imprint: all that are left, where they are few and none is a provision. */
function imprintLength(lines: Line[], at: number): number {
  const left = lines.slice(at);
  if (left.length > longestImprint) return 1;
  const text = left.some((line, i) => i > 0 && (line.article || line.list || line.annex || line.title));
  return text ? 1 : left.length;
}

/** True where the line after a date opens a carried text. */
function follows(draft: Draft, next: Line, named: Named): boolean {
  const ahead = { ...draft, at: draft.at + 1 };
  return beginsCarried(ahead, next, named, true);
}

function readAnnexPart(draft: Draft, closed: boolean): 'none' | 'note' | 'annex' {
  const owner = annexOwner(draft);
  const result = readAnnexes(draft.lines, draft.at, draft.context, owner, closed);
  if (!result) return 'none';
  for (const { line, role } of result.frame)
    addFrame(draft, line, role, {
      after: true,
      owner,
      ...(role === 'annex-note' ? { field: 'annexNote' } : {}),
    });
  draft.at = result.next - 1;
  return result.frame.some(({ role }) => role === 'annex-label') ? 'annex' : 'note';
}
