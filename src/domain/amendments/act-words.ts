/** replaceWords: words replaced, struck or added in the old text. */
import type { Instrument, WordChange } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { addition, additionBefore, deletion, finalMark } from './number/punctuation.ts';
import { clauseName, noted, type Outcome, refused, rewritten } from './outcome.ts';
import type { Task } from './task.ts';
import { headingWords, itemHead } from './text/content.ts';
import { type Draft, type Edit, isRemoved, replacedBy, walk } from './text/draft.ts';
import { findWords } from './text/find-words.ts';
import type { Ground } from './text/ground.ts';
import { sentenceRange } from './text/sentences.ts';
import { findTargets } from './text/targets.ts';
import { setTitle } from './text/titles.ts';

interface Place {
  draft: Draft;
  field: 'text' | 'heading';
  edit: Edit;
  note?: string;
}

/** Notes the edits of a word operation. Nothing is changed where any of its words is not found as it should be. */
export function replaceWords(ground: Ground, operation: Task): Outcome {
  const found =
    operation.targets.length === 0
      ? { ok: true as const, drafts: [ground.root], notes: [] }
      : targets(ground, operation);
  if (!found.ok) return refused(found.reason);
  const left: Left[] = [];
  for (const { place, words } of operation.except ?? []) {
    const outside = place ? findTargets(ground, place) : { ok: true as const, drafts: [ground.root] };
    if (!outside.ok) return refused(outside.reason);
    left.push(...outside.drafts.map((draft) => ({ draft, words })));
  }
  const notes: (string | undefined)[] = [...found.notes];
  const places: Place[] = [];
  for (const change of operation.words ?? []) {
    const at =
      operation.destination && change.after === undefined && change.before === undefined
        ? placesAtEnd(found.drafts, change, operation)
        : firstPlaces(found.drafts, change, operation);
    if (!at.ok) return refused(at.reason);
    places.push(
      ...at.places.filter(({ draft, edit }) => !left.some((outside) => leaves(outside, draft, edit))),
    );
  }
  if (places.length === 0) return refused('除外的条款以外没有所列文字');
  const clashes = places.filter(({ draft, field, edit }) => overlaps(draft, field, edit));
  // Words throughout the text leave alone what another clause says of the place; so do words inside longer ones.
  const yields = clashes.every(
    ({ draft, field, edit }) => operation.targets.length === 0 || coveredBy(draft, field, edit, operation),
  );
  const [clash] = clashes;
  if (clash && (!yields || clashes.length === places.length))
    return refused(
      `与本决定的另一修改相冲突：“${clash.draft.text.slice(clash.edit.start, clash.edit.end)}”已被修改`,
    );
  if (clash) notes.push(`另有${clashes.length}处已由本决定的其他修改改写`);
  for (const { draft, field, edit, note } of places.filter((place) => !clashes.includes(place))) {
    (field === 'text' ? draft.edits : draft.headingEdits).push(edit);
    draft.amended = true;
    draft.by.add(operation.id);
    notes.push(note);
  }
  return noted(notes);
}

function targets(
  ground: Ground,
  operation: Task,
): { ok: true; drafts: Draft[]; notes: (string | undefined)[] } | { ok: false; reason: string } {
  const drafts: Draft[] = [];
  const notes: (string | undefined)[] = [];
  for (const locator of operation.targets) {
    const found = findTargets(ground, locator);
    if (!found.ok) return found;
    drafts.push(...found.drafts);
    notes.push(found.note);
  }
  return { ok: true, drafts, notes };
}

/** 但第三条除外, 但第一条中的“《甲条例》”除外: a place, or longer words in it, that is left alone. */
export interface Left {
  draft: Draft;
  words: string | undefined;
}

/** True where an exception keeps a range of a node's text. */
export function leaves(
  { draft: outside, words }: Left,
  draft: Draft,
  range: { start: number; end: number },
): boolean {
  if (!holds(outside, draft)) return false;
  if (words === undefined) return true;
  return findWords(draft.text, words).some(([start, end]) => start <= range.start && range.end <= end);
}

function holds(upper: Draft, draft: Draft): boolean {
  for (let at: Draft | undefined = draft; at; at = at.parent) if (at === upper) return true;
  return false;
}

