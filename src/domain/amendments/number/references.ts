/**
 * Internal references of the old wording that follow a renumbering: 本法第四十六条 → 本法第五十六条.
 *
 * Only addresses of this text are touched, only in words that the decision leaves alone, and each change is told.
 */
import type { Instrument, LocatorStep, Provision } from '../../model.ts';
import { ancestorOf, findReferences, formatLocator, resolveLocator } from '../../references/index.ts';
import { formatNumeral, numeralClass } from '../../text/index.ts';
import { childrenOf, type Draft, isLive, removedBy, replacedBy, within } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { articlesIn } from './articles.ts';

/** A reference that moved, or that lost what it refers to. */
export interface ReferenceChange {
  draft: Draft;
  from: string;
  /** Undefined where the reference cannot follow. */
  to?: string;
  reason: string;
}

/**
 * Finds and notes the edits; needs the new numbers to be set.
 * @param instrument the text before, whose references are read
 */
export function updateReferences(ground: Ground, instrument: Instrument): ReferenceChange[] {
  const moved = movedProvisions(ground);
  const beside = besides(ground);
  return findReferences(addressedIn(instrument)).flatMap((reference): ReferenceChange[] => {
    const { eId, start, end, locator, kind, side, part } = reference;
    const relative = locator?.steps.some((step) => step.relative !== undefined);
    if (kind !== (relative ? 'relative' : 'internal') || side !== 'own') return [];
    if (!locator || part !== undefined) return [];
    const draft = ground.byOld.get(eId);
    if (!draft || draft.old?.eId !== eId || isNew(draft)) return [];
    if (draft.edits.some((edit) => edit.start < end && start < edit.end)) return [];
    const words = draft.text.slice(start, end);
    if (relative && pointsElsewhere(ground, beside, draft, locator.steps))
      return [{ draft, from: words, reason: elsewhere }];
    // 前款 alone writes no number that could follow.
    if (moved.size === 0 || (relative && locator.steps.length === 1)) return [];
    const change = follow(ground, draft, locator.steps, locator.through, words, moved);
    if (!change) return [];
    if (change.to !== undefined) draft.edits.push({ start, end, to: change.to });
    return [{ draft, from: words, ...change }];
  });
}

/** What an address, or a name that one is counted in, is written with: 第三条, 前款, 该项, 《甲法》, 以下简称. */
const addressing =
  /第|[前上下][一二两三四五六七八九十几]?[编章节条款项目]|[本该各同两][编章节条款项目]|[》称述]/;

/** The provisions of a text as far as their words can hold an address. */
function addressedIn(instrument: Instrument): Instrument {
  const kept = (provision: Provision): Provision => {
    const { rows: _rows, ...own } = provision;
    const text = addressing.test(own.text) ? own.text : '';
    return { ...own, text, children: own.children.map(kept) };
  };
  return { ...instrument, provisions: instrument.provisions.map(kept), annexes: [] };
}

/** The provisions of its kind that stand beside a node, before and now, and its place among them. */
interface Beside {
  before: readonly Provision[];
  oldAt: number;
  now: readonly Draft[];
  at: number;
}

function besides({ root, index }: Ground): (own: Draft, old: Provision) => Beside {
  const [before, now] = [index.ofType.get('article') ?? [], articlesIn(root)];
  const [oldAt, at] = [new Map<unknown, number>(), new Map<unknown, number>()];
  for (const [i, node] of before.entries()) oldAt.set(node, i);
  for (const [i, node] of now.entries()) at.set(node, i);
  return (own, old) => {
    if (own.type === 'article') return { before, oldAt: oldAt.get(old) ?? -1, now, at: at.get(own) ?? -1 };
    const siblings = (index.parentOf.get(old)?.children ?? []).filter(({ type }) => type === own.type);
    const live = own.parent ? childrenOf(own.parent, own.type) : [];
    return { before: siblings, oldAt: siblings.indexOf(old), now: live, at: live.indexOf(own) };
  };
}

