/**
 * A decision's operations on a text: all targets are found on the old text, then everything is numbered anew and the
 * references that moved follow. An operation that cannot be carried out as it stands leaves the text alone and says why.
 */
import type {
  AppliedOperation,
  Instrument,
  Limit,
  Lineage,
  Locator,
  Operation,
  OperationKind,
  Provision,
} from '../model.ts';
import { sameTitle } from '../names/index.ts';
import { formatLocator } from '../references/locator.ts';
import { changeAnnex, followContents, retitle } from './act-frame.ts';
import { insert, type Unplaced } from './act-insert.ts';
import { emptied, joinsAnother, merge, move, renumber, split } from './act-move.ts';
import { repeal } from './act-repeal.ts';
import { substitute } from './act-substitute.ts';
import { replaceTitleWords, replaceWords } from './act-words.ts';
import { readingOf, speaksOfAfter } from './addresses.ts';
import { numberArticles } from './number/articles.ts';
import { numberContainers } from './number/containers.ts';
import { numberParts, type Overflow } from './number/parts.ts';
import { type ReferenceChange, updateReferences } from './number/references.ts';
import { done, type Outcome, refused, withNote } from './outcome.ts';
import { lastNumber } from './read/tokens.ts';
import { separate } from './separate.ts';
import type { Task } from './task.ts';
import { build } from './text/build.ts';
import { citationsLeft } from './text/citations.ts';
import { type Draft, detach, walk } from './text/draft.ts';
import { type Ground, groundOf } from './text/ground.ts';

/** A finding about the new text that belongs to no single operation. */
export interface ApplyFinding {
  rule:
    | 'reference-updated'
    | 'reference-lost'
    | 'order'
    | 'chapter-edge'
    | 'renumbered'
    | 'wording-open'
    | 'chapter-empty'
    | 'target-doubtful'
    | 'caption-open';
  reason: string;
  severity: 'error' | 'warning' | 'info';
  /** eId in the new text. */
  eId?: string;
}

export interface Amended {
  instrument: Instrument;
  /** Every operation with its fate; an operation on several places is one for each place. */
  operations: AppliedOperation[];
  lineage: Lineage[];
  findings: ApplyFinding[];
}

interface Act {
  operation: Operation;
  id: number;
  outcome: Outcome;
}

type Handler = (ground: Ground, operation: Task, unplaced: Unplaced, instrument: Instrument) => Outcome;

const handlers: Readonly<Record<OperationKind, Handler>> = {
  repeal: (ground, operation, _unplaced, instrument) =>
    onPart(ground, operation, instrument) ?? repeal(ground, operation),
  substitute: (ground, operation, _unplaced, instrument) =>
    onPart(ground, operation, instrument) ?? substitute(ground, operation),
  insert,
  renumber,
  move,
  split,
  merge,
  replaceWords: (ground, operation, _unplaced, instrument) =>
    operation.part === 'title'
      ? replaceTitleWords(instrument, operation)
      : (onPart(ground, operation, instrument) ?? replaceWords(ground, operation)),
  retitle: (ground, operation, _unplaced, instrument) => retitle(ground, operation, instrument),
  general: () => done,
  unknown: (_ground, { instruction }) =>
    refused(
      `没有读懂“${instruction.slice(0, 40)}”；写明哪一条、款、项，以及“修改为”“增加”“删去”或者“改为”的内容，才能应用`,
    ),
};

/** Operations on annexes, contents and the introduction. */
function onPart(ground: Ground, operation: Task, instrument: Instrument): Outcome | undefined {
  if (operation.part === 'annex') return changeAnnex(ground, instrument, operation);
  if (operation.part === 'contents') return done;
  if (operation.part === 'introduction') return retitle(ground, operation, instrument);
  return undefined;
}

/**
 * Applies operations to a text.
 * @param instrument the text before; it is not changed
 * @param operations in the order of the decision; those that name another text are refused
 * @returns the text after, each operation's fate, and where every provision comes from
 *
 * `删去第六条第一款第三项和第五项` on items 一 to 六 → items 一 to 四, the old fourth and sixth renumbered
 */
export function applyOperations(instrument: Instrument, operations: readonly Operation[]): Amended {
  const ground = groundOf(instrument.provisions);
  const unplaced: Unplaced = { drafts: [] };
  const result: Instrument = {
    ...instrument,
    frame: instrument.frame.map((line) => ({ ...line })),
    annexes: structuredClone(instrument.annexes),
  };
  const tasks = operations.flatMap(separate).map((operation, id): Task => ({ ...operation, id }));
  // What speaks of the text after waits until its numbers can be told.
  const late = (task: Task): boolean => joinsAnother(task) || speaksOfAfter(task);
  const ordered = [...tasks.filter((task) => !late(task)), ...tasks.filter(late)];
  const acts = ordered.map((task): Act => {
    const { id, ...operation } = task;
    const other =
      operation.of !== undefined && instrument.title !== '' && !sameTitle(operation.of, instrument.title);
    const reading = readingOf(ground, task, unplaced);
    const outcome = other
      ? refused(`该项修改的是《${operation.of}》，不是《${instrument.title}》`)
      : operation.limit
        ? refused(limited(operation.limit))
        : reading.ok
          ? withNote(handlers[operation.op](ground, reading.task, unplaced, result), reading.note)
          : refused(reading.reason);
    return { operation, id, outcome };
  });
  acts.sort((a, b) => a.id - b.id);
  return settle(ground, unplaced, result, instrument, acts);
}

