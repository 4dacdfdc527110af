/**
 * A decision's operations on a text: all targets are found on the old text, then everything is numbered anew and the
 * references that moved follow. An operation that cannot be carried out as it stands leaves the text alone and says why.
 */
import type { AppliedOperation, Instrument, Limit, Lineage, Operation, Provision } from '../model.ts';
import { sameTitle } from '../names/index.ts';
import { inOldNumbers, needsNewNumbers } from './addresses.ts';
import { followContents } from './contents.ts';
import { type ArticleOrder, numberArticles } from './number/articles.ts';
import { numberContainers } from './number/containers.ts';
import { numberParts, type Overflow } from './number/parts.ts';
import { type ReferenceChange, updateReferences } from './number/references.ts';
import { givesNumber, keepPlaces, numbersAnew } from './number/scheme.ts';
import { act } from './operations/index.ts';
import { joinsAnother } from './operations/renumber.ts';
import { build } from './text/build.ts';
import { citationsLeft } from './text/citations.ts';
import { sameClause } from './text/clauses.ts';
import { type Draft, detach, isLive, remove, removedBy, replacedBy, walk, within } from './text/draft.ts';
import { type Ground, groundOf } from './text/ground.ts';
import { locatorsOf } from './text/locators.ts';
import { isStretch } from './text/places.ts';
import { Refusal, refuse, type Told } from './text/refusal.ts';
import { findTargets } from './text/targets.ts';

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
  /** Every operation with its fate; an operation on several targets is one for each place. */
  operations: AppliedOperation[];
  lineage: Lineage[];
  findings: ApplyFinding[];
}

/** An operation and what became of it; `refused` is the reason why it was not carried out. */
interface Act {
  operation: Operation;
  id: number;
  told: Told;
  refused?: string;
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
  const ground = groundOf(instrument);
  const acts = operations.map((operation, id): Act => ({ operation, id, told: { notes: [], doubts: [] } }));
  for (const { operation } of acts)
    if (joinsAnother(operation))
      for (const locator of locatorsOf(operation.targets)) {
        const found = findTargets(ground, locator);
        for (const draft of found.ok ? found.drafts : []) ground.leaving.add(draft);
      }
  for (const one of acts.toSorted((a, b) => turnOf(a.operation) - turnOf(b.operation)))
    carryOut(ground, one, instrument);
  return settle(ground, acts, instrument);
}

/**
 * When an operation is carried out: what speaks of the text after waits until its numbers can be told, and words
 * throughout the text wait for all that is said of single places, which they leave alone.
 */
function turnOf(operation: Operation): number {
  if (operation.op === 'replaceWords' && operation.targets[0]?.kind === 'text') return 2;
  return needsNewNumbers(operation) ? 1 : 0;
}

function carryOut(ground: Ground, one: Act, { title }: Instrument): void {
  const { operation, id, told } = one;
  try {
    if (operation.of !== undefined && title !== '' && !sameTitle(operation.of, title))
      refuse(`该项修改的是《${operation.of}》，不是《${title}》`);
    if (operation.limit && operation.op !== 'unknown') refuse(limited(operation.limit));
    act(ground, inOldNumbers(ground, { ...operation, id }, told), told);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    one.refused = error.message;
  }
}

function limited({ words, starts }: Limit): string {
  const so = starts === undefined ? '是否、何时、何处修改须由人判断' : '到该日才修改，不是决定施行之日的文本';
  return `“${words}”限定了该项，${so}`;
}

const appliedOf = (acts: readonly Act[]): Act[] => acts.filter(({ refused }) => refused === undefined);

/** Numbers everything, follows the references, and builds the text after. */
function settle(ground: Ground, acts: readonly Act[], before: Instrument): Amended {
  dropEmptied(ground, new Map(acts.map(({ id, operation }) => [id, operation])));
  const findings: ApplyFinding[] = [];
  const drop = dropper(ground, acts, findings);
  const applied = appliedOf(acts);
  const anew = numbersAnew(
    ground,
    applied.map(({ operation }) => operation),
    before,
  );
  const repeals = applied.filter(({ operation }) => operation.op === 'repeal');
  if (!anew) keepPlaces(ground, new Map(repeals.map(({ id, operation }) => [id, operation])));
  numberContainers(ground.root, drop);
  const order = numberArticles(ground, anew, drop);
  numberParts(ground.root, drop);
  for (const one of acts)
    if (one.operation.op === 'general' && one.operation.adjusts.includes('citations'))
      one.refused = citationsLeft(ground.root, one.operation.cites);
  const references = updateReferences(ground, before);
  const { provisions, made, lineage } = build(ground, (id) => acts[id]!.operation.clause);
  const instrument = { ...ground.instrument, provisions };
  followContents(instrument, before.provisions);
  findings.push(
    ...orderFindings(order),
    ...references.map((change) => referenceFinding(change, made)),
    ...acts.flatMap(openFindings),
    ...emptyFindings(ground),
  );
  const touched = touchedBy(made);
  // What an operation added stands where it is new; what it changed, where any of it is left.
  const stands = new Set(
    [...made.keys()].flatMap(({ by, old }) =>
      [...by].filter((id) => !old || acts[id]?.operation.op !== 'insert'),
    ),
  );
  for (const one of appliedOf(acts)) if (!stands.has(one.id) && isLost(one, ground)) one.refused = lostWork;
  const operations = acts.map((one) => fateOf(one, touched.get(one.id)));
  return { instrument, operations, lineage, findings };
}

const lostWork = '修改之处又由本决定的另一条款整体改写或者删去，两处修改相冲突';

