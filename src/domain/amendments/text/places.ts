/** Places of an operation → nodes of the text under amendment, and how a place is called. */
import type { Locator, Operation, Provision, Target } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { formatNumeral } from '../../text/index.ts';
import { childrenOf, type Draft, type Edit, isLive, removedBy, walk } from './draft.ts';
import type { Ground } from './ground.ts';
import { expand } from './locators.ts';
import { refuse, type Told } from './refusal.ts';
import { sentenceRange, sentences } from './sentences.ts';
import { findTargets, lastNumber } from './targets.ts';

/** The nodes that targets name. Refuses where one names none, or leaves a choice. */
export function nodesAt(ground: Ground, targets: readonly Target[], told: Told): Draft[] {
  return targets.flatMap((target) => nodesOf(ground, target, told));
}

function nodesOf(ground: Ground, target: Target, { notes }: Told): Draft[] {
  if (target.kind === 'text') return [ground.root];
  if (target.kind === 'others') return othersOf(ground, target.kept);
  if (target.kind === 'introduction') {
    const lines = introductionOf(ground.root);
    return lines.length > 0 ? lines : refuse('没有引言');
  }
  if (!('locator' in target)) return refuse(`${targetName(target)}不能这样修改`);
  const found = findTargets(ground, target.locator);
  if (!found.ok) return refuse(found.reason);
  if (found.note !== undefined) notes.push(found.note);
  return found.drafts;
}

/** The nodes of a list that are not kept. */
function othersOf(ground: Ground, kept: readonly Locator[]): Draft[] {
  const stay = kept.flatMap(expand).map((locator) => nodeAt(ground, locator));
  const [first, ...more] = stay;
  if (!first?.parent || more.some(({ type, parent }) => type !== first.type || parent !== first.parent))
    return refuse('除外的各处不在同一列，不能确定其余是哪些');
  const others = childrenOf(first.parent, first.type).filter((draft) => !stay.includes(draft));
  return others.length > 0 ? others : refuse('除外的以外没有其他各处');
}

/** A node and all that stood in it before, wherever the decision has put that by now. */
export function* nodesIn({ byOld, root }: Ground, top: Draft): Generator<Draft> {
  const here = new Set(walk(top));
  yield* here;
  const stood = top === root ? byOld.values() : top.old ? oldNodes(byOld, top.old) : [];
  for (const draft of stood) if (!here.has(draft) && removedBy(draft) === undefined) yield draft;
}

function* oldNodes(byOld: Ground['byOld'], { children }: Provision): Generator<Draft> {
  for (const child of children) {
    const draft = byOld.get(child.eId);
    if (draft) yield draft;
    yield* oldNodes(byOld, child);
  }
}

/** The one node that a locator names. */
export function nodeAt(ground: Ground, locator: Locator): Draft {
  const found = findTargets(ground, locator);
  if (!found.ok) return refuse(found.reason);
  const [draft, ...more] = found.drafts;
  if (!draft || more.length > 0)
    return refuse(`“${formatLocator(locator)}”指${found.drafts.length}处，应当只有一处`);
  return draft;
}

/** The lines between the title and the first article. */
function introductionOf(root: Draft): Draft[] {
  const at = root.children.findIndex(({ type }) => type !== 'paragraph');
  return root.children.slice(0, at < 0 ? 0 : at).filter(isLive);
}

/** A part of a node's words. */
export interface Stretch {
  holder: Draft;
  start: number;
  end: number;
}

/**
 * The words that a place means inside a node: its sentences or its proviso, of an article its only paragraph's.
 * @returns undefined where the node has no such words
 */
export function stretchOf(target: Target, draft: Draft): Stretch | undefined {
  const paragraphs = childrenOf(draft, 'paragraph');
  const holder = draft.type === 'article' && paragraphs.length === 1 ? paragraphs[0]! : draft;
  const range = rangeOf(target, holder.text);
  return range && { holder, start: range[0], end: range[1] };
}

