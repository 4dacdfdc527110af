/** Provision tree → what the page prints of it. */
import type { Provision, Reference } from '../../domain/model.ts';
import type { CitedView } from '../references/cited.ts';
import type { Run } from './common.ts';
import type { ForceMark } from './force.ts';
import { headingOf, textOf } from './headings.ts';
import { type Note, rangeOf } from './notes.ts';
import { type Mark, runsOf } from './runs.ts';
import type { HistoryView } from './versions.ts';

/**
 * How a node is printed: `division` a heading with text below it, `article` a number in the margin,
 * `level` a label and a run-in heading, `paragraph`, `entry` a line of a list (项, 目), `figure`, `table`.
 */
export type Form = 'division' | 'article' | 'level' | 'paragraph' | 'entry' | 'figure' | 'table';

export interface TextNode {
  id: string;
  form: Form;
  label: string;
  heading: Run[];
  /** Rank of the heading element, 2 to 6; 0 where the heading runs in or there is none. */
  rank: number;
  runs: Run[];
  children: TextNode[];
  notes: Note[];
  cited?: CitedView;
  /** Where it begins, ends or changes on a day of its own. */
  force: readonly ForceMark[];
  /** 条文沿革, of an article that a decision changed. */
  history?: HistoryView;
  /** True where `cited` fits into the margin beside the whole provision. */
  beside: boolean;
  quoted: boolean;
  missing: boolean;
  rows: Cell[][];
  /** Estimated height class of a block that the browser may leave undrawn, or 0. */
  block: number;
}

/** The sign of what a long text keeps on a page of its own. */
export interface Elsewhere {
  form: 'elsewhere';
  /** The first id of what is there, and all the others. */
  id: string;
  ids: string[];
  name: string;
  /** Rank of the heading element that the name is; 0 where it is none. */
  rank: number;
  href: string;
}

/** A node as its page has it: some of what is in it may be elsewhere. */
export interface HeldNode extends Omit<TextNode, 'children'> {
  children: ShownNode[];
}

/** What a page shows of a text. */
export type ShownNode = HeldNode | Elsewhere;

/** A cell of a table; a short one is kept on one line. */
export interface Cell {
  runs: Run[];
  short: boolean;
}

/** The marks on a text of a provision; row and column from 0 for a cell. */
export type Marks = (eId: string, part?: Reference['part'], cell?: [number, number]) => Mark[];

export interface TextOptions {
  notes: Note[];
  /** References and the like, as offsets in one text of a provision: its own, its heading, a cell. */
  marks?: Marks;
  /** Who refers to the provision. */
  cited?: ReadonlyMap<string, CitedView>;
  histories?: ReadonlyMap<string, HistoryView>;
  force?: ReadonlyMap<string, readonly ForceMark[]>;
  /** Rank of the first headings; 2 below a page's title. */
  rank?: number;
}

const shortCell = 16;
const divisions = new Set(['part', 'chapter', 'section']);
const lists = new Set(['item', 'point']);

function formOf(provision: Provision): Form {
  if (divisions.has(provision.type)) return 'division';
  if (lists.has(provision.type)) return 'entry';
  if (provision.type === 'level') return headingOf(provision) && !provision.text ? 'division' : 'level';
  return provision.type as Form;
}

/** Characters of a provision and all below it. */
export function sizeOf(provision: Provision): number {
  let size = provision.text.length + (provision.heading?.length ?? 0) + 8;
  for (const row of provision.rows ?? []) size += row.reduce((sum, cell) => sum + cell.length + 4, 0);
  for (const child of provision.children) size += sizeOf(child);
  return size;
}

/** Below this many characters a text is drawn at once; above it in blocks of at most `blockSize`. */
const longText = 5000;
const blockSize = 1600;

/** 1 to 5: blocks of about 100, 200, 400, 800, 1600 pixels. A character takes about one pixel of height. */
function blockClass(size: number): number {
  return Math.min(5, Math.max(1, Math.round(Math.log2((size + 40) / 100)) + 1));
}

/** True where something already stands in the margin beside a node. */
function hasMargin({ notes, cited, children }: TextNode): boolean {
  return notes.length > 0 || cited !== undefined || children.some(hasMargin);
}

/** True where the lines of `cited` in the margin are no more than those of the text beside them. */
function fitsBeside(cited: CitedView, size: number): boolean {
  const characters = cited.texts.reduce(
    (sum, { title = '', places }) =>
      sum + title.length + places.reduce((all, { text }) => all + text.length + 1, 0),
    0,
  );
  return Math.ceil(characters / 13) + 1 <= 1.5 * Math.max(1, size / 36);
}

/** Marks on a heading; `【…】` moves them by its bracket. */
function headingMarks({ eId, heading = '', headingForm }: Provision, { marks }: TextOptions): Mark[] {
  const shift = headingForm ? headingForm.indexOf(heading) : 0;
  if (!marks || shift < 0) return [];
  return marks(eId, 'heading').map((mark) => ({
    ...mark,
    start: mark.start + shift,
    end: mark.end + shift,
  }));
}

/**
 * The nodes of a text. `notes` are marked on their words, or listed below the provision where the words are not
 * found in it.
 */
export function textNodes(provisions: Provision[], options: TextOptions): TextNode[] {
  const byPlace = Map.groupBy(options.notes, (note) => note.eId);
  const long = provisions.reduce((sum, provision) => sum + sizeOf(provision), 0) > longText;

  const build = (provision: Provision, rank: number, inBlock: boolean): TextNode => {
    const form = formOf(provision);
    const notes = byPlace.get(provision.eId) ?? [];
    const heads = (form === 'division' || form === 'article') && provision.quoted !== true;
    const block = long && !inBlock && form !== 'paragraph' && form !== 'entry' ? sizeOf(provision) : 0;
    const ends = block > 0 && block <= blockSize;
    const [heading, text] = [headingOf(provision) ?? '', textOf(provision)];
    const noteMarks = (part: 'heading' | 'text'): Mark[] =>
      notes.flatMap((note) => {
        const range = rangeOf(note, heading, text);
        return range?.part === part ? [{ start: range.start, end: range.end, note: note.number }] : [];
      });
    // A heading that is shown as text keeps its marks.
    const ownMarks =
      text === provision.text ? options.marks?.(provision.eId) : headingMarks(provision, options);
    const cited = options.cited?.get(provision.eId);
    const history = options.histories?.get(provision.eId);
    const children = provision.children.map((child) =>
      build(child, heads ? rank + 1 : rank, inBlock || ends),
    );
    return {
      id: provision.eId,
      form,
      label: provision.label,
      heading: heading ? runsOf(heading, [...headingMarks(provision, options), ...noteMarks('heading')]) : [],
      rank: heads ? Math.min(rank, 6) : 0,
      runs: runsOf(text, [...(ownMarks ?? []), ...noteMarks('text')]),
      children,
      notes,
      ...(cited ? { cited } : {}),
      force: options.force?.get(provision.eId) ?? [],
      ...(history ? { history } : {}),
      beside: cited !== undefined && !children.some(hasMargin) && fitsBeside(cited, sizeOf(provision)),
      quoted: provision.quoted ?? false,
      missing: provision.missing ?? false,
      rows: (provision.rows ?? []).map((row, r) =>
        row.map((cell, c) => ({
          runs: runsOf(cell, options.marks?.(provision.eId, 'cell', [r, c])),
          short: cell.length <= shortCell,
        })),
      ),
      block: ends ? blockClass(block) : 0,
    };
  };
  return provisions.map((provision) => build(provision, options.rank ?? 2, false));
}
