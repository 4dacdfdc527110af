/** New numbers and order of paragraphs, items and points, and the marks that end a list's items. */
import { compareNumbers } from '../../text/index.ts';
import { childrenOf, type Draft, edited, isLive, isTouched, walk } from '../text/draft.ts';
import { countsUp } from '../text/locators.ts';
import { relabel } from './labels.ts';
import { finalMark, listRule, withFinalMark } from './punctuation.ts';
import { slotsOf } from './slots.ts';

/** What is counted in lists; `level` is the 一、（一） of notices and plans. */
type ListType = 'item' | 'point' | 'level';

/** Told of a node that has no place under the number laid down for it. */
export type Overflow = (draft: Draft, reason: string) => void;

/** Numbers everything below the articles. */
export function numberParts(root: Draft, overflow: Overflow): void {
  const running = runningLists(root);
  for (const draft of walk(root)) {
    numberParagraphs(draft, overflow);
    numberList(draft, 'item', overflow);
    numberList(draft, 'point', overflow);
    if (!running.includes(draft)) numberList(draft, 'level', overflow);
  }
  const all = running.flatMap(({ children }) => children.filter(({ type }) => type === 'level'));
  if (!all.some(isTouched)) return;
  const like = all.find(({ old }) => old)?.old?.label;
  all.filter(isLive).forEach((draft, i) => {
    setNumber(draft, String(i + 1), like);
  });
}

/** The holders of lists 1. 2. whose numbers run on from one part of the text to the next; none where they do not. */
function runningLists(root: Draft): Draft[] {
  const holders = walk(root).filter(({ children }) =>
    children.some(({ type, old }) => type === 'level' && old && /^\d/.test(old.label)),
  );
  const numbers = holders.flatMap(({ children }) =>
    children.flatMap(({ type, old }) => (type === 'level' && old ? [old.number] : [])),
  );
  return holders.length > 1 && countsUp(numbers) ? holders : [];
}

/** Paragraphs of an article. */
export function numberParagraphs(parent: Draft, overflow: Overflow): void {
  if (parent.type !== 'article') return;
  const paragraphs = () => childrenOf(parent, 'paragraph');
  if (paragraphs().some(({ fixed }) => fixed !== undefined)) {
    const order = slotsOf(paragraphs, 1, (draft, count) =>
      overflow(draft, `该条修改后共${count}款，不能有第${draft.fixed}款`),
    );
    reorder(
      parent,
      order.map(({ item }) => item),
    );
  }
  paragraphs().forEach((child, i) => {
    child.number = String(i + 1);
  });
}

/** Puts children of one kind in a new order, in the places where children of that kind stood. */
function reorder(parent: Draft, order: readonly Draft[]): void {
  let next = 0;
  const kind = new Set(order);
  parent.children = parent.children.map((child) => (kind.has(child) ? order[next++]! : child));
}

/**
 * Items or points of a list.
 * @param marks false where the marks that end the items are to stay as they are
 */
export function numberList(parent: Draft, type: ListType, overflow: Overflow, marks = true): void {
  const all = parent.children.filter((child) => child.type === type);
  const rewritten = all.filter(({ fate }) => fate.is === 'replaced');
  const before = parent.old?.children.filter((child) => child.type === type) ?? [];
  // A list that gave a member away is numbered anew like one that lost it.
  const touched = all.some(isTouched) || all.filter(({ old }) => old).length < before.length;
  if (!touched && rewritten.length === 0) return;
  // A list that is new as a whole is printed as quoted.
  if (all.every(({ old }) => old === undefined) && parent.old === undefined) return;
  const stood = before.length > 0 ? before : all.flatMap(({ old }) => old ?? []);
  const wasRule = listRule(stood.map(({ text, heading }) => (text === '' ? (heading ?? '') : text)));
  if (touched && !all.every(({ old }) => old === undefined)) {
    const like = all.find(({ old }) => old !== undefined)?.old?.label;
    const items = orderItems(parent, type, firstNumber(all), overflow);
    for (const { item, number } of items.main) setNumber(item, String(number), like);
    for (const sub of items.subs) if (sub.fixed !== undefined) setNumber(sub, sub.fixed, like);
    const order = [...items.main.map(({ item }) => item), ...items.subs].sort((a, b) =>
      compareNumbers(a.number, b.number),
    );
    reorder(parent, order);
  }
  if (wasRule && marks) endItems(childrenOf(parent, type), wasRule);
}

/** Slots for the items; a number that has no place is told and taken back. */
function orderItems(
  parent: Draft,
  type: ListType,
  first: number,
  overflow: Overflow,
): { main: { item: Draft; number: number }[]; subs: Draft[] } {
  const isSub = (item: Draft): boolean => (item.fixed ?? item.number).includes('-');
  const main = slotsOf(
    () => childrenOf(parent, type).filter((item) => !isSub(item)),
    first,
    (draft, count) => overflow(draft, `修改后共${count}项，不能有第${draft.fixed}项`),
  );
  return { main, subs: childrenOf(parent, type).filter(isSub) };
}

function firstNumber(all: readonly Draft[]): number {
  const first = all.find(({ old }) => old !== undefined)?.old?.number;
  const number = Number(first?.split('-')[0] ?? '1');
  return number === 0 ? 0 : 1;
}

function setNumber(draft: Draft, number: string, like: string | undefined): void {
  if (draft.number === number && draft.old?.number === number) return;
  draft.number = number;
  draft.label = relabel(draft.type, number, like ?? (draft.label === '' ? undefined : draft.label));
}

/** `；` within and `。` at the end again, after items came, went or changed places. */
function endItems(items: readonly Draft[], rule: { within: string; last: string }): void {
  for (const [i, item] of items.entries()) {
    if (item.children.length > 0 || item.missing || (item.text === '' && item.heading !== undefined))
      continue;
    const wanted = i === items.length - 1 ? rule.last : rule.within;
    const now = edited(item.text, item.edits);
    const mark = finalMark(now);
    if (mark === wanted || /[：！？]/.test(mark)) continue;
    // Where all items end alike, nothing but a missing mark needs one.
    if (mark !== '' && rule.within === rule.last) continue;
    const last = item.edits.find(({ end, to }) => end === item.text.length && to !== '');
    if (item.old === undefined || item.fate.is === 'replaced') item.text = withFinalMark(now, wanted);
    else if (last) last.to = withFinalMark(last.to, wanted);
    else
      item.edits.push({
        start: item.text.length - finalMark(item.text).length,
        end: item.text.length,
        to: wanted,
      });
  }
}
