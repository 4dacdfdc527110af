/** Tells the lines of a body from what frames it: signature, date, annexes, a carried text. */
import type { TextLine } from '../model.ts';
import { readAnnexes } from './annexes.ts';
import { beginsCarried, learnTitles, type Named } from './carried.ts';
import { addFrame, type Draft } from './draft.ts';
import { readClosingDate, readDisclosure, reopen } from './ending.ts';
import * as meta from './metadata.ts';

/** Reads up to the end of the document. @returns the body's lines, in order */
export function readBodyLines(draft: Draft): TextLine[] {
  const { instrument, lines } = draft;
  const body: TextLine[] = [];
  const named: Named = new Set();
  learnTitles(named, instrument.title);
  let closed = false;
  while (draft.at < lines.length) {
    const line = lines[draft.at]!;
    const { text } = line;
    if ((closed || body.length > 0) && beginsCarried(draft, line, named, closed)) break;
    if (meta.isDisclosure(text)) {
      readDisclosure(draft, line);
      closed = true;
    } else if (meta.isRemark(text)) {
      instrument.remarks = [...(instrument.remarks ?? []), text];
      addFrame(draft, line, 'remark', { field: 'remarks', after: true });
    } else if (
      meta.isDateLine(text) &&
      (body.length > 0 || instrument.kind === 'order') &&
      readClosingDate(draft, body, line)
    ) {
      closed = true;
    } else if (meta.signatory(text) && body.length > 0 && !instrument.signatory) {
      instrument.signatory = meta.signatory(text)!;
      addFrame(draft, line, 'signatory', { field: 'signatory', after: true });
    } else if (meta.annexLabel(text) && body.length > 0) {
      if (!readAnnexPart(draft, closed)) body.push(line);
    } else {
      if (closed && instrument.annexes.length === 0) {
        closed = false;
        body.push(...reopen(draft));
      }
      body.push(line);
      learnTitles(named, text);
    }
    draft.at++;
  }
  return body;
}

function readAnnexPart(draft: Draft, closed: boolean): boolean {
  const result = readAnnexes(draft.lines, draft.at, draft.context, draft.instrument, closed);
  if (!result) return false;
  for (const { line, role } of result.frame)
    addFrame(draft, line, role, { after: true, ...(role === 'annex-note' ? { field: 'annexNote' } : {}) });
  draft.at = result.next - 1;
  return true;
}