function overlaps(draft: Draft, field: 'text' | 'heading', edit: Edit): boolean {
  const others = field === 'text' ? draft.edits : draft.headingEdits;
  return others.some(
    ({ start, end }) => (start < edit.end && edit.start < end) || (start === edit.start && end === edit.end),
  );
}

/** True where the same clause has changed longer words that hold these. */
function coveredBy(draft: Draft, field: 'text' | 'heading', edit: Edit, operation: Task): boolean {
  const others = field === 'text' ? draft.edits : draft.headingEdits;
  return others.some(
    ({ start, end, clause }) =>
      clause === operation.clause &&
      start <= edit.start &&
      edit.end <= end &&
      end - start > edit.end - edit.start,
  );
}

type Places = { ok: true; places: Place[] } | { ok: false; reason: string };

function placesOf(drafts: readonly Draft[], change: WordChange, operation: Task): Places {
  const named = change.after ?? change.before ?? change.from;
  const words = operation.part === 'heading' ? headingWords(named) : named;
  const places: Place[] = [];
  let blocked: string | undefined;
  let missing = false;
  for (const top of drafts) {
    for (const draft of walk(top)) {
      if (isRemoved(draft)) continue;
      missing ||= draft.missing === true;
      const fields = fieldsOf(draft, operation.part);
      for (const field of fields) {
        const text = draft[field] ?? '';
        for (const [start, end] of rangesIn(text, words, operation)) {
          const by = draft.old ? replacedBy(draft) : operation.clause;
          if (by !== undefined) blocked = by;
          else places.push(placeOf(draft, field, [start, end], change, operation));
        }
      }
    }
    const by = blockedBy(top);
    if (by !== undefined) blocked ??= by;
  }
  if (places.length === 0) {
    const where =
      operation.targets.length > 0
        ? operation.targets.map((target) => formatLocator(target)).join('、')
        : '全文';
    if (blocked !== undefined && blocked !== operation.clause)
      return {
        ok: false,
        reason: `${where}的原文字已由${clauseName(blocked)}整体改写或者删去，不能再改其中的“${words}”`,
      };
    if (missing) return { ok: false, reason: `${where}原文未载，无从查找“${words}”` };
    return { ok: false, reason: `${where}没有“${words}”` };
  }
  const adds = change.after !== undefined || change.before !== undefined;
  if (adds && !change.all && places.length > 1)
    return { ok: false, reason: `“${words}”出现${places.length}处，未写明在哪一处后增加` };
  if (places.length > 1 && operation.targets.length > 0)
    places[0]!.note = [places[0]!.note, `“${words}”共${places.length}处，均作修改`]
      .filter(Boolean)
      .join('；');
  return { ok: true, places };
}

/** The words as quoted; then without the item's own mark, then without the final mark, which the list may set otherwise. */
function firstPlaces(drafts: readonly Draft[], change: WordChange, operation: Task): Places {
  const quoted = placesOf(drafts, change, operation);
  if (quoted.ok || change.from === '') return quoted;
  for (const [form, note] of looserForms(change)) {
    const found = placesOf(drafts, form, operation);
    if (!found.ok) continue;
    if (note !== undefined) found.places[0]!.note = [found.places[0]!.note, note].filter(Boolean).join('；');
    return found;
  }
  return quoted;
}

function looserForms(change: WordChange): [WordChange, string | undefined][] {
  const [from, to] = [itemHead(change.from), itemHead(change.to)];
  const plain =
    from && from.rest !== '' ? { ...change, from: from.rest, to: to ? to.rest : change.to } : change;
  const forms: [WordChange, string | undefined][] = plain === change ? [] : [[plain, undefined]];
  const mark = finalMark(plain.from);
  if (mark !== '' && plain.from.length > 1) {
    const cut = finalMark(plain.to) === '' ? plain.to : plain.to.slice(0, -1);
    forms.push([{ ...plain, from: plain.from.slice(0, -1), to: cut }, '句末标点依原文']);
  }
  return forms;
}

function blockedBy(draft: Draft): string | undefined {
  if (draft.removed !== undefined) return draft.removed;
  return replacedBy(draft);
}

