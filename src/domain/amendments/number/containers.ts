/** New numbers and order of parts, chapters and sections. */
import type { ProvisionType } from '../../model.ts';
import { type Draft, isLive, isTouched, walk } from '../text/draft.ts';
import { relabel } from './labels.ts';
import type { Overflow } from './parts.ts';
import { slots } from './slots.ts';

const kinds: readonly ProvisionType[] = ['part', 'chapter', 'section'];

/** Numbers containers where any of their kind came, went or moved. Must run before the articles are placed. */
export function numberContainers(root: Draft, overflow: Overflow): void {
  for (const kind of kinds) {
    const parents = walk(root).filter((parent) => parent.children.some(({ type }) => type === kind));
    const through = runsThrough(parents, kind);
    const groups = through ? [parents] : parents.map((parent) => [parent]);
    for (const group of groups) numberGroup(group, kind, overflow);
  }
}

/** Chapters of a code may be counted through its parts. */
function runsThrough(parents: readonly Draft[], kind: ProvisionType): boolean {
  if (parents.length < 2) return false;
  return parents
    .slice(1)
    .every((parent) => parent.children.find(({ type, old }) => type === kind && old)?.old?.number !== '1');
}

function numberGroup(parents: readonly Draft[], kind: ProvisionType, overflow: Overflow): void {
  const all = parents.flatMap(({ children }) => children.filter(({ type }) => type === kind));
  if (!all.some(isTouched)) return;
  const numbered = all.filter((draft) => isLive(draft) && (draft.number !== '' || draft.fixed !== undefined));
  const like = all.find(({ old }) => old && old.number !== '')?.old?.label;
  const first = Math.min(...all.flatMap(({ old }) => (old && old.number !== '' ? [Number(old.number)] : [])));
  const { order, overflow: late } = slots(numbered, first > 0 && Number.isFinite(first) ? first : 1);
  for (const draft of late) overflow(draft, `修改后同类章节共${numbered.length}个，不能有该编号`);
  for (const { item, number } of order) {
    if (item.number === String(number) && item.old?.number === item.number) continue;
    item.number = String(number);
    item.label = relabel(kind, item.number, like);
  }
  if (parents.length > 1) return;
  const [parent] = parents as [Draft];
  const sorted = [...order.map(({ item }) => item), ...late];
  let next = 0;
  const kind_ = new Set(sorted);
  parent.children = parent.children.map((child) => (kind_.has(child) ? sorted[next++]! : child));
}
