/** A text as the units that are compared: articles, headings, paragraphs of the introduction, clauses of a decision. */
import type { Instrument, Provision, ProvisionType } from '../model.ts';
import { findLocators } from '../references/locator.ts';
import { serializeProvisions } from '../structure/index.ts';
import { numeralClass } from '../text/index.ts';
import { fold } from './fold.ts';

export interface Unit {
  type: ProvisionType;
  number: string;
  /** 第六条; for a chapter 第二章; '' for a paragraph without number. */
  label: string;
  /** Labels of the headings that it stands under in a text headed 一、（一）: `一、`. */
  under: string;
  eId: string;
  /** All its words, one line for each provision; without its own label. */
  text: string;
  /** Its words folded, for comparison. */
  folded: string;
  /** Folded, and every address in it masked: what stays the same when numbers move. */
  masked: string;
  provision: Provision;
}

/** Units of a text in order; annexes last. A title printed again above the first article is no provision. */
export function unitsOf(instrument: Pick<Instrument, 'title' | 'provisions' | 'annexes'>): Unit[] {
  const units: Unit[] = [];
  const title = fold(instrument.title).text;
  const visit = (provisions: readonly Provision[], under = ''): void => {
    for (const provision of provisions) {
      const headed = provision.children.filter(({ type }) => type === 'level');
      if (provision.type === 'level' && headed.length > 0) {
        const children = provision.children.filter((child) => !headed.includes(child));
        units.push(unitOf(provision, wordsOf({ ...provision, children }), under));
        visit(headed, under + provision.label);
        continue;
      }
      if (provision.type === 'part' || provision.type === 'chapter' || provision.type === 'section') {
        units.push(unitOf(provision, provision.heading ?? ''));
        visit(provision.children);
        continue;
      }
      const unit = unitOf(provision, wordsOf(provision), under);
      if (provision.type !== 'paragraph' || unit.folded !== title) units.push(unit);
    }
  };
  visit(instrument.provisions);
  for (const annex of instrument.annexes) visit(annex.provisions);
  return units;
}

/** What stands for words that are known to have been there and are not held. */
const notHeld = '［原文未载］';

function shown(provision: Provision): Provision {
  const { text, children, missing } = provision;
  return { ...provision, text: missing && text === '' ? notHeld : text, children: children.map(shown) };
}

function wordsOf(provision: Provision): string {
  return serializeProvisions([{ ...shown(provision), label: '' }])
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function unitOf(provision: Provision, text: string, under = ''): Unit {
  const folded = fold(text.replaceAll('\n', '')).text;
  const { type, number, label, eId } = provision;
  return { type, number, label, under, eId, text, folded, masked: '', provision };
}

const numerals = new RegExp(`[${numeralClass}]+(?:之[${numeralClass}]+)?`, 'g');

/** The folded text with the numbers of all addresses masked; kept on the unit. */
export function maskedOf(unit: Unit): string {
  if (unit.masked === '' && unit.folded !== '') {
    let out = '';
    let at = 0;
    for (const { start, end, text } of findLocators(unit.folded)) {
      out += unit.folded.slice(at, start) + text.replace(numerals, '#');
      at = end;
    }
    unit.masked = out + unit.folded.slice(at);
  }
  return unit.masked;
}

/** Label of a unit; a paragraph without number is called by its first words. */
export function nameOf({ label, under, type, number, text }: Unit): string {
  if (label !== '') return under + label;
  return type === 'paragraph' ? `第${number}段` : text.slice(0, 12);
}
