/**
 * A text as a row of blocks: what a page of print is made of. Text, Markdown, DOCX and EPUB are printed from it, so that
 * none of them leaves out what another has.
 */
import type { Annex, FrameLine, Instrument, LineRole, Provision } from '../../model.ts';
import type { HeldText } from '../holding.ts';

export type Block =
  | { type: 'title'; text: string }
  | { type: 'number'; text: string }
  | { type: 'caption'; text: string }
  | { type: 'line'; text: string }
  /** A line set to the right: signature, date. */
  | { type: 'close'; text: string }
  | { type: 'heading'; depth: number; text: string; eId: string }
  /** Words after a label: `第六条`, `（一）`; `level` 0 for an article and what stands beside it. */
  | {
      type: 'words';
      kind: Provision['type'];
      label: string;
      heading: string;
      text: string;
      level: number;
      eId: string;
    }
  | { type: 'table'; rows: readonly (readonly string[])[]; eId: string }
  | { type: 'missing'; eId: string }
  | { type: 'annex'; label: string; text: string; missing: boolean };

const closing: ReadonlySet<LineRole> = new Set(['signature', 'date']);
/** Printed by the annexes themselves. */
const ofAnnexes: ReadonlySet<LineRole> = new Set(['annex-label', 'annex-title']);

function lineBlock({ role, text }: FrameLine): Block {
  if (role === 'title' || role === 'order-heading') return { type: 'title', text };
  if (role === 'document-number' || role === 'registry-number') return { type: 'number', text };
  if (role === 'caption') return { type: 'caption', text };
  return { type: closing.has(role) ? 'close' : 'line', text };
}

/** The blocks of a text, in the order of print. */
export function blocksOf({ version }: HeldText): Block[] {
  const { instrument } = version;
  const before = instrument.frame.filter((line) => !line.after).map(lineBlock);
  const after = instrument.frame.filter((line) => line.after && !ofAnnexes.has(line.role)).map(lineBlock);
  // A text whose title no line prints is still called by it.
  const titled = before.some(({ type }) => type === 'title');
  return [
    ...(titled ? [] : [{ type: 'title', text: instrument.title } as const]),
    ...before,
    ...provisionBlocks(instrument.provisions),
    ...after,
    ...instrument.annexes.flatMap((annex) => annexBlocks(annex, instrument)),
  ];
}

function annexBlocks({ label, title, missing, provisions }: Annex, { frame }: Instrument): Block[] {
  const printed = frame.some(({ role }) => role === 'annex-label');
  if (missing && provisions.length === 0 && !printed && label === '' && title === '') return [];
  return [{ type: 'annex', label: label || '附件', text: title, missing }, ...provisionBlocks(provisions)];
}

const divisions: Partial<Record<Provision['type'], number>> = { part: 1, chapter: 2, section: 3 };
const deeper: ReadonlySet<Provision['type']> = new Set(['item', 'point']);

/** Provisions one after the other; the first 款 of an article stands on its line. */
function provisionBlocks(provisions: readonly Provision[], level = 0): Block[] {
  return provisions.flatMap((provision): Block[] => {
    const { type, label, heading, headingForm, text, children, rows, missing, eId } = provision;
    const depth = divisions[type];
    const title = headingForm ?? heading ?? '';
    const below = provisionBlocks(children, level + (deeper.has(type) ? 1 : 0));
    const gap: Block[] = missing ? [{ type: 'missing', eId }] : [];
    if (depth !== undefined) {
      const words = [label, title].filter((part) => part !== '').join(' ');
      const own: Block[] =
        text === '' ? [] : [{ type: 'words', kind: type, label: '', heading: '', text, level, eId }];
      return [{ type: 'heading', depth, text: words, eId }, ...own, ...gap, ...below];
    }
    const table: Block[] = rows ? [{ type: 'table', rows, eId }] : [];
    const first = below[0];
    const joined =
      type === 'article' &&
      text === '' &&
      first?.type === 'words' &&
      first.label === '' &&
      first.heading === '';
    if (joined) return [{ ...first, kind: type, label, heading: title, eId }, ...gap, ...below.slice(1)];
    const bare = label === '' && title === '' && text === '';
    const words: Block[] = bare
      ? []
      : [{ type: 'words', kind: type, label, heading: title, text, level, eId }];
    return [...words, ...gap, ...table, ...below];
  });
}

/** What a block of words says on its line. */
export function wordsOf({ label, heading, text }: { label: string; heading: string; text: string }): string {
  return [label, heading, text]
    .filter((part) => part !== '')
    .join(/^[（(①-⑳]|[.．、）)]$/.test(label) ? '' : '　');
}