function fieldsOf(draft: Draft, part: Task['part']): ('text' | 'heading')[] {
  if (part === 'heading') return ['heading'];
  if (draft.heading === undefined) return ['text'];
  return ['heading', 'text'];
}

function rangesIn(text: string, words: string, operation: Task): [number, number][] {
  const ranges = findWords(text, words);
  if (operation.part !== 'sentence' || ranges.length === 0) return ranges;
  const sentence = sentenceRange(text, operation.partNumber);
  return sentence ? ranges.filter(([start, end]) => start >= sentence[0] && end <= sentence[1]) : [];
}

function placeOf(
  draft: Draft,
  field: 'text' | 'heading',
  [start, end]: [number, number],
  change: WordChange,
  operation: Task,
): Place {
  const text = draft[field] ?? '';
  const made =
    change.after !== undefined
      ? addition(text, start, end, change.to)
      : change.before !== undefined
        ? additionBefore(text, start, end, change.to)
        : change.to === ''
          ? deletion(text, start, end)
          : { start, end, to: change.to };
  const { note, ...edit } = { note: undefined as string | undefined, ...made };
  return { draft, field, edit: { ...edit, clause: operation.clause }, ...(note ? { note } : {}) };
}

/** Sentences added at the end (or start) of a paragraph or item. */
function placesAtEnd(drafts: readonly Draft[], change: WordChange, operation: Task): Places {
  const places: Place[] = [];
  for (const top of drafts) {
    const draft = textHolder(top);
    if (!draft)
      return {
        ok: false,
        reason: `${operation.targets.map((target) => formatLocator(target)).join('、')}有多款或者列有项，未写明在何处增加文字`,
      };
    if (draft.missing) return { ok: false, reason: '原文未载，不能在其后增加文字' };
    const by = replacedBy(draft);
    if (by !== undefined) return { ok: false, reason: rewritten(by) };
    // 第一句后增加: at the end of that sentence, not of the paragraph.
    const range = operation.part === 'sentence' ? sentenceRange(draft.text, operation.partNumber) : undefined;
    if (operation.part === 'sentence' && !range) return { ok: false, reason: '没有该句' };
    const [first, last] = range ?? [0, draft.text.length];
    const text = draft.text.slice(0, last);
    if (operation.destination?.position === 'start') {
      const edit = { start: first, end: first, to: change.to, clause: operation.clause };
      places.push({ draft, field: 'text', edit });
      continue;
    }
    const mark = finalMark(text);
    const whole = finalMark(change.to) !== '';
    // A clause without its own final mark goes before the sentence's mark; a whole sentence goes after it.
    if (whole || mark === '') {
      places.push({
        draft,
        field: 'text',
        edit: { start: text.length, end: text.length, to: change.to, clause: operation.clause },
      });
    } else if (operation.targets.length > 0) {
      const { to } = addition(text, text.length - 1, text.length - 1, change.to);
      const end = /^[，、；]/.test(to)
        ? { start: text.length - 1, end: text.length - 1, to }
        : { start: text.length, end: text.length, to: change.to + mark };
      places.push({
        draft,
        field: 'text',
        edit: { ...end, clause: operation.clause },
        note: '增加的文字未带句末标点，按原句末标点处理',
      });
    }
  }
  return { ok: true, places };
}

/** The node whose words end a place: the place itself, or the only paragraph of an article, if it has no list. */
function textHolder(draft: Draft): Draft | undefined {
  if (draft.type === 'article') {
    const paragraphs = draft.children.filter(({ removed }) => removed === undefined);
    return paragraphs.length === 1 ? textHolder(paragraphs[0]!) : undefined;
  }
  return draft.children.length === 0 ? draft : undefined;
}

/** Words of the title. */
export function replaceTitleWords(instrument: Instrument, operation: Task): Outcome {
  let { title } = instrument;
  for (const { from, to } of operation.words ?? []) {
    const ranges = findWords(title, from);
    if (ranges.length === 0) return refused(`名称中没有“${from}”`);
    for (const [start, end] of ranges.reverse()) title = title.slice(0, start) + to + title.slice(end);
  }
  setTitle(instrument, title);
  return { ok: true };
}