function limited({ words, starts }: Limit): string {
  const so = starts === undefined ? '是否、何时、何处修改须由人判断' : '到该日才修改，不是决定施行之日的文本';
  return `“${words}”限定了该项，${so}`;
}

function settle(
  ground: Ground,
  unplaced: Unplaced,
  result: Instrument,
  before: Instrument,
  acts: Act[],
): Amended {
  const findings: ApplyFinding[] = [];
  for (const draft of ground.byOld.values()) {
    if (draft.type !== 'article' || draft.removed !== undefined || draft.replaced !== undefined) continue;
    if (emptied(draft, draft.old!)) draft.removed = '';
  }
  const drop: Overflow = (draft, reason) => {
    const act = acts.find(({ operation, id }) => draft.by.has(id) && givesNumber(operation, draft));
    if (act) act.outcome = refused(reason);
    else findings.push({ rule: 'order', reason, severity: 'error' });
    delete draft.fixed;
    if (!act || draft.old || draft.merged) return;
    for (const made of [...unplaced.drafts, ...walk(ground.root)]) {
      if (made.old || made.merged || !made.by.has(act.id)) continue;
      unplaced.drafts = unplaced.drafts.filter((other) => other !== made);
      if (made.parent?.children.includes(made)) detach(made);
    }
  };
  const renumbers = renumbersArticles(ground, acts, before);
  if (!renumbers) keepPlaces(ground, acts);
  numberContainers(ground.root, drop);
  const order = numberArticles(ground.root, unplaced, renumbers, drop);
  numberParts(ground.root, drop);
  for (const act of acts)
    if (act.operation.adjusts?.includes('citations'))
      act.outcome = refused(citationsLeft(ground.root, act.operation.cites));
  for (const article of order.displaced) {
    findings.push({
      rule: 'order',
      severity: 'warning',
      reason: `${article.old?.label ?? article.label}改为${article.label}后离开了原来的次序，请核对`,
    });
  }
  for (const { article, home } of order.edges) {
    findings.push({
      rule: 'chapter-edge',
      severity: 'warning',
      reason: `新增的${article.label}位于两章（节）之间，决定没有写明归属，暂归入${[home.label, edgeHeading(home)].filter(Boolean).join(' ') || '前一章'}`,
    });
  }
  const references = updateReferences(ground, before);
  const clauses = new Map(acts.map(({ id, operation }) => [id, operation.clause]));
  const { provisions, made, lineage } = build(ground, (id) => clauses.get(id) ?? '');
  result.provisions = provisions;
  followContents(result, before.provisions);
  findings.push(...references.map((change) => referenceFinding(change, made)));
  for (const { operation, outcome } of acts) {
    const doubt = operation.doubt ?? (outcome.ok ? outcome.doubt : undefined);
    if (outcome.ok && doubt !== undefined) {
      const reason = `${operation.instruction.slice(0, 30)}：${doubt}`;
      findings.push({ rule: 'target-doubtful', severity: 'error', reason });
    }
    if (operation.op === 'general' && operation.adjusts?.includes('wording')) {
      findings.push({
        rule: 'wording-open',
        severity: 'warning',
        reason: `“${operation.instruction}”授权的文字调整没有列明，公布的文本可能另有改动`,
      });
    }
  }
  for (const draft of walk(ground.root)) {
    if (
      (draft.type === 'chapter' || draft.type === 'section') &&
      draft.old &&
      hasArticles(draft.old) &&
      ![...walk(draft)].some(({ type }) => type === 'article')
    ) {
      findings.push({ rule: 'chapter-empty', severity: 'warning', reason: `${draft.label}修改后没有条文` });
    }
  }
  const touched = touchedBy(made);
  const applied = acts.map((act) => fateOf(act, touched));
  return { instrument: result, operations: applied, lineage, findings };
}

function hasArticles({ type, children }: Provision): boolean {
  return type === 'article' || children.some(hasArticles);
}

function edgeHeading({ heading }: Draft): string {
  return heading ?? '';
}

function givesNumber(operation: Operation, draft: Draft): boolean {
  if (
    operation.op !== 'insert' &&
    operation.op !== 'renumber' &&
    operation.op !== 'merge' &&
    operation.op !== 'split' &&
    operation.op !== 'move'
  )
    return false;
  const { destination } = operation;
  const locators = destination?.locator ? [destination.locator, ...(destination.also ?? [])] : [];
  return (
    locators.length === 0 ||
    locators.some(({ steps }) => steps.at(-1)?.type === draft.type && steps.at(-1)?.number === draft.fixed)
  );
}