const elsewhere = '其前、其后的条款已由本决定增加、删去或者移动，所指可能不是原来的条款';

/** True where 前款, 前条, 下一条 would now mean another provision than it did, or 本条 another article. */
function pointsElsewhere(
  ground: Ground,
  beside: (own: Draft, old: Provision) => Beside,
  draft: Draft,
  [first]: readonly LocatorStep[],
): boolean {
  const { type, relative = 0, count = 1 } = first!;
  const [own, old] = [within(draft, type), draft.old && ancestorOf(ground.index, draft.old, type)];
  if (!own || !old) return false;
  if (own.old !== old) return true;
  if (relative === 0) return false;
  const near = <T>(nodes: readonly T[], at: number): T[] =>
    relative < 0 ? nodes.slice(Math.max(0, at - count), at) : nodes.slice(at + 1, at + 1 + count);
  const { before, oldAt, now, at } = beside(own, old);
  const [were, are] = [near(before, oldAt).map(({ eId }) => ground.byOld.get(eId)), near(now, at)];
  return were.length !== are.length || were.some((node, i) => node !== are[i]);
}

/** True for words that the decision laid down, or that are no longer there. */
function isNew(draft: Draft): boolean {
  return replacedBy(draft) !== undefined || removedBy(draft) !== undefined;
}

/** Old provisions whose address is another one now, or that are gone: with the steps of the new address. */
function movedProvisions(ground: Ground): Map<string, LocatorStep[] | undefined> {
  const moved = new Map<string, LocatorStep[] | undefined>();
  const gone = new Map<Draft, boolean>();
  const isGone = (draft: Draft): boolean => {
    const known = gone.get(draft);
    if (known !== undefined) return known;
    const { parent, type } = draft;
    const found =
      !isLive(draft) || (parent ? isGone(parent) || parent.fate.is === 'replaced' : type !== 'level');
    gone.set(draft, found);
    return found;
  };
  const stays = new Map<Draft, boolean>();
  // Where a node and all that it is counted in keep their numbers, its address is the old one.
  const isStaying = (draft: Draft): boolean => {
    const known = stays.get(draft);
    if (known !== undefined) return known;
    const { old, parent, type, number } = draft;
    const upper = old && ground.index.parentOf.get(old);
    const found =
      old !== undefined &&
      old.number === number &&
      (isTop(type) || !parent?.parent || (parent.old === upper && isStaying(parent)));
    stays.set(draft, found);
    return found;
  };
  for (const [eId, draft] of ground.byOld) {
    if (isGone(draft)) moved.set(eId, undefined);
    else if (!isStaying(draft)) moved.set(eId, addressOf(draft));
  }
  return moved;
}

/** Counted through the whole text, so that an address begins with it. */
const isTop = (type: string): boolean => type === 'article' || type === 'chapter' || type === 'part';

/** New address of a node, from the article (or container) down. */
function addressOf(draft: Draft): LocatorStep[] {
  const steps: LocatorStep[] = [];
  for (let at: Draft | undefined = draft; at?.parent; at = at.parent) {
    steps.unshift({ type: at.type, number: at.number });
    if (isTop(at.type)) break;
  }
  return steps;
}

/** The new words of one address, or undefined where it stays. */
function follow(
  ground: Ground,
  draft: Draft,
  steps: readonly LocatorStep[],
  through: readonly LocatorStep[] | undefined,
  words: string,
  moved: ReadonlyMap<string, LocatorStep[] | undefined>,
): { to?: string; reason: string } | undefined {
  const from = target(ground, draft, steps, moved);
  const to = through ? target(ground, draft, through, moved) : undefined;
  if (from === 'stays' && (!through || to === 'stays')) return undefined;
  const lost = from === 'gone' || to === 'gone';
  if (lost) return { reason: '所引条款已由本决定删去、改写或者分入他条' };
  const pairs: [readonly LocatorStep[], readonly LocatorStep[]][] = [
    [steps, from === 'stays' ? steps : from],
  ];
  if (through) pairs.push([through, to === undefined || to === 'stays' ? through : to]);
  const replaced = renumberWords(words, pairs);
  if (replaced === undefined) return { reason: '所引条款的层次已变，引用未自动更新' };
  return replaced === words ? undefined : { to: replaced, reason: '随条文改号更新' };
}

