/**
 * The text under amendment: a copy of the old tree whose nodes remember what they were, so that every target is found
 * on the old text whatever has been done before.
 */
import type { Provision, ProvisionType } from '../../model.ts';
import type { Doer } from './clauses.ts';

/** A change of some characters of a node's old text; ranges never overlap. */
export interface Edit {
  start: number;
  end: number;
  to: string;
  /** What lays it down; absent for what follows from that: a reference, a final mark. */
  by?: Doer;
}

export interface Draft {
  type: ProvisionType;
  number: string;
  label: string;
  heading?: string;
  headingForm?: string;
  text: string;
  children: Draft[];
  parent: Draft | undefined;
  /** The provision of the old text it goes on from; absent for new wording. */
  old?: Provision;
  /** Further old provisions that were merged into it. */
  merged?: Provision[];
  /** The provision as the decision quotes it, for new wording. */
  source?: Provision;
  /** Number laid down by the decision. */
  fixed?: string;
  fate: Fate;
  /** Operations that touched it. */
  by: Set<number>;
  /** True where its own words changed by an operation. */
  amended: boolean;
  edits: Edit[];
  headingEdits: Edit[];
  rows?: string[][];
  missing?: boolean;
  /** Articles that a new chapter takes in, by their new numbers. */
  covers?: { from: number; to: number }[];
}

/** What the decision does to a provision as such. */
type Fate =
  | { is: 'kept' }
  /** It stands in another place than the old order gives. */
  | { is: 'moved'; by: Doer }
  /** Its whole wording is laid down. */
  | { is: 'replaced'; by: Doer; moved: boolean }
  | { is: 'removed'; by: Doer };

export function remove(draft: Draft, by: Doer): void {
  draft.fate = { is: 'removed', by };
}

export function replace(draft: Draft, by: Doer): void {
  draft.fate = { is: 'replaced', by, moved: isMoved(draft) };
}

export function move(draft: Draft, by: Doer): void {
  draft.fate = draft.fate.is === 'replaced' ? { ...draft.fate, moved: true } : { is: 'moved', by };
}

export const isLive = ({ fate }: Draft): boolean => fate.is !== 'removed';
export const isMoved = ({ fate }: Draft): boolean =>
  fate.is === 'moved' || (fate.is === 'replaced' && fate.moved);

/** The whole text as one node, type `level`, whose children are the top provisions. */
export function draftOf(provisions: readonly Provision[]): Draft {
  const root = emptyDraft('level');
  root.children = provisions.map((provision) => copy(provision, root));
  return root;
}

function copy(provision: Provision, parent: Draft): Draft {
  const draft: Draft = { ...emptyDraft(provision.type), ...fieldsOf(provision), parent, old: provision };
  draft.children = provision.children.map((child) => copy(child, draft));
  return draft;
}

/** New wording as nodes. */
export function newDraft(source: Provision, parent: Draft | undefined, by: number): Draft {
  const own = { parent, source, by: new Set([by]), amended: true };
  const draft: Draft = { ...emptyDraft(source.type), ...fieldsOf(source), ...own };
  draft.children = source.children.map((child) => newDraft(child, draft, by));
  return draft;
}

function fieldsOf({ eId, position, children, quoted, rows, ...fields }: Provision) {
  return { ...fields, ...(rows ? { rows: rows.map((row) => [...row]) } : {}) };
}

export function emptyDraft(type: ProvisionType): Draft {
  return {
    type,
    number: '',
    label: '',
    text: '',
    children: [],
    parent: undefined,
    fate: { is: 'kept' },
    by: new Set(),
    amended: false,
    edits: [],
    headingEdits: [],
  };
}

/** A node and everything below it, in order; removed ones are left out. */
export function walk(top: Draft): Draft[] {
  const found: Draft[] = [];
  const visit = (draft: Draft): void => {
    if (!isLive(draft)) return;
    found.push(draft);
    for (const child of draft.children) visit(child);
  };
  visit(top);
  return found;
}

/** Takes a node out of its parent's children. */
export function detach(draft: Draft): void {
  const siblings = draft.parent?.children;
  const at = siblings?.indexOf(draft) ?? -1;
  if (at >= 0) siblings!.splice(at, 1);
  draft.parent = undefined;
}

/** Puts nodes into a parent at an index. */
export function attach(parent: Draft, at: number, drafts: readonly Draft[]): void {
  parent.children.splice(at, 0, ...drafts);
  for (const draft of drafts) draft.parent = parent;
}

/** Where a node comes to stand before or after another one. */
export function beside(anchor: Draft, side: 'before' | 'after'): { parent: Draft; at: number } {
  const parent = anchor.parent!;
  return { parent, at: parent.children.indexOf(anchor) + (side === 'before' ? 0 : 1) };
}

/** The node itself, and what it stands in, from the inside out. */
export function* upward(draft: Draft): Generator<Draft> {
  for (let at: Draft | undefined = draft; at; at = at.parent) yield at;
}

/** The node of a kind that a node is, or stands in. */
export function within(draft: Draft, type: ProvisionType): Draft | undefined {
  return [...upward(draft)].find((at) => at.type === type);
}

/** What removed a node, or what it stands in. */
export function removedBy(draft: Draft): Doer | undefined {
  for (const { fate } of upward(draft)) if (fate.is === 'removed') return fate.by;
  return undefined;
}

/** What laid down the wording round a node, if any. */
export function replacedBy(draft: Draft): Doer | undefined {
  for (const { fate } of upward(draft)) if (fate.is === 'replaced') return fate.by;
  return undefined;
}

/** True for a node that makes the list it stands in be numbered anew. */
export const isTouched = (draft: Draft): boolean =>
  draft.fixed !== undefined || !isLive(draft) || draft.old === undefined || isMoved(draft);

/** Live children of a kind. */
export function childrenOf({ children }: Draft, type: ProvisionType): Draft[] {
  return children.filter((child) => child.type === type && isLive(child));
}

/** Applies edits to a text. */
export function edited(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end, to } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, start) + to;
    at = end;
  }
  return out + text.slice(at);
}