/** Changes a stretch of a node's words that nothing else has changed. */
export function change(holder: Draft, edit: Edit, by: number): void {
  const other = holder.edits.find(({ start, end }) => start < edit.end && edit.start < end);
  if (other) refuse(`与本决定的另一修改相冲突：“${holder.text.slice(other.start, other.end)}”已被修改`);
  holder.edits.push(edit);
  holder.amended = true;
  holder.by.add(by);
}

/** True for a place that is a stretch of a provision's words. */
export const isStretch = ({ kind }: Target): boolean =>
  kind === 'sentences' || kind === 'proviso' || kind === 'half';

/** The stretch of words, or why there is none. */
export function stretchAt(target: Target, draft: Draft): Stretch {
  const unclear = '该处不是以一个分号分成两半的一句，不能确定是哪一半，引出所改的文字才能应用';
  return (
    stretchOf(target, draft) ?? refuse(target.kind === 'half' ? unclear : `没有${targetsName([target])}`)
  );
}

function rangeOf(target: Target, text: string): [number, number] | undefined {
  if (target.kind === 'sentences') return sentenceRange(text, target.first, target.last);
  if (target.kind === 'proviso') return provisoRange(text);
  if (target.kind !== 'half') return undefined;
  const [before, behind, ...more] = text.split('；');
  if (behind === undefined || more.length > 0 || sentences(text).length > 1) return undefined;
  const at = before!.length;
  return target.half === 'first' ? [0, at] : [at + 1, text.length];
}

/** `甲可以申请，但是乙除外。` → from the comma to the final mark, the mark left out. */
function provisoRange(text: string): [number, number] | undefined {
  const at = Math.max(...['，但', '；但', '。但'].map((words) => text.lastIndexOf(words)));
  if (at < 0) return undefined;
  // A proviso that is a sentence of its own keeps the mark before it.
  const start = text[at] === '。' ? at + 1 : at;
  const stop = text.slice(at + 1).search(/[。；]/);
  const end = stop < 0 ? text.length : at + 1 + stop + (text[at] === '。' ? 1 : 0);
  return [start, end];
}

/** `1, 2` → 前2句, `-1, -1` → 最后一句, `-2, -1` → 后2句 */
function sentenceName(first: number, last: number): string {
  if (first !== last) return first === 1 ? `前${formatNumeral(last)}句` : `后${formatNumeral(-first)}句`;
  return first === -1 ? '最后一句' : `第${formatNumeral(first)}句`;
}

function locatorName(locator: Locator): string {
  const last = locator.steps.at(-1);
  if (last?.number !== lastNumber) return formatLocator(locator);
  return `${formatLocator({ steps: locator.steps.slice(0, -1) })}最后一${last.type === 'item' ? '项' : '款'}`;
}

const names = { text: '全文', title: '名称', introduction: '引言', contents: '目录' } as const;
const endings = { provision: '', heading: '名', lead: '各项之前的部分', proviso: '但书' } as const;

function endingOf(target: Extract<Target, { locator: Locator }>): string {
  if (target.kind === 'sentences') return sentenceName(target.first, target.last);
  if (target.kind === 'half') return target.half === 'first' ? '前半句' : '后半句';
  return endings[target.kind];
}

function targetName(target: Target): string {
  if (target.kind === 'annex') return `附件${target.name ?? ''}`;
  if (target.kind === 'others') return `除${target.kept.map(locatorName).join('、')}以外的各处`;
  if (!('locator' in target)) return names[target.kind];
  return locatorName(target.locator) + endingOf(target);
}

/** How targets read in a report: `第二条第一款最后一句` */
export function targetsName(targets: readonly Target[]): string {
  const words = targets.map(targetName).join('、');
  return words === '' ? names.text : words;
}

/** How the targets of an operation read in a report. */
export function targetLabel({ targets }: Operation): string {
  return targetsName(targets);
}