function target(
  ground: Ground,
  draft: Draft,
  steps: readonly LocatorStep[],
  moved: ReadonlyMap<string, LocatorStep[] | undefined>,
): 'stays' | 'gone' | LocatorStep[] {
  const resolution = resolveLocator(ground.index, { steps: [...steps] }, { eId: draft.old!.eId });
  if (!resolution.ok || resolution.eIds.length !== 1) return 'stays';
  const [eId] = resolution.eIds as [string];
  if (!moved.has(eId)) return 'stays';
  const now = moved.get(eId) ?? insideRewritten(ground, eId);
  if (!now) return 'gone';
  // 第三项 may be cited without its 款: the new address is cut to the steps that were written.
  const shape = new Set(steps.map(({ type }) => type));
  const wanted = now.filter(({ type }) => shape.has(type));
  return wanted.length === steps.length ? wanted : now;
}

/** The address of a 款 or 项 whose article was rewritten as a whole and lives on: under the article's new number. */
function insideRewritten(ground: Ground, eId: string): LocatorStep[] | undefined {
  const below: LocatorStep[] = [];
  for (let at: Draft | undefined = ground.byOld.get(eId); at?.parent; at = at.parent) {
    if (!isLive(at)) return undefined;
    if (at.type === 'article' && at.fate.is === 'replaced') return [...addressOf(at), ...below];
    below.unshift({ type: at.type, number: at.old?.number ?? at.number });
  }
  return undefined;
}

const part = new RegExp(
  `([${numeralClass}]+)([ \\u00a0]*[）)]?[ \\u00a0]*(?:分?编|章|节|条|款|项|目)?)(?:之([${numeralClass}]+))?`,
  'g',
);
const until = /至|到|—|-|－|～|~/;

/**
 * Puts new numbers into the words of an address, leaving everything else as printed.
 *
 * `第四十六条` with article 46 → 56: `第五十六条`; `第四条至第六条` with 4 → 5, 6 → 7: `第五条至第七条`.
 * @param pairs old and new steps of the address, and of its end where it is a range
 * @returns undefined where the address has another shape now
 */
function renumberWords(
  words: string,
  pairs: readonly [readonly LocatorStep[], readonly LocatorStep[]][],
): string | undefined {
  const cut = pairs.length > 1 ? words.search(until) : words.length;
  if (cut < 0) return undefined;
  const pieces = pairs.length > 1 ? [words.slice(0, cut), words.slice(cut)] : [words];
  const replaced = pieces.map((piece, i) => renumberPiece(piece, pairs[i]![0], pairs[i]![1]));
  return replaced.includes(undefined) ? undefined : replaced.join('');
}

/** The words of a list write only the last steps: what stands above was written earlier. */
function renumberPiece(
  words: string,
  from: readonly LocatorStep[],
  to: readonly LocatorStep[],
): string | undefined {
  const count = [...words.matchAll(part)].length;
  if (from.length !== to.length) return count === from.length ? formatLocator({ steps: [...to] }) : undefined;
  if (count > to.length) return undefined;
  let at = to.length - count;
  return words.replace(part, (all, numeral: string, unit: string) => {
    const [old, now] = [from[at]!, to[at]!];
    at++;
    if (old.number === now.number) return all;
    const [main, ...subs] = now.number!.split('-');
    const arabic = /^[0-9０-９]/.test(numeral);
    const written = (number: string) => (arabic ? number : formatNumeral(Number(number)));
    return written(main!) + unit + subs.map((sub) => `之${written(sub)}`).join('');
  });
}
