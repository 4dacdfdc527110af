/** Where the words that a change speaks of stand in the text, and what is put there. */
import { findWords } from '../../../compare/index.ts';
import type { Occurrence, Provision, Target, WordChange } from '../../../model.ts';
import type { ProvisionIndex } from '../../../references/locator.ts';
import { addition, additionBefore, deletion, finalMark } from '../../number/punctuation.ts';
import { clauseName, type Doer, sameClause } from '../../text/clauses.ts';
import { headingWords, itemHead } from '../../text/content.ts';
import { childrenOf, type Draft, type Edit, removedBy, replacedBy } from '../../text/draft.ts';
import type { Ground } from '../../text/ground.ts';
import { isStretch, nodesIn, stretchAt, stretchOf, targetsName } from '../../text/places.ts';
import { refuse, rewritten } from '../../text/refusal.ts';
import type { Task } from '../kind.ts';

interface Spot {
  draft: Draft;
  field: 'text' | 'heading';
  edit: Edit;
  note?: string | undefined;
}

/** 但第三条除外, 但第一条中的“《甲条例》”除外: a place, or longer words in it, that is left alone. */
export interface Left {
  draft: Draft;
  words: string | undefined;
}

/** True where an exception keeps a range of a node's text. */
export function leaves(
  { index, root }: Ground,
  { draft: outside, words }: Left,
  draft: Draft,
  range: { start: number; end: number },
): boolean {
  if (outside !== root && !stoodIn(index, draft.old, outside.old)) return false;
  if (words === undefined) return true;
  return findWords(draft.text, words).some(([start, end]) => start <= range.start && range.end <= end);
}

function stoodIn(
  { parentOf }: ProvisionIndex,
  old: Provision | undefined,
  in_: Provision | undefined,
): boolean {
  for (let at = old; at; at = parentOf.get(at)) if (at === in_) return true;
  return false;
}

export const editsOf = ({ draft, field }: Spot): Edit[] =>
  field === 'text' ? draft.edits : draft.headingEdits;

export function overlaps(spot: Spot): boolean {
  const { edit } = spot;
  return editsOf(spot).some(
    ({ start, end }) => (start < edit.end && edit.start < end) || (start === edit.start && end === edit.end),
  );
}

/** True where the same clause has changed longer words that hold these. */
export function coveredBy(spot: Spot, own: Doer): boolean {
  const { edit } = spot;
  return editsOf(spot).some(
    ({ start, end, by }) =>
      by &&
      sameClause(by, own) &&
      start <= edit.start &&
      edit.end <= end &&
      end - start > edit.end - edit.start,
  );
}

type Found = { ok: true; spots: Spot[] } | { ok: false; reason: string };
export type Words = Exclude<WordChange, { kind: 'extend' }>;

export const namedBy = (change: Words): string => (change.kind === 'add' ? change.anchor : change.from);

function find(ground: Ground, drafts: readonly Draft[], change: Words, task: Task<'replaceWords'>): Found {
  const { targets } = task;
  const [target] = targets as [Target];
  const words = target.kind === 'heading' ? headingWords(namedBy(change)) : namedBy(change);
  const spots: Spot[] = [];
  let blocked: Doer | undefined;
  let missing = false;
  for (const top of drafts) {
    for (const draft of nodesIn(ground, top)) {
      if (removedBy(draft) !== undefined) continue;
      missing ||= draft.missing === true;
      for (const field of fieldsOf(draft, target)) {
        for (const range of rangesIn(draft, field, words, target)) {
          const by = draft.old ? replacedBy(draft) : task;
          if (by !== undefined) blocked = by;
          else spots.push(spotOf(draft, field, range, change, task));
        }
      }
    }
    blocked ??= removedBy(top) ?? replacedBy(top);
  }
  const where = targetsName(targets);
  if (spots.length === 0) {
    const reason =
      blocked && !sameClause(blocked, task)
        ? `${where}的原文字已由${clauseName(blocked)}整体改写或者删去，不能再改其中的“${words}”`
        : missing
          ? `${where}原文未载，无从查找“${words}”`
          : `${where}没有“${words}”`;
    return { ok: false, reason };
  }
  const chosen = chooseSpots(spots, change.which, words, where);
  if (!chosen.ok || change.which.is !== 'all') return chosen;
  if (change.kind === 'add' && spots.length > 1)
    return { ok: false, reason: `“${words}”出现${spots.length}处，未写明在哪一处后增加` };
  return chosen;
}

function chooseSpots(spots: Spot[], which: Occurrence, words: string, where: string): Found {
  switch (which.is) {
    case 'all':
      return { ok: true, spots };
    case 'nth': {
      const spot = spots.at(which.nth < 0 ? which.nth : which.nth - 1);
      return spot
        ? { ok: true, spots: [spot] }
        : { ok: false, reason: `${where}只有${spots.length}处“${words}”` };
    }
    case 'counted':
      return spots.length === which.count
        ? { ok: true, spots }
        : { ok: false, reason: `决定称“${words}”有${which.count}处，${where}有${spots.length}处` };
    case 'sentence':
      return spots.every(isSentence)
        ? { ok: true, spots }
        : { ok: false, reason: `“${words}”在${where}不是完整的一句，引出全句才能应用` };
  }
}