function referenceFinding(
  { draft, from, to, reason }: ReferenceChange,
  made: ReadonlyMap<Draft, Provision>,
): ApplyFinding {
  const provision = made.get(draft);
  const where = articleLabel(draft);
  return {
    rule: to === undefined ? 'reference-lost' : 'reference-updated',
    severity: to === undefined ? 'warning' : 'info',
    reason:
      to === undefined
        ? `${where}引用的“${from}”：${reason}`
        : `${where}中的“${from}”更新为“${to}”（${reason}）`,
    ...(provision ? { eId: provision.eId } : {}),
  };
}

function articleLabel(draft: Draft): string {
  for (let at: Draft | undefined = draft; at; at = at.parent) if (at.type === 'article') return at.label;
  return draft.label;
}

/** Articles are numbered through again unless the amendment keeps every number, as 刑法修正案 do. */
function renumbersArticles(ground: Ground, acts: readonly Act[], before: Instrument): boolean {
  const applied = acts.filter(({ outcome }) => outcome.ok).map(({ operation }) => operation);
  if (applied.some(({ adjusts }) => adjusts?.includes('numbering'))) return true;
  const numbers = applied.flatMap(({ op, destination, targets }) => {
    if (op !== 'insert' && op !== 'renumber' && op !== 'merge' && op !== 'split' && op !== 'move') return [];
    if (!destination?.locator)
      return op === 'move' || op === 'merge' ? targets.map((target) => target.steps.at(-1)) : [];
    return [destination.locator, ...(destination.also ?? [])].map(({ steps }) => steps.at(-1));
  });
  if (
    numbers.some(
      (step) => step?.type === 'article' && step.number !== undefined && !step.number.includes('-'),
    )
  )
    return true;
  if (numbers.some((step) => step?.type === 'article')) return false;
  // Nothing is said of numbers: a text that has kept an empty number before keeps it now.
  const keeps = [...(ground.index.ofType.get('article') ?? [])].some(
    ({ number, children }) =>
      number.includes('-') || /^（(?:已)?(?:删去|删除|废止)）$/.test(children[0]?.text ?? ''),
  );
  return !keeps && before.kind !== 'amendment';
}

/** 第一百九十九条　（删去）: the number stays where the others do not move up. */
function keepPlaces(ground: Ground, acts: readonly Act[]): void {
  for (const { operation, outcome, id } of acts) {
    if (operation.op !== 'repeal' || !outcome.ok) continue;
    for (const draft of ground.byOld.values()) {
      if (
        draft.type !== 'article' ||
        !draft.by.has(id) ||
        draft.removed === undefined ||
        draft.parent?.removed !== undefined
      )
        continue;
      delete draft.removed;
      draft.replaced = operation.clause;
      draft.children = [];
      draft.text = '（删去）';
      draft.amended = true;
    }
  }
}

function fateOf({ operation, outcome, id }: Act, touched: ReadonlyMap<number, string[]>): AppliedOperation {
  const notes = [...(operation.assumed ?? []), ...(outcome.ok && outcome.note ? [outcome.note] : [])];
  if (!outcome.ok) return { ...operation, fate: 'not-applied', reason: outcome.reason };
  const eIds = touched.get(id);
  return {
    ...operation,
    fate: 'applied',
    ...(notes.length > 0 ? { reason: notes.join('；') } : {}),
    ...(eIds ? { touched: eIds } : {}),
  };
}

/** eIds that each operation made or changed. */
function touchedBy(made: ReadonlyMap<Draft, Provision>): Map<number, string[]> {
  const touched = new Map<number, string[]>();
  for (const [draft, { eId }] of made) {
    for (const id of draft.by) {
      const list = touched.get(id);
      if (list) list.push(eId);
      else touched.set(id, [eId]);
    }
  }
  return touched;
}

function labelOf(locator: Locator): string {
  const last = locator.steps.at(-1);
  if (last?.number !== lastNumber) return formatLocator(locator);
  return `${formatLocator({ steps: locator.steps.slice(0, -1) })}最后一${last.type === 'item' ? '项' : '款'}`;
}

/** `2` → 第2句, `-1` → 最后一句, `-2:-1` → 后2句 */
function sentenceName(which: string): string {
  const [first, last] = which.split(':');
  if (last !== undefined) return first === '1' ? `前${last}句` : `后${first!.slice(1)}句`;
  return first === '-1' ? '最后一句' : `第${first}句`;
}

/** How a place reads in a report. */
export function targetLabel(operation: Operation): string {
  const parts: Readonly<Record<string, string>> = {
    title: '名称',
    introduction: '引言',
    annex: `附件${operation.partNumber ?? ''}`,
    contents: '目录',
  };
  if (operation.part && parts[operation.part]) return parts[operation.part]!;
  const words = operation.targets.map(labelOf).join('、');
  if (operation.part === 'heading') return `${words}名`;
  if (operation.part === 'sentence') return `${words}${sentenceName(operation.partNumber ?? '1')}`;
  if (operation.part === 'lead') return `${words}各项之前的部分`;
  return words === '' ? '全文' : words;
}
