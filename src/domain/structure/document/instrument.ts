/**
 * Lines of one printed document → instruments: the document itself and the texts it carries.
 *
 * 通知 (title, 文号, 主送, body, 署名, date) then the enclosed 办法, then 公开方式 of the 通知.
 */

import type { Instrument } from '../../model.ts';
import { instrumentId, titleKey } from '../../names/index.ts';
import { grammarOf, growBody } from '../body/body.ts';
import { finish } from '../body/nodes.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import { addAnnounced } from './annexes.ts';
import { type BodyLines, readBodyLines } from './body-lines.ts';
import type { Named } from './carried.ts';
import { linkContents } from './contents.ts';
import { type Draft, type Foreknown, newDraft } from './draft.ts';
import { readHead } from './head.ts';
import { assignBodyRoles } from './roles.ts';
import { completeMetadata } from './stated-dates.ts';

/** A document and the texts that it carries. */
interface Group {
  carrier: Instrument;
  carried: Instrument[];
  /** Titles that the carrier names. */
  named: Named;
  announced?: string;
}

/**
 * Reads documents from `lines`.
 * @param known `title` stands for one that is not printed; `listed` is the key of the one that the contents list
 * @returns in order of print: a document, then what it carries; then the next, where the file holds several
 */
export function readDocument(
  lines: Line[],
  context: Context,
  { title = '', listed }: { title?: string; listed?: string } = {},
): Instrument[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let at = 0;
  while (at < lines.length) {
    const within: Foreknown = group
      ? {
          carrier: group.carrier,
          enclosed: group.named,
          ...(group.announced ? { announced: group.announced } : {}),
        }
      : {};
    const draft = newDraft(lines, at, context, { ...within, ...(listed ? { listed } : {}) });
    const { stop, named } = readInstrument(draft, groups.length === 0 ? title : '');
    at = draft.at;
    if (group) group.carried.push(draft.instrument);
    else {
      const announced = named.values().next().value;
      group = { carrier: draft.instrument, carried: [], named, ...(announced ? { announced } : {}) };
      groups.push(group);
    }
    if (stop !== 'another') continue;
    group = undefined;
    const words = lines[at]!.text.slice(0, 30);
    context.file.info(
      `同一文件还有“${words}”，另作一件`,
      context.text.placeOf(lines[at]!, 0),
      'gongbao:another-text',
    );
  }
  return groups.flatMap((each) => bind(each, context));
}

/** Gives ids, and ties a carrier to what it carries. */
function bind({ carrier, carried }: Group, { file }: Context): Instrument[] {
  const all = [carrier, ...carried];
  const titles = all.map(({ title }) => title);
  for (const instrument of all) {
    const printed = all.filter((other) => other !== instrument).flatMap(({ annexes }) => annexes);
    addAnnounced(instrument, [...titles, ...printed.map(({ title }) => title)], file);
  }
  nameOrder(carrier, carried[0]);
  carrier.id = instrumentId(carrier);
  for (const instrument of carried) {
    instrument.id = instrumentId(instrument);
    instrument.carriedBy = carrier.id;
    carrier.carries.push(instrument.id);
    instrument.issuer ??= carrier.issuer;
  }
  return all;
}

/** A web page heads an order with the title of the rule that it promulgates: the order's own is its number. */
function nameOrder(carrier: Instrument, carried: Instrument | undefined): void {
  const number = carrier.frame.find((line) => line.role === 'document-number')?.text;
  if (!carried || !number?.includes('令') || titleKey(carrier.title) !== titleKey(carried.title)) return;
  carrier.title = number.replace(/\s/g, '');
  carrier.kind = 'order';
}

function readInstrument(draft: Draft, fallbackTitle: string): BodyLines {
  const { instrument, context } = draft;
  const { text, file } = context;
  const start = draft.at;
  readHead(draft, fallbackTitle);
  const read = readBodyLines(draft);
  const { body } = read;
  instrument.grammar = grammarOf(body, instrument.kind);
  assignBodyRoles(draft, body);
  instrument.provisions = finish(growBody(body, instrument.kind, instrument.grammar, text, file));
  if (instrument.contents) linkContents(instrument.contents, instrument.provisions, file);
  const last = draft.lines[lastOwn(draft, start)];
  if (last) instrument.position.end = text.placeOf(last, last.text.length);
  completeMetadata(instrument, body);
  return read;
}

/** 公开方式 below a carried text is the carrier's, and so may be annexes. */
function lastOwn({ carrier, lines, at, context: { text } }: Draft, start: number): number {
  let end = at - 1;
  if (!carrier) return end;
  const first = text.placeOf(lines[start]!, 0).offset;
  const annexed = carrier.annexes.find(({ position }) => position.start.offset > first)?.position.start
    .offset;
  const isCarriers = (line: Line): boolean =>
    line.disclosure || (annexed !== undefined && text.placeOf(line, 0).offset >= annexed);
  while (end > start && isCarriers(lines[end]!)) end--;
  return end;
}