/** True where nothing of the sentence stands beside the words. */
function isSentence({ draft: { text }, edit: { start, end } }: Spot): boolean {
  const before = text.slice(0, start + 1);
  return (
    /^.$|[。；：].?$/.test(before) &&
    (/[。；]$/.test(text.slice(start, end)) || /^$|^[。；]/.test(text.slice(end)))
  );
}

function addNote(spot: Spot, note: string): void {
  spot.note = spot.note === undefined ? note : `${spot.note}；${note}`;
}

/** The words as quoted; then without the item's own mark, then without the final mark, which the list may set otherwise. */
export function findLoosely(
  ground: Ground,
  drafts: readonly Draft[],
  change: Words,
  task: Task<'replaceWords'>,
): Spot[] {
  const quoted = find(ground, drafts, change, task);
  if (quoted.ok) return quoted.spots;
  for (const [form, note] of looserForms(change)) {
    const found = find(ground, drafts, form, task);
    if (!found.ok) continue;
    if (note !== undefined) addNote(found.spots[0]!, note);
    return found.spots;
  }
  return refuse(quoted.reason);
}

function looserForms(change: Words): [Words, string | undefined][] {
  if (change.kind === 'add') return [];
  const plain = withoutMark(change);
  const forms: [Words, string | undefined][] = plain === change ? [] : [[plain, undefined]];
  if (finalMark(plain.from) !== '' && plain.from.length > 1) {
    const from = plain.from.slice(0, -1);
    const cut = (to: string) => (finalMark(to) === '' ? to : to.slice(0, -1));
    forms.push([
      plain.kind === 'strike' ? { ...plain, from } : { ...plain, from, to: cut(plain.to) },
      '句末标点依原文',
    ]);
  }
  return forms;
}

/** `（二）甲` → 甲: the mark is printed beside the item's text. */
function withoutMark(change: Exclude<Words, { kind: 'add' }>): Exclude<Words, { kind: 'add' }> {
  const from = itemHead(change.from)?.rest ?? '';
  if (from === '') return change;
  return change.kind === 'strike'
    ? { ...change, from }
    : { ...change, from, to: itemHead(change.to)?.rest ?? change.to };
}

function fieldsOf(draft: Draft, target: Target): ('text' | 'heading')[] {
  if (target.kind === 'heading') return ['heading'];
  return draft.heading === undefined ? ['text'] : ['heading', 'text'];
}

function rangesIn(
  draft: Draft,
  field: 'text' | 'heading',
  words: string,
  target: Target,
): [number, number][] {
  const ranges = findWords(draft[field] ?? '', words);
  if (ranges.length === 0 || !isStretch(target)) return ranges;
  const stretch = stretchOf(target, draft);
  return stretch?.holder === draft
    ? ranges.filter(([start, end]) => start >= stretch.start && end <= stretch.end)
    : [];
}

function spotOf(
  draft: Draft,
  field: 'text' | 'heading',
  [start, end]: [number, number],
  change: Words,
  by: Doer,
): Spot {
  const text = draft[field] ?? '';
  const { note, ...edit } =
    change.kind === 'strike'
      ? deletion(text, start, end)
      : change.kind === 'replace'
        ? { start, end, to: change.to, note: undefined }
        : change.side === 'after'
          ? addition(text, start, end, change.to)
          : additionBefore(text, start, end, change.to);
  return { draft, field, edit: { ...edit, by }, note };
}

/** Words added at the end (or start) of a paragraph or item. */
export function extend(
  drafts: readonly Draft[],
  { side, to }: Extract<WordChange, { kind: 'extend' }>,
  task: Task<'replaceWords'>,
): Spot[] {
  const { targets } = task;
  const [target] = targets as [Target];
  return drafts.map((top): Spot => {
    const draft = textHolder(top) ?? refuse(`${targetsName(targets)}有多款或者列有项，未写明在何处增加文字`);
    if (draft.missing) refuse('原文未载，不能在其后增加文字');
    const by = replacedBy(draft);
    if (by !== undefined) refuse(rewritten(by));
    // 第一句后增加: at the end of that sentence, not of the paragraph.
    const part = isStretch(target) ? stretchAt(target, draft) : undefined;
    const [start, end] = part ? [part.start, part.end] : [0, draft.text.length];
    const at = (from: number, until: number, words: string, note?: string): Spot => ({
      draft,
      field: 'text',
      edit: { start: from, end: until, to: words, by: task },
      note,
    });
    if (side === 'start') return at(start, start, to);
    const mark = finalMark(draft.text.slice(0, end));
    // A clause without its own final mark goes before the sentence's mark; a whole sentence goes after it.
    if (/^[，；]/.test(to) && finalMark(to) !== '' && mark !== '') return at(end - 1, end, to);
    if (finalMark(to) !== '' || mark === '') return at(end, end, to);
    const assumed = '增加的文字未带句末标点，按原句末标点处理';
    const joined = addition(draft.text.slice(0, end), end - 1, end - 1, to).to;
    return /^[，、；]/.test(joined)
      ? at(end - 1, end - 1, joined, assumed)
      : at(end, end, to + mark, assumed);
  });
}

/** The node whose words end a place: the place itself, or the only paragraph of an article, if it has no list. */
function textHolder(draft: Draft): Draft | undefined {
  if (draft.type !== 'article') return draft.children.length === 0 ? draft : undefined;
  const paragraphs = childrenOf(draft, 'paragraph');
  return paragraphs.length === 1 ? textHolder(paragraphs[0]!) : undefined;
}
