/** The tree of provisions as Akoma Ntoso; the archive's eIds are kept. */
import type { Provision, Reference } from '../../model.ts';
import { type Attributes, xml, xmlText } from '../xml.ts';
import { elements } from './names.ts';

/** What a reference leads to, as AKN addresses; undefined where it leads nowhere. */
export type Target = (reference: Reference) => { href: string; upTo?: string } | undefined;

export interface Marks {
  /** References of a provision in one part of it, in order. */
  of(eId: string, part?: Reference['part'], cell?: [number, number]): readonly Reference[];
  target: Target;
}

/** References of a text laid out for looking up. */
export function marksOf(references: readonly Reference[], target: Target): Marks {
  const keyOf = (eId: string, part = '', cell?: [number, number]) => `${eId} ${part} ${cell ?? ''}`;
  const places = Map.groupBy(references, ({ from, part, cell }) => keyOf(from.eId, part, cell));
  for (const list of places.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  return { of: (eId, part, cell) => places.get(keyOf(eId, part, cell)) ?? [], target };
}

/**
 * A text with its references. Several targets of the same words stand in one `mref`; of words that overlap the first
 * are marked; words without a target tell why.
 *
 * `依照《甲法》第五条` → `依照<ref href="/akn/cn/act/law/甲#art_5">《甲法》第五条</ref>`
 */
export function inlineOf(text: string, references: readonly Reference[], target: Target, shift = 0): string {
  let written = '';
  let at = 0;
  for (let i = 0; i < references.length; i++) {
    const { end, reason } = references[i]!;
    const start = references[i]!.start + shift;
    if (start < at || end + shift > text.length || end + shift <= start) continue;
    const same = references.filter((other) => other.start + shift === start && other.end === end);
    const words = xmlText(text.slice(start, end + shift));
    written += xmlText(text.slice(at, start)) + linked(words, same, target, reason);
    at = end + shift;
  }
  return written + xmlText(text.slice(at));
}

function linked(
  words: string,
  same: readonly Reference[],
  target: Target,
  reason: string | undefined,
): string {
  const [first, ...more] = same.flatMap((reference) => target(reference) ?? []);
  if (!first) return reason ? xml('inline', { name: 'reference', 'gb:reason': reason }, words) : words;
  const whole =
    first.upTo === undefined
      ? xml('ref', { href: first.href }, words)
      : xml('rref', { from: first.href, upTo: first.upTo }, words);
  if (more.length === 0) return whole;
  return xml('mref', {}, whole, ...more.map(({ href }) => xml('ref', { href })));
}

/** What holds the words that a decision gives another text; `read.ts` takes the provisions out of it again. */
export const quotation = 'quotation';

/**
 * Provisions, in order. What a decision quotes stands together in one `quotedStructure`; its quotation marks stay in the
 * text, as the standard has it where no `startQuote` is given.
 */
export function provisionsXml(provisions: readonly Provision[], marks: Marks): string {
  let written = '';
  for (let i = 0; i < provisions.length; ) {
    const first = provisions[i]!;
    const end = provisions.findIndex((each, k) => k >= i && !each.quoted);
    const quoted = provisions.slice(i, end < 0 ? provisions.length : end);
    if (quoted.length === 0) written += provisionXml(first, marks);
    else {
      const structure = xml('quotedStructure', {}, ...quoted.map((each) => provisionXml(each, marks)));
      const block = xml('content', {}, xml('p', {}, xml('mod', {}, structure)));
      written += xml('hcontainer', { eId: `${first.eId}__${quotation}`, name: quotation }, block);
    }
    i += Math.max(quoted.length, 1);
  }
  return written;
}

function provisionXml(provision: Provision, marks: Marks): string {
  const { type, number, label, eId, text, children, quoted, missing, rows } = provision;
  const name = elements[type];
  const attributes: Attributes = {
    eId,
    ...(name === 'hcontainer' ? { name: type } : {}),
    ...(missing ? { status: 'incomplete' } : {}),
    ...(quoted ? { class: 'quoted' } : {}),
    'gb:number': number,
  };
  const head = [label === '' ? '' : xml('num', {}, xmlText(label)), headingXml(provision, marks)];
  const own = xml('p', {}, quoted ? xmlText(text) : inlineOf(text, marks.of(eId), marks.target));
  const blocks = [
    text === '' && (rows || children.length > 0) ? '' : own,
    rows ? tableXml(eId, rows, marks) : '',
  ];
  const nested = quoted
    ? children.map((child) => provisionXml(child, marks)).join('')
    : provisionsXml(children, marks);
  const below = nested === '' ? xml('content', {}, ...blocks) : `${introXml(blocks)}${nested}`;
  return xml(name, attributes, ...head, below);
}

function introXml(blocks: readonly string[]): string {
  return blocks.every((block) => block === '') ? '' : xml('intro', {}, ...blocks);
}

/** The heading as printed; where it stands in brackets the words alone are told beside it. */
function headingXml({ eId, heading, headingForm }: Provision, marks: Marks): string {
  if (heading === undefined) return '';
  const shift = headingForm ? headingForm.indexOf(heading) : 0;
  const references = shift < 0 ? [] : marks.of(eId, 'heading');
  const words = inlineOf(headingForm ?? heading, references, marks.target, Math.max(shift, 0));
  return xml('heading', headingForm === undefined ? {} : { 'gb:words': heading }, words);
}

/** The first row is the header row. A row, or a table, without cells has one empty cell: AKN knows no other. */
function tableXml(eId: string, rows: readonly (readonly string[])[], marks: Marks): string {
  const row = (cells: readonly string[], r: number): string =>
    xml(
      'tr',
      cells.length === 0 ? { class: 'empty' } : {},
      ...(cells.length === 0 ? [''] : cells).map((cell, c) =>
        xml(
          r === 0 ? 'th' : 'td',
          {},
          xml('p', {}, inlineOf(cell, marks.of(eId, 'cell', [r, c]), marks.target)),
        ),
      ),
    );
  if (rows.length === 0) return xml('table', { class: 'empty' }, row([], 0));
  return xml('table', {}, ...rows.map(row));
}