/** True where another clause has taken away what an operation did to provisions. */
function isLost({ operation, id }: Act, { byOld }: Ground): boolean {
  const { op, targets } = operation;
  if (targets[0]?.kind === 'text' || (op === 'repeal' && !targets.some(isStretch))) return false;
  return [...byOld.values()].some((draft) => {
    const taker = draft.by.has(id) ? (removedBy(draft) ?? replacedBy(draft)) : undefined;
    return taker !== undefined && !sameClause(taker, operation);
  });
}

/** An article all of whose paragraphs went elsewhere is no longer there; it was not repealed. */
function dropEmptied({ byOld }: Ground, operations: ReadonlyMap<number, Operation>): void {
  for (const draft of byOld.values()) {
    const { type, fate, old, text, children } = draft;
    if (type !== 'article' || fate.is === 'removed' || fate.is === 'replaced') continue;
    if (old!.children.length === 0 || text !== '' || children.some(isLive)) continue;
    const takers = old!.children.flatMap(({ eId }) => {
      const moved = byOld.get(eId);
      return moved ? [...moved.by, ...(moved.parent?.by ?? [])] : [];
    });
    const taker = operations.get(takers.at(-1) ?? -1);
    if (taker) remove(draft, taker);
  }
}

/** Takes back a number that has no place: its operation is refused, and what it made goes. */
function dropper(ground: Ground, acts: readonly Act[], findings: ApplyFinding[]): Overflow {
  return (draft, reason) => {
    const one = acts.find(({ operation, id }) => draft.by.has(id) && givesNumber(operation, draft));
    if (one) one.refused = reason;
    else findings.push({ rule: 'order', reason, severity: 'error' });
    delete draft.fixed;
    if (!one || draft.old || draft.merged) return;
    const made = (node: Draft): boolean => !node.old && !node.merged && node.by.has(one.id);
    ground.unplaced = ground.unplaced.filter((node) => !made(node));
    for (const node of walk(ground.root)) if (made(node)) detach(node);
  };
}

function orderFindings({ displaced, edges }: ArticleOrder): ApplyFinding[] {
  const severity = 'warning';
  const moved = displaced.map(({ old, label }): ApplyFinding => {
    const reason = `${old?.label ?? label}改为${label}后离开了原来的次序，请核对`;
    return { rule: 'order', severity, reason };
  });
  const edge = edges.map(({ article, home }): ApplyFinding => {
    const name = [home.label, home.heading].filter(Boolean).join(' ') || '前一章';
    const reason = `新增的${article.label}位于两章（节）之间，决定没有写明归属，暂归入${name}`;
    return { rule: 'chapter-edge', severity, reason };
  });
  return [...moved, ...edge];
}

function referenceFinding(
  { draft, from, to, reason }: ReferenceChange,
  made: ReadonlyMap<Draft, Provision>,
): ApplyFinding {
  const eId = made.get(draft)?.eId;
  const where = (within(draft, 'article') ?? draft).label;
  const told: ApplyFinding =
    to === undefined
      ? { rule: 'reference-lost', severity: 'warning', reason: `${where}引用的“${from}”：${reason}` }
      : {
          rule: 'reference-updated',
          severity: 'info',
          reason: `${where}中的“${from}”更新为“${to}”（${reason}）`,
        };
  return eId === undefined ? told : { ...told, eId };
}

const doubtOf = ({ operation, told }: Act): string | undefined => operation.doubt ?? told.doubts[0];

/** What of a single operation is open though it was carried out. */
function openFindings(one: Act): ApplyFinding[] {
  const { operation, refused } = one;
  const doubt = refused === undefined ? doubtOf(one) : undefined;
  const told = `${operation.instruction.slice(0, 30)}：${doubt}`;
  const open = `“${operation.instruction}”授权的文字调整没有列明，公布的文本可能另有改动`;
  return [
    ...(doubt === undefined ? [] : [{ rule: 'target-doubtful', severity: 'error', reason: told } as const]),
    ...(operation.op === 'general' && operation.adjusts.includes('wording')
      ? [{ rule: 'wording-open', severity: 'warning', reason: open } as const]
      : []),
  ];
}

function emptyFindings({ root }: Ground): ApplyFinding[] {
  const hasArticles = ({ type, children }: Provision): boolean =>
    type === 'article' || children.some(hasArticles);
  return walk(root).flatMap((draft): ApplyFinding[] => {
    const { type, old, label } = draft;
    if (type !== 'chapter' && type !== 'section') return [];
    if ((old && !hasArticles(old)) || walk(draft).some((node) => node.type === 'article')) return [];
    const rule = 'chapter-empty';
    if (old) return [{ rule, severity: 'warning', reason: `${label}修改后没有条文` }];
    return [{ rule, severity: 'error', reason: `新增的${label}没有条文，写明包括哪些条文才能归入` }];
  });
}

function fateOf(one: Act, touched: string[] | undefined): AppliedOperation {
  const { operation, told, refused } = one;
  if (refused !== undefined) return { ...operation, fate: 'not-applied', reason: refused };
  const notes = [...(operation.assumed ?? []), ...new Set(told.notes)];
  const doubt = doubtOf(one);
  return {
    ...operation,
    fate: 'applied',
    ...(doubt === undefined ? {} : { doubt }),
    ...(notes.length > 0 ? { reason: notes.join('；') } : {}),
    ...(touched ? { touched } : {}),
  };
}

/** eIds that each operation made or changed. */
function touchedBy(made: ReadonlyMap<Draft, Provision>): Map<number, string[]> {
  const touched = new Map<number, string[]>();
  for (const [{ by }, { eId }] of made)
    for (const id of by) touched.set(id, [...(touched.get(id) ?? []), eId]);
  return touched;
}
