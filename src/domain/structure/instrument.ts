/**
 * Lines of one printed document → instruments: the document itself and the texts it carries.
 *
 * 通知 (title, 文号, 主送, body, 署名, date) then the enclosed 办法, then 公开方式 of the 通知.
 */
import type { Instrument, TextLine } from '../model.ts';
import { addAnnounced } from './annexes.ts';
import { grammarOf, growBody } from './body.ts';
import { readBodyLines } from './body-lines.ts';
import { linkContents } from './contents.ts';
import type { Context } from './context.ts';
import { type Draft, newDraft } from './draft.ts';
import { readHead } from './head.ts';
import { instrumentId } from './identity.ts';
import * as meta from './metadata.ts';
import { finish } from './nodes.ts';
import { assignBodyRoles } from './roles.ts';
import { completeMetadata } from './stated-dates.ts';

/**
 * Reads documents from `lines`.
 * @returns the first document, then what it carries, in order of print
 */
export function readDocument(lines: TextLine[], context: Context, fallbackTitle = ''): Instrument[] {
  const out: Instrument[] = [];
  let at = 0;
  while (at < lines.length) {
    const draft = newDraft(lines, at, context, out[0]);
    readInstrument(draft, fallbackTitle);
    at = draft.at;
    out.push(draft.instrument);
  }
  for (const instrument of out)
    addAnnounced(
      instrument,
      out.map(({ title }) => title),
    );
  const [carrier, ...carried] = out;
  if (carrier) {
    carrier.id = instrumentId(carrier);
    for (const instrument of carried) {
      instrument.id = instrumentId(instrument);
      instrument.carriedBy = carrier.id;
      carrier.carries.push(instrument.id);
      instrument.issuer ??= carrier.issuer;
    }
  }
  return out;
}

function readInstrument(draft: Draft, fallbackTitle: string): void {
  const { instrument, context } = draft;
  const { text, file } = context;
  const start = draft.at;
  readHead(draft, fallbackTitle);
  const body = readBodyLines(draft);
  instrument.grammar = grammarOf(body, instrument.kind);
  assignBodyRoles(draft, body);
  instrument.provisions = finish(growBody(body, instrument.kind, instrument.grammar, text, file));
  if (instrument.contents) linkContents(instrument.contents, instrument.provisions, file);
  const last = draft.lines[lastOwn(draft, start)];
  if (last) instrument.position.end = text.placeOf(last, last.text.length);
  completeMetadata(instrument, body);
}

/** 公开方式 below a carried text is the carrier's. */
function lastOwn(draft: Draft, start: number): number {
  let end = draft.at - 1;
  while (draft.carrier && end > start && meta.isDisclosure(draft.lines[end]!.text)) end--;
  return end;
}
